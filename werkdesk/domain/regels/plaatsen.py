"""Placements of people with employers, and what counts as one placement (domain facts 5.6, CAR-6)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from werkdesk.domain.plaatsing import Contract as Contract


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaats:
    """One placement.

    ``intentie``: clause 11 was signed. ``schuld``: that no contract came is the person's own fault.
    """

    persoon: str
    instrument: str
    kvk: str
    functie: str
    begin: date
    einde: date
    concern: str | None = None
    intentie: bool = False
    schuld: bool = False
    contract: Contract | None = None

    @property
    def groep(self) -> str:
        """KVK of the parent, else the employer's own."""
        return self.concern or self.kvk


@dataclass(frozen=True, slots=True)
class EnePlaatsing:
    """Placements that count as one: from the first begin to the last end, days between included."""

    plaatsen: tuple[Plaats, ...]

    @property
    def begin(self) -> date:
        """First day of the first placement."""
        return self.plaatsen[0].begin

    @property
    def einde(self) -> date:
        """Last day of the placement that ends last."""
        return max(plaats.einde for plaats in self.plaatsen)

    @property
    def instrumenten(self) -> frozenset[str]:
        """The names of instrument in it."""
        return frozenset(plaats.instrument for plaats in self.plaatsen)


def dagen_tussen(einde: date, begin: date) -> int:
    """Days between the end of one placement and the begin of the next; negative when they overlap."""
    return (begin - einde).days - 1


def voeg_samen(plaatsen: Iterable[Plaats], hoogstens: int) -> list[EnePlaatsing]:
    """Join placements of one person at one KVK with at most ``hoogstens`` days between, or that overlap."""
    joined: list[list[Plaats]] = []
    latest: date | None = None
    for plaats in sorted(plaatsen, key=lambda plaats: plaats.begin):
        if latest is not None and dagen_tussen(latest, plaats.begin) <= hoogstens:
            joined[-1].append(plaats)
            latest = max(latest, plaats.einde)
        else:
            joined.append([plaats])
            latest = plaats.einde
    return [EnePlaatsing(tuple(group)) for group in joined]


def tel_dagen(periods: Iterable[tuple[date, date]], first: date, last: date) -> int:
    """Calendar days from ``first`` to ``last``, inclusive, that lie in a period; each day counts once."""
    total = 0
    reached = first - timedelta(days=1)
    for begin, end in sorted(periods):
        begin, end = max(begin, reached + timedelta(days=1)), min(end, last)
        if end >= begin:
            total += (end - begin).days + 1
            reached = end
    return total
