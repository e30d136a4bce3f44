"""The short road from an open transaction to the driver, for what every save and every pulled page runs.

SQLAlchemy keeps the connections, the transactions and the rows that screens read; around one statement it
adds five times what most of these statements cost themselves (24 against 4 microseconds). Texts are fixed,
values go beside them, and errors end in :func:`werkdesk.storage.failures.storage_errors` as all others do.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection
from sqlcipher3 import dbapi2

from werkdesk.storage.failures import is_broken

Values = Sequence[Any]


def run(connection: Connection, statement: str, values: Values = ()) -> None:
    """Do one statement."""
    try:
        driver_of(connection).execute(statement, values)
    except dbapi2.Error as error:
        _drop_if_broken(connection, error)
        raise


def run_many(connection: Connection, statement: str, rows: Sequence[Values]) -> None:
    """Do one statement for every row; nothing when there are none."""
    try:
        driver_of(connection).executemany(statement, rows)
    except dbapi2.Error as error:
        _drop_if_broken(connection, error)
        raise


def ask(connection: Connection, statement: str, values: Values = ()) -> list[tuple[Any, ...]]:
    """Every row."""
    try:
        found: list[tuple[Any, ...]] = driver_of(connection).execute(statement, values).fetchall()
    except dbapi2.Error as error:
        _drop_if_broken(connection, error)
        raise
    return found


def ask_one(connection: Connection, statement: str, values: Values = ()) -> tuple[Any, ...] | None:
    """The first row, or ``None``; for a statement that gives few."""
    found = ask(connection, statement, values)
    return found[0] if found else None


def driver_of(connection: Connection) -> Any:
    """The driver's own connection under SQLAlchemy's."""
    return connection.connection.driver_connection


def _drop_if_broken(connection: Connection, error: dbapi2.Error) -> None:
    """After an I/O error nobody knows what a connection holds; the engine does so for its own statements."""
    if is_broken(error):
        connection.invalidate(error)
        connection.engine.dispose()
