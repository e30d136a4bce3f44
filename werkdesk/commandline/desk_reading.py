"""``werkdesk desk list`` and ``search``: what this desk knows, one object a line."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any
from uuid import UUID

from werkdesk.commandline.output import DONE, write_json, write_line
from werkdesk.commandline.signing_in import reading
from werkdesk.commandline.table import table_lines
from werkdesk.desk.session import DeskSession

_ALL = 1_000_000


def show_kind(chosen: argparse.Namespace) -> int:
    """Every record of a kind; with ``--pending`` only what the register has not received."""
    with reading(chosen) as session:
        _write(_READERS[chosen.kind](session, chosen.pending), as_json=chosen.json)
    return DONE


def search(chosen: argparse.Namespace) -> int:
    """Search as the window does; the order of the lines is the order on screen."""
    with reading(chosen) as session:
        _write(session.actions.lees.zoek(chosen.text), as_json=chosen.json)
    return DONE


def _meldingen(session: DeskSession, pending: bool) -> Iterable[Any]:
    return session.actions.lees.meldingen(onverzonden=pending, limit=_ALL)


def _klanten(session: DeskSession, pending: bool) -> Iterable[Any]:
    return (row for row in session.actions.lees.klanten(limit=_ALL) if row.onverzonden or not pending)


def _queue(session: DeskSession, pending: bool) -> Iterable[Any]:
    hal = session.actions.lees.hal(session.wie.locatie, session.actions.clock().date())
    return (row for row in (*hal.wachtend, *hal.straks_terug) if row.onverzonden or not pending)


def _brieven(session: DeskSession, pending: bool) -> Iterable[Any]:
    waiting = {row.kenmerk for row in session.actions.lees.outbox(_ALL) if row.soort.startswith("Brief")}
    rows = session.actions.lees.brieven(limit=_ALL)
    return (row for row in rows if not pending or row.kenmerk in waiting)


def _termijnen(session: DeskSession, pending: bool) -> Iterable[Any]:
    return () if pending else session.actions.lees.termijnen(limit=_ALL)


def _outbox(session: DeskSession, pending: bool) -> Iterable[Any]:
    return session.actions.lees.outbox(_ALL)


def _staff(session: DeskSession, pending: bool) -> Iterable[Any]:
    people = session.actions.lees.medewerkers()
    return () if pending else ({"medewerker": user, "naam": name} for user, name in people)


def _board(session: DeskSession, pending: bool) -> Iterable[Any]:
    return (row for row in session.actions.lijsten.board().rijen if row.onverzonden or not pending)


def _calls(session: DeskSession, pending: bool) -> Iterable[Any]:
    return (row for row in session.actions.lijsten.calls(limit=_ALL).rijen if row.onverzonden or not pending)


def _advances(session: DeskSession, pending: bool) -> Iterable[Any]:
    return () if pending else session.actions.lijsten.advances(limit=_ALL)


def _youths(session: DeskSession, pending: bool) -> Iterable[Any]:
    return (row for row in session.actions.lijsten.youths(limit=_ALL) if row.onverzonden or not pending)


_READERS: Mapping[str, Callable[[DeskSession, bool], Iterable[Any]]] = {
    "meldingen": _meldingen,
    "klanten": _klanten,
    "wachtrij": _queue,
    "brieven": _brieven,
    "termijnen": _termijnen,
    "outbox": _outbox,
    "medewerkers": _staff,
    "werkvoorraad": _board,
    "bellijst": _calls,
    "voorschotten": _advances,
    "jongeren": _youths,
}


def _write(rows: Iterable[Any], *, as_json: bool) -> None:
    plain = (plain_value(row) for row in rows)
    if as_json:
        for row in plain:
            write_json(row)
    else:
        for line in table_lines(plain):
            write_line(line)


def plain_value(value: Any) -> Any:
    """Rows, dates, ids and codes as JSON knows them."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain_value(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {key: plain_value(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [plain_value(item) for item in value]
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    return str(value) if isinstance(value, (UUID, str)) else value
