"""Running dates in words: what may or must happen, when, by which article, and how sure we are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from werkdesk.domain.datums import lange_datum
from werkdesk.domain.termijn import BEGINT as BEGINT
from werkdesk.domain.termijn import RegelVerwijzing, Termijn
from werkdesk.domain.waarden.datum import datum_met_weekdag, korte_datum
from werkdesk.ui.teksten.aan_klant import voor_collega
from werkdesk.ui.teksten.melding import UITZONDERINGEN
from werkdesk.ui.teksten.regelnamen import regelnaam
from werkdesk.ui.teksten.regels import artikel
from werkdesk.ui.teksten.tijd import nog
from werkdesk.ui.teksten.woorden import GEMEENTEN

NAMEN = MappingProxyType(
    {
        "D01": "Aanvraag mogelijk vanaf",
        "D02": "Aanvraag mogelijk",
        "D03": "Schoolpapieren uiterlijk",
        "D04": "Eerste voorschot uiterlijk",
        "D05": "Volgend voorschot uiterlijk",
        "D06": "Besluit uiterlijk",
        "PW41-6": "Melden met WW kan vanaf",
    }
)
ZEKERHEID = MappingProxyType(
    {
        "geverifieerd": "bevestigd",
        "secundair": "uit een tweede bron",
        "aanname": "nog niet bevestigd",
    }
)
FEIT_NAMEN = MappingProxyType(
    {
        "meldingsdatum": "dag van de melding",
        "aanvraagdatum": "dag van de aanvraag",
        "ontvangstdatum": "dag van ontvangst",
        "geboortedatum": "geboortedatum",
        "heeft_partner": "partner",
        "partner_geboortedatum": "geboortedatum partner",
        "uitzondering": "uitzondering op de zoektermijn",
        "ww_eindigt": "einde WW",
        "gemeente": "gemeente",
    }
)
WAARDEN: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {"gemeente": GEMEENTEN, "uitzondering": {one.value: words for one, words in UITZONDERINGEN.items()}}
)
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_BRP = re.compile(r"[0-9]{8}")
NOG_VRAGEN = frozenset({"D01"})
"""Dates that wait for something a colleague can ask now."""

F1 = "F1"
KAN_NU = "kan nu"
WACHT_OP = "Deze datum staat nog niet vast: {stand}."
LAATSTE_DAG = "De dag is {datum}."
STREEF = "Wij streven naar {datum}: de laatste werkdag, zonder te schuiven."
BEGIN = "De termijn begint op {datum}."
GERUST_OP = "Dit rust op"
FEITEN = "Feiten waarmee is gerekend"
FEIT = "- {naam}: {waarde}"
VERSIE = "Berekend met de regels van {versie}."
ZEKER = "Hoe zeker is dit?"
ZEKER_AANNAME = "Een deel is nog niet bevestigd door een jurist. Zeg het erbij als u deze datum noemt."
ZEKER_SECUNDAIR = "Een deel komt uit een tweede bron, niet uit de wettekst zelf."
ZEKER_WEL = "Alle regels hieronder zijn met de wettekst vergeleken."
REGEL = "{bron}: {naam}. Geldt vanaf {versie} ({zekerheid})."


def naam(termijn: Termijn) -> str:
    """``Eerste voorschot uiterlijk``."""
    return NAMEN.get(termijn.code, termijn.naam)


def wanneer(termijn: Termijn, today: date) -> str:
    """``vandaag``, ``30-11-2026``, or what it waits for: ``na aanvraag``."""
    day = termijn.uiterste_datum or termijn.streefdatum
    if day is None:  # a stand of "vandaag" was true on the day it was written; the date stays true
        return termijn.stand or ""
    return "vandaag" if day == today else korte_datum(day)


def waarom(termijn: Termijn, today: date) -> str:
    """``over 28 dagen · Pw 41 lid 4 · nog niet bevestigd · F1``."""
    parts = [_afstand(termijn, today)]
    parts.append(_bron(termijn))
    parts.append(ZEKERHEID["aanname"] if termijn.zekerheid == "aanname" else "")
    parts.append(F1)
    return " · ".join(part for part in parts if part)


def _afstand(termijn: Termijn, today: date) -> str:
    """How far away; a date from which something may be done is never late."""
    day = termijn.uiterste_datum
    if day is None:
        return ""
    if termijn.code in BEGINT and day <= today:
        return KAN_NU
    return nog(day, today) if day != today else ""


def _bron(termijn: Termijn) -> str:
    """The article of the rule that names this date; else of the first rule it rests on."""
    named = [one for one in termijn.regels if one.regel == termijn.code] or list(termijn.regels[:1])
    return named[0].bron if named else ""


_DATED = re.compile(r"\b[12][0-9]{3}\b")


def uitleg(termijn: Termijn, today: date) -> str:
    """The help page of one date, for the help panel: lines, headings with ``#``, points with ``-``."""
    lines = _in_order_of_time(termijn)
    if termijn.stand and termijn.uiterste_datum is None and termijn.streefdatum is None:
        lines.append(WACHT_OP.format(stand=termijn.stand))
    if termijn.uiterste_datum is not None:
        lines.append(LAATSTE_DAG.format(datum=datum_met_weekdag(termijn.uiterste_datum)))
    if termijn.streefdatum is not None and termijn.streefdatum != termijn.uiterste_datum:
        lines.append(STREEF.format(datum=datum_met_weekdag(termijn.streefdatum)))
    certainty = {"aanname": ZEKER_AANNAME, "secundair": ZEKER_SECUNDAIR}.get(termijn.zekerheid, ZEKER_WEL)
    page = ["\n\n".join(lines), f"# {ZEKER}", certainty]
    if termijn.regels:
        page += [f"# {GERUST_OP}", *(f"- {regel_in_woorden(one)}" for one in termijn.regels)]
    facts = feiten(termijn)
    if facts:
        page += [f"# {FEITEN}", *(FEIT.format(naam=name, waarde=words) for name, words in facts)]
    if termijn.regelset:
        page += ["", VERSIE.format(versie=_dag(termijn.regelset.split()[0]))]
    return "\n".join(page)


