"""What a process used up to now. Imports next to nothing: the bare window pays for every module here too."""

from __future__ import annotations

import os
import time
from typing import NamedTuple

_MIB = 1024 * 1024


class Stamp(NamedTuple):
    """``wall_ms`` since the process was started, ``cpu_ms`` of all its threads, ``rss_mib`` or ``None``."""

    wall_ms: float
    cpu_ms: float
    rss_mib: float | None

    def as_json(self) -> str:
        """One JSON object, without the module for it."""
        rss = "null" if self.rss_mib is None else f"{self.rss_mib:.1f}"
        return f'{{"wall_ms": {self.wall_ms:.2f}, "cpu_ms": {self.cpu_ms:.2f}, "rss_mib": {rss}}}'


def stamp(started: int) -> Stamp:
    """Now. ``started``: ``time.monotonic_ns()`` at the start of this process; all processes share it."""
    cpu, wall = time.process_time_ns() / 1e6, (time.monotonic_ns() - started) / 1e6
    return Stamp(wall, cpu, resident_mib())


def resident_mib() -> float | None:
    """Memory of this process that is in RAM now; ``None`` where the system does not tell (Linux does).

    Shared pages count in full, for the floor as for the case.
    """
    try:
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 - pathlib is a dear import here
            pages = int(file.read().split()[1])
    except OSError:
        return None
    return pages * os.sysconf("SC_PAGE_SIZE") / _MIB
