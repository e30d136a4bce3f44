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

from werkdesk.errors import Refused
from werkdesk.messages.codec import RECORD_TYPES
from werkdesk.messages.wire import Change, Feed
from werkdesk.storage.base_words import REGISTERS_OWN, Words, put_registers_own, put_words
from werkdesk.storage.fold import refold
from werkdesk.storage.outcomes import drop_passed
from werkdesk.storage.parked import park
from werkdesk.storage.scopes import leave
from werkdesk.storage.settings import read_line
from werkdesk.storage.writer import Writer
from werkdesk.usecases.changes import TOPIC_OF_RECORD, Changes, Topic

PIECE = 250
"""Changes between two looks whether somebody waits to save; some tens of milliseconds."""
_MANY = 1_000  # changes after which the planner's figures may be out of date
_STATES = ("put", "archive", "enter", "alias")


@dataclass(slots=True)
class _Page:
    """One feed on its way in: what is left of it, and which units spoke of a record so far."""

    feed: Feed
    pieces: list[list[Change]]
    units: dict[tuple[str, UUID], set[UUID]] = field(default_factory=dict)


@dataclass(slots=True)
class FeedApplier:
    """One pull on its way into the cache."""

    writer: Writer
    topics: Topic = Topic.NONE
    ids: set[UUID] = field(default_factory=set)

    def apply(self, feeds: Sequence[Feed]) -> Changes:
        """Apply every feed. One that begins before our cursor was applied already and is passed over.

        Raises ``Refused('feed.gat')`` for one that begins beyond it or is not dense: nothing of it is kept.
        """
        for feed in feeds:
            check_dense(feed)
            page = _Page(feed, list(_pieces(feed.changes)))
            while not self._turn(page):
                pass
            if len(feed.changes) >= _MANY:
                self.writer.learn()
        return Changes(self.topics, frozenset(self.ids))

    def _turn(self, page: _Page) -> bool:
        """Take as many pieces in one transaction as nobody has to wait for; whether the page is done."""
        with self.writer.transaction() as connection:
            if not _is_next(connection, page.feed):
                return True
            while page.pieces:
                self._take(connection, page, page.pieces.pop(0))
                if page.pieces and self.writer.is_wanted:
                    return False
            _move_cursor(connection, page.feed)
            for soort, rid in drop_passed(connection):
                refold(connection, self.writer.projection, soort, rid)
                self._touch(soort, rid)
        return True

    def _take(self, connection: Connection, page: _Page, piece: Sequence[Change]) -> None:
        scope, projection = page.feed.scope, self.writer.projection
        for change in piece:
            page.units.setdefault((change.t, change.id), set()).add(change.u)
        # The last word on a record within the piece counts; earlier ones may even come without their state.
        last = {(change.t, change.id): change for change in piece}
        words: dict[str, list[Change]] = {}
        for change in last.values():
            if change.k in ("leave", "purge"):
                if change.t in RECORD_TYPES:
                    leave(connection, projection, [(change.t, change.id)])
            elif change.k not in _STATES:
                park(connection, scope, change, "bericht.aard")
            elif change.f is not msgspec.UNSET:
                words.setdefault(change.t, []).append(change)
            self._touch(change.t, change.id)
        for soort, changes in words.items():
            if soort in REGISTERS_OWN:
                put_registers_own(connection, scope, changes)
            else:
                put_words(connection, projection, Words(scope, soort, changes, page.units))

    def _touch(self, soort: str, rid: UUID) -> None:
        self.topics |= TOPIC_OF_RECORD.get(soort, Topic.NONE)
        self.ids.add(rid)


def check_dense(feed: Feed) -> None:
    """Raise ``Refused('feed.gat')`` unless the feed holds exactly its numbers, in order."""
    if [change.q for change in feed.changes] != list(range(feed.from_seq + 1, feed.to_seq + 1)):
        raise Refused("feed.gat")


def _is_next(connection: Connection, feed: Feed) -> bool:
    """Whether the feed begins at our cursor and brings it further."""
    row = connection.exec_driver_sql("SELECT seq, tag FROM cursor WHERE scope = ?", (feed.scope,)).first()
    here = 0 if row is None else row.seq
    if feed.from_seq > here:
        raise Refused("feed.gat")
    return feed.from_seq == here and (feed.to_seq > here or row is None)


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
