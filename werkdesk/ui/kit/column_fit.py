"""How wide the columns of a table are: as wide as their words, and who goes when there is no room for all.

Plain sums over pixels; the table measures (:mod:`werkdesk.ui.kit.table`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """One column. ``words``: pixels for the widest of its words. ``usual``: pixels that it gets where there
    is room. ``least``: it is never narrower. ``stretches``: shares what is left. ``leaves``: 0 stays, else
    the highest goes first.
    """

    words: int
    usual: int = 0
    least: int = 0
    stretches: bool = False
    leaves: int = 0


def fits(room: int, needs: Sequence[Need]) -> bool:
    """Whether every column can say all its words."""
    return sum(need.words for need in needs) <= room


def fit_columns(room: int, needs: Sequence[Need]) -> list[int]:
    """Pixels of each column; 0 for those that have to go."""
    shown = _staying(room, needs)
    widths = {place: needs[place].words for place in shown}
    over = sum(widths.values()) - room
    if over > 0:
        _give_up(over, widths, needs)
    elif shown:
        _share(-over, widths, needs)
    return [widths.get(place, 0) for place in range(len(needs))]


def _staying(room: int, needs: Sequence[Need]) -> list[int]:
    shown = list(range(len(needs)))
    while not fits(room, [needs[place] for place in shown]):
        leaving = [place for place in shown if needs[place].leaves]
        if not leaving:
            break
        shown.remove(max(leaving, key=lambda place: (needs[place].leaves, place)))
    return shown


def _give_up(over: int, widths: dict[int, int], needs: Sequence[Need]) -> None:
    """The widest give up first, those that stretch before the others; words end in an ellipsis."""
    for stretching in (True, False):
        giving = [place for place in widths if needs[place].stretches is stretching]
        while over > 0 and giving:
            widest = max(giving, key=lambda place: widths[place])
            if widths[widest] <= needs[widest].least:
                giving.remove(widest)
                continue
            others = [widths[place] for place in giving if place != widest]
            floor = max([needs[widest].least, *(width for width in others if width < widths[widest])])
            same = sum(widths[place] == widths[widest] for place in giving)
            step = min(-(-over // same), max(1, widths[widest] - floor))
            widths[widest] -= step
            over -= step


def _share(spare: int, widths: dict[int, int], needs: Sequence[Need]) -> None:
    """First to what is usual, so that columns stand still when rows change; the rest is shared."""
    for place in widths:
        more = min(spare, max(0, needs[place].usual - widths[place]))
        widths[place] += more
        spare -= more
    stretching = [place for place in widths if needs[place].stretches] or [max(widths)]
    for number, place in enumerate(stretching):
        part = spare // (len(stretching) - number)
        widths[place] += part
        spare -= part
