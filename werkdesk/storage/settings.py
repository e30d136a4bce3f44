"""Small facts about this desk, each under a name, as JSON."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection

from werkdesk.messages.codec import encode
from werkdesk.storage.statements import ask_one, run

T = TypeVar("T")


class Chain(msgspec.Struct, frozen=True):
    """The last act this desk wrote: its number and chain hash."""

    mseq: int = 0
    hash: str = ""


class Line(msgspec.Struct, frozen=True):
    """What the last calls brought. Moments in microseconds since 1970.

    ``down_from``: number of the first act that waited when the line went down.
    ``clock_ms``: our clock minus the register's. It is sent along and shown; nothing is ordered by it.
    """

    last_round: int | None = None
    down_since: int | None = None
    down_from: int = 0
    code: str | None = None
    epoch: str = ""
    scopes: tuple[str, ...] = ()
    clock_ms: int = 0


def read_setting(connection: Connection, name: str, kind: type[T]) -> T | None:
    """The value under ``name``, or ``None``."""
    row = ask_one(connection, "SELECT value FROM setting WHERE name = ?", (name,))
    return None if row is None else msgspec.json.decode(row[0], type=kind)


def write_setting(connection: Connection, name: str, value: Any) -> None:
    """Put ``value`` under ``name``."""
    run(
        connection,
        "INSERT INTO setting (name, value) VALUES (?, ?) "
        "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, encode(value)),
    )


def read_chain(connection: Connection) -> Chain:
    """Where this desk's chain of acts ends."""
    return read_setting(connection, "chain", Chain) or Chain()


def write_chain(connection: Connection, chain: Chain) -> None:
    """Move the end of the chain, in the transaction that files the acts."""
    write_setting(connection, "chain", chain)


def read_line(connection: Connection) -> Line:
    """What is known of the line to the register."""
    return read_setting(connection, "line", Line) or Line()


def write_line(connection: Connection, line: Line) -> None:
    """Put down what is known of the line."""
    write_setting(connection, "line", line)
