"""Takes the profile, says so, and waits to be killed; or says who has it."""

from __future__ import annotations

import sys
from pathlib import Path

from werkdesk.errors import Unavailable
from werkdesk.workstation.single_instance import request_raise, take_profile

folder = Path(sys.argv[1])
try:
    instance = take_profile(folder)
except Unavailable as error:
    request_raise(folder)
    sys.stdout.write(f"{error.code} {error.details['pid']}\n")
else:
    sys.stdout.write("genomen\n")
    sys.stdout.flush()
    sys.stdin.read()
