"""The unit of work: an act is in the journal and in the database before a screen says "Opgeslagen"."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

import msgspec
from sqlalchemy import Connection, RootTransaction

from werkdesk.domain.afdoening import Afdoening, VraagAfgedaan
from werkdesk.domain.gebeurtenissen import Gebeurtenis
from werkdesk.domain.rechten import check_right
from werkdesk.domain.rechten_nader import author_at_desk
from werkdesk.domain.toepassen.toepassen import Stand, apply
from werkdesk.errors import Unavailable
from werkdesk.messages.chain import START, chain_hash
from werkdesk.messages.codec import content_hash, encode
from werkdesk.messages.wire import SCHEMA, Mutation
from werkdesk.storage.blobs import keep_blob
from werkdesk.storage.counters import forget_days, highest_known, read_counters, reserve
from werkdesk.storage.fold import refold, stand_without
from werkdesk.storage.journal_keeper import JournalUnit
from werkdesk.storage.outbox import creators, file_acts, references
from werkdesk.storage.reconcile import mend_journal
from werkdesk.storage.records import base_rev, put_overlay, read_stand
from werkdesk.storage.settings import Chain, read_chain, write_chain
from werkdesk.storage.settled import refused_record
from werkdesk.storage.statements import ask_one, run
from werkdesk.storage.writer import Writer
from werkdesk.usecases.changes import TOPIC_OF_RECORD, Changes, Topic
from werkdesk.usecases.ports import Clock, NewId, S, Wie


@dataclass(frozen=True, slots=True)
class SqlWork:
    """Opens units of work; fulfils ``usecases.ports.Work``."""

    writer: Writer
    clock: Clock
    new_id: NewId

    @contextmanager
    def __call__(self, wie: Wie) -> Iterator[UnitOfWork]:
        """One unit of work in the name of ``wie``. Raises ``Unavailable('cache.bezet')``, ``schijf.*``."""
        with self.writer.turn():
            unit = UnitOfWork(self.writer, wie, self.clock, self.new_id)
            try:
                yield unit
            finally:
                unit.close()


class UnitOfWork:
    """One open unit of work; fulfils ``usecases.ports.Cache``. Nothing is written before :meth:`commit`."""

    def __init__(self, writer: Writer, wie: Wie, clock: Clock, new_id: NewId) -> None:
        self._writer, self._wie, self._clock, self._new_id = writer, wie, clock, new_id
        self._connection: Connection | None = None
        self._transaction: RootTransaction | None = None
        self._acts: list[Gebeurtenis] = []
        self._now: dict[tuple[str, UUID], Stand] = {}
        self._blobs: dict[str, bytes] = {}
        self._dropped: list[str] = []
        self._numbers: dict[str, int] = {}
        self._settled: frozenset[UUID] = frozenset()
        self._without: dict[tuple[str, UUID], Stand | None] = {}
        self._is_open = True

    def get(self, kind: type[S], rid: UUID) -> S | None:
        """The record as this desk sees it, with the acts of this unit of work applied."""
        stand = self._stand(kind.soort, rid)
        return stand if isinstance(stand, kind) else None

    def record(self, *acts: Gebeurtenis) -> None:
        """Apply acts; :meth:`commit` files them. Raises ``Refused`` as ``check_right`` and ``apply`` do."""
        for act in acts:
            before = self._stand(act.betreft, act.id)
            check_right(act, before, author_at_desk(self._wie.medewerker, self._wie.rollen, act, before))
            stand = apply(before, act).stand
            self._now[act.betreft, act.id] = stand
            self._acts.append(act)
            if isinstance(act, VraagAfgedaan):
                self._settle(act.id)

    def next_teller(self, wat: str) -> int:
        """The next number of a counter; durable as "given out" before it is returned."""
        given = self._writer.counters_given
        with self._writer.cache.guard():
            connection = self._begin()
            row = ask_one(connection, "SELECT reserved FROM counter WHERE name = ?", (wat,))
            reserved = highest_known(connection, wat, self._wie.balie) if row is None else int(row[0])
            # What an earlier process reserved counts as given out; what we reserved and did not give, not.
            number = given.get(wat, reserved) + 1
            if number > reserved:
                reserve(connection, {wat: number})
                forget_days(connection)
                self._end_here()
        given[wat] = number
        self._numbers[wat] = number
        return number

    def keep_blob(self, sha256: str, content: bytes) -> None:
        """Keep bytes under their hash, in the same transaction."""
        self._blobs[sha256] = content

    def drop_concept(self, sleutel: str) -> None:
        """Forget a draft, in the same transaction."""
        self._dropped.append(sleutel)

    def commit(self) -> Changes:
        """Journal first and durable, then the database in one transaction; only then is it saved.

        Raises ``Unavailable``: ``schijf.vol`` and other ``schijf.*``, ``cache.bezet``, ``journaal.fout``;
        then nothing of this unit is kept.
        """
        if not (self._acts or self._blobs or self._dropped):
            return Changes()
        with self._writer.cache.guard():
            connection = self._begin()
            for sha256, content in self._blobs.items():
                keep_blob(connection, sha256, content, self._clock())
            for key in self._dropped:
                run(connection, "DELETE FROM concept WHERE key = ?", (key,))
            if self._acts:
                self._file(connection)
            else:
                self._commit()
        return self._changes()

    def close(self) -> None:
        """Leave nothing behind of what was not committed."""
        self._is_open = False
        with self._writer.cache.guard():
            if self._transaction is not None:
                self._transaction.rollback()
                self._transaction = None
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _stand(self, soort: str, rid: UUID) -> Stand | None:
        if (known := self._now.get((soort, rid))) is not None:
            return known
        if (soort, rid) in self._without:
            return self._without[soort, rid]
        with self._writer.cache.guard():
            return read_stand(self._begin(), soort, rid)

    def _settle(self, question: UUID) -> None:
        """A refused act of ours is settled: from here on its record is without it."""
        with self._writer.cache.guard():
            connection = self._begin()
            about = refused_record(connection, question)
            if about is not None:
                self._settled |= {question}
                self._without[about] = stand_without(connection, *about, self._settled)

    def _file(self, connection: Connection) -> None:
        """The journal; outbox, chain and projection while the disk takes it; the commit when it has it.

        Never the commit beside it: an act could then be in the database that the journal refused.
        """
        journal = self._writer.journal
        mend_journal(connection, journal)
        chain = read_chain(connection)
        before = chain.hash or START
        mutations = self._mutations(connection, chain)
        after = Chain(mutations[-1].mseq, mutations[-1].hash)
        reserve(connection, {name: number + 1 for name, number in self._numbers.items()})
        unit = JournalUnit(
            prev_hash=before, mutations=tuple(mutations), counters=read_counters(connection),
            chain_mseq=after.mseq, chain_hash=after.hash,
        )  # fmt: skip
        with journal.taking(unit):
            file_acts(connection, mutations, before)
            write_chain(connection, after)
            self._project(connection)
            journal.finish()
            self._commit()

    def _project(self, connection: Connection) -> None:
        """What reads and lists show from now on."""
        put_overlay(connection, self._now.values())
        by_type: dict[str, list[tuple[Stand, bool]]] = {}
        for (soort, _), stand in self._now.items():
            by_type.setdefault(soort, []).append((stand, True))
        for soort, entries in by_type.items():
            self._writer.projection.put(connection, soort, entries)
        for question in (stand.id for stand in self._now.values() if isinstance(stand, Afdoening)):
            about = refused_record(connection, question)
            if about is not None and about not in self._now:
                refold(connection, self._writer.projection, *about)

    def _mutations(self, connection: Connection, chain: Chain) -> list[Mutation]:
        unit, made_at = self._new_id(), self._clock()
        made_by = creators(connection, {rid for act in self._acts for rid in references(act)})
        revisions = {key: base_rev(connection, *key) for key in self._now}
        mseq, link = chain.mseq, chain.hash or START
        mutations: list[Mutation] = []
        for place, act in enumerate(self._acts, 1):
            body = encode(act)
            mseq += 1
            link = chain_hash(link, mseq, content_hash(body))
            needs = dict.fromkeys(made_by[rid] for rid in references(act) if rid in made_by)
            name = self._new_id()
            mutations.append(
                Mutation(
                    id=name, mseq=mseq, unit=unit, unit_n=place, record=act.betreft, rid=act.id,
                    soort=type(act).__name__, base_rev=revisions[act.betreft, act.id], schema=SCHEMA,
                    body=msgspec.Raw(body), depends_on=tuple(needs), made_at=made_at,
                    clock_ms=self._writer.clock_ms, actor=self._wie.medewerker, hash=link,
                )
            )  # fmt: skip
            if not revisions[act.betreft, act.id]:
                made_by.setdefault(act.id, name)
        return mutations

    def _begin(self) -> Connection:
        if not self._is_open:
            raise RuntimeError("this unit of work is over")
        if self._connection is None:
            self._connection = self._writer.cache.writer.connect()
        if self._transaction is None:
            self._transaction = self._connection.begin()
        return self._connection

    def _commit(self) -> None:
        transaction, self._transaction = self._transaction, None
        if transaction is not None:
            transaction.commit()
            self._writer.cache.wal.wake()

    def _end_here(self) -> None:
        """Make a reservation durable and go on. Nobody else may have written in between."""
        connection = self._begin()
        seen = ask_one(connection, "PRAGMA data_version")
        self._commit()
        if ask_one(self._begin(), "PRAGMA data_version") != seen:
            raise Unavailable("cache.bezet")

    def _changes(self) -> Changes:
        topics = Topic.NONE
        for soort, _ in self._now:
            topics |= TOPIC_OF_RECORD[soort]
        if self._acts:
            topics |= Topic.OUTBOX
        if self._blobs:
            topics |= Topic.VERBINDING
        if self._dropped:
            topics |= Topic.CONCEPT
        for soort, _ in self._without:
            topics |= TOPIC_OF_RECORD[soort]
        return Changes(topics, frozenset(rid for _, rid in (*self._now, *self._without)))
