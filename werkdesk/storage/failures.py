"""SQLite's errors in the words of :mod:`werkdesk.errors`; the one place where they end."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlcipher3 import dbapi2

from werkdesk.errors import Unavailable
from werkdesk.storage.disk_failures import disk_failure

_CODES = {
    sqlite3.SQLITE_FULL: "schijf.vol",
    sqlite3.SQLITE_IOERR: "schijf.fout",
    sqlite3.SQLITE_CANTOPEN: "schijf.fout",
    sqlite3.SQLITE_READONLY: "schijf.alleen_lezen",
    sqlite3.SQLITE_PERM: "schijf.alleen_lezen",
    sqlite3.SQLITE_BUSY: "cache.bezet",
    sqlite3.SQLITE_LOCKED: "cache.bezet",
    sqlite3.SQLITE_CORRUPT: "cache.beschadigd",
    sqlite3.SQLITE_NOTADB: "cache.beschadigd",
}
DISK_CODES = frozenset({"schijf.vol", "schijf.fout"})
"""A file-size limit and some file systems say "I/O error" where they mean "full" (security.md 2.3)."""
_BREAKING = DISK_CODES | {"cache.beschadigd"}


def sqlite_failure(error: BaseException) -> Unavailable | None:
    """Translate an error of the driver, or of SQLAlchemy around it; ``None`` when it is our own defect."""
    original = error.orig if isinstance(error, DBAPIError) else error
    number = getattr(original, "sqlite_errorcode", None)
    if not isinstance(original, dbapi2.Error) or not isinstance(number, int):
        return None
    code = _CODES.get(number & 0xFF)  # the low byte; the rest is SQLite's extended code
    return None if code is None else Unavailable(code, nummer=number)


def is_broken(error: BaseException) -> bool:
    """Whether nobody knows any more what the connection that said this holds: it has to be closed."""
    failure = sqlite_failure(error)
    return failure is not None and failure.code in _BREAKING


@contextmanager
def storage_errors() -> Iterator[None]:
    """Translate what disk and database may say; a defect (a wrong statement, a broken rule) passes as it is.

    Raises :class:`Unavailable`: ``schijf.vol``, ``schijf.fout``, ``schijf.alleen_lezen``, ``cache.bezet``,
    ``cache.beschadigd``.
    """
    try:
        yield
    except PoolTimeout:
        raise Unavailable("cache.bezet") from None
    except (DBAPIError, dbapi2.Error) as error:
        failure = sqlite_failure(error)
        if failure is None:
            raise
        raise failure from None
    except OSError as error:
        raise disk_failure(error) from None
