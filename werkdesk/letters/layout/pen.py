"""Painting on one page, measured from its upper left corner."""

from __future__ import annotations

from werkdesk.letters.layout.lines import TextLine
from werkdesk.letters.layout.measures import PAGE_HEIGHT, Style
from werkdesk.letters.tagging.content import Artifact, Colour, PageContent
from werkdesk.letters.tagging.tree import Element

# Where the baseline lies in a line of text: Noto Sans has its descenders in the lower quarter.
_BASELINE = 0.75


class Pen:
    """Text and rules on a page; every call says what it belongs to.

    In ``echo`` everything is an artifact: a table header that was read already is painted again.
    """

    def __init__(self, content: PageContent) -> None:
        self._content = content
        self.echo = False

    def line(self, mark: Element | Artifact, line: TextLine, x: float, top: float, style: Style) -> None:
        """A line of text in a row of height ``style.leading`` whose upper edge is at ``top``."""
        self._enter(mark)
        y = PAGE_HEIGHT - top - (style.leading - style.size) / 2 - style.size * _BASELINE - style.size * 0.12
        for run in line.runs:
            face = style.face(bold=run.bold)
            self._content.text(x, y, run.text, face, style.size, style.colour)
            x += face.width(run.text, style.size)

    def box(self, x: float, top: float, width: float, height: float, colour: Colour) -> None:
        """A filled rectangle; lines are thin ones. Never read aloud."""
        self._content.enter(Artifact.LAYOUT)
        self._content.box(x, PAGE_HEIGHT - top - height, width, height, colour)

    def _enter(self, mark: Element | Artifact) -> None:
        self._content.enter(Artifact.LAYOUT if self.echo else mark)
