"""Deal strips over pages before anything is painted, so that the number of pages is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from werkdesk.letters.layout.strips import Strip


@dataclass(frozen=True, slots=True)
class Placed:
    """A strip with its upper edge, in points from the top of the sheet.

    ``again``: a repeated table header.
    """

    strip: Strip
    top: float
    again: bool = False


def paginate(strips: Sequence[Strip], first_top: float, next_top: float, bottom: float) -> list[list[Placed]]:
    """Pages of placed strips; at least one page.

    The first page starts at ``first_top``, the others at ``next_top``, all end at ``bottom``. Strips that
    keep each other stay together unless they are together higher than a page.
    """
    pages = _Pages(first_top, next_top, bottom)
    for group in _groups(strips):
        pages.place_group(group)
    return pages.done


class _Pages:
    def __init__(self, first_top: float, next_top: float, bottom: float) -> None:
        self._next_top = next_top
        self._bottom = bottom
        self._at = first_top
        self.done: list[list[Placed]] = [[]]

    def place_group(self, group: Sequence[Strip]) -> None:
        if group[0].new_page and self.done[-1]:
            self._turn()
        if self._at + self._height(group) > self._bottom and self.done[-1]:
            self._turn()
        for strip in group:
            if self._at + strip.before + strip.height > self._bottom and self.done[-1]:
                self._turn()
            self._place(strip)

    def _height(self, group: Sequence[Strip]) -> float:
        return sum(strip.before + strip.height for strip in group)

    def _turn(self) -> None:
        self.done.append([])
        self._at = self._next_top

    def _place(self, strip: Strip) -> None:
        page = self.done[-1]
        if page:
            self._at += strip.before
        elif strip.header is not None:
            page.append(Placed(strip.header, self._at, again=True))
            self._at += strip.header.height
        page.append(Placed(strip, self._at))
        self._at += strip.height


def _groups(strips: Sequence[Strip]) -> Iterator[list[Strip]]:
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if not strip.keep:
            yield group
            group = []
    if group:
        yield group
