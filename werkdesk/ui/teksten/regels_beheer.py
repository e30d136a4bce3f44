"""Words for who keeps the rules: a new version, the concept, the trial on cases, and judging a proposal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from werkdesk.domain.regels.vergelijken import Verschil
from werkdesk.domain.waarden.datum import korte_datum
from werkdesk.ui.teksten.regels import dag
from werkdesk.ui.teksten.woorden import GEMEENTEN
from werkdesk.usecases.regels.proef import Proef, RegelVerschil
from werkdesk.usecases.regels.uitleg import RegelUitleg
from werkdesk.usecases.regels.voorstellen import Inzage, Stand, Voorstel
from werkdesk.usecases.regels.zinnen import stale_words

WAT = "Wat wilt u zien?"
LEZEN, CONCEPT, VOORSTELLEN = "Regels lezen", "Uw concept", "Voorstellen"
WACHT_TELLING = "{aantal} wacht op u"
NIEUWE_VERSIE = "&Nieuwe versie maken"

# The form.
FORM_TITEL = "Nieuwe versie"
NU_GELDT = "Wat nu geldt"
VELD_WAARDE, VELD_EENHEID, VELD_VOOR = "Waar&de", "Ee&nheid", "&Voor wie"
VELD_VANAF, VELD_TOT = "Geldt van&af", "Geldt tot en &met"
VELD_WET, VELD_ARTIKEL, VELD_LID, VELD_ONDERDEEL = "Wet of af&spraak", "A&rtikel", "&Lid", "&Onderdeel"
VELD_ZEKERHEID, VELD_TEKST = "&Zekerheid", "&Uitleg in gewone taal"
MAG_LEEG = "mag leeg"
KIES = "Kies hoe zeker dit is"
VOOR_WENK = "Voor één gemeente? De andere houden hun regel."
LOOPT_DOOR = "Leeg: de regel loopt door."
UITLEG_WENK = "Deze zin lezen klanten en collega's bij een datum."
ZIN_KLANT = "Zin voor de klant"
HOE_ZEKER = "Zekerheid"
ZIN_OUD = "Let op: de zin voor de klant noemt nog “{oud}”, maar de regel wordt {nieuw}."
TEKST_OUD = "Deze zin noemt nog “{oud}”. Pas de zin aan. De collega die vaststelt, ziet dit ook."
TEKST_NOG = "U veranderde de waarde. Klopt deze zin nog?"
VOOR_ALLE = "alle gemeenten van dit kantoor"
IN_CONCEPT = "&In het concept zetten"
ANNULEREN = "Annuleren"
OPGENOMEN = "{regel} staat in uw concept. Dit geldt nog niet."
ZEKERHEDEN = (
    ("geverifieerd", "met de wet vergeleken"),
    ("secundair", "uit een tweede bron"),
    ("aanname", "nog niet bevestigd"),
)
EENHEDEN = MappingProxyType(
    {
        "uren": "uren", "dagen": "dagen", "weken": "weken", "maanden": "maanden", "jaren": "jaren",
        "leeftijd": "jaar oud", "aantal": "aantal", "procent": "procent", "euro": "euro",
        "ja_nee": "ja of nee", "tekst": "woord of code", "codes": "lijst van codes",
        "maanden_reeks": "reeks van maanden", "datums": "lijst van dagen", "tijden": "twee tijden",
        "tijdvakken": "lijst van tijdvakken", "staffel": "dagen met bedragen", "feestdag": "feestdag",
    }
)  # fmt: skip
WENKEN = MappingProxyType(
    {
        "euro": "Typ een bedrag, zoals 1.419,46.", "ja_nee": "Typ ja of nee.",
        "procent": "Typ een getal van 0 tot en met 100.",
        "codes": "Met komma's ertussen. Geen enkele: typ geen.",
        "maanden_reeks": "Oplopend, met komma's: 2, 6.",
        "datums": "Met komma's: 24-12-2027, 31-12-2027. Geen enkele: typ geen.",
        "tijden": "Typ twee tijden: 12:00, 17:00.",
        "tijdvakken": "Met komma's: 09:00-12:30, 13:00-17:00. Gesloten: typ geen.",
        "staffel": "Met puntkomma's: 14 dagen 23,00; 14 dagen 35,00.",
        "feestdag": "Dag en maand: 27-4. Of vanaf Pasen: pasen + 1.",
    }
)  # fmt: skip
WENK_GETAL = "Typ een heel getal."

# The concept.
CONCEPT_TITEL = "Uw concept voor nieuwe regels"
CONCEPT_REGEL = "Alleen u ziet dit. Het geldt pas als een collega het vaststelt."
CONCEPT_LEEG = "Er staat nog niets in uw concept. Kies bij Regels lezen een regel en maak een nieuwe versie."
WIJZIGEN, WEGHALEN, WEGGOOIEN = "Wi&jzigen", "Weghale&n", "Concept weg&gooien"
WEGGEHAALD = "{regel} is uit uw concept gehaald."
WEGGEGOOID = "Uw concept is weggegooid."
ONGEDAAN = "Ongedaan maken"
GAAT_IN = "Gaat &in op"
GAAT_IN_WENK = "Leeg: op de dag van vaststellen."
TOELICHTING = "&Toelichting voor uw collega"
VOORLEGGEN = "&Voorleggen aan een collega"
VOORGELEGD = "Uw voorstel is versie {nummer}. Het wacht op een collega."
EERST_PROEF = "Draai eerst de proef. Daarna kunt u het voorstel voorleggen."
ANDERS_GEZIEN = (
    "Het register ziet {aantal} gevallen met een andere uitkomst. Bekijk ze hier. Leg daarna opnieuw voor."
)
BEZIG = "Even wachten…"
CONCEPT_BLIJFT = "{zin} Uw concept blijft bewaard."
NAAM, NUMMER, WAARDE, VANAF, TOT, GEMEENTE = (
    "Regel", "Nummer", "Waarde", "Vanaf", "Tot en met", "Gemeente",
)  # fmt: skip

# The trial.
PROEF_TITEL = "Proef op gevallen"
PROEF_VRAAG = "Wie wordt er anders behandeld?"
PROEF_BESTAND = "Be&stand met uw gevallen"
PROEF_WENK = "Leeg: u ziet alleen welke regels veranderen."
KIES_BESTAND = "Bestand kie&zen"
BESTAND_SOORT = "Gevallen"
DRAAI_PROEF = "P&roef draaien"
PROEF_NOG_NIET = "De proef is nog niet gedraaid voor dit concept."
PROEF_REGELS = "Wat er in de regels verandert"
PROEF_GEVALLEN = "Gevallen met een andere uitkomst"
GEEN_GEVALLEN = "Er zijn geen gevallen bekeken."
NIETS_ANDERS = "Alle gevallen houden dezelfde uitkomst."
ONVERWACHT = "Let op: {aantal} daarvan eindigen anders dan in het bestand verwacht."
NIEUW, WEG, GEEN = "nieuw", "vervalt", "geen"
WORDT = "wordt"
MEER = "En nog {aantal}."

# Judging.
VOORSTEL_TITEL = "Versies van de regels"
VOORSTEL_REGEL = "Wie regels voorstelt, stelt ze niet zelf vast. Een collega doet dat."
VOORSTEL_LEEG = "Er is nog geen voorstel gedaan."
VOORSTEL_KIES = "Kies een versie in de lijst."
WAT_VERANDERT = "Wat dit voorstel verandert"
VERSIE, STAND, DOOR, OP, GAAT_IN_KOP, ANDERS = "Versie", "Stand", "Van", "Op", "Gaat in", "Verandert"
STANDEN: Mapping[Stand, str] = MappingProxyType(
    {
        "wacht": "wacht op een collega", "ingetrokken": "ingetrokken", "afgewezen": "afgewezen",
        "vastgesteld": "opgevolgd", "geldt": "geldt nu", "gepland": "gaat later in",
    }
)  # fmt: skip
WACHT_OP_U = "wacht op u"
EIGEN = "Dit is uw eigen voorstel. Een collega moet het vaststellen; u kunt het wel intrekken."
OPNIEUW_LEZEN = "&Opnieuw ophalen"
VASTSTELLEN = "&Vaststellen"
PIN = "Uw pin&code"
PIN_UITLEG = "Zo staat vast dat u zelf vaststelt, en niet wie het voorstelde."
PIN_ONTBREEKT = "Typ uw pincode. Dan staat vast dat u dit vaststelt."
AFWIJZEN, INTREKKEN = "&Afwijzen", "&Intrekken"
REDEN = "Waaro&m niet"
REDEN_INTREKKEN = "Waaro&m trekt u dit in"
VASTGESTELD = "Versie {nummer} is vastgesteld. De balies krijgen de nieuwe regels vanzelf."
AFGEWEZEN = "Versie {nummer} is afgewezen. Uw collega ziet waarom."
INGETROKKEN = "Versie {nummer} is ingetrokken."
VAN_WIE = "Voorgesteld door {wie} op {dag}"
VAST_DOOR = "Vastgesteld door {wie} op {dag}"
WEG_DOOR = "Ingetrokken door {wie} op {dag}: {reden}"
AFGEWEZEN_DOOR = "Afgewezen door {wie} op {dag}: {reden}"
BIJ_VASTSTELLEN = "bij vaststellen"
GAAT_IN_ZIN = "Gaat in: {dag}"
EIGEN_PROEF = "Probeer dit voorstel op uw eigen gevallen"
EIGEN_WENK = "Een bestand met gevallen op deze computer."
VAN_INDIENER = "Proef van de indiener: {gevallen}, {anders} anders."
ZONDER_PROEF = "De indiener heeft geen gevallen meegestuurd."
TELLING = "{perioden} · {anders} anders bij {gevallen}"
GEEN_PROEF = "geen gevallen bekeken"


def aantal(number: int, one: str, many: str) -> str:
    """``1 regel``, ``3 regels``."""
    return f"{number} {one if number == 1 else many}"


def concept_telling(number: int) -> str:
    """What the chip at the concept says; empty for an empty concept."""
    return aantal(number, "regel", "regels") if number else ""


def wacht_telling(number: int) -> str:
    """What the chip at the proposals says."""
    return WACHT_TELLING.format(aantal=number) if number else ""


def gemeente(code: str) -> str:
    """``Aalsmeer (0358)``; ``alle`` for every gemeente."""
    if not code or code == "*":
        return VOOR_ALLE
    return f"{GEMEENTEN[code]} ({code})" if code in GEMEENTEN else code


def wenk(eenheid: str) -> str:
    """How a value of this unit is typed."""
    return WENKEN.get(eenheid, WENK_GETAL if eenheid != "tekst" else "")


def proef_telling(proef: Proef) -> str:
    """``1 regel anders, in 2 perioden · 1 van 12 gevallen anders``."""
    return f"{regels_telling(proef.regels)} · {gevallen_telling(proef)}"


def regels_telling(changed: Sequence[RegelVerschil]) -> str:
    """``1 regel anders, in 2 perioden``: a rule that ends and goes on with another value is one change."""
    rules = {(one.regel.regel, one.regel.gemeente) for one in changed}
    words = f"{aantal(len(rules), 'regel', 'regels')} anders"
    return words if len(rules) == len(changed) else f"{words}, in {len(changed)} perioden"


def gevallen_telling(proef: Proef) -> str:
    """How many cases end otherwise, of how many that were worked out (each for every gemeente)."""
    if not proef.gevallen:
        return GEEN_GEVALLEN
    worked = proef.gevallen * len(proef.gemeenten)
    places = aantal(len(proef.gemeenten), "gemeente", "gemeenten")
    cases = aantal(proef.gevallen, "geval", "gevallen")
    if not proef.anders:
        return f"{cases} voor {places}: {NIETS_ANDERS.lower()}"
    return f"{len(proef.anders)} van {worked} uitkomsten anders ({cases} voor {places})"


def regel_kop(one: RegelVerschil) -> str:
    """Which rule differs, and for whom."""
    return f"{one.regel.naam} · {one.regel.regel} · {gemeente(one.regel.gemeente or '')}"


def regel_zinnen(one: RegelVerschil) -> tuple[str, ...]:
    """Value and period, the sentence for the client and how sure it is, as far as these change."""
    lines = [regel_zin(one)]
    old, new = one.nu, one.straks
    if new is not None and new.tekst and (old is None or old.tekst != new.tekst):
        before = f"{old.tekst} {WORDT} " if old is not None and old.tekst else ""
        lines.append(f"{ZIN_KLANT}: {before}{new.tekst}")
    elif old is not None and new is not None and old.tekst != new.tekst:
        lines.append(f"{ZIN_KLANT}: {old.tekst} {WORDT} {GEEN}")
    if new is not None and (old is None or old.zekerheid != new.zekerheid):
        before = f"{zekerheid(old.zekerheid)} {WORDT} " if old is not None else ""
        lines.append(f"{HOE_ZEKER}: {before}{zekerheid(new.zekerheid)}")
    return tuple(lines)


def regel_opmerking(one: RegelVerschil, changed: Sequence[RegelVerschil]) -> str:
    """That the sentence for the client still names the value of before; empty when it does not."""
    stale = stale_words(one, changed)
    return "" if stale is None else ZIN_OUD.format(oud=stale[0], nieuw=stale[1])


def zekerheid(code: str) -> str:
    """How sure a rule is, in words."""
    return dict(ZEKERHEDEN).get(code, code)


def regel_zin(one: RegelVerschil) -> str:
    """``4 weken, 01-01-2015 – loopt door  wordt  4 weken, 01-01-2015 – 31-12-2026``."""
    if one.nu is None:
        return f"{NIEUW}: {_record(one.regel)}"
    if one.straks is None:
        return f"{WEG}: {_record(one.nu)}"
    return f"{_record(one.nu)} {WORDT} {_record(one.straks)}"


def _record(regel: RegelUitleg) -> str:
    return f"{regel.waarde}, {dag(regel.versie)} – {dag(regel.geldig_tot)}"


def geval_kop(one: Verschil) -> str:
    """Which case, and for which gemeente."""
    return f"{one.id} · {gemeente(one.gemeente)}"


def geval_zinnen(one: Verschil) -> tuple[str, ...]:
    """What becomes otherwise, a line for each fact: ``laatste dag: 01-03-2027 wordt 22-02-2027``."""
    before, after = _facts(one.nu), _facts(one.straks)
    names = [name for name in (*before, *(n for n in after if n not in before))]
    return tuple(
        f"{_name(name)}: {_shown(before.get(name))} {WORDT} {_shown(after.get(name))}"
        for name in names
        if before.get(name) != after.get(name)
    )


def _facts(outcome: Any, path: str = "") -> dict[str, Any]:
    """An outcome as single facts by path; lists of plain values stay whole."""
    if isinstance(outcome, dict):
        return {
            name: value
            for key, item in outcome.items()
            for name, value in _facts(item, f"{path}.{key}" if path else str(key)).items()
        }
    if isinstance(outcome, list) and any(isinstance(item, (dict, list)) for item in outcome):
        return {
            name: value
            for place, item in enumerate(outcome, 1)
            for name, value in _facts(item, f"{path} {place}").items()
        }
    return {path: outcome}


def _name(path: str) -> str:
    parts = [part for part in path.split(".") if part != "uitkomst"]
    return " · ".join(parts).replace("_", " ") or "uitkomst"


def _shown(value: Any) -> str:
    if value is None or value == []:
        return GEEN
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, list):
        return ", ".join(map(_shown, value))
    text = str(value)
    try:
        return korte_datum(date.fromisoformat(text)) if len(text) == 10 else text
    except ValueError:
        return text


def wie(user: str, namen: Mapping[str, str]) -> str:
    """The name of a colleague; their sign-in name when this desk does not know it."""
    return namen.get(user, user)


def moment(when: datetime | None) -> str:
    """``22-11-2026``."""
    return korte_datum(when.date()) if when is not None else ""


def stand(one: Voorstel) -> str:
    """What became of a version, for who looks."""
    return WACHT_OP_U if one.wacht_op_mij else STANDEN[one.stand]


def gaat_in(one: Voorstel) -> str:
    """The first day, or when that is decided."""
    return korte_datum(one.vanaf) if one.vanaf is not None else BIJ_VASTSTELLEN


def voorstel_anders(one: Voorstel) -> str:
    """``2 perioden · 3 uitkomsten, 159 gevallen``; without cases only the first."""
    periods = aantal(one.regels_anders, "periode", "perioden")
    if not one.gevallen:
        return f"{periods} · {GEEN_PROEF}"
    return TELLING.format(
        perioden=periods,
        anders=aantal(one.gevallen_anders, "uitkomst", "uitkomsten"),
        gevallen=aantal(one.gevallen, "geval", "gevallen"),
    )


def van_indiener(inzage: Inzage) -> str:
    """What the author's own cases said, as the register worked them out."""
    if not inzage.voorstel.gevallen:
        return ZONDER_PROEF
    cases = aantal(inzage.voorstel.gevallen, "geval", "gevallen")
    outcomes = aantal(len(inzage.anders), "uitkomst", "uitkomsten")
    return VAN_INDIENER.format(gevallen=cases, anders=outcomes)


def voorstel_feiten(one: Voorstel, namen: Mapping[str, str]) -> tuple[str, ...]:
    """Who did what, a line each."""
    lines = [VAN_WIE.format(wie=wie(one.door, namen), dag=moment(one.op))]
    if one.vastgesteld_door:
        lines.append(VAST_DOOR.format(wie=wie(one.vastgesteld_door, namen), dag=moment(one.vastgesteld_op)))
    if one.ingetrokken_door:
        words = AFGEWEZEN_DOOR if one.stand == "afgewezen" else WEG_DOOR
        lines.append(
            words.format(
                wie=wie(one.ingetrokken_door, namen), dag=moment(one.ingetrokken_op), reden=one.reden or GEEN
            )
        )
    lines.append(GAAT_IN_ZIN.format(dag=gaat_in(one)))
    return tuple(lines)
