"""Acts on a placement: noted, decided on, looked at by a second person, ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from werkdesk.domain.plaatsing import (
    Carrousel,
    Contract,
    PlaatsingFeiten,
    Plaatsingskeuze,
    Verdringingstoets,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaatsingVastgelegd:
    """Somebody is placed. The judgements of that moment are in it, with the rules they rest on.

    ``reden``: why it goes on although the rules hold it up; only who may decide that gives one.
    """

    betreft: ClassVar[str] = "plaatsing"

    id: UUID
    klant: UUID
    gemeente: str
    feiten: PlaatsingFeiten
    carrousel: Carrousel
    toets: Verdringingstoets | None
    medewerker: str
    balie: int
    moment: datetime
    reden: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaatsingBesloten:
    """A person decided: it goes on, it is withdrawn, or the decision before is taken back.

    ``treffers``: the hits that they saw.
    """

    betreft: ClassVar[str] = "plaatsing"

    id: UUID
    keuze: Plaatsingskeuze
    reden: str
    medewerker: str
    moment: datetime
    treffers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdringingBeoordeeld:
    """A second person decided on a test that was not clear."""

    betreft: ClassVar[str] = "plaatsing"

    id: UUID
    mag: bool
    reden: str
    medewerker: str
    moment: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaatsingBeeindigd:
    """It ended; whether the promised contract came is what the carousel rules ask later."""

    betreft: ClassVar[str] = "plaatsing"

    id: UUID
    einde: date
    medewerker: str
    moment: datetime
    contract: Contract | None = None
    schuld: bool = False


PlaatsingGebeurtenis = PlaatsingVastgelegd | PlaatsingBesloten | VerdringingBeoordeeld | PlaatsingBeeindigd
