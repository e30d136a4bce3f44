"""Units of rule values, and the shape that each prescribes."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

_TIJD = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")
_BEDRAG = re.compile(r"[0-9]{1,9}\.[0-9]{2}")
_MEEST = 100_000  # more days, weeks or persons than any law counts in: a term may not leave the calendar


def _whole(value: Any) -> int:
    if type(value) is not int or value < 0:
        raise ValueError("een heel getal van 0 of meer")
    if value > _MEEST:
        raise ValueError(f"een heel getal van hoogstens {_MEEST}")
    return value


def _share(value: Any) -> int:
    if _whole(value) > 100:
        raise ValueError("een heel getal van 0 tot en met 100")
    return int(value)


def _amount(value: Any) -> int:
    """Euros as text with a full stop; kept in whole cents."""
    if not isinstance(value, str) or not _BEDRAG.fullmatch(value):
        raise ValueError('een bedrag als "1419.46"')
    return int(value.replace(".", ""))


def _yes_no(value: Any) -> bool:
    if type(value) is not bool:
        raise ValueError("true of false")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError("tekst")
    return value


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise ValueError("een lijst")
    return value


def _codes(value: Any) -> tuple[str, ...]:
    codes = tuple(_text(item) for item in _list(value))
    if len(set(codes)) != len(codes):
        raise ValueError("een lijst zonder dubbele codes")
    return codes


def _rising(value: Any) -> tuple[int, ...]:
    months = tuple(_whole(item) for item in _list(value))
    if not months or list(months) != sorted(set(months)):
        raise ValueError("een oplopende lijst van maanden")
    return months


def _dates(value: Any) -> tuple[date, ...]:
    days = _list(value)
    if not all(type(day) is date for day in days):
        raise ValueError("een lijst van datums")
    return tuple(sorted(days))


def _times(value: Any) -> tuple[str, ...]:
    """Two moments of a day, that cut it in three."""
    times = tuple(_text(item) for item in _list(value))
    if len(times) != 2 or not all(_TIJD.fullmatch(time) for time in times) or times[0] >= times[1]:
        raise ValueError('twee tijden als ["12:00", "17:00"]')
    return times


def _spans(value: Any) -> tuple[str, ...]:
    """Parts of a day that follow each other and never overlap; none when closed."""
    spans = tuple(_text(item) for item in _list(value))
    last = ""
    for span in spans:
        begin, dash, end = span.partition("-")
        if not (dash and _TIJD.fullmatch(begin) and _TIJD.fullmatch(end) and last <= begin < end):
            raise ValueError('een lijst als ["09:00-12:30", "12:30-17:00"]')
        last = end
    return spans


def _steps(value: Any) -> tuple[tuple[int, int], ...]:
    """Steps of a penalty: so many days at so many cents a day."""
    steps = []
    for step in _list(value):
        if not isinstance(step, dict) or set(step) != {"dagen", "bedrag"}:
            raise ValueError('een lijst van {dagen = 14, bedrag = "23.00"}')
        steps.append((_whole(step["dagen"]), _amount(step["bedrag"])))
    return tuple(steps)


def _holiday(value: Any) -> tuple[tuple[str, int], ...]:
    """A fixed day, perhaps another one when it is a Sunday, or a number of days from Easter Sunday."""
    if not isinstance(value, dict):
        raise ValueError("{maand = 4, dag = 27} of {pasen = 1}")
    names = set(value)
    if names not in ({"pasen"}, {"maand", "dag"}, {"maand", "dag", "op_zondag"}):
        raise ValueError("{maand = 4, dag = 27} of {pasen = 1}")
    if any(type(number) is not int for number in value.values()):
        raise ValueError("hele getallen")
    # The calendar keeps years apart: a holiday stays in its own, whatever the day of Easter (22-3 to 25-4).
    if "pasen" in names and not -80 <= value["pasen"] <= 250:
        raise ValueError("een dag in hetzelfde jaar")
    if "maand" in names:
        day = date(2023, value["maand"], value["dag"])
        if (day + timedelta(days=value.get("op_zondag", 0))).year != day.year:
            raise ValueError("een dag in hetzelfde jaar")
    return tuple(sorted(value.items()))


EENHEDEN: dict[str, Callable[[Any], Any]] = {
    "uren": _whole,
    "dagen": _whole,
    "weken": _whole,
    "maanden": _whole,
    "jaren": _whole,
    "leeftijd": _whole,
    "aantal": _whole,
    "procent": _share,
    "euro": _amount,
    "ja_nee": _yes_no,
    "tekst": _text,
    "codes": _codes,
    "maanden_reeks": _rising,
    "datums": _dates,
    "tijden": _times,
    "tijdvakken": _spans,
    "staffel": _steps,
    "feestdag": _holiday,
}
"""Unit → check of a value as the file holds it; gives the value as a record keeps it, or ``ValueError``.

Amounts become whole cents; lists become tuples. The message of the error is Dutch, for who edits the table.
"""
