"""Words of the reading room of rules: what holds, since when, where, by which article, how sure we are."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType

from werkdesk.domain.regels.bron import WETTEN
from werkdesk.domain.waarden.datum import korte_datum
from werkdesk.ui.teksten.fouten_regels import REGELS as FOUTEN
from werkdesk.ui.teksten.tijd import dag_maand_jaar
from werkdesk.ui.teksten.woorden import BRIEVEN, GEMEENTEN
from werkdesk.usecases.regels.kiezen import Geweigerd, RegelStand

REGELS = "Regels"
TITEL = "De regels waarmee deze balie rekent"
LEEG = "Er is geen regel met deze woorden. Wis het zoekvak met Esc."
WENK = "Zoek op nummer, naam, woord of artikel"
ZOEKNAAM = "Zoek in de regels"
NIET_HIER = "Regel {regel} staat niet meer in de regels van nu. U ziet de regels die nu gelden."
GEEN_KEUZE = "Kies een regel in de lijst."

REGEL = "Regel"
WAARDE = "Waarde"
VANAF = "Vanaf"
TOT = "Tot en met"
GEMEENTE = "Gemeente"
BRON = "Bron"
ZEKER = "Zekerheid"

ALLE = "alle"
NU = "loopt door"
DETAIL = "De regel"
BETEKENIS = "Wat de regel betekent"
GEGEVENS = "Gegevens van de regel"
NUMMER = "Nummer"
GELDT_VANAF = "Geldt vanaf"
GELDT_TOT = "Geldt tot en met"
DATUM_DIE_TELT = "Datum die telt"
ARTIKEL = "Artikel"
WET = "Wet"
VASTGESTELD = "Vastgesteld door"
NIEMAND = "nog niemand"
VERLOOP = "Alle perioden van deze regel"
DEZE = "deze regel"
WETTEKST = "&Open de wettekst"
WETTEKST_MIS = "De wettekst gaat hier niet open. Het adres is: {adres}"
GEEN_WET = "Deze regel staat niet in een wet. De bron is: {bron}."

ZEKERHEID = MappingProxyType(
    {
        "geverifieerd": "met de wet vergeleken",
        "secundair": "uit een tweede bron",
        "aanname": "nog niet bevestigd",
    }
)
WET_NAMEN = MappingProxyType(
    {
        "Pw": "Participatiewet",
        "Awb": "Algemene wet bestuursrecht",
        "Atw": "Algemene termijnenwet",
        "WID": "Wet op de identificatieplicht",
        "Wabb": "Wet algemene bepalingen burgerservicenummer",
        "Wet BRP": "Wet basisregistratie personen",
    }
)
PEILDATUMS = MappingProxyType(
    {
        "meldingsdatum": "dag van de melding",
        "aanvraagdatum": "dag van de aanvraag",
        "ontvangstdatum": "dag van ontvangst",
        "controledatum": "dag van de controle",
        "begin": "eerste dag",
        "einde": "laatste dag",
        "vanaf": "eerste dag",
        "datum": "de dag zelf",
        "datum_toets": "dag van de toets",
        "jaar": "het jaar",
        "verzonden_op": "dag van verzending",
        "bekendgemaakt_op": "dag van bekendmaking",
        "besluit_op": "dag van het besluit",
        "verzuim_op": "dag van het verzuim",
        "ww_einde": "laatste dag WW",
        "einde_uitkering": "laatste dag van de uitkering",
        "loonwaarde_vastgesteld_op": "dag waarop de loonwaarde is vastgesteld",
    }
)
ALTIJD = "geen: er is één regel voor alle zaken"

KORT = "Rekent met regels van {versie}"
KORT_KANTOOR = "Rekent met regels van {versie}, versie {nummer} van dit kantoor"
STAND = "Regels van {versie}"
UIT_PROGRAMMA = "meegeleverd met Werkdesk"
VAN_KANTOOR = "versie {nummer} van dit kantoor, vanaf {vanaf}, vastgesteld door {wie}"
HOUDBAAR = "bruikbaar tot en met {dag}"
TE_OUD = "Deze regels zijn te oud. Werkdesk berekent nu geen datums; uw werk is bewaard."
KOMEND = "Versie {nummers} gaat later in."
GEWEIGERD = "Versie {nummer} wordt niet gebruikt. {zin}"
PLAATS = " Bestand {bestand}, regel {regel}: {reden}."
DEUREN = "Lees de regel en het artikel"
TELLING = "{getoond} van {totaal} regels"


def artikel(bron: str) -> str:
    """``Pw art. 41 lid 4`` for a place in a law; another source as it is."""
    wet = wet_van(bron)
    rest = bron[len(wet) :].strip()
    return f"{wet} art. {rest}" if wet and rest else bron


def wet_van(bron: str) -> str:
    """Abbreviation of the law in which a source stands; empty when it is no law."""
    return next((wet for wet in WETTEN if bron.startswith(f"{wet} ")), "")


def wet_voluit(bron: str) -> str:
    """``Participatiewet (BWBR0015703)``; empty when it is no law."""
    wet = wet_van(bron)
    return f"{WET_NAMEN.get(wet, wet)} ({WETTEN[wet]})" if wet else ""


def gemeente(code: str | None) -> str:
    """The name of a gemeente, its number when it has none here, or that the rule holds for all."""
    return GEMEENTEN.get(code, code) if code else ALLE


def waarde(words: str) -> str:
    """A value as people read it: a letter by its name, codes as words."""
    return BRIEVEN.get(words, words.replace("_", " "))


def dag(day: str | date | None) -> str:
    """``01-01-2015``, or that there is no end yet."""
    if day is None:
        return NU
    return korte_datum(date.fromisoformat(day) if isinstance(day, str) else day)


def rules_in_short(stand: RegelStand) -> str:
    """What this desk computes with, for the line at the foot of the window."""
    words = KORT if stand.nummer is None else KORT_KANTOOR
    return words.format(versie=dag_maand_jaar(date.fromisoformat(stand.versie)), nummer=stand.nummer)


def stand_regels(stand: RegelStand) -> tuple[str, ...]:
    """What this desk computes with, in one line; then what staff must know, each a line."""
    own = (
        UIT_PROGRAMMA
        if stand.nummer is None or stand.vanaf is None
        else VAN_KANTOOR.format(
            nummer=stand.nummer, vanaf=korte_datum(stand.vanaf), wie=stand.vastgesteld_door or NIEMAND
        )
    )
    version = STAND.format(versie=dag_maand_jaar(date.fromisoformat(stand.versie)))
    fresh = HOUDBAAR.format(dag=korte_datum(stand.houdbaar_tot))
    coming = " en ".join(map(str, stand.komend))
    return (
        f"{version} · {own} · {fresh}",
        *([TE_OUD] if stand.te_oud else ()),
        *(geweigerd(one) for one in stand.geweigerd),
        *([KOMEND.format(nummers=coming)] if coming else ()),
    )


def geweigerd(one: Geweigerd) -> str:
    """Why a version is not used, with file, line and reason as far as known."""
    words = GEWEIGERD.format(nummer=one.nummer, zin=FOUTEN.get(one.code, one.code))
    if not one.bestand:
        return words
    return words + PLAATS.format(bestand=one.bestand, regel=one.regelnummer, reden=one.reden or "…")
