"""One-time codes: read out or written on paper, used once within fifteen minutes; only a hash is kept."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta
from typing import Literal
from uuid import UUID

from sqlalchemy import Connection, delete, func, insert, or_, select, update

from werkdesk.register.tables import enrol_code

CodeKind = Literal["desk", "staff"]
VALID = timedelta(minutes=15)

# Crockford's 32: no I, L, O or U. Twelve of them are 60 bits, far beyond what fifteen minutes can try.
_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKALIKES = str.maketrans("ILO", "110", " -")


def give_code(connection: Connection, kind: CodeKind, target: UUID) -> str:
    """A fresh code for a desk or a member of staff, ``ABCD-EFGH-JKMN``; older unused ones stop working."""
    connection.execute(
        delete(enrol_code).where(enrol_code.c.target == target, enrol_code.c.used_at.is_(None))
    )
    signs = "".join(secrets.choice(_SIGNS) for _ in range(12))
    connection.execute(
        insert(enrol_code).values(hash=_hash(signs), kind=kind, target=target, expires_at=func.now() + VALID)
    )
    return f"{signs[:4]}-{signs[4:8]}-{signs[8:]}"


def use_code(connection: Connection, kind: CodeKind, code: str, used_by: str) -> UUID | None:
    """Whose code this is, if it is good; it is spent from the commit of this transaction on.

    ``used_by`` says who uses it. The same one may use it again while it is valid: a lost answer is asked for
    once more, and must then be answered alike.
    """
    found = connection.execute(
        update(enrol_code)
        .where(
            enrol_code.c.hash == _hash(code.upper().translate(_LOOKALIKES)),
            enrol_code.c.kind == kind,
            or_(enrol_code.c.used_at.is_(None), enrol_code.c.used_by == used_by),
            enrol_code.c.expires_at > func.now(),
        )
        .values(used_at=func.now(), used_by=used_by)
        .returning(enrol_code.c.target)
    ).scalar_one_or_none()
    return found if isinstance(found, UUID) else None


def has_open_code(connection: Connection, target: UUID) -> bool:
    """Whether a code for this desk or person is waiting to be used."""
    query = select(enrol_code.c.hash).where(
        enrol_code.c.target == target, enrol_code.c.used_at.is_(None), enrol_code.c.expires_at > func.now()
    )
    return connection.execute(query).first() is not None


def _hash(signs: str) -> bytes:
    return hashlib.sha256(signs.encode()).digest()
