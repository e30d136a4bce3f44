"""Which questions a person answered, at any desk; a refused act that is settled counts no more."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import Connection

from werkdesk.domain.afdoening import Afdoening
from werkdesk.domain.rechten import GEWEIGERD
from werkdesk.storage.records import read_stand
from werkdesk.storage.states import ActState


def answer_to(connection: Connection, question: UUID) -> Afdoening | None:
    """The answer that counts, also when the register has not heard of it yet; ``None`` while it is open."""
    stand = read_stand(connection, Afdoening.soort, question)
    return stand if isinstance(stand, Afdoening) and not stand.heropend else None


def open_conflicts(connection: Connection) -> list[UUID]:
    """Fields on which two people disagree, that nobody answered; the oldest first."""
    rows = connection.exec_driver_sql("SELECT id FROM botsing WHERE open = 1 ORDER BY rowid")
    return _unanswered(connection, (UUID(bytes=row.id) for row in rows.all()))


def open_refusals(connection: Connection) -> list[UUID]:
    """Acts of this desk that were refused, that nobody settled; the oldest first."""
    rows = connection.exec_driver_sql("SELECT mutation FROM attention WHERE closed = 0 ORDER BY since, rowid")
    return _unanswered(connection, (UUID(bytes=row.mutation) for row in rows.all()))


def refused_record(connection: Connection, question: UUID) -> tuple[str, UUID] | None:
    """The record that a refused act of ours is about; ``None`` when the question is another one."""
    row = connection.exec_driver_sql(
        "SELECT record, rid FROM outbox WHERE id = ? AND state = ?", (question.bytes, ActState.ATTENTION)
    ).first()
    return None if row is None else (row.record, UUID(bytes=row.rid))


def was_not_allowed(connection: Connection, question: UUID) -> bool:
    """Whether this refused act, or another of its unit, was of somebody who may not do it."""
    rows = connection.exec_driver_sql(
        "SELECT a.code FROM outbox AS mine JOIN outbox AS o ON o.unit = mine.unit "
        "JOIN attention AS a ON a.mutation = o.id WHERE mine.id = ?",
        (question.bytes,),
    )
    return any(row.code in GEWEIGERD for row in rows)


def _unanswered(connection: Connection, ids: Iterable[UUID]) -> list[UUID]:
    return [rid for rid in ids if answer_to(connection, rid) is None]
