"""Ordinary days and the Algemene termijnenwet (Atw; domain facts 2.4; rule cases 4.0)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from werkdesk.domain.regels.regel import Regel
from werkdesk.domain.regels.regelset import RegelSet

_DAY = timedelta(days=1)


class Kalender:
    """The calendar of the law: not of the opening hours. Good Friday and 5 May count as days off every year.

    ``aangewezen``: days put on a par by decree (Atw 3 lid 3), on top of those in the tables.
    """

    def __init__(self, regels: RegelSet, aangewezen: Iterable[date] = ()) -> None:
        self._regels = regels
        self._decreed = frozenset(aangewezen) | frozenset(regels.vast("atw.aangewezen_dagen").waarde)
        self._years: dict[int, dict[date, Regel]] = {}
        self._short = int(regels.vast("atw.korte_termijn").waarde)
        self._needed = int(regels.vast("atw.gewone_dagen").waarde)

    def met(self, aangewezen: Iterable[date]) -> Kalender:
        """This calendar with more decreed days; itself when there are none."""
        extra = frozenset(aangewezen)
        if not extra:
            return self
        other = Kalender(self._regels, self._decreed | extra)
        other._years = self._years
        return other

    def feestdag(self, day: date) -> str | None:
        """Name of the recognised holiday, ``aangewezen dag`` for a decreed one, else ``None``."""
        regel = self.feestdag_regel(day)
        if regel is not None:
            return regel.naam
        return "aangewezen dag" if day in self._decreed else None

    def feestdag_regel(self, day: date) -> Regel | None:
        """The record that makes ``day`` a holiday; ``None`` when none does."""
        year = self._years.get(day.year)
        if year is None:
            year = self._years[day.year] = feestdag_regels(self._regels, day.year)
        return year.get(day)

    def vrije_dagen_tussen(self, first: date, last: date) -> tuple[Regel, ...]:
        """The records of days off that are no weekend, from ``first`` up to and including ``last``.

        A decreed day, of the tables or of the case, rests on the record of decreed days.
        """
        days = (first + number * _DAY for number in range((last - first).days + 1))
        found = (self._vrij_door(day) for day in days if day.weekday() < 5)
        return tuple(regel for regel in found if regel is not None)

    def _vrij_door(self, day: date) -> Regel | None:
        regel = self.feestdag_regel(day)
        if regel is None and day in self._decreed:
            return self._regels.vast("atw.aangewezen_dagen")
        return regel

    def te_kort(self, begin: date, last: date) -> bool:
        """Whether fewer ordinary days lie after ``begin`` up to and including ``last`` than Atw 2 asks."""
        left, day = self._needed, begin
        while left and day < last:
            day += _DAY
            left -= self.is_gewoon(day)
        return left > 0

    def is_gewoon(self, day: date) -> bool:
        """Neither a Saturday, a Sunday, a holiday nor a decreed day."""
        return day.weekday() < 5 and self.feestdag_regel(day) is None and day not in self._decreed

    def eerste_gewone(self, day: date) -> date:
        """The first ordinary day on or after ``day``."""
        while not self.is_gewoon(day):
            day += _DAY
        return day

    def laatste_gewone(self, day: date) -> date:
        """The last ordinary day on or before ``day``: the streefdatum."""
        while not self.is_gewoon(day):
            day -= _DAY
        return day

    def atw(self, begin: date, end: date) -> date:
        """Last day of a covered term that runs from the day after ``begin`` up to and including ``end``.

        Art. 1: the first ordinary day on or after ``end``. Art. 2: a term of three days or more holds at
        least two ordinary days.
        """
        last = self.eerste_gewone(end)
        if (end - begin).days < self._short:
            return last
        day, left = begin, self._needed
        while left and day < last:
            day += _DAY
            left -= self.is_gewoon(day)
        while left:
            day = self.eerste_gewone(day + _DAY)
            left -= 1
        return max(day, last)


@lru_cache(maxsize=4)
def kalender_van(regels: RegelSet) -> Kalender:
    """The calendar of a rule set, kept: working out the holidays of a year costs more than a term."""
    return Kalender(regels)


def feestdagen(regels: RegelSet, year: int) -> dict[date, str]:
    """The recognised holidays of one year (Atw 3 lid 1) by day."""
    return {day: regel.naam for day, regel in feestdag_regels(regels, year).items()}


def feestdag_regels(regels: RegelSet, year: int) -> dict[date, Regel]:
    """The record behind each holiday of one year, by day."""
    days: dict[date, Regel] = {}
    for regel in regels.familie("feestdag.", date(year, 1, 1)):
        value = dict(regel.waarde)
        if "pasen" in value:
            day = easter(year) + timedelta(days=value["pasen"])
        else:
            day = date(year, value["maand"], value["dag"])
            if "op_zondag" in value and day.weekday() == 6:
                day += timedelta(days=value["op_zondag"])
        days[day] = regel
    return days


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Butcher's algorithm, Nature 1876)."""
    golden, (century, in_century) = year % 19, divmod(year, 100)
    leap_centuries, century_rest = divmod(century, 4)
    moon = (19 * golden + century - leap_centuries - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    leap_years, year_rest = divmod(in_century, 4)
    weekday = (32 + 2 * century_rest + 2 * leap_years - moon - year_rest) % 7
    shift = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)
