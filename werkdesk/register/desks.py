"""Desks: given a number by the administrator, enrolled by a one-time code, known by a token, revoked."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, func, insert, select, update

from werkdesk.errors import Refused
from werkdesk.messages.chain import START
from werkdesk.messages.wire import Balie, EnrolRequest
from werkdesk.register.admin_records import put_record
from werkdesk.register.heard import begin_hearing
from werkdesk.register.ids import new_id
from werkdesk.register.offices import Office
from werkdesk.register.one_time_codes import give_code, has_open_code, use_code
from werkdesk.register.tables import desk, office

_HIGHEST = 9_999  # a kenmerk has room for four digits


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDesk:
    """A desk that waits for its PC. ``code`` is shown once and kept nowhere."""

    id: UUID
    scope: str
    balie: int
    location: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EnrolledDesk:
    """A desk right after enrolment. ``token`` is told to the desk once; the register keeps its hash."""

    id: UUID
    scope: str
    balie: int
    location: str
    token: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskState:
    """A desk as the overview shows it."""

    id: UUID
    scope: str
    balie: int
    location: str
    hostname: str
    enrolled_at: datetime | None
    revoked_at: datetime | None
    last_seen_at: datetime | None
    outbox: int
    attention: int
    blobs: int
    waits_for_code: bool


def add_desk(connection: Connection, place: Office, where: str | None, balie: int | None = None) -> NewDesk:
    """Give a desk the next number of its office, and a code for its PC.

    Raises ``Refused`` with ``balie.locatie``, ``balie.nummer`` or ``balie.bestaat``.
    """
    chosen = where if where is not None else place.locations[0]
    if chosen not in place.locations:
        raise Refused("balie.locatie", field="locatie")
    # The office row is the gate: two administrators at once get two numbers.
    connection.execute(select(office.c.scope).where(office.c.scope == place.scope).with_for_update())
    taken = set(connection.execute(select(desk.c.balie).where(desk.c.scope == place.scope)).scalars())
    number = balie if balie is not None else max(taken, default=0) + 1
    if not 1 <= number <= _HIGHEST:
        raise Refused("balie.nummer", field="nummer")
    if number in taken:
        raise Refused("balie.bestaat", field="nummer")
    rid = new_id()
    connection.execute(
        insert(desk).values(id=rid, scope=place.scope, balie=number, location=chosen, last_hash=START)
    )
    code = give_code(connection, "desk", rid)
    put_record(connection, place.scope, "balie", Balie(id=rid, balie=number, location=chosen))
    return NewDesk(id=rid, scope=place.scope, balie=number, location=chosen, code=code)


def enrol_desk(connection: Connection, request: EnrolRequest) -> EnrolledDesk:
    """Make the PC with this code that desk. Raises ``Refused('code.ongeldig')`` whatever is wrong."""
    rid = use_code(connection, "desk", request.code, f"{request.public_key} {request.instance_id}")
    if rid is None:
        raise Refused("code.ongeldig")
    token = secrets.token_urlsafe(32)
    row = connection.execute(
        update(desk)
        .where(desk.c.id == rid, desk.c.revoked_at.is_(None))
        .values(
            public_key=request.public_key,
            instance_id=request.instance_id,
            hostname=request.hostname,
            app_version=request.app_version,
            token_hash=token_hash(token),
            enrolled_at=func.now(),
            last_seen_at=func.now(),
        )
        .returning(desk.c.scope, desk.c.balie, desk.c.location)
    ).one_or_none()
    if row is None:
        raise Refused("code.ongeldig")
    begin_hearing(connection, rid, row.scope)
    return EnrolledDesk(id=rid, scope=row.scope, balie=row.balie, location=row.location, token=token)


def revoke_desk(connection: Connection, scope: str, balie: int) -> UUID:
    """Shut a desk out from its next call on; its number stays taken. Raises ``Refused('balie.onbekend')``."""
    row = connection.execute(
        update(desk)
        .where(desk.c.scope == scope, desk.c.balie == balie)
        .values(revoked_at=func.coalesce(desk.c.revoked_at, func.now()))
        .returning(desk.c.id, desk.c.location)
    ).one_or_none()
    if row is None:
        raise Refused("balie.onbekend", field="nummer")
    rid: UUID = row.id
    put_record(connection, scope, "balie", Balie(id=rid, balie=balie, location=row.location, active=False))
    return rid


def list_desks(connection: Connection, scope: str | None = None) -> list[DeskState]:
    """All desks, or those of one office, by number."""
    query = select(desk).order_by(desk.c.scope, desk.c.balie)
    if scope is not None:
        query = query.where(desk.c.scope == scope)
    return [
        DeskState(
            id=row.id, scope=row.scope, balie=row.balie, location=row.location, hostname=row.hostname,
            enrolled_at=row.enrolled_at, revoked_at=row.revoked_at, last_seen_at=row.last_seen_at,
            outbox=row.outbox, attention=row.attention, blobs=row.blobs,
            waits_for_code=has_open_code(connection, row.id),
        )
        for row in connection.execute(query).all()
    ]  # fmt: skip


def token_hash(token: str) -> bytes:
    """What is kept of a token: it has 256 random bits, so a plain hash cannot be undone."""
    return hashlib.sha256(token.encode()).digest()
