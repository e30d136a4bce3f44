"""Surnames that were probably meant, when what was typed is nobody's: by a slip, or by ear."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from werkdesk.storage.records import marks
from werkdesk.storage.search.deletions import LEAST_LENGTH, allowed, deletions, distance
from werkdesk.storage.search.fetch import fetch
from werkdesk.storage.search.keys import sound

_MOST_NAMES = 40  # candidates that are looked up further
_LEAST_SOUND = 2  # letters a sound must have to say anything


def near_names(connection: Connection, key: str) -> list[str]:
    """Surnames within one slip (two from seven letters on), nearest first, then the commonest."""
    if len(key) < LEAST_LENGTH:
        return []
    parts = tuple(sorted(deletions(key)))
    rows = fetch(
        connection,
        "SELECT DISTINCT w.sleutel, a.dragers FROM naam_weg w JOIN achternaam a ON a.sleutel = w.sleutel "  # noqa: S608
        f"WHERE w.weg IN ({marks(parts)}) AND a.dragers > 0",
        parts,
    )
    return _nearest(key, rows)


def near_beginnings(connection: Connection, key: str) -> list[str]:
    """Beginnings of surnames within one slip of what is typed so far."""
    if len(key) < LEAST_LENGTH:
        return []
    parts = tuple(sorted(deletions(key)))
    rows = fetch(
        connection,
        "SELECT DISTINCT w.begin, b.namen FROM begin_weg w JOIN naam_begin b ON b.begin = w.begin "  # noqa: S608
        f"WHERE w.weg IN ({marks(parts)})",
        parts,
    )
    return _nearest(key, rows)


def like_sounding(connection: Connection, key: str) -> list[str]:
    """Surnames that sound the same, the nearest in writing first."""
    heard = sound(key)
    if len(heard) < _LEAST_SOUND:
        return []
    rows = fetch(
        connection,
        "SELECT sleutel, dragers FROM achternaam WHERE klank = ? AND dragers > 0 "
        "ORDER BY dragers DESC, sleutel LIMIT 200",
        (heard,),
    )
    most = max(3, len(key) // 2)
    ranked = sorted(
        (distance(key, name, most), -bearers, name) for name, bearers in rows if name and name != key
    )
    return [name for slips, _, name in ranked if slips <= most][:_MOST_NAMES]


def _nearest(key: str, candidates: Sequence[tuple[Any, ...]]) -> list[str]:
    most = allowed(key)
    ranked = sorted(
        (distance(key, name, most), -bearers, name) for name, bearers in candidates if name != key
    )
    return [name for slips, _, name in ranked if slips <= most][:_MOST_NAMES]
