"""A lock that the operating system takes back when the process ends, however it ends.

The file itself stays; only the lock counts, so nothing is stale after ``kill -9`` or a power cut.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import TracebackType

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_FAR_BYTE = 2**30
"""Windows forbids reading a locked range; a byte far beyond the text leaves the text readable."""


class FileLock:
    """An exclusive lock on ``path``, tried by :meth:`try_take` or awaited by ``with``."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._descriptor: int | None = None

    def try_take(self) -> bool:
        """Take the lock if it is free. Raises :class:`OSError` when the file cannot be made."""
        return self._take(wait=False)

    def write(self, text: str) -> None:
        """Replace what stands in the file. Only for whoever holds the lock."""
        if self._descriptor is None:
            raise RuntimeError("the lock is not held")
        data = text.encode("ascii")
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        os.ftruncate(self._descriptor, 0)
        os.write(self._descriptor, data)

    def release(self) -> None:
        """Give the lock back. Twice is fine."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def __enter__(self) -> FileLock:
        self._take(wait=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()

    def _take(self, *, wait: bool) -> bool:
        descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(descriptor, wait=wait)
        except BlockingIOError:
            os.close(descriptor)
            return False
        except BaseException:
            os.close(descriptor)
            raise
        self._descriptor = descriptor
        return True


def _lock(descriptor: int, *, wait: bool) -> None:
    """Lock or raise :class:`BlockingIOError`."""
    if sys.platform == "win32":
        os.lseek(descriptor, _FAR_BYTE, os.SEEK_SET)
        try:
            # LK_LOCK tries for ten seconds and then raises the same PermissionError.
            msvcrt.locking(descriptor, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise BlockingIOError(*error.args) from None
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
