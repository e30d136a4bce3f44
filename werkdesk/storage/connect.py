"""One road to an encrypted connection: the key, the pragmas and the gates, in the order they must have."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from werkdesk.errors import Locked, Refused, Unavailable
from werkdesk.storage.failures import sqlite_failure

APPLICATION_ID = 0x57444B31  # "WDK1"; an empty or foreign database has another
LEAST_SQLITE = (3, 51, 3)  # the fix of WAL reset losing committed pages
BUSY_SECONDS = 5.0
_PLAIN_HEADER = b"SQLite format 3\x00"

WAL_PAGES_AT_MOST = 4_000
"""Where SQLite empties the WAL itself, inside a commit; ``storage.wal_keeper`` does so long before."""

PRAGMAS = (
    "synchronous = FULL",
    "foreign_keys = ON",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    f"wal_autocheckpoint = {WAL_PAGES_AT_MOST}",
)
PAGE_CACHE_KIB = 65_536
SMALL_CACHE_KIB = 2_048
"""For a connection that reads every page once: what it keeps, it never uses again."""


def check_driver() -> None:
    """Raise :class:`Refused` ``cache.zonder_versleuteling`` or ``cache.sqlite_te_oud``; never start then.

    Without SQLCipher the key pragma is silently ignored and the file would be plain text.
    """
    probe = dbapi2.connect(":memory:")
    try:
        row = probe.execute("PRAGMA cipher_version").fetchone()
    finally:
        probe.close()
    if row is None or not row[0]:
        raise Refused("cache.zonder_versleuteling")
    if tuple(dbapi2.sqlite_version_info) < LEAST_SQLITE:
        raise Refused("cache.sqlite_te_oud", versie=dbapi2.sqlite_version)


def check_header(path: Path) -> None:
    """Raise :class:`Unavailable` when the file cannot be our cache.

    ``cache.ontbreekt``, ``cache.onversleuteld`` (a plain SQLite file in its place) or ``cache.beschadigd``
    (empty). Raises :class:`OSError` too.
    """
    try:
        with path.open("rb") as file:
            header = file.read(len(_PLAIN_HEADER))
    except FileNotFoundError:
        raise Unavailable("cache.ontbreekt") from None
    if header == _PLAIN_HEADER:
        raise Unavailable("cache.onversleuteld")
    if len(header) < len(_PLAIN_HEADER):
        raise Unavailable("cache.beschadigd")


def connect(
    path: Path, key: bytes | bytearray, *, read_only: bool = False, cache_kib: int = PAGE_CACHE_KIB
) -> Any:
    """Give a DBAPI connection with key and pragmas set; transactions are left to whoever begins them.

    ``key``: 32 raw bytes. ``cache_kib``: the most memory it keeps pages in. Raises the driver's errors: a
    wrong key and a damaged first page are both ``SQLITE_NOTADB`` here; :func:`check_key` tells them apart.
    """
    connection = dbapi2.connect(
        str(path), timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False, cached_statements=256
    )
    try:
        # SQLCipher writes to stderr otherwise, and it must be said before the key.
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{bytes(key).hex()}'\"")
        mode = connection.execute("PRAGMA journal_mode = WAL").fetchone()
        if mode is None or mode[0] != "wal":
            raise Unavailable("schijf.fout")
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        connection.execute(f"PRAGMA cache_size = -{cache_kib}")
        if read_only:
            connection.execute("PRAGMA query_only = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def check_key(connection: Any) -> None:
    """Raise :class:`Unavailable` ``cache.beschadigd`` when this is no database of ours."""
    row = connection.execute("PRAGMA application_id").fetchone()
    if row is None or row[0] != APPLICATION_ID:
        raise Unavailable("cache.beschadigd")


def quick_check(connection: Any, table: str = "") -> None:
    """Read every page, which checks its HMAC too. Raises :class:`Unavailable` ``cache.beschadigd``.

    ``table``: only the pages of this table and of its indexes.
    """
    what = f"'{table}'" if table else "1"
    if [tuple(row) for row in connection.execute(f"PRAGMA quick_check({what})").fetchall()] != [("ok",)]:
        raise Unavailable("cache.beschadigd")


def unreadable(error: BaseException, *, key_fits: bool) -> Exception | None:
    """What a failed opening means. ``key_fits``: whether the key is the one this file was made with."""
    failure = sqlite_failure(error)
    if failure is not None and failure.code == "cache.beschadigd" and not key_fits:
        return Locked("cache.sleutel")
    return failure
