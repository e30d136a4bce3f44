"""Advance: duty, percentage, smallest amount and dates (Pw 52; rule cases 4.4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from werkdesk.domain.regels.invoer import Invoer, bedrag, datum, keuze, telling
from werkdesk.domain.regels.termijn import Berekend, TermijnRekenaar
from werkdesk.domain.regels.uitleg import Antwoord, Uitleg
from werkdesk.domain.waarden.bedrag import euro
from werkdesk.errors import Refused

NORMSOORTEN = ("alleenstaand_21", "gehuwd_21", "alleenstaand_18_20", "alleenstaand_18_20_zonder_ouders")
WEIGERINGSGRONDEN = ("gegevens_verwijtbaar_niet_verstrekt", "duidelijk_geen_recht")
_VELD = "aanvraagdatum"


@dataclass(frozen=True, slots=True)
class Voorschot:
    """What the college owes: percentage (whole), smallest amount (cents), and the dates of the payments."""

    percentage: int
    minimum: int
    termijnen: tuple[Berekend, ...]


def bepaal_voorschot(
    rekenaar: TermijnRekenaar, aanvraag: date, norm: int, inkomen: int, aantal: int, uitleg: Uitleg
) -> Voorschot:
    """The advance on an application; ``norm`` and ``inkomen`` in cents a month.

    Rounded up to the cent ("at least"). Raises ``Refused('regel.geen_versie', field='aanvraagdatum')``.
    """
    regel = rekenaar.regel("voorschot.percentage_minimum", aanvraag, uitleg, veld=_VELD)
    minimum = -(-max(0, norm - inkomen) * regel.waarde // 100)
    uitleg.zeg(
        f"{regel.tekst} Dat is {euro(minimum)}: {regel.waarde} procent van {euro(max(0, norm - inkomen))}."
    )
    terms = [rekenaar.van_regel(rekenaar.regel("D04", aanvraag, uitleg, veld=_VELD), aanvraag, uitleg)]
    for number in range(2, aantal + 1):
        following = rekenaar.regel("D05", aanvraag, uitleg, veld=_VELD)
        terms.append(rekenaar.van_regel(following, aanvraag, uitleg, times=number))
    return Voorschot(regel.waarde, minimum, tuple(terms))


def norm_van(rekenaar: TermijnRekenaar, soort: str, aanvraag: date, uitleg: Uitleg) -> int:
    """Norm in cents a month for one of :data:`NORMSOORTEN`, holiday allowance included."""
    if soort != "alleenstaand_18_20_zonder_ouders":
        return int(rekenaar.regel(f"norm.{soort}", aanvraag, uitleg, veld=_VELD).waarde)
    parts = [
        rekenaar.regel(id_, aanvraag, uitleg, veld=_VELD).waarde
        for id_ in ("norm.alleenstaand_18_20", "norm.toeslag_zonder_ouders")
    ]
    ceiling = rekenaar.regel("norm.alleenstaand_21", aanvraag, uitleg, veld=_VELD).waarde
    return int(min(sum(parts), ceiling))


def beoordeel(invoer: Invoer, rekenaar: TermijnRekenaar) -> Antwoord:
    """Answer a rule case of the kind ``voorschot``."""
    aanvraag = invoer.lees(_VELD, datum)
    norm = invoer.lees_of("norm", bedrag, None)
    soort = invoer.lees_of("normsoort", keuze(NORMSOORTEN), None)
    inkomen = invoer.lees_of("inkomen", bedrag, 0)
    aantal = invoer.lees_of("aantal", telling(1), 1)
    grond = invoer.lees_of("weigeringsgrond", keuze(WEIGERINGSGRONDEN), None)
    if norm is None and soort is None:
        raise Refused("veld.ontbreekt", field="norm")
    uitleg = Uitleg()
    if grond is not None:
        regel = rekenaar.regel("voorschot.weigeringsgronden", aanvraag, uitleg, veld=_VELD)
        uitleg.zeg(regel.tekst)
        return Antwoord({"verplicht": False, "percentage": None, "minimum": None, "termijnen": []}, uitleg)
    if norm is None:
        norm = norm_van(rekenaar, soort or "", aanvraag, uitleg)
    try:
        found = bepaal_voorschot(rekenaar, aanvraag, norm, inkomen, aantal, uitleg)
    except OverflowError:
        raise Refused("veld.ongeldig", field="aantal" if aantal > 1 else _VELD) from None
    return Antwoord(_as_json(found), uitleg)


def _as_json(found: Voorschot) -> dict[str, Any]:
    return {
        "verplicht": True,
        "percentage": found.percentage,
        "minimum": f"{found.minimum // 100}.{found.minimum % 100:02}",
        "termijnen": [
            {"nummer": number, **term.as_json()} for number, term in enumerate(found.termijnen, start=1)
        ],
    }
