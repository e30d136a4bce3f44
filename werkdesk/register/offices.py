"""Offices: one scope each, with the gemeenten they work for and the places they work at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from werkdesk.errors import Refused
from werkdesk.register.tables import head, location, office, office_gemeente

_SCOPE = re.compile(r"[a-z][a-z0-9-]{1,31}")
_GEMEENTE = re.compile(r"[0-9]{4}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """One office. ``scope``: short name that desks follow, ``gemeenten``: codes of BRP table 33."""

    scope: str
    name: str
    gemeenten: tuple[str, ...]
    locations: tuple[str, ...]
    active: bool = True


def add_office(
    connection: Connection, scope: str, name: str, gemeenten: Sequence[str], locations: Sequence[str]
) -> Office:
    """Make an office and its empty feed.

    Raises ``Refused`` with ``kantoor.code``, ``kantoor.naam``, ``kantoor.gemeente``, ``kantoor.locatie`` or
    ``kantoor.bestaat``.
    """
    if not _SCOPE.fullmatch(scope):
        raise Refused("kantoor.code", field="code")
    if not name.strip() or not name.isprintable():
        raise Refused("kantoor.naam", field="naam")
    if not gemeenten or not all(_GEMEENTE.fullmatch(code) for code in gemeenten):
        raise Refused("kantoor.gemeente", field="gemeente")
    if not locations or not all(place.strip() and place.isprintable() for place in locations):
        raise Refused("kantoor.locatie", field="locatie")
    if find_office(connection, scope) is not None:
        raise Refused("kantoor.bestaat", field="code")
    connection.execute(insert(office).values(scope=scope, name=name.strip()))
    connection.execute(insert(head).values(scope=scope))
    connection.execute(
        insert(office_gemeente),
        [{"scope": scope, "code": code, "place": n} for n, code in enumerate(dict.fromkeys(gemeenten))],
    )
    connection.execute(
        insert(location),
        [{"scope": scope, "name": place, "place": n} for n, place in enumerate(dict.fromkeys(locations))],
    )
    made = find_office(connection, scope)
    assert made is not None  # noqa: S101 - inserted above
    return made


def find_office(connection: Connection, scope: str) -> Office | None:
    """One office by its scope."""
    row = connection.execute(select(office).where(office.c.scope == scope)).one_or_none()
    return None if row is None else _office(connection, row)


def close_office(connection: Connection, scope: str) -> None:
    """Shut an office and its desks out; what they sent stays. Raises ``Refused('kantoor.onbekend')``."""
    found = connection.execute(
        update(office).where(office.c.scope == scope).values(active=False).returning(office.c.scope)
    ).first()
    if found is None:
        raise Refused("kantoor.onbekend", field="kantoor")


def list_offices(connection: Connection) -> list[Office]:
    """All offices by scope."""
    rows = connection.execute(select(office).order_by(office.c.scope)).all()
    return [_office(connection, row) for row in rows]


def the_office(connection: Connection, scope: str | None) -> Office:
    """The named office, or the only one. Raises ``Refused``: ``kantoor.onbekend``, ``.geen``, ``.kies``."""
    if scope is not None:
        found = find_office(connection, scope)
        if found is None:
            raise Refused("kantoor.onbekend", field="kantoor")
        return found
    offices = list_offices(connection)
    if not offices:
        raise Refused("kantoor.geen")
    if len(offices) > 1:
        raise Refused("kantoor.kies", field="kantoor")
    return offices[0]


def _office(connection: Connection, row: Row[Any]) -> Office:
    scope: str = row.scope
    codes = connection.execute(
        select(office_gemeente.c.code)
        .where(office_gemeente.c.scope == scope)
        .order_by(office_gemeente.c.place)
    ).scalars()
    places = connection.execute(
        select(location.c.name).where(location.c.scope == scope).order_by(location.c.place)
    ).scalars()
    return Office(
        scope=scope, name=row.name, gemeenten=tuple(codes), locations=tuple(places), active=row.active
    )
