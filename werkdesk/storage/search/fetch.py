"""Rows straight from the driver: a keystroke asks many small questions, and rows of Core would cost most."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection


def fetch(connection: Connection, sql: str, values: tuple[object, ...]) -> list[tuple[Any, ...]]:
    """All rows of a statement on the same connection, in its transaction. Raises the driver's errors."""
    driver: Any = connection.connection.driver_connection
    rows: list[tuple[Any, ...]] = driver.execute(sql, values).fetchall()
    return rows
