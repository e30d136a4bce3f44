"""The work lists: meldingen, running dates, letters."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Connection, Row

from werkdesk.domain.melding import Melding, MeldingStatus
from werkdesk.domain.papier import BriefStatus
from werkdesk.domain.termijn import NIET_BEREKEND, Termijn
from werkdesk.storage.columns import from_micros
from werkdesk.storage.records import read_stand
from werkdesk.usecases.overzichten import BriefRow, MeldingRow, TermijnRow

# The first date that still runs; when all have passed, the last one.
_MELDINGEN = """
SELECT m.id, m.kenmerk, m.klant, coalesce(k.naam, '') AS naam, m.moment, m.status, m.gemeente, m.ontbreekt,
       m.balie, m.medewerker, m.externe_ref, m.onverzonden,
       coalesce((SELECT min(t.datum) FROM termijn t WHERE t.melding = m.id AND t.datum >= ?1),
                (SELECT max(t.datum) FROM termijn t WHERE t.melding = m.id)) AS eerste
FROM melding m LEFT JOIN klant k ON k.id = m.klant
{where}
ORDER BY m.moment DESC, m.id DESC LIMIT ?2
"""
_TERMIJNEN = """
SELECT t.melding, m.kenmerk, m.klant, coalesce(k.naam, '') AS naam, t.body, m.medewerker, m.eigenaar, m.moment
FROM termijn t JOIN melding m ON m.id = t.melding LEFT JOIN klant k ON k.id = m.klant
WHERE t.loopt = 1 AND t.datum IS NOT NULL AND t.datum <= ?
ORDER BY t.datum, m.kenmerk, t.n LIMIT ?
"""
_BRIEVEN = """
SELECT b.id, b.code, b.kenmerk, b.klant, coalesce(k.naam, '') AS naam, b.datum, b.bladzijden, b.status,
       b.reden_later, b.sha256, b.afdrukken
FROM brief b LEFT JOIN klant k ON k.id = b.klant
{where}
ORDER BY b.datum DESC, b.id DESC LIMIT ?
"""
_NO_END = "9999-12-31"


def read_meldingen(
    connection: Connection, *, today: date, unsent: bool, limit: int
) -> tuple[MeldingRow, ...]:
    """Newest first; ``unsent``: only those with something the register did not receive yet."""
    query = _MELDINGEN.format(where="WHERE m.onverzonden = 1" if unsent else "")
    return tuple(_melding(row) for row in connection.exec_driver_sql(query, (today.isoformat(), limit)))


def read_without_dates(connection: Connection, *, today: date, limit: int) -> tuple[MeldingRow, ...]:
    """Open meldingen whose dates could not be computed yet, oldest first."""
    # The code stands in the text: only so does SQLite see that the index of these few rows holds them all.
    where = f"JOIN termijn n ON n.melding = m.id AND n.code = '{NIET_BEREKEND}' AND n.loopt = 1"
    query = _MELDINGEN.format(where=where).replace("m.moment DESC, m.id DESC", "m.moment, m.id")
    found = connection.exec_driver_sql(query, (today.isoformat(), limit))
    return tuple(_melding(row) for row in found)


def _melding(row: Row[Any]) -> MeldingRow:
    return MeldingRow(
        id=UUID(bytes=row.id),
        kenmerk=row.kenmerk,
        klant_id=UUID(bytes=row.klant),
        klant=row.naam,
        moment=from_micros(row.moment),
        status=MeldingStatus(row.status),
        gemeente=row.gemeente,
        ontbreekt=msgspec.json.decode(row.ontbreekt, type=tuple[str, ...]),
        balie=row.balie,
        medewerker=row.medewerker,
        externe_ref=row.externe_ref,
        onverzonden=bool(row.onverzonden),
        eerste_termijn=None if row.eerste is None else date.fromisoformat(row.eerste),
    )


def read_melding_by(connection: Connection, column: str, value: str) -> Melding | None:
    """The oldest melding with this ``kenmerk`` or ``externe_ref``."""
    if column not in ("kenmerk", "externe_ref"):
        raise ValueError(column)
    row = connection.exec_driver_sql(
        f"SELECT id FROM melding WHERE {column} = ? ORDER BY moment, id LIMIT 1",  # noqa: S608
        (value,),
    ).first()
    found = None if row is None else read_stand(connection, "melding", UUID(bytes=row[0]))
    return found if isinstance(found, Melding) else None


def read_termijnen(connection: Connection, tot: date | None, limit: int) -> tuple[TermijnRow, ...]:
    """Dates of open cases up to and including ``tot``, the first one first."""
    rows = connection.exec_driver_sql(_TERMIJNEN, (_NO_END if tot is None else tot.isoformat(), limit))
    return tuple(
        TermijnRow(
            melding=UUID(bytes=row.melding),
            kenmerk=row.kenmerk,
            klant_id=UUID(bytes=row.klant),
            klant=row.naam,
            termijn=msgspec.json.decode(row.body, type=Termijn),
            medewerker=row.medewerker,
            eigenaar=row.eigenaar,
            moment=from_micros(row.moment),
        )
        for row in rows
    )


def read_brieven(connection: Connection, *, later: bool, limit: int) -> tuple[BriefRow, ...]:
    """Newest first; ``later``: only those that wait for a printer."""
    where = f"WHERE b.status = '{BriefStatus.LATER.value}'" if later else ""
    rows = connection.exec_driver_sql(_BRIEVEN.format(where=where), (limit,))
    return tuple(
        BriefRow(
            id=UUID(bytes=row.id),
            code=row.code,
            kenmerk=row.kenmerk,
            klant_id=UUID(bytes=row.klant),
            klant=row.naam,
            datum=date.fromisoformat(row.datum),
            bladzijden=row.bladzijden,
            status=BriefStatus(row.status),
            reden_later=row.reden_later,
            sha256=row.sha256,
            afdrukken=row.afdrukken,
        )
        for row in rows
    )
