"""Looks of a desk into the log of its office: one transaction, by the database function alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from werkdesk.errors import Refused
from werkdesk.messages import problems
from werkdesk.messages.chain import START
from werkdesk.messages.inzage import LOOKS_AT_ONCE, Blik, BlikRequest, is_chain
from werkdesk.register.database import raw
from werkdesk.register.ids import new_id
from werkdesk.register.secret_keys import SecretKeys
from werkdesk.register.sessions import DeskSession

LOOK, BROKEN = "raadplegen", "keten_onderbroken"
_SHOWN, _NOTED = "getoond", "vastgelegd"
_LONGEST_TEXT = 500

_LOCK = """
INSERT INTO access_desk (desk, number, hash) VALUES (%s, 0, %s) ON CONFLICT DO NOTHING
"""
_STAND = "SELECT number, hash FROM access_desk WHERE desk = %s FOR UPDATE"
_KNOWN = "SELECT entry FROM access_log WHERE entry = ANY(%s::uuid[])"
_ROLES = "SELECT user_name, roles FROM staff WHERE scope = %s AND user_name = ANY(%s::text[])"
_APPEND = f"SELECT append_access({', '.join(['%s'] * 17)})"
_HEAD = "SELECT number, hash FROM access_head WHERE scope = %s"
_SEAL = "UPDATE access_head SET seal = %s WHERE scope = %s AND number = %s"
_FORWARD = "UPDATE access_desk SET number = %s, hash = %s WHERE desk = %s"


@dataclass(frozen=True, slots=True)
class Stand:
    """How far the chain of a desk is here, and the head of the log of its office."""

    n: int
    hash: str
    head_number: int = 0
    head_hash: str = ""


def take_looks(connection: Connection, desk: DeskSession, request: BlikRequest, keys: SecretKeys) -> Stand:
    """Append what is new; nothing when the run does not join the chain of this desk, unless it says why.

    Raises ``Refused``: ``forked`` for another PC, ``unreadable`` for a run that is no chain.
    """
    if request.desk_id != desk.id or request.instance_id != desk.instance_id:
        raise Refused(problems.FORKED)
    _check(request)
    cursor = raw(connection).cursor()
    cursor.execute(_LOCK, (desk.id, START))
    stand = cursor.execute(_STAND, (desk.id,)).fetchone()
    assert stand is not None  # noqa: S101 - made above
    number, last_hash = int(stand[0]), str(stand[1])
    looks = request.blikken
    known = {row[0] for row in cursor.execute(_KNOWN, ([one.id for one in looks],)).fetchall()}
    fresh = [one for one in looks if one.id not in known]
    if fresh:
        joins = _before(request, fresh[0]) == last_hash and fresh[0].n == number + 1
        if not joins and not request.lost:
            return _stand(connection, desk, number, last_hash)
        rows = [] if joins else [_broken(desk, fresh[0], number)]
        roles = _roles_of(connection, desk.scope, fresh)
        rows += [_row(desk, one, roles.get(one.actor, "")) for one in fresh]
        cursor.executemany(_APPEND, rows)
        number, last_hash = looks[-1].n, looks[-1].hash
        cursor.execute(_FORWARD, (number, last_hash, desk.id))
        _seal(connection, desk.scope, keys)
    return _stand(connection, desk, number, last_hash)


def _check(request: BlikRequest) -> None:
    looks = request.blikken
    if len(looks) > LOOKS_AT_ONCE or not is_chain(looks, request.prev_hash):
        raise Refused(problems.UNREADABLE)
    for one in looks:
        texts = (one.actor, one.wat, one.reden, one.toelichting, one.stuk)
        fits = all(len(text) <= _LONGEST_TEXT and (not text or text.isprintable()) for text in texts)
        if not fits or one.at.tzinfo is None or not 0 <= one.balie < 1 << 31:
            raise Refused(problems.UNREADABLE)


def _before(request: BlikRequest, first: Blik) -> str:
    """The chain hash before the first look that is new."""
    previous = request.prev_hash
    for one in request.blikken:
        if one.id == first.id:
            break
        previous = one.hash
    return previous


def _roles_of(connection: Connection, scope: str, looks: Sequence[Blik]) -> dict[str, str]:
    """Roles as the register knows them now; empty for who is not of this office."""
    actors = sorted({one.actor for one in looks})
    rows = raw(connection).cursor().execute(_ROLES, (scope, actors)).fetchall()
    return {user: " ".join(sorted(roles)) for user, roles in rows}


def _row(desk: DeskSession, one: Blik, role: str) -> tuple[Any, ...]:
    return (
        desk.scope, one.id, one.at, one.actor, desk.scope, role, desk.id, one.balie, one.bezoek, LOOK,
        "klant", one.klant, one.wat, one.stuk, one.reden, one.toelichting, _SHOWN,
    )  # fmt: skip


def _broken(desk: DeskSession, first: Blik, number: int) -> tuple[Any, ...]:
    """A line of the register's own: the chain of this desk does not go on where it was."""
    entry: UUID = new_id()
    words = f"{number} {first.n}"
    return (
        desk.scope, entry, datetime.now(UTC), "register", desk.scope, "", desk.id, first.balie, None, BROKEN,
        "balie", desk.id, "", "", "", words, _NOTED,
    )  # fmt: skip


def _seal(connection: Connection, scope: str, keys: SecretKeys) -> None:
    cursor = raw(connection).cursor()
    row = cursor.execute(_HEAD, (scope,)).fetchone()
    assert row is not None  # noqa: S101 - the function just wrote it
    cursor.execute(_SEAL, (keys.log_seal(scope, row[0], bytes(row[1])), scope, row[0]))


def _stand(connection: Connection, desk: DeskSession, number: int, last_hash: str) -> Stand:
    row = raw(connection).cursor().execute(_HEAD, (desk.scope,)).fetchone()
    return Stand(number, last_hash, *((int(row[0]), bytes(row[1]).hex()) if row is not None else (0, "")))
