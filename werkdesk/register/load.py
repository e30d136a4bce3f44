"""Fills a register with records that no act made: test persons, and the fictitious people of a demo.

Whole batches go in by COPY, each in one transaction with its change rows, so desks see them like any change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from itertools import islice

from sqlalchemy import Connection, Engine

from werkdesk.domain.klant import Klant
from werkdesk.domain.toepassen.toepassen import Stand
from werkdesk.errors import Refused
from werkdesk.messages.codec import RECORD_TYPES, encode
from werkdesk.register.database import in_transaction, raw
from werkdesk.register.herald import notify
from werkdesk.register.ids import new_id
from werkdesk.register.publish import NewChange, publish
from werkdesk.register.records import RecordRow, insert_records, search_columns

_BATCH = 5_000


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many records were added, and how many were there already."""

    added: int
    present: int


def load_records(
    engine: Engine,
    scope: str,
    records: Iterable[tuple[str, Stand]],
    bsn_hash: Callable[[str], bytes],
) -> Loaded:
    """Add records of ``(type, record)`` to an office; those whose id is known are passed over.

    A BSN that another person has already stays with that person. Raises ``Refused('kantoor.onbekend')`` and
    ``Refused('bericht.soort')`` for a type that desks do not know.
    """
    added = present = 0
    source = iter(records)
    while batch := list(islice(source, _BATCH)):
        work = partial(_load, scope=scope, batch=batch, bsn_hash=bsn_hash)
        new = in_transaction(engine, work)
        added += new
        present += len(batch) - new
    return Loaded(added, present)


def _load(
    connection: Connection, scope: str, batch: list[tuple[str, Stand]], bsn_hash: Callable[[str], bytes]
) -> int:
    for kind, stand in batch:
        if RECORD_TYPES.get(kind) is not type(stand):
            raise Refused("bericht.soort")
    cursor = raw(connection).cursor()
    known = set(
        cursor.execute(
            "SELECT r.type, r.id FROM record AS r JOIN unnest(%s::text[], %s::uuid[]) AS w (type, id)"
            " ON r.type = w.type AND r.id = w.id",
            ([kind for kind, _ in batch], [stand.id for _, stand in batch]),
        ).fetchall()
    )
    rows = [
        RecordRow(
            type=kind, rid=stand.id, scope=scope, rev=1, body=encode(stand).decode(),
            columns=search_columns(stand),
        )
        for kind, stand in batch
        if (kind, stand.id) not in known
    ]  # fmt: skip
    insert_records(connection, rows)
    people = {
        bsn_hash(stand.feiten.bsn): stand.id
        for kind, stand in reversed(batch)
        if isinstance(stand, Klant) and stand.feiten.bsn is not None and (kind, stand.id) not in known
    }
    cursor.execute(
        "INSERT INTO identity (scope, bsn_hash, person) SELECT %s, n.bsn_hash, n.person"
        " FROM unnest(%s::bytea[], %s::uuid[]) AS n (bsn_hash, person) ON CONFLICT DO NOTHING",
        (scope, list(people), list(people.values())),
    )
    notify(connection, scope)
    publish(
        connection,
        scope,
        [NewChange(unit=new_id(), type=row.type, rid=row.rid, rev=1, body=row.body) for row in rows],
    )
    return len(rows)
