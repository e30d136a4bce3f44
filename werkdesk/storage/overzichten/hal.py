"""The reception of one location on one day, whoever handed out the numbers."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row

from werkdesk.domain.bezoek import BezoekReden, BezoekStatus
from werkdesk.storage.columns import from_micros
from werkdesk.storage.overzichten.spoed import urgent_needs
from werkdesk.usecases.overzichten import BalieRow, Hal, Oproep, TicketRow

_TICKETS = """
SELECT b.id, b.nummer, b.reden, b.status, b.binnen, b.voorrang, b.balie, b.geroepen, b.laatst_geroepen,
       b.oproepen, b.klant,
       k.naam, coalesce(k.tolk, 0) AS tolk, b.notitie, b.onverzonden,
       (SELECT m.id FROM melding m WHERE m.klant = b.klant AND m.status != 'gesloten'
        ORDER BY m.moment DESC LIMIT 1) AS lopend
FROM bezoek b LEFT JOIN klant k ON k.id = b.klant
WHERE b.locatie = ? AND b.dag = ?
ORDER BY b.voorrang IS NULL, b.binnen, b.nummer
"""
_DESKS = "SELECT DISTINCT balie FROM balie WHERE location = ? AND active = 1 ORDER BY balie"
# A melding and a letter know their desk, not its location: those of desks that stand elsewhere do not count.
_ELSEWHERE = "SELECT balie FROM balie WHERE location <> ?"
_MELDINGEN = f"SELECT count(*) FROM melding WHERE dag = ? AND balie NOT IN ({_ELSEWHERE})"  # noqa: S608
_BRIEVEN = f"""
SELECT count(*) FROM brief b LEFT JOIN melding m ON m.id = b.melding
WHERE b.datum = ? AND (m.balie IS NULL OR m.balie NOT IN ({_ELSEWHERE}))
"""  # noqa: S608
_CALLS_SHOWN = 4
_LATER = (BezoekStatus.GEPARKEERD, BezoekStatus.NIET_VERSCHENEN)


def read_hal(connection: Connection, locatie: str, dag: date) -> Hal:
    """The hall as it is now."""
    day = dag.isoformat()
    read = connection.exec_driver_sql(_TICKETS, (locatie, day)).all()
    needs = urgent_needs(connection, {row.lopend for row in read if row.lopend is not None})
    rows = [ticket_row(row, needs.get(row.lopend)) for row in read]
    desks = [row[0] for row in connection.exec_driver_sql(_DESKS, (locatie,))]
    return Hal(
        wachtend=tuple(row for row in rows if row.status is BezoekStatus.WACHT),
        straks_terug=tuple(row for row in rows if row.status in _LATER),
        balies=_balies(desks, rows),
        oproepen=_calls(rows),
        bezoeken=len(rows),
        meldingen=connection.exec_driver_sql(_MELDINGEN, (day, locatie)).scalar_one(),
        brieven=connection.exec_driver_sql(_BRIEVEN, (day, locatie)).scalar_one(),
    )


def ticket_row(row: Row[Any], spoed: str | None = None) -> TicketRow:
    """A row of the query above as the queue shows it."""
    return TicketRow(
        id=UUID(bytes=row.id),
        nummer=row.nummer,
        reden=BezoekReden(row.reden),
        status=BezoekStatus(row.status),
        binnen=from_micros(row.binnen),
        voorrang=row.voorrang,
        balie=row.balie,
        geroepen=None if row.geroepen is None else from_micros(row.geroepen),
        laatst_geroepen=None if row.laatst_geroepen is None else from_micros(row.laatst_geroepen),
        oproepen=row.oproepen,
        klant_id=None if row.klant is None else UUID(bytes=row.klant),
        klant=row.naam,
        tolk=bool(row.tolk),
        notitie=row.notitie,
        onverzonden=bool(row.onverzonden),
        spoed=spoed,
    )


def _balies(desks: list[int], rows: list[TicketRow]) -> tuple[BalieRow, ...]:
    """Every desk of the location that is known, and whom it serves; the latest visitor when there are two."""
    serving = {
        row.balie: row
        for row in sorted(rows, key=lambda row: row.geroepen or row.binnen)
        if row.status is BezoekStatus.AAN_BALIE and row.balie is not None
    }
    return tuple(
        BalieRow(balie=desk, nummer=row.nummer, reden=row.reden, sinds=row.geroepen, bezoek=row.id)
        if (row := serving.get(desk))
        else BalieRow(balie=desk, nummer=None, reden=None, sinds=None)
        for desk in sorted({*desks, *serving})
    )


def _calls(rows: list[TicketRow]) -> tuple[Oproep, ...]:
    """The numbers that were called last; a number that is called again comes on top again."""
    called = [
        Oproep(nummer=row.nummer, balie=row.balie, moment=row.laatst_geroepen)
        for row in rows
        if row.laatst_geroepen is not None and row.balie is not None
    ]
    called.sort(key=lambda call: (call.moment, call.nummer), reverse=True)
    return tuple(called[:_CALLS_SHOWN])
