"""What a newer register told and this program cannot read yet: kept as it came, read after an update."""

from __future__ import annotations

from uuid import UUID

import msgspec
from sqlalchemy import Connection

from werkdesk.messages.wire import Change


def park(connection: Connection, scope: str, change: Change, code: str) -> None:
    """Keep a change. ``code``: why it cannot be read. A later word on the same record replaces it."""
    connection.exec_driver_sql(
        "DELETE FROM parked WHERE soort = ? AND id = ? AND rev <= ?", (change.t, change.id.bytes, change.v)
    )
    connection.exec_driver_sql(
        "INSERT OR REPLACE INTO parked (scope, seq, soort, id, rev, kind, unit, code, body) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            scope, change.q, change.t, change.id.bytes, change.v, change.k, change.u.bytes, code,
            None if change.f is msgspec.UNSET else bytes(change.f),
        ),
    )  # fmt: skip


def take_parked(connection: Connection) -> list[tuple[str, Change]]:
    """Everything that waits for a newer program, with its scope; it is no longer parked then."""
    rows = connection.exec_driver_sql(
        "DELETE FROM parked RETURNING scope, seq, soort, id, rev, kind, unit, body"
    ).all()
    return [
        (
            row.scope,
            Change(
                q=row.seq, t=row.soort, id=UUID(bytes=row.id), v=row.rev, k=row.kind,
                u=UUID(bytes=row.unit), f=msgspec.UNSET if row.body is None else msgspec.Raw(row.body),
            ),
        )
        for row in sorted(rows, key=lambda row: (row.scope, row.seq))
    ]  # fmt: skip
