"""Applies what the register tells, in large transactions that give way to whoever wants to save.

A page may be taken in pieces that end where a unit ends; the cursor moves with the last piece only, because
only the end of a page has a tag. A piece that is applied twice changes nothing: base only moves to higher
revisions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from uuid import UUID

import msgspec
from sqlalchemy import Connection

from werkdesk.domain.toepassen.toepassen import Stand
from werkdesk.errors import Refused
from werkdesk.messages.codec import RECORD_TYPES, decode_record, encode
from werkdesk.messages.wire import Balie, Change, ConflictRecord, Feed, Medewerker
from werkdesk.storage.fold import refold
from werkdesk.storage.outcomes import drop_passed, put_conflict
from werkdesk.storage.parked import park
from werkdesk.storage.records import chunks, marks
from werkdesk.storage.scopes import leave
from werkdesk.storage.settings import read_line
from werkdesk.storage.writer import Writer
from werkdesk.usecases.changes import TOPIC_OF_RECORD, Changes, Topic
from werkdesk.usecases.ports import Clock

PIECE = 250
"""Changes between two looks whether somebody waits to save; some tens of milliseconds."""
_REGISTER_TYPES = {"medewerker": Medewerker, "balie": Balie, "botsing": ConflictRecord}
_STATES = ("put", "archive", "enter")


@dataclass(slots=True)
class _Touched:
    topics: Topic = Topic.NONE
    ids: set[UUID] = field(default_factory=set)

    def add(self, soort: str, rid: UUID) -> None:
        self.topics |= TOPIC_OF_RECORD.get(soort, Topic.NONE)
        self.ids.add(rid)


@dataclass(frozen=True, slots=True)
class FeedApplier:
    """One pull on its way into the cache."""

    writer: Writer
    clock: Clock

    def apply(self, feeds: Sequence[Feed]) -> Changes:
        """Apply every feed. Raises ``Refused('feed.gat')`` when one does not begin at our cursor or is not
        dense: then nothing of that feed is kept, and the next call asks again from our cursor.
        """
        touched = _Touched()
        for feed in feeds:
            check_dense(feed)
            work = list(_pieces(feed.changes))
            while work or feed is not None:
                work = self._turn(feed, work, touched)
                if not work:
                    break
        return Changes(touched.topics, frozenset(touched.ids))

    def _turn(self, feed: Feed, work: list[list[Change]], touched: _Touched) -> list[list[Change]]:
        """As many pieces in one transaction as nobody else has to wait for; give what is left."""
        with self.writer.transaction() as connection:
            _check_start(connection, feed)
            while work:
                _apply_piece(connection, self.writer, feed.scope, work.pop(0), touched)
                if work and self.writer.is_wanted:
                    return work
            _move_cursor(connection, feed)
            for soort, rid in drop_passed(connection):
                refold(connection, self.writer.projection, soort, rid)
                touched.add(soort, rid)
        return []


def check_dense(feed: Feed) -> None:
    """Raise ``Refused('feed.gat')`` unless the feed holds exactly its numbers, in order."""
    if [change.q for change in feed.changes] != list(range(feed.from_seq + 1, feed.to_seq + 1)):
        raise Refused("feed.gat")


def _check_start(connection: Connection, feed: Feed) -> None:
    row = connection.exec_driver_sql("SELECT seq FROM cursor WHERE scope = ?", (feed.scope,)).first()
    if feed.from_seq != (0 if row is None else row[0]):
        raise Refused("feed.gat")


def _move_cursor(connection: Connection, feed: Feed) -> None:
    connection.exec_driver_sql(
        "INSERT INTO cursor (scope, seq, tag, epoch) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (scope) DO UPDATE SET seq = excluded.seq, tag = excluded.tag, epoch = excluded.epoch",
        (feed.scope, feed.to_seq, feed.tag, read_line(connection).epoch),
    )


def _pieces(changes: Sequence[Change]) -> Iterator[list[Change]]:
    """Pieces of at least :data:`PIECE` changes that end where a unit ends."""
    piece: list[Change] = []
    for change in changes:
        if len(piece) >= PIECE and change.u != piece[-1].u:
            yield piece
            piece = []
        piece.append(change)
    if piece:
        yield piece


def _apply_piece(
    connection: Connection, writer: Writer, scope: str, piece: Sequence[Change], touched: _Touched
) -> None:
    _mark_in_base(connection, piece)
    # The last word on a record within the piece counts; earlier ones may even come without their state.
    last = {(change.t, change.id): change for change in piece}
    by_type: dict[str, list[Change]] = {}
    for change in last.values():
        touched.add(change.t, change.id)
        if change.k in ("leave", "purge"):
            if change.t in RECORD_TYPES:
                leave(connection, writer.projection, [(change.t, change.id)])
        elif change.k in _STATES and change.f is not msgspec.UNSET:
            by_type.setdefault(change.t, []).append(change)
        elif change.k not in _STATES:
            park(connection, scope, change, "bericht.aard")
    for soort, changes in by_type.items():
        if soort in _REGISTER_TYPES:
            for change in changes:
                _put_registers_own(connection, scope, change)
        else:
            put_base(connection, writer, scope, soort, changes)


def put_base(
    connection: Connection, writer: Writer, scope: str, soort: str, changes: Sequence[Change]
) -> None:
    """Move the register's word forward, never back, and renew lists; acts of ours go on top again."""
    readable: list[tuple[Change, Stand, bytes]] = []
    for change in changes:
        raw = b"" if change.f is msgspec.UNSET else bytes(change.f)
        try:
            stand = decode_record(soort, raw)
        except Refused as error:
            park(connection, scope, change, error.code)
            continue
        readable.append((change, stand, raw))
    ids = [change.id.bytes for change, _, _ in readable]
    known = _revisions(connection, soort, ids)
    newer = [one for one in readable if one[0].v > known.get(one[0].id.bytes, 0)]
    if not newer:
        return
    connection.exec_driver_sql(
        "INSERT INTO base (id, soort, rev, scope, weg, body) VALUES (?, ?, ?, ?, 0, ?) "
        "ON CONFLICT (id, soort) DO UPDATE SET rev = excluded.rev, scope = excluded.scope, weg = 0, "
        "body = excluded.body WHERE excluded.rev > base.rev",
        [(change.id.bytes, soort, change.v, scope, raw) for change, _, raw in newer],
    )
    ours = _with_acts(connection, soort, [change.id.bytes for change, _, _ in newer])
    plain = [(stand, False) for change, stand, _ in newer if change.id.bytes not in ours]
    writer.projection.put(connection, soort, plain)
    for key in ours:
        refold(connection, writer.projection, soort, UUID(bytes=key))


