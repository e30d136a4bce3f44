"""Appends beyond a limit on the file; says the code, how many acts stand, and whether all is sound after."""

from __future__ import annotations

import resource
import signal
import sys
from pathlib import Path
from uuid import UUID

from werkdesk.errors import Unavailable
from werkdesk.storage.journal.journal import Journal
from werkdesk.storage.journal.reading import DamageReport
from werkdesk.storage.keyslots.desk_keys import DeskKeys

path = Path(sys.argv[1])
journal = Journal(path, DeskKeys(bytearray(32), cache=UUID(int=1), desk=UUID(int=2)))
journal.append(1, b"first")
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
_, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 100, hard))
try:
    journal.append(2, b"second" * 20_000)  # more than the room that is there
except Unavailable as error:
    sys.stdout.write(f"{error.code} ")
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
records, _ = journal.read_all()
journal.append(2, b"second")
sys.stdout.write(f"{len(records)} {journal.read_all()[1] == DamageReport()}\n")
