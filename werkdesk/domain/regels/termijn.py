"""From a start fact and a rule record to a legal date and a target date (domain facts 2.3 and 2.4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from werkdesk.domain.datums import lange_datum, plus_months
from werkdesk.domain.regels.kalender import Kalender
from werkdesk.domain.regels.regel import ALLE_GEMEENTEN, Regel
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.regels.uitleg import Uitleg
from werkdesk.domain.waarden.datum import datum_met_weekdag

_DAY = timedelta(days=1)
_SHORT = 7
"""Days below which the lower limit of Atw 2 can decide anything at all."""
_LIMITS = {"dagen": "atw.grens_dagen", "weken": "atw.grens_weken", "maanden": "atw.grens_maanden"}
_ONE = {"dagen": "dag", "weken": "week", "maanden": "maand", "jaren": "jaar", "uren": "uur"}


@dataclass(frozen=True, slots=True)
class Berekend:
    """Three dates of one term: as counted, with the Algemene termijnenwet, and the target before it."""

    onverschoven: date
    uiterste_datum: date
    streefdatum: date | None

    def as_json(self) -> dict[str, str | None]:
        """The fields of a rule case's outcome."""
        return {
            "onverschoven": self.onverschoven.isoformat(),
            "uiterste_datum": self.uiterste_datum.isoformat(),
            "streefdatum": self.streefdatum.isoformat() if self.streefdatum else None,
        }


def shift(day: date, number: int, unit: str) -> date:
    """``number`` dagen, weken, maanden or jaren after ``day`` (before it when negative); may overflow."""
    if unit == "dagen":
        return day + timedelta(days=number)
    if unit == "weken":
        return day + timedelta(days=7 * number)
    return plus_months(day, number * (12 if unit == "jaren" else 1))


def in_woorden(number: int, unit: str) -> str:
    """``4 weken``, ``1 week``."""
    return f"{number} {_ONE[unit] if number == 1 else 'uur' if unit == 'uren' else unit}"


def valt_onder_atw(regels: RegelSet, number: int, unit: str, uitleg: Uitleg) -> bool:
    """Whether a term of this length is covered: not in hours or years, nor over the limits of Atw art. 4."""
    limit = _LIMITS.get(unit)
    return limit is not None and number <= uitleg.steunt_op(regels.vast(limit)).waarde


