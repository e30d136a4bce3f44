"""The judge: one unit after the other, each all or nothing, none of them stopping the next."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.melding import Melding
from werkdesk.domain.plaatsing import Plaatsing
from werkdesk.domain.toepassen.toepassen import Stand, Toegepast, apply
from werkdesk.errors import Refused
from werkdesk.messages.codec import encode
from werkdesk.messages.wire import OutcomeKind
from werkdesk.register.judging.answers import (
    FieldAct,
    came_too_late,
    close_question,
    contest,
    reopen_question,
)
from werkdesk.register.judging.clashes import (
    field_conflict,
    field_value,
    note_conflict,
    note_typist,
    settle_conflicts,
    typist_of,
)
from werkdesk.register.judging.filed import Case, Filed, Verdict
from werkdesk.register.judging.recheck import recheck_beside, rechecked
from werkdesk.register.judging.sameness import BsnHash, known_refs, link, same_person
from werkdesk.register.judging.working_set import Entry, Key, WorkingSet
from werkdesk.register.publish import NewChange
from werkdesk.register.records import search_columns

_log = logging.getLogger(__name__)


class _WaitsError(Exception):
    """Something the act rests on is not here yet."""

    def __init__(self, on: UUID) -> None:
        super().__init__()
        self.on = on


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges acts over one working set."""

    work: WorkingSet
    bsn_hash: BsnHash

    def judge(self, cases: Sequence[Case]) -> list[Verdict]:
        """A verdict per act, in order. Never raises for what an act says."""
        verdicts: list[Verdict] = []
        for _, unit in groupby(cases, key=lambda case: case.filed.unit):
            verdicts += self._judge_unit(list(unit))
        return verdicts

    def _judge_unit(self, unit: list[Case]) -> list[Verdict]:
        mark = self.work.mark()
        twins = known_refs(self.work, unit)
        verdicts: list[Verdict] = []
        for case in unit:
            try:
                verdict = self._judge_one(case, twins)
            except _WaitsError as waits:
                held = Verdict(outcome="held", reason="bericht.wacht", waits_on=waits.on)
                return self._undo(unit, mark, held)
            except Refused as refused:
                return self._undo(unit, mark, Verdict(outcome="quarantined", reason=refused.code), case)
            except Exception as defect:  # noqa: BLE001 - a defect of ours may not cost anybody their work
                _log.error("judging failed", extra={"kind": type(defect).__name__, "mutation": case.filed.id})
                return self._undo(unit, mark, Verdict(outcome="quarantined", reason="register.defect"), case)
            self.work.put(self.work.outcomes, case.filed.id, verdict.outcome)
            verdicts.append(verdict)
        return verdicts

    def _undo(
        self, unit: list[Case], mark: tuple[int, int], verdict: Verdict, culprit: Case | None = None
    ) -> list[Verdict]:
        self.work.back_to(mark)
        beside = verdict if culprit is None else Verdict(outcome="quarantined", reason="bericht.eenheid")
        for case in unit:
            self.work.outcomes[case.filed.id] = verdict.outcome
        return [verdict if case is culprit else beside for case in unit]

    def _judge_one(self, case: Case, twins: dict[UUID, UUID]) -> Verdict:
        if case.act is None:
            raise Refused(case.unreadable)
        filed, act = case.filed, case.act
        self._check_dependencies(filed)
        key, entry = self._locate(filed)
        self._check_author(filed, act, key, entry)
        if entry is None and filed.rid in twins and isinstance(act, g.MeldingGedaan | g.KlantIngeschreven):
            link(self.work, filed, key, twins[filed.rid], "externe_ref")
            return Verdict(outcome="duplicate", canonical=twins[filed.rid])
        done = self._foresee(filed, entry, act)
        stand = rechecked(self.work, done.stand) if isinstance(done.stand, Plaatsing) else done.stand
        place, rev, canonical = self._keep(act, filed, key, entry, stand)
        conflicts = tuple(field_conflict(clash) for clash in done.botsingen)
        for clash in conflicts:
            place = note_conflict(self.work, filed, key, clash)
        place = max(place, self._answer(filed, act))
        if isinstance(stand, Plaatsing):
            place = max(place, recheck_beside(self.work, filed, key[1]))
        outcome: OutcomeKind = "merged" if _met_others(filed, entry, act) else "applied"
        if conflicts:
            outcome = "conflict"
        elif canonical is not None:
            outcome = "duplicate"
        elif place < 0:
            outcome = "same"
        return Verdict(outcome=outcome, rev=rev, change=place, conflicts=conflicts, canonical=canonical)

    def _locate(self, filed: Filed) -> tuple[Key, Entry | None]:
        key = self.work.address((filed.record, filed.rid))
        entry = self.work.entries.get(key)
        if entry is None and filed.rid in self.work.purged:
            raise Refused("bericht.gewist")
        if entry is not None and entry.scope != filed.scope:
            raise Refused("bericht.ander_kantoor")
        return key, entry

    def _check_author(self, filed: Filed, act: g.Gebeurtenis, key: Key, entry: Entry | None) -> None:
        stand = None if entry is None else self.work.stand(entry)
        giver = typist_of(self.work, key, "eigenaar") if isinstance(act, g.MeldingGewijzigd) else None
        gave = giver is not None and giver.actor == filed.actor
        self.work.authors.check(filed, act, stand, gave=gave)

    def _foresee(self, filed: Filed, entry: Entry | None, act: g.Gebeurtenis) -> Toegepast:
        stand = None if entry is None else self.work.stand(entry)
        if isinstance(act, g.VraagAfgedaan) and came_too_late(stand):
            self.work.put(self.work.late, filed.unit, None)
        if filed.unit in self.work.late and isinstance(act, FieldAct):
            contested = contest(stand, act)
            if contested is not None:
                return contested
        return self._apply(entry, act)

    def _answer(self, filed: Filed, act: g.Gebeurtenis) -> int:
        """Close or open the question this act is about; place of the change, or -1."""
        match act:
            case g.VraagAfgedaan():
                return close_question(self.work, filed, act.id)
            case g.VraagHeropend():
                return reopen_question(self.work, filed, act.id)
            case _:
                return -1

    def _apply(self, entry: Entry | None, act: g.Gebeurtenis) -> Toegepast:
        try:
            return apply(None if entry is None else self.work.stand(entry), act)
        except Refused as refused:
            if entry is None and refused.code == f"{act.betreft}.onbekend":
                raise _WaitsError(act.id) from None
            raise

    def _check_dependencies(self, filed: Filed) -> None:
        for needed in filed.depends_on:
            match self.work.outcomes.get(needed):
                case None | "held":
                    raise _WaitsError(needed)
                case "quarantined":
                    raise Refused("bericht.voorganger")

    def _keep(
        self, act: g.Gebeurtenis, filed: Filed, key: Key, entry: Entry | None, stand: Stand
    ) -> tuple[int, int, UUID | None]:
        """Put the record in its new state: place of its change (-1: none), revision, whom it doubles."""
        before = None if entry is None else self.work.stand(entry)
        if entry is not None and stand == before:
            return -1, entry.rev, None
        rev = entry.rev + 1 if entry else 1
        body = encode(stand).decode()
        fields = _fields(act)
        changed = _set_fields(before, stand, fields)
        canonical = same_person(self.work, self.bsn_hash, filed, key, before, stand)
        columns = search_columns(stand)
        if isinstance(stand, Melding) and columns.externe_ref is not None:
            self.work.put(self.work.refs, columns.externe_ref, key[1])
        kept = Entry(
            type=key[0],
            rid=key[1],
            scope=filed.scope,
            rev=rev,
            stored=entry.stored if entry else 0,
            body=body,
            columns=columns,
            field_rev={**(entry.field_rev if entry else {}), **dict.fromkeys(changed, rev)},
            last_desk=filed.desk,
            stand=stand,
        )
        change = NewChange(
            unit=filed.unit,
            type=key[0],
            rid=key[1],
            rev=rev,
            body=body,
            kind="put" if canonical is None else "alias",
            canonical=canonical,
        )
        place = self.work.keep(kept, change)
        note_typist(self.work, filed, key, changed)
        return max(place, settle_conflicts(self.work, filed, stand, fields)), rev, canonical


def _fields(act: g.Gebeurtenis) -> tuple[str, ...]:
    """The merge units an act sets."""
    match act:
        case g.KlantGewijzigd() | g.MeldingGewijzigd():
            return act.velden
        case g.IntakeBeantwoord():
            return (act.vraag,)
        case _:
            return ()


def _set_fields(before: Stand | None, after: Stand, fields: tuple[str, ...]) -> tuple[str, ...]:
    """The fields that this act really changed: one that clashed still is somebody else's."""
    if before is None:
        return fields
    return tuple(veld for veld in fields if field_value(before, veld) != field_value(after, veld))


def _met_others(filed: Filed, entry: Entry | None, act: g.Gebeurtenis) -> bool:
    """Whether somebody else changed other fields since the desk looked."""
    return (
        entry is not None
        and bool(_fields(act))
        and entry.rev > filed.base_rev
        and entry.last_desk is not None
        and entry.last_desk != filed.desk
    )
