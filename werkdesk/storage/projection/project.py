"""Puts records into the tables that lists read, and takes them out again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Connection, Table

from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import Melding
from werkdesk.domain.toepassen.toepassen import Stand
from werkdesk.storage.projection.bezoek_rows import bezoek_row
from werkdesk.storage.projection.dossier_rows import (
    brief_row,
    intake_row,
    melding_row,
    overeenkomst_row,
    termijn_rows,
)
from werkdesk.storage.projection.klant_index import index_klanten, unindex_klant
from werkdesk.storage.projection.plaatsing_rows import plaatsing_row
from werkdesk.storage.projection.put_rows import put_rows
from werkdesk.storage.statements import run, run_many
from werkdesk.storage.tables import projection as tables

NO_LIST = ("afdoening",)
"""Records that are only read one by one."""

Entry = tuple[Stand, bool]
"""A record and whether part of it was not received by the register yet."""

_ROWS: Mapping[str, tuple[Table, Callable[[Any, bool], tuple[Any, ...]]]] = {
    "bezoek": (tables.bezoek, bezoek_row),
    "melding": (tables.melding, melding_row),
    "intake": (tables.intake, intake_row),
    "brief": (tables.brief, brief_row),
    "overeenkomst": (tables.overeenkomst, overeenkomst_row),
    "plaatsing": (tables.plaatsing, plaatsing_row),
}


class Projection:
    """Writes what lists read. ``search_key``: of the hash by which a BSN is found, 32 bytes."""

    def __init__(self, search_key: bytes) -> None:
        self._search_key = search_key

    def put(self, connection: Connection, soort: str, entries: Sequence[Entry]) -> None:
        """Put records of one type, each once; many together are much cheaper than one by one."""
        if not entries or soort in NO_LIST:
            return
        if soort == "klant":
            klanten = cast("Sequence[tuple[Klant, bool]]", entries)
            index_klanten(connection, klanten, self._search_key)
            return
        table, row_of = _ROWS[soort]
        ids = [stand.id.bytes for stand, _ in entries]
        put_rows(connection, table, "id", ids, [row_of(stand, unsent) for stand, unsent in entries])
        if soort == "melding":
            meldingen = [cast("Melding", stand) for stand, _ in entries]
            dates = [row for melding in meldingen for row in termijn_rows(melding)]
            put_rows(connection, tables.termijn, "melding", ids, dates)
        if soort in _ASKED:
            _mark_asked(connection, [stand.id for stand, _ in entries])

    def take_out(self, connection: Connection, soort: str, rid: UUID) -> None:
        """Take one record out of every list."""
        if soort == "klant":
            unindex_klant(connection, rid)
            return
        if soort in NO_LIST:
            return
        table, _ = _ROWS[soort]
        run(connection, f"DELETE FROM {table.name} WHERE id = ?", (rid.bytes,))  # noqa: S608
        if soort == "melding":
            run(connection, "DELETE FROM termijn WHERE melding = ?", (rid.bytes,))
        if soort == "intake":
            _mark_asked(connection, [rid])


_ASKED = ("melding", "intake")
_MARK_ASKED = """
UPDATE melding SET uitgevraagd = coalesce((SELECT i.uitkomst FROM intake i WHERE i.id = melding.id), 0)
WHERE id = ?1 AND uitgevraagd != coalesce((SELECT i.uitkomst FROM intake i WHERE i.id = ?1), 0)
"""


def _mark_asked(connection: Connection, rids: Sequence[UUID]) -> None:
    """A melding and its intake may arrive in any order; the call-back list must not look both up."""
    run_many(connection, _MARK_ASKED, [(rid.bytes,) for rid in rids])
