"""For whom a sheet is that is handed over: name and address beside the wordmark, where no window looks."""

from __future__ import annotations

from werkdesk.letters.document import Run
from werkdesk.letters.house_style import HouseStyle
from werkdesk.letters.layout.address import fit_lines, paint_lines
from werkdesk.letters.layout.lines import TextLine
from werkdesk.letters.layout.measures import PAGE_WIDTH, RIGHT, Rectangle, Style, mm
from werkdesk.letters.layout.pen import Pen
from werkdesk.letters.layout.styles import Styles
from werkdesk.letters.tagging.tree import Element, Tag

_WIDTH = mm(70)
PLACE = Rectangle(PAGE_WIDTH - RIGHT - _WIDTH, mm(13.6), _WIDTH, mm(22))
_FOR = "Voor "
Block = tuple[Style, tuple[TextLine, ...]]


def fit_person(lines: tuple[str, ...], house: HouseStyle) -> Block | None:
    """Style and lines; ``None`` for nobody. Raises ``Refused('brief.adres_past_niet')``."""
    return fit_lines(lines, house, PLACE.width, PLACE.height) if lines else None


def paint_person(parent: Element, pen: Pen, block: Block, styles: Styles) -> None:
    """A quiet "Voor" and the lines under it, read as one."""
    element = parent.add(Tag.PARAGRAPH)
    pen.line(element, TextLine((Run(_FOR),), 0), PLACE.left, PLACE.top, styles.note)
    paint_lines(element, pen, block, PLACE.left, PLACE.top + styles.note.leading)
