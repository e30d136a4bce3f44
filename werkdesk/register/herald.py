"""Carries news between register processes: NOTIFY after commit and at most every 20 ms, LISTEN, and a poll.

A notification inside the transaction would take one lock for the whole server at every commit (sync.md T25).
The poll of the heads every second is the floor under it: news is late by at most that, never lost.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from contextlib import closing

import psycopg
from sqlalchemy import Connection, Engine

from werkdesk.register.database import raw

CHANNEL = "werkdesk"
_COALESCE = 0.02
_POLL = 1.0
_log = logging.getLogger(__name__)

Ring = Callable[[str, int], None]


def notify(connection: Connection, scope: str) -> None:
    """Tell every process that ``scope`` may have news; in a transaction of its own."""
    raw(connection).cursor().execute("SELECT pg_notify(%s, %s)", (CHANNEL, scope))


class Herald:
    """Two threads with a connection each: one listens and polls, one tells. Both outlive a lost database."""

    def __init__(self, engine: Engine, ring: Ring) -> None:
        self._engine = engine
        self._ring = ring
        self._stop = threading.Event()
        self._news = threading.Event()
        self._lock = threading.Lock()
        self._scopes: set[str] = set()
        self._threads = [
            threading.Thread(target=self._run, args=(self._listen,), name="register-listen", daemon=True),
            threading.Thread(target=self._run, args=(self._tell,), name="register-tell", daemon=True),
        ]

    def start(self) -> None:
        """Begin."""
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """End both threads and wait for them."""
        self._stop.set()
        self._news.set()
        for thread in self._threads:
            thread.join(timeout=10)

    def tell(self, scope: str) -> None:
        """There is news of this scope, committed."""
        with self._lock:
            self._scopes.add(scope)
        self._news.set()

    def _run(self, work: Callable[[], None]) -> None:
        while not self._stop.is_set():
            try:
                work()
            except Exception as error:  # noqa: BLE001 - the database may be away for a while
                _log.warning("herald lost its line", extra={"kind": type(error).__name__})
                self._stop.wait(_POLL)

    def _connect(self) -> psycopg.Connection:
        url = self._engine.url
        return psycopg.connect(
            url.set(drivername="postgresql").render_as_string(hide_password=False),
            autocommit=True,
            connect_timeout=10,
        )

    def _listen(self) -> None:
        with closing(self._connect()) as connection:
            connection.execute(f"LISTEN {CHANNEL}")
            next_poll = 0.0
            while not self._stop.is_set():
                heard = list(connection.notifies(timeout=0.2, stop_after=1))
                now = time.monotonic()
                if not heard and now < next_poll:
                    continue
                next_poll = now + _POLL
                rows = connection.execute("SELECT scope, seq FROM head").fetchall()
                for scope, seq in rows:
                    self._ring(scope, seq)

    def _tell(self) -> None:
        with closing(self._connect()) as connection:
            while not self._stop.is_set():
                self._news.wait()
                self._news.clear()
                with self._lock:
                    scopes, self._scopes = self._scopes, set()
                for scope in sorted(scopes):
                    connection.execute("SELECT pg_notify(%s, %s)", (CHANNEL, scope))
                self._stop.wait(_COALESCE)
