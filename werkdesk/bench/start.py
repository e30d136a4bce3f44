"""From the start of the process to the first frame, to everything loaded, to a search box that takes letters.

The real window and a bare one take turns, each a whole process, and the order turns every round; a ratio is
that of one round. Memory is taken from the same processes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from werkdesk.bench.aims import Aim
from werkdesk.bench.figures import Series, noise, ratios, summary
from werkdesk.bench.imports import import_costs
from werkdesk.bench.office import SEED, USER, Office, Tell
from werkdesk.bench.queries import make_questions
from werkdesk.bench.stamp import Stamp
from werkdesk.bench.window_plan import Driven
from werkdesk.bench.window_run import run_bare, run_imports, run_window
from werkdesk.desk.clock import DeskClock
from werkdesk.storage.keyslots.slots import open_slot

_TIMES = ", keer een kaal venster"
_PER_KIND = 8  # of a dozen kinds: about a hundred searches


@dataclass(slots=True)
class _Rounds:
    """``key``: one derivation of the key from the PIN, alone; the floor of signing in."""

    bare: list[Stamp] = field(default_factory=list)
    desk: list[Driven] = field(default_factory=list)
    key: Series = field(default_factory=Series)


def measure_start(office: Office, rounds: int, tell: Tell, per_kind: int = _PER_KIND) -> dict[str, Any]:
    """``rounds`` pairs. Raises ``Unavailable('meting.mislukt')`` when a process fails."""
    texts = [q.text for q in make_questions(SEED, office.witnesses, office.meldingen, per_kind)]
    run_bare()  # warms the file cache and writes byte code; not counted
    driven, account = run_imports(office)
    taken = _Rounds()

    def bare() -> None:
        taken.bare.append(run_bare())

    def desk() -> None:
        taken.desk.append(run_window(office, texts))

    for number in range(rounds):
        turns: tuple[Callable[[], None], ...] = (bare, desk) if number % 2 == 0 else (desk, bare)
        for turn in turns:
            turn()
        _derive(office, taken.key)
        tell(f"ronde {number + 1} van {rounds}")
    return _figures(taken, texts) | {
        "imports": {
            "first_frame": import_costs(account, driven.modules),
            "later": import_costs(account, driven.modules_later),
        }
    }


def _derive(office: Office, key: Series) -> None:
    now = DeskClock()()
    keys = key.take(
        lambda: open_slot(office.profile.cache, office.vault, USER, office.pin, now=now), all_threads=True
    )
    keys.wipe()


def _figures(taken: _Rounds, texts: Sequence[str]) -> dict[str, Any]:
    frames = [driven.frame for driven in taken.desk]
    prepared = [driven.prepared for driven in taken.desk]
    ready_wall = [driven.ready_wall_ms for driven in taken.desk if driven.ready_wall_ms is not None]
    ready_cpu = [driven.ready_cpu_ms for driven in taken.desk if driven.ready_cpu_ms is not None]
    return {
        "bare": _told(taken.bare),
        "frame": _told(frames) | {"modules": len(taken.desk[0].modules)},
        "frame_to_bare": _compared(frames, taken.bare),
        "prepared": _told(prepared),
        "prepared_to_bare": _compared(prepared, taken.bare),
        "ready": {"wall_ms": summary(ready_wall), "cpu_ms": summary(ready_cpu)},
        "key_alone": taken.key.told(),
        "ready_to_key": round(median(ready_cpu) / median(taken.key.cpu), 2),
        "memory": _memory(taken, len(texts)),
        "keys_on_screen": _keys(taken.desk),
        "noise": {
            "bare_cpu": noise([s.cpu_ms for s in taken.bare]),
            "bare_wall": noise([s.wall_ms for s in taken.bare]),
        },
    }


def _told(stamps: Sequence[Stamp]) -> dict[str, Any]:
    return {
        "cpu_ms": summary([stamp.cpu_ms for stamp in stamps], 1),
        "wall_ms": summary([stamp.wall_ms for stamp in stamps], 1),
        "rss_mib": summary([stamp.rss_mib for stamp in stamps if stamp.rss_mib is not None], 1),
    }


def _compared(stamps: Sequence[Stamp], bare: Sequence[Stamp]) -> dict[str, Any]:
    found = {
        "cpu": summary(ratios([s.cpu_ms for s in stamps], [b.cpu_ms for b in bare])),
        "wall": summary(ratios([s.wall_ms for s in stamps], [b.wall_ms for b in bare])),
    }
    pairs = [(s.rss_mib, b.rss_mib) for s, b in zip(stamps, bare, strict=True)]
    memory = [mine / floor for mine, floor in pairs if mine is not None and floor is not None]
    return {**found, "rss": summary(memory)}


def _memory(taken: _Rounds, searches: int) -> dict[str, Any]:
    signed_in = [driven.signed_in for driven in taken.desk if driven.signed_in is not None]
    searched = [driven.searched for driven in taken.desk if driven.searched is not None]
    return {
        "signed_in_mib": _told(signed_in)["rss_mib"],
        "searched_mib": _told(searched)["rss_mib"],
        "searches": searches,
        "signed_in_to_bare": _compared(signed_in, taken.bare)["rss"],
        "searched_to_bare": _compared(searched, taken.bare)["rss"],
    }


def _keys(runs: Sequence[Driven]) -> dict[str, Any]:
    wall = [ms for driven in runs for ms in driven.keys_wall_ms]
    cpu = [ms for driven in runs for ms in driven.keys_cpu_ms]
    return {"wall_ms": summary(wall), "cpu_ms": summary(cpu)}


def start_aims(figures: dict[str, Any]) -> list[Aim]:
    """First frame and memory against the bare window (G8, G10, G11 of the performance study)."""
    frame, memory = figures["frame_to_bare"], figures["memory"]
    loaded = figures["prepared_to_bare"]["cpu"]["median"]
    aims = [
        Aim("start.cpu", f"rekentijd tot het eerste beeld{_TIMES}", frame["cpu"]["median"], "x", most=1.6),
        Aim("start.loaded", f"rekentijd tot alles geladen is{_TIMES}", loaded, "x", most=4.0),
    ]
    if frame["rss"]["n"]:
        first, later = frame["rss"]["median"], memory["searched_to_bare"]["median"]
        aims += [
            Aim("start.memory", f"geheugen bij het eerste beeld{_TIMES}", first, "x", most=1.6),
            Aim("start.memory_searched", f"geheugen na het zoeken{_TIMES}", later, "x", most=4.0),
        ]
    return aims
