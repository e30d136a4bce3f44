"""Eight MiB kept for the day the disk is full, so that the cache can still open and send its work.

SQLite cannot even open a WAL database on a full disk: it needs room for the WAL and its index.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from werkdesk.storage.durable_file import write_whole

BALLAST_BYTES = 8 * 1024 * 1024
FULL_BYTES = 64 * 1024
"""Less room than this on a disk, and its "I/O error" means "full"."""


class Ballast:
    """The file ``ballast`` in a folder."""

    def __init__(self, folder: Path, *, size: int = BALLAST_BYTES) -> None:
        self.path = folder / "ballast"
        self._size = size

    def ensure(self) -> bool:
        """Put the ballast there; ``False`` when there is no room now. Random, so that no disk packs it."""
        try:
            if self.path.stat().st_size == self._size:
                return True
        except OSError:
            pass
        try:
            write_whole(self.path, os.urandom(self._size))
        except OSError:
            return False
        return True

    def restore(self) -> bool:
        """Put a ballast that was given up back when there is ample room; whether it stands now."""
        if self.path.exists():
            return True
        return self._room() >= 4 * self._size and self.ensure()

    def is_disk_full(self) -> bool:
        """Whether nothing more can be written here, ballast apart."""
        return self._room() < FULL_BYTES

    def _room(self) -> int:
        try:
            return shutil.disk_usage(self.path.parent).free
        except OSError:
            return FULL_BYTES  # unknown is not full

    def give_up(self) -> bool:
        """Free the room; ``True`` when there was any. Works on a full disk."""
        try:
            self.path.unlink()
        except OSError:
            return False
        return True
