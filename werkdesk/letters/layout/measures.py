"""Sizes of the sheet and of the text, in points unless the name says millimetres."""

from __future__ import annotations

from dataclasses import dataclass

from werkdesk.letters.tagging.content import Colour
from werkdesk.letters.tagging.font import LetterFont
from werkdesk.letters.typeface import letter_typeface


def mm(length: float) -> float:
    """Millimetres in points."""
    return length * 72 / 25.4


PAGE_WIDTH, PAGE_HEIGHT = mm(210), mm(297)
LEFT, RIGHT = mm(30), mm(25)
TEXT_WIDTH = PAGE_WIDTH - LEFT - RIGHT
TOP, BOTTOM = mm(27), mm(26)


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A place on the sheet: left and top edge, width and height, counted from the upper left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height


# What is sure to show in the window of a DL and of a C5 envelope, also when the sheet has shifted.
WINDOW_LEFT = Rectangle(mm(37), mm(51), mm(66), mm(25))
WINDOW_RIGHT = Rectangle(mm(107), mm(51), mm(66), mm(25))


@dataclass(frozen=True, slots=True)
class Style:
    """How text looks.

    ``leading`` is the distance between baselines, ``before`` and ``after`` the white around.
    """

    size: float
    leading: float
    colour: Colour
    bold: bool = False
    before: float = 0
    after: float = 0

    def face(self, *, bold: bool) -> LetterFont:
        """The face for a run in this style."""
        return letter_typeface().face(bold=bold or self.bold)

    def width(self, text: str, *, bold: bool = False) -> float:
        """Width of ``text`` on one line."""
        return self.face(bold=bold).width(text, self.size)
