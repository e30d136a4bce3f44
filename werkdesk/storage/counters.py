"""Numbers that are never given out twice, without a disk sync for each.

``counter.reserved`` is durable and never below the last number given out. The transaction that files the acts
of a number reserves the next one too, so that as a rule the next number needs no transaction of its own. A
number that was reserved and not given out is skipped after a crash: a gap is harmless, a double is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection

from werkdesk.storage.statements import ask, run_many

_DAILY = re.compile(r".*\.[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DAYS_KEPT = 8
SKIPPED = 100
"""More than a desk gives out in a day."""
_KENMERKEN = {"kenmerk.M": ("melding", "kenmerk", "M"), "kenmerk.O": ("overeenkomst", "nummer", "O")}


def read_counters(connection: Connection) -> dict[str, int]:
    """Every counter with the highest number that counts as given out."""
    return dict(ask(connection, "SELECT name, reserved FROM counter"))


def reserve(connection: Connection, numbers: Mapping[str, int]) -> None:
    """Raise counters to at least these numbers."""
    if numbers:
        run_many(
            connection,
            "INSERT INTO counter (name, reserved) VALUES (?, ?) "
            "ON CONFLICT (name) DO UPDATE SET reserved = max(reserved, excluded.reserved)",
            list(numbers.items()),
        )


def highest_known(connection: Connection, name: str, balie: int) -> int:
    """The highest number of a counter of kenmerken in what the register told; 0 for other counters.

    For a cache that was made anew and whose own count is lost: what people have on paper is not given again.
    """
    place = _KENMERKEN.get(name)
    if place is None:
        return 0
    table, column, kind = place
    start = f"{kind}-{balie}-"
    rows = connection.exec_driver_sql(
        f"SELECT {column} FROM {table} WHERE {column} >= ? AND {column} < ?",  # noqa: S608 - our own names
        (start, f"{kind}-{balie}."),
    )
    return max((int(kenmerk.split("-")[2]) for (kenmerk,) in rows), default=0)


def skip(connection: Connection, most: int = SKIPPED) -> None:
    """Leave numbers out, after work was lost that nobody can count: what is on paper stays unique."""
    connection.exec_driver_sql(
        "UPDATE counter SET reserved = reserved + ? WHERE name LIKE 'kenmerk.%'", (most,)
    )


def release(connection: Connection, given: Mapping[str, int]) -> None:
    """At a clean end: what was reserved and not given out may be used at the next start."""
    if given:
        connection.exec_driver_sql(
            "UPDATE counter SET reserved = ? WHERE name = ?",
            [(number, name) for name, number in given.items()],
        )


def forget_days(connection: Connection) -> None:
    """Drop counters of days long gone (their names end in a date)."""
    daily = sorted((n for n in read_counters(connection) if _DAILY.fullmatch(n)), key=lambda n: n[-10:])
    connection_rows = [(name,) for name in _older(daily)]
    if connection_rows:
        connection.exec_driver_sql("DELETE FROM counter WHERE name = ?", connection_rows)


def _older(names: Iterable[str]) -> list[str]:
    days = sorted({name[-10:] for name in names})
    keep = set(days[-_DAYS_KEPT:])
    return [name for name in names if name[-10:] not in keep]
