"""Rows of ``record``: the present state of everything desks see, with what is searched beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection

from werkdesk.domain.afdoening import Afdoening
from werkdesk.domain.bezoek import Bezoek
from werkdesk.domain.intake import Intake
from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import Melding
from werkdesk.domain.papier import Brief, Overeenkomst
from werkdesk.domain.plaatsing import Plaatsing
from werkdesk.domain.toepassen.toepassen import Stand
from werkdesk.errors import Refused
from werkdesk.register.database import raw

_COLUMNS = "type, id, scope, rev, field_rev, last_desk, kenmerk, externe_ref, klant, moment, kvk, body"
_UPDATE = """
UPDATE record SET rev = new.rev, field_rev = new.field_rev::jsonb, last_desk = new.last_desk,
    kenmerk = new.kenmerk, externe_ref = new.externe_ref, klant = new.klant, moment = new.moment,
    kvk = new.kvk, body = new.body
FROM unnest(%s::text[], %s::uuid[], %s::int4[], %s::text[], %s::uuid[], %s::text[], %s::text[], %s::uuid[],
    %s::timestamptz[], %s::text[], %s::text[])
    AS new (type, id, rev, field_rev, last_desk, kenmerk, externe_ref, klant, moment, kvk, body)
WHERE record.type = new.type AND record.id = new.id
"""


@dataclass(frozen=True, slots=True)
class SearchColumns:
    """What is found by index, next to the body."""

    kenmerk: str | None = None
    externe_ref: str | None = None
    klant: UUID | None = None
    moment: datetime | None = None
    kvk: str | None = None


NOT_SEARCHED = SearchColumns()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordRow:
    """One row to write. ``field_rev``: JSON, revision per field that was ever changed."""

    type: str
    rid: UUID
    scope: str
    rev: int
    body: str
    columns: SearchColumns = NOT_SEARCHED
    field_rev: str = "{}"
    last_desk: UUID | None = None


def search_columns(stand: Stand) -> SearchColumns:
    """The columns of a record of the work. Raises ``Refused('ref.tekens')`` or ``('ref.te_lang')``."""
    match stand:
        case Melding():
            if stand.externe_ref is not None:
                _check_ref(stand.externe_ref)
            return SearchColumns(stand.kenmerk, stand.externe_ref, stand.klant, _sane(stand.moment))
        case Bezoek():
            return SearchColumns(klant=stand.klant, moment=_sane(stand.binnen))
        case Klant():
            return SearchColumns(moment=_sane(stand.sinds))
        case Brief():
            return SearchColumns(klant=stand.klant)
        case Overeenkomst():
            return SearchColumns(stand.nummer, klant=stand.klant, moment=_sane(stand.opgesteld_op))
        case Afdoening():
            return SearchColumns(moment=_sane(stand.moment))
        case Plaatsing():
            return SearchColumns(
                klant=stand.klant, moment=_sane(stand.moment), kvk=str(stand.feiten.werkgever.kvk)
            )
        case Intake():
            return SearchColumns()


def _check_ref(ref: str) -> None:
    if len(ref) > 64:
        raise Refused("ref.te_lang", field="externe_ref")
    if not ref.isprintable():
        raise Refused("ref.tekens", field="externe_ref")


def _sane(moment: datetime) -> datetime | None:
    """What a column of moments can hold; the body keeps whatever was sent."""
    return moment if moment.tzinfo is not None and 1800 < moment.year < 9000 else None


def insert_records(connection: Connection, rows: Iterable[RecordRow]) -> None:
    """Add new records. A record that exists by now makes PostgreSQL report a unique violation."""
    with raw(connection).cursor().copy(f"COPY record ({_COLUMNS}) FROM STDIN") as copy:
        for row in rows:
            columns = row.columns
            copy.write_row(
                (
                    row.type,
                    row.rid,
                    row.scope,
                    row.rev,
                    row.field_rev,
                    row.last_desk,
                    columns.kenmerk,
                    columns.externe_ref,
                    columns.klant,
                    columns.moment,
                    columns.kvk,
                    row.body,
                )
            )


def update_records(connection: Connection, rows: Sequence[RecordRow]) -> None:
    """Replace the state of records that exist and are locked by this transaction."""
    if not rows:
        return
    raw(connection).cursor().execute(
        _UPDATE,
        (
            [row.type for row in rows],
            [row.rid for row in rows],
            [row.rev for row in rows],
            [row.field_rev for row in rows],
            [row.last_desk for row in rows],
            [row.columns.kenmerk for row in rows],
            [row.columns.externe_ref for row in rows],
            [row.columns.klant for row in rows],
            [row.columns.moment for row in rows],
            [row.columns.kvk for row in rows],
            [row.body for row in rows],
        ),
    )
