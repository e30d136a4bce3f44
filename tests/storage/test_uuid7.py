"""Ids made at the desk rise, whatever the clock does."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from uuid import RFC_4122

from werkdesk.storage.uuid7 import Uuid7Factory, new_id


def test_it_is_version_seven_and_holds_the_millisecond() -> None:
    name = Uuid7Factory(now_ms=lambda: 1_700_000_000_123)()
    assert (name.version, name.variant) == (7, RFC_4122)
    assert name.int >> 80 == 1_700_000_000_123


def test_ten_thousand_in_one_millisecond_still_rise() -> None:
    make = Uuid7Factory(now_ms=lambda: 1_700_000_000_000)
    names = [make() for _ in range(10_000)]
    assert all(one < two for one, two in pairwise(names))


def test_a_clock_that_is_set_back_does_not_break_the_order() -> None:
    clock = iter([2_000, 1_000, 500, 2_001, 1])
    make = Uuid7Factory(now_ms=lambda: next(clock))
    names = [make() for _ in range(5)]
    assert names == sorted(names)


def test_threads_never_get_the_same_id() -> None:
    with ThreadPoolExecutor(8) as pool:
        names = list(pool.map(lambda _: new_id(), range(4_000)))
    assert len(set(names)) == 4_000
