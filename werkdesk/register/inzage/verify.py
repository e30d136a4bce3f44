"""Verifies the log of an office: other code than what wrote it, over the rows as they stand.

What was changed, taken out, moved, added or cut off shows by the number of its line. Who rewrites the whole
log and its head needs a key that the database does not have; who puts an older log back with its seal is
noticed by an anchor: the head that a desk or an earlier report remembers.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg
from psycopg.rows import namedtuple_row
from sqlalchemy import Connection

from werkdesk.register.database import raw
from werkdesk.register.secret_keys import SecretKeys

START = bytes(32)
MOST_FOUND = 100
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
COLUMNS = (
    "scope", "number", "entry", "at", "received_at", "actor", "acting_for", "role", "desk", "desk_number",
    "visit", "action", "object_type", "object_id", "shown", "paper", "reason_code", "reason_text", "result",
    "previous_hash", "hash",
)  # fmt: skip
_ROWS = f"SELECT {', '.join(COLUMNS)} FROM access_log WHERE scope = %s ORDER BY number, id"  # noqa: S608
_HEAD = "SELECT number, hash, seal FROM access_head WHERE scope = %s"
_SCOPES = """
SELECT scope FROM office UNION SELECT scope FROM access_log UNION SELECT scope FROM access_head ORDER BY scope
"""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A head that somebody remembers outside the database: number and hash (hex)."""

    number: int
    hash: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with which line. ``fout``: ``gewijzigd``, ``losgemaakt``, ``ontbreekt``, ``dubbel``,
    ``afgekapt``, ``kop``, ``zegel``, ``anker``.
    """

    regel: int
    fout: str


@dataclass(slots=True)
class Verified:
    """What verifying the log of one office found; ``gevonden`` holds the first hundred findings."""

    kantoor: str
    regels: int = 0
    kop: str = ""
    aantal_fouten: int = 0
    gevonden: list[Finding] = field(default_factory=list)

    @property
    def in_orde(self) -> bool:
        """Whether nothing was found."""
        return not self.aantal_fouten

    def found(self, line: int, what: str) -> None:
        """One finding more."""
        self.aantal_fouten += 1
        if len(self.gevonden) < MOST_FOUND:
            self.gevonden.append(Finding(line, what))


def scopes_with_log(connection: Connection) -> list[str]:
    """Every office, and every office that left a line or a head."""
    return [row[0] for row in raw(connection).cursor().execute(_SCOPES).fetchall()]


def verify(connection: Connection, scope: str, keys: SecretKeys, anchor: Anchor | None = None) -> Verified:
    """Walk through the log of one office. Reads a thousand rows at a time."""
    told = Verified(scope)
    previous, expected, met = START, 1, None
    for row in rows_of(connection, scope):
        told.regels += 1
        if row.number > expected:
            told.found(expected, "ontbreekt")
        elif row.number < expected:
            told.found(row.number, "dubbel")
        if hash_of(row) != row.hash:
            told.found(row.number, "gewijzigd")
        elif row.previous_hash != previous and row.number == expected:
            told.found(row.number, "losgemaakt")
        if anchor is not None and row.number == anchor.number:
            met = row.hash.hex() == anchor.hash.lower()
        previous, expected = row.hash, row.number + 1
    told.kop = f"{expected - 1}:{previous.hex()}"
    _check_head(connection, scope, keys, told, expected - 1, previous)
    if anchor is not None and anchor.number and not met:
        told.found(anchor.number, "anker")
    return told


def _check_head(
    connection: Connection, scope: str, keys: SecretKeys, told: Verified, last: int, last_hash: bytes
) -> None:
    head = raw(connection).cursor().execute(_HEAD, (scope,)).fetchone()
    if head is None:
        if last:
            told.found(last, "kop")
        return
    number, hash_, seal = int(head[0]), bytes(head[1]), bytes(head[2])
    if number > last:
        told.found(last + 1, "afgekapt")
    elif number < last or hash_ != last_hash:
        told.found(last, "kop")
    if number and not hmac.compare_digest(seal, keys.log_seal(scope, number, hash_)):
        told.found(number, "zegel")


def rows_of(connection: Connection, scope: str) -> Iterator[Any]:
    """The lines of an office by number, one at a time; binary columns as ``bytes``."""
    driver: psycopg.Connection[Any] = raw(connection)
    with driver.cursor(name="werkdesk_inzage", row_factory=namedtuple_row) as cursor:
        cursor.itersize = 1_000
        cursor.execute(_ROWS, (scope,))
        yield from cursor


def hash_of(row: Any) -> bytes:
    """What the hash of a line should be: SHA-256 over the one before it and its fields with their lengths."""
    fields = (
        row.scope, str(row.number), str(row.entry), _micros(row.at), _micros(row.received_at), row.actor,
        row.acting_for, row.role, _text(row.desk), _text(row.desk_number), _text(row.visit), row.action,
        row.object_type, _text(row.object_id), row.shown, row.paper, row.reason_code, row.reason_text,
        row.result,
    )  # fmt: skip
    content = ",".join(map(_field, fields)).encode()
    return hashlib.sha256(bytes(row.previous_hash) + content).digest()


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _micros(moment: datetime) -> str:
    return str((moment - _EPOCH) // timedelta(microseconds=1))


def _field(value: str | None) -> str:
    return "-" if value is None else f"{len(value.encode())}:{value}"
