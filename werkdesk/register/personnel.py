"""Members of staff: named accounts of one office, brought to a desk by a one-time code."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.dialects import postgresql

from werkdesk.domain.regels.rollen import ROLLEN
from werkdesk.errors import Refused
from werkdesk.messages.wire import Medewerker
from werkdesk.register.admin_records import put_record
from werkdesk.register.ids import new_id
from werkdesk.register.offices import Office
from werkdesk.register.one_time_codes import give_code, use_code
from werkdesk.register.tables import enrol_code, staff, staff_change, staff_desk

ROLES = ROLLEN
_USER = re.compile(r"[a-z][a-z0-9._-]{1,39}")


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffMember:
    """One member of staff."""

    id: UUID
    scope: str
    user: str
    name: str
    roles: tuple[str, ...]
    active: bool


def add_staff(
    connection: Connection, place: Office, user: str, name: str, roles: Sequence[str]
) -> tuple[StaffMember, str]:
    """Make an account and its first one-time code.

    Raises ``Refused`` with ``medewerker.gebruiker``, ``medewerker.naam``, ``medewerker.rol`` or
    ``medewerker.bestaat``.
    """
    if not _USER.fullmatch(user):
        raise Refused("medewerker.gebruiker", field="gebruiker")
    if not name.strip() or not name.isprintable() or len(name) > 200:
        raise Refused("medewerker.naam", field="naam")
    if not roles or not set(roles) <= set(ROLES):
        raise Refused("medewerker.rol", field="rol")
    if _find(connection, place.scope, user) is not None:
        raise Refused("medewerker.bestaat", field="gebruiker")
    rid = new_id()
    connection.execute(
        insert(staff).values(
            id=rid, scope=place.scope, user_name=user, name=name.strip(), roles=list(dict.fromkeys(roles))
        )
    )
    code = give_code(connection, "staff", rid)
    member = _find(connection, place.scope, user)
    assert member is not None  # noqa: S101 - inserted above
    _tell(connection, member)
    return member, code


def new_code(connection: Connection, scope: str, user: str) -> str:
    """Another one-time code, for another desk. Raises ``Refused('medewerker.onbekend')``."""
    member = _find(connection, scope, user)
    if member is None or not member.active:
        raise Refused("medewerker.onbekend", field="gebruiker")
    return give_code(connection, "staff", member.id)


def sign_in(connection: Connection, scope: str, desk_id: UUID, user: str, code: str) -> StaffMember:
    """Spend the code and note that this person may work at this desk. Raises ``Refused('code.ongeldig')``."""
    rid = use_code(connection, "staff", code, f"{desk_id} {user.strip().lower()}")
    member = _find(connection, scope, user.strip().lower()) if rid is not None else None
    if member is None or member.id != rid or not member.active:
        raise Refused("code.ongeldig")
    note = postgresql.insert(staff_desk).values(staff=rid, desk=desk_id).on_conflict_do_nothing()
    connection.execute(note)
    return member


def set_roles(
    connection: Connection, scope: str, user: str, add: Sequence[str] = (), take: Sequence[str] = ()
) -> StaffMember:
    """Give roles and take roles away; desks hear it in the feed. Roles that are there already, stay once.

    Raises ``Refused`` with ``medewerker.onbekend``, ``medewerker.rol`` (there is no such role) or
    ``medewerker.zonder_rol`` (nothing would be left: close the account instead).
    """
    if not {*add, *take} <= set(ROLES):
        raise Refused("medewerker.rol", field="rol")
    member = _locked(connection, scope, user)
    if not member.active:
        raise Refused("medewerker.onbekend", field="gebruiker")
    roles = tuple(one for one in dict.fromkeys((*member.roles, *add)) if one not in take)
    if not roles:
        raise Refused("medewerker.zonder_rol", field="rol")
    return _put(connection, replace(member, roles=roles)) if roles != member.roles else member


def restore_staff(connection: Connection, scope: str, user: str) -> tuple[StaffMember, str]:
    """Open a closed account again, with the roles it had, and give a one-time code for a desk.

    Raises ``Refused`` with ``medewerker.onbekend`` or ``medewerker.actief``.
    """
    member = _locked(connection, scope, user)
    if member.active:
        raise Refused("medewerker.actief", field="gebruiker")
    code = give_code(connection, "staff", member.id)
    return _put(connection, replace(member, active=True)), code


def revoke_staff(connection: Connection, scope: str, user: str) -> StaffMember:
    """Close an account; desks hear it in the feed. Raises ``Refused('medewerker.onbekend')``."""
    member = _locked(connection, scope, user)
    connection.execute(delete(enrol_code).where(enrol_code.c.target == member.id))
    return _put(connection, replace(member, active=False))


def list_staff(connection: Connection, scope: str | None = None) -> list[StaffMember]:
    """All members of staff, or those of one office, by sign-in name."""
    query = select(staff).order_by(staff.c.scope, staff.c.user_name)
    if scope is not None:
        query = query.where(staff.c.scope == scope)
    return [
        StaffMember(
            id=row.id, scope=row.scope, user=row.user_name, name=row.name, roles=tuple(row.roles),
            active=row.active,
        )
        for row in connection.execute(query).all()
    ]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffState:
    """What an account was from ``since`` on."""

    user: str
    roles: tuple[str, ...]
    active: bool
    since: datetime


def staff_history(connection: Connection, scope: str, user: str) -> list[StaffState]:
    """Every state of one account, oldest first. Raises ``Refused('medewerker.onbekend')``."""
    name = user.strip().lower()
    query = (
        select(staff_change)
        .where(staff_change.c.scope == scope, staff_change.c.user_name == name)
        .order_by(staff_change.c.number)
    )
    found = [
        StaffState(user=row.user_name, roles=tuple(row.roles), active=row.active, since=row.at)
        for row in connection.execute(query).all()
    ]
    if not found:
        raise Refused("medewerker.onbekend", field="gebruiker")
    return found


def _find(connection: Connection, scope: str, user: str) -> StaffMember | None:
    return next((one for one in list_staff(connection, scope) if one.user == user), None)


def _locked(connection: Connection, scope: str, user: str) -> StaffMember:
    """The account, for this transaction alone. Raises ``Refused('medewerker.onbekend')``."""
    query = select(staff.c.id).where(staff.c.scope == scope, staff.c.user_name == user.strip().lower())
    connection.execute(query.with_for_update())
    member = _find(connection, scope, user.strip().lower())
    if member is None:
        raise Refused("medewerker.onbekend", field="gebruiker")
    return member


def _put(connection: Connection, member: StaffMember) -> StaffMember:
    connection.execute(
        update(staff).where(staff.c.id == member.id).values(roles=list(member.roles), active=member.active)
    )
    _tell(connection, member)
    return member


def _tell(connection: Connection, member: StaffMember) -> None:
    state = Medewerker(
        id=member.id, user=member.user, name=member.name, roles=list(member.roles), active=member.active
    )
    seq = put_record(connection, member.scope, "medewerker", state)
    connection.execute(
        insert(staff_change).values(
            scope=member.scope, staff=member.id, user_name=member.user, roles=list(member.roles),
            active=member.active, seq=seq,
        )
    )  # fmt: skip
