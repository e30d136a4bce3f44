"""The rules of 5.1, 5.5 and 5.6 over real placements: at the desk to foresee, at the register to check."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from werkdesk.domain.datums import plus_months
from werkdesk.domain.plaatsing import (
    VRIJ,
    Carrousel,
    Hertoets,
    HertoetsUitkomst,
    Plaatsing,
    Verdringingstoets,
)
from werkdesk.domain.plaatsing import PlaatsingFeiten as Feiten
from werkdesk.domain.regels.kalender import kalender_van
from werkdesk.domain.regels.plaatsen import Plaats
from werkdesk.domain.regels.regel import ALLE_GEMEENTEN, Regel
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.regels.soorten.carrousel import toets_carrousel
from werkdesk.domain.regels.soorten.plaatsing import laatste_dagen
from werkdesk.domain.regels.soorten.verdringing import VRAGEN, toets_verdringing
from werkdesk.domain.regels.termijn import TermijnRekenaar
from werkdesk.domain.regels.uitleg import Uitleg
from werkdesk.domain.termijn import RegelVerwijzing

_DAY = timedelta(days=1)
_PLACE = "plaatsing."
_FLAT = "plaatsing.LKS_forfaitair"
"""A subsidy on a job, and not a placement."""
MOST_HOURS, LONG_MONTHS = 32, 6
"""Question Z3 of the displacement test (domain figures 5.5)."""


def instrumenten(regels: RegelSet, op: date) -> tuple[Regel, ...]:
    """What a person may be placed with on a day: ``plaatsing.WEP`` and its siblings in the tables."""
    return tuple(regel for regel in regels.familie(_PLACE, op) if regel.id != _FLAT)


def instrument_van(regel: Regel) -> str:
    """The name of an instrument as a placement keeps it: ``WEP``."""
    return regel.id.removeprefix(_PLACE)


@dataclass(frozen=True, slots=True)
class Plafond:
    """How long a placement may last: the last day, then the last day after each possible extension."""

    laatste: tuple[date, ...]
    regels: tuple[RegelVerwijzing, ...] = ()
    uitleg: tuple[str, ...] = ()

    def is_boven(self, einde: date, *, verlenging: bool) -> bool:
        """Whether ``einde`` lies beyond what is allowed, with or without a besluit to extend."""
        return einde > (self.laatste[-1] if verlenging else self.laatste[0])


def plafond(feiten: Feiten, gemeente: str, regels: RegelSet) -> Plafond:
    """The ceiling of 5.1. Raises ``Refused('regel.geen_versie', field='begin')``."""
    uitleg = Uitleg()
    days = laatste_dagen(_rekenaar(regels, gemeente), feiten.instrument, feiten.begin, uitleg)
    return Plafond(tuple(days), uitleg.verwijzingen(), tuple(uitleg.zinnen))


def is_onbetaald(feiten: Feiten, gemeente: str, regels: RegelSet) -> bool:
    """Whether the rules over unpaid placements hold: nobody is paid, and the tables call it unpaid."""
    unpaid = regels.geldig("carrousel.onbetaald", feiten.begin, veld="begin", gemeente=gemeente)
    return not feiten.betaald and feiten.instrument in unpaid.waarde


def toets_van(
    antwoorden: Mapping[str, str], op: date, gemeente: str, regels: RegelSet
) -> Verdringingstoets | None:
    """The displacement test of 5.5; ``None`` while a question was not answered.

    Raises ``Refused('regel.geen_versie', field='datum_toets')``.
    """
    if any(vraag not in antwoorden for vraag in VRAGEN):
        return None
    uitleg = Uitleg()
    found = toets_verdringing(_rekenaar(regels, gemeente), antwoorden, op, uitleg)
    return Verdringingstoets(
        datum=op,
        antwoorden=tuple((vraag, antwoorden[vraag]) for vraag in VRAGEN),
        oordeel=found.oordeel,
        slecht=found.slecht,
        onbekend=found.onbekend,
        geldig_tot=found.geldig_tot,
        regels=uitleg.verwijzingen(),
        uitleg=tuple(uitleg.zinnen),
        regelset=regels.kenmerk,
    )


def bekende_antwoorden(feiten: Feiten, bekend: Iterable[Plaatsing]) -> dict[str, str]:
    """What the facts themselves answer, so that nobody has to: Z1 when it is so, and Z3.

    That no earlier placement is known here proves nothing for Z1: then staff ask.
    """
    lasts = feiten.einde > plus_months(feiten.begin, LONG_MONTHS) - _DAY
    found = {"Z3": "ja" if lasts or feiten.uren > MOST_HOURS else "nee"}
    since = plus_months(feiten.begin, -12)
    if any(_same_work(one, feiten) and since <= einde_van(one) < feiten.begin for one in bekend):
        found["Z1"] = "ja"
    return found


def einde_van(plaatsing: Plaatsing) -> date:
    """The last day it lasted, or is to last."""
    return plaatsing.feiten.einde if plaatsing.einde is None else plaatsing.einde.einde


@dataclass(frozen=True, slots=True)
class Kennis:
    """What is known when the carousel is checked.

    ``plaatsingen``: every placement of this person and at this employer. ``persoon``: who a klant is, where
    one person is known under several. ``voorlopig``: others may have placed people since ``bijgewerkt``.
    """

    plaatsingen: tuple[Plaatsing, ...] = ()
    persoon: Mapping[UUID, UUID] = field(default_factory=dict)
    voorlopig: bool = False
    bijgewerkt: datetime | None = None


def toets_plaatsing(plan: Plaatsing, kennis: Kennis, regels: RegelSet) -> Carrousel:
    """Check the banencarrousel for one placement against the earlier ones that are known (5.6).

    ``plan`` itself may stand among them. Raises ``Refused('regel.geen_versie', field='plan.begin')``.
    """
    feiten = plan.feiten
    if not is_onbetaald(feiten, plan.gemeente, regels):
        return Carrousel(
            oordeel=VRIJ, regelset=regels.kenmerk, voorlopig=kennis.voorlopig, bijgewerkt=kennis.bijgewerkt
        )
    earlier = [one for one in kennis.plaatsingen if _goes_before(one, plan)]
    uitleg = Uitleg()
    found = toets_carrousel(
        _rekenaar(regels, plan.gemeente),
        _plaats(plan, kennis),
        [_plaats(one, kennis) for one in earlier],
        uitleg,
        verlengingsbesluit=feiten.verlenging,
    )
    return Carrousel(
        oordeel=found.oordeel,
        treffers=found.treffers,
        dagen=found.dagen,
        geteld=len(earlier),
        voorlopig=kennis.voorlopig,
        bijgewerkt=kennis.bijgewerkt,
        regels=uitleg.verwijzingen(),
        uitleg=tuple(uitleg.zinnen),
        regelset=regels.kenmerk,
    )


def hertoets(plaatsing: Plaatsing, kennis: Kennis, regels: RegelSet) -> Hertoets:
    """The register's word on the forecast of a desk. Raises as :func:`toets_plaatsing`."""
    now = toets_plaatsing(plaatsing, kennis, regels)
    same = now.redenen == plaatsing.carrousel.redenen
    return Hertoets(uitkomst=HertoetsUitkomst.BEVESTIGD if same else HertoetsUitkomst.ANDERS, carrousel=now)


