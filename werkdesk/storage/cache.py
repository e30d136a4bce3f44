"""Opens the whole cache for the composition root: unit of work, reads, drafts, papers, sync store.

Importing this module imports SQLAlchemy: only the desk's wiring does, after the first frame.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from werkdesk.errors import Locked, Unavailable
from werkdesk.messages.wire import SCHEMA
from werkdesk.storage.blobs import SqlBlobs
from werkdesk.storage.concepten import SqlConcepten
from werkdesk.storage.counters import release, skip
from werkdesk.storage.disk_failures import disk_errors
from werkdesk.storage.engine import FILE_NAME, Cache, create_cache_file
from werkdesk.storage.engine import open_cache as open_cache_file
from werkdesk.storage.journal.journal import FILE_NAME as JOURNAL_NAME
from werkdesk.storage.journal.reading import read_records
from werkdesk.storage.journal_keeper import JournalFacts, JournalKeeper
from werkdesk.storage.keyslots.desk_keys import DeskKeys
from werkdesk.storage.migrations.run import migrate
from werkdesk.storage.overzichten.overzichten import SqlOverzichten
from werkdesk.storage.overzichten.zoeken import Zoeker
from werkdesk.storage.projection.project import Projection
from werkdesk.storage.rebuild import rebuild_projection, replay_parked
from werkdesk.storage.reconcile import Reconciled, give_to_journal, take_from_journal
from werkdesk.storage.rules.shelf import SqlRuleShelf
from werkdesk.storage.set_aside import set_aside
from werkdesk.storage.settings import read_line, read_setting, write_setting
from werkdesk.storage.soundness import SlowCheck
from werkdesk.storage.spare_identity import read_spare
from werkdesk.storage.sync_store import SqlSyncStore
from werkdesk.storage.uuid7 import new_id
from werkdesk.storage.work import SqlWork
from werkdesk.storage.writer import Writer
from werkdesk.usecases.ports import Clock, DeskIdentity, NewId


@dataclass(frozen=True, slots=True, kw_only=True)
class CacheHandles:
    """An open cache. ``reconciled``: what journal and database gave each other. ``set_aside``: where a
    damaged cache went that this one replaces; unsent work came from the journal, the rest comes from the
    register. ``tidings``: codes of what staff must hear of all that.
    """

    work: SqlWork
    overzichten: SqlOverzichten
    concepten: SqlConcepten
    blobs: SqlBlobs
    sync_store: SqlSyncStore
    rules: SqlRuleShelf
    writer: Writer
    reconciled: Reconciled
    set_aside: Path | None = None
    tidings: tuple[str, ...] = ()

    def rebuild(self) -> None:
        """Make every list and the search index anew; they then say what they said, or what they should."""
        with self.writer.transaction() as connection:
            rebuild_projection(connection, self.writer.projection)

    def slow_check(self) -> SlowCheck:
        """To verify every page beside the work."""
        return SlowCheck(self.writer.cache)

    def idle(self) -> None:
        """Nothing happens now: renew the planner's figures, empty the WAL. Raises ``Unavailable``."""
        self.writer.learn()
        self.writer.cache.checkpoint()

    def close(self) -> None:
        """Close files and wipe the key. What was saved is safe whether or not this is called."""
        try:
            with self.writer.transaction() as connection:
                release(connection, self.writer.counters_given)
        except (Unavailable, Locked):
            pass  # the numbers that were reserved are skipped at the next start
        finally:
            self.writer.journal.close()
            self.writer.cache.close()


def create_cache(folder: Path, keys: DeskKeys, *, clock: Clock, make_id: NewId = new_id) -> CacheHandles:
    """Make an empty cache in ``folder`` and open it.

    Raises :class:`werkdesk.errors.Refused` ``cache.bestaat``, ``cache.netwerkschijf``; ``Unavailable``
    ``schijf.*``.
    """
    _make(folder, keys)
    return open_cache(folder, keys, clock=clock, make_id=make_id)


def open_cache(
    folder: Path, keys: DeskKeys, *, clock: Clock, make_id: NewId = new_id, check: bool = True
) -> CacheHandles:
    """Open the cache of ``folder``; one that is damaged or gone is made anew from the journal.

    A damaged one is set aside. ``check``: verify every page first. Raises ``Refused('cache.nieuwer')`` for a
    cache of a later version, ``Locked('cache.sleutel')``, ``Unavailable``: ``cache.ontbreekt`` (there never
    was one), ``cache.verloren`` (the journal is lost as well), ``cache.bezet``, ``schijf.*``.
    """
    opened = _Opening(folder, keys, clock, make_id)
    try:
        return opened.open(check=check)
    except Unavailable as error:
        if error.code not in _REPLACED or (error.code == "cache.ontbreekt" and not _is_enrolled(opened)):
            raise
        lost = error.code
    if not _journal_speaks(opened):
        # Without both nobody knows which numbers were given out: two people would get the same kenmerk.
        raise Unavailable("cache.verloren")
    aside = set_aside(folder / FILE_NAME, clock())
    _make(folder, keys)
    return opened.open(check=False, lost=lost, aside=aside if aside.exists() else None)


