"""Is everything there for an advance, what is missing, by when, and may this person decide? (Pw 52; F10)."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from typing import Literal

from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import Melding
from werkdesk.domain.regels.kalender import kalender_van
from werkdesk.domain.regels.regel import ALLE_GEMEENTEN
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.regels.rollen import MET_ZAKEN
from werkdesk.domain.regels.soorten.voorschot import WEIGERINGSGRONDEN, bepaal_voorschot, norm_van
from werkdesk.domain.regels.termijn import TermijnRekenaar
from werkdesk.domain.regels.uitleg import Uitleg
from werkdesk.domain.termijn import RegelVerwijzing, Termijn
from werkdesk.domain.voorschot import Voorschotbesluit
from werkdesk.errors import Refused

Stap = Literal["verzamelen", "voorstellen", "beslissen", "betalen", "besloten"]
ADVANCES = frozenset({"D04", "D05"})
"""Dates by which an advance has to be paid: the first, and each next."""
IDENTIFIED = 2

FEITEN: dict[str, Callable[[Klant, Melding], bool]] = {
    "aanvraag": lambda klant, melding: melding.feiten.aanvraagdatum is not None,
    "identiteit": lambda klant, melding: klant.niveau >= IDENTIFIED,
    "woonplaats": lambda klant, melding: bool(melding.feiten.gemeente) and klant.feiten.adres is not None,
    "leefvorm": lambda klant, melding: melding.feiten.normsoort is not None,
    "inkomen": lambda klant, melding: melding.feiten.inkomen is not None,
    "rekening": lambda klant, melding: melding.feiten.iban is not None,
    "bsn": lambda klant, melding: klant.feiten.bsn is not None,
}
"""Facts that a table may ask for; which ones it does is rule data (``voorschot.feiten``)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorschotmeter:
    """How far an advance is.

    ``feiten``: code of each required fact and whether it is there, in the order of the table. ``datum``: the
    next payment as a term, ``None`` before the application. ``percentage`` and ``minimum`` (whole cents a
    month): ``None`` as long as household or income are not known, or without a norm for that day.
    ``lening``: what to say about paying back.
    """

    feiten: tuple[tuple[str, bool], ...]
    stap: Stap
    datum: Termijn | None
    percentage: int | None
    minimum: int | None
    lening: str
    regels: tuple[RegelVerwijzing, ...]
    uitleg: tuple[str, ...]

    @property
    def bekend(self) -> int:
        """How many of the required facts are there."""
        return sum(there for _, there in self.feiten)

    @property
    def ontbreekt(self) -> tuple[str, ...]:
        """Codes of what is missing."""
        return tuple(code for code, there in self.feiten if not there)

    @property
    def gereed(self) -> bool:
        """Whether a proposal can be made."""
        return not self.ontbreekt


def voorschot_meter(klant: Klant, melding: Melding, regels: RegelSet) -> Voorschotmeter:
    """The meter of one case. The day of the application selects the tables; before it that of the melding.

    Raises ``Refused('regel.geen_versie')`` when the tables do not cover that day.
    """
    applied = melding.feiten.aanvraagdatum
    day = applied or melding.meldingsdatum
    uitleg = Uitleg()
    rekenaar = TermijnRekenaar(regels, kalender_van(regels), melding.feiten.gemeente or ALLE_GEMEENTEN)
    needed = rekenaar.regel("voorschot.feiten", day, uitleg, veld="aanvraagdatum").waarde
    facts = tuple((code, _is_known(code, klant, melding)) for code in needed)
    loan = rekenaar.regel("voorschot.lening", day, uitleg, veld="aanvraagdatum")
    percentage, minimum = _amount(rekenaar, melding, uitleg)
    return Voorschotmeter(
        feiten=facts,
        stap=_step(melding, complete=all(there for _, there in facts)),
        datum=next((one for one in melding.termijnen if one.code in ADVANCES and one.uiterste_datum), None),
        percentage=percentage,
        minimum=minimum,
        lening=loan.tekst,
        regels=uitleg.verwijzingen(),
        uitleg=tuple(uitleg.zinnen),
    )


