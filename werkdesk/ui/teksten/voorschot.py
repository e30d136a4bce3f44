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
BETALEN = "Het voorschot is toegekend. Zolang er geen besluit is, wordt het betaald."
STAPPEN = MappingProxyType({"beslissen": BESLISSEN, "betalen": BETALEN, "besloten": BESLOTEN})
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

VOORSCHOTTEN = "Voorschotten"
PANEEL = "Voorschot"
BEKIJK = "Voorschot bekijken"
WAAR = MappingProxyType(
    {
        "aanvraag": "leg de aanvraag vast",
        "identiteit": "controleer de identiteit",
        "woonplaats": "vul het adres en de gemeente in",
        "leefvorm": "vul in bij de aanvraag",
        "inkomen": "vul in bij de aanvraag",
        "rekening": "vul in bij de aanvraag",
        "bsn": "vul in bij de klant",
    }
)
TOETS = MappingProxyType(
    {
        "aanvraag": "melding.aanvraag",
        "identiteit": "klant.identiteit",
        "woonplaats": "wijzigen",
        "leefvorm": "melding.aanvraag",
        "inkomen": "melding.aanvraag",
        "rekening": "melding.aanvraag",
        "bsn": "wijzigen",
    }
)
"""What is missing -> the command that brings you to where it is filled in."""
ONTBREEKT_REGEL = "Nog niet: {wat} – {hoe}"
ONTBREEKT_VOORSTEL = (
    "Nog niet bewaard: {wat} – voorstel uit de intake: {voorstel}. Bewaar de aanvraag ({toets})"
)
DATUM = "Betaal uiterlijk"
DATUM_STREEF = "Liever op {datum}, dan wacht de klant niet over vrije dagen"
MINIMUM = "Ten minste per maand"
PROCENT = "{procent} procent van wat de klant krijgt"
NORM_ONBEKEND = "Het bedrag is nog niet bekend."
BEDRAG_VELD = "Bedrag per maand"
BEDRAG_UITLEG = "Meer dan het minimum mag, minder niet."
VOORSTELLEN = "Voorschot voorstellen"
VOORGESTELD = "Voorschot van {bedrag} voorgesteld"
STAAT_KLAAR = "{wie} stelde {bedrag} per maand voor, op {datum}."
ZELF = "U deed zelf het voorstel. Een andere collega moet beslissen."
ROL = "Alleen een klantmanager of teamleider beslist."
BESLUIT = "Wat besluit u?"
BESLUITEN = MappingProxyType({"verlenen": "Toekennen", "weigeren": "Afwijzen"})
GROND = "Waarom geen voorschot?"
GRONDEN = MappingProxyType(
    {
        "gegevens_verwijtbaar_niet_verstrekt": "De klant gaf gegevens niet, door eigen schuld",
        "duidelijk_geen_recht": "Het is duidelijk dat de klant geen recht heeft",
    }
)
VASTLEGGEN = "Besluit vastleggen"
PIN = "Uw pin&code"
PIN_UITLEG = "Zo staat vast dat u zelf besluit, en niet wie het voorstelde."
PIN_ONTBREEKT = "Typ uw pincode. Dan staat vast dat u dit besluit."
KIES = "Kies eerst een besluit."
VERLEEND = "Toegekend door {wie} op {datum}: {bedrag} per maand."
GEWEIGERD = "Afgewezen door {wie} op {datum}: {grond}."
VASTGELEGD = "Besluit over het voorschot is vastgelegd: {besluit}"
BETAALD_OP = "Betaald op"
BETAALD_UITLEG = "De dag waarop het voorschot is betaald. Daarna loopt de dag voor het volgende."
BETAALD_WANNEER = "Vul in op welke dag het voorschot is betaald."
BETAALD_KNOP = "Voorschot betaald"
BETAALD = "Voorschot {nummer} betaald op {datum}."
BETAALD_GEDAAN = "Voorschot {nummer} is betaald op {datum}"
BETALING_TERUG = "De betaling is teruggenomen. De dag om te betalen loopt weer."
ONGEDAAN = "Ongedaan maken"
ROL_BETALEN = "Alleen een klantmanager of teamleider legt de betaling vast."
LADEN = "Even lezen…"

RAIL = "Voorschot"
LIJST_REGEL = "{totaal} te regelen · {te_laat} te laat"
LIJST_LEEG = MappingProxyType(
    {
        "alles": "Er is geen voorschot te regelen.",
        "week": "Deze week hoeft er geen voorschot betaald te zijn.",
        "te_laat": "Geen voorschot is te laat.",
        "voorstellen": "Er is geen voorschot om voor te stellen.",
        "beslissen": "Er wacht geen voorstel op een besluit.",
        "betalen": "Er is geen toegekend voorschot om te betalen.",
    }
)
LIJST_FILTER = "Welke voorschotten"
LIJST_FILTERS = [
    ("alles", "Alle"),
    ("week", "Betalen deze week"),
    ("te_laat", "Te laat"),
    ("voorstellen", "Voorstellen"),
    ("beslissen", "Beslissen"),
    ("betalen", "Betalen"),
]
UITERLIJK_KOP, NOG, STREEF, KLANT, STAP = "Betaal uiterlijk", "Nog", "Streefdatum", "Klant", "Nu"
FEITEN_KOP, BEDRAG_KOP, EIGENAAR, KENMERK = "Gegevens", "Per maand", "Eigenaar", "Kenmerk"
KORT = MappingProxyType(
    {
        "aanvraag": "aanvraag",
        "identiteit": "document",
        "woonplaats": "woonplaats",
        "leefvorm": "leefvorm",
        "inkomen": "inkomen",
        "rekening": "rekening",
        "bsn": "BSN",
    }
)
STAP_WOORDEN = MappingProxyType(
    {
        "verzamelen": "Nodig: {wat}",
        "voorstellen": "Voorstellen",
        "beslissen": "Beslissen",
        "betalen": "Betalen",
    }
)
ZONDER_DATUM = "na aanvraag"


def gegevens(aantal: int) -> str:
    """How many facts, where there is no room to name them."""
    return "1 gegeven" if aantal == 1 else f"{aantal} gegevens"
