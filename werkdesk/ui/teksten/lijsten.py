"""Words of the lists: running dates, letters for later, own work of today."""

from __future__ import annotations

TERMIJNEN = "Termijnen"
UITERLIJK = "Uiterlijk"
NOG = "Nog"
WAT = "Wat"
KLANT = "Klant"
KENMERK = "Kenmerk"
WACHT_OP = "nog niet te bepalen"
TE_LAAT = "te laat"
VANDAAG = "vandaag"

BRIEVEN = "Brieven"
BRIEVEN_LATER = "Later afdrukken"
BRIEVEN_LEEG = "Er wacht geen brief op de printer."
BRIEF = "Brief"
VAN = "Van"
WAAROM = "Waarom nog niet"
BLADZIJDEN = "Blz."
DRUK_AF = "&Druk nu af"
AFGEDRUKT = "{kenmerk} is naar de printer gestuurd"
NOG_NIET = "{kenmerk} is nog niet afgedrukt. {zin}"

KLANTEN = "Klanten"
KLANTEN_TITEL = "Uw werk van vandaag"
KLANTEN_LEEG = "U heeft vandaag nog geen melding vastgelegd. Zoek een klant met F3."
TIJD = "Tijd"
STAND = "Stand"
COMPLEET = "compleet"
ONVERZONDEN = "nog niet verzonden"


def klanten_regel(count: int) -> str:
    """The line under the title."""
    return "1 melding vastgelegd" if count == 1 else f"{count} meldingen vastgelegd"


def ontbreekt(count: int) -> str:
    """How much is still missing from a melding."""
    if count == 0:
        return COMPLEET
    return "1 gegeven ontbreekt" if count == 1 else f"{count} gegevens ontbreken"


def brieven_regel(count: int) -> str:
    """The line under the title."""
    if count == 0:
        return "alles is afgedrukt"
    return "1 brief wacht op de printer" if count == 1 else f"{count} brieven wachten op de printer"
