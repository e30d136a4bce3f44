"""Running dates by owner and day, with their counts: from one table, whose indexes are the questions."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Connection, Row

from werkdesk.domain.termijn import BEGINT, Termijn
from werkdesk.storage.columns import AMSTERDAM, from_micros, to_micros
from werkdesk.storage.overzichten.spoed import urgent_needs
from werkdesk.usecases.lijsten import TermijnTelling, TermijnVraag, Wanneer, Zakental
from werkdesk.usecases.overzichten import TermijnRow

_BEGINS = ", ".join(f"'{code}'" for code in sorted(BEGINT))
_STAFF = "SELECT user FROM staff WHERE active = 1"
# Before the first news of the register nobody is known here; that makes no owner disappear.
_GONE = f"t.eigenaar NOT IN ({_STAFF}) AND EXISTS ({_STAFF})"
_WHEN = {
    Wanneer.VANDAAG: "t.datum = :vandaag",
    Wanneer.WEEK: "t.datum BETWEEN :vandaag AND :zondag",
    Wanneer.TE_LAAT: f"t.datum < :vandaag AND t.code NOT IN ({_BEGINS})",
    Wanneer.WACHT: "t.datum IS NULL",
    Wanneer.ALLES: "1",
}
_COUNTS = f"""
SELECT t.eigenaar, t.eigenaar IN ({_STAFF}) OR NOT EXISTS ({_STAFF}) AS actief,
       sum(coalesce({_WHEN[Wanneer.VANDAAG]}, 0)) AS vandaag, sum(coalesce({_WHEN[Wanneer.WEEK]}, 0)) AS week,
       sum(coalesce({_WHEN[Wanneer.TE_LAAT]}, 0)) AS te_laat, sum({_WHEN[Wanneer.WACHT]}) AS wacht,
       count(*) AS alles, min(CASE WHEN t.code NOT IN ({_BEGINS}) THEN t.datum END) AS eerste
FROM termijn t WHERE t.lijst = 1 GROUP BY t.eigenaar
"""  # noqa: S608
_ROWS = """
SELECT t.melding, m.kenmerk, m.klant, coalesce(k.naam, '') AS naam, t.body, m.medewerker, t.eigenaar, t.moment
FROM termijn t CROSS JOIN melding m ON m.id = t.melding LEFT JOIN klant k ON k.id = m.klant
WHERE t.lijst = 1 AND {where} ORDER BY {order} LIMIT :limit
"""
_NEAREST = "t.datum NULLS LAST, t.moment, t.n"
_OLDEST = "t.moment, t.datum NULLS LAST, t.n"
_CASES = """
SELECT eigenaar, count(*), sum(moment >= ?), min(moment) FROM melding WHERE status != 'gesloten'
GROUP BY eigenaar
"""
_termijn = msgspec.json.Decoder(Termijn)


def read_work_list(connection: Connection, vraag: TermijnVraag, limit: int) -> tuple[TermijnRow, ...]:
    """The dates that were asked for, in the order that was asked for."""
    where = [_WHEN[vraag.wanneer]]
    if vraag.eigenaar is not None:
        where.append("t.eigenaar = :eigenaar")
    if vraag.zonder:
        where.append(_GONE)
    order = _OLDEST if vraag.oudste else _NEAREST
    query = _ROWS.format(where=" AND ".join(where), order=order)
    values = {**_days(vraag.vandaag), "eigenaar": vraag.eigenaar, "limit": limit}
    rows = connection.exec_driver_sql(query, values).all()
    needs = urgent_needs(connection, {row.melding for row in rows})
    return tuple(_row(row, needs.get(row.melding)) for row in rows)


def read_term_counts(connection: Connection, today: date) -> tuple[TermijnTelling, ...]:
    """How many dates each owner has, in the order of their names."""
    return tuple(
        TermijnTelling(
            eigenaar=row.eigenaar,
            actief=bool(row.actief),
            vandaag=row.vandaag,
            week=row.week,
            te_laat=row.te_laat,
            wacht=row.wacht,
            alles=row.alles,
            eerste=None if row.eerste is None else date.fromisoformat(row.eerste),
        )
        for row in connection.exec_driver_sql(_COUNTS, _days(today))
    )


def read_case_counts(connection: Connection, today: date) -> tuple[Zakental, ...]:
    """How many open cases each owner carries."""
    midnight = to_micros(datetime.combine(today, time(), AMSTERDAM))
    return tuple(
        Zakental(eigenaar=owner, aantal=number, nieuw=new, oudste=from_micros(oldest))
        for owner, number, new, oldest in connection.exec_driver_sql(_CASES, (midnight,))
    )


def _days(today: date) -> dict[str, str]:
    sunday = today + timedelta(days=6 - today.weekday())
    return {"vandaag": today.isoformat(), "zondag": sunday.isoformat()}


def _row(row: Row[Any], spoed: str | None) -> TermijnRow:
    return TermijnRow(
        melding=UUID(bytes=row.melding),
        kenmerk=row.kenmerk,
        klant_id=UUID(bytes=row.klant),
        klant=row.naam,
        termijn=_termijn.decode(row.body),
        medewerker=row.medewerker,
        eigenaar=row.eigenaar,
        moment=from_micros(row.moment),
        spoed=spoed,
    )
