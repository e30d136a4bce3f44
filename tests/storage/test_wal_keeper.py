"""The WAL is emptied beside the work: no save pays for it, and it does not grow."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.patience import wait_for
from werkdesk.errors import Unavailable
from werkdesk.storage.engine import Cache, create_cache_file, open_cache
from werkdesk.storage.wal_keeper import PAGES, WalKeeper

KEY = bytes(range(32))


@pytest.fixture
def cache(folder: Path) -> Iterator[Cache]:
    create_cache_file(folder / "cache.db", KEY)
    opened = open_cache(folder / "cache.db", KEY)
    opened.wal.stop()
    opened.wal = WalKeeper(opened.connect_aside, calm_seconds=0.0)
    with opened.write() as connection:
        connection.exec_driver_sql("CREATE TABLE melding (id INTEGER PRIMARY KEY, inhoud BLOB) STRICT")
    yield opened
    opened.close()


def _save(cache: Cache, pages: int) -> None:
    for _ in range(pages // 20):
        with cache.write() as connection:
            connection.exec_driver_sql(
                "INSERT INTO melding (inhoud) VALUES (?)", [(bytes(4000),) for _ in range(20)]
            )


def _waiting(cache: Cache) -> int:
    """Pages that stand in the WAL alone."""
    connection = cache.connect_aside()
    try:
        _, pages, done = connection.execute("PRAGMA wal_checkpoint(NOOP)").fetchone()
        return int(pages - done)
    finally:
        connection.close()


def test_a_wal_that_became_long_is_emptied_by_itself(cache: Cache) -> None:
    _save(cache, PAGES * 2)
    wait_for(lambda: _waiting(cache) < PAGES)
    _save(cache, PAGES * 2)
    wait_for(lambda: _waiting(cache) < PAGES)


def test_without_it_the_wal_goes_on_growing(cache: Cache) -> None:
    cache.wal.stop()
    _save(cache, PAGES * 2)
    assert _waiting(cache) >= PAGES * 2


def test_who_reads_keeps_the_state_it_began_with(cache: Cache) -> None:
    _save(cache, 20)
    with cache.read() as looking:
        before = looking.exec_driver_sql("SELECT count(*) FROM melding").scalar_one()
        _save(cache, PAGES * 2)
        assert looking.exec_driver_sql("SELECT count(*) FROM melding").scalar_one() == before
    _save(cache, 20)  # who reads no longer holds it back
    wait_for(lambda: _waiting(cache) < PAGES)


def test_a_disk_that_says_no_is_asked_again(cache: Cache) -> None:
    asked: list[int] = []

    def fails_first() -> Any:
        asked.append(1)
        if len(asked) == 1:
            raise Unavailable("schijf.fout")
        return cache.connect_aside()

    cache.wal.stop()
    cache.wal = WalKeeper(fails_first, calm_seconds=0.0)
    _save(cache, PAGES * 2)
    wait_for(lambda: len(asked) >= 1)
    wait_for(lambda: (cache.wal.wake(), _waiting(cache) < PAGES)[1])


def test_it_ends_when_the_cache_closes(cache: Cache) -> None:
    _save(cache, 20)
    cache.close()
    cache.wal.wake()
    assert cache.wal._thread is None
