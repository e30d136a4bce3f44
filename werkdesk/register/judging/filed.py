"""An act in custody, and the verdict on it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from werkdesk.domain.gebeurtenissen import Gebeurtenis
from werkdesk.errors import Refused
from werkdesk.messages.codec import ACT_TYPES, decode_act
from werkdesk.messages.wire import SCHEMA, FieldConflict, OutcomeKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """A mutation as it is kept, word for word. ``made_at``: ISO text, the desk's own clock."""

    id: UUID
    desk: UUID
    scope: str
    mseq: int
    hash: str
    content_hash: str
    unit: UUID
    unit_n: int
    record: str
    rid: UUID
    soort: str
    base_rev: int
    schema: int
    depends_on: tuple[UUID, ...]
    made_at: str
    clock_ms: int
    actor: str
    body: str


@dataclass(frozen=True, slots=True)
class Case:
    """A filed act before the judge: read, or the code of why it cannot be read."""

    filed: Filed
    act: Gebeurtenis | None
    unreadable: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What became of an act.

    ``change``: place of its last change in the list of this transaction, -1 when it made none.
    ``waits_on``: the act or record that is missing, for ``held``.
    """

    outcome: OutcomeKind
    rev: int = 0
    change: int = -1
    conflicts: tuple[FieldConflict, ...] = ()
    reason: str = ""
    canonical: UUID | None = None
    waits_on: UUID | None = None


def open_case(filed: Filed) -> Case:
    """Read the act. What cannot be read is kept all the same, with the code of why."""
    try:
        if filed.schema > SCHEMA:
            raise Refused("bericht.schema")
        act_type = ACT_TYPES.get(filed.soort)
        if act_type is None:
            raise Refused("bericht.soort")
        act = decode_act(filed.soort, filed.body.encode())
        if act_type.betreft != filed.record or act.id != filed.rid:
            raise Refused("bericht.adres")
    except Refused as error:
        return Case(filed, None, error.code)
    return Case(filed, act)