def _revisions(connection: Connection, soort: str, ids: Sequence[bytes]) -> dict[bytes, int]:
    """Revisions of records that are there; one that left counts as unknown, because it may come back."""
    found: dict[bytes, int] = {}
    for piece in chunks(ids):
        rows = connection.exec_driver_sql(
            f"SELECT id, rev FROM base WHERE soort = ? AND weg = 0 AND id IN ({marks(piece)})",  # noqa: S608
            (soort, *piece),
        )
        found.update((row.id, row.rev) for row in rows)
    return found


def _with_acts(connection: Connection, soort: str, ids: Sequence[bytes]) -> set[bytes]:
    found: set[bytes] = set()
    for piece in chunks(ids):
        rows = connection.exec_driver_sql(
            f"SELECT DISTINCT rid FROM outbox WHERE record = ? AND rid IN ({marks(piece)})",  # noqa: S608
            (soort, *piece),
        )
        found.update(row.rid for row in rows)
    return found


def _mark_in_base(connection: Connection, piece: Sequence[Change]) -> None:
    """A change that came of one of our units shows its acts already: they must not be applied again.

    That happens when an answer was lost and the feed brings our own change before its receipt.
    """
    rows = [(change.u.bytes, change.id.bytes, change.t) for change in piece]
    if connection.exec_driver_sql("SELECT 1 FROM outbox LIMIT 1").first() is None:
        return
    connection.exec_driver_sql(
        "UPDATE outbox SET in_base = 1, state = CASE state WHEN 'held' THEN 'acked' ELSE state END "
        "WHERE unit = ? AND rid = ? AND record = ?",
        rows,
    )


def _put_registers_own(connection: Connection, scope: str, change: Change) -> None:
    """Colleagues, desks and disagreements: told by the register, never acted on by a desk."""
    try:
        value = msgspec.json.decode(
            b"" if change.f is msgspec.UNSET else bytes(change.f), type=_REGISTER_TYPES[change.t]
        )
    except msgspec.MsgspecError:
        park(connection, scope, change, "bericht.vorm")
        return
    match value:
        case Medewerker():
            connection.exec_driver_sql(
                "INSERT INTO staff (id, rev, user, name, active, body) VALUES (?, ?, ?, ?, ?, ?) "
                "ON CONFLICT (id) DO UPDATE SET rev = excluded.rev, user = excluded.user, "
                "name = excluded.name, active = excluded.active, body = excluded.body "
                "WHERE excluded.rev > staff.rev",
                (value.id.bytes, change.v, value.user, value.name, int(value.active), encode(value)),
            )
        case Balie():
            connection.exec_driver_sql(
                "INSERT INTO balie (id, rev, balie, location, active) VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT (id) DO UPDATE SET rev = excluded.rev, balie = excluded.balie, "
                "location = excluded.location, active = excluded.active WHERE excluded.rev > balie.rev",
                (value.id.bytes, change.v, value.balie, value.location, int(value.active)),
            )
        case ConflictRecord():
            put_conflict(connection, value, None)
