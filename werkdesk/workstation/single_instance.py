"""One window per profile. A second start asks the first to come forward and ends.

The lock is the operating system's, so it is free again after ``kill -9``. The request is a file, not a
socket: nothing listens, no firewall asks, it works alike on Windows and Linux, and a request that nobody
answers harms nobody. The window looks with :meth:`SingleInstance.raise_requested` from a timer or from a
watcher on :attr:`SingleInstance.request_path`.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from werkdesk.errors import Unavailable
from werkdesk.workstation.file_lock import FileLock

LOCK_NAME = "werkdesk.lock"
REQUEST_NAME = "naar-voren"


class SingleInstance:
    """Held by the one process that may open the profile; see :func:`take_profile`."""

    def __init__(self, lock: FileLock, request_path: Path) -> None:
        self._lock = lock
        self.request_path = request_path

    def raise_requested(self) -> bool:
        """Whether another start asked for the window since the last question."""
        try:
            self.request_path.unlink()
        except OSError:
            return False
        return True

    def release(self) -> None:
        """Let another process in. Ending the process does the same."""
        self._lock.release()


def take_profile(folder: Path) -> SingleInstance:
    """Become the one process for ``folder``, which must exist.

    Raises :class:`Unavailable`: ``werkdesk.al_geopend`` with ``pid`` (0 when unknown) of the process that has
    it; ``profiel.onbereikbaar`` when the folder cannot be written.
    """
    lock = FileLock(folder / LOCK_NAME)
    try:
        if not lock.try_take():
            raise Unavailable("werkdesk.al_geopend", pid=_holder(folder))
        with suppress(OSError):  # a full disk: the lock counts, the number in it is a courtesy
            lock.write(f"{os.getpid()}\n")
    except OSError as error:
        lock.release()
        raise Unavailable("profiel.onbereikbaar", nummer=error.errno or 0) from None
    instance = SingleInstance(lock, folder / REQUEST_NAME)
    instance.raise_requested()  # a request for a process that died is not for us
    return instance


def request_raise(folder: Path) -> None:
    """Ask whoever has ``folder`` to show its window. Never fails: there is nothing better to do then."""
    try:
        (folder / REQUEST_NAME).touch(mode=0o600)
    except OSError:
        return


def _holder(folder: Path) -> int:
    try:
        text = (folder / LOCK_NAME).read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        return 0
    return int(text) if text.isdigit() and len(text) < 12 else 0
