"""The encrypted cache: one file, one engine for writers and one for readers.

Writers begin with ``BEGIN IMMEDIATE``, so that two of them wait for each other instead of failing half-way;
readers see one consistent state and cannot write. Importing this module imports SQLAlchemy: not before the
first frame.
"""

from __future__ import annotations

import hmac
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, ExceptionContext, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from werkdesk.errors import Locked, Refused, Unavailable
from werkdesk.storage.ballast import Ballast
from werkdesk.storage.connect import (
    APPLICATION_ID,
    BUSY_SECONDS,
    SMALL_CACHE_KIB,
    check_driver,
    check_header,
    check_key,
    connect,
    quick_check,
    unreadable,
)
from werkdesk.storage.disk_failures import disk_errors
from werkdesk.storage.durable_file import rename, sync_file, write_whole
from werkdesk.storage.failures import DISK_CODES, is_broken, storage_errors
from werkdesk.storage.local_disk import require_local_disk
from werkdesk.storage.set_aside import COMPANIONS
from werkdesk.storage.soundness import DamageMark
from werkdesk.storage.statements import ask_one, run
from werkdesk.storage.wal_keeper import WalKeeper

FILE_NAME = "cache.db"
_POOL = 2


class Cache:
    """An open cache. ``writer`` and ``reader`` are ordinary SQLAlchemy engines over the same file.

    Use :meth:`write` and :meth:`read`; they translate errors and, on a full disk, give up the ballast.
    """

    def __init__(self, path: Path, key: bytes | bytearray, ballast: Ballast) -> None:
        """For :func:`open_cache`; keeps its own copy of the key."""
        self.path = path
        self.ballast = ballast
        self._mark = DamageMark(path)
        self._key = bytearray(key)
        self.wal = WalKeeper(self.connect_aside)
        self.writer = _engine(lambda: connect(path, self._live_key()), "BEGIN IMMEDIATE")
        self.reader = _engine(lambda: connect(path, self._live_key(), read_only=True), "BEGIN")

    @property
    def is_damaged(self) -> bool:
        """Whether damage was met; the next opening then verifies every page."""
        return self._mark.is_set

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One write transaction: committed and durable at the end, rolled back when anything is raised.

        Raises :class:`Unavailable` ``schijf.*``, ``cache.bezet`` (5 s of waiting for another writer),
        ``cache.beschadigd``; :class:`Locked` ``cache.op_slot`` after :meth:`close`. Nothing was saved then.
        """
        with self.guard(), self.writer.begin() as connection:
            yield connection
        self.wal.wake()

    @contextmanager
    def note(self) -> Iterator[Connection]:
        """As :meth:`write`, for what may be lost in a power cut: all of it or nothing, as if it never was.

        It does not wait for the disk; the next :meth:`write` makes it durable with its own. Only for what is
        found out again by itself. On the connection of who saves, because another one would make that one
        read its pages again.
        """
        with self.guard(), self.writer.connect() as connection:
            driver: Any = connection.connection.driver_connection
            driver.execute("PRAGMA synchronous = NORMAL")
            try:
                with connection.begin():
                    yield connection
            finally:
                try:
                    driver.execute("PRAGMA synchronous = FULL")
                except BaseException:
                    connection.invalidate()
                    raise
        self.wal.wake()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One consistent look. Raises as :meth:`write`."""
        with self.guard(), self.reader.begin() as connection:
            yield connection

    def glance(self, statement: str, values: Sequence[Any] = ()) -> tuple[Any, ...] | None:
        """The first row of one statement. It sees one state by itself, so it costs no transaction: a third of
        :meth:`read`. Raises as :meth:`read`.
        """
        with self.guard(), self.reader.connect() as connection:
            return ask_one(connection, statement, values)

    @contextmanager
    def guard(self) -> Iterator[None]:
        """``storage_errors`` for this cache, for an ORM session on :attr:`writer`.

        On a full disk (or what may be one) the ballast goes, so that what waits can still be sent.
        """
        try:
            with storage_errors():
                yield
        except Unavailable as error:
            if error.code == "cache.beschadigd":
                self._mark.set()
            if error.code not in DISK_CODES:
                raise
            is_full = self.ballast.is_disk_full()
            self.ballast.give_up()
            if is_full and error.code != "schijf.vol":
                raise Unavailable("schijf.vol") from None
            raise

    def checkpoint(self) -> None:
        """Move the WAL into the file and empty it; for idle moments. Does less when a reader is busy."""
        with self.guard():
            raw = self.writer.raw_connection()
            try:
                raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            finally:
                raw.close()

    def connect_aside(self) -> Any:
        """A reading connection of one's own, with little memory; to be closed by who asked for it."""
        return connect(self.path, self._live_key(), read_only=True, cache_kib=SMALL_CACHE_KIB)

    def close(self) -> None:
        """Empty the WAL as far as possible, close every connection and wipe the key. Twice is fine."""
        if not self._key:
            return
        self.wal.stop()
        try:
            self.checkpoint()
        except Unavailable:
            pass  # what was committed is in the WAL, and the next start reads it from there
        finally:
            self.writer.dispose()
            self.reader.dispose()
            for index in range(len(self._key)):
                self._key[index] = 0
            self._key.clear()

    def _live_key(self) -> bytearray:
        if not self._key:
            raise Locked("cache.op_slot")
        return self._key


