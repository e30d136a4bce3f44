"""Who may write to the cache now: one unit of work at a time, in this process and on this disk."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from werkdesk.errors import Unavailable
from werkdesk.storage.engine import Cache
from werkdesk.storage.journal_keeper import JournalKeeper
from werkdesk.storage.projection.project import Projection

_PATIENCE_SECONDS = 10.0


class Writer:
    """The cache, its journal and its projection, behind one lock.

    The journal is written inside the database transaction that takes the same acts, so both must have the
    same order; SQLite's own lock then only has to keep other processes out.
    """

    def __init__(self, cache: Cache, journal: JournalKeeper, projection: Projection) -> None:
        self.cache, self.journal, self.projection = cache, journal, projection
        self.counters_given: dict[str, int] = {}
        self.clock_ms = 0  # measured offset of our clock to the register's
        self._lock = threading.Lock()
        self._waiting = 0
        self._count_lock = threading.Lock()

    @property
    def is_wanted(self) -> bool:
        """Whether somebody waits for a turn: long work gives way between two pieces."""
        return self._waiting > 0

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for a turn. Raises :class:`Unavailable` ``cache.bezet`` after ten seconds."""
        with self._count_lock:
            self._waiting += 1
        try:
            taken = self._lock.acquire(timeout=_PATIENCE_SECONDS)
        finally:
            with self._count_lock:
                self._waiting -= 1
        if not taken:
            raise Unavailable("cache.bezet")
        try:
            yield
        finally:
            self._lock.release()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """One turn and one write transaction, for writes that make no act."""
        with self.turn(), self.cache.write() as connection:
            yield connection
