"""What is in custody already. A known act is answered, never judged again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

import msgspec
from sqlalchemy import Connection

from werkdesk.messages.wire import FieldConflict, Outcome
from werkdesk.register.database import raw
from werkdesk.register.judging.filed import Filed, Verdict

_READ = """
SELECT id, desk, mseq, hash, content_hash, soort, rid, outcome, rev, scope, seq, reason, canonical, conflicts
FROM mutation WHERE id = ANY(%s::uuid[])
"""
_TWIN = "COPY mutation_twin (desk, mseq, id, hash, content_hash, soort, rid, actor, body) FROM STDIN"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of an act that is here already."""

    desk: UUID
    mseq: int
    hash: str
    content: tuple[str, str, UUID]
    outcome: Outcome

    def is_of(self, filed: Filed) -> bool:
        """Whether this is the same act, word for word; another desk may offer it again."""
        return self.content == content_of(filed)

    def stands_at(self, filed: Filed, desk: UUID) -> bool:
        """Whether it has the same place in the desk's chain; known from another desk it has none in ours."""
        return self.desk != desk or (self.mseq, self.hash) == (filed.mseq, filed.hash)


def content_of(filed: Filed) -> tuple[str, str, UUID]:
    """What makes an act this act."""
    return filed.content_hash, filed.soort, filed.rid


def read_receipts(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, Receipt]:
    """The receipts there are for these acts."""
    if not ids:
        return {}
    rows = raw(connection).cursor().execute(_READ, (list(ids),)).fetchall()
    found = {}
    for rid, desk, mseq, chain, content, soort, record, *rest in rows:
        kind, rev, scope, seq, reason, canonical, clashes = rest
        outcome = Outcome(
            id=rid, outcome=kind, rev=rev, scope=scope if seq else "", seq=seq, reason=reason,
            canonical=canonical, conflicts=msgspec.json.decode(clashes, type=tuple[FieldConflict, ...]),
        )  # fmt: skip
        found[rid] = Receipt(desk, mseq, chain, (content, soort, record), outcome)
    return found


def make_outcome(filed: Filed, verdict: Verdict, seq: int) -> Outcome:
    """The answer for a new act."""
    return Outcome(
        id=filed.id, outcome=verdict.outcome, rev=verdict.rev, scope=filed.scope if seq else "", seq=seq,
        conflicts=verdict.conflicts, reason=verdict.reason, canonical=verdict.canonical,
    )  # fmt: skip


def store_twins(connection: Connection, twins: Iterable[Filed]) -> None:
    """Keep acts that bear a known id and say something else: nothing that was sent is dropped."""
    rows = list(twins)
    if not rows:
        return
    with raw(connection).cursor().copy(_TWIN) as copy:
        for one in rows:
            copy.write_row(
                (
                    one.desk, one.mseq, one.id, one.hash, one.content_hash, one.soort, one.rid, one.actor,
                    one.body,
                )
            )  # fmt: skip
