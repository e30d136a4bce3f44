"""Records as they stand in the cache: the register's word, or that with our pending acts on top."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from uuid import UUID

from sqlalchemy import Connection

from werkdesk.domain.toepassen.toepassen import Stand
from werkdesk.messages.codec import decode_record, encode
from werkdesk.storage.statements import ask, ask_one, run, run_many

_AT_ONCE = 500  # values in one IN list

_ONE = """
SELECT body FROM overlay WHERE id = ?1 AND soort = ?2
UNION ALL
SELECT body FROM base WHERE id = ?1 AND soort = ?2 AND weg = 0
LIMIT 1
"""


def chunks(values: Iterable[bytes]) -> Iterator[list[bytes]]:
    """Pieces that fit in one IN list."""
    source = iter(values)
    while piece := list(islice(source, _AT_ONCE)):
        yield piece


def marks(values: Sequence[object]) -> str:
    """Question marks for an IN list."""
    return ",".join("?" * len(values))


def read_stand(connection: Connection, soort: str, rid: UUID) -> Stand | None:
    """The record as this desk sees it now."""
    row = ask_one(connection, _ONE, (rid.bytes, soort))
    return None if row is None else decode_record(soort, row[0])


def read_many(connection: Connection, soort: str, rids: Iterable[UUID]) -> dict[UUID, Stand]:
    """Several records of one type by id; unknown ids are absent."""
    found: dict[UUID, Stand] = {}
    for piece in chunks(rid.bytes for rid in rids):
        # Base first, so that the overlay replaces what it covers.
        for table, extra in (("base", " AND weg = 0"), ("overlay", "")):
            rows = ask(
                connection,
                f"SELECT id, body FROM {table} WHERE soort = ? AND id IN ({marks(piece)}){extra}",  # noqa: S608
                (soort, *piece),
            )
            for key, body in rows:
                found[UUID(bytes=key)] = decode_record(soort, body)
    return found


def read_base(connection: Connection, soort: str, rid: UUID) -> tuple[int, Stand | None, bool]:
    """Revision (0 when unknown), the register's word, and whether it left our scope."""
    row = ask_one(
        connection, "SELECT rev, body, weg FROM base WHERE id = ? AND soort = ?", (rid.bytes, soort)
    )
    return (0, None, False) if row is None else (row[0], decode_record(soort, row[1]), bool(row[2]))


def base_rev(connection: Connection, soort: str, rid: UUID) -> int:
    """Revision of the register's word; 0 when it never spoke of this record."""
    row = ask_one(connection, "SELECT rev FROM base WHERE id = ? AND soort = ?", (rid.bytes, soort))
    return 0 if row is None else int(row[0])


def put_overlay(connection: Connection, stands: Iterable[Stand]) -> None:
    """Keep the folded state of records with pending acts."""
    rows = [(stand.id.bytes, stand.soort, encode(stand)) for stand in stands]
    if rows:
        run_many(
            connection,
            "INSERT INTO overlay (id, soort, body) VALUES (?, ?, ?) "
            "ON CONFLICT (id, soort) DO UPDATE SET body = excluded.body",
            rows,
        )


def drop_overlay(connection: Connection, soort: str, rid: UUID) -> None:
    """The register's word is enough again."""
    run(connection, "DELETE FROM overlay WHERE id = ? AND soort = ?", (rid.bytes, soort))


def drop_base(connection: Connection, soort: str, rid: UUID) -> None:
    """Erase the register's word (``secure_delete`` overwrites it)."""
    run(connection, "DELETE FROM base WHERE id = ? AND soort = ?", (rid.bytes, soort))
