"""Words of placements: the form, the displacement test, what the rules found, and the question about it."""

from __future__ import annotations

from datetime import date, datetime
from types import MappingProxyType

from werkdesk.domain.plaatsing import (
    BLOCK,
    GEEN_VERDRINGING,
    NADER_ONDERZOEK,
    SIGNAAL,
    VERDRINGING,
    VRIJ,
    Carrousel,
    Plaatsing,
    Plaatsingskeuze,
    Verdringingstoets,
)
from werkdesk.domain.regels.plaatsing_oordeel import einde_van
from werkdesk.domain.waarden.datum import korte_datum

TITEL = "Plaatsing"
KNOP = "Nieuwe plaatsing"
KAART = "Plaatsingen"
UITLEG = "De datum van vandaag geldt als dag van de toets. Wat bekend is, staat er al."
KVK = "KvK-nu&mmer"
KVK_UITLEG = "8 cijfers"
NAAM = "&Naam van de werkgever"
VESTIGING = "Vestiging (mag leeg)"
CONCERN = "KvK van het concern (mag leeg)"
INSTRUMENT = "&Soort plaats"
FUNCTIE = "&Functie"
BEGIN = "Beg&int op"
EINDE = "Eindig&t op"
UREN = "&Uren per week"
OVEREENKOMST = "Kenmerk overeenkomst (mag leeg)"
AFGESPROKEN = "Afgesproken"
BETAALD = "De klant krijgt loon"
INTENTIE = "De werkgever belooft een contract"
VERLENGING = "Er is een besluit om te verlengen"
BEKEND = "Hier bekend: {aantal}, nu {lopend}."
BEKEND_GEEN = "Hier nog geen plaatsing bekend."
BEWAREN = "Plaatsing vastleggen"
BEZIG = "Vastleggen…"
REDEN = "Waarom gaat het toch door?"
REDEN_LANG = "Deze reden is te lang."
ROL = "Een klantmanager, een teamleider of een werkgeversadviseur legt een plaatsing vast."
BEWAARD = "Plaatsing bij {werkgever} vastgelegd."
BEWAARD_VOORLOPIG = "Plaatsing bij {werkgever} vastgelegd. De uitkomst is voorlopig."
ONGEDAAN = "Ongedaan maken"
TERUG = "De plaatsing bij {werkgever} is ingetrokken."

TOETS = "Verdringingstoets"
VRAAG_VAN = "Vraag {nummer} van {aantal}"
ANTWOORDEN = MappingProxyType({"ja": "Ja", "nee": "Nee", "onbekend": "Weet ik niet"})
VANZELF = "uit de gegevens"
VORIGE = "Vorige vraag"
TOETS_KLAAR = "Alle vragen zijn beantwoord."
VRAGEN = MappingProxyType(
    {
        "V1": "Is hier in de afgelopen 12 maanden iemand in dit werk ontslagen of niet verlengd?",
        "V2": "Is er een vacature voor dit werk, of is er een ingetrokken in de afgelopen 3 maanden?",
        "V3": "Vervangt de klant iemand die ziek is, verlof heeft of staakt?",
        "V4": "Loopt er een reorganisatie of ontslag voor dit werk?",
        "V5": "Staan de leerdoelen op papier en is er een begeleider met uren?",
        "V6": "Komt de klant boven op de gewone bezetting?",
        "Z1": "Was hier in de afgelopen 12 maanden een onbetaalde plaats in deze functie?",
        "Z2": "Is er meer dan één onbetaalde klant op tien betaalde mensen?",
        "Z3": "Is het meer dan 32 uur per week, of meer dan zes maanden?",
        "Z4": "Weten de ondernemingsraad of de collega's ervan?",
        "Z5": "Staat de werkgever onder toezicht?",
    }
)

WAT_GELDT = "Wat de regels zeggen"
LATER = "Vul werkgever, soort, functie, data en uren in."
TOETSEN = MappingProxyType(
    {
        VERDRINGING: "verdringt gewoon werk",
        NADER_ONDERZOEK: "tweede oordeel nodig",
        GEEN_VERDRINGING: "geen verdringing",
    }
)
TOETS_OPEN = "nog {aantal} vragen"
TOETS_OPEN_EEN = "nog 1 vraag"
TOETS_NIET = "niet nodig"
CARROUSEL = "Eerdere plaatsen"
CARROUSELS = MappingProxyType({BLOCK: "mag niet", SIGNAAL: "kijk mee", VRIJ: "geen bezwaar"})
PLAFOND = "Hoogstens tot en met"
BOVEN = "te lang"
VERLENGD = "verlengd tot en met {datum}"
DAGEN = "{dagen} onbetaalde dagen in twee jaar"
EFFECTEN = MappingProxyType({BLOCK: "mag niet", SIGNAAL: "kijk mee", "EEN_PLAATSING": "telt als één plaats"})
HITS = MappingProxyType(
    {
        "CAR-1": "De proefplaats duurt langer dan de wet toestaat.",
        "CAR-2": "De klant had hier minder dan 24 maanden geleden al een onbetaalde plaats.",
        "CAR-3": "De klant werkt te veel dagen zonder loon.",
        "CAR-4a": "De vorige werkgever beloofde een contract en gaf het niet.",
        "CAR-4b": "Deze werkgever komt te weinig beloften na.",
        "CAR-5": "Kort hiervoor werkte een ander hier onbetaald in deze functie.",
        "CAR-6": "Dit telt als één plaats met de vorige.",
    }
)
VOORLOPIG_SINDS = "Voorlopig: geen verbinding sinds {klok}. Het register kijkt het na bij het verzenden."
VOORLOPIG_NOOIT = (
    "Voorlopig: deze balie had nog geen verbinding. Het register kijkt het na bij het verzenden."
)
NIET_BEVESTIGD = "nog niet bevestigd"
UITKOMST_VOORLOPIG = "voorlopig"
UITKOMST_WACHT = "register kijkt het na"
UITKOMST_BEVESTIGD = "bevestigd"
UITKOMST_ANDERS = "anders na controle"
INGETROKKEN = "ingetrokken"
BEEINDIGD = "beëindigd"
REGEL = "{werkgever}, {instrument}"
PERIODE = "{begin} tot en met {einde} · {stand}"
PAPIER = "{oordeel}, toets van {datum}"

