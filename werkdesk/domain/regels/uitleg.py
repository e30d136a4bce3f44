"""The result of a rule: the outcome, the records it rests on, and why, in plain Dutch."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from werkdesk.domain.regels.regel import Regel
from werkdesk.domain.termijn import RegelVerwijzing


@dataclass(slots=True)
class Uitleg:
    """Gathered while a rule computes: each record once, in order of use, and sentences in B1 Dutch."""

    regels: list[Regel] = field(default_factory=list)
    zinnen: list[str] = field(default_factory=list)

    def steunt_op(self, regel: Regel) -> Regel:
        """Note that the outcome rests on ``regel``; gives it back."""
        for known in self.regels:
            if known is regel:
                return regel
        self.regels.append(regel)
        return regel

    def verwijzingen(self) -> tuple[RegelVerwijzing, ...]:
        """What is stored with a date: the records behind it, but for the one on target dates.

        The certainty of that one is about an aim of ours and says nothing about the legal date.
        """
        return tuple(regel.verwijzing for regel in self.regels if regel.id != "termijn.streefdatum")

    def zeg(self, zin: str) -> None:
        """Add one sentence."""
        self.zinnen.append(zin)


@dataclass(frozen=True, slots=True)
class Antwoord:
    """What a rule case answers: ``uitkomst`` is plain JSON-able data."""

    uitkomst: Any
    uitleg: Uitleg
