"""Which desk is calling. Nothing is remembered between calls, so any process can answer any call."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, text

from werkdesk.errors import Refused
from werkdesk.messages import problems
from werkdesk.messages.wire import Pending, SyncRequest
from werkdesk.register.database import raw
from werkdesk.register.desks import token_hash

_IDENTIFY = """
SELECT d.id, d.scope, d.instance_id, d.last_mseq, d.last_hash,
    coalesce(d.pushed_at < now() - interval '60 seconds', true), d.revoked_at IS NULL AND o.active,
    EXISTS (SELECT 1 FROM staff_change AS c WHERE c.scope = d.scope AND c.number > d.heard)
FROM desk AS d JOIN office AS o ON o.scope = d.scope
WHERE d.token_hash = %s
"""
_SEEN = text(
    "UPDATE desk SET last_seen_at = now(), outbox = :outbox, attention = :attention, blobs = :blobs"
    " WHERE id = (SELECT id FROM desk WHERE id = :id AND (last_seen_at < now() - interval '60 seconds'"
    " OR (outbox, attention, blobs) IS DISTINCT FROM (:outbox, :attention, :blobs))"
    " FOR UPDATE SKIP LOCKED)"
)


@dataclass(frozen=True, slots=True)
class ChainState:
    """How far the register has a desk's chain."""

    last_mseq: int
    last_hash: str

    def refusal(self, code: str) -> Refused:
        """A refusal that tells the desk where the chain stands."""
        return Refused(code, last_mseq=self.last_mseq, last_hash=self.last_hash)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskSession:
    """A desk that proved who it is, with what it may follow. For this issue: its office.

    ``chain``: as it was when the call came in. ``quiet``: nothing was pushed for a minute.
    ``staff_news``: staff changed since the register last was sure that this desk knows its colleagues.
    """

    id: UUID
    scope: str
    instance_id: str
    chain: ChainState
    quiet: bool
    staff_news: bool = False

    @property
    def scopes(self) -> list[str]:
        """What this desk may read."""
        return [self.scope]


def identify(connection: Connection, token: str | None) -> DeskSession:
    """The desk with this token. Raises ``Refused('unauthorized')`` or ``Refused('revoked')``."""
    if not token:
        raise Refused(problems.UNAUTHORIZED)
    row = raw(connection).cursor().execute(_IDENTIFY, (token_hash(token),)).fetchone()
    if row is None:
        raise Refused(problems.UNAUTHORIZED)
    rid, scope, instance_id, last_mseq, last_hash, quiet, welcome, news = row
    if not welcome:
        raise Refused(problems.REVOKED)
    return DeskSession(
        id=rid, scope=scope, instance_id=instance_id, chain=ChainState(last_mseq, last_hash), quiet=quiet,
        staff_news=news,
    )  # fmt: skip


def check_desk(session: DeskSession, request: SyncRequest) -> None:
    """Notice a cloned or rolled-back desk, also when it pushes nothing.

    A desk pushes and pulls side by side, so a pull that was written before a push may arrive after it; only
    when nothing was pushed for a while does a lower number without a push mean anything.
    Raises ``Refused`` with ``forked`` (another PC, or another last act) or ``rolled_back``.
    """
    chain = session.chain
    if request.desk_id != session.id or request.instance_id != session.instance_id:
        raise Refused(problems.FORKED)
    if request.last_mseq < chain.last_mseq and (request.push is not None or session.quiet):
        raise chain.refusal(problems.ROLLED_BACK)
    if request.last_mseq == chain.last_mseq and chain.last_mseq and request.last_hash != chain.last_hash:
        raise chain.refusal(problems.FORKED)


def note_seen(connection: Connection, session: DeskSession, pending: Pending) -> None:
    """Keep the overview of desks fresh, once a minute when nothing changed; never waits for a lock."""
    counts = {
        name: max(0, min(value, (1 << 31) - 1))
        for name, value in (
            ("outbox", pending.outbox), ("attention", pending.attention), ("blobs", pending.blobs)
        )
    }  # fmt: skip
    connection.execute(_SEEN, {"id": session.id, **counts})


def lock_chain(connection: Connection, session: DeskSession) -> ChainState:
    """Take the desk's row: one push of a desk at a time."""
    row = (
        raw(connection)
        .cursor()
        .execute("SELECT last_mseq, last_hash FROM desk WHERE id = %s FOR UPDATE", (session.id,))
        .fetchone()
    )
    assert row is not None  # noqa: S101 - the session comes from this row, and desks are never deleted
    return ChainState(int(row[0]), str(row[1]))


def advance_chain(connection: Connection, session: DeskSession, state: ChainState) -> None:
    """The chain goes on from here."""
    raw(connection).cursor().execute(
        "UPDATE desk SET last_mseq = %s, last_hash = %s, last_seen_at = now(), pushed_at = now()"
        " WHERE id = %s",
        (state.last_mseq, state.last_hash, session.id),
    )
