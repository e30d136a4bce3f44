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


class Werktijden:
    """Working days and parts of a day, for one gemeente."""

    def __init__(self, regels: RegelSet, gemeente: str = ALLE_GEMEENTEN) -> None:
        self._regels, self._gemeente = regels, gemeente
        self._holidays: dict[int, frozenset[date]] = {}

    def is_werkdag(self, day: date) -> bool:
        """Whether the counter is open at some hour. Raises ``Refused('regel.geen_versie')``."""
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

    def na(self, day: date, number: int) -> date:
        """The last of ``number`` working days after ``day``; the day itself does not count."""
        for _ in range(number):
            day = self.eerste(day + _DAY)
        return day

    def tussen(self, begin: date, end: date) -> int:
        """How many working days lie after ``begin``, up to and including ``end``; 0 when it is not later."""
        return sum(self.is_werkdag(begin + n * _DAY) for n in range(1, (end - begin).days + 1))

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
