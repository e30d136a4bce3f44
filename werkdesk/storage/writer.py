"""Who may write to the cache now: one unit of work at a time, in this process and on this disk."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from werkdesk.errors import Unavailable
from werkdesk.storage.engine import Cache
from werkdesk.storage.journal_keeper import JournalKeeper
from werkdesk.storage.projection.project import Projection

_PATIENCE_SECONDS = 10.0


class Writer:
    """The cache, its journal and its projection, behind one queue.

    The journal is written inside the database transaction that takes the same acts, so both must have the
    same order; SQLite's own lock then only has to keep other processes out. Turns are given in the order in
    which they were asked for: with a plain lock, a pull that lets go and asks again would always win.
    """

    def __init__(self, cache: Cache, journal: JournalKeeper, projection: Projection) -> None:
        self.cache, self.journal, self.projection = cache, journal, projection
        self.counters_given: dict[str, int] = {}
        self.clock_ms = 0  # measured offset of our clock to the register's
        self._turned = threading.Condition()
        self._queue: deque[object] = deque()

    @property
    def is_wanted(self) -> bool:
        """Whether somebody else waits for a turn: long work gives way between two pieces."""
        return len(self._queue) > 1

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for a turn. Raises :class:`Unavailable` ``cache.bezet`` after ten seconds.

        Not to be nested: who has the turn would wait for itself.
        """
        me = object()
        with self._turned:
            self._queue.append(me)
            if not self._turned.wait_for(lambda: self._queue[0] is me, _PATIENCE_SECONDS):
                self._queue.remove(me)
                raise Unavailable("cache.bezet")
        try:
            yield
        finally:
            with self._turned:
                self._queue.popleft()
                self._turned.notify_all()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """One turn and one write transaction, for writes that make no act."""
        with self.turn(), self.cache.write() as connection:
            yield connection

    @contextmanager
    def note(self) -> Iterator[Connection]:
        """One turn and one transaction that a power cut may take back; see :meth:`Cache.note`."""
        with self.turn(), self.cache.note() as connection:
            yield connection

    def learn(self) -> None:
        """Let SQLite look again at what its tables hold, when that changed much; otherwise nothing is done.

        Without it the planner may choose a wrong index after a first fill. A thousand rows of each index tell
        enough: all of them take 0.6 s at 50,000 persons instead of 6 ms, and who saves would have to wait.
        Raises ``Unavailable``.
        """
        with self.turn(), self.cache.guard():
            raw = self.cache.writer.raw_connection()
            try:
                raw.cursor().execute("PRAGMA analysis_limit = 1000").fetchall()
                raw.cursor().execute("PRAGMA optimize = 0x10002")
            finally:
                raw.close()
