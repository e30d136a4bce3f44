"""Locks between processes of one machine; the system lets go of them when a process dies, however it dies."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_SLOTS = 64  # Windows has no shared locks, so every user of a thing takes a byte of its own there


@contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Wait until nobody else is inside, then go in."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if sys.platform == "win32":
            _wait_for_byte(descriptor)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


class UseMark:
    """Says "I use this". :meth:`leave` tells whether that was the last use."""

    def __init__(self, path: Path) -> None:
        self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        if sys.platform == "win32":
            self._slot = _take_free_byte(self._descriptor)
        else:
            fcntl.flock(self._descriptor, fcntl.LOCK_SH)

    def alone(self) -> bool:
        """Whether nobody else uses it now. Ask this only while nobody can come in (:func:`exclusive`)."""
        if sys.platform == "win32":
            others = (slot for slot in range(_SLOTS) if slot != self._slot)
            return all(_try_byte(self._descriptor, slot, keep=False) for slot in others)
        with suppress(BlockingIOError):
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            fcntl.flock(self._descriptor, fcntl.LOCK_SH)
            return True
        # A failed conversion may have let go of the shared lock.
        fcntl.flock(self._descriptor, fcntl.LOCK_SH)
        return False

    def leave(self) -> None:
        """Stop using it."""
        os.close(self._descriptor)


if sys.platform == "win32":

    def _try_byte(descriptor: int, slot: int, *, keep: bool) -> bool:
        os.lseek(descriptor, slot, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        if not keep:
            os.lseek(descriptor, slot, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
        return True

    def _take_free_byte(descriptor: int) -> int:
        while True:
            for slot in range(_SLOTS):
                if _try_byte(descriptor, slot, keep=True):
                    return slot

    def _wait_for_byte(descriptor: int) -> None:
        while True:
            os.lseek(descriptor, 0, os.SEEK_SET)
            with suppress(OSError):
                msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
                return
