"""Acts on an advance: proposed by one, decided by another, paid (Pw 52)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from werkdesk.domain.voorschot import Voorschotbesluit


@dataclass(frozen=True, slots=True, kw_only=True)
class VoorschotVoorgesteld:
    """Everything for an advance is there; a second person decides. ``bedrag``: whole cents a month."""

    betreft: ClassVar[str] = "melding"

    id: UUID
    bedrag: int
    medewerker: str
    moment: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class VoorschotBesloten:
    """The second person decided on the advance (Pw 52 lid 1)."""

    betreft: ClassVar[str] = "melding"

    id: UUID
    besluit: Voorschotbesluit
    medewerker: str
    moment: datetime
    grond: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VoorschotBetaald:
    """An advance was paid. ``nummer``: which one, so that two desks never count the same payment twice."""

    betreft: ClassVar[str] = "melding"

    id: UUID
    nummer: int
    dag: date
    medewerker: str
    moment: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class VoorschotBetalingTeruggenomen:
    """The last payment that was noted did not happen."""

    betreft: ClassVar[str] = "melding"

    id: UUID
    nummer: int
    medewerker: str
    moment: datetime
