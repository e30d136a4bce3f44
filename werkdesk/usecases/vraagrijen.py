"""What a screen shows of questions: two values for one fact, refused work, and what became of both."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.afdoening import Keuze

FieldAct = g.KlantGewijzigd | g.MeldingGewijzigd | g.IntakeBeantwoord
"""Acts that set fields: they can be recorded anew on top of what the register has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Getypt:
    """A value and who typed it. ``medewerker``: shown name; everything but the value may be unknown.

    ``hier``: typed at this desk.
    """

    waarde: Any
    medewerker: str | None = None
    balie: int | None = None
    moment: datetime | None = None
    hier: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BotsingRow:
    """Two values for one field. ``telt`` counts now, ``anders`` is the other one.

    ``tweede``: both can stay, because a person may have two of this. ``geheim``: their address may
    not be read on a screen. ``gelezen``: whether this program can read the values at all.
    """

    id: UUID
    record: str
    rid: UUID
    veld: str
    telt: Getypt
    anders: Getypt
    klant_id: UUID | None = None
    klant: str | None = None
    kenmerk: str | None = None
    tweede: bool = False
    geheim: bool = False
    gelezen: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class GeweigerdRow:
    """An act of this desk that the register has and did not accept. ``code``: why."""

    id: UUID
    soort: str
    act: g.Gebeurtenis | None
    code: str
    medewerker: str
    moment: datetime
    klant_id: UUID | None = None
    klant: str | None = None
    kenmerk: str | None = None
    geheim: bool = False

    @property
    def opnieuw(self) -> bool:
        """Whether it can be recorded anew as it was typed."""
        return isinstance(self.act, FieldAct)


@dataclass(frozen=True, slots=True, kw_only=True)
class AfgedaanRow:
    """A question that was answered, with the question itself: what was not chosen stays readable."""

    id: UUID
    keuze: Keuze
    medewerker: str
    balie: int
    moment: datetime
    reden: str | None
    vraag: BotsingRow | GeweigerdRow


@dataclass(frozen=True, slots=True)
class Vragen:
    """Open questions, oldest first, and the answered ones of late, newest first."""

    botsingen: tuple[BotsingRow, ...] = ()
    geweigerd: tuple[GeweigerdRow, ...] = ()
    afgedaan: tuple[AfgedaanRow, ...] = ()

    @property
    def aantal(self) -> int:
        """How many wait for a person."""
        return len(self.botsingen) + len(self.geweigerd)


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitval:
    """A time without the register. ``verzonden``: acts of that time that were received since."""

    van: datetime
    tot: datetime
    verzonden: int
    wachten: int
    vragen: int
