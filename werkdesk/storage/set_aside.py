"""A damaged cache is kept under another name: nothing is thrown away and nothing written over."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from werkdesk.storage.disk_failures import disk_errors
from werkdesk.storage.durable_file import sync_folder

COMPANIONS = ("-wal", "-shm")


def set_aside(cache: Path, moment: datetime) -> Path:
    """Rename the cache file and what belongs to it; give the new path.

    ``moment``: with a zone; it becomes part of the name (UTC). Two at the same moment get a number. The WAL
    goes first: left beside a new database it would be replayed into it. Raises
    :class:`werkdesk.errors.Unavailable` ``schijf.*``.
    """
    stem = f"{cache.name}.beschadigd-{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    with disk_errors():
        target, number = cache.with_name(stem), 1
        while any(cache.with_name(target.name + one).exists() for one in ("", *COMPANIONS)):
            number += 1
            target = cache.with_name(f"{stem}-{number}")
        for end in (*COMPANIONS, ""):
            part = cache.with_name(cache.name + end)
            if part.exists():
                part.rename(cache.with_name(target.name + end))
        sync_folder(cache.parent)
    return target
