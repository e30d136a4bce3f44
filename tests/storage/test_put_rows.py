"""What stands in a list is written again only where it changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Column, Connection, Integer, LargeBinary, MetaData, Table, Text

from werkdesk.storage.engine import create_cache_file, open_cache
from werkdesk.storage.projection.put_rows import Row, put_rows
from werkdesk.storage.statements import ask, driver_of, run

KEY = bytes(range(32))
A, B = b"a" * 16, b"b" * 16
PROEF = Table(
    "proef", MetaData(),
    Column("zaak", LargeBinary, primary_key=True), Column("n", Integer, primary_key=True),
    Column("naam", Text), Column("dag", Text),
)  # fmt: skip


@pytest.fixture
def connection(folder: Path) -> Iterator[Connection]:
    create_cache_file(folder / "cache.db", KEY)
    cache = open_cache(folder / "cache.db", KEY, check=False)
    with cache.write() as opened:
        run(opened, "CREATE TABLE proef (zaak BLOB, n INTEGER, naam TEXT, dag TEXT, PRIMARY KEY (zaak, n))")
        put_rows(
            opened, PROEF, "zaak", [A, B], [(A, 0, "een", None), (A, 1, "twee", "dag"), (B, 0, "drie", "")]
        )
        yield opened
    cache.close()


def _written(connection: Connection, rows: list[Row]) -> int:
    before: int = driver_of(connection).total_changes
    put_rows(connection, PROEF, "zaak", [A], rows)
    return int(driver_of(connection).total_changes) - before


def _rows(connection: Connection) -> list[Row]:
    return ask(connection, "SELECT zaak, n, naam, dag FROM proef ORDER BY zaak, n")


def test_what_stands_already_is_not_written(connection: Connection) -> None:
    stood = _rows(connection)
    assert _written(connection, [(A, 0, "een", None), (A, 1, "twee", "dag")]) == 0
    assert _rows(connection) == stood


def test_a_column_that_changed_is_written_and_so_is_one_that_became_empty(connection: Connection) -> None:
    assert _written(connection, [(A, 0, "een", "nu"), (A, 1, "twee", None)]) == 2
    assert _rows(connection) == [(A, 0, "een", "nu"), (A, 1, "twee", None), (B, 0, "drie", "")]


def test_rows_that_are_no_longer_there_go_and_those_of_others_stay(connection: Connection) -> None:
    assert _written(connection, [(A, 1, "twee", "dag"), (A, 2, "vier", "dag")]) == 2
    assert _rows(connection) == [(A, 1, "twee", "dag"), (A, 2, "vier", "dag"), (B, 0, "drie", "")]
    assert _written(connection, []) == 2
    assert _rows(connection) == [(B, 0, "drie", "")]


def test_an_index_is_left_alone_while_its_columns_stay(connection: Connection) -> None:
    """Told by a column that may not be written at all."""
    run(
        connection,
        "CREATE TRIGGER vast BEFORE UPDATE OF naam ON proef BEGIN SELECT raise(ABORT, 'vast'); END",
    )
    assert _written(connection, [(A, 0, "een", "nu"), (A, 1, "twee", "nu")]) == 2
