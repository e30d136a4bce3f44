"""When counter and telephone work: the calendar of the office, not that of the Atw (domain facts 2.4, 10)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache

from werkdesk.domain.belpoging import Dagdeel
from werkdesk.domain.datums import AMSTERDAM, DAGEN
from werkdesk.domain.regels.kalender import feestdag_regels
from werkdesk.domain.regels.regel import ALLE_GEMEENTEN
from werkdesk.domain.regels.regelset import RegelSet

_DAY = timedelta(days=1)
_VELD = "datum"
_LONGEST = 60
"""Days that an office may be closed on end; longer means that the tables are wrong."""
_MOST_COUNTED = 10_000


class Werktijden:
    """Working days and parts of a day, for one gemeente."""

    def __init__(self, regels: RegelSet, gemeente: str = ALLE_GEMEENTEN) -> None:
        self._regels, self._gemeente = regels, gemeente
        self._holidays: dict[int, frozenset[date]] = {}
        self._known: dict[date, bool] = {}
        self._counted: dict[tuple[date, date], int] = {}

    def is_werkdag(self, day: date) -> bool:
        """Whether the counter is open at some hour. Raises ``Refused('regel.geen_versie')``."""
        found = self._known.get(day)
        if found is None:  # lists count over months of days, for hundreds of cases
            found = self._known[day] = self._is_open(day)
        return found

    def _is_open(self, day: date) -> bool:
        opens = self._find(f"werktijd.{DAGEN[day.weekday()]}", day)
        return (
            bool(opens)
            and day not in self._closed(day.year)
            and day not in self._find("werktijd.gesloten", day)
        )

    def eerste(self, day: date) -> date:
        """The first working day on or after ``day``; ``day`` itself for an office that never opens."""
        soon = (day + number * _DAY for number in range(_LONGEST))
        return next((one for one in soon if self.is_werkdag(one)), day)

    def laatste(self, day: date) -> date:
        """The last working day on or before ``day``; ``date.min`` for an office that never opens."""
        before = (day - number * _DAY for number in range(_LONGEST))
        return next((one for one in before if self.is_werkdag(one)), date.min)

    def na(self, day: date, number: int) -> date:
        """The last of ``number`` working days after ``day``; the day itself does not count."""
        for _ in range(number):
            day = self.eerste(day + _DAY)
        return day

    def tussen(self, begin: date, end: date) -> int:
        """How many working days lie after ``begin``, up to and including ``end``; 0 when it is not later."""
        found = self._counted.get((begin, end))
        if found is None:
            if len(self._counted) >= _MOST_COUNTED:
                self._counted.clear()
            days = (begin + n * _DAY for n in range(1, (end - begin).days + 1))
            found = self._counted[begin, end] = sum(map(self.is_werkdag, days))
        return found

    def is_open(self, moment: datetime) -> bool:
        """Whether somebody is there at an aware moment. Raises ``Refused('regel.geen_versie')``."""
        local = moment.astimezone(AMSTERDAM)
        clock, day = f"{local:%H:%M}", local.date()
        hours = (part.split("-") for part in self._find(f"werktijd.{DAGEN[day.weekday()]}", day))
        return self.is_werkdag(day) and any(opens <= clock < closes for opens, closes in hours)

    def dagdeel(self, moment: datetime) -> Dagdeel:
        """The part of the day in which an aware moment falls."""
        local = moment.astimezone(AMSTERDAM)
        noon, evening = self._find("werktijd.dagdelen", local.date())
        clock = f"{local:%H:%M}"
        if clock < noon:
            return Dagdeel.OCHTEND
        return Dagdeel.MIDDAG if clock < evening else Dagdeel.AVOND

    def _closed(self, year: int) -> frozenset[date]:
        found = self._holidays.get(year)
        if found is None:
            ids = set(self._find("werktijd.feestdagen", date(year, 1, 1)))
            found = frozenset(
                day
                for day, regel in feestdag_regels(self._regels, year).items()
                if regel.id.removeprefix("feestdag.") in ids
            )
            self._holidays[year] = found
        return found

    def _find(self, id_: str, day: date) -> tuple[str, ...]:
        found: tuple[str, ...] = self._regels.geldig(id_, day, veld=_VELD, gemeente=self._gemeente).waarde
        return found


@lru_cache(maxsize=16)
def werktijden_van(regels: RegelSet, gemeente: str = ALLE_GEMEENTEN) -> Werktijden:
    """The working hours of a rule set, kept: the holidays of a year are worked out once."""
    return Werktijden(regels, gemeente)
