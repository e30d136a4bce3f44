"""What is asked of the driven window and what it tells; shared by both processes, so free of Qt."""

from __future__ import annotations

import msgspec

from werkdesk.bench.stamp import Stamp


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What to do when everything is loaded: sign in as ``user`` unless that is empty, then type each of
    ``searches`` key by key.
    """

    user: str = ""
    pin_file: str = ""
    searches: tuple[str, ...] = ()


class Driven(msgspec.Struct, kw_only=True):
    """What came of it. Stamps count from the start of the process; CPU is that of all threads.

    ``frame``: first painted frame. ``prepared``: everything heavy is imported. ``modules``: what was imported
    for the one; ``modules_later``: between the two. ``ready_*``: from Enter behind the PIN until a letter
    stands in the search box on a painted frame. ``signed_in``: half a second later. ``keys_*``: from each key
    until the list with its answer is painted. ``searched``: half a second after the searches.
    """

    frame: Stamp
    modules: list[str]
    prepared: Stamp
    modules_later: list[str]
    ready_wall_ms: float | None = None
    ready_cpu_ms: float | None = None
    signed_in: Stamp | None = None
    keys_wall_ms: list[float] = []
    keys_cpu_ms: list[float] = []
    searched: Stamp | None = None
