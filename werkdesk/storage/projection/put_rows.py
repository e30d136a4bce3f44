"""Puts rows into a table of the projection and writes what differs from what stands there, nothing else.

SQLite writes an index whenever one of its columns is set, also to what it was: an act on a case that sets two
columns would write the ten indexes of its row, and a pulled person those of list and search.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table

from werkdesk.storage.projection.upsert import upsert
from werkdesk.storage.records import chunks, marks
from werkdesk.storage.statements import ask, run_many

Row = tuple[Any, ...]
Key = tuple[Any, ...]


def put_rows(
    connection: Connection, table: Table, column: str, values: Sequence[bytes], rows: Sequence[Row]
) -> None:
    """Make these rows (in the order of the columns) the only ones whose ``column`` is in ``values``."""
    stood = standing_rows(connection, table, column, values)
    write_changes(connection, table, stood, rows)
    key = _key_columns(table)
    if gone := stood.keys() - {tuple(row[place] for place in key) for row in rows}:
        where = " AND ".join(f"{table.columns[place].name} = ?" for place in key)
        run_many(connection, f"DELETE FROM {table.name} WHERE {where}", list(gone))  # noqa: S608


def standing_rows(
    connection: Connection, table: Table, column: str, values: Sequence[bytes]
) -> dict[Key, Row]:
    """The rows that have one of ``values``, by their primary key."""
    key, found = _key_columns(table), {}
    for piece in chunks(values):
        for row in ask(connection, f"{_select(table)} WHERE {column} IN ({marks(piece)})", piece):
            found[tuple(row[place] for place in key)] = row
    return found


def write_changes(
    connection: Connection, table: Table, stood: Mapping[Key, Row], rows: Sequence[Row]
) -> None:
    """Write rows that are new, and of rows that stand the columns that changed."""
    key = _key_columns(table)
    fresh: list[Row] = []
    moved: dict[tuple[int, ...], list[Row]] = {}
    for row in rows:
        name = tuple(row[place] for place in key)
        before = stood.get(name)
        if before is None:
            fresh.append(row)
        elif changed := tuple(place for place, value in enumerate(row) if value != before[place]):
            moved.setdefault(changed, []).append((*(row[place] for place in changed), *name))
    if fresh:
        run_many(connection, upsert(table), fresh)
    for changed, values in moved.items():
        run_many(connection, _update(table, changed), values)


@cache
def _key_columns(table: Table) -> tuple[int, ...]:
    return tuple(place for place, column in enumerate(table.columns) if column.primary_key)


@cache
def _select(table: Table) -> str:
    return f"SELECT {', '.join(column.name for column in table.columns)} FROM {table.name}"  # noqa: S608


@cache
def _update(table: Table, changed: tuple[int, ...]) -> str:
    names = [column.name for column in table.columns]
    key = " AND ".join(f"{names[place]} = ?" for place in _key_columns(table))
    return f"UPDATE {table.name} SET {', '.join(f'{names[place]} = ?' for place in changed)} WHERE {key}"  # noqa: S608
