"""Verifies every page of an open cache beside the work, and remembers damage until it was mended.

Reading the whole cache at sign-in would keep staff waiting (0.8 s of processor time at 50,000 persons, 15 s
at a million). A cache that cannot be read at all is still found at opening, and a page that is met on the way
is verified by its own HMAC, as always; what nobody reads, this finds while the desk rests.
"""

from __future__ import annotations

import sqlite3
import threading
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import Any, Protocol

from sqlcipher3 import dbapi2

from werkdesk.storage.connect import quick_check
from werkdesk.storage.durable_file import write_whole

_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY name"


class OpenCache(Protocol):
    """As ``storage.engine.Cache``."""

    def guard(self) -> AbstractContextManager[None]: ...
    def connect_aside(self) -> Any: ...


class DamageMark:
    """A file beside the cache: damage was met, so the next opening verifies every page first."""

    def __init__(self, cache: Path) -> None:
        self._path = cache.with_name(cache.name + ".nakijken")

    @property
    def is_set(self) -> bool:
        """Whether damage was met and not mended yet."""
        return self._path.exists()

    def set(self) -> None:
        """Remember. A disk that takes no file keeps nobody from hearing of the damage itself."""
        with suppress(OSError):
            if not self.is_set:
                write_whole(self._path, b"")

    def clear(self) -> None:
        """The cache is sound, or another one stands in its place."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)


class SlowCheck:
    """One look at every page, a table with its indexes at a time, on a connection of its own.

    No slice holds a lock that anybody waits for, and between two of them the WAL can be emptied. SQLite reads
    outside Python's lock, so that screens go on.
    """

    def __init__(self, cache: OpenCache) -> None:
        self._cache = cache
        self._guard = threading.Lock()
        self._connection: Any = None
        self._is_stopped = False

    def run(self) -> bool:
        """Verify; ``False`` when :meth:`stop` broke it off.

        Raises :class:`werkdesk.errors.Unavailable` ``cache.beschadigd`` (the cache is marked then), and what
        a disk may say; ``Locked('cache.op_slot')`` when the cache was closed.
        """
        with self._cache.guard():
            connection = self._cache.connect_aside()
            try:
                with self._guard:
                    self._connection = connection
                return self._verify(connection)
            except dbapi2.Error as error:
                if self._is_stopped and getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT:
                    return False
                raise
            finally:
                with self._guard:
                    self._connection = None
                connection.close()

    def stop(self) -> None:
        """Break it off, from another thread."""
        with self._guard:
            self._is_stopped = True
            if self._connection is not None:
                self._connection.interrupt()

    def _verify(self, connection: Any) -> bool:
        names = ["sqlite_schema", *(name for (name,) in connection.execute(_TABLES).fetchall())]
        for name in names:
            if self._is_stopped:
                return False
            quick_check(connection, name)
        return True
