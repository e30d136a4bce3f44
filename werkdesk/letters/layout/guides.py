"""Lines of the proof sheet: windows of the envelopes, where to fold, and a line to measure the printer by.

Figures in millimetres from the domain figures 4.3; the norm text itself (NEN 1026) was not at hand.
"""

from __future__ import annotations

from werkdesk.letters.document import Run
from werkdesk.letters.house_style import HouseStyle, Side
from werkdesk.letters.layout.address import window_of
from werkdesk.letters.layout.lines import TextLine
from werkdesk.letters.layout.measures import LEFT, PAGE_WIDTH, Rectangle, mm
from werkdesk.letters.layout.pen import Pen
from werkdesk.letters.layout.styles import Styles
from werkdesk.letters.tagging.content import Colour
from werkdesk.letters.tagging.tree import Element, Tag

_DL = {Side.LEFT: (35.0, 50.0, 70.0, 30.0), Side.RIGHT: (105.0, 50.0, 70.0, 30.0)}
_C5 = {Side.LEFT: (20.0, 50.0, 110.0, 40.0), Side.RIGHT: (80.0, 50.0, 110.0, 40.0)}
FOLDS = (107.0, 158.0)
"""Of a DL and of a C5 envelope, from the top."""
_TICK, _MARGIN = mm(7), mm(6)
_THIN = 0.6
RULE = Rectangle(LEFT, mm(262), mm(100), _THIN)


def paint_guides(parent: Element, pen: Pen, house: HouseStyle, styles: Styles) -> None:
    """On the first page, beside what a letter has there."""
    for name, place in (("DL", _DL), ("C5", _C5)):
        left, top, width, height = (mm(part) for part in place[house.window])
        window = Rectangle(left, top, width, height)
        _frame(pen, window, house.accent)
        _word(parent, pen, name, window.right - mm(6), window.bottom - mm(5), styles)
    _frame(pen, window_of(house), house.line)
    for at in FOLDS:
        for left in (_MARGIN, PAGE_WIDTH - _MARGIN - _TICK):
            pen.box(left, mm(at), _TICK, _THIN, house.ink)
    pen.box(RULE.left, RULE.top, RULE.width, RULE.height, house.ink)
    for left in (RULE.left, RULE.right - _THIN):
        pen.box(left, RULE.top - mm(1.5), _THIN, mm(3), house.ink)
    _word(parent, pen, "100 millimeter", RULE.left + mm(1), RULE.top - mm(5), styles)


def _word(parent: Element, pen: Pen, text: str, left: float, top: float, styles: Styles) -> None:
    pen.line(parent.add(Tag.PARAGRAPH), TextLine((Run(text),), 0), left, top, styles.note)


def _frame(pen: Pen, place: Rectangle, colour: Colour) -> None:
    pen.box(place.left, place.top, place.width, _THIN, colour)
    pen.box(place.left, place.bottom - _THIN, place.width, _THIN, colour)
    pen.box(place.left, place.top, _THIN, place.height, colour)
    pen.box(place.right - _THIN, place.top, _THIN, place.height, colour)
