"""A melding saved through its use case: journal and database durable before it counts, beside a bare append.

The floor is the least that durable can be on this disk: 4 KiB appended to a file, and told to the disk. Case
and floor take turns, operation by operation.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from typing import Any

from werkdesk.bench.aims import Aim
from werkdesk.bench.figures import Series, noise, percentile
from werkdesk.bench.office import USER, Office, Tell
from werkdesk.desk.session import Desk, DeskSession
from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import Kanaal, MeldingFeiten, MeldingReden, Uitleg
from werkdesk.usecases.meldingen import NewMelding

BLOCK = 4096
_WARM = 20
_AIM_MS = 20.0
_FLOOR_FILE = "vloer"


def measure_save(office: Office, count: int, tell: Tell) -> dict[str, Any]:
    """``count`` meldingen, and as many appends. The register is away: every melding stays in the outbox."""
    save, floor = Series(), Series()
    desk = Desk(office.profile, office.vault, is_live=False)
    try:
        session = desk.sign_in(USER, office.pin)
        people = cycle(office.witnesses)
        with bare_file(office.profile.cache / _FLOOR_FILE) as append:
            for _ in range(_WARM):
                save_one(session, next(people))
                append()
            for number in range(1, count + 1):
                klant = next(people)
                save.take(lambda klant=klant: save_one(session, klant))  # type: ignore[misc]
                floor.take(append)
                if number % 100 == 0:
                    tell(f"{number} van {count} meldingen bewaard")
    finally:
        desk.close()
    return _figures(save, floor)


def save_one(session: DeskSession, klant: Klant) -> None:
    """One melding as a form at the counter gives it."""
    session.actions.meldingen.record(
        NewMelding(
            klant=klant.id,
            feiten=MeldingFeiten(
                kanaal=Kanaal.BALIE, gemeente=klant.feiten.gemeente, reden=MeldingReden.BAAN_VERLOREN,
                adres_bevestigd=True, uitleg=tuple(Uitleg),
            ),
        )
    )  # fmt: skip


@contextmanager
def bare_file(path: Path) -> Iterator[Any]:
    """A function that appends 4 KiB to ``path`` and returns when the disk has it."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    block = os.urandom(BLOCK)
    to_disk = getattr(os, "fdatasync", os.fsync)

    def append() -> None:
        os.write(handle, block)
        to_disk(handle)

    try:
        yield append
    finally:
        os.close(handle)
        path.unlink(missing_ok=True)


def _figures(save: Series, floor: Series) -> dict[str, Any]:
    return {
        "save": save.told(),
        "floor": floor.told(),
        "to_floor": {"median": _to(save.wall, floor.wall, 0.5), "p99": _to(save.wall, floor.wall, 0.99)},
        "first_and_last_tenth_cpu_ms": _tenths(save.cpu),
        "noise": {"floor_wall": noise(floor.wall)},
    }


def _to(case: Sequence[float], floor: Sequence[float], part: float) -> float:
    return round(percentile(case, part) / percentile(floor, part), 2)


def _tenths(samples: Sequence[float]) -> list[float]:
    """Medians of the first and the last tenth: whether a full outbox makes saving slower."""
    tenth = max(1, len(samples) // 10)
    return [round(percentile(part, 0.5), 3) for part in (samples[:tenth], samples[-tenth:])]


def save_aims(figures: dict[str, Any]) -> list[Aim]:
    """Saved within 20 ms, and not more than twice a bare append (G6 of the performance study)."""
    slowest, times = figures["save"]["wall_ms"]["p99"], figures["to_floor"]["median"]
    return [
        Aim("save.p99", "99 van de 100 meldingen zijn bewaard binnen", slowest, "ms", most=_AIM_MS),
        Aim("save.to_floor", "bewaren, keer een kale schrijfactie (mediaan)", times, "x", most=2.0),
    ]
