"""What the register holds, one flat object at a time, for administrators and for tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Select, select

from werkdesk.errors import Refused
from werkdesk.register.tables import alias, conflict, mutation, record

_RECORDS: Mapping[str, str] = MappingProxyType(
    {
        "bezoeken": "bezoek",
        "klanten": "klant",
        "meldingen": "melding",
        "intakes": "intake",
        "brieven": "brief",
        "overeenkomsten": "overeenkomst",
        "afdoeningen": "afdoening",
        "plaatsingen": "plaatsing",
        "balies": "balie",
        "medewerkers": "medewerker",
    }
)
KINDS = (*_RECORDS, "mutaties", "botsingen", "verwijzingen")
_BATCH = 1_000

Line = dict[str, Any]


def list_kind(connection: Connection, kind: str, scope: str | None) -> Iterator[Line]:
    """The lines of one kind, of one office or of all. Raises ``Refused('lijst.onbekend')``.

    Records: ``id``, ``kantoor``, ``rev`` and every field of the record. ``mutaties``: what came in and what
    became of it, without its body.
    """
    query, shape = _plan(kind)
    if scope is not None:
        query = query.where(query.selected_columns.scope == scope)
    rows = connection.execution_options(yield_per=_BATCH).execute(query)
    for row in rows:
        yield shape(row)


def _plan(kind: str) -> tuple[Select[Any], Callable[[Row[Any]], Line]]:
    if kind in _RECORDS:
        columns = (record.c.scope, record.c.id, record.c.rev, record.c.body)
        query = select(*columns).where(record.c.type == _RECORDS[kind])
        return query.order_by(record.c.scope, record.c.moment, record.c.id), _record
    match kind:
        case "mutaties":
            return select(mutation).order_by(
                mutation.c.received_at, mutation.c.desk, mutation.c.mseq
            ), _mutation
        case "botsingen":
            return select(conflict).order_by(conflict.c.id), _conflict
        case "verwijzingen":
            return select(alias).order_by(alias.c.created_at, alias.c.from_id), _alias
        case _:
            raise Refused("lijst.onbekend", field="soort")


def _record(row: Row[Any]) -> Line:
    body: Line = msgspec.json.decode(row.body)
    return {"id": str(row.id), "kantoor": row.scope, "rev": row.rev, **body}


def _mutation(row: Row[Any]) -> Line:
    return {
        "id": str(row.id),
        "kantoor": row.scope,
        "balie": str(row.desk),
        "mseq": row.mseq,
        "soort": row.soort,
        "record": row.record,
        "rid": str(row.rid),
        "eenheid": str(row.unit),
        "medewerker": row.actor,
        "gemaakt": row.made_at,
        "ontvangen": row.received_at.isoformat(),
        "uitkomst": row.outcome,
        "reden": row.reason,
        "rev": row.rev,
        "nummer": row.seq,
        "eerste": None if row.canonical is None else str(row.canonical),
    }


def _conflict(row: Row[Any]) -> Line:
    return {
        "id": str(row.id),
        "kantoor": row.scope,
        "record": row.record,
        "rid": str(row.rid),
        "veld": row.field,
        "basis": msgspec.json.decode(row.base),
        "register": msgspec.json.decode(row.register),
        "balie": msgspec.json.decode(row.desk),
        "balie_id": str(row.desk_id),
        "medewerker": row.actor,
        "gemaakt": row.made_at,
        "open": row.open,
        "register_medewerker": row.register_actor,
        "register_gemaakt": row.register_at,
        "register_balie_id": None if row.register_desk is None else str(row.register_desk),
    }


def _alias(row: Row[Any]) -> Line:
    return {
        "soort": row.type,
        "van": str(row.from_id),
        "naar": str(row.to_id),
        "kantoor": row.scope,
        "reden": row.reason,
        "medewerker": row.actor,
        "moment": row.created_at.isoformat(),
    }
