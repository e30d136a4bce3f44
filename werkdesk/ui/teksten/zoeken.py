"""Words of the search box and its results."""

from __future__ import annotations

from types import MappingProxyType

WENK = "Zoek op naam, geboortedatum, postcode, telefoon, BSN…"
NAAM = "Zoeken in alle klanten"
RESULTATEN = "Gevonden klanten"
NIEMAND = "Niemand gevonden op “{tekst}”."
NIEMAND_MAAR = "Niemand gevonden op “{tekst}”. Deze klanten lijken erop:"
NUMMER_ONBEKEND = "Bij nummer {tekst} van vandaag is nog geen klant bekend."
NIEUW = "&Nieuwe klant maken"
EERST_ZOEKEN = "Zoek eerst op naam, geboortedatum of postcode. Daarna kan een nieuwe klant."
GEBOREN_ONBEKEND = "geboortedatum onbekend"
OPEN_MELDING = "open: 1 melding"
OPEN_MELDINGEN = "open: {aantal} meldingen"
ONVERZONDEN = "nog niet verzonden"

LIJKT_OP = MappingProxyType(
    {
        "klank": "zelfde klank",
        "typefout": "bijna dezelfde naam",
        "naam": "zelfde naam",
        "geboortedatum": "zelfde geboortedatum",
        "bijna_geboortedatum": "bijna dezelfde geboortedatum",
        "adres": "zelfde adres",
        "telefoon": "zelfde telefoonnummer",
        "bsn": "zelfde BSN",
        "partner": "naam van partner",
    }
)
LIJKT = "lijkt hierop"


def nieuwe(count: int) -> str:
    """Words of the button for results that wait."""
    return "1 nieuwe uitkomst tonen" if count == 1 else f"{count} nieuwe uitkomsten tonen"