VRAAG = "{wie} bij {werkgever}: gaat deze plaatsing door?"
VRAAG_UITLEG = (
    "Bij het vastleggen was de uitkomst: {eerst}. Met de plaatsingen van andere balies erbij is de uitkomst: "
    "{nu}. {redenen} Kies wat er moet gebeuren en vertel het de klant en de werkgever."
)
DOORGAAN = "Laat de plaatsing doorgaan, met een reden"
INTREKKEN = "Trek de plaatsing in"
GEKOZEN = MappingProxyType({"nemen": "de plaatsing gaat door", "houden": "de plaatsing is ingetrokken"})

VERVOLG = "Plaatsing: vervolg"
VERVOLG_KNOP = "Vervolg van plaatsing"
WELKE = "Welke plaatsing"
STAP = "Wat is er gebeurd?"
STAPPEN = MappingProxyType(
    {
        "mag": "Tweede oordeel: de plaats mag",
        "mag_niet": "Tweede oordeel: de plaats mag niet",
        "contract": "Geëindigd, de klant kreeg een contract",
        "geen_contract": "Geëindigd, zonder contract",
        "door_klant": "Geëindigd, zonder contract door de klant zelf",
        "intrekken": "De plaatsing gaat niet door",
    }
)
LAATSTE_DAG = "Laatste dag"
CONTRACT_VAN = "Contract begint op"
CONTRACT_TOT = "Contract eindigt op (leeg: vast)"
WAAROM = "Waarom?"
VASTLEGGEN = "Vastleggen"
VASTGELEGD = "Vastgelegd bij de plaatsing bij {werkgever}."


def redenen(gevonden: Carrousel) -> str:
    """Every hit as a sentence: ``De klant had hier ... (mag niet).``"""
    return " ".join(
        f"{HITS.get(_rule(rule), rule).rstrip('.')} ({EFFECTEN.get(effect, effect)})."
        for rule, effect in gevonden.treffers
    )


def toets_in_woorden(toets: Verdringingstoets, tweede: bool | None = None) -> str:
    """``geen verdringing, toets van 21-11-2026``: as an agreement prints it."""
    oordeel = TOETSEN[toets.oordeel]
    if toets.oordeel == NADER_ONDERZOEK and tweede is not None:
        oordeel = "mag na tweede oordeel" if tweede else "mag niet na tweede oordeel"
    return PAPIER.format(oordeel=oordeel[0].upper() + oordeel[1:], datum=korte_datum(toets.datum))


def voorlopig(weg_sinds: datetime | None) -> str:
    """``Voorlopig: geen verbinding sinds 10.42. ...``"""
    return VOORLOPIG_NOOIT if weg_sinds is None else VOORLOPIG_SINDS.format(klok=f"{weg_sinds:%H.%M}")


def stand(plaatsing: Plaatsing) -> str:
    """Where a placement stands, in a word or two."""
    if not plaatsing.telt:
        return INGETROKKEN
    if plaatsing.te_beslissen and plaatsing.hertoets is not None:
        return UITKOMST_ANDERS
    if plaatsing.einde is not None:
        return BEEINDIGD
    if plaatsing.hertoets is not None:
        return UITKOMST_BEVESTIGD
    return UITKOMST_VOORLOPIG if plaatsing.voorlopig else UITKOMST_WACHT


def regel(plaatsing: Plaatsing) -> str:
    """``Fictief Depot B.V., WEP``."""
    feiten = plaatsing.feiten
    return REGEL.format(werkgever=feiten.werkgever.naam, instrument=feiten.instrument)


def periode(plaatsing: Plaatsing) -> str:
    """``01-12-2026 tot en met 31-01-2027 · voorlopig``."""
    return PERIODE.format(
        begin=korte_datum(plaatsing.feiten.begin),
        einde=korte_datum(einde_van(plaatsing)),
        stand=stand(plaatsing),
    )


def aantal_plaatsingen(aantal: int) -> str:
    """``1 plaatsing``, ``3 plaatsingen``."""
    return "1 plaatsing" if aantal == 1 else f"{aantal} plaatsingen"


def dag(day: date) -> str:
    """``31-01-2027``."""
    return korte_datum(day)


def besluit(keuze: Plaatsingskeuze) -> str:
    """What was decided."""
    return GEKOZEN["nemen" if keuze is Plaatsingskeuze.DOORGAAN else "houden"]


def _rule(rule: str) -> str:
    return "CAR-3" if rule.startswith("CAR-3") else rule
