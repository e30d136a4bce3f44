"""The rule set that holds in an office on a day, for what the register judges itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from uuid import UUID

from sqlalchemy import Connection

from werkdesk.domain.datums import kalenderdag
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.errors import WerkdeskError
from werkdesk.register.rules.sets import StoredSet, list_sets


@dataclass(frozen=True, slots=True)
class OfficeRules:
    """``basis``: the tables that came with the program. Keeps the sets it has read: reading one is slow."""

    basis: Callable[[], RegelSet]
    _read: dict[UUID, RegelSet | None] = field(default_factory=dict)

    def __call__(self, connection: Connection, scope: str) -> RegelSet:
        """The newest set of this office that was approved, can be read, and whose first day has come."""
        today = kalenderdag(datetime.now(UTC))
        for one in list_sets(connection, scope):
            found = self._whole(one) if _counts(one, today) else None
            if found is not None:
                return found
        return self.basis()

    def _whole(self, one: StoredSet) -> RegelSet | None:
        if one.id not in self._read:
            try:
                self._read[one.id] = one.over(self.basis())
            except WerkdeskError:  # the program's own tables moved on: desks pass it over as well
                self._read[one.id] = None
        return self._read[one.id]


def _counts(one: StoredSet, today: date) -> bool:
    return one.state == "vastgesteld" and (one.from_day is None or one.from_day <= today)
