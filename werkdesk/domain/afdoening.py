"""How a person settled a question of the register: two values for one fact, or an act that was refused.

The question itself is not deleted and not rewritten: the act says what was chosen, by whom, and the values
that were not chosen stay in the question, where anybody can read them back.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID


class Keuze(StrEnum):
    """What was chosen. The first three answer a botsing, the last two an act that was refused."""

    HOUDEN = "houden"  # the value that counts stays
    NEMEN = "nemen"  # the other value counts from now on
    BEIDE = "beide"  # both stay, each in a field of its own
    OPNIEUW = "opnieuw"  # recorded anew, on top of what the register has
    WEGGELEGD = "weggelegd"  # put away, with a reason


@dataclass(frozen=True, slots=True, kw_only=True)
class VraagAfgedaan:
    """A person answered a question; ``id`` is that of the botsing, or of the message that was refused."""

    betreft: ClassVar[str] = "afdoening"

    id: UUID
    keuze: Keuze
    medewerker: str
    balie: int
    moment: datetime
    reden: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VraagHeropend:
    """The answer was taken back; the question stands again."""

    betreft: ClassVar[str] = "afdoening"

    id: UUID
    medewerker: str
    balie: int
    moment: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Afdoening:
    """The answer to one question. ``heropend``: it was taken back and does not count."""

    soort: ClassVar[str] = "afdoening"

    id: UUID
    keuze: Keuze
    medewerker: str
    balie: int
    moment: datetime
    reden: str | None = None
    heropend: bool = False
