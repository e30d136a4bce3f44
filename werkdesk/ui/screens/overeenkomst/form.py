"""A training agreement as typed: terms, and a row per year. Amounts are whole cents. No Qt."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any

from werkdesk.domain.papier import Mijlpaal, OpleidingsVoorwaarden
from werkdesk.domain.waarden.bedrag import parse_bedrag
from werkdesk.domain.waarden.kvk import KvkNummer
from werkdesk.domain.waarden.tekst import composed, has_hidden_characters
from werkdesk.errors import Refused, WerkdeskError
from werkdesk.ui.dossier.dates import read_day

Texts = Mapping[str, str]
Reader = Callable[[str, datetime], Any]
LONGEST_LINE, LONGEST_PROOF = 200, 600
MOST_HOURS = 60
MOST_YEARS = 8
COSTS = ("lesgeld", "examen", "boeken", "reiskosten", "kinderopvang")


def _line(field: str, longest: int = LONGEST_LINE) -> Reader:
    def read(text: str, _: datetime) -> str:
        clean = composed(text)
        if len(clean) > longest:
            raise Refused("tekst.te_lang", field=field, hoogstens=longest)
        if has_hidden_characters(clean):
            raise Refused("tekst.tekens", field=field)
        return clean

    return read


def _day(field: str) -> Reader:
    return lambda text, now: read_day(text, now.date(), field)


def _hours(text: str, _: datetime) -> int:
    if not re.fullmatch("[0-9]{1,2}", text) or not 1 <= int(text) <= MOST_HOURS:
        raise Refused("uren.aantal", field="uren_per_week", hoogstens=MOST_HOURS)
    return int(text)


READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "opleiding": _line("opleiding"),
        "niveau": _line("niveau"),
        "leerweg": _line("leerweg"),
        "crebo": _line("crebo"),
        "opleider": _line("opleider"),
        "opleider_plaats": _line("opleider_plaats"),
        "opleider_adres": _line("opleider_adres"),
        "opleider_kvk": lambda text, _: KvkNummer(text, field="opleider_kvk"),
        "opleider_tekent": _line("opleider_tekent"),
        "doel": _line("doel"),
        "vraag_arbeidsmarkt": _line("vraag_arbeidsmarkt", LONGEST_PROOF),
        "begin": _day("begin"),
        "einde": _day("einde"),
        "uren_per_week": _hours,
        "betaalt": _line("betaalt"),
        "voorgaande_bekostiging": _line("voorgaande_bekostiging"),
        "begeleider": _line("begeleider"),
        "gemeente_tekent": _line("gemeente_tekent"),
        "werkgever": _line("werkgever"),
        "besluitnummer": _line("besluitnummer"),
    }
)
FIELDS = tuple(READERS)
NEEDED = ("opleiding", "opleider", "begin", "einde")
YEAR_FIELDS = ("doel", "uiterlijk", "bewijs", *COSTS)


def year_field(number: int, name: str) -> str:
    """Name of a field of a year, from 0, as ``Refused`` and the draft carry it: ``mijlpalen[0].doel``."""
    return f"mijlpalen[{number}].{name}"


def read(field: str, text: str, now: datetime) -> Any:
    """The value of one field of the terms, ``None`` when nothing stands there."""
    bare = text.strip()
    return READERS[field](bare, now) if bare else None


def read_year(number: int, name: str, text: str, now: datetime) -> Any:
    """The value of one field of a year; an empty amount is nothing to pay."""
    bare, field = text.strip(), year_field(number, name)
    if name in COSTS:
        return parse_bedrag(bare, field=field) if bare else 0
    if not bare:
        return None
    return read_day(bare, now.date(), field) if name == "uiterlijk" else _line(field)(bare, now)


def is_blank(year: Texts) -> bool:
    """A row nobody typed in."""
    return not any(year.get(name, "").strip() for name in YEAR_FIELDS)


def problems(texts: Texts, years: Sequence[Texts], now: datetime) -> dict[str, WerkdeskError]:
    """Every field that cannot be kept as it stands, in the order of the form."""
    found: dict[str, WerkdeskError] = {}
    for field in FIELDS:
        try:
            value = read(field, texts.get(field, ""), now)
        except WerkdeskError as error:
            found[field] = error
            continue
        if value is None and field in NEEDED:
            code = "datum.ontbreekt" if field in ("begin", "einde") else "veld.ontbreekt"
            found[field] = Refused(code, field=field)
        elif value is None and field == "vraag_arbeidsmarkt":
            found[field] = Refused("overeenkomst.vraag", field=field)
    for number, year in enumerate(years):
        if not is_blank(year):
            found |= _year_problems(number, year, now)
    return found or _term_problems(texts, years, now)


def _year_problems(number: int, year: Texts, now: datetime) -> dict[str, WerkdeskError]:
    found: dict[str, WerkdeskError] = {}
    for name in YEAR_FIELDS:
        field = year_field(number, name)
        try:
            value = read_year(number, name, year.get(name, ""), now)
        except WerkdeskError as error:
            found[field] = error
            continue
        if value is None:
            code = "datum.ontbreekt" if name == "uiterlijk" else "veld.ontbreekt"
            found[field] = Refused(code, field=field)
    return found


def _term_problems(texts: Texts, years: Sequence[Texts], now: datetime) -> dict[str, WerkdeskError]:
    """What is only wrong together: the end before the begin, a year outside the term."""
    begin, end = read("begin", texts["begin"], now), read("einde", texts["einde"], now)
    if end <= begin:
        return {"einde": Refused("overeenkomst.einde", field="einde")}
    found: dict[str, WerkdeskError] = {}
    for number, year in enumerate(years):
        if not is_blank(year):
            day = read_year(number, "uiterlijk", year.get("uiterlijk", ""), now)
            if not begin <= day <= end:
                field = year_field(number, "uiterlijk")
                found[field] = Refused("overeenkomst.mijlpaal", field=field)
    return found


def terms(texts: Texts, years: Sequence[Texts], now: datetime) -> OpleidingsVoorwaarden:
    """The terms as the use case takes them. Raises the first problem."""
    for error in problems(texts, years, now).values():
        raise error
    value = {field: read(field, texts.get(field, ""), now) for field in FIELDS}
    stones = [
        Mijlpaal(
            jaar=place + 1,
            **{name: read_year(number, name, year.get(name, ""), now) for name in YEAR_FIELDS},
        )
        for place, (number, year) in enumerate(
            (number, year) for number, year in enumerate(years) if not is_blank(year)
        )
    ]
    value["betaalt"] = value["betaalt"] or "gemeente"
    return OpleidingsVoorwaarden(**value, mijlpalen=tuple(stones))


def year_total(year: Texts, now: datetime) -> int | None:
    """Cents of one year; ``None`` while an amount cannot be read."""
    try:
        return sum(int(read_year(0, name, year.get(name, ""), now)) for name in COSTS)
    except WerkdeskError:
        return None


def totals(years: Sequence[Texts], now: datetime) -> dict[str, int | None]:
    """Cents per kind of cost and, as ``samen``, of everything; ``None`` where an amount cannot be read."""
    found: dict[str, int | None] = {}
    for name in COSTS:
        try:
            found[name] = sum(read_year(0, name, year.get(name, ""), now) for year in years)
        except WerkdeskError:
            found[name] = None
    known = [one for one in found.values() if one is not None]
    found["samen"] = sum(known) if len(known) == len(COSTS) else None
    return found


def as_draft(texts: Texts, years: Sequence[Texts]) -> dict[str, str]:
    """Everything typed, flat."""
    flat = {field: texts.get(field, "") for field in FIELDS if texts.get(field, "")}
    for number, year in enumerate(years):
        flat |= {year_field(number, name): year[name] for name in YEAR_FIELDS if year.get(name)}
    return {**flat, "_jaren": str(len(years))}


def from_draft(draft: Texts) -> tuple[dict[str, str], list[dict[str, str]]]:
    """The other way round; nonsense in a draft gives empty fields, never a failure."""
    count = draft.get("_jaren", "1")
    number_of = int(count) if re.fullmatch("[0-9]", count) else 1
    texts = {field: draft.get(field, "") for field in FIELDS}
    years = [
        {name: draft.get(year_field(number, name), "") for name in YEAR_FIELDS}
        for number in range(max(1, min(MOST_YEARS, number_of)))
    ]
    return texts, years
