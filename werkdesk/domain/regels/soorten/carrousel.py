"""Detecting the banencarrousel: repeated unpaid places, no contract (domain facts 5.6; rule cases 4.10)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from typing import Any

from werkdesk.domain.datums import plus_months
from werkdesk.domain.regels.invoer import Invoer, datum, ja_nee, keuze, kvk, tekst
from werkdesk.domain.regels.plaatsen import (
    Contract,
    EnePlaatsing,
    Plaats,
    dagen_tussen,
    tel_dagen,
    voeg_samen,
)
from werkdesk.domain.regels.regel import Regel
from werkdesk.domain.regels.soorten.plaatsing import laatste_dag
from werkdesk.domain.regels.termijn import TermijnRekenaar
from werkdesk.domain.regels.uitleg import Antwoord, Uitleg
from werkdesk.errors import Refused

INSTRUMENTEN = ("proefplaats", "WEP", "leerwerkstage", "participatieplaats", "LKS", "scholing")
_instrument = keuze(INSTRUMENTEN)
_VELD = "plan.begin"
BLOCK, SIGNAAL, EEN_PLAATSING = "BLOCK", "SIGNAAL", "EEN_PLAATSING"


@dataclass(frozen=True, slots=True)
class Bevinding:
    """Hits as (rule, effect), sorted on rule; the verdict; the unpaid days, ``None`` without CAR-3."""

    treffers: tuple[tuple[str, str], ...]
    oordeel: str
    dagen: int | None


def toets_carrousel(
    rekenaar: TermijnRekenaar,
    plan: Plaats,
    historie: Iterable[Plaats],
    uitleg: Uitleg,
    *,
    verlengingsbesluit: bool = False,
) -> Bevinding:
    """Judge a planned placement against all earlier ones that are known.

    A paid instrument is free; paid placements in ``historie`` count for nothing. Every record is chosen by
    the first day of the plan. Raises ``Refused('regel.geen_versie', field='plan.begin')``.
    """
    return _Toets(rekenaar, plan, historie, uitleg).bevinding(verlengingsbesluit)


class _Toets:
    """One plan under judgement. A method a rule; each gives its effect or ``None``."""

    def __init__(
        self, rekenaar: TermijnRekenaar, plan: Plaats, historie: Iterable[Plaats], uitleg: Uitleg
    ) -> None:
        self.rekenaar, self.plan, self.uitleg = rekenaar, plan, uitleg
        self.onbetaald = self._waarde("carrousel.onbetaald")
        self.eigen_regime = self._waarde("carrousel.eigen_regime")
        self.historie = [plaats for plaats in historie if plaats.instrument in self.onbetaald]
        self.van_persoon = [plaats for plaats in self.historie if plaats.persoon == plan.persoon]

    def bevinding(self, verlengingsbesluit: bool) -> Bevinding:
        if self.plan.instrument not in self.onbetaald:
            self.uitleg.zeg("Dit is een betaald instrument: de regels over onbetaalde plaatsen gelden niet.")
            return Bevinding((), "VRIJ", None)
        one = self._ene_plaatsing()
        days = self._dagen()
        rules: dict[str, Callable[[], str | None]] = {
            "CAR-1": partial(self._car_1, one, verlengingsbesluit),
            "CAR-2": self._car_2,
            "CAR-3": partial(self._car_3, days),
            "CAR-4a": self._car_4a,
            "CAR-4b": self._car_4b,
            "CAR-5": self._car_5,
            "CAR-6": partial(self._car_6, one),
        }
        hits = tuple((rule, effect) for rule, judge in rules.items() if (effect := judge()))
        effects = {effect for _, effect in hits}
        verdict = next((effect for effect in (BLOCK, SIGNAAL) if effect in effects), "VRIJ")
        if not hits:
            self.uitleg.zeg("Geen van de regels over herhaalde onbetaalde plaatsen geldt.")
        return Bevinding(hits, verdict, days)

    def _regel(self, id_: str) -> Regel:
        return self.rekenaar.regel(id_, self.plan.begin, self.uitleg, veld=_VELD)

    def _waarde(self, id_: str) -> Any:
        return self._regel(id_).waarde

    def _treft(self, id_: str, effect: str) -> str:
        """Give ``effect`` and say why, in the words of the record."""
        self.uitleg.zeg(f"{id_}: {self._regel(id_).tekst}")
        return effect

    def _samengevoegd(self) -> list[EnePlaatsing]:
        """This person's placements, the plan included, each employer apart; the own regime is left out."""
        gap = self._waarde("CAR-6")
        employers: dict[str, list[Plaats]] = {}
        for plaats in [*self.van_persoon, self.plan]:
            if plaats.instrument not in self.eigen_regime:
                employers.setdefault(plaats.kvk, []).append(plaats)
        return [one for places in employers.values() for one in voeg_samen(places, gap)]

    def _ene_plaatsing(self) -> EnePlaatsing | None:
        """The one placement of which the plan is part; ``None`` for a plan under its own regime."""
        return next((one for one in self._samengevoegd() if any(p is self.plan for p in one.plaatsen)), None)

    def _dagen(self) -> int | None:
        if self.plan.instrument in self.eigen_regime:
            return None
        window = timedelta(days=self._waarde("CAR-3") - 1)
        periods = [(one.begin, one.einde) for one in self._samengevoegd()]
        days = tel_dagen(periods, self.plan.einde - window, self.plan.einde)
        self.uitleg.zeg(f"Onbetaalde dagen in de periode tot en met het einde: {days}.")
        return days

    def _car_1(self, one: EnePlaatsing | None, verlengingsbesluit: bool) -> str | None:
        if one is None or not one.instrumenten.intersection(self._waarde("CAR-1")):
            return None
        months = self._waarde("plaatsing.proefplaats")
        limit = laatste_dag(one.begin, months[-1] if verlengingsbesluit else months[0])
        return self._treft("CAR-1", BLOCK) if one.einde > limit else None

    def _car_2(self) -> str | None:
        same = [p for p in self.van_persoon if p.kvk == self.plan.kvk or p.groep == self.plan.groep]
        months = self._waarde("CAR-2")
        if not same or self.plan.begin > plus_months(max(plaats.einde for plaats in same), months):
            return None
        return self._treft("CAR-2", BLOCK)

    def _car_3(self, days: int | None) -> str | None:
        if days is None:
            return None
        if days > self._waarde("CAR-3.blokkade"):
            return self._treft("CAR-3.blokkade", BLOCK)
        return self._treft("CAR-3.signaal", SIGNAAL) if days > self._waarde("CAR-3.signaal") else None

    def _car_4a(self) -> str | None:
        ended = [plaats for plaats in self.van_persoon if plaats.einde < self.plan.begin]
        last = max(ended, key=lambda plaats: plaats.einde, default=None)
        if last is None or not last.intentie or last.schuld or self._nagekomen(last):
            return None
        return self._treft("CAR-4a", SIGNAAL)

    def _car_4b(self) -> str | None:
        first = self.plan.begin - timedelta(days=self._waarde("CAR-4b"))
        promised = [
            plaats
            for plaats in self.historie
            if plaats.kvk == self.plan.kvk and plaats.intentie and first <= plaats.einde < self.plan.begin
        ]
        if len(promised) < self._waarde("CAR-4b.aantal"):
            return None
        kept = sum(self._nagekomen(plaats) for plaats in promised)
        enough = kept * 100 >= self._waarde("CAR-4b.nagekomen") * len(promised)
        return None if enough else self._treft("CAR-4b", BLOCK)

    def _car_5(self) -> str | None:
        gap = self._waarde("CAR-5")
        for plaats in self.historie:
            same_work = plaats.kvk == self.plan.kvk and plaats.functie == self.plan.functie
            if (
                same_work
                and plaats.persoon != self.plan.persoon
                and 0 <= dagen_tussen(plaats.einde, self.plan.begin) <= gap
            ):
                return self._treft("CAR-5", SIGNAAL)
        return None

    def _car_6(self, one: EnePlaatsing | None) -> str | None:
        if one is None or len(one.instrumenten) < 2:
            return None
        return self._treft("CAR-6", EEN_PLAATSING)

    def _nagekomen(self, plaats: Plaats) -> bool:
        """Kept promise: a contract at the same KVK soon after the end, indefinite or long enough."""
        contract = plaats.contract
        soonest, longest = 1, self._waarde("carrousel.belofte_dagen")
        if contract is None or contract.kvk != plaats.kvk:
            return False
        if not soonest <= (contract.begin - plaats.einde).days <= longest:
            return False
        months = self._waarde("carrousel.belofte_contract")
        return contract.einde is None or contract.einde >= laatste_dag(contract.begin, months)


