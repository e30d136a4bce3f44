"""The projected record: the register's word with our pending acts applied, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row

from werkdesk.domain.gebeurtenissen import Gebeurtenis
from werkdesk.domain.toepassen.toepassen import Stand, apply
from werkdesk.errors import Refused
from werkdesk.messages.codec import decode_act
from werkdesk.storage.outbox import pending_rows
from werkdesk.storage.projection.project import Projection
from werkdesk.storage.records import drop_base, drop_overlay, put_overlay, read_base
from werkdesk.storage.settled import answer_to, was_not_allowed
from werkdesk.storage.states import UNRECEIVED, ActState


def fold(stand: Stand | None, acts: Iterable[Gebeurtenis]) -> Stand | None:
    """Apply acts in order. One that no longer fits is passed over: the register decides what becomes of it.

    So a create that the register's word already contains leaves that word as it is.
    """
    for act in acts:
        try:
            stand = apply(stand, act).stand
        except Refused:
            continue
    return stand


def counting_rows(
    connection: Connection, soort: str, rid: UUID, settled: frozenset[UUID] = frozenset()
) -> list[Row[Any]]:
    """Acts of ours that count on one record: not those that were refused and that a person settled.

    Nor those that somebody did who may not: what nobody decided must not stand on a screen meanwhile.

    ``settled``: questions that are being settled now, on top of what is kept.
    """

    def counts(row: Row[Any]) -> bool:
        question = UUID(bytes=row.id)
        if row.state != ActState.ATTENTION:
            return True
        if question in settled or answer_to(connection, question) is not None:
            return False
        return not was_not_allowed(connection, question)

    return [row for row in pending_rows(connection, soort, rid) if counts(row)]


def stand_without(connection: Connection, soort: str, rid: UUID, settled: frozenset[UUID]) -> Stand | None:
    """The record as it is once these refused acts no longer count."""
    _, word, _ = read_base(connection, soort, rid)
    rows = counting_rows(connection, soort, rid, settled)
    return fold(word, [decode_act(row.soort, row.body) for row in rows if not row.in_base])


def refold(connection: Connection, projection: Projection, soort: str, rid: UUID) -> Stand | None:
    """Make overlay and projection of one record anew, after its base or its acts changed."""
    _, word, left = read_base(connection, soort, rid)
    rows = counting_rows(connection, soort, rid)
    unsent = any(row.state in UNRECEIVED for row in rows)
    if left and not unsent:
        # It left our scope and nothing of ours is on its way any more: nothing may stay behind.
        drop_base(connection, soort, rid)
        drop_overlay(connection, soort, rid)
        projection.take_out(connection, soort, rid)
        return None
    on_top = [decode_act(row.soort, row.body) for row in rows if not row.in_base]
    stand = fold(word, on_top)
    if on_top and stand is not None:
        put_overlay(connection, [stand])
    else:
        drop_overlay(connection, soort, rid)
    if stand is None or left:
        projection.take_out(connection, soort, rid)
    else:
        projection.put(connection, soort, [(stand, unsent)])
    return stand
