"""The measurements by name: what each needs, runs and promises, as one report."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Any

from werkdesk.bench.aims import Aim
from werkdesk.bench.machine import describe_machine, load
from werkdesk.bench.office import Tell, make_office
from werkdesk.bench.roundtrip import measure_roundtrip, roundtrip_aims
from werkdesk.bench.save import measure_save, save_aims
from werkdesk.bench.screen import measure_screen, screen_aims
from werkdesk.bench.search import measure_search, search_aims
from werkdesk.bench.start import measure_start, start_aims

Measured = tuple[dict[str, Any], list[Aim]]


@dataclass(frozen=True, slots=True)
class Bench:
    """One measurement. ``n`` and ``people``: what it takes when nobody says otherwise."""

    n: int
    people: int
    measure: Callable[[Path, int, int, Tell], Measured]


def run_bench(name: str, n: int | None, people: int | None, tell: Tell) -> dict[str, Any]:
    """Measure in a folder of its own that goes afterwards.

    Raises ``Unavailable('meting.mislukt')`` and what the disk and the register refuse.
    """
    bench = BENCHES[name]
    count, crowd = n or bench.n, people or bench.people
    machine = describe_machine()
    with TemporaryDirectory(prefix="werkdesk-meting-") as folder:
        figures, aims = bench.measure(Path(folder), count, crowd, tell)
    return {
        "bench": name,
        "n": count,
        "people": crowd,
        "machine": machine | {"load_after": load()},
        "figures": figures,
        "aims": [aim.told() for aim in aims],
    }


def _start(folder: Path, n: int, people: int, tell: Tell) -> Measured:
    office = make_office(folder, people, tell)
    figures = measure_start(office, n, tell)
    return figures, start_aims(figures)


def _search(folder: Path, n: int, people: int, tell: Tell) -> Measured:
    office = make_office(folder, people, tell)
    figures = measure_search(office, n, tell) | {"built_s": office.built_s}
    aims = search_aims(figures)
    tell("nu door het echte venster")
    screen = measure_screen(office, n)
    return figures | {"screen": screen}, aims + screen_aims(screen)


def _save(folder: Path, n: int, people: int, tell: Tell) -> Measured:
    figures = measure_save(make_office(folder, people, tell), n, tell)
    return figures, save_aims(figures)


def _roundtrip(folder: Path, n: int, people: int, tell: Tell) -> Measured:
    figures = measure_roundtrip(folder, n, people, tell)
    return figures, roundtrip_aims(figures)


BENCHES: Mapping[str, Bench] = MappingProxyType(
    {
        "start": Bench(5, 50_000, _start),
        "search": Bench(40, 50_000, _search),
        "save": Bench(500, 50_000, _save),
        "roundtrip": Bench(100, 200, _roundtrip),
    }
)
