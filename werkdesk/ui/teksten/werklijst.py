"""Words of the work list of dates: the next step, who owns it, and the filters."""

from __future__ import annotations

from types import MappingProxyType

from werkdesk.domain.termijn import Termijn

FILTERS = [
    ("vandaag", "Vandaag"),
    ("week", "Deze week"),
    ("te_laat", "Te laat"),
    ("alles", "Alles"),
    ("mijn", "Van mij"),
]
FILTER_NAAM = "Welke termijnen"
NIETS = MappingProxyType(
    {
        "vandaag": "Vandaag loopt er geen termijn af.",
        "week": "Deze week loopt er geen termijn meer af.",
        "te_laat": "Er is niets te laat.",
        "alles": "Er loopt nu geen termijn.",
        "mijn": "U heeft zelf geen termijn lopen.",
    }
)
STREEF = "Streef"
STAP = "Volgende stap"
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
    return STAPPEN.get(termijn.code, termijn.naam)


def oud(dagen: int) -> str:
    """Age of a case."""
    if dagen < 1:
        return "nieuw"
    return "1 dag" if dagen == 1 else f"{dagen} dagen"
