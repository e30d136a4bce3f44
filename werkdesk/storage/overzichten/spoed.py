"""What cannot wait, for the lines of a list: one look in the bodies of their intakes, nothing decoded."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from werkdesk.domain.intake import GEEN_SPOED
from werkdesk.storage.records import chunks, marks

_NEED = "json_extract(CAST(body AS TEXT), '$.antwoorden.spoed.keuzes[0]')"


def urgent_needs(connection: Connection, meldingen: Iterable[bytes]) -> dict[bytes, str]:
    """Id of a melding -> code of the answer about what is urgent; those without are absent."""
    found: dict[bytes, str] = {}
    for piece in chunks(meldingen):
        # Base first, so that the overlay replaces what it covers.
        for table, extra in (("base", " AND weg = 0"), ("overlay", "")):
            where = f"soort = 'intake' AND id IN ({marks(piece)}){extra}"
            rows = connection.exec_driver_sql(f"SELECT id, {_NEED} FROM {table} WHERE {where}", tuple(piece))  # noqa: S608
            found |= {key: need or GEEN_SPOED for key, need in rows}
    return {key: need for key, need in found.items() if need != GEEN_SPOED}
