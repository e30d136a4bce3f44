"""Words of the meter of the advance: what is known, what is missing, by when."""

from __future__ import annotations

from types import MappingProxyType

TITEL = "Voorschot"
TELLING = "{bekend} van {totaal} gegevens bekend"
ONTBREEKT = "Nog nodig: {wat}."
COMPLEET = "Alles is er. Een voorschot kan worden voorgesteld."
UITERLIJK = "Betaal uiterlijk {datum}."
BEDRAG = "Ten minste {bedrag} per maand."
BESLISSEN = "Er is een voorstel. Een andere collega beslist."
BESLOTEN = "Over het voorschot is besloten."
STAPPEN = MappingProxyType({"beslissen": BESLISSEN, "besloten": BESLOTEN})
FEITEN = MappingProxyType(
    {
        "aanvraag": "de aanvraag",
        "identiteit": "een gezien document",
        "woonplaats": "de woonplaats",
        "leefvorm": "de leefvorm",
        "inkomen": "het inkomen",
        "rekening": "een rekeningnummer",
        "bsn": "het BSN",
    }
)
