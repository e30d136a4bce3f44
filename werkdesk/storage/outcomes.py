"""What the register said about acts: receipts filed, conflicts kept, refused work put before a person."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

import msgspec
from sqlalchemy import Connection

from werkdesk.messages.codec import encode
from werkdesk.messages.questions import conflict_id
from werkdesk.messages.wire import ConflictRecord, Mutation, Outcome, Push, PushResult
from werkdesk.storage.columns import to_micros
from werkdesk.storage.fold import refold
from werkdesk.storage.projection.project import Projection
from werkdesk.storage.settings import read_setting
from werkdesk.storage.states import ActState
from werkdesk.usecases.changes import TOPIC_OF_RECORD, Changes, Topic
from werkdesk.usecases.ports import DeskIdentity

_ARCHIVE_DAYS = 90
_DAY_MICROS = 86_400_000_000
_STATES: Mapping[str, ActState] = {"held": ActState.HELD, "quarantined": ActState.ATTENTION}


def file_outcomes(
    connection: Connection, projection: Projection, sent: Push, result: PushResult, moment: datetime
) -> Changes:
    """File every outcome of a push. An outcome of an act that is not ours is ignored.

    Every outcome is a receipt: the register keeps the act, whatever it thinks of it.
    """
    acts = {act.id: act for act in sent.mutations}
    touched: dict[tuple[str, UUID], None] = {}
    topics = Topic.OUTBOX | Topic.VERBINDING
    for outcome in result.outcomes:
        act = acts.get(outcome.id)
        if act is None or not _file(connection, act, outcome, moment):
            continue
        touched[act.record, act.rid] = None
        if outcome.outcome == "conflict":
            _keep_conflicts(connection, act, outcome, moment)
            topics |= Topic.AANDACHT
        if outcome.outcome == "quarantined":
            _ask_attention(connection, act.id, outcome.reason, moment)
            topics |= Topic.AANDACHT
    drop_passed(connection)
    for soort, rid in touched:
        refold(connection, projection, soort, rid)
        topics |= TOPIC_OF_RECORD[soort]
    connection.exec_driver_sql(
        "DELETE FROM sent_archive WHERE filed_at < ?", (to_micros(moment) - _ARCHIVE_DAYS * _DAY_MICROS,)
    )
    return Changes(topics, frozenset(rid for _, rid in touched))


def drop_passed(connection: Connection) -> list[tuple[str, UUID]]:
    """Let go of acknowledged acts that the base shows by now; give the records they were about.

    An act without a number of its own (nothing changed at the register) goes when the base has its revision.
    """
    rows = connection.exec_driver_sql(
        """
        DELETE FROM outbox WHERE state = 'acked' AND (
            in_base = 1
            OR (ack_seq > 0 AND ack_seq <= (SELECT seq FROM cursor WHERE scope = outbox.ack_scope))
            OR (ack_seq = 0 AND ack_rev <= coalesce((SELECT rev FROM base
                    WHERE base.id = outbox.rid AND base.soort = outbox.record), 0))
        ) RETURNING record, rid
        """
    )
    return [(row.record, UUID(bytes=row.rid)) for row in rows]


def _file(connection: Connection, act: Mutation, outcome: Outcome, moment: datetime) -> bool:
    state = _STATES.get(outcome.outcome, ActState.ACKED)
    filed = connection.exec_driver_sql(
        "UPDATE outbox SET state = ?, ack_scope = ?, ack_seq = ?, ack_rev = ?, last_error = ? "
        "WHERE id = ? AND state IN ('new', 'sent')",
        (state, outcome.scope, outcome.seq, outcome.rev, outcome.reason or None, act.id.bytes),
    )
    if not filed.rowcount:
        return False
    connection.exec_driver_sql(
        "INSERT OR REPLACE INTO sent_archive (mseq, id, filed_at, mutation, outcome) VALUES (?, ?, ?, ?, ?)",
        (
            act.mseq, act.id.bytes, to_micros(moment), msgspec.json.encode(act),
            msgspec.json.encode(outcome),
        ),
    )  # fmt: skip
    return True


def _keep_conflicts(connection: Connection, act: Mutation, outcome: Outcome, moment: datetime) -> None:
    """Both values at once, before the register's own record of it comes by in the feed.

    When that came first, as it may, it knows more than we do: ours is left out.
    """
    identity = read_setting(connection, "identity", DeskIdentity)
    for clash in outcome.conflicts:
        name = conflict_id(act.id, clash.field)
        if _is_told(connection, name, act, clash.field):
            continue
        record = ConflictRecord(
            id=name, record=act.record, rid=act.rid, field=clash.field,
            base=clash.base, register=clash.register, desk=clash.desk,
            desk_id=UUID(int=0) if identity is None else identity.desk_id,
            actor=act.actor, made_at=moment,
        )  # fmt: skip
        put_conflict(connection, record, act.id)


def _is_told(connection: Connection, name: UUID, act: Mutation, field: str) -> bool:
    """Whether the register told of this question, or already asks this desk about this field."""
    rows = connection.exec_driver_sql(
        "SELECT id, open, body FROM botsing WHERE mutation IS NULL AND rid = ? AND record = ? AND field = ?",
        (act.rid.bytes, act.record, field),
    )
    identity = read_setting(connection, "identity", DeskIdentity)
    own = None if identity is None else identity.desk_id
    return any(
        row.id == name.bytes
        or (row.open and msgspec.json.decode(row.body, type=ConflictRecord).desk_id == own)
        for row in rows.all()
    )


def put_conflict(connection: Connection, record: ConflictRecord, mutation: UUID | None) -> None:
    """Keep a disagreement. The register's own record (``mutation`` absent) replaces what our answer told."""
    if mutation is None:
        connection.exec_driver_sql(
            "DELETE FROM botsing WHERE rid = ? AND record = ? AND field = ? AND mutation IS NOT NULL",
            (record.rid.bytes, record.record, record.field),
        )
    connection.exec_driver_sql(
        "INSERT OR REPLACE INTO botsing (id, record, rid, field, mutation, open, body) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            record.id.bytes, record.record, record.rid.bytes, record.field,
            None if mutation is None else mutation.bytes, int(record.open), encode(record),
        ),
    )  # fmt: skip


def _ask_attention(connection: Connection, mutation: UUID, reason: str, moment: datetime) -> None:
    connection.exec_driver_sql(
        "INSERT OR IGNORE INTO attention (mutation, code, since) VALUES (?, ?, ?)",
        (mutation.bytes, reason or "bericht.geweigerd", to_micros(moment)),
    )