@dataclass(frozen=True, slots=True)
class TermijnRekenaar:
    """Counts terms with one set of rules and one calendar."""

    regels: RegelSet
    kalender: Kalender
    gemeente: str = ALLE_GEMEENTEN

    def regel(self, id_: str, peildatum: date, uitleg: Uitleg, *, veld: str) -> Regel:
        """The record that holds on ``peildatum``, noted; ``Refused('regel.geen_versie', field=veld)``."""
        return uitleg.steunt_op(self.regels.geldig(id_, peildatum, veld=veld, gemeente=self.gemeente))

    def vast(self, id_: str, uitleg: Uitleg) -> Regel:
        """The one record of a table without periods, noted."""
        return uitleg.steunt_op(self.regels.vast(id_))

    def vooruit(
        self,
        begin: date,
        number: int,
        unit: str,
        *,
        atw: bool,
        uitleg: Uitleg,
        extra_days: int = 0,
        times: int = 1,
    ) -> Berekend:
        """The term of ``number`` units after ``begin``, ``times`` times over, plus suspended days.

        ``atw``: the term is set in a law; whether its length is covered is decided here, by the length of one
        term: suspension and repetition do not make it a longer one.
        """
        plain = shift(begin, number * times, unit) + timedelta(days=extra_days)
        self._telling(unit, uitleg)
        counted = f"{in_woorden(number * times, unit)} na {lange_datum(begin)}"
        if extra_days:
            counted += f", plus {in_woorden(extra_days, 'dagen')} opschorting,"
        uitleg.zeg(f"{counted[0].upper()}{counted[1:]} is {datum_met_weekdag(plain)}.")
        legal = plain
        if atw and valt_onder_atw(self.regels, number, unit, uitleg):
            legal = self.met_atw(begin, plain, uitleg)
        return Berekend(plain, legal, self.streefdatum(plain, uitleg))

    def eerste_dag(self, regel: Regel, begin: date, uitleg: Uitleg) -> date:
        """The first day after a waiting time: never shifted, and nothing to aim for."""
        uitleg.steunt_op(regel)
        self._telling(regel.eenheid, uitleg)
        first = shift(begin, regel.waarde, regel.eenheid)
        length = in_woorden(regel.waarde, regel.eenheid)
        uitleg.zeg(f"{length} na {lange_datum(begin)} is {datum_met_weekdag(first)}.")
        return first

    def _telling(self, unit: str, uitleg: Uitleg) -> None:
        months = unit in ("maanden", "jaren")
        uitleg.steunt_op(self.regels.vast("termijn.maanden" if months else "termijn.telling"))

    def met_atw(self, begin: date, plain: date, uitleg: Uitleg) -> date:
        """The last day of a covered term, with the reason when it shifts."""
        legal = self.kalender.atw(begin, plain)
        uitleg.steunt_op(self.regels.vast("atw.artikel_1"))
        first = self.kalender.eerste_gewone(plain)
        if legal != plain:
            uitleg.zeg(
                f"{_why_off(self.kalender, plain)} De laatste dag schuift naar {datum_met_weekdag(legal)}."
            )
            self._vrije_dagen(plain, legal, uitleg)
        if legal != first:
            uitleg.steunt_op(self.regels.vast("atw.gewone_dagen"))
            uitleg.steunt_op(self.regels.vast("atw.korte_termijn"))
            uitleg.zeg("Een termijn van drie dagen of meer heeft ten minste twee gewone dagen.")
            self._vrije_dagen(begin + _DAY, legal, uitleg)
        elif (plain - begin).days < _SHORT and self.kalender.te_kort(begin, legal):
            # It would have been moved, were it not so short.
            uitleg.steunt_op(self.regels.vast("atw.korte_termijn"))
        return legal

    def _vrije_dagen(self, first: date, last: date, uitleg: Uitleg) -> None:
        for regel in self.kalender.vrije_dagen_tussen(first, last):
            uitleg.steunt_op(regel)

    def gekozen_dag(self, plain: date, uitleg: Uitleg) -> date:
        """A last day of our own choice: the first ordinary day on or after ``plain``, with the reason."""
        chosen = self.kalender.eerste_gewone(plain)
        if chosen != plain:
            uitleg.zeg(
                f"{_why_off(self.kalender, plain)} Wij kiezen {datum_met_weekdag(chosen)} als laatste dag."
            )
            self._vrije_dagen(plain, chosen, uitleg)
        return chosen

    def streefdatum(self, plain: date, uitleg: Uitleg) -> date:
        """Last ordinary day on or before the unshifted date: an aim of ours, not of the law."""
        uitleg.streeft_op(self.regels.vast("termijn.streefdatum"))
        target = self.kalender.laatste_gewone(plain)
        if target != plain:
            for regel in self.kalender.vrije_dagen_tussen(target, plain):
                uitleg.streeft_op(regel)
        return target

    def achteruit(self, begin: date, number: int, unit: str, uitleg: Uitleg) -> Berekend:
        """A term counted backwards is never shifted (Atw art. 1) and has no target date."""
        plain = shift(begin, -number, unit)
        self._telling(unit, uitleg)
        uitleg.zeg(f"{in_woorden(number, unit)} voor {lange_datum(begin)} is {datum_met_weekdag(plain)}.")
        return Berekend(plain, plain, None)

    def van_regel(
        self, regel: Regel, begin: date, uitleg: Uitleg, *, extra_days: int = 0, times: int = 1
    ) -> Berekend:
        """The term that a record sets, counted forwards."""
        uitleg.steunt_op(regel)
        return self.vooruit(
            begin,
            regel.waarde,
            regel.eenheid,
            atw=regel.atw,
            uitleg=uitleg,
            extra_days=extra_days,
            times=times,
        )


def _why_off(kalender: Kalender, day: date) -> str:
    holiday = kalender.feestdag(day)
    if holiday:
        return f"Dat is een vrije dag ({holiday})."
    if day.weekday() >= 5:
        return "Dat is in het weekend."
    return "In deze termijn zijn te weinig gewone dagen."
