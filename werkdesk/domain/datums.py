"""Calendar arithmetic of the law and dates of the BRP, known in full or in part.

A BRP date is text of eight digits ``yyyymmdd`` in which unknown parts are zeros: ``19990600``, ``19990000``,
``00000000``. Nothing here ever completes such a date: what depends on the missing part is "not known".
Sources: BRP specification (dates, ages); usual practice of counting months (domain facts 2.4 and 3.1.7).
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, tzinfo
from enum import StrEnum
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")

MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_BRP = re.compile(r"[0-9]{8}")


class Driewaardig(StrEnum):
    """Answer of a test on facts that may be incomplete; ONBEKEND means that a person decides."""

    JA = "JA"
    NEE = "NEE"
    ONBEKEND = "ONBEKEND"


def kalenderdag(moment: datetime, zone: tzinfo = AMSTERDAM) -> date:
    """The day at the counter of an aware moment: 23.30 in UTC is the next day in Amsterdam."""
    return moment.astimezone(zone).date()


def parse_iso_datum(text: str) -> date:
    """Read ``jjjj-mm-dd`` of ASCII digits and no other ISO form; raises ``ValueError``."""
    if not _ISO.fullmatch(text):
        raise ValueError("datum.vorm")
    return date.fromisoformat(text)


def plus_months(day: date, months: int) -> date:
    """Same day number ``months`` on (or back), or the last day of a shorter month. May overflow."""
    year, month0 = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise OverflowError("datum.buiten_bereik")
    return date(year, month0 + 1, min(day.day, monthrange(year, month0 + 1)[1]))


def birthday(born: date, age: int) -> date:
    """The day on which someone born on ``born`` reaches ``age``; 29 February is 1 March in a common year."""
    year = born.year + age
    if year > 9999:
        raise OverflowError("datum.buiten_bereik")
    if (born.month, born.day) == (2, 29) and monthrange(year, 2)[1] == 28:
        return date(year, 3, 1)
    return born.replace(year=year)


def is_brp_datum(text: str) -> bool:
    """Whether the text is a BRP date: unknown parts trail, and the known parts name days that exist."""
    if not _BRP.fullmatch(text):
        return False
    year, month, day = int(text[:4]), int(text[4:6]), int(text[6:])
    if year == 0:
        return month == 0 and day == 0
    if month == 0:
        return day == 0
    if month > 12:
        return False
    return day <= monthrange(year, month)[1]


def brp_interval(brp: str) -> tuple[date, date] | None:
    """First and last day that a BRP date may stand for, inclusive; ``None`` when even the year is unknown."""
    year, month, day = int(brp[:4]), int(brp[4:6]), int(brp[6:])
    if year == 0:
        return None
    if month == 0:
        return date(year, 1, 1), date(year, 12, 31)
    if day == 0:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    known = date(year, month, day)
    return known, known


def brp_als_object(brp: str) -> dict[str, str | int | bool]:
    """A BRP date as the BRP API gives it: a typed object with what is known and the long form."""
    year, month, day = int(brp[:4]), int(brp[4:6]), int(brp[6:])
    known: dict[str, str | int | bool]
    if year == 0:
        known = {"type": "DatumOnbekend", "onbekend": True}
    elif month == 0:
        known = {"type": "JaarDatum", "jaar": year}
    elif day == 0:
        known = {"type": "JaarMaandDatum", "jaar": year, "maand": month}
    else:
        known = {"type": "Datum", "datum": date(year, month, day).isoformat()}
    return {**known, "langFormaat": brp_weergave(brp)}


def brp_leeftijd(brp: str, peildatum: date) -> int | None:
    """Age in whole years on ``peildatum`` by the BRP rule.

    ``None`` when the month is unknown, when only the day is unknown in the month of birth, and when the birth
    lies after ``peildatum``.
    """
    year, month, day = int(brp[:4]), int(brp[4:6]), int(brp[6:])
    if month == 0:
        return None
    if day == 0:
        if peildatum.month == month:
            return None
        age = peildatum.year - year - (peildatum.month < month)
    else:
        age = peildatum.year - year - ((peildatum.month, peildatum.day) < (month, day))
    return age if age >= 0 else None


def brp_jonger_dan(brp: str, age: int, peildatum: date) -> Driewaardig:
    """Whether someone is certainly, possibly or certainly not younger than ``age`` on ``peildatum``."""
    interval = brp_interval(brp)
    if interval is None:
        return Driewaardig.ONBEKEND
    first, last = interval
    if first.year + age > 9999 or peildatum < birthday(first, age):
        return Driewaardig.JA
    if last.year + age <= 9999 and peildatum >= birthday(last, age):
        return Driewaardig.NEE
    return Driewaardig.ONBEKEND


def lange_datum(day: date) -> str:
    """``3 november 2026``, as letters and the BRP write it."""
    return f"{day.day} {MAANDEN[day.month - 1]} {day.year}"


def brp_weergave(brp: str) -> str:
    """Long form of a BRP date: ``15 november 1999``, ``november 1999``, ``1999`` or ``onbekend``."""
    year, month, day = int(brp[:4]), int(brp[4:6]), int(brp[6:])
    if year == 0:
        return "onbekend"
    if month == 0:
        return str(year)
    if day == 0:
        return f"{MAANDEN[month - 1]} {year}"
    return f"{day} {MAANDEN[month - 1]} {year}"
