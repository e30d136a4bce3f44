"""Placing a klant with an employer: what is known, what the rules say of it now, and the act itself.

A placement is never refused for a forecast that is provisional: it is kept and marked, and the register
checks it again (decision 14). What can be told for certain at the counter is decided there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from werkdesk.domain import plaatsing_gebeurtenissen as p
from werkdesk.domain.datums import kalenderdag
from werkdesk.domain.plaatsing import (
    BLOCK,
    VERDRINGING,
    WET,
    Carrousel,
    Contract,
    Plaatsing,
    PlaatsingFeiten,
    Plaatsingskeuze,
    Verdringingstoets,
    Werkgever,
)
from werkdesk.domain.regels.plaatsing_oordeel import (
    Kennis,
    Plafond,
    bekende_antwoorden,
    is_onbetaald,
    plafond,
    toets_plaatsing,
    toets_van,
)
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.waarden.kvk import KvkNummer
from werkdesk.errors import Refused
from werkdesk.usecases.changes import Changes
from werkdesk.usecases.overzichten import Overzichten
from werkdesk.usecases.ports import Cache, Clock, NewId, Wie, Work

Geldend = Callable[[], RegelSet]
MOST_REASON = 300
"""Characters of a reason."""
ONGEDAAN = "ongedaan gemaakt"
TEAMLEIDER = "teamleider"
"""Lets a placement go on against the rules: the quality officer of domain figures 5.6 (decision 11)."""


@dataclass(frozen=True, slots=True)
class WerkgeverKennis:
    """What this desk knows of an employer: as it was written last, and how many placements there."""

    werkgever: Werkgever | None
    plaatsingen: int = 0
    lopend: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Voornemen:
    """A placement that is being thought of. ``antwoorden``: question of the displacement test -> answer."""

    klant: UUID
    gemeente: str
    feiten: PlaatsingFeiten
    antwoorden: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vooruitzicht:
    """What the rules say of it now.

    ``bekend``: answers that the facts give. ``toets``: ``None`` while a question
    is open, or when none is needed.
    """

    onbetaald: bool
    carrousel: Carrousel
    plafond: Plafond
    bekend: Mapping[str, str]
    toets: Verdringingstoets | None


@dataclass(frozen=True, slots=True)
class PlaatsingSaved:
    """The placement as it is now."""

    changes: Changes
    plaatsing: Plaatsing


def employer(kvk: KvkNummer, *, overzichten: Overzichten, clock: Clock) -> WerkgeverKennis:
    """What is known of an employer, so that its name is not typed twice."""
    there = [one for one in overzichten.plaatsingen(kvk=str(kvk)) if one.telt]
    today = kalenderdag(clock())
    newest = max(there, key=lambda one: one.moment, default=None)
    runs = sum(one.einde is None and one.feiten.begin <= today <= one.feiten.einde for one in there)
    return WerkgeverKennis(None if newest is None else newest.feiten.werkgever, len(there), runs)


def foresee(plan: Voornemen, *, overzichten: Overzichten, geldend: Geldend, clock: Clock) -> Vooruitzicht:
    """What the rules say, with the placements this desk knows.

    Raises ``Refused``: ``volgorde.ongeldig`` (``field='einde'``), ``regel.geen_versie``.
    """
    feiten, regels = plan.feiten, geldend()
    if feiten.einde < feiten.begin:
        raise Refused("volgorde.ongeldig", field="einde")
    known = overzichten.plaatsingen(klant=plan.klant, kvk=str(feiten.werkgever.kvk))
    line = overzichten.verbinding()
    kennis = Kennis(
        known, voorlopig=line.weg_sinds is not None or line.laatste is None, bijgewerkt=line.laatste
    )
    unpaid = is_onbetaald(feiten, plan.gemeente, regels)
    answers = bekende_antwoorden(feiten, known)
    given = {**answers, **plan.antwoorden}
    return Vooruitzicht(
        onbetaald=unpaid,
        carrousel=toets_plaatsing(_thought_of(plan, clock), kennis, regels),
        plafond=plafond(feiten, plan.gemeente, regels),
        bekend=answers,
        toets=toets_van(given, kalenderdag(clock()), plan.gemeente, regels) if unpaid else None,
    )


def place(
    plan: Voornemen,
    reden: str = "",
    concept: str | None = None,
    *,
    wie: Wie,
    work: Work,
    clock: Clock,
    new_id: NewId,
    overzichten: Overzichten,
    geldend: Geldend,
) -> PlaatsingSaved:
    """Note the placement with what was judged of it. ``reden``: why it goes on although the rules hold it up.

    Raises ``Refused``: ``plaatsing.toets`` (a question is open), ``plaatsing.verdringing``,
    ``plaatsing.toets_verlopen``, ``plaatsing.plafond``, ``plaatsing.verlenging``, and as :func:`foresee` and
    :func:`check_reason`.
    """
    found = foresee(plan, overzichten=overzichten, geldend=geldend, clock=clock)
    _check_test(plan, found)
    _check_ceiling(plan.feiten, found.plafond)
    why = ""
    if found.carrousel.oordeel == BLOCK and not found.carrousel.voorlopig:
        why = check_reason(found.carrousel, reden, wie.rollen)
    act = p.PlaatsingVastgelegd(
        id=new_id(), klant=plan.klant, gemeente=plan.gemeente, feiten=plan.feiten, carrousel=found.carrousel,
        toets=found.toets, medewerker=wie.medewerker, balie=wie.balie, moment=clock(), reden=why or None,
    )  # fmt: skip
    with work(wie) as cache:
        cache.record(act)
        if concept is not None:
            cache.drop_concept(concept)
        return _saved(cache, act.id)


def check_reason(carrousel: Carrousel, reden: str, rollen: tuple[str, ...]) -> str:
    """The reason with which somebody lets a placement go on.

    Raises ``Refused``: ``plaatsing.wet`` (against the law, nobody may), ``plaatsing.rol`` (a block, and not a
    team leader), ``reden.ontbreekt``, ``tekst.te_lang``.
    """
    if any(rule == WET for rule, _ in carrousel.redenen):
        raise Refused("plaatsing.wet", field="einde")
    if any(effect == BLOCK for _, effect in carrousel.redenen) and TEAMLEIDER not in rollen:
        raise Refused("plaatsing.rol")
    return _reason(reden)


def withdraw(rid: UUID, reden: str = ONGEDAAN, *, wie: Wie, work: Work, clock: Clock) -> PlaatsingSaved:
    """It does not happen, or was a mistake. Raises ``Refused``: ``plaatsing.onbekend``."""
    why = _reason(reden)
    with work(wie) as cache:
        record_decision(cache, rid, Plaatsingskeuze.INTREKKEN, why, wie, clock)
        return _saved(cache, rid)


def second_opinion(rid: UUID, mag: bool, reden: str, *, wie: Wie, work: Work, clock: Clock) -> PlaatsingSaved:
    """A second person decides on a test that is not clear (domain figures 5.5).

    Raises ``Refused``: ``reden.ontbreekt``, ``plaatsing.onbekend``, ``plaatsing.zelfde_persoon``,
    ``plaatsing.geen_onderzoek``, ``plaatsing.al_beoordeeld``.
    """
    why = _reason(reden)
    with work(wie) as cache:
        cache.record(
            p.VerdringingBeoordeeld(id=rid, mag=mag, reden=why, medewerker=wie.medewerker, moment=clock())
        )
        return _saved(cache, rid)


def end_placement(
    rid: UUID, einde: date, contract: Contract | None, schuld: bool, *, wie: Wie, work: Work, clock: Clock
) -> PlaatsingSaved:
    """Note how it ended. Raises ``Refused`` as ``apply_plaatsing``."""
    with work(wie) as cache:
        cache.record(
            p.PlaatsingBeeindigd(
                id=rid,
                einde=einde,
                contract=contract,
                schuld=schuld,
                medewerker=wie.medewerker,
                moment=clock(),
            )
        )
        return _saved(cache, rid)


def record_decision(
    cache: Cache, rid: UUID, keuze: Plaatsingskeuze, reden: str, wie: Wie, clock: Clock
) -> None:
    """One decision, with the hits that stand there now; one before it is taken back first."""
    stand = cache.get(Plaatsing, rid)
    if stand is None:
        raise Refused("plaatsing.onbekend")
    seen = tuple(sorted(stand.oordeel.redenen))
    one = p.PlaatsingBesloten(
        id=rid, keuze=keuze, reden=reden, medewerker=wie.medewerker, moment=clock(), treffers=seen
    )
    if stand.besluit is not None and keuze is not Plaatsingskeuze.TERUG:
        cache.record(replace(one, keuze=Plaatsingskeuze.TERUG, treffers=()))
    cache.record(one)


def _check_test(plan: Voornemen, found: Vooruitzicht) -> None:
    if not found.onbetaald:
        return
    if found.toets is None:
        raise Refused("plaatsing.toets", field="toets")
    if found.toets.oordeel == VERDRINGING:
        raise Refused("plaatsing.verdringing", field="toets")
    if found.toets.geldig_tot is not None and plan.feiten.begin > found.toets.geldig_tot:
        raise Refused("plaatsing.toets_verlopen", field="begin")


def _check_ceiling(feiten: PlaatsingFeiten, ceiling: Plafond) -> None:
    """What stands in the law is refused; a ceiling that nobody confirmed yet is only shown."""
    if any(
        regel.zekerheid != "geverifieerd" for regel in ceiling.regels if regel.regel.startswith("plaatsing.")
    ):
        return
    if feiten.einde > ceiling.laatste[-1]:
        raise Refused("plaatsing.plafond", field="einde")
    if ceiling.is_boven(feiten.einde, verlenging=feiten.verlenging):
        raise Refused("plaatsing.verlenging", field="einde")


def _reason(reden: str) -> str:
    text = reden.strip()
    if not text:
        raise Refused("reden.ontbreekt", field="reden")
    if len(text) > MOST_REASON:
        raise Refused("tekst.te_lang", field="reden", hoogstens=MOST_REASON)
    return text


def _thought_of(plan: Voornemen, clock: Clock) -> Plaatsing:
    """The plan as a placement that nobody noted yet: the last one of all."""
    nothing = Carrousel(oordeel="")
    return Plaatsing(
        id=UUID(int=2**128 - 1), klant=plan.klant, gemeente=plan.gemeente, feiten=plan.feiten,
        carrousel=nothing, toets=None, medewerker="", balie=0, moment=clock(),
    )  # fmt: skip


def _saved(cache: Cache, rid: UUID) -> PlaatsingSaved:
    stand = cache.get(Plaatsing, rid)
    assert stand is not None  # noqa: S101 - recorded in this very unit of work
    return PlaatsingSaved(cache.commit(), stand)
