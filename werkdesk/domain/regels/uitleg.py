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
    _streef: list[Regel] = field(default_factory=list)

    def steunt_op(self, regel: Regel) -> Regel:
        """Note that the outcome rests on ``regel``; gives it back."""
        if _has(self._streef, regel):
            self._streef = [one for one in self._streef if one is not regel]
        if not _has(self.regels, regel):
            self.regels.append(regel)
        return regel

    def streeft_op(self, regel: Regel) -> Regel:
        """Note that the target date alone rests on ``regel``."""
        if not _has(self.regels, regel):
            self.regels.append(regel)
            self._streef.append(regel)
        return regel

    def kopie(self) -> Uitleg:
        """The same so far, to go on with beside this one."""
        return Uitleg(list(self.regels), list(self.zinnen), list(self._streef))

    def verwijzingen(self) -> tuple[RegelVerwijzing, ...]:
        """What is stored with a date: the records behind it, but for those of the target date alone.

        Their certainty is about an aim of ours and says nothing about the legal date.
        """
        return tuple(regel.verwijzing for regel in self.regels if not _has(self._streef, regel))

    def zeg(self, zin: str) -> None:
        """Add one sentence."""
        self.zinnen.append(zin)


def _has(regels: list[Regel], regel: Regel) -> bool:
    """By identity: comparing records field by field would cost more than the arithmetic."""
    for one in regels:  # noqa: SIM110 - a generator for any() costs more than these few steps
        if one is regel:
            return True
    return False


@dataclass(frozen=True, slots=True)
class Antwoord:
    """What a rule case answers: ``uitkomst`` is plain JSON-able data."""

    uitkomst: Any
    uitleg: Uitleg
