"""Words of the line of time of a case."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from types import MappingProxyType

from werkdesk.ui.teksten.tijd import datum, nog

NAAM = "Tijdlijn van deze zaak"
VANDAAG = "vandaag"
SOORTEN = MappingProxyType(
    {
        "begin": "",
        "streef": "streefdatum",
        "uiterst": "uiterste datum",
        "beide": "streefdatum en uiterste datum",
    }
)
TEKENS = MappingProxyType({"begin": "○", "streef": "◇", "uiterst": "■", "beide": "◈"})
BEGIN = "Begin"
BEGIN_NAMEN = MappingProxyType(
    {
        "D01": "Melding",
        "D02": "Melding",
        "D03": "Melding",
        "D04": "Aanvraag",
        "D06": "Aanvraag",
        "D07": "Aanvraag",
        "PW41-6": "Melding",
    }
)


def zin(titel: str, soort: str, day: date, today: date) -> str:
    """``■ Besluit uiterlijk: uiterste datum vr 18-12-2026, over 27 dagen``; a past start is not late."""
    passed = day < today and soort not in ("uiterst", "beide")
    words = " ".join(f"{TEKENS[soort]} {titel}: {SOORTEN[soort]} {datum(day)}".split())
    return words if passed else f"{words}, {nog(day, today)}"


def beschrijving(zinnen: Iterable[str], today: date) -> str:
    """All dates in words, for a screen reader."""
    shown = [words[2:] for words in zinnen]
    return f"{'. '.join(shown)}. {VANDAAG.capitalize()} is {datum(today)}." if shown else ""
