"""Headings, paragraphs and lists as strips."""

from __future__ import annotations

from functools import partial

from werkdesk.letters.document import Listing, Passage, Role, Run
from werkdesk.letters.layout.lines import TextLine, break_lines
from werkdesk.letters.layout.measures import LEFT, TEXT_WIDTH, Style, mm
from werkdesk.letters.layout.pen import Pen
from werkdesk.letters.layout.strips import Strip, keep_ends_together, keep_together, keep_with_next
from werkdesk.letters.layout.styles import Styles
from werkdesk.letters.tagging.tree import Element, Tag, Trait

_TAGS = {Role.HEADING: Tag.HEADING, Role.SUBHEADING: Tag.SUBHEADING}
_INDENT = mm(6)
_BULLET = "•"


def paragraph(
    element: Element, runs: tuple[Run, ...], style: Style, left: float, width: float
) -> list[Strip]:
    """The lines of one element."""
    lines = break_lines(runs, style, width)
    return [Strip(style.leading, partial(_paint, element, line, left, style)) for line in lines]


def passage_strips(parent: Element, passage: Passage, styles: Styles) -> list[Strip]:
    """A heading keeps what follows; so does a paragraph that ends in a colon, for it announces something."""
    style = styles.of(passage.role)
    element = parent.add(_TAGS.get(passage.role, Tag.PARAGRAPH))
    strips = paragraph(element, passage.runs, style, LEFT, TEXT_WIDTH)
    if passage.role in _TAGS:
        return keep_with_next(keep_together(strips))
    strips = keep_ends_together(strips)
    announces = bool(passage.runs) and passage.runs[-1].text.rstrip().endswith(":")
    return keep_with_next(strips) if announces else strips


def listing_strips(parent: Element, listing: Listing, styles: Styles) -> list[Strip]:
    """A list; its first item stays with the second."""
    style = styles.item
    whole = parent.add(Tag.LIST, Trait.NUMBERS if listing.numbered else Trait.BULLETS)
    strips: list[Strip] = []
    for number, runs in enumerate(listing.items, start=1):
        item = whole.add(Tag.ITEM)
        mark, body = item.add(Tag.LABEL), item.add(Tag.BODY)
        lines = paragraph(body, runs, style, LEFT + _INDENT, TEXT_WIDTH - _INDENT)
        sign = f"{number}." if listing.numbered else _BULLET
        sign_line = TextLine((Run(sign),), style.width(sign))
        if lines:
            first = lines[0]
            lines[0] = Strip(
                first.height,
                partial(_paint_item, mark, sign_line, style, first),
                before=style.after if number > 1 else 0,
            )
        lines = keep_ends_together(lines)
        strips += keep_with_next(lines) if number == 1 and len(listing.items) > 1 else lines
    return strips


def _paint(element: Element, line: TextLine, left: float, style: Style, pen: Pen, top: float) -> None:
    pen.line(element, line, left, top, style)


def _paint_item(mark: Element, sign: TextLine, style: Style, first: Strip, pen: Pen, top: float) -> None:
    pen.line(mark, sign, LEFT + mm(1.2), top, style)
    first.paint(pen, top)
