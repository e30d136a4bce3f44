"""The check of the whole cache that runs beside the work."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.fixtures.cache import NOW
from werkdesk.errors import Locked, Unavailable
from werkdesk.storage import soundness
from werkdesk.storage.engine import Cache, create_cache_file, open_cache
from werkdesk.storage.set_aside import set_aside
from werkdesk.storage.soundness import DamageMark, SlowCheck

KEY = bytes(range(32))
PAGE = 4096


@pytest.fixture
def path(folder: Path) -> Path:
    made = folder / "cache.db"
    create_cache_file(made, KEY)
    return made


@pytest.fixture
def cache(path: Path) -> Iterator[Cache]:
    opened = open_cache(path, KEY)
    with opened.write() as connection:
        for table in ("gelezen", "ongelezen"):
            connection.exec_driver_sql(f"CREATE TABLE {table} (id INTEGER PRIMARY KEY, woord TEXT) STRICT")
            connection.exec_driver_sql(f"CREATE INDEX {table}_woord ON {table} (woord)")
        words = [(f"verzonnen woord {number}",) for number in range(2000)]
        connection.exec_driver_sql("INSERT INTO gelezen (woord) VALUES (?)", words)
        connection.exec_driver_sql("INSERT INTO ongelezen (woord) VALUES (?)", words)
    yield opened
    opened.close()


def _rot(cache: Cache, path: Path) -> None:
    """Damage the last page of the file, which nobody reads at opening."""
    cache.close()
    data = bytearray(path.read_bytes())
    data[-PAGE + 100] ^= 0x20
    path.write_bytes(data)


def test_a_sound_cache_passes_and_bears_no_mark(cache: Cache) -> None:
    assert SlowCheck(cache).run()
    assert not cache.is_damaged


def test_every_table_is_read(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    monkeypatch.setattr(soundness, "quick_check", lambda _, table: seen.append(table))
    assert SlowCheck(cache).run()
    assert seen == ["sqlite_schema", "gelezen", "ongelezen"]


def test_rot_that_nobody_met_is_found_and_the_next_opening_does_not_pass_it(cache: Cache, path: Path) -> None:
    _rot(cache, path)
    opened = open_cache(path, KEY, check=False)
    assert not opened.is_damaged
    with pytest.raises(Unavailable, match=r"cache\.beschadigd"):
        SlowCheck(opened).run()
    assert opened.is_damaged
    opened.close()
    with pytest.raises(Unavailable, match=r"cache\.beschadigd"):
        open_cache(path, KEY, check=False)


def test_who_saves_does_not_wait_for_the_check(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    real = soundness.quick_check

    def save_in_between(connection: Any, table: str) -> None:
        with cache.write() as writing:
            writing.exec_driver_sql("INSERT INTO gelezen (woord) VALUES (?)", (table,))
        real(connection, table)

    monkeypatch.setattr(soundness, "quick_check", save_in_between)
    assert SlowCheck(cache).run()


def test_a_check_that_is_broken_off_ends_between_two_tables(
    cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    check, seen = SlowCheck(cache), []

    def stop_after_one(_: Any, table: str) -> None:
        seen.append(table)
        check.stop()

    monkeypatch.setattr(soundness, "quick_check", stop_after_one)
    assert not check.run()
    assert seen == ["sqlite_schema"]


def test_a_check_that_is_broken_off_within_a_table_is_no_damage(
    cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    check, real = SlowCheck(cache), soundness.quick_check

    def stop_within(connection: Any, table: str) -> None:
        connection.set_progress_handler(lambda: bool(check.stop()), 1)
        real(connection, table)

    monkeypatch.setattr(soundness, "quick_check", stop_within)
    assert not check.run()
    assert not cache.is_damaged


def test_a_closed_cache_is_not_checked(cache: Cache) -> None:
    cache.close()
    with pytest.raises(Locked, match=r"cache\.op_slot"):
        SlowCheck(cache).run()


def test_a_mark_makes_the_next_opening_look_and_goes_when_all_is_well(cache: Cache, path: Path) -> None:
    cache.close()
    DamageMark(path).set()
    again = open_cache(path, KEY, check=False)
    assert not again.is_damaged
    again.close()


def test_a_new_cache_bears_no_mark_of_the_old_one(cache: Cache, path: Path) -> None:
    cache.close()
    DamageMark(path).set()
    set_aside(path, NOW)
    create_cache_file(path, KEY)
    assert not DamageMark(path).is_set
