"""Runs of the bare and of the real window as processes of their own, seen from outside."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from werkdesk.bench.child import run_child
from werkdesk.bench.office import USER, Office
from werkdesk.bench.stamp import Stamp
from werkdesk.bench.window_plan import Driven, Plan

_BARE = "werkdesk.bench.bare_window"
_DESK = "werkdesk.bench.desk_window"


def run_bare() -> Stamp:
    """A bare window up to its first frame. Raises ``Unavailable('meting.mislukt')``."""
    figures = run_child(_BARE).figures
    return Stamp(figures["wall_ms"], figures["cpu_ms"], figures["rss_mib"])


def run_window(office: Office, searches: Sequence[str] = ()) -> Driven:
    """The real window: first frame, sign-in, searches. Raises ``Unavailable('meting.mislukt')``."""
    plan = Plan(user=USER, pin_file=str(office.pin_file), searches=tuple(searches))
    return _run(office, plan)[0]


def run_imports(office: Office) -> tuple[Driven, str]:
    """Until everything is loaded, with Python's own account of every import as second value."""
    return _run(office, Plan(), "-X", "importtime")


def _run(office: Office, plan: Plan, *options: str) -> tuple[Driven, str]:
    told = run_child(
        _DESK, msgspec.json.encode(plan).decode(), str(office.profile.folders.profile), str(office.key_file),
        options=options,
    )  # fmt: skip
    return msgspec.convert(told.figures, Driven), told.errors
