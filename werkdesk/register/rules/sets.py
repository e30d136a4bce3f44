"""The versions of an office's rule tables as the register keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Connection, Row, func, select

from werkdesk.domain.regels.lezen import load_tables
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.regels.rollen import STELT_REGELS_VAST, STELT_REGELS_VOOR
from werkdesk.errors import Refused
from werkdesk.register.offices import Office
from werkdesk.register.personnel import list_staff
from werkdesk.register.tables import rule_set

PROPOSES = STELT_REGELS_VOOR
APPROVES = STELT_REGELS_VAST


class Effect(msgspec.Struct, frozen=True, kw_only=True):
    """What a proposal changes, as the second person sees it.

    ``records``: rule records that differ from the version that held. ``cases``: how many cases were worked
    out, ``changed``: those with another outcome (``domain.regels.vergelijken``).
    """

    records: list[dict[str, str]] = []
    cases: int = 0
    changed: list[dict[str, Any]] = []


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredSet:
    """One version. ``state``: concept, vastgesteld or vervallen. ``tables``: file name → TOML text."""

    id: UUID
    scope: str
    number: int
    state: str
    from_day: date | None
    note: str
    tables: Mapping[str, str]
    basis_version: str
    basis_print: str
    print: str
    effect: Effect
    document: str | None
    proposed_by: str
    proposed_at: datetime
    approved_by: str | None
    approved_at: datetime | None
    withdrawn_by: str | None
    withdrawn_at: datetime | None
    withdrawn_note: str = ""

    def over(self, basis: RegelSet) -> RegelSet:
        """The whole set on top of the program's tables. Raises as ``lezen.load_tables``."""
        return load_tables({name: text.encode() for name, text in self.tables.items()}, basis)

    def line(self) -> dict[str, Any]:
        """One line of a list."""
        return {
            "nummer": self.number, "kantoor": self.scope, "stand": self.state, "vanaf": self.from_day,
            "toelichting": self.note, "bestanden": sorted(self.tables), "basis": self.basis_version,
            "vingerafdruk": self.print, "opgesteld_door": self.proposed_by,
            "opgesteld_op": self.proposed_at, "vastgesteld_door": self.approved_by,
            "vastgesteld_op": self.approved_at, "ingetrokken_door": self.withdrawn_by,
            "ingetrokken_op": self.withdrawn_at, "reden": self.withdrawn_note,
            "regels_anders": len(self.effect.records),
            "gevallen": self.effect.cases, "gevallen_anders": len(self.effect.changed),
        }  # fmt: skip

    def whole(self) -> dict[str, Any]:
        """Everything of it."""
        return {**self.line(), "effect": self.effect, "tabellen": dict(self.tables)}


def list_sets(connection: Connection, scope: str) -> list[StoredSet]:
    """All versions of an office, newest first."""
    query = select(rule_set).where(rule_set.c.scope == scope).order_by(rule_set.c.number.desc())
    return [_stored(row) for row in connection.execute(query).all()]


def find_set(connection: Connection, scope: str, number: int, *, lock: bool = False) -> StoredSet:
    """One version. Raises ``Refused('regels.versie_onbekend')``."""
    query = select(rule_set).where(rule_set.c.scope == scope, rule_set.c.number == number)
    row = connection.execute(query.with_for_update() if lock else query).one_or_none()
    if row is None:
        raise Refused("regels.versie_onbekend", field="versie")
    return _stored(row)


def find_set_by_id(connection: Connection, rid: UUID) -> StoredSet | None:
    """The version that was proposed under this id, of whichever office."""
    row = connection.execute(select(rule_set).where(rule_set.c.id == rid)).one_or_none()
    return None if row is None else _stored(row)


def in_force(connection: Connection, scope: str) -> StoredSet | None:
    """The newest version that was approved and not withdrawn, also when its first day is still to come."""
    held = (one for one in list_sets(connection, scope) if one.state == "vastgesteld")
    return next(held, None)


def held_beside(connection: Connection, scope: str, shown: StoredSet) -> StoredSet | None:
    """What a version is compared with: what holds now, or, once it was approved, what held before it."""
    sets = list_sets(connection, scope)
    held = (one for one in sets if one.state == "vastgesteld")
    if shown.approved_by:
        held = (one for one in sets if one.approved_by and one.number < shown.number)
    return next(held, None)


def next_number(connection: Connection, scope: str) -> int:
    """The number of the next proposal; two at once meet at the unique constraint and one tries again."""
    newest = connection.execute(
        select(func.coalesce(func.max(rule_set.c.number), 0)).where(rule_set.c.scope == scope)
    ).scalar_one()
    return int(newest) + 1


def require_role(connection: Connection, place: Office, user: str, roles: frozenset[str]) -> str:
    """The sign-in name of an active member of staff with one of ``roles``.

    Raises ``Refused``: ``medewerker.onbekend``, ``regels.rol``.
    """
    name = user.strip().lower()
    member = next((one for one in list_staff(connection, place.scope) if one.user == name), None)
    if member is None or not member.active:
        raise Refused("medewerker.onbekend", field="gebruiker")
    if not roles & set(member.roles):
        raise Refused("regels.rol", field="gebruiker")
    return name


def _stored(row: Row[Any]) -> StoredSet:
    values = dict(row._mapping)  # noqa: SLF001 - the public name of SQLAlchemy for a row by column
    values["tables"] = msgspec.json.decode(row.tables, type=dict[str, str])
    values["effect"] = msgspec.json.decode(row.effect, type=Effect)
    return StoredSet(**values)