def _goes_before(one: Plaatsing, plan: Plaatsing) -> bool:
    """Of two that begin on one day the one that was noted first goes before, so that one of them counts."""
    if one.id == plan.id or not one.telt or one.feiten.betaald:
        return False
    return (one.feiten.begin, one.moment, one.id) < (plan.feiten.begin, plan.moment, plan.id)


def _same_work(one: Plaatsing, feiten: Feiten) -> bool:
    theirs = one.feiten
    same = theirs.werkgever.kvk == feiten.werkgever.kvk and _work(theirs) == _work(feiten)
    return one.telt and same and not theirs.betaald


def _work(feiten: Feiten) -> str:
    """The function as two desks may type it."""
    return " ".join(feiten.functie.casefold().split())


def _plaats(one: Plaatsing, kennis: Kennis) -> Plaats:
    feiten, werkgever = one.feiten, one.feiten.werkgever
    return Plaats(
        persoon=str(kennis.persoon.get(one.klant, one.klant)),
        instrument=feiten.instrument,
        kvk=str(werkgever.kvk),
        concern=None if werkgever.concern is None else str(werkgever.concern),
        functie=_work(feiten),
        begin=feiten.begin,
        einde=einde_van(one),
        intentie=feiten.intentie,
        schuld=one.einde is not None and one.einde.schuld,
        contract=None if one.einde is None else one.einde.contract,
    )


def _rekenaar(regels: RegelSet, gemeente: str) -> TermijnRekenaar:
    return TermijnRekenaar(regels, kalender_van(regels), gemeente or ALLE_GEMEENTEN)
