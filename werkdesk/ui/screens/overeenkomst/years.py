"""The years of a training as typed: what is reached, when, the proof, the cost, a step halfway. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from werkdesk.domain.papier import Mijlpaal
from werkdesk.domain.waarden.bedrag import parse_bedrag
from werkdesk.errors import Refused, WerkdeskError
from werkdesk.ui.dossier.dates import read_day
from werkdesk.ui.screens.overeenkomst.fields import Texts, line

MOST_YEARS = 8
COSTS = ("lesgeld", "examen", "boeken", "reiskosten", "kinderopvang")
STEP = ("doel", "uiterlijk", "bewijs")
HALF = tuple(f"half_{name}" for name in STEP)
YEAR_FIELDS = (*STEP, *COSTS, *HALF)
DAYS = ("uiterlijk", "half_uiterlijk")


def year_field(number: int, name: str) -> str:
    """Name of a field of a year, from 0, as ``Refused`` and the draft carry it: ``mijlpalen[0].doel``."""
    return f"mijlpalen[{number}].{name}"


def read_year(number: int, name: str, text: str, now: datetime) -> Any:
    """The value of one field of a year; an empty amount is nothing to pay."""
    bare, field = text.strip(), year_field(number, name)
    if name in COSTS:
        return parse_bedrag(bare, field=field) if bare else 0
    if not bare:
        return None
    return read_day(bare, now.date(), field) if name in DAYS else line(field)(bare, now)


def is_blank(year: Texts, names: Sequence[str] = YEAR_FIELDS) -> bool:
    """A row nobody typed in; with ``names`` only those fields."""
    return not any(year.get(name, "").strip() for name in names)


def year_problems(number: int, year: Texts, now: datetime) -> dict[str, WerkdeskError]:
    """Every field of a year that cannot be kept as it stands. A step halfway is whole or absent."""
    found: dict[str, WerkdeskError] = {}
    without_half = is_blank(year, HALF)
    for name in YEAR_FIELDS:
        field = year_field(number, name)
        try:
            value = read_year(number, name, year.get(name, ""), now)
        except WerkdeskError as error:
            found[field] = error
            continue
        if value is None and not (name in HALF and without_half):
            code = "datum.ontbreekt" if name in DAYS else "veld.ontbreekt"
            found[field] = Refused(code, field=field)
    return found


def year_days(number: int, year: Texts, now: datetime) -> dict[str, Any]:
    """Field and day of each step of a year that has one."""
    found = {name: read_year(number, name, year.get(name, ""), now) for name in DAYS}
    return {year_field(number, name): day for name, day in found.items() if day is not None}


def stones(years: Sequence[Texts], now: datetime) -> tuple[Mijlpaal, ...]:
    """The steps in order: halfway a year comes before its end. Rows nobody typed in are passed over."""
    made: list[Mijlpaal] = []
    typed = [(number, year) for number, year in enumerate(years) if not is_blank(year)]
    for place, (number, year) in enumerate(typed, start=1):
        value = {name: read_year(number, name, year.get(name, ""), now) for name in YEAR_FIELDS}
        if value["half_doel"] is not None:
            made.append(
                Mijlpaal(
                    jaar=place, doel=value["half_doel"], uiterlijk=value["half_uiterlijk"],
                    bewijs=value["half_bewijs"], halverwege=True,
                )
            )  # fmt: skip
        made.append(Mijlpaal(jaar=place, **{name: value[name] for name in (*STEP, *COSTS)}))
    return tuple(made)


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
