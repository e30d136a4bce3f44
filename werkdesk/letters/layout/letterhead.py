"""What stands on every sheet around the text: wordmark, contact, reference, foot.

The wordmark is drawn from letters and a bar; a gemeente's own logo is not ours to copy.
"""

from __future__ import annotations

from collections.abc import Sequence

from werkdesk.letters.document import Run
from werkdesk.letters.house_style import HouseStyle, Side
from werkdesk.letters.layout.lines import TextLine, break_lines
from werkdesk.letters.layout.measures import LEFT, PAGE_HEIGHT, PAGE_WIDTH, RIGHT, TEXT_WIDTH, Style, mm
from werkdesk.letters.layout.pen import Pen
from werkdesk.letters.layout.styles import Styles
from werkdesk.letters.tagging.content import Artifact
from werkdesk.letters.tagging.tree import Element, Tag

_MARK_TOP = mm(14)
_BAR_WIDTH = mm(2.4)
_BAR_HEIGHT = mm(14)
_FOOT_TOP = PAGE_HEIGHT - mm(17)
_CONTACT_WIDTH = mm(55)
_CONTACT_TOP = mm(51)


def paint_wordmark(parent: Element, pen: Pen, house: HouseStyle) -> None:
    """A bar in the colour of the gemeente, the word "Gemeente" and its name."""
    pen.box(LEFT, _MARK_TOP, _BAR_WIDTH, _BAR_HEIGHT, house.accent)
    left = LEFT + _BAR_WIDTH + mm(3)
    element = parent.add(Tag.PARAGRAPH)
    small = Style(10, 13, house.ink)
    large = Style(20, 25, house.accent, bold=True)
    pen.line(element, TextLine((Run("Gemeente "),), 0), left, _MARK_TOP - mm(0.4), small)
    pen.line(element, TextLine((Run(house.name, bold=True),), 0), left, _MARK_TOP + mm(4.2), large)


def paint_contact(parent: Element, pen: Pen, house: HouseStyle, styles: Styles) -> None:
    """How to reach us, beside the window and clear of it."""
    left = PAGE_WIDTH - RIGHT - _CONTACT_WIDTH if house.window is Side.LEFT else LEFT
    bold = Style(9, 12.2, house.ink, bold=True)
    plain = Style(9, 12.2, house.ink)
    blocks: tuple[tuple[Style, tuple[str, ...]], ...] = (
        (bold, (house.team,)),
        (plain, house.visit),
        (plain, (f"Telefoon {house.phone}".replace(" ", "\N{NO-BREAK SPACE}"), house.hours)),
        (plain, (house.website,)),
    )
    top = _CONTACT_TOP
    for style, texts in blocks:
        element = parent.add(Tag.PARAGRAPH)
        for text in texts:
            for line in break_lines((Run(text + " "),), style, _CONTACT_WIDTH):
                pen.line(element, line, left, top, style)
                top += style.leading
        top += mm(0.9)


def paint_references(
    parent: Element, pen: Pen, pairs: Sequence[tuple[str, str]], top: float, styles: Styles
) -> None:
    """Date and reference: label above value, read as one."""
    left = LEFT
    for label, value in pairs:
        element = parent.add(Tag.PARAGRAPH)
        pen.line(element, TextLine((Run(label + " "),), 0), left, top, styles.note)
        pen.line(element, TextLine((Run(value),), 0), left, top + styles.note.leading, styles.body)
        left += max(mm(45), styles.body.width(value) + mm(8))


def paint_next_head(pen: Pen, house: HouseStyle, subject: str, styles: Styles) -> None:
    """A quiet line above later pages; whoever listens heard it on the first."""
    text = f"Gemeente {house.name}  ·  {subject}"
    pen.line(Artifact.HEADER, TextLine((Run(text),), 0), LEFT, mm(15), styles.note)
    pen.box(LEFT, mm(20.5), TEXT_WIDTH, 0.5, house.line)


def paint_foot(pen: Pen, house: HouseStyle, left: str, right: str, styles: Styles) -> None:
    """Reference and template on the left, page x of y on the right, on every sheet."""
    style = styles.note
    pen.box(LEFT, _FOOT_TOP - mm(2), TEXT_WIDTH, 0.5, house.line)
    pen.line(Artifact.FOOTER, TextLine((Run(left),), 0), LEFT, _FOOT_TOP, style)
    x = PAGE_WIDTH - RIGHT - style.width(right)
    pen.line(Artifact.FOOTER, TextLine((Run(right),), 0), x, _FOOT_TOP, style)
