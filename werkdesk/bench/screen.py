"""From a key in the search box to the list on the screen, through the real window; and the memory for it."""

from __future__ import annotations

from typing import Any

from werkdesk.bench.aims import Aim
from werkdesk.bench.figures import FRAME_MS, percentile, summary
from werkdesk.bench.office import SEED, Office
from werkdesk.bench.queries import make_questions
from werkdesk.bench.window_run import run_bare, run_window

_MOST_PER_KIND = 8
_AIM_MS = 50.0


def measure_screen(office: Office, per_kind: int) -> dict[str, Any]:
    """About a hundred searches, key by key, at the pace of the answers."""
    count = min(per_kind, _MOST_PER_KIND)
    texts = [q.text for q in make_questions(SEED, office.witnesses, office.meldingen, count)]
    bare = run_bare()
    driven = run_window(office, texts)
    figures: dict[str, Any] = {
        "searches": len(texts),
        "wall_ms": summary(driven.keys_wall_ms),
        "cpu_ms": summary(driven.keys_cpu_ms),
        "cpu_p99_to_frame": round(percentile(driven.keys_cpu_ms, 0.99) / FRAME_MS, 3),
        "rss_mib": {"bare": bare.rss_mib},
    }
    for name, at in (("signed_in", driven.signed_in), ("searched", driven.searched)):
        figures["rss_mib"][name] = None if at is None else at.rss_mib
    return figures


def screen_aims(figures: dict[str, Any]) -> list[Aim]:
    """The list stands on the screen within 50 ms (issue 2, "it must show" 5)."""
    slowest = figures["wall_ms"]["p99"]
    return [
        Aim(
            "search.screen_p99",
            "99 van de 100 lijsten staan op het scherm binnen",
            slowest,
            "ms",
            most=_AIM_MS,
        )
    ]
