"""Which history this is. A restored or promoted database is another one, and every desk must notice."""

from __future__ import annotations

import secrets
from uuid import UUID

from sqlalchemy import Connection, insert, select, text

from werkdesk.errors import Refused
from werkdesk.register.ids import new_id
from werkdesk.register.secret_keys import SecretKeys
from werkdesk.register.tables import epoch, register_identity


def begin_register(connection: Connection, keys: SecretKeys) -> None:
    """Give a new database its identity and first epoch; an existing one must belong to these keys."""
    if connection.execute(select(register_identity.c.id)).first() is not None:
        check_keys(connection, keys)
        return
    connection.execute(
        insert(register_identity).values(
            id=new_id(), public_key=keys.public_key, secrets_print=keys.fingerprint
        )
    )
    begin_epoch(connection, "init")


def begin_epoch(connection: Connection, reason: str) -> str:
    """Start a new history: ``init``, ``restore`` or ``timeline``."""
    name = secrets.token_hex(8)
    connection.execute(insert(epoch).values(id=name, reason=reason, timeline=_timeline(connection)))
    return name


def present_epoch(connection: Connection) -> str:
    """The epoch of now; a new one when PostgreSQL's timeline moved (a standby was promoted)."""
    row = connection.execute(
        select(epoch.c.id, epoch.c.timeline).order_by(epoch.c.number.desc()).limit(1)
    ).one_or_none()
    if row is None:
        raise Refused("register.niet_ingericht")
    if row.timeline != _timeline(connection):
        return begin_epoch(connection, "timeline")
    return str(row.id)


def register_id(connection: Connection) -> UUID:
    """Who this register is. Raises ``Refused('register.niet_ingericht')``."""
    found = connection.execute(select(register_identity.c.id)).scalar_one_or_none()
    if not isinstance(found, UUID):
        raise Refused("register.niet_ingericht")
    return found


def check_keys(connection: Connection, keys: SecretKeys) -> None:
    """Raises ``Refused('register.sleutels_anders')`` when the key file belongs to another register."""
    present = connection.execute(select(register_identity.c.secrets_print)).scalar_one_or_none()
    if present is None:
        raise Refused("register.niet_ingericht")
    if present != keys.fingerprint:
        raise Refused("register.sleutels_anders")


def _timeline(connection: Connection) -> int:
    return int(connection.execute(text("SELECT timeline_id FROM pg_control_checkpoint()")).scalar_one())
