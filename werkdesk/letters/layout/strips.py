"""A strip is a slice of a page, as wide as the text, that is never cut: one line, or one row of a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from werkdesk.letters.layout.pen import Pen

# Paint the strip with its upper edge at ``top``; ``again`` when it is a table header repeated on a next page.
Paint = Callable[[Pen, float], None]


@dataclass(frozen=True, slots=True)
class Strip:
    """``height`` in points; ``before`` is white above it, dropped at the top of a page.

    ``keep``: the next strip belongs on the same page. ``header``: what to repeat above this strip when it
    starts a page (the header of its table), painted as an artifact. ``new_page``: starts a page.
    """

    height: float
    paint: Paint
    before: float = 0
    keep: bool = False
    header: Strip | None = None
    new_page: bool = False


def keep_together(strips: Iterable[Strip]) -> list[Strip]:
    """All but the last keep the next."""
    together = list(strips)
    return [replace(strip, keep=True) for strip in together[:-1]] + together[-1:]


def keep_ends_together(strips: Iterable[Strip]) -> list[Strip]:
    """No first line alone at the foot of a page and no last line alone at the top of the next."""
    lines = list(strips)
    last = len(lines) - 2
    return [
        replace(strip, keep=strip.keep or at in {0, last}) if at <= last else strip
        for at, strip in enumerate(lines)
    ]


def keep_with_next(strips: list[Strip]) -> list[Strip]:
    """The last strip keeps what follows."""
    return [*strips[:-1], replace(strips[-1], keep=True)] if strips else []
