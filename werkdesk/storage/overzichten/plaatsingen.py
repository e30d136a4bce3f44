"""Placements of one person, and at one employer."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from sqlalchemy import Connection

from werkdesk.domain.plaatsing import Plaatsing
from werkdesk.storage.records import read_many

_THESE = """
SELECT id, eerste_dag, moment FROM plaatsing WHERE klant = ?1
UNION
SELECT id, eerste_dag, moment FROM plaatsing WHERE kvk = ?2
ORDER BY eerste_dag, moment, id
"""


def read_plaatsingen(connection: Connection, klant: UUID | None, kvk: str | None) -> tuple[Plaatsing, ...]:
    """Each once, in the order of their first day; withdrawn ones too."""
    wanted = (None if klant is None else klant.bytes, kvk)
    ids = [UUID(bytes=row.id) for row in connection.exec_driver_sql(_THESE, wanted)]
    stands = read_many(connection, Plaatsing.soort, ids)
    return tuple(cast("Plaatsing", stands[rid]) for rid in ids if rid in stands)
