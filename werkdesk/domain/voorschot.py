"""An advance on its way: one person proposes, another decides (Pw 52; F10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Voorschotbesluit(StrEnum):
    """What the second person decided."""

    VERLENEN = "verlenen"
    WEIGEREN = "weigeren"


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
