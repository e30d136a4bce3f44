"""Papers under their hash, sent in parts that may be broken off and taken up again.

Kept in the database: one backup holds everything, and every process can answer. A blob belongs to the office
that sent it; the same bytes at two offices are two blobs.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from psycopg import Cursor
from sqlalchemy import Connection

from werkdesk.errors import Refused
from werkdesk.messages import problems
from werkdesk.register.database import raw

LARGEST = 32 << 20
_RANGE = re.compile(r"bytes ([0-9]{1,9})-([0-9]{1,9})/([0-9]{1,9})")
_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class BlobState:
    """How much of a blob is here. ``size``: of the whole."""

    size: int
    stored: int
    complete: bool


def check_hash(sha256: str) -> str:
    """Raises ``Refused('not_found')`` for what cannot be the name of a blob."""
    if not _HASH.fullmatch(sha256):
        raise Refused(problems.NOT_FOUND)
    return sha256


def read_range(header: str | None, length: int) -> tuple[int, int]:
    """Start and total of ``Content-Range: bytes first-last/total`` for a part of ``length`` bytes.

    Without the header the part is the whole. Raises ``Refused('unreadable')`` or ``Refused('too_large')``.
    """
    if header is None or length == 0:
        start, total = 0, length
    else:
        found = _RANGE.fullmatch(header.strip())
        if found is None:
            raise Refused(problems.UNREADABLE)
        start, last, total = (int(number) for number in found.groups())
        if last - start + 1 != length or last >= total:
            raise Refused(problems.UNREADABLE)
    if total > LARGEST:
        raise Refused(problems.TOO_LARGE)
    return start, total


def store_part(
    connection: Connection, scope: str, sha256: str, start: int, total: int, content: bytes
) -> BlobState:
    """Add a part where the last one ended; a part that is known or out of turn changes nothing.

    Either way the answer tells where to go on: at the start again when all bytes came and their hash is
    another one. Raises ``Refused('unreadable')`` when the total is not what it was.
    """
    cursor = raw(connection).cursor()
    cursor.execute(
        "INSERT INTO blob (scope, sha256, size, stored) VALUES (%s, %s, %s, 0) ON CONFLICT DO NOTHING",
        (scope, sha256, total),
    )
    state = _lock(cursor, scope, sha256)
    if state.complete:
        return state
    if state.size != total:
        raise Refused(problems.UNREADABLE)
    if start != state.stored:
        return state
    if content:
        cursor.execute(
            "INSERT INTO blob_part (scope, sha256, start, data) VALUES (%s, %s, %s, %s)",
            (scope, sha256, start, content),
        )
    state = BlobState(total, start + len(content), start + len(content) == total)
    if state.complete and _digest(connection, scope, sha256) != sha256:
        cursor.execute("DELETE FROM blob_part WHERE scope = %s AND sha256 = %s", (scope, sha256))
        state = BlobState(total, 0, complete=False)
    cursor.execute(
        "UPDATE blob SET stored = %s, complete = %s WHERE scope = %s AND sha256 = %s",
        (state.stored, state.complete, scope, sha256),
    )
    return state


def blob_state(connection: Connection, scope: str, sha256: str) -> BlobState:
    """Raises ``Refused('not_found')``."""
    row = (
        raw(connection)
        .cursor()
        .execute("SELECT size, stored, complete FROM blob WHERE scope = %s AND sha256 = %s", (scope, sha256))
        .fetchone()
    )
    if row is None:
        raise Refused(problems.NOT_FOUND)
    return BlobState(*row)


def read_blob(connection: Connection, scope: str, sha256: str) -> bytes:
    """The whole blob. Raises ``Refused('not_found')``, also while parts are missing."""
    if not blob_state(connection, scope, sha256).complete:
        raise Refused(problems.NOT_FOUND)
    return b"".join(_parts(connection, scope, sha256))


def _lock(cursor: Cursor[Any], scope: str, sha256: str) -> BlobState:
    row = cursor.execute(
        "SELECT size, stored, complete FROM blob WHERE scope = %s AND sha256 = %s FOR UPDATE", (scope, sha256)
    ).fetchone()
    assert row is not None  # noqa: S101 - inserted one statement ago
    return BlobState(*row)


def _digest(connection: Connection, scope: str, sha256: str) -> str:
    digest = hashlib.sha256()
    for part in _parts(connection, scope, sha256):
        digest.update(part)
    return digest.hexdigest()


def _parts(connection: Connection, scope: str, sha256: str) -> Iterator[bytes]:
    rows = (
        raw(connection)
        .cursor()
        .execute(
            "SELECT data FROM blob_part WHERE scope = %s AND sha256 = %s ORDER BY start", (scope, sha256)
        )
    )
    return (bytes(data) for (data,) in rows)
