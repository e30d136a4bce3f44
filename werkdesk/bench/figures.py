"""Samples and what is said of them: always how many, the middle, the slow end and the extremes."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any, NamedTuple, TypeVar

FRAME_MS = 1000 / 60
"""One frame of a 60 Hz screen, in milliseconds."""

T = TypeVar("T")


class Taken(NamedTuple):
    """What one piece of work took, in milliseconds. ``cpu``: of the calling thread, unless all were asked."""

    wall: float
    cpu: float


def timed(work: Callable[[], T], *, all_threads: bool = False) -> tuple[T, Taken]:
    """Do ``work`` once and say what it took. ``all_threads``: count the CPU of the whole process."""
    clock = time.process_time_ns if all_threads else time.thread_time_ns
    wall, cpu = time.perf_counter_ns(), clock()
    result = work()
    cpu_end, wall_end = clock(), time.perf_counter_ns()
    return result, Taken((wall_end - wall) / 1e6, (cpu_end - cpu) / 1e6)


def percentile(samples: Sequence[float], part: float) -> float:
    """The smallest sample that ``part`` (0 to 1) of all samples do not exceed (nearest rank)."""
    ordered = sorted(samples)
    return ordered[max(0, math.ceil(part * len(ordered)) - 1)]


def summary(samples: Sequence[float], digits: int = 3) -> dict[str, Any]:
    """``n``, ``median``, ``p99``, ``min``, ``max``; no samples is only ``n``."""
    if not samples:
        return {"n": 0}
    figures = {
        "median": median(samples),
        "p99": percentile(samples, 0.99),
        "min": min(samples),
        "max": max(samples),
    }
    return {"n": len(samples), **{name: round(value, digits) for name, value in figures.items()}}


def ratios(cases: Sequence[float], floors: Sequence[float]) -> list[float]:
    """Case by floor of the same round; pairs stay pairs, so what the machine did to both falls out."""
    return [case / floor for case, floor in zip(cases, floors, strict=True)]


@dataclass(slots=True)
class Series:
    """Times of one kind of work, in milliseconds."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def take(self, work: Callable[[], T], *, all_threads: bool = False) -> T:
        """Do ``work`` and keep what it took."""
        result, taken = timed(work, all_threads=all_threads)
        self.keep(taken)
        return result

    def keep(self, taken: Taken) -> None:
        """Keep one sample."""
        self.wall.append(taken.wall)
        self.cpu.append(taken.cpu)

    def told(self) -> dict[str, Any]:
        """Both summaries."""
        return {"wall_ms": summary(self.wall), "cpu_ms": summary(self.cpu)}


def noise(floor: Sequence[float]) -> dict[str, Any]:
    """How unquiet the machine was: how far the floor's slow end and extremes lie from its middle."""
    if not floor:
        return {"n": 0}
    middle = median(floor) or math.inf
    return {
        "n": len(floor),
        "p99_to_median": round(percentile(floor, 0.99) / middle, 2),
        "max_to_min": round(max(floor) / (min(floor) or math.inf), 2),
    }