def check_proposal(meter: Voorschotmeter) -> int:
    """The amount to propose, whole cents.

    Raises ``Refused``: ``voorschot.niet_gereed`` (detail ``aantal``: how many facts are missing),
    ``voorschot.geen_norm`` when no norm is known for that day, ``voorschot.al_besloten``.
    """
    if meter.stap in ("betalen", "besloten"):
        raise Refused("voorschot.al_besloten")
    if not meter.gereed:
        raise Refused("voorschot.niet_gereed", field=meter.ontbreekt[0], aantal=len(meter.ontbreekt))
    if meter.minimum is None:
        raise Refused("voorschot.geen_norm", field="leefvorm")
    return meter.minimum


def check_decision(
    melding: Melding, besluit: Voorschotbesluit, grond: str | None, wie: str, rollen: Collection[str]
) -> None:
    """May ``wie`` decide? Roles: a klantmanager or team leader, never who proposed (domain facts 2.1).

    Raises ``Refused``: ``voorschot.rol``, ``voorschot.geen_voorstel``, ``voorschot.zelfde_persoon``,
    ``voorschot.grond`` (a refusal needs one of the two grounds of Pw 52 lid 1).
    """
    if not MET_ZAKEN & set(rollen):
        raise Refused("voorschot.rol")
    if melding.voorschot is None:
        raise Refused("voorschot.geen_voorstel")
    if melding.voorschot.voorgesteld_door == wie:
        raise Refused("voorschot.zelfde_persoon")
    if besluit is Voorschotbesluit.WEIGEREN and grond not in WEIGERINGSGRONDEN:
        raise Refused("voorschot.grond", field="grond")


def check_payment(melding: Melding, dag: date, vandaag: date) -> int:
    """The number of the payment of ``dag`` that is noted on day ``vandaag``.

    Raises ``Refused``: ``voorschot.niet_verleend``; with field ``dag``: ``voorschot.toekomst``,
    ``voorschot.voor_aanvraag``, ``voorschot.volgorde`` (not after the previous payment).
    """
    zaak, applied = melding.voorschot, melding.feiten.aanvraagdatum
    if zaak is None or zaak.besluit is not Voorschotbesluit.VERLENEN:
        raise Refused("voorschot.niet_verleend")
    if dag > vandaag:
        raise Refused("voorschot.toekomst", field="dag")
    if applied is not None and dag < applied:
        raise Refused("voorschot.voor_aanvraag", field="dag")
    if zaak.betaald and dag <= zaak.betaald[-1].dag:
        raise Refused("voorschot.volgorde", field="dag")
    return len(zaak.betaald) + 1


def _is_known(code: str, klant: Klant, melding: Melding) -> bool:
    """A fact that the program cannot see stays missing, so that a person looks at it."""
    test = FEITEN.get(code)
    return test is not None and test(klant, melding)


def _step(melding: Melding, *, complete: bool) -> Stap:
    if melding.voorschot is not None:
        if melding.voorschot.besluit is None:
            return "beslissen"
        return "besloten" if melding.voorschot.is_geweigerd else "betalen"
    return "voorstellen" if complete else "verzamelen"


def _amount(rekenaar: TermijnRekenaar, melding: Melding, uitleg: Uitleg) -> tuple[int | None, int | None]:
    applied: date | None = melding.feiten.aanvraagdatum
    kind, income = melding.feiten.normsoort, melding.feiten.inkomen
    if applied is None or kind is None or income is None:
        return None, None
    trial = Uitleg()
    try:
        norm = norm_van(rekenaar, kind, applied, trial)
        found = bepaal_voorschot(rekenaar, applied, norm, income, 1, trial)
    except Refused as refused:
        if refused.code != "regel.geen_versie":
            raise
        uitleg.zeg("Voor deze dag staat er nog geen norm in de tabellen. Het bedrag is nog niet bekend.")
        return None, None
    for regel in trial.regels:
        uitleg.steunt_op(regel)
    uitleg.zinnen.extend(trial.zinnen)
    return found.percentage, found.minimum
