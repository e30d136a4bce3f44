"""The log of an office as lines for a controller, the data protection officer, or the klant it is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from werkdesk.domain.regels.bewaring import bewaren_tot_en_met
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.register.inzage.verify import rows_of

_AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which lines. ``from_day`` and ``until_day`` are days in Amsterdam, both counted in."""

    klant: UUID | None = None
    user: str = ""
    from_day: date | None = None
    until_day: date | None = None

    def holds(self, row: Any, day: date) -> bool:
        """Whether this line was asked for."""
        return (
            (self.klant is None or row.object_id == self.klant)
            and self.user in ("", row.actor)
            and (self.from_day is None or day >= self.from_day)
            and (self.until_day is None or day <= self.until_day)
        )


def export(connection: Connection, scope: str, wanted: Wanted, regels: RegelSet) -> Iterator[dict[str, Any]]:
    """One object a line, by number. ``bewaren_tot_en_met``: last day on which the rule tables keep it."""
    kept: dict[date, date] = {}
    for row in rows_of(connection, scope):
        day = row.at.astimezone(_AMSTERDAM).date()
        if not wanted.holds(row, day):
            continue
        if day not in kept:
            kept[day] = bewaren_tot_en_met(regels, "inzage", day)[0]
        yield _line(row) | {"bewaren_tot_en_met": kept[day].isoformat()}


def _line(row: Any) -> dict[str, Any]:
    return {
        "kantoor": row.scope,
        "nummer": row.number,
        "moment": _moment(row.at),
        "ontvangen": _moment(row.received_at),
        "medewerker": row.actor,
        "namens": row.acting_for,
        "rol": row.role,
        "balie": row.desk_number,
        "apparaat": row.desk,
        "handeling": row.action,
        "soort": row.object_type,
        "klant": row.object_id if row.object_type == "klant" else None,
        "getoond": row.shown,
        "stuk": row.paper,
        "reden": row.reason_code,
        "toelichting": row.reason_text,
        "bezoek": row.visit,
        "uitkomst": row.result,
        "vorige": bytes(row.previous_hash).hex(),
        "hash": bytes(row.hash).hex(),
    }


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()
