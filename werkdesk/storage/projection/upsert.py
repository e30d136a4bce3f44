"""The statement that puts rows into a table of the projection, built from its columns."""

from __future__ import annotations

from functools import cache

from sqlalchemy import Table


@cache
def upsert(table: Table) -> str:
    """``INSERT ... ON CONFLICT (primary key) DO UPDATE`` over all columns, in their order."""
    names = [column.name for column in table.columns]
    key = [column.name for column in table.primary_key.columns]
    updates = ", ".join(f"{name} = excluded.{name}" for name in names if name not in key)
    return (
        f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))}) "  # noqa: S608
        f"ON CONFLICT ({', '.join(key)}) DO UPDATE SET {updates}"
    )
