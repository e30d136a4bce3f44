"""The work lists, measured: ``python -m tests.benchmarks.lists 5000``.

Prints one JSON object: CPU of each list beside a floor (200 bare rows of one index range, read in turn), the
steps that SQLite takes for it, what memory a reading takes at most, and how long a save may have to wait for
one. Every list is read from the same cache with this many open cases; none is read whole.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from types import MappingProxyType, SimpleNamespace
from typing import Any

from tests.benchmarks.vm_steps import counting_steps
from tests.fakes import FakePress, FakePrinter
from tests.fixtures.boek import FakeBoek
from tests.fixtures.cache import NOW, WIE, new_cache
from tests.fixtures.zaken import hire, many_cases, put_stands
from werkdesk.desk.actions import DeskActions, bind
from werkdesk.desk.session import neighbours
from werkdesk.storage.cache import CacheHandles
from werkdesk.usecases.lijsten import ON_SCREEN, TermijnVraag

ROUNDS = 21
_FLOOR = "SELECT moment, id, kenmerk, klant FROM melding ORDER BY moment LIMIT ?"


@dataclass(frozen=True, slots=True)
class ListFigures:
    """One list. ``cpu_ms``: middle of the rounds; ``least_ms``: the quickest; ``mib``: highest of Python.
    ``steps``: of SQLite's virtual machine.
    """

    cpu_ms: float
    least_ms: float
    wall_ms: float
    to_floor: float
    mib: float
    steps: int


def lists_of(desk: DeskActions) -> Mapping[str, Callable[[], Any]]:
    """Every reading that a list on the screen, or its figure in the rail, does."""
    today = NOW.date()
    return MappingProxyType(
        {
            "bellijst": desk.lijsten.calls,
            "bellijst, aantal": desk.lijsten.call_counts,
            "termijnen": partial(desk.lees.werklijst, TermijnVraag(vandaag=today), ON_SCREEN),
            "termijnen, oudste": partial(
                desk.lees.werklijst, TermijnVraag(vandaag=today, oudste=True), ON_SCREEN
            ),
            "termijnen, aantal": partial(desk.lees.termijn_tellingen, today),
            "verdeling": desk.lijsten.load,
            "alle zaken": partial(desk.lijsten.work_of, ""),
            "zaken van een collega": partial(desk.lijsten.work_of, "u3"),
            "jongeren": desk.lijsten.youths,
            "voorschotten": desk.lijsten.advances,
        }
    )


def measure(cases: int, rounds: int = ROUNDS) -> dict[str, ListFigures]:
    """Fill a cache with ``cases`` open cases and read every list ``rounds`` times."""
    with filled_with(cases) as (cache, lists):
        return {name: _figures(cache, read, rounds) for name, read in lists.items()}


@contextmanager
def filled_with(cases: int) -> Iterator[tuple[CacheHandles, Mapping[str, Callable[[], Any]]]]:
    """A cache with ``cases`` open cases and the people who do them, and the lists of it."""
    with tempfile.TemporaryDirectory() as folder:
        cache = new_cache(Path(folder) / "balie")
        try:
            put_stands(cache, list(many_cases(cases, open_only=True)))
            hire(cache)
            cache.idle()
            yield cache, lists_of(_bound(cache))
        finally:
            cache.close()


def _bound(cache: CacheHandles) -> DeskActions:
    behind = SimpleNamespace(
        work=cache.work, overzichten=cache.overzichten, concepten=cache.concepten, blobs=cache.blobs,
        regelplank=cache.rules,
        inzageboek=FakeBoek(),
    )  # fmt: skip
    return bind(WIE, neighbours(behind, lambda: NOW, FakePress(), FakePrinter()))


def _figures(cache: CacheHandles, read: Callable[[], Any], rounds: int) -> ListFigures:
    cpu, wall, floor = [], [], []
    for work in (read, partial(_bare, cache)):
        work()  # the first time also fills caches and compiles the statement
    for _ in range(rounds):
        begin_wall, begin = time.perf_counter(), time.thread_time()
        read()
        cpu.append(time.thread_time() - begin)
        wall.append(time.perf_counter() - begin_wall)
        begin = time.thread_time()
        _bare(cache)
        floor.append(time.thread_time() - begin)
    tracemalloc.start()
    try:
        read()
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    return ListFigures(
        cpu_ms=round(1000 * median(cpu), 2),
        least_ms=round(1000 * min(cpu), 2),
        wall_ms=round(1000 * max(wall), 2),
        to_floor=round(median(cpu) / median(floor), 1),
        mib=round(peak / (1 << 20), 2),
        steps=_steps(cache, read),
    )


def _steps(cache: CacheHandles, read: Callable[[], Any]) -> int:
    with counting_steps(cache) as since:
        read()
        return since()


def _bare(cache: CacheHandles) -> None:
    with cache.writer.cache.read() as connection:
        connection.exec_driver_sql(_FLOOR, (ON_SCREEN,)).all()


def main() -> None:
    """Measure with as many cases as the command line says."""
    cases = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    found = measure(cases)
    told = {
        name: {
            "cpu_ms": one.cpu_ms,
            "wand_ms": one.wall_ms,
            "keer_vloer": one.to_floor,
            "stappen": one.steps,
            "mib": one.mib,
        }
        for name, one in found.items()
    }
    waits = max(one.wall_ms for one in found.values())
    report = {"zaken": cases, "bewaren_wacht_ms": waits, "lijsten": told}
    sys.stdout.write(json.dumps(report, indent=2) + "\n")


if __name__ == "__main__":
    main()
