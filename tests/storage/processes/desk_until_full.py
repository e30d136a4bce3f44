"""A desk that saves until files may not grow any more, then gets room again and goes on.

Argument: the folder. Prints: the code of the refusal, whether exactly the saved acts are there, and whether
one more could be saved when there was room again.
"""

from __future__ import annotations

import resource
import signal
import sys
from pathlib import Path

from tests.fixtures.cache import new_cache
from tests.storage.acts import save, ticket
from werkdesk.errors import Unavailable

folder = Path(sys.argv[1])
cache = new_cache(folder)
save(cache, ticket(1))
_, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, hard))
saved = 1
try:
    while True:
        save(cache, ticket(saved + 1))
        saved += 1
except Unavailable as error:
    sys.stdout.write(f"{error.code} ")
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
sys.stdout.write(f"{len(cache.overzichten.outbox(100_000)) == saved} ")
save(cache, ticket(saved + 1))
sys.stdout.write(f"{len(cache.overzichten.outbox(100_000)) == saved + 1}\n")
cache.close()
