"""An advance on its way: one person proposes, another decides (Pw 52; F10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Voorschotbesluit(StrEnum):
    """What the second person decided."""

    VERLENEN = "verlenen"
    WEIGEREN = "weigeren"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorschotbetaling:
    """One advance that was paid. ``nummer``: 1 for the first; ``dag``: the day it was paid."""

    nummer: int
    dag: date
    medewerker: str
    moment: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorschotzaak:
    """The proposal and what became of it. ``bedrag``: whole cents a month, at least what the law asks.

    ``grond``: of a refusal, one of ``soorten.voorschot.WEIGERINGSGRONDEN`` (Pw 52 lid 1 a, b).
    """

    bedrag: int
    voorgesteld_door: str
    voorgesteld_op: datetime
    besluit: Voorschotbesluit | None = None
    besloten_door: str | None = None
    besloten_op: datetime | None = None
    grond: str | None = None
    betaald: tuple[Voorschotbetaling, ...] = ()  # in the order of their numbers

    @property
    def is_geweigerd(self) -> bool:
        """Whether there will be no advance: nothing has to be paid any more."""
        return self.besluit is Voorschotbesluit.WEIGEREN
