"""Words of the work list of dates: the next step, who owns it, and the filters."""

from __future__ import annotations

from types import MappingProxyType

from werkdesk.domain.termijn import Termijn
from werkdesk.ui.teksten.intake import spoed

FILTERS = (
    ("vandaag", "Vandaag", "1"),
    ("week", "Deze week", "2"),
    ("te_laat", "Te laat", "3"),
    ("wacht", "Zonder datum", "4"),
    ("alles", "Alles", "5"),
)
"""Code, words and digit."""

SPOED = "Spoed: {nood}"
FILTER_NAAM = "Welke termijnen"
EIGENAREN = (
    ("iedereen", "Van iedereen", "6"),
    ("mijn", "Van mij", "7"),
    ("zonder", "Zonder eigenaar", "8"),
)
VAN_WIE = "Van wie"
VOLGORDES = (("dringend", "Dringend eerst", "9"), ("oudste", "Oudste eerst", "0"))
VOLGORDE = "Volgorde"
NIETS = MappingProxyType(
    {
        "vandaag": "Vandaag loopt er geen termijn af.",
        "week": "Deze week loopt er geen termijn meer af.",
        "te_laat": "Er is niets te laat.",
        "wacht": "Elke zaak heeft een datum.",
        "alles": "Er loopt nu geen termijn.",
    }
)
NIETS_VAN = MappingProxyType(
    {"mijn": "Bij u staat hier niets.", "zonder": "Elke zaak hier heeft een eigenaar."}
)
REGEL = "{vandaag} vandaag · {te_laat} te laat · {totaal} in totaal"
EERSTE = "de eerste {gezien} van {gevraagd} staan hier"
ZONDER_DATUM = "Termijnen nog berekenen"
STREEF = "Streef"
STAP = "Stap"
EIGENAAR = "Eigenaar"
OUD = "Oud"
KAN_NU = "kan nu"

STAPPEN = MappingProxyType(
    {
        "D01": "Aanvraag bespreken",
        "D02": "Aanvraag opnemen",
        "D03": "Schoolpapieren vragen",
        "D04": "Voorschot betalen",
        "D05": "Volgend voorschot betalen",
        "D06": "Besluit nemen",
        "D07": "Bericht sturen dat het later wordt",
        "PW41-6": "Bellen over het einde van de WW",
    }
)


def stap(termijn: Termijn) -> str:
    """What somebody has to do; the name of the date when the step has no words of its own."""
    return STAPPEN.get(termijn.code, termijn.naam) or ZONDER_DATUM


def met_spoed(stap: str, nood: str | None) -> str:
    """What cannot wait goes before what has to be done."""
    return f"{SPOED.format(nood=spoed(nood))} · {stap}" if nood else stap


def niets(wanneer: str, van: str) -> str:
    """What an empty list says; about whose when that was asked."""
    return NIETS_VAN.get(van, NIETS[wanneer])


def regel(*, vandaag: int, te_laat: int, totaal: int, gezien: int, gevraagd: int) -> str:
    """The line under the title; it says so when not everything stands in the list."""
    words = REGEL.format(vandaag=vandaag, te_laat=te_laat, totaal=totaal)
    return words if gezien >= gevraagd else f"{words} · {EERSTE.format(gezien=gezien, gevraagd=gevraagd)}"


def oud(dagen: int) -> str:
    """Age of a case."""
    if dagen < 1:
        return "nieuw"
    return "1 dag" if dagen == 1 else f"{dagen} dagen"
