"""Search as you type, measured: ``python -m tests.benchmarks.search 50000``.

Prints one JSON object: CPU and wall time per keystroke against one frame of 16.7 ms, how often the person who
was meant is on the list, and what it cost to fill the cache. Goals G1 and G2 (performance.md 8).
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from statistics import median

from tests.benchmarks.search_load import filled, keystrokes, wanted
from werkdesk.usecases.overzichten import KlantHit

FRAME = 1 / 60


def measure(count: int, sample: int = 400) -> dict[str, object]:
    """Fill, search, and say what it took."""
    with tempfile.TemporaryDirectory() as folder:
        cache, fill_cpu = filled(Path(folder) / "balie", count)
        size = sum(path.stat().st_size for path in Path(folder).rglob("cache.db*"))
        cpu: list[float] = []
        wall: list[float] = []
        slowest: tuple[float, int] = (0.0, 0)
        found: dict[str, list[bool]] = defaultdict(list)
        for meant in wanted(count, sample=sample):
            hits: tuple[KlantHit, ...] = ()
            for text in keystrokes(meant):
                started, clock = time.thread_time(), time.perf_counter()
                hits = cache.overzichten.zoek(text)
                spent = time.thread_time() - started
                wall.append(time.perf_counter() - clock)
                cpu.append(spent)
                slowest = max(slowest, (spent, len(text)))
            found[meant.kind].append(any(meant.is_found(hit) for hit in hits))
        cache.close()
    cpu.sort()
    wall.sort()
    return {
        "personen": count,
        "toetsen": len(cpu),
        "cpu_ms": {"p50": _ms(median(cpu)), "p99": _ms(cpu[int(len(cpu) * 0.99)]), "max": _ms(cpu[-1])},
        "wand_ms": {"p50": _ms(median(wall)), "p99": _ms(wall[int(len(wall) * 0.99)]), "max": _ms(wall[-1])},
        "cpu_p99_per_beeld": round(cpu[int(len(cpu) * 0.99)] / FRAME, 3),
        "gevonden_bij_50": {kind: round(sum(yes) / len(yes), 3) for kind, yes in sorted(found.items())},
        "vullen_rijen_per_cpu_s": round(count / fill_cpu),
        "bestand_mib": round(size / (1 << 20)),
    }


def _ms(seconds: float) -> float:
    return round(seconds * 1000, 2)


if __name__ == "__main__":
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    sys.stdout.write(json.dumps(measure(people), ensure_ascii=False, indent=2) + "\n")
