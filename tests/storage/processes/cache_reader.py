"""Opens a cache and says whether rows are in it and whether the ballast still stands; or the code."""

from __future__ import annotations

import sys
from pathlib import Path

from sqlalchemy import text

from werkdesk.errors import WerkdeskError
from werkdesk.storage.engine import open_cache

try:
    cache = open_cache(Path(sys.argv[1]), bytes(32))
    with cache.read() as connection:
        rows = connection.execute(text("SELECT count(*) FROM melding")).scalar()
    sys.stdout.write(f"{bool(rows)} {cache.ballast.path.exists()}\n")
except WerkdeskError as error:
    sys.stdout.write(f"{error.code}\n")
