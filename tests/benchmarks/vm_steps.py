"""What a reading makes SQLite do, in steps of its virtual machine: the same however busy ours is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from werkdesk.storage.cache import CacheHandles

GRAIN = 10
"""Steps between two looks; what is counted is rounded down to it, statement by statement."""


@contextmanager
def counting_steps(cache: CacheHandles) -> Iterator[Callable[[], int]]:
    """Meanwhile every connection of readers counts; the function gives the steps since it was asked last."""
    found = 0

    def look() -> int:
        nonlocal found
        found += GRAIN
        return 0

    def taken(driver: Any, *_: object) -> None:
        driver.set_progress_handler(look, GRAIN)

    def given_back(driver: Any, *_: object) -> None:
        driver.set_progress_handler(None, GRAIN)

    def since() -> int:
        nonlocal found
        counted, found = found, 0
        return counted

    pool = cache.writer.cache.reader.pool
    event.listen(pool, "checkout", taken)
    event.listen(pool, "checkin", given_back)
    try:
        yield since
    finally:
        event.remove(pool, "checkout", taken)
        event.remove(pool, "checkin", given_back)
