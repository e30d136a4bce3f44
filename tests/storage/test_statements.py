"""The short road to the driver keeps the promises of the long one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection
from sqlcipher3 import dbapi2

from werkdesk.errors import Unavailable
from werkdesk.storage.engine import Cache, create_cache_file, open_cache
from werkdesk.storage.statements import ask, ask_one, driver_of, run, run_many

KEY = bytes(range(32))
By = Callable[[Connection, str], Any]
HIDDEN = "Voorbeeldachternaam"


@pytest.fixture
def cache(folder: Path) -> Iterator[Cache]:
    create_cache_file(folder / "cache.db", KEY)
    opened = open_cache(folder / "cache.db", KEY, check=False)
    with opened.write() as connection:
        run(connection, "CREATE TABLE proef (naam TEXT NOT NULL UNIQUE) STRICT")
    yield opened
    opened.close()


def _names(cache: Cache) -> list[tuple[str, ...]]:
    with cache.read() as connection:
        return ask(connection, "SELECT naam FROM proef ORDER BY naam")


def test_what_is_run_in_a_transaction_is_kept_with_it_or_not_at_all(cache: Cache) -> None:
    with cache.write() as connection:
        run_many(connection, "INSERT INTO proef (naam) VALUES (?)", [("b",), ("a",)])
    with pytest.raises(KeyError), cache.write() as connection:
        _empty_and_fail(connection)
    assert _names(cache) == [("a",), ("b",)]


def test_one_row_is_given_or_none(cache: Cache) -> None:
    with cache.write() as connection:
        run(connection, "INSERT INTO proef (naam) VALUES (?)", ("a",))
        assert ask_one(connection, "SELECT naam FROM proef WHERE naam = ?", ("a",)) == ("a",)
        assert ask_one(connection, "SELECT naam FROM proef WHERE naam = ?", ("b",)) is None


def test_a_broken_rule_is_a_defect_that_shows_no_value_and_breaks_no_connection(cache: Cache) -> None:
    with cache.write() as connection, pytest.raises(dbapi2.IntegrityError) as caught:
        run_many(connection, "INSERT INTO proef (naam) VALUES (?)", [(HIDDEN,), (HIDDEN,)])
    assert HIDDEN not in str(caught.value)
    assert not connection.invalidated


@pytest.mark.parametrize("by", [run, ask])
def test_a_connection_that_met_a_full_disk_is_closed_and_another_one_works(cache: Cache, by: By) -> None:
    drivers: list[Any] = []
    with pytest.raises(Unavailable, match=r"schijf\.vol"), cache.write() as connection:
        _fill(connection, by, drivers)
    with pytest.raises(dbapi2.ProgrammingError):
        drivers[0].execute("SELECT 1")
    with cache.write() as connection:
        run(connection, "INSERT INTO proef (naam) VALUES ('c')")
    assert _names(cache) == [("c",)]


def _empty_and_fail(connection: Connection) -> None:
    run(connection, "DELETE FROM proef")
    raise KeyError


def _fill(connection: Connection, by: By, drivers: list[Any]) -> None:
    drivers.append(driver_of(connection))
    ((pages,),) = ask(connection, "PRAGMA page_count")
    run(connection, f"PRAGMA max_page_count = {pages}")
    by(connection, "INSERT INTO proef (naam) VALUES (hex(zeroblob(100000)))")
