"""Questions of the register, answered by a person: the answer is an act, and can be taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.afdoening import Keuze
from werkdesk.domain.intake import Antwoord, Intake
from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import Melding, MeldingFeiten
from werkdesk.domain.persoon import KlantFeiten
from werkdesk.domain.plaatsing import Plaatsing
from werkdesk.errors import Refused
from werkdesk.usecases.changes import Changes
from werkdesk.usecases.meldingen import Rekenaar, record_facts
from werkdesk.usecases.overzichten import Overzichten
from werkdesk.usecases.plaatsing_vragen import decide_placement, take_decision_back
from werkdesk.usecases.ports import Cache, Clock, Wie, Work
from werkdesk.usecases.vraagrijen import BotsingRow, FieldAct, GeweigerdRow

TWEEDE = "telefoon2"
MOST = 300
"""Characters of a reason."""


@dataclass(frozen=True, slots=True)
class Beantwoord:
    """An answer that was given. ``terug``: fields to set back when it is taken back, with their old value."""

    changes: Changes
    vraag: UUID
    record: str = ""
    rid: UUID | None = None
    gezet: tuple[tuple[str, Any, Any], ...] = ()  # field, value before, value after


def answer_question(
    vraag: UUID,
    keuze: Keuze,
    reden: str = "",
    *,
    wie: Wie,
    work: Work,
    clock: Clock,
    overzichten: Overzichten,
    rekenaar: Rekenaar,
) -> Beantwoord:
    """Choose between two values of one field; question and value change in one unit.

    ``reden``: why a placement goes on; no other answer needs one.

    Raises ``Refused``: ``vraag.beantwoord`` (a colleague was first), ``vraag.veranderd`` (another value
    counts than the one that was shown), ``vraag.keuze`` (this cannot be chosen here), and what changing the
    record refuses, such as ``melding.gesloten``; of a placement as :func:`decide_placement`.
    """
    row = _conflict(overzichten, vraag)
    if keuze not in _choices(row):
        raise Refused("vraag.keuze")
    with work(wie) as cache:
        # First the answer: the register closes the question with the value that counted until now.
        cache.record(_settled(vraag, keuze, wie, clock, reden.strip() or None))
        if row.record == Plaatsing.soort:
            decide_placement(cache, row.rid, keuze, reden, wie, clock)
            return Beantwoord(cache.commit(), vraag, row.record, row.rid)
        done = _set(cache, row, _wanted(row, keuze), rekenaar)
        return Beantwoord(cache.commit(), vraag, row.record, row.rid, done)


def take_back(done: Beantwoord, *, wie: Wie, work: Work, clock: Clock, rekenaar: Rekenaar) -> Changes:
    """Ask the question again, and put back the value that counted, where nobody changed it meanwhile."""
    with work(wie) as cache:
        if done.rid is not None and done.record == Plaatsing.soort:
            take_decision_back(cache, done.rid, wie, clock)
        elif done.rid is not None:
            _put_back(cache, done, rekenaar)
        cache.record(
            g.VraagHeropend(id=done.vraag, medewerker=wie.medewerker, balie=wie.balie, moment=clock())
        )
        return cache.commit()


def put_away(
    vraag: UUID, reden: str, *, wie: Wie, work: Work, clock: Clock, overzichten: Overzichten
) -> Beantwoord:
    """Put work that was refused away, with a reason. It stays readable, here and at the register.

    Raises ``Refused``: ``vraag.beantwoord``, ``reden.ontbreekt``, ``tekst.te_lang``.
    """
    text = reden.strip()
    if not text:
        raise Refused("reden.ontbreekt", field="reden")
    if len(text) > MOST:
        raise Refused("tekst.te_lang", field="reden", hoogstens=MOST)
    _refusal(overzichten, vraag)
    with work(wie) as cache:
        cache.record(_settled(vraag, Keuze.WEGGELEGD, wie, clock, text))
        return Beantwoord(cache.commit(), vraag)


def send_again(
    vraag: UUID, *, wie: Wie, work: Work, clock: Clock, overzichten: Overzichten, rekenaar: Rekenaar
) -> Beantwoord:
    """Record what was refused anew, as it was typed, on top of what the register has by now.

    Raises ``Refused``: ``vraag.beantwoord``, ``vraag.keuze`` (only facts can be sent again), and what
    changing the record refuses.
    """
    act = _refusal(overzichten, vraag).act
    if not isinstance(act, FieldAct):
        raise Refused("vraag.keuze")
    with work(wie) as cache:
        cache.record(_settled(vraag, Keuze.OPNIEUW, wie, clock))
        _again(cache, act, rekenaar)
        return Beantwoord(cache.commit(), vraag)


def _settled(vraag: UUID, keuze: Keuze, wie: Wie, clock: Clock, reden: str | None = None) -> g.VraagAfgedaan:
    return g.VraagAfgedaan(
        id=vraag, keuze=keuze, medewerker=wie.medewerker, balie=wie.balie, moment=clock(), reden=reden
    )


def _conflict(overzichten: Overzichten, vraag: UUID) -> BotsingRow:
    found = next((row for row in overzichten.vragen().botsingen if row.id == vraag), None)
    if found is None:
        raise Refused("vraag.beantwoord")
    return found


def _refusal(overzichten: Overzichten, vraag: UUID) -> GeweigerdRow:
    found = next((row for row in overzichten.vragen().geweigerd if row.id == vraag), None)
    if found is None:
        raise Refused("vraag.beantwoord")
    return found


def _choices(row: BotsingRow) -> tuple[Keuze, ...]:
    if not row.gelezen:
        return ()
    both = (Keuze.BEIDE,) if row.tweede else ()
    return (Keuze.HOUDEN, Keuze.NEMEN, *both)


def _wanted(row: BotsingRow, keuze: Keuze) -> dict[str, Any]:
    """Field -> value. The value that counts is named too: it says what was meant, whatever others do."""
    match keuze:
        case Keuze.NEMEN:
            return {row.veld: row.anders.waarde}
        case Keuze.BEIDE:
            return {row.veld: row.telt.waarde, TWEEDE: row.anders.waarde}
        case _:
            return {row.veld: row.telt.waarde}


def _set(
    cache: Cache, row: BotsingRow, wanted: dict[str, Any], rekenaar: Rekenaar
) -> tuple[tuple[str, Any, Any], ...]:
    before = {veld: _now(cache, row.record, row.rid, veld) for veld in wanted}
    if before[row.veld] != row.telt.waarde:
        raise Refused("vraag.veranderd")
    _write(cache, row.record, row.rid, before, wanted, rekenaar)
    return tuple((veld, before[veld], value) for veld, value in wanted.items() if before[veld] != value)


def _put_back(cache: Cache, done: Beantwoord, rekenaar: Rekenaar) -> None:
    assert done.rid is not None  # noqa: S101 - asked by the caller
    back = {
        veld: before
        for veld, before, after in done.gezet
        if _now(cache, done.record, done.rid, veld) == after
    }
    if back:
        now = {veld: after for veld, _, after in done.gezet if veld in back}
        _write(cache, done.record, done.rid, now, back, rekenaar)


def _now(cache: Cache, record: str, rid: UUID, veld: str) -> Any:
    """The value as it stands. Raises ``Refused`` ``klant.onbekend`` and the like when the record is gone."""
    if record == "intake":
        intake = cache.get(Intake, rid)
        return None if intake is None else intake.antwoorden.get(veld)
    stand = cache.get(Klant, rid) if record == "klant" else cache.get(Melding, rid)
    if stand is None:
        raise Refused(f"{record}.onbekend")
    return getattr(stand.feiten, veld)


def _write(
    cache: Cache, record: str, rid: UUID, was: dict[str, Any], wordt: dict[str, Any], rekenaar: Rekenaar
) -> None:
    velden = tuple(wordt)
    match record:
        case "klant":
            cache.record(
                g.KlantGewijzigd(id=rid, velden=velden, was=KlantFeiten(**was), wordt=KlantFeiten(**wordt))
            )
        case "melding":
            _write_melding(cache, rid, was, wordt, rekenaar)
        case _:
            ((vraag, answer),) = wordt.items()
            if isinstance(answer, Antwoord):  # an answer cannot be unsaid: what was never answered stays
                cache.record(g.IntakeBeantwoord(id=rid, vraag=vraag, was=was[vraag], wordt=answer))


def _write_melding(
    cache: Cache, rid: UUID, was: dict[str, Any], wordt: dict[str, Any], rekenaar: Rekenaar
) -> None:
    if was != wordt:
        record_facts(cache, rid, replace(MeldingFeiten(), **wordt), tuple(wordt), rekenaar)
        return
    melding = cache.get(Melding, rid)
    if melding is None:
        raise Refused("melding.onbekend")
    cache.record(
        g.MeldingGewijzigd(
            id=rid, velden=tuple(wordt), was=MeldingFeiten(**was), wordt=MeldingFeiten(**wordt),
            ontbreekt=melding.ontbreekt,
        )
    )  # fmt: skip


def _again(cache: Cache, act: FieldAct, rekenaar: Rekenaar) -> None:
    record = act.betreft
    if isinstance(act, g.IntakeBeantwoord):
        wanted: dict[str, Any] = {act.vraag: act.wordt}
    else:
        wanted = {veld: getattr(act.wordt, veld) for veld in act.velden}
    now = {veld: _now(cache, record, act.id, veld) for veld in wanted}
    differing = {veld: value for veld, value in wanted.items() if now[veld] != value}
    if differing:
        _write(cache, record, act.id, {veld: now[veld] for veld in differing}, differing, rekenaar)
