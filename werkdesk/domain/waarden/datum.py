"""Dates as staff type and read them (counter conventions 5.3)."""

from __future__ import annotations

import re
from datetime import date, timedelta

from werkdesk.domain.datums import DAGEN, MAANDEN, lange_datum, plus_months
from werkdesk.errors import Refused

__all__ = [
    "datum_met_weekdag",
    "jaar_voluit",
    "korte_datum",
    "lange_datum",
    "months_to_digits",
    "parse_datum",
    "weekdag",
    "weeknummer",
]

_WORDS = {"v": 0, "vandaag": 0, "m": 1, "morgen": 1, "g": -1, "gisteren": -1}
_SHIFT = re.compile(r"([+-])([0-9]{1,4}) ?([dwmj]?)")
_PARTS = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})(?:[-/. ]([0-9]{2}|[0-9]{4}))?")
_NAMED = re.compile(r"([0-9]{1,2}) ?([a-z]{3,9})\.?(?: ([0-9]{2}|[0-9]{4}))?")
_COMPACT = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4}|[0-9]{2})")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_IN_WORDS = re.compile(r"(?<!\S)([0-9]{1,2}) ([a-z]{3,9})\.? ([0-9]{4})(?!\S)", re.IGNORECASE)
_HOUSE_NEXT = re.compile(r"(?<!\S)[1-9][0-9]{3} ?[a-z]{2} $", re.IGNORECASE)
_YEARS_AHEAD = 20


def parse_datum(text: str, today: date, *, field: str | None = None) -> date:
    """Read a date as typed, seen from ``today``.

    Understood: ``3-11`` (this year), ``3-11-26``, ``03-11-2026``, ``3 nov 2026``, ``03112026``,
    ``2026-11-03``, ``v`` (vandaag), ``m`` (morgen), ``g`` (gisteren), ``+7`` and ``+7d`` days, ``+4w`` weeks,
    ``+2m`` months, ``+1j`` years, and the same with a minus. A year of two digits lies at most
    20 years ahead.
    Refused: ``datum.ontbreekt``, ``datum.vorm``, ``datum.bestaat_niet``.
    """
    typed = " ".join(text.split()).lower()
    if not typed:
        raise Refused("datum.ontbreekt", field=field)
    try:
        if typed in _WORDS:
            return today + timedelta(days=_WORDS[typed])
        if shift := _SHIFT.fullmatch(typed):
            return _shifted(today, int(shift[1] + shift[2]), shift[3])
        if iso := _ISO.fullmatch(typed):
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if parts := _PARTS.fullmatch(typed) or _COMPACT.fullmatch(typed):
            return date(jaar_voluit(parts[3], today), int(parts[2]), int(parts[1]))
        if (named := _NAMED.fullmatch(typed)) and (month := _month(named[2])):
            return date(jaar_voluit(named[3], today), month, int(named[1]))
    except (ValueError, OverflowError):
        raise Refused("datum.bestaat_niet", field=field) from None
    raise Refused("datum.vorm", field=field)


def jaar_voluit(typed: str | None, today: date, ahead: int = _YEARS_AHEAD) -> int:
    """A year of two or four digits, or none: two digits lie at most ``ahead`` years after ``today``."""
    if typed is None:
        return today.year
    if len(typed) == 4:
        return int(typed)
    newest = today.year + ahead
    return newest - (newest - int(typed)) % 100


def _shifted(today: date, number: int, unit: str) -> date:
    if unit == "m":
        return plus_months(today, number)
    if unit == "j":
        return plus_months(today, 12 * number)
    return today + timedelta(days=number * (7 if unit == "w" else 1))


def months_to_digits(text: str) -> str:
    """``12 maart 1985 jan`` becomes ``12-03-1985 jan``: dates in words among other words, with a whole year.

    ``1181ab 12 jan 1985`` stays as it is: behind a postcode comes the number of the house.
    """

    def digits(found: re.Match[str]) -> str:
        month = _month(found[2].lower())
        is_house = _HOUSE_NEXT.search(text[: found.start()]) is not None
        return f"{int(found[1]):02d}-{month:02d}-{found[3]}" if month and not is_house else found[0]

    return _IN_WORDS.sub(digits, text)


def _month(name: str) -> int:
    """1 to 12 for a month's name or its first three letters (also ``mrt``); 0 for anything else."""
    if name == "mrt":
        return 3
    matches = [number for number, month in enumerate(MAANDEN, start=1) if month.startswith(name)]
    return matches[0] if len(matches) == 1 else 0


def korte_datum(day: date) -> str:
    """``03-11-2026``."""
    return f"{day.day:02}-{day.month:02}-{day.year:04}"


def weekdag(day: date) -> str:
    """``dinsdag``."""
    return DAGEN[day.weekday()]


def datum_met_weekdag(day: date) -> str:
    """``dinsdag 3 november 2026``."""
    return f"{weekdag(day)} {lange_datum(day)}"


def weeknummer(day: date) -> int:
    """ISO week number, 1 to 53."""
    return day.isocalendar().week
