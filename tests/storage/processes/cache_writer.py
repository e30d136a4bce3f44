"""Saves rows for ever and says each number once it is saved; to be killed."""

from __future__ import annotations

import sys
from pathlib import Path

from sqlalchemy import text

from werkdesk.storage.engine import create_cache_file, open_cache

path, key = Path(sys.argv[1]), bytes(32)
if not path.exists():
    create_cache_file(path, key)
cache = open_cache(path, key)
with cache.write() as connection:
    connection.execute(text("CREATE TABLE IF NOT EXISTS melding (id INTEGER PRIMARY KEY, inhoud TEXT)"))
while True:
    with cache.write() as connection:
        number = connection.execute(text("INSERT INTO melding (inhoud) VALUES ('x') RETURNING id")).scalar()
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()
