"""Keeps the search tables equal to the persons, in the transaction that changes them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Connection

from werkdesk.domain.klant import Klant
from werkdesk.storage.projection.klant_rows import klant_row, name_rows
from werkdesk.storage.projection.upsert import upsert
from werkdesk.storage.records import chunks, marks
from werkdesk.storage.search.deletions import BEGIN_LENGTHS, deletions
from werkdesk.storage.search.keys import sound
from werkdesk.storage.statements import ask, run, run_many
from werkdesk.storage.tables import projection

_PUT_NAME = "INSERT OR REPLACE INTO zoeknaam (sleutel, voornaam, datum, klant, jaar) VALUES (?, ?, ?, ?, ?)"


def index_klanten(connection: Connection, entries: Sequence[tuple[Klant, bool]], search_key: bytes) -> None:
    """Put persons into ``klant`` and the search tables. Each once; the flag says "not sent yet".

    ``search_key``: of the BSN hash, 32 bytes.
    """
    known = _numbers(connection, [klant.id for klant, _ in entries])
    carriers: Counter[str] = Counter()
    if known:
        _forget_names(connection, list(known.values()), carriers)
    ((highest,),) = ask(connection, "SELECT coalesce(max(n), 0) FROM klant")
    rows, names = [], []
    for klant, unsent in entries:
        n = known.get(klant.id)
        if n is None:
            n = highest = highest + 1
        rows.append(klant_row(n, klant, unsent, search_key))
        names.extend(name_rows(n, klant.feiten))
    run_many(connection, upsert(projection.klant), rows)
    run_many(connection, _PUT_NAME, names)
    carriers.update(name for name, *_ in names)
    _count(connection, carriers)


def unindex_klant(connection: Connection, rid: UUID) -> None:
    """Take one person out of list and search."""
    known = _numbers(connection, [rid])
    if known:
        carriers: Counter[str] = Counter()
        _forget_names(connection, list(known.values()), carriers)
        _count(connection, carriers)
        run(connection, "DELETE FROM klant WHERE id = ?", (rid.bytes,))


def _numbers(connection: Connection, rids: Sequence[UUID]) -> dict[UUID, int]:
    found: dict[UUID, int] = {}
    for piece in chunks(rid.bytes for rid in rids):
        rows = ask(
            connection,
            f"SELECT id, n FROM klant WHERE id IN ({marks(piece)})",  # noqa: S608
            tuple(piece),
        )
        found.update((UUID(bytes=key), n) for key, n in rows)
    return found


def _forget_names(connection: Connection, numbers: Sequence[int], carriers: Counter[str]) -> None:
    for start in range(0, len(numbers), 500):
        piece = tuple(numbers[start : start + 500])
        rows = ask(
            connection,
            f"DELETE FROM zoeknaam WHERE klant IN ({marks(piece)}) RETURNING sleutel",  # noqa: S608
            piece,
        )
        carriers.subtract(key for (key,) in rows)


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
