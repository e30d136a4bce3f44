"""Writes what was judged: everything at once, numbers last."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec
from sqlalchemy import Connection

from werkdesk.messages.codec import encode
from werkdesk.register.database import raw
from werkdesk.register.judging.filed import Filed, Verdict
from werkdesk.register.judging.working_set import Entry, WorkingSet
from werkdesk.register.publish import publish
from werkdesk.register.records import RecordRow, insert_records, update_records

_MUTATION = (
    "COPY mutation (id, desk, mseq, hash, content_hash, unit, unit_n, record, rid, soort, base_rev, schema,"
    " depends_on, made_at, clock_ms, actor, body, outcome, rev, scope, seq, reason, canonical, conflicts)"
    " FROM STDIN"
)
_CONFLICT = """
INSERT INTO conflict (id, scope, rev, record, rid, field, base, register, desk, desk_id, actor, mutation,
    made_at, open, register_actor, register_at, register_desk)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
ON CONFLICT (id) DO UPDATE SET rev = excluded.rev, register = excluded.register, desk = excluded.desk,
    mutation = excluded.mutation, open = excluded.open, register_actor = excluded.register_actor,
    register_at = excluded.register_at, register_desk = excluded.register_desk
"""

SeqOf = Callable[[Verdict], int]


def store_work(connection: Connection, work: WorkingSet) -> SeqOf:
    """Write records, conflicts, aliases and persons, then publish. Returns how a verdict gets its number."""
    entries = [work.entries[key] for key in work.touched]
    insert_records(connection, (_row(entry) for entry in entries if entry.stored == 0))
    update_records(connection, [_row(entry) for entry in entries if entry.stored > 0])
    _store_conflicts(connection, work)
    _store_names(connection, work)
    first = publish(connection, work.scope, work.changes)
    return lambda verdict: first + verdict.change if verdict.change >= 0 else 0


def store_custody(
    connection: Connection, judged: Sequence[tuple[Filed, Verdict]], seq_of: SeqOf, scope: str
) -> None:
    """File every new act with what became of it."""
    if not judged:
        return
    cursor = raw(connection).cursor()
    with cursor.copy(_MUTATION) as copy:
        for filed, verdict in judged:
            copy.write_row(
                (
                    filed.id, filed.desk, filed.mseq, filed.hash, filed.content_hash, filed.unit,
                    filed.unit_n, filed.record, filed.rid, filed.soort, filed.base_rev, filed.schema,
                    list(filed.depends_on), filed.made_at, filed.clock_ms, filed.actor, filed.body,
                    verdict.outcome, verdict.rev, scope, seq_of(verdict), verdict.reason, verdict.canonical,
                    encode(verdict.conflicts).decode(),
                )
            )  # fmt: skip
    cursor.executemany(
        "INSERT INTO held (mutation, waits_on, scope) VALUES (%s, %s, %s)",
        [(filed.id, verdict.waits_on, scope) for filed, verdict in judged if verdict.outcome == "held"],
    )


def store_rejudged(connection: Connection, judged: Sequence[tuple[Filed, Verdict]], seq_of: SeqOf) -> None:
    """Note what became of acts that were waiting."""
    if not judged:
        return
    cursor = raw(connection).cursor()
    cursor.executemany(
        "UPDATE mutation SET outcome = %s, rev = %s, seq = %s, reason = %s, canonical = %s, conflicts = %s"
        " WHERE id = %s",
        [
            (
                verdict.outcome, verdict.rev, seq_of(verdict), verdict.reason, verdict.canonical,
                encode(verdict.conflicts).decode(), filed.id,
            )
            for filed, verdict in judged
        ],
    )  # fmt: skip
    cursor.executemany(
        "UPDATE held SET waits_on = %s WHERE mutation = %s",
        [(verdict.waits_on, filed.id) for filed, verdict in judged if verdict.outcome == "held"],
    )
    cursor.executemany(
        "DELETE FROM held WHERE mutation = %s",
        [(filed.id,) for filed, verdict in judged if verdict.outcome != "held"],
    )


def _row(entry: Entry) -> RecordRow:
    return RecordRow(
        type=entry.type, rid=entry.rid, scope=entry.scope, rev=entry.rev, body=entry.body,
        columns=entry.columns, field_rev=msgspec.json.encode(entry.field_rev).decode(),
        last_desk=entry.last_desk,
    )  # fmt: skip


def _store_conflicts(connection: Connection, work: WorkingSet) -> None:
    touched = [work.conflicts[rid] for rid in sorted(work.touched_conflicts)]
    raw(connection).cursor().executemany(
        _CONFLICT,
        [
            (
                entry.state.id, entry.scope, entry.rev, entry.state.record, entry.state.rid,
                entry.state.field, bytes(entry.state.base).decode(), bytes(entry.state.register).decode(),
                bytes(entry.state.desk).decode(), entry.state.desk_id, entry.state.actor, entry.mutation,
                entry.state.made_at.isoformat(), entry.state.open, entry.state.register_actor or None,
                entry.state.register_at.isoformat() if entry.state.register_at else None,
                entry.state.register_desk or None,
            )
            for entry in touched
        ],
    )  # fmt: skip


def _store_names(connection: Connection, work: WorkingSet) -> None:
    cursor = raw(connection).cursor()
    cursor.executemany(
        "DELETE FROM identity WHERE scope = %s AND bsn_hash = %s AND person = %s",
        [(work.scope, digest, person) for digest, person in sorted(work.left_persons.items())],
    )
    new = sorted(digest for digest, person in work.new_persons.items() if person is not None)
    # Plain inserts: when another desk took the number meanwhile, the unique violation has this judged again.
    cursor.executemany(
        "INSERT INTO identity (scope, bsn_hash, person) VALUES (%s, %s, %s)",
        [(work.scope, digest, work.new_persons[digest]) for digest in new],
    )
    cursor.executemany(
        "INSERT INTO alias (type, from_id, to_id, scope, reason, mutation, actor)"
        " VALUES (%s, %s, %s, %s, %s, %s, %s)"
        " ON CONFLICT (type, from_id) DO UPDATE SET to_id = excluded.to_id, reason = excluded.reason,"
        " mutation = excluded.mutation, actor = excluded.actor",
        [
            (one.type, one.from_id, one.to_id, work.scope, one.reason, one.mutation, one.actor)
            for one in work.new_aliases.values()
        ],
    )
