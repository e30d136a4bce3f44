"""Acts on their way: rows of the outbox to messages and back, and what depends on what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Connection, Row

from werkdesk.domain.gebeurtenissen import Gebeurtenis
from werkdesk.messages.codec import content_hash
from werkdesk.messages.wire import Mutation
from werkdesk.storage.columns import from_micros, to_micros
from werkdesk.storage.records import chunks, marks
from werkdesk.storage.statements import ask, run_many
from werkdesk.storage.states import ActState

_COLUMNS = (
    "mseq, id, unit, unit_n, soort, record, rid, base_rev, schema, body, depends_on, made_at, clock_ms, "
    "actor, content_hash, prev_hash, hash, state"
)
_REFERENCES = ("id", "klant", "melding", "overeenkomst", "bezoek")


def file_acts(connection: Connection, mutations: Sequence[Mutation], prev_hash: str) -> None:
    """Put new acts in the outbox. ``prev_hash``: chain hash before the first of them."""
    rows: list[tuple[Any, ...]] = []
    for act in mutations:
        body = bytes(act.body)
        rows.append(
            (
                act.mseq, act.id.bytes, act.unit.bytes, act.unit_n, act.soort, act.record, act.rid.bytes,
                act.base_rev, act.schema, body,
                msgspec.json.encode([str(name) for name in act.depends_on]).decode(),
                to_micros(act.made_at), act.clock_ms, act.actor, content_hash(body), prev_hash, act.hash,
                ActState.NEW,
            )
        )  # fmt: skip
        prev_hash = act.hash
    run_many(
        connection,
        f"INSERT INTO outbox ({_COLUMNS}) VALUES ({marks(rows[0])})",  # noqa: S608 - fixed text
        rows,
    )


def read_unreceived(connection: Connection, limit: int) -> list[tuple[Mutation, str]]:
    """The oldest acts without a receipt, each with the chain hash before it."""
    rows = connection.exec_driver_sql(
        f"SELECT {_COLUMNS} FROM outbox WHERE state IN ('new', 'sent') ORDER BY mseq LIMIT ?",  # noqa: S608
        (limit,),
    )
    return [(as_mutation(row), row.prev_hash) for row in rows]


def as_mutation(row: Row[Any]) -> Mutation:
    """A row of the outbox as it travels."""
    return Mutation(
        id=UUID(bytes=row.id), mseq=row.mseq, unit=UUID(bytes=row.unit), unit_n=row.unit_n,
        record=row.record, rid=UUID(bytes=row.rid), soort=row.soort, base_rev=row.base_rev,
        schema=row.schema, body=msgspec.Raw(row.body),
        depends_on=msgspec.json.decode(row.depends_on, type=tuple[UUID, ...]),
        made_at=from_micros(row.made_at), clock_ms=row.clock_ms, actor=row.actor, hash=row.hash,
    )  # fmt: skip


def references(act: Gebeurtenis) -> list[UUID]:
    """The records an act speaks of, its own first."""
    values = (getattr(act, name, None) for name in _REFERENCES)
    return list(dict.fromkeys(value for value in values if isinstance(value, UUID)))


def creators(connection: Connection, rids: Iterable[UUID]) -> dict[UUID, UUID]:
    """For records the register has not accepted yet: the act of ours that made each of them."""
    found: dict[UUID, UUID] = {}
    for piece in chunks(rid.bytes for rid in rids):
        rows = ask(
            connection,
            "SELECT rid, id FROM outbox WHERE base_rev = 0 AND state <> 'acked' "  # noqa: S608
            f"AND rid IN ({marks(piece)}) ORDER BY mseq",
            tuple(piece),
        )
        for rid, act in rows:
            found.setdefault(UUID(bytes=rid), UUID(bytes=act))
    return found


def pending_rows(connection: Connection, soort: str, rid: UUID) -> list[Row[Any]]:
    """Acts of ours on one record, in order, that its base does not show yet."""
    return list(
        connection.exec_driver_sql(
            "SELECT id, soort, body, state, in_base FROM outbox WHERE rid = ? AND record = ? ORDER BY mseq",
            (rid.bytes, soort),
        )
    )
