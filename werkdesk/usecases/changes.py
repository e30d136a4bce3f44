"""What a use case tells the screens: which topics moved, and which records."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Flag, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the window's first frame needs the topics, not the ids
    from uuid import UUID


class Topic(Flag):
    """What a screen may be interested in."""

    NONE = 0
    BEZOEK = auto()
    KLANT = auto()
    MELDING = auto()
    INTAKE = auto()
    PAPIER = auto()
    OUTBOX = auto()
    CONCEPT = auto()
    PERSONEEL = auto()
    VERBINDING = auto()
    AANDACHT = auto()
    REGELS = auto()
    PLAATSING = auto()


TOPIC_OF_RECORD = {
    "bezoek": Topic.BEZOEK,
    "klant": Topic.KLANT,
    "melding": Topic.MELDING,
    "intake": Topic.INTAKE,
    "brief": Topic.PAPIER,
    "overeenkomst": Topic.PAPIER,
    "medewerker": Topic.PERSONEEL,
    "balie": Topic.PERSONEEL,
    "botsing": Topic.AANDACHT,
    "afdoening": Topic.AANDACHT,
    "plaatsing": Topic.PLAATSING,
    "regelset": Topic.REGELS | Topic.AANDACHT,
}


@dataclass(frozen=True, slots=True)
class Changes:
    """What was committed: here by a use case, or pulled from the register."""

    topics: Topic = Topic.NONE
    ids: frozenset[UUID] = frozenset()

    def __or__(self, other: Changes) -> Changes:
        return Changes(self.topics | other.topics, self.ids | other.ids)

    def __bool__(self) -> bool:
        return bool(self.topics)
