"""Records that the register itself makes: members of staff and desks travel in the feed like all others."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection, select

from werkdesk.messages.codec import encode
from werkdesk.messages.rule_set import Regelset
from werkdesk.messages.wire import Balie, Medewerker
from werkdesk.register.herald import notify
from werkdesk.register.ids import new_id
from werkdesk.register.publish import NewChange, publish
from werkdesk.register.records import RecordRow, insert_records, update_records
from werkdesk.register.tables import record


def put_record(connection: Connection, scope: str, kind: str, state: Medewerker | Balie | Regelset) -> int:
    """Store the state and publish it; return its number. The last thing its transaction does."""
    rid: UUID = state.id
    rev = connection.execute(
        select(record.c.rev).where(record.c.type == kind, record.c.id == rid).with_for_update()
    ).scalar_one_or_none()
    body = encode(state).decode()
    row = RecordRow(type=kind, rid=rid, scope=scope, rev=(rev or 0) + 1, body=body)
    if rev is None:
        insert_records(connection, [row])
    else:
        update_records(connection, [row])
    notify(connection, scope)
    return publish(connection, scope, [NewChange(unit=new_id(), type=kind, rid=rid, rev=row.rev, body=body)])
