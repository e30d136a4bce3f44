"""Words of the youth desk: who searches until when, on what grounds one need not wait, what was seen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from types import MappingProxyType

from werkdesk.domain.bewijs import Bewijs
from werkdesk.domain.datums import Driewaardig
from werkdesk.domain.intake import Intake
from werkdesk.domain.regels.jongerenloket import Bewijsstuk, Gespreksvoorstel, Grond, JongereKaart
from werkdesk.ui.teksten.intake import optie
from werkdesk.ui.teksten.tijd import datum, nog

JONGEREN = "Jongeren"
TITEL = "Jongerenloket"
REGEL = "{totaal} jongeren · nu aanvragen: {kan} · nog niet zeker: {onzeker}"
LEEG = MappingProxyType(
    {
        "alles": "Er is nu niemand onder 27 met een open melding.",
        "kan": "Niemand onder 27 kan nu aanvragen.",
        "zoekt": "Bij niemand loopt nu een zoektermijn.",
        "onzeker": "Bij iedereen is bekend of de zoektermijn geldt.",
        "mijn": "U hebt geen open melding van iemand onder 27.",
    }
)
FILTER_NAAM = "Welke jongeren"
FILTERS = [
    ("alles", "Alle jongeren"),
    ("kan", "Kan nu aanvragen"),
    ("zoekt", "Zoektermijn loopt"),
    ("onzeker", "Nog niet zeker"),
    ("mijn", "Van mij"),
]
VANAF, NOG, KLANT, GEBOREN, STAND = "Aanvraag vanaf", "Nog", "Klant", "Geboren", "Zoektermijn"
BEWIJS, EIGENAAR, KENMERK = "Bewijs", "Eigenaar", "Kenmerk"
KAN_NU = "kan nu"
ONBEKEND = "niet zeker"

KAART = "Jongerenkaart"
KAART_KNOP = "Kaart en bewijs"
EERSTE_DAG = "Aanvraag mogelijk vanaf"
GRONDEN = "Uitzonderingen"
GROND_KEUZE = "De uitzondering kiest u in de melding, bij Zoektermijn."
GEKOZEN = "genoemd door de klant"
WET = "de zoektermijn geldt dan niet"
GEMEENTE = "de gemeente beslist"
NODIG = "Nodig: {wat}"
ZIEN = "Wat ziet u nu?"
BEWIJZEN = MappingProxyType(
    {
        "werk_gezocht": "Wat de klant deed om werk te vinden",
        "opleiding_gezocht": "Wat de klant deed om een opleiding te vinden",
        "toelichting_omstandigheden": "Uitleg van de omstandigheden",
    }
)
"""The names in the tables speak to the client; these are the same papers for a colleague."""
ZIEN_UITLEG = "Werkdesk bewaart alleen wat u zag en wanneer. Geen kopie, geen inhoud."
ALLES_GEZIEN = "Alle stukken zijn gezien."
GEZIEN_TITEL = "Gezien"
GEZIEN = "{naam}, {datum}"
NOG_TITEL = "Nog te laten zien"
NIETS_MEER = "Niets meer."
VERVOLG = "Hoe het verdergaat"
GENOTEERD = "Gezien: {naam}"
SCHOOL = "School"
SCHOOL_VRAAG = "Nog niet gevraagd. De vraag staat in de korte intake."
SCHOOL_TERUG = (
    "Bespreek wat er op school kan. Kan de klant naar school met studiefinanciering? "
    "Dan is er geen bijstand (Pw 13 lid 2 c)."
)
NAAR_SCHOOL = frozenset({"geen_diploma", "volgt_onderwijs", "wil_onderwijs"})
"""Answers after which school is talked about: no start qualification, or in school, or back to it."""
GESPREKKEN = MappingProxyType(
    {
        "coaching": "Gesprek over werk en school: {datum}",
        "aanvraag": "Afspraak voor de aanvraag: {datum}",
    }
)
_REDENEN = MappingProxyType(
    {
        "leeftijd_onbekend": "De geboortedatum is niet volledig. Vraag die na, of laat iemand beslissen.",
        "uitzondering_onbekend": "Vraag of een uitzondering geldt. Kies het antwoord in de melding.",
        "27_of_ouder": "Een van de aanvragers is 27 jaar of ouder.",
        "jonger_dan_27": "Iedereen die aanvraagt is jonger dan 27 jaar.",
    }
)
_STAND = MappingProxyType(
    {
        Driewaardig.JA: "De zoektermijn geldt",
        Driewaardig.NEE: "De zoektermijn geldt niet",
        Driewaardig.ONBEKEND: "Nog niet zeker of de zoektermijn geldt",
    }
)


def stand(kaart: JongereKaart) -> str:
    """Yes, no, or not known: ``De zoektermijn geldt tot en met ma 30-11-2026``."""
    until = f" tot en met {datum(kaart.tot_en_met)}" if kaart.tot_en_met is not None else ""
    return f"{_STAND[kaart.zoektermijn]}{until}."


def reden(kaart: JongereKaart) -> str:
    """Why; an exception is named with its ground."""
    found = next((one for one in kaart.gronden if one.code == kaart.reden), None)
    return f"Uitzondering: {found.naam.lower()}." if found is not None else _REDENEN.get(kaart.reden, "")


def kort(kaart: JongereKaart) -> str:
    """In a list: ``t/m 30-11-2026``, ``geldt niet``, ``niet zeker``."""
    if kaart.tot_en_met is not None:
        return f"t/m {kaart.tot_en_met:%d-%m-%Y}"
    known = {Driewaardig.JA: "geldt, dag niet zeker", Driewaardig.NEE: "geldt niet"}
    return known.get(kaart.zoektermijn, ONBEKEND)


def over(kaart: JongereKaart, today: date) -> str:
    """How far away the first day is; ``kan nu`` from that day on."""
    first = kaart.eerste_aanvraagdatum
    if first is None:
        return ""
    return KAN_NU if first <= today else nog(first, today)


def stuk(piece: Bewijsstuk) -> str:
    """The name of a paper for a colleague."""
    return BEWIJZEN.get(piece.code, piece.naam)


def grond(one: Grond) -> tuple[str, str, str]:
    """(name, short word, line below) of a ground; the line names what it needs and its article."""
    needed = ", ".join(stuk(piece) for piece in one.bewijs)
    word = GEKOZEN if one.gekozen else ""
    law = WET if one.van_rechtswege else GEMEENTE
    return one.naam, word, f"{law[0].upper()}{law[1:]} · {NODIG.format(wat=needed)} · {one.bron}"


def gezien(seen: Sequence[Bewijs], pieces: Sequence[Bewijsstuk]) -> tuple[str, ...]:
    """What was seen and on which day, oldest first."""
    names = {one.code: stuk(one) for one in pieces}
    return tuple(
        GEZIEN.format(naam=names.get(one.code, one.code), datum=datum(one.moment.date())) for one in seen
    )


def vervolg(kaart: JongereKaart) -> tuple[str, ...]:
    """What follows: two talks, and when the school papers are due."""
    talks: list[str] = [gesprek(one) for one in kaart.gesprekken]
    due = kaart.schoolstukken_voor
    papers = {
        "bij_aanvraag": "Schoolpapieren komen mee met de aanvraag.",
        "voor_datum": f"Schoolpapieren uiterlijk {datum(due)}." if due is not None else "",
        "onbekend": "Wanneer schoolpapieren nodig zijn, is nog niet zeker.",
    }
    early = ["De gemeente kan de aanvraag eerder behandelen (lid 11)."] if kaart.vervroeging_mogelijk else []
    return tuple(line for line in (*talks, papers.get(kaart.schoolstukken, ""), *early) if line)


def school(intake: Intake | None) -> tuple[str, ...]:
    """What the intake says about school, and what that asks for (the school check of F51)."""
    answer = intake.antwoorden.get("school") if intake is not None else None
    if answer is None or not answer.keuzes:
        return (SCHOOL_VRAAG,)
    said = ", ".join(optie("school", one) for one in answer.keuzes)
    return (f"{said}.", *((SCHOOL_TERUG,) if NAAR_SCHOOL & set(answer.keuzes) else ()))


def gesprek(one: Gespreksvoorstel) -> str:
    """``Gesprek over werk en school: ma 30-11-2026``."""
    return GESPREKKEN.get(one.soort, "{datum}").format(datum=datum(one.datum))
