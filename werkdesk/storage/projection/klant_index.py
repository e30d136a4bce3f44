"""Keeps the search tables equal to the persons, in the transaction that changes them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from werkdesk.domain.klant import Klant
from werkdesk.storage.projection.klant_rows import NameRow, klant_row, name_rows
from werkdesk.storage.projection.put_rows import standing_rows, write_changes
from werkdesk.storage.records import marks
from werkdesk.storage.search.deletions import BEGIN_LENGTHS, deletions
from werkdesk.storage.search.keys import sound
from werkdesk.storage.statements import ask, run, run_many
from werkdesk.storage.tables import projection

_ID = 1  # place of the id among the columns of klant
_NAMES = "SELECT sleutel, voornaam, datum, klant, jaar FROM zoeknaam"
_DROP_NAME = "DELETE FROM zoeknaam WHERE sleutel = ? AND voornaam = ? AND datum = ? AND klant = ?"
_PUT_NAME = "INSERT OR REPLACE INTO zoeknaam (sleutel, voornaam, datum, klant, jaar) VALUES (?, ?, ?, ?, ?)"


def index_klanten(connection: Connection, entries: Sequence[tuple[Klant, bool]], search_key: bytes) -> None:
    """Put persons into ``klant`` and the search tables. Each once; the flag says "not sent yet".

    ``search_key``: of the BSN hash, 32 bytes.
    """
    stood = standing_rows(connection, projection.klant, "id", [klant.id.bytes for klant, _ in entries])
    known = {row[_ID]: n for (n,), row in stood.items()}
    ((highest,),) = ask(connection, "SELECT coalesce(max(n), 0) FROM klant")
    rows: list[tuple[Any, ...]] = []
    names: set[NameRow] = set()
    for klant, unsent in entries:
        n = known.get(klant.id.bytes)
        if n is None:
            n = highest = highest + 1
        rows.append(klant_row(n, klant, unsent, search_key))
        names.update(name_rows(n, klant.feiten))
    write_changes(connection, projection.klant, stood, rows)
    _move_names(connection, _names_of(connection, list(known.values())), names)


def unindex_klant(connection: Connection, rid: UUID) -> None:
    """Take one person out of list and search."""
    stood = standing_rows(connection, projection.klant, "id", [rid.bytes])
    if stood:
        _move_names(connection, _names_of(connection, [n for (n,) in stood]), set())
        run(connection, "DELETE FROM klant WHERE id = ?", (rid.bytes,))


def _names_of(connection: Connection, numbers: Sequence[int]) -> set[NameRow]:
    """What stands in ``zoeknaam`` of these persons."""
    found: set[NameRow] = set()
    for start in range(0, len(numbers), 500):
        piece = tuple(numbers[start : start + 500])
        found.update(ask(connection, f"{_NAMES} WHERE klant IN ({marks(piece)})", piece))
    return found


def _move_names(connection: Connection, stood: set[NameRow], names: set[NameRow]) -> None:
    """From the ways in which surnames could be typed to the ways in which they can be now; in their order, so
    that neighbours are written together.
    """
    gone, fresh = sorted(stood - names), sorted(names - stood)
    if gone:
        run_many(connection, _DROP_NAME, [row[:4] for row in gone])
    if fresh:
        run_many(connection, _PUT_NAME, fresh)
    carriers = Counter(name for name, *_ in fresh)
    carriers.subtract(name for name, *_ in gone)
    _count(connection, carriers)


def _count(connection: Connection, carriers: Counter[str]) -> None:
    """Move the numbers of bearers; a surname nobody had yet gets its deletions, once and for ever."""
    moved = {key: change for key, change in carriers.items() if change and key}
    if not moved:
        return
    known: set[str] = set()
    keys = list(moved)
    for start in range(0, len(keys), 500):
        piece = tuple(keys[start : start + 500])
        rows = ask(
            connection,
            f"SELECT sleutel FROM achternaam WHERE sleutel IN ({marks(piece)})",  # noqa: S608
            piece,
        )
        known.update(key for (key,) in rows)
    if known:
        run_many(
            connection,
            "UPDATE achternaam SET dragers = dragers + ? WHERE sleutel = ?",
            [(moved[key], key) for key in known],
        )
    if fresh := [key for key in keys if key not in known]:
        run_many(
            connection,
            "INSERT INTO achternaam (sleutel, dragers, klank) VALUES (?, ?, ?)",
            [(key, moved[key], sound(key)) for key in fresh],
        )
        _add_deletions(connection, fresh)


def _add_deletions(connection: Connection, fresh: Sequence[str]) -> None:
    names = [(part, key) for key in fresh for part in deletions(key)]
    starts = Counter(key[:length] for key in fresh for length in BEGIN_LENGTHS if length <= len(key))
    begins = [(part, start) for start in starts for part in deletions(start)]
    run_many(connection, "INSERT OR IGNORE INTO naam_weg (weg, sleutel) VALUES (?, ?)", names)
    if starts:
        run_many(
            connection,
            "INSERT INTO naam_begin (begin, namen) VALUES (?, ?) "
            "ON CONFLICT (begin) DO UPDATE SET namen = namen + excluded.namen",
            list(starts.items()),
        )
        run_many(connection, "INSERT OR IGNORE INTO begin_weg (weg, begin) VALUES (?, ?)", begins)
