"""Saves until the disk, or the limit on files, says no; then checks what is there and saves once more.

Arguments: the cache; ``disk`` to fill the rest of the disk first, or the largest size of a file.
Prints: the code, whether the ballast stands, whether exactly the saved rows are there.
"""

from __future__ import annotations

import contextlib
import resource
import signal
import sys
from pathlib import Path

from sqlalchemy import text

from werkdesk.errors import Unavailable
from werkdesk.storage.engine import create_cache_file, open_cache

path, key = Path(sys.argv[1]), bytes(32)
filling = path.with_name("vulling")
create_cache_file(path, key)
cache = open_cache(path, key)
with cache.write() as connection:
    connection.execute(text("CREATE TABLE melding (id INTEGER PRIMARY KEY, inhoud BLOB)"))

_, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
if sys.argv[2] == "disk":
    with filling.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while file.write(bytes(65536)) == 65536:
            pass
else:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), hard))

saved = 0
try:
    while True:
        with cache.write() as connection:
            connection.execute(text("INSERT INTO melding (inhoud) VALUES (zeroblob(20000))"))
        saved += 1
except Unavailable as error:
    sys.stdout.write(f"{error.code} {cache.ballast.path.exists()} ")
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
with cache.write() as connection:
    found = connection.execute(text("SELECT count(*) FROM melding")).scalar()
    connection.execute(text("INSERT INTO melding (inhoud) VALUES (x'00')"))
sys.stdout.write(f"{found == saved}\n")
filling.unlink(missing_ok=True)
cache.ballast.ensure()
cache.close()
