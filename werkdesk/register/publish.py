"""The only writer of the feed: dense numbers per office, taken under the lock of its head row.

The lock is taken last and held for the inserts and the commit alone. A row lock is let go of after the
transaction is visible, so whoever sees number n + 1 sees n; a transaction that fails gives its numbers back.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection

from werkdesk.errors import Refused
from werkdesk.messages.wire import ChangeKind
from werkdesk.register.database import raw

_COPY = "COPY change (scope, seq, unit, type, rid, rev, kind, tag, canonical, body) FROM STDIN"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewChange:
    """One change to publish. ``body``: the whole record as canonical JSON, ``None`` for leave and purge."""

    unit: UUID
    type: str
    rid: UUID
    rev: int
    body: str | None
    kind: ChangeKind = "put"
    canonical: UUID | None = None


def publish(connection: Connection, scope: str, changes: Sequence[NewChange]) -> int:
    """Write the changes, in this order, as the next numbers of ``scope``; return the first number.

    Must be the last thing a transaction does before it commits. Raises ``Refused('kantoor.onbekend')``.
    """
    if not changes:
        return 0
    cursor = raw(connection).cursor()
    found = cursor.execute(
        "UPDATE head SET seq = seq + %s WHERE scope = %s RETURNING seq", (len(changes), scope)
    ).fetchone()
    if found is None:
        raise Refused("kantoor.onbekend")
    first = int(found[0]) - len(changes) + 1
    tags = secrets.token_hex(8 * len(changes))
    with cursor.copy(_COPY) as copy:
        for place, one in enumerate(changes):
            copy.write_row(
                (
                    scope,
                    first + place,
                    one.unit,
                    one.type,
                    one.rid,
                    one.rev,
                    one.kind,
                    tags[16 * place : 16 * place + 16],
                    one.canonical,
                    one.body,
                )
            )
    return first