def create_cache_file(path: Path, key: bytes | bytearray) -> None:
    """Make an empty cache at ``path``, whole or not at all. Tables are the migrations' business.

    ``key``: 32 raw bytes. Raises :class:`Refused`: ``cache.bestaat`` (a cache, or a WAL of one, stands here:
    set it aside first), ``cache.netwerkschijf``, ``cache.zonder_versleuteling``, ``cache.sqlite_te_oud``;
    :class:`Unavailable` ``schijf.*``.
    """
    check_driver()
    with disk_errors():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    require_local_disk(path.parent)
    if any(path.with_name(path.name + end).exists() for end in ("", *COMPANIONS)):
        raise Refused("cache.bestaat")
    new = path.with_name(path.name + ".new")
    with storage_errors():
        for end in ("", *COMPANIONS):
            new.with_name(new.name + end).unlink(missing_ok=True)
        os.close(os.open(new, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        connection = connect(new, key)
        try:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        finally:
            connection.close()
        sync_file(new)
        write_whole(_proof_path(path), _proof(key))
        rename(new, path)
    DamageMark(path).clear()
    Ballast(path.parent).ensure()


def open_cache(path: Path, key: bytes | bytearray, *, check: bool = True) -> Cache:
    """Open an existing cache and pass every gate; a new one is never made here.

    ``check``: verify every page first (0.8 s at 50,000 persons); a cache in which damage was met always is.
    If not, let a :class:`werkdesk.storage.soundness.SlowCheck` run while the desk rests. Raises
    :class:`Refused` as :func:`create_cache_file`; :class:`Locked` ``cache.sleutel`` (the file was made with
    another key); :class:`Unavailable` ``cache.ontbreekt``, ``cache.beschadigd``, ``cache.onversleuteld``,
    ``cache.bezet``, ``schijf.*``.
    """
    check_driver()
    require_local_disk(path.parent)
    with disk_errors():
        check_header(path)
    ballast = Ballast(path.parent)
    try:
        _pass_gates(path, key, check=check)
    except Unavailable as error:
        if error.code not in DISK_CODES:
            raise
        is_full = ballast.is_disk_full()
        if not ballast.give_up():
            raise (Unavailable("schijf.vol") if is_full else error) from None
        _pass_gates(path, key, check=check)
    return Cache(path, key, ballast)


def _pass_gates(path: Path, key: bytes | bytearray, *, check: bool) -> None:
    mark = DamageMark(path)
    try:
        connection = connect(path, key, cache_kib=SMALL_CACHE_KIB)
        try:
            check_key(connection)
            if check or mark.is_set:
                quick_check(connection)
                mark.clear()
        finally:
            connection.close()
    except dbapi2.Error as error:
        reason = unreadable(error, key_fits=_key_fits(path, key))
        if reason is None:
            raise
        raise reason from None


def _proof_path(path: Path) -> Path:
    return path.with_name(path.name + ".sleutelproef")


def _proof(key: bytes | bytearray) -> bytes:
    """Tells whether a key is this cache's; says nothing about it, because it is random."""
    return hmac.digest(bytes(key), b"werkdesk cache proof", "sha256").hex().encode()


def _key_fits(path: Path, key: bytes | bytearray) -> bool:
    """Whether the file was made with ``key``; SQLCipher itself cannot tell a wrong key from a torn page."""
    try:
        return hmac.compare_digest(_proof_path(path).read_bytes(), _proof(key))
    except OSError:
        return False


def _engine(creator: Callable[[], Any], begin: str) -> Engine:
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=creator,
        poolclass=QueuePool,
        pool_size=_POOL,
        max_overflow=_POOL,
        pool_timeout=BUSY_SECONDS,
        pool_use_lifo=True,  # one warm page cache instead of two half ones
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        """The driver is left in autocommit, or it would begin by itself, late and as a reader."""
        run(connection, begin)

    @event.listens_for(engine, "handle_error")
    def _drop_broken(context: ExceptionContext) -> None:
        """After an I/O error nobody knows what a connection holds: close it and open another."""
        if is_broken(context.original_exception):
            context.is_disconnect = True

    return engine
