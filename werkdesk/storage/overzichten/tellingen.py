"""Figures of lists that open each record: counted in an index, so that the rail costs next to nothing."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection

from werkdesk.usecases.lijsten import JongerenTelling, VoorschotTelling

_ADVANCES = """
SELECT count(*), coalesce(sum(voorschot != '' AND voorschot < ?), 0) FROM melding WHERE voorschot IS NOT NULL
"""
_YOUTHS = """
SELECT count(*), coalesce(sum(jong != '' AND jong <= ?), 0), coalesce(sum(jong = ''), 0)
FROM melding WHERE jong IS NOT NULL
"""


def read_advance_counts(connection: Connection, today: date) -> VoorschotTelling:
    """Open cases with an application whose advance is not refused."""
    total, late = connection.exec_driver_sql(_ADVANCES, (today.isoformat(),)).one()
    return VoorschotTelling(totaal=total, te_laat=late)


def read_youth_counts(connection: Connection, today: date) -> JongerenTelling:
    """Open cases of who is or may be under 27."""
    total, now, unsure = connection.exec_driver_sql(_YOUTHS, (today.isoformat(),)).one()
    return JongerenTelling(totaal=total, kan=now, onzeker=unsure)
