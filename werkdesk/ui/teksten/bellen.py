"""Words of the call-back list."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from werkdesk.domain.belpoging import Belpoging, BelUitkomst, Dagdeel
from werkdesk.domain.datums import kalenderdag
from werkdesk.ui.teksten.talen import taal_naam
from werkdesk.ui.teksten.tijd import datum, klok, nog
from werkdesk.ui.teksten.woorden import brief_naam
from werkdesk.usecases.terugbellen import Bellijst, BelRow

BELLEN = "Bellen"
TITEL = "Terugbellen"
LEEG = "U hoeft nu niemand terug te bellen."
REGEL = "{totaal} te bellen · {te_laat} te laat"
EERSTE = "de eerste {aantal} staan hier"
BEL_VOOR = "Bel uiterlijk"
UITERLIJK = "Bel uiterlijk {datum}."
NOG = "Nog"
KLANT = "Klant"
TELEFOON = "Telefoon"
POGINGEN = "Gebeld"
BRIEF = "Brief"
GEEN_NUMMER = "geen nummer"
STUUR_BRIEF = "brief sturen"

GEEN_KEUZE = "Kies iemand in de lijst."
VRAAG = "Hoe liep het gesprek?"
NOTITIE = "Notitie"
NOTITIE_WENK = "Hoogstens 300 tekens. Geen medische gegevens."
EERDER = "Eerder gebeld"
NIET_EERDER = "Er is nog niet gebeld."
DOSSIER = "&Open het dossier"
GENOTEERD = "{klant}: {uitkomst}. Dit blijft staan; een vergissing zet u recht bij Toelichting."
MAAK_BRIEF = "&Maak de brief"
AANPAK = "Zo belt u terug"
AANPAK_REGEL = (
    "Bel {nodig} keer, op ten minste {dagdelen} dagdelen. Twee keer op hetzelfde dagdeel telt als één keer."
)
NOG_KEER = "Nog {aantal} keer bellen."
PROBEER = "Probeer ook: {dagdelen}."
TOLK = "Er is een tolk nodig."
TAAL = "Taal: {taal}"
BRIEF_VOORSTEL = "{waarom} Stuur nu: {brief}. Met Enter in de lijst opent u die brief."
BRIEF_GEMAAKT = "De brief {kenmerk} is al gemaakt."

UITKOMSTEN = MappingProxyType(
    {
        BelUitkomst.GESPROKEN: "Gesproken",
        BelUitkomst.GEEN_GEHOOR: "Geen gehoor",
        BelUitkomst.VOICEMAIL: "Voicemail",
        BelUitkomst.IN_GESPREK: "In gesprek",
        BelUitkomst.NUMMER_KLOPT_NIET: "Nummer klopt niet",
    }
)
GETALLEN = MappingProxyType({1: "één", 2: "twee", 3: "drie", 4: "vier", 5: "vijf"})
DAGDELEN = MappingProxyType({Dagdeel.OCHTEND: "ochtend", Dagdeel.MIDDAG: "middag", Dagdeel.AVOND: "avond"})
WAAROM = MappingProxyType(
    {
        "niet_bereikt": "Wij bereikten deze klant niet.",
        "nummer_klopt_niet": "Het nummer klopt niet.",
        "geen_nummer": "Er is geen telefoonnummer.",
    }
)


def gebeld(row: BelRow) -> str:
    """``2 van 3``: attempts on different half days without a talk, of how many."""
    return f"{row.stand.telt} van {row.stand.nodig}"


def regel(data: Bellijst) -> str:
    """The line under the title; it says so when not everybody stands in the list."""
    words = REGEL.format(totaal=data.totaal, te_laat=data.te_laat)
    if len(data.rijen) >= data.totaal:
        return words
    return f"{words} · {EERSTE.format(aantal=len(data.rijen))}"


def aanpak(row: BelRow) -> str:
    """How calling goes by the tables: how often, on how many parts of the day."""
    stand = row.stand
    return AANPAK_REGEL.format(nodig=_woord(stand.nodig), dagdelen=_woord(stand.dagdelen))


def _woord(number: int) -> str:
    return GETALLEN.get(number, str(number))


def uiterlijk(row: BelRow) -> str:
    """By when, in the panel: the column of the list goes where there is little room."""
    return UITERLIJK.format(datum=datum(row.norm_datum))


def over(row: BelRow, today: date) -> str:
    """How far away the norm is."""
    return nog(row.norm_datum, today)


def poging(one: Belpoging, namen: Mapping[str, str]) -> str:
    """``do 19-11-2026 10:15, ochtend · Geen gehoor · R. de Wit``, and the note."""
    when = f"{datum(kalenderdag(one.moment))} {klok(one.moment)}, {DAGDELEN[one.dagdeel]}"
    words = f"{when} · {UITKOMSTEN[one.uitkomst]} · {namen.get(one.medewerker, one.medewerker)}"
    return f"{words}: {one.notitie}" if one.notitie else words


def brief_zin(row: BelRow) -> str:
    """What to say about a letter; empty when calling goes on."""
    if row.brief_kenmerk:
        return BRIEF_GEMAAKT.format(kenmerk=row.brief_kenmerk)
    if row.brief is None:
        return ""
    why = WAAROM.get(row.stand.brief_reden or "", "")
    return BRIEF_VOORSTEL.format(waarom=why, brief=brief_naam(row.brief)).strip()


def taal(row: BelRow) -> str:
    """Language and interpreter, when they matter for a call."""
    spoken = TAAL.format(taal=taal_naam(row.taal)) if row.taal and row.taal != "nl" else ""
    return " ".join(words for words in (f"{spoken}." if spoken else "", TOLK if row.tolk else "") if words)


def nog_bellen(row: BelRow) -> str:
    """What is left to do before a letter goes; empty when it goes, or when calling cannot help."""
    stand = row.stand
    if stand.brief or row.brief_kenmerk:
        return ""
    left = max(stand.nodig - stand.telt, 0)
    words = (NOG_KEER.format(aantal=_woord(left)) if left else "", proberen(row))
    return " ".join(one for one in words if one)


def proberen(row: BelRow) -> str:
    """Parts of the day on which nobody called yet; empty before the first attempt or once a letter goes."""
    if not row.pogingen or row.stand.brief or not row.stand.nog:
        return ""
    return PROBEER.format(dagdelen=" of ".join(DAGDELEN[one] for one in row.stand.nog))
