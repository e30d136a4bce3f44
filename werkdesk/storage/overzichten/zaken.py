"""Cases whole, with everything that belongs to them: for one case, or for the few that a list shows."""

from __future__ import annotations

from collections import defaultdict
from typing import cast
from uuid import UUID

from sqlalchemy import Connection

from werkdesk.domain.intake import Intake
from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import Melding
from werkdesk.domain.papier import Brief
from werkdesk.storage.records import chunks, marks, read_many
from werkdesk.usecases.overzichten import ZaakRow

_CASES = """
SELECT m.id, m.klant, coalesce(k.naam, '') AS naam, m.onverzonden
FROM melding m LEFT JOIN klant k ON k.id = m.klant {join}
WHERE {where} ORDER BY {order} LIMIT ?
"""
_OLDEST = "m.moment, m.id"
_DATE = "LEFT JOIN termijn t ON t.melding = m.id AND t.code = '{code}'"
_TO_PAY = "m.voorschot = '', m.voorschot, m.moment, m.id"
_FIRST = "t.datum NULLS LAST, m.moment, m.id"
# Years alone: who may be too young is looked at more closely by the rules. The year 0000 is not known. A
# partner is not looked at: from 27 on the klant alone decides that there is no search period.
_YOUNG = """
m.status != 'gesloten' AND (
    k.geboren IS NULL OR k.geboren < '0001' OR substr(m.dag, 1, 4) - substr(k.geboren, 1, 4) <= ?1)
"""


def read_open_cases(connection: Connection, limit: int, eigenaar: str | None = None) -> tuple[ZaakRow, ...]:
    """Meldingen that are not closed; one whose klant this desk does not know is passed over."""
    if eigenaar is None:
        return _cases(connection, "m.status != 'gesloten'", (limit,))
    return _cases(connection, "m.status != 'gesloten' AND m.eigenaar = ?", (eigenaar, limit))


def read_applications(connection: Connection, limit: int) -> tuple[ZaakRow, ...]:
    """Open cases with an application whose advance is not refused; the first to be paid on top."""
    return _cases(connection, "m.voorschot IS NOT NULL", (limit,), order=_TO_PAY)


def read_young_cases(connection: Connection, leeftijd: int, limit: int) -> tuple[ZaakRow, ...]:
    """Open cases of who may be younger than ``leeftijd`` on the day of the melding."""
    return _cases(connection, _YOUNG, (leeftijd, limit), join=_DATE.format(code="D01"), order=_FIRST)


def read_case(connection: Connection, melding: UUID) -> ZaakRow | None:
    """One melding, open or closed."""
    return next(iter(_cases(connection, "m.id = ?", (melding.bytes, 1))), None)


def _cases(
    connection: Connection, where: str, values: tuple[object, ...], *, join: str = "", order: str = _OLDEST
) -> tuple[ZaakRow, ...]:
    query = _CASES.format(where=where, join=join, order=order)
    rows = connection.exec_driver_sql(query, values).all()
    ids = [UUID(bytes=row.id) for row in rows]
    persons = list(dict.fromkeys(UUID(bytes=row.klant) for row in rows))
    meldingen = cast("dict[UUID, Melding]", read_many(connection, "melding", ids))
    klanten = cast("dict[UUID, Klant]", read_many(connection, "klant", persons))
    intakes = cast("dict[UUID, Intake]", read_many(connection, "intake", ids))
    letters = _letters(connection, persons)
    return tuple(
        ZaakRow(
            melding=meldingen[rid],
            klant=klanten[person],
            naam=row.naam,
            intake=intakes.get(rid),
            brieven=letters.get(rid, ()),
            onverzonden=bool(row.onverzonden),
        )
        for row, rid in zip(rows, ids, strict=True)
        if rid in meldingen and (person := UUID(bytes=row.klant)) in klanten
    )


def _letters(connection: Connection, persons: list[UUID]) -> dict[UUID, tuple[Brief, ...]]:
    """Letters by melding, newest first; asked by klant, because that is how they are indexed."""
    of_case: dict[UUID, list[UUID]] = defaultdict(list)
    for piece in chunks(rid.bytes for rid in persons):
        found = connection.exec_driver_sql(
            f"SELECT id, melding FROM brief WHERE klant IN ({marks(piece)}) AND melding IS NOT NULL "  # noqa: S608
            "ORDER BY datum DESC, id DESC",
            tuple(piece),
        )
        for row in found:
            of_case[UUID(bytes=row.melding)].append(UUID(bytes=row.id))
    every = [rid for ids in of_case.values() for rid in ids]
    letters = cast("dict[UUID, Brief]", read_many(connection, "brief", every))
    return {case: tuple(letters[rid] for rid in ids if rid in letters) for case, ids in of_case.items()}
