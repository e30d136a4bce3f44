"""Rows of the work lists: made from the columns of the projection, so that no record has to be opened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from werkdesk.domain.belpoging import Belpoging

ON_SCREEN = 200
"""Lines that a list reads for the screen: more than anybody scrolls through, few enough to be quick."""

OPENED = 100
"""The same for a list that has to open each record, for what only the rules can tell of it."""


@dataclass(frozen=True, slots=True)
class BelGroep:
    """Cases to call about that were reported on one day in one gemeente: they share their norm."""

    dag: date
    gemeente: str | None
    aantal: int


@dataclass(frozen=True, slots=True)
class BriefMerk:
    """A letter that was made, as far as a list has to know it."""

    code: str
    kenmerk: str
    datum: date


@dataclass(frozen=True, slots=True, kw_only=True)
class BelZaak:
    """One case to call about. ``telefoon``: as shown, best number first; ``brieven``: newest first."""

    melding: UUID
    kenmerk: str
    klant_id: UUID
    klant: str
    telefoon: tuple[str, ...]
    taal: str | None
    tolk: bool
    gemeente: str | None
    moment: datetime
    eigenaar: str
    pogingen: tuple[Belpoging, ...]
    brieven: tuple[BriefMerk, ...]
    onverzonden: bool


class Wanneer(StrEnum):
    """Which running dates: by day (a week ends on Sunday), or those that still wait for something."""

    VANDAAG = "vandaag"
    WEEK = "week"
    TE_LAAT = "te_laat"
    WACHT = "wacht"
    ALLES = "alles"


@dataclass(frozen=True, slots=True, kw_only=True)
class TermijnVraag:
    """What the work list of dates is asked.

    ``eigenaar``: sign-in name, ``None`` for everybody. ``zonder``: only cases whose owner does not work here
    any more. ``oudste``: the oldest case first instead of the nearest date.
    """

    vandaag: date
    wanneer: Wanneer = Wanneer.ALLES
    eigenaar: str | None = None
    zonder: bool = False
    oudste: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TermijnTelling:
    """Running dates of one owner. ``actief``: works here. ``eerste``: the nearest date that must be kept.

    ``wacht``: cases of which no date is known yet.
    """

    eigenaar: str
    actief: bool
    vandaag: int
    week: int
    te_laat: int
    wacht: int
    alles: int
    eerste: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Zakental:
    """Open cases of one owner, how many came in today, and since when the oldest one waits."""

    eigenaar: str
    aantal: int
    nieuw: int
    oudste: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class VoorschotTelling:
    """Advances to see to, and how many of them had to be paid before today."""

    totaal: int
    te_laat: int


@dataclass(frozen=True, slots=True, kw_only=True)
class JongerenTelling:
    """Young people with an open melding; who may apply now; of whom it is not known from when."""

    totaal: int
    kan: int
    onzeker: int
