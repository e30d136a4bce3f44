"""Empties the WAL beside the work, so that no save has to do it.

SQLite itself does it inside the commit that makes the WAL too long: that one save then waits for a few
hundred pages more and for two more syncs of the disk. Here a thread of its own copies them, in the mode that
waits for nobody and lets nobody wait. SQLite's own limit stays as a safety net (``WAL_PAGES_AT_MOST``).
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from sqlcipher3 import dbapi2

from werkdesk.errors import Locked, Unavailable

PAGES = 200
"""So long may a WAL become: what was deleted can still be read in it, by who has the key."""
CALM_SECONDS = 0.25
"""Several saves in a row are one piece of work."""


class WalKeeper:
    """``connect``: a connection of its own, made at the first need. One thread, until :meth:`stop`."""

    def __init__(self, connect: Callable[[], Any], calm_seconds: float = CALM_SECONDS) -> None:
        self._connect, self._calm_seconds = connect, calm_seconds
        self._guard = threading.Lock()
        self._woken, self._stopping = threading.Event(), threading.Event()
        self._thread: threading.Thread | None = None

    def wake(self) -> None:
        """Something was committed; any thread."""
        self._woken.set()
        if self._thread is None:
            with self._guard:
                if self._thread is None and not self._stopping.is_set():
                    self._thread = threading.Thread(target=self._run, name="werkdesk-wal", daemon=True)
                    self._thread.start()

    def stop(self) -> None:
        """End the thread and close its connection. Twice is fine."""
        with self._guard:
            self._stopping.set()
            self._woken.set()
            thread, self._thread = self._thread, None
        if thread is not None:
            thread.join()

    def _run(self) -> None:
        connection: Any = None
        try:
            while not self._stopping.is_set():
                self._woken.wait()
                if self._stopping.wait(self._calm_seconds):
                    break
                self._woken.clear()
                connection = self._empty(connection)
        finally:
            if connection is not None:
                connection.close()

    def _empty(self, connection: Any) -> Any:
        """A disk that says no says so again at the next save, to somebody; here nobody would hear it.

        Whoever reads may hold part of it back: then it is looked at again.
        """
        try:
            connection = connection or self._connect()
            if _waiting(connection, "NOOP") >= PAGES and _waiting(connection, "PASSIVE") >= PAGES:
                self._woken.set()
        except (dbapi2.Error, Unavailable, Locked):
            if connection is not None:
                connection.close()
            return None
        return connection


def _waiting(connection: Any, mode: str) -> int:
    """Pages that stand in the WAL alone, after a checkpoint of this mode."""
    _, pages, done = connection.execute(f"PRAGMA wal_checkpoint({mode})").fetchone()
    return int(pages - done)