def _in_order_of_time(termijn: Termijn) -> list[str]:
    """When it began, what the rule says, how the day was counted and moved."""
    begin = [BEGIN.format(datum=datum_met_weekdag(termijn.begin))] if termijn.begin is not None else []
    counted = [line for line in termijn.uitleg if _DATED.search(line)]
    said = [voor_collega(line) for line in termijn.uitleg if not _DATED.search(line)]
    return begin + said + [voor_collega(line) for line in counted]


def feiten(termijn: Termijn) -> tuple[tuple[str, str], ...]:
    """Name and words of each known fact on which a date rests."""
    return tuple(
        (FEIT_NAMEN[code], WAARDEN.get(code, {}).get(value) or _dag(value))
        for code, value in termijn.feiten
        if code in FEIT_NAMEN and value
    )


def _dag(value: str) -> str:
    """A day (``jjjj-mm-dd``, or a BRP date with unknown parts) as people write it; else the words."""
    if _ISO.fullmatch(value):
        return korte_datum(date.fromisoformat(value))
    return f"{value[6:]}-{value[4:6]}-{value[:4]}" if _BRP.fullmatch(value) else value.replace("_", " ")


def regel_in_woorden(regel: RegelVerwijzing) -> str:
    """``Pw art. 41 lid 4: Zoektermijn. Geldt vanaf 1 januari 2015 (nog niet bevestigd).``"""
    since = date.fromisoformat(regel.versie) if _ISO.fullmatch(regel.versie) else None
    return REGEL.format(
        bron=artikel(regel.bron),
        naam=regelnaam(regel.regel),
        versie=regel.versie if since is None else lange_datum(since),
        zekerheid=ZEKERHEID.get(regel.zekerheid, regel.zekerheid),
    )
