"""Words of the peak board: who carries how much, and giving cases to somebody else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from types import MappingProxyType

from werkdesk.domain.datums import kalenderdag
from werkdesk.domain.werkvoorraad import Stap
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.teksten import werklijst
from werkdesk.usecases.werkvoorraad import Werklast, WerkRow

RAIL = "Verdeling"
TITEL = "Werkverdeling"
LEEG = "Er loopt nu geen zaak."
COLLEGA = "Collega"
ZAKEN = "Zaken"
TE_LAAT = "Te laat"
EERSTE = "Eerste"
OUDSTE = "Oudste"
IEDEREEN = "Iedereen"
WEG = "{naam} (weg)"
REGEL = "{zaken} bij {collegas}"
NIEUW = "{aantal} nieuw vandaag"
ZONDER = "{aantal} zonder eigenaar"

GEEN_COLLEGA = "Kies een collega."
GEEN_ZAKEN = "Deze collega heeft geen zaken."
ALLE_ZAKEN = "Alle zaken"
ZAKEN_VAN = "Zaken van {naam}"
GEKOZEN = "{aantal} gekozen"
SPATIE = "Spatie kiest, Ctrl+A kiest alles"
OUDSTE_HIER = "de oudste {gezien} van {totaal} staan hier"
NIET_DOOR_U = "Alleen een teamleider geeft zaken van een ander door."
MERK = "✓"
OUD = "Oud"
STAP = "Stap"
VOOR = "Voor"
KLANT = "Klant"
EIGENAAR = "Eigenaar"
KENMERK = "Kenmerk"

GEEF_AAN = "Geef aan een collega"
GEEF_AAN_KNOP = "&Geef aan"
GEEF = "Gee&f"
NIEMAND = "Er is geen andere collega."
ONGEDAAN = "Ongedaan maken"
TERUG = "De zaken zijn weer bij wie ze had."
AL_DAAR = "Deze zaken waren al bij {naam}."

STAPPEN = MappingProxyType(
    {
        Stap.SPOED: "Spoed",
        Stap.DATUMS_BEREKENEN: "Termijnen nog berekenen",
        Stap.AANVRAAG_MOGELIJK_MAKEN: "Laten aanvragen",
        Stap.BRIEF_NA_BELLEN: "Brief sturen na bellen",
        Stap.BELLEN: "Terugbellen",
        Stap.GEGEVENS_AANVULLEN: "Gegevens aanvullen",
        Stap.VOORSCHOT_BESLISSEN: "Beslissen over voorschot",
        Stap.VOORSCHOT: "Voorschot voorstellen",
        Stap.VOORSCHOT_BETALEN: "Voorschot betalen",
        Stap.BESLUIT: "Besluit nemen",
        Stap.ZOEKTERMIJN_LOOPT: "Zoektermijn loopt",
        Stap.WACHT_OP_AANVRAAG: "Wachten op de aanvraag",
    }
)


def naam(one: Werklast) -> str:
    """Who it is; with words when nobody of that name works here."""
    return one.naam if one.actief else WEG.format(naam=one.naam)


def te_laat(one: Werklast) -> str:
    """How many dates are late; nothing when none is."""
    return str(one.te_laat) if one.te_laat else ""


def eerste(one: Werklast) -> str:
    """The nearest date that must be kept."""
    return f"{one.eerste:%d-%m-%Y}" if one.eerste is not None else ""


def oudste(one: Werklast, today: date) -> str:
    """How old the oldest case is."""
    return werklijst.oud((today - kalenderdag(one.oudste)).days) if one.oudste is not None else ""


def regel(loads: Sequence[Werklast]) -> str:
    """The line under the title."""
    busy = [one for one in loads if one.zaken]
    words = [aantallen(sum(one.zaken for one in busy), sum(one.actief for one in busy))]
    if new := sum(one.nieuw for one in busy):
        words.append(NIEUW.format(aantal=new))
    if gone := _gone(loads):
        words.append(ZONDER.format(aantal=gone))
    return " · ".join(words)


def aantallen(zaken: int, collegas: int) -> str:
    """How many cases with how many colleagues."""
    cases = "1 zaak" if zaken == 1 else f"{zaken} zaken"
    return REGEL.format(zaken=cases, collegas="1 collega" if collegas == 1 else f"{collegas} collega's")


def iedereen(loads: Sequence[Werklast]) -> Werklast:
    """All colleagues as one line: for every open case by age, whoever carries it."""
    oldest = [one.oudste for one in loads if one.oudste is not None]
    first = [one.eerste for one in loads if one.eerste is not None]
    return Werklast(
        eigenaar="",
        naam=IEDEREEN,
        actief=True,
        zaken=sum(one.zaken for one in loads),
        nieuw=sum(one.nieuw for one in loads),
        oudste=min(oldest, default=None),
        te_laat=sum(one.te_laat for one in loads),
        vandaag=sum(one.vandaag for one in loads),
        eerste=min(first, default=None),
    )


def te_verdelen(loads: Sequence[Werklast]) -> str:
    """Count in the rail: cases whose owner does not work here any more."""
    gone = _gone(loads)
    return str(gone) if gone else ""


def _gone(loads: Sequence[Werklast]) -> int:
    return sum(one.zaken for one in loads if not one.actief)


def zaken_van(one: Werklast) -> str:
    """The title above the cases."""
    if not one.eigenaar:
        return ALLE_ZAKEN
    return ZAKEN_VAN.format(naam=one.naam)


def gekozen(marked: int, shown: int, total: int) -> str:
    """The line under that title: how many are marked, or how to mark; and when not all of them stand here."""
    words = GEKOZEN.format(aantal=marked) if marked else SPATIE if shown else ""
    rest = OUDSTE_HIER.format(gezien=shown, totaal=total) if shown < total else ""
    return " · ".join(one for one in (words, rest) if one)


def oud(row: WerkRow) -> str:
    """Age of a case."""
    return werklijst.oud(row.dagen)


def stap(row: WerkRow) -> str:
    """What has to happen next."""
    return STAPPEN[row.stap]


def voor(row: WerkRow) -> str:
    """By when; from when for a search period."""
    return f"{row.stap_datum:%d-%m-%Y}" if row.stap_datum is not None else ""


def eigenaar(row: WerkRow) -> str:
    """Who carries it."""
    return row.eigenaar_naam if row.eigenaar_actief else WEG.format(naam=row.eigenaar_naam)


def toon(row: WerkRow) -> Tone:
    """Red when that day has passed."""
    return Tone.BAD if row.te_laat else Tone.NEUTRAL


def hoeveel(count: int) -> str:
    """What is about to be given."""
    return "1 zaak gaat naar deze collega:" if count == 1 else f"{count} zaken gaan naar deze collega:"


def gegeven(count: int, who: Werklast) -> str:
    """What was given, for the status line."""
    if count == 0:
        return AL_DAAR.format(naam=who.naam)
    return f"1 zaak is nu van {who.naam}" if count == 1 else f"{count} zaken zijn nu van {who.naam}"
