"""UIT: why a date is what it is, on paper, for whom it concerns.

Everything that was said when the date was computed is repeated word for word; names and sentences of rules
come from the set it was computed with. Nothing is computed anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from werkdesk.domain.datums import lange_datum
from werkdesk.domain.geheimhouding import AdresPlek
from werkdesk.domain.melding import Uitzondering
from werkdesk.domain.persoon import KlantFeiten
from werkdesk.domain.regels.regel import ALLE_GEMEENTEN, Regel
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.regels.verschuiving import VERSCHUIVING
from werkdesk.domain.termijn import NIET_BEREKEND, RegelVerwijzing, Termijn
from werkdesk.domain.waarden.datum import datum_met_weekdag
from werkdesk.domain.waarden.geboortedatum import GeboorteDatum
from werkdesk.errors import Refused
from werkdesk.usecases.briefgegevens.feiten import BriefFeiten
from werkdesk.usecases.briefgegevens.ontvangst import Rijen
from werkdesk.usecases.briefgegevens.persoon import envelope_name, street_lines

NAMEN: Mapping[str, str] = MappingProxyType(
    {
        "D01": "de eerste dag waarop u kunt aanvragen",
        "D02": "de dag waarop u kunt aanvragen",
        "D03": "de laatste dag voor de papieren van uw school",
        "D04": "uw eerste voorschot (een bedrag vooruit)",
        "D05": "uw volgende voorschot (een bedrag vooruit)",
        "D06": "het besluit op uw aanvraag",
        "D07": "het bericht als het besluit later komt",
        "PW41-6": "de eerste dag om u te melden als u WW heeft",
        NIET_BEREKEND: "de datums bij uw melding",
    }
)
"""Code of a date -> what it is a date of, after "Deze uitleg gaat over"."""
VANAF = frozenset({"D01", "D02", "PW41-6"})
"""Dates from which somebody may do something; the others are last days."""

FEITEN: Mapping[str, str] = MappingProxyType(
    {
        "meldingsdatum": "De dag van uw melding",
        "aanvraagdatum": "De dag van uw aanvraag",
        "ontvangstdatum": "De dag waarop wij uw aanvraag kregen",
        "geboortedatum": "Uw geboortedatum",
        "heeft_partner": "U heeft een partner",
        "uitzondering": "Uitzondering op het wachten",
        "ww_eindigt": "De laatste dag van uw WW",
    }
)
"""Facts that are told. A partner's date of birth is the partner's: it is named, not printed."""
UITZONDERINGEN: Mapping[str, str] = MappingProxyType(
    {
        Uitzondering.GEEN.value: "geen",
        "onbekend": "nog niet bekend",
    }
)
_WAAR = "dat geldt voor u"
_PARTNER = ("De geboortedatum van uw partner", "is bij ons bekend")
ZEKERHEID: Mapping[str, str] = MappingProxyType(
    {"geverifieerd": "ja", "secundair": "uit een tweede bron", "aanname": "nog niet bevestigd"}
)
_BESLUIT = "Besluit om de dag te verschuiven"
_STREVEN = "Wij streven naar {dag}. Dat is een gewone werkdag, niet later dan de dag zonder verschuiven."


def explanation(feiten: BriefFeiten, toen: RegelSet) -> tuple[dict[str, str], Rijen, frozenset[str]]:
    """Fields, rows and conditions. Raises ``Refused``: ``melding.onbekend``, ``termijn.onbekend``."""
    termijn = feiten.termijn
    if feiten.melding is None:
        raise Refused("melding.onbekend")
    if termijn is None:
        raise Refused("termijn.onbekend", field="termijn")
    naming = _naming(termijn, toen)
    meaning = naming.tekst if naming is not None else ""
    start = _start(termijn, naming)
    fields = {
        "melding.kenmerk": str(feiten.melding.kenmerk),
        "uitleg.naam": NAMEN.get(termijn.code, termijn.naam),
        "uitleg.datum": _day(termijn.uiterste_datum or termijn.streefdatum),
        "uitleg.streefdatum": _day(_target(termijn)),
        "uitleg.begin": _begin(termijn, start),
        "uitleg.stand": termijn.stand or "",
        "uitleg.betekenis": meaning,
        "uitleg.regelset": termijn.regelset or "",
        "uitleg.regeldatum": lange_datum(date.fromisoformat(termijn.regelset[:10]))
        if termijn.regelset
        else "",
    }
    rows: Rijen = {
        "stappen": tuple({"zin": one} for one in _steps(termijn, meaning)),
        "regels": tuple(_rule(one, toen, termijn) for one in termijn.regels),
        "feiten": tuple({"naam": name, "waarde": words} for name, words in facts_of(termijn, start)),
    }
    conditions = {"datum_vanaf"} if termijn.code in VANAF else set()
    if termijn.zekerheid != "geverifieerd":
        conditions.add("aanname" if termijn.zekerheid == "aanname" else "tweede_bron")
    return fields, rows, frozenset(conditions)


def facts_of(termijn: Termijn, start: str = "") -> tuple[tuple[str, str], ...]:
    """Name and words of each known fact that the client may check, but for the one it was counted from."""
    known = dict(termijn.feiten)
    told = [
        (FEITEN[code], _value(code, value))
        for code, value in termijn.feiten
        if code in FEITEN and value and code != start
    ]
    if known.get("partner_geboortedatum"):
        told.append(_PARTNER)
    return tuple(told)


def _start(termijn: Termijn, naming: Regel | None) -> str:
    """Code of the fact from which was counted: what the rule names, when it is that day."""
    if termijn.begin is None:
        return ""
    same = [code for code, value in termijn.feiten if value == termijn.begin.isoformat() and code in FEITEN]
    named = naming.peildatum if naming is not None else None
    return named if named in same else next(iter(same), "")


def _begin(termijn: Termijn, start: str) -> str:
    name = FEITEN.get(start, "")
    return ", ".join(part for part in (_day(termijn.begin), f"{name[:1].lower()}{name[1:]}") if part)


def person_block(feiten: KlantFeiten) -> tuple[str, ...]:
    """For whom the sheet is. A secret address is not on a paper that goes from hand to hand."""
    return (*envelope_name(feiten), *street_lines(feiten, AdresPlek.DERDEN))


def _naming(termijn: Termijn, toen: RegelSet) -> Regel | None:
    """The rule that names this date; its sentence says what the date means for somebody."""
    named = next((one for one in termijn.regels if one.regel == termijn.code), None)
    return _record(named, toen, termijn) if named is not None else None


def _steps(termijn: Termijn, meaning: str) -> tuple[str, ...]:
    """How it was counted, in the words that were stored with the date, and the target date after it."""
    told = [one for one in termijn.uitleg if one != meaning]
    target = _target(termijn)
    return (*told, *([_STREVEN.format(dag=datum_met_weekdag(target))] if target is not None else ()))


def _target(termijn: Termijn) -> date | None:
    """The target date, where there is one beside the legal date."""
    both = termijn.uiterste_datum is not None and termijn.streefdatum != termijn.uiterste_datum
    return termijn.streefdatum if both else None


def _rule(named: RegelVerwijzing, toen: RegelSet, termijn: Termijn) -> Mapping[str, str]:
    found = _record(named, toen, termijn)
    name = found.naam if found is not None else _BESLUIT if named.regel == VERSCHUIVING else named.regel
    return {
        "naam": name,
        "nummer": named.regel,
        "artikel": named.bron,
        "vanaf": lange_datum(date.fromisoformat(named.versie)),
        "zeker": ZEKERHEID.get(named.zekerheid, named.zekerheid),
    }


def _record(named: RegelVerwijzing, toen: RegelSet, termijn: Termijn) -> Regel | None:
    """The record itself, that of the own gemeente first; ``None`` when this desk no longer has it."""
    return toen.record(named.regel, named.versie, dict(termijn.feiten).get("gemeente", ALLE_GEMEENTEN))


def _value(code: str, value: str) -> str:
    if code == "uitzondering":
        return UITZONDERINGEN.get(value, _WAAR)
    if code == "geboortedatum":
        return GeboorteDatum(value).lang
    return _day(date.fromisoformat(value)) if value[:4].isdigit() else value


def _day(day: date | None) -> str:
    return datum_met_weekdag(day) if day is not None else ""
