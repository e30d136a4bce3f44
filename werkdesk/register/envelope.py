"""What the outside of a push must be before anything of it is stored: text and numbers a table can hold.

The body of an act is kept word for word whatever it says; its envelope is ours and must be sound.
"""

from __future__ import annotations

from werkdesk.errors import Refused
from werkdesk.messages import problems
from werkdesk.messages.chain import chain_hash
from werkdesk.messages.codec import content_hash
from werkdesk.messages.wire import PUSH_ROWS, Mutation, Push
from werkdesk.register.judging.filed import Filed
from werkdesk.register.sessions import DeskSession

_INT4 = 1 << 31
_INT8 = 1 << 63
_LONGEST = 200
_DEPENDENCIES = 50


def file_push(push: Push, desk: DeskSession) -> list[Filed]:
    """The acts as they will be kept, their chain verified from ``prev_hash`` on.

    Raises ``Refused`` with ``too_large``, ``unreadable`` or ``gap`` (numbers that skip inside the push).
    """
    if len(push.mutations) > PUSH_ROWS:
        raise Refused(problems.TOO_LARGE)
    _check_texts(push.prev_hash)
    previous, filed = push.prev_hash, []
    for place, mutation in enumerate(push.mutations):
        if mutation.mseq != push.mutations[0].mseq + place:
            raise desk.chain.refusal(problems.GAP)
        one = _file(mutation, desk)
        if one.hash != chain_hash(previous, one.mseq, one.content_hash):
            raise Refused(problems.UNREADABLE)
        previous = one.hash
        filed.append(one)
    return filed


def _file(mutation: Mutation, desk: DeskSession) -> Filed:
    _check_texts(mutation.record, mutation.soort, mutation.actor, mutation.hash)
    if not (
        0 < mutation.mseq < _INT8
        and 0 <= mutation.base_rev < _INT4
        and 0 <= mutation.schema < _INT4
        and 0 <= mutation.unit_n < _INT4
        and -_INT8 < mutation.clock_ms < _INT8
        and len(mutation.depends_on) <= _DEPENDENCIES
        and mutation.made_at.tzinfo is not None
    ):
        raise Refused(problems.UNREADABLE)
    try:
        body = bytes(mutation.body).decode()
    except UnicodeDecodeError:
        raise Refused(problems.UNREADABLE) from None
    return Filed(
        id=mutation.id, desk=desk.id, scope=desk.scope, mseq=mutation.mseq, hash=mutation.hash,
        content_hash=content_hash(mutation.body), unit=mutation.unit, unit_n=mutation.unit_n,
        record=mutation.record, rid=mutation.rid, soort=mutation.soort, base_rev=mutation.base_rev,
        schema=mutation.schema, depends_on=mutation.depends_on, made_at=mutation.made_at.isoformat(),
        clock_ms=mutation.clock_ms, actor=mutation.actor, body=body,
    )  # fmt: skip


def _check_texts(*texts: str) -> None:
    if not all(len(text) <= _LONGEST and text.isprintable() for text in texts):
        raise Refused(problems.UNREADABLE)
