"""Questions that a person answered: closed, opened again, and what becomes of an answer that came late."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import msgspec

from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.afdoening import Afdoening
from werkdesk.domain.toepassen.toepassen import Stand, Toegepast
from werkdesk.domain.toepassen.uitkomst import Botsing
from werkdesk.messages.codec import encode
from werkdesk.register.judging.clashes import field_value, keep_conflict
from werkdesk.register.judging.filed import Filed
from werkdesk.register.judging.working_set import ConflictEntry, WorkingSet

FieldAct = g.KlantGewijzigd | g.MeldingGewijzigd | g.IntakeBeantwoord


def came_too_late(stand: Stand | None) -> bool:
    """Whether somebody else answered this question before."""
    return isinstance(stand, Afdoening) and not stand.heropend


def contest(stand: Stand | None, act: FieldAct) -> Toegepast | None:
    """What an answer that came too late wants, beside what was chosen first: a new question, not a new value.

    Two people who answer one question differently may not overwrite each other (sync.md 3.6). ``None`` when
    there is nothing to disagree with yet.
    """
    if stand is None:
        return None
    clashes = []
    for veld, was, wordt in _wishes(act):
        present = field_value(stand, veld)
        if present != wordt:
            clashes.append(Botsing(veld, was, present, wordt))
    return Toegepast(stand, tuple(clashes))


def _wishes(act: FieldAct) -> list[tuple[str, Any, Any]]:
    if isinstance(act, g.IntakeBeantwoord):
        return [(act.vraag, act.was, act.wordt)]
    return [(veld, getattr(act.was, veld, None), getattr(act.wordt, veld, None)) for veld in act.velden]


def close_question(work: WorkingSet, filed: Filed, question: UUID) -> int:
    """Close it, with the value that counted at this moment; place of the change, -1 when it was closed."""
    entry = work.conflicts.get(question)
    if entry is None or not entry.state.open:
        return -1
    return keep_conflict(work, entry, _as_it_stands(work, entry, is_open=False), filed)


def reopen_question(work: WorkingSet, filed: Filed, question: UUID) -> int:
    """Open it again, unless the field is asked about already; place of the change, or -1."""
    entry = work.conflicts.get(question)
    if entry is None or entry.state.open or _is_asked(work, entry):
        return -1
    return keep_conflict(work, entry, _as_it_stands(work, entry, is_open=True), filed)


def _is_asked(work: WorkingSet, entry: ConflictEntry) -> bool:
    return any(
        other.state.open and (other.state.rid, other.state.field) == (entry.state.rid, entry.state.field)
        for other in work.conflicts.values()
    )


def _as_it_stands(work: WorkingSet, entry: ConflictEntry, *, is_open: bool) -> Any:
    state = entry.state
    record = work.entries.get(work.address((state.record, state.rid)))
    if record is None:
        return msgspec.structs.replace(state, open=is_open)
    present = encode(field_value(work.stand(record), state.field))
    if present == bytes(state.register):
        return msgspec.structs.replace(state, open=is_open)
    return msgspec.structs.replace(
        state, open=is_open, register=msgspec.Raw(present),
        register_actor=msgspec.UNSET, register_at=msgspec.UNSET, register_desk=msgspec.UNSET,
    )  # fmt: skip
