"""Makes everything derived anew from what the register said and what was done here."""

from __future__ import annotations

from itertools import islice
from uuid import UUID

from sqlalchemy import Connection

from werkdesk.messages.codec import RECORD_TYPES, decode_record
from werkdesk.storage.base_words import REGISTERS_OWN, Words, put_registers_own, put_words
from werkdesk.storage.fold import refold
from werkdesk.storage.parked import take_parked
from werkdesk.storage.projection.project import Projection
from werkdesk.storage.tables.every import DERIVED

_AT_ONCE = 10_000


def rebuild_projection(connection: Connection, projection: Projection) -> None:
    """Throw overlay, lists and search index away and fold them again, in the caller's transaction."""
    for table in DERIVED:
        connection.exec_driver_sql(f"DELETE FROM {table.name}")  # noqa: S608 - names of our own tables
    with_acts = {
        (row.record, row.rid) for row in connection.exec_driver_sql("SELECT DISTINCT record, rid FROM outbox")
    }
    for soort in RECORD_TYPES:
        rows = connection.exec_driver_sql(
            "SELECT id, body FROM base WHERE soort = ? AND weg = 0 ORDER BY id", (soort,)
        )
        while piece := list(islice(rows, _AT_ONCE)):
            plain = [
                (decode_record(soort, row.body), False) for row in piece if (soort, row.id) not in with_acts
            ]
            projection.put(connection, soort, plain)
    for soort, key in sorted(with_acts):
        refold(connection, projection, soort, UUID(bytes=key))


def replay_parked(connection: Connection, projection: Projection) -> None:
    """Read what an older program had to put aside; what still cannot be read is parked again."""
    for scope, change in take_parked(connection):
        if change.t in REGISTERS_OWN:
            put_registers_own(connection, scope, [change])
        else:
            put_words(connection, projection, Words(scope, change.t, [change]))
