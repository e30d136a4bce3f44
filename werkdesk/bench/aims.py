"""What was promised, held beside what was measured."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Aim:
    """``value`` should be at most ``most``, or at least ``least``. ``unit``: ``ms``, ``x`` (times) or none.

    ``says``: the same in Dutch, for whoever reads it on a terminal.
    """

    name: str
    says: str
    value: float
    unit: str
    most: float | None = None
    least: float | None = None

    @property
    def is_met(self) -> bool:
        """Whether the promise holds."""
        above = self.most is not None and self.value > self.most
        below = self.least is not None and self.value < self.least
        return not (above or below)

    def told(self) -> dict[str, Any]:
        """For the report."""
        limit = {"most": self.most} if self.most is not None else {"least": self.least}
        return {
            "name": self.name, "says": self.says, "value": round(self.value, 3), "unit": self.unit, **limit,
            "met": self.is_met,
        }  # fmt: skip