_REPLACED = {"cache.beschadigd": "cache.hersteld", "cache.ontbreekt": "cache.opnieuw"}
"""What makes that a cache is made anew, and what staff are told then."""


@dataclass(frozen=True, slots=True)
class _Opening:
    """What stays the same when a cache is opened a second time."""

    folder: Path
    keys: DeskKeys
    clock: Clock
    make_id: NewId

    def open(self, *, check: bool, lost: str = "", aside: Path | None = None) -> CacheHandles:
        """Open the file and what stands around it. ``lost``: why the cache before this one was given up."""
        cache = open_cache_file(self.folder / FILE_NAME, self.keys.cache_key(), check=check)
        try:
            return _assemble(self, cache, lost, aside)
        except BaseException:
            cache.close()
            raise


def _make(folder: Path, keys: DeskKeys) -> None:
    create_cache_file(folder / FILE_NAME, keys.cache_key())


def _is_enrolled(opening: _Opening) -> bool:
    return read_spare(opening.folder, opening.keys) is not None


def _journal_speaks(opening: _Opening) -> bool:
    """Whether the journal still tells how far this desk had counted; an empty one says: nothing was done yet.

    It is read and not opened: opening would cut off what a specialist might still read.
    """
    try:
        with disk_errors():
            data = (opening.folder / JOURNAL_NAME).read_bytes()
    except Unavailable:
        return False
    records, _ = read_records(data, opening.keys.desk, bytes(opening.keys.journal_key()))
    return bool(records) or not data


def _tidings(lost: str, journal: JournalFacts, given: Reconciled) -> tuple[str, ...]:
    """Codes for staff: nothing is mended in silence, and nothing is called whole that may not be."""
    if lost:
        if journal.was_damaged or journal.was_torn:
            return _REPLACED[lost], "werk.controleren"
        return _REPLACED[lost], "journaal.leeg" if journal.was_empty else "werk.bewaard"
    told = ("journaal.hersteld",) if journal.was_damaged or given.to_journal else ()
    return (*told, "werk.teruggezet") if given.from_journal else told


def _renew_after_update(connection: Connection, projection: Projection) -> None:
    """The register's words are kept as they came: a newer program may read more in them than lists show."""
    if read_setting(connection, "schema", int) != SCHEMA:
        rebuild_projection(connection, projection)
        write_setting(connection, "schema", SCHEMA)


def _about_the_disk(cache: Cache) -> tuple[str, ...]:
    """The ballast is made good as soon as there is room; until then staff hear that they work on it."""
    return () if cache.ballast.restore() else ("schijf.bijna_vol",)


def _assemble(opening: _Opening, cache: Cache, lost: str, aside: Path | None) -> CacheHandles:
    folder, keys, clock = opening.folder, opening.keys, opening.clock
    search_key = bytes(keys.search_key())
    projection = Projection(search_key)
    with cache.write() as connection:
        migrate(connection)
        identity = read_setting(connection, "identity", DeskIdentity)
        if identity is None and (identity := read_spare(folder, keys)) is not None:
            write_setting(connection, "identity", identity)
    journal = JournalKeeper(
        folder / JOURNAL_NAME, keys, register_key="" if identity is None else identity.register_key
    )
    found = journal.facts()
    try:
        with cache.write() as connection:
            back = take_from_journal(connection, projection, journal)
            if lost and (found.was_damaged or found.was_torn):
                skip(connection)
            added = give_to_journal(connection, journal)
            connection.exec_driver_sql("UPDATE outbox SET state = 'new' WHERE state = 'sent'")
            _renew_after_update(connection, projection)
            replay_parked(connection, projection)
            clock_ms = read_line(connection).clock_ms
        reconciled = Reconciled(back, added)
        writer = Writer(cache, journal, projection)
        writer.clock_ms = clock_ms
        common: dict[str, Any] = {"writer": writer, "clock": clock}
        return CacheHandles(
            work=SqlWork(**common, new_id=opening.make_id),
            overzichten=SqlOverzichten(cache, Zoeker(search_key), clock, lambda: len(journal.units)),
            concepten=SqlConcepten(**common),
            blobs=SqlBlobs(cache),
            sync_store=SqlSyncStore(**common, folder=folder, keys=keys),
            rules=SqlRuleShelf(cache),
            writer=writer,
            reconciled=reconciled,
            set_aside=aside,
            tidings=_tidings(lost, found, reconciled) + _about_the_disk(cache),
        )
    except BaseException:
        journal.close()
        raise
