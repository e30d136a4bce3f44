"""Open cases with everything the work lists look at, oldest first."""

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

_OPEN = """
SELECT m.id, m.klant, coalesce(k.naam, '') AS naam, m.onverzonden
FROM melding m LEFT JOIN klant k ON k.id = m.klant
WHERE {where} ORDER BY m.moment, m.id LIMIT ?
"""


def read_open_cases(connection: Connection, limit: int) -> tuple[ZaakRow, ...]:
    """Every melding that is not closed; one whose klant this desk does not know is passed over."""
    return _cases(connection, "m.status <> 'gesloten'", (limit,))


def read_case(connection: Connection, melding: UUID) -> ZaakRow | None:
    """One melding, open or closed."""
    return next(iter(_cases(connection, "m.id = ?", (melding.bytes, 1))), None)


def _cases(connection: Connection, where: str, values: tuple[object, ...]) -> tuple[ZaakRow, ...]:
    rows = connection.exec_driver_sql(_OPEN.format(where=where), values).all()
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
