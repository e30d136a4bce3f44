"""Words of letters and agreements: the card, the preview, what happened to the paper."""

from __future__ import annotations

from types import MappingProxyType

TITEL = "Papieren"
LETTERS = MappingProxyType({"L01": "P", "L02": "U", "OPL": "O"})
LETTER_UITLEG = "D"
UITLEG_AFDRUKKEN = "&Uitleg afdrukken"
BLADZIJDEN = "{aantal} blz."
NAAR_PRINTER = "naar printer"
LATER = "later"
VOORBEELD = "Voorbeeld"
VOORBEELD_NAAM = "Voorbeeld van {papier}"
BLADZIJDE = "Bladzijde {nummer} van {aantal}"
MAKEN = "{papier} wordt gemaakt…"
EXEMPLAREN = "E&xemplaren"
AFDRUKKEN = "&Afdrukken"
BEZIG = "Naar de printer…"
TERUG = "Terug"
OPNIEUW = "Nieuwe &versie maken"
WELK = "Welk papier?"
PRINTER = "Printer: {naam}"
GEEN_PRINTER = "Er is geen printer ingesteld. Afdrukken zet de brief bij later afdrukken."
KENMERK = "Kenmerk {kenmerk}"
KLEIN = "Ctrl + en Ctrl - maken het voorbeeld groter en kleiner."
NOG_NIET = "Nog niet afgedrukt. Er wordt niets bewaard zolang u alleen kijkt."
EERDER = "Afgedrukt op {wanneer}. Opnieuw afdrukken is duplicaat {nummer}, precies hetzelfde papier."
WACHTTE = "Deze brief wacht bij later afdrukken. {zin}"
GEDRUKT = "{papier} naar de printer, {aantal}"
GEDRUKT_DUPLICAAT = "{papier} opnieuw naar de printer (duplicaat {nummer})"
BEWAARD_LATER = "{papier} is bewaard. {zin}"
EEN_BLADZIJDE = "1 bladzijde"
MEER_BLADZIJDEN = "{aantal} bladzijden"
GEHEIM = "Let op: geheim adres. Geef dit papier alleen aan de klant."
GEMEENTE_ONBEKEND = "De gemeente is nog niet bekend. Kijk of dit het goede briefpapier is."
PROEFBLAD = "Proefblad"
PROEFBLAD_GEDRUKT = "Het proefblad is naar de printer. Vouw het en kijk of het adres in het venster staat."
PROEFBLAD_NIET = "Het proefblad is niet afgedrukt. {zin}"
WANNEER = "Wanneer is het gesprek?"
DAG = "&Dag"
DAG_WENK = "+3 of 24-11"
TIJD = "&Tijd"
TIJD_WENK = "10:30"
WAAR = "Waar"
PLAATSEN = MappingProxyType({"balie": "Aan de balie", "telefoon": "Per telefoon"})
DICHT = "Let op: op {dag} om {klok} uur is het Werkplein niet open."
VOORBEELD_MAKEN = "Voorbeeld maken"


def bladzijden(count: int) -> str:
    """``1 bladzijde``, ``2 bladzijden``."""
    return EEN_BLADZIJDE if count == 1 else MEER_BLADZIJDEN.format(aantal=count)


GAAT_OVER = "{zin} Het gaat om {wat}."
VELDEN = MappingProxyType(
    {
        "adresregels": "naam en adres van de klant",
        "aanhef": "de naam van de klant",
        "kenmerk": "het kenmerk",
        "klant": "de gegevens van de klant",
        "melding": "de melding",
        "zoektermijn": "de eerste dag om aan te vragen",
        "afspraak": "het gesprek",
        "tolk": "de taal van de tolk",
        "overeenkomst": "de overeenkomst",
        "opleiding": "de opleiding",
        "opleider": "de opleider",
        "werkgever": "de werkgever",
        "plaatsing": "het werk bij de werkgever",
        "begeleider": "de begeleiding",
        "mijlpalen": "de stappen per jaar",
        "kosten": "de kosten",
        "betalingen": "de betalingen",
        "uitleg": "de datum",
        "ondertekenaar": "wie de brief ondertekent",
        "gemeente": "de huisstijl van de gemeente",
    }
)
"""First part of the field that a refused letter names -> what it is about."""


def gaat_over(zin: str, veld: str | None) -> str:
    """The sentence, with what it is about when that is known."""
    wat = VELDEN.get((veld or "").split(".")[0])
    return GAAT_OVER.format(zin=zin, wat=wat) if wat else zin
