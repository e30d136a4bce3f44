"""Search as you type, measured: ``python -m tests.benchmarks.search 50000``.

Prints one JSON object: CPU and wall time per keystroke against one frame of 16.7 ms, how often who was meant
is on the list, and what it cost to fill the cache. Goals G1 and G2 (performance.md 8).
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.benchmarks.search_load import filled, keystrokes, wanted
from werkdesk.usecases.overzichten import KlantHit

FRAME = 1 / 60


@dataclass(frozen=True, slots=True)
class Figures:
    """What a run took. ``cpu`` and ``wall``: seconds per keystroke, rising. ``recall``: share by kind."""

    people: int
    cpu: list[float]
    wall: list[float]
    recall: dict[str, float]
    fill_cpu: float
    file_bytes: int

    @property
    def cpu_p99(self) -> float:
        """Seconds of CPU that 99 of 100 keystrokes stay under."""
        return _p99(self.cpu)

    def as_json(self) -> dict[str, object]:
        """Rounded, in milliseconds and shares of a frame."""
        return {
            "personen": self.people,
            "toetsen": len(self.cpu),
            "cpu_ms": _summary(self.cpu),
            "wand_ms": _summary(self.wall),
            "cpu_p99_per_beeld": round(self.cpu_p99 / FRAME, 3),
            "gevonden_bij_50": {kind: round(share, 3) for kind, share in sorted(self.recall.items())},
            "vullen_rijen_per_cpu_s": round(self.people / self.fill_cpu),
            "bestand_mib": round(self.file_bytes / (1 << 20)),
        }


def measure(count: int, sample: int = 400) -> Figures:
    """Fill a cache with ``count`` persons, look for ``sample`` of them in every way, key by key."""
    cpu: list[float] = []
    wall: list[float] = []
    found: dict[str, list[bool]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        cache, fill_cpu = filled(Path(folder) / "balie", count)
        size = sum(path.stat().st_size for path in Path(folder).rglob("cache.db*"))
        for meant in wanted(count, sample=sample):
            hits: tuple[KlantHit, ...] = ()
            for text in keystrokes(meant):
                spent, clock = time.thread_time(), time.perf_counter()
                hits = cache.overzichten.zoek(text)
                cpu.append(time.thread_time() - spent)
                wall.append(time.perf_counter() - clock)
            found[meant.kind].append(any(meant.is_found(hit) for hit in hits))
        cache.close()
    return Figures(
        people=count,
        cpu=sorted(cpu),
        wall=sorted(wall),
        recall={kind: sum(yes) / len(yes) for kind, yes in found.items()},
        fill_cpu=fill_cpu,
        file_bytes=size,
    )


def _p99(rising: list[float]) -> float:
    return rising[int(len(rising) * 0.99)]


def _summary(rising: list[float]) -> dict[str, float]:
    values = {"p50": median(rising), "p99": _p99(rising), "max": rising[-1]}
    return {name: round(value * 1000, 2) for name, value in values.items()}


if __name__ == "__main__":
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    sys.stdout.write(json.dumps(measure(people).as_json(), ensure_ascii=False, indent=2) + "\n")