def beoordeel(invoer: Invoer, rekenaar: TermijnRekenaar) -> Antwoord:
    """Answer a rule case of the kind ``carrousel``."""
    part = invoer.deel("plan")
    plan = _plaats(part)
    extension = part.lees_of("verlengingsbesluit", ja_nee, False)
    historie = [_uit_historie(earlier, plan) for earlier in invoer.delen_of_geen("historie")]
    complete = invoer.lees_of("historie_volledig", ja_nee, True)
    uitleg = Uitleg()
    found = toets_carrousel(rekenaar, plan, historie, uitleg, verlengingsbesluit=extension)
    if not complete:
        uitleg.zeg("Dit oordeel is voorlopig: niet alle eerdere plaatsen zijn bekend.")
    return Antwoord(
        {
            "treffers": [{"regel": rule, "effect": effect} for rule, effect in found.treffers],
            "oordeel": found.oordeel,
            "dagen": found.dagen,
            "voorlopig": not complete,
        },
        uitleg,
    )


def _plaats(part: Invoer) -> Plaats:
    plaats = Plaats(
        persoon=part.lees("persoon", tekst),
        instrument=part.lees("instrument", _instrument),
        kvk=part.lees("kvk", kvk),
        concern=part.lees_of("concern", kvk, None),
        functie=part.lees("functie", tekst),
        begin=part.lees("begin", datum),
        einde=part.lees("einde", datum),
    )
    if plaats.einde < plaats.begin:
        raise Refused("volgorde.ongeldig", field=part.veld("einde"))
    return plaats


def _uit_historie(part: Invoer, plan: Plaats) -> Plaats:
    plaats = _plaats(part)
    if plaats.begin >= plan.begin:
        raise Refused("volgorde.ongeldig", field=part.veld("begin"))
    return replace(
        plaats,
        intentie=part.lees_of("intentie", ja_nee, False),
        schuld=part.lees_of("schuld_persoon", ja_nee, False),
        contract=_contract(part.deel_of_niets("contract")),
    )


def _contract(part: Invoer | None) -> Contract | None:
    if part is None:
        return None
    contract = Contract(
        kvk=part.lees("kvk", kvk), begin=part.lees("begin", datum), einde=part.lees_of("einde", datum, None)
    )
    if contract.einde is not None and contract.einde < contract.begin:
        raise Refused("volgorde.ongeldig", field=part.veld("einde"))
    return contract
