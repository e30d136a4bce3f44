"""The places to sign: the closing of a letter, and the boxes of an agreement."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from werkdesk.domain.brief import Ondertekenaar
from werkdesk.letters.document import Run, Runs, SignatureBoxes
from werkdesk.letters.layout.lines import TextLine, break_lines
from werkdesk.letters.layout.measures import LEFT, TEXT_WIDTH, mm
from werkdesk.letters.layout.passages import paragraph
from werkdesk.letters.layout.pen import Pen
from werkdesk.letters.layout.strips import Strip, keep_together
from werkdesk.letters.layout.styles import Styles
from werkdesk.letters.tagging.content import Colour
from werkdesk.letters.tagging.tree import Element, Tag

_GREETING = "Met vriendelijke groet,"
_ROOM_TO_SIGN = mm(16)
_GUTTER = mm(7)
_INNER = mm(3)
_LINE_HEIGHT = mm(9.5)
_SIGNATURE_HEIGHT = mm(17)
_LABEL_WIDTH = mm(24)
# What each party writes by hand (domain rules for agreements: place, date, name in print).
_BY_HAND = ("Naam in drukletters", "Plaats", "Datum")
_SIGNATURE = "Handtekening"


def closing_strips(parent: Element, signer: Ondertekenaar, styles: Styles) -> list[Strip]:
    """Greeting, room to sign, name and function: never split over two pages."""
    style = styles.body
    strips = paragraph(parent.add(Tag.PARAGRAPH), (Run(_GREETING),), style, LEFT, TEXT_WIDTH)
    if signer.namens:
        strips += paragraph(parent.add(Tag.PARAGRAPH), (Run(signer.namens),), style, LEFT, TEXT_WIDTH)
    strips.append(Strip(_ROOM_TO_SIGN, _nothing))
    strips += paragraph(parent.add(Tag.PARAGRAPH), (Run(signer.naam, bold=True),), style, LEFT, TEXT_WIDTH)
    strips += paragraph(parent.add(Tag.PARAGRAPH), (Run(signer.functie),), style, LEFT, TEXT_WIDTH)
    return keep_together(strips)


@dataclass(frozen=True, slots=True)
class _Box:
    """One party: elements and lines of its role and name, and an element for each thing to fill in."""

    role: tuple[Element, tuple[TextLine, ...]]
    name: tuple[Element, tuple[TextLine, ...]]
    labels: tuple[Element, ...]


def signature_strips(parent: Element, boxes: SignatureBoxes, styles: Styles, line: Colour) -> list[Strip]:
    """Two boxes beside each other make a strip, so a box is never split; all boxes stay on one sheet."""
    width = (TEXT_WIDTH - _GUTTER) / 2
    made = [_box(parent, role, name, styles, width - 2 * _INNER) for role, name in boxes.parties]
    strips = []
    for at in range(0, len(made), 2):
        pair = made[at : at + 2]
        head = max(_head_height(box, styles) for box in pair)
        height = head + len(_BY_HAND) * _LINE_HEIGHT + _SIGNATURE_HEIGHT
        paint = partial(_paint_pair, pair, styles, line, width, head, height)
        strips.append(Strip(height, paint, before=_GUTTER if at else 0))
    return keep_together(strips)


def _box(parent: Element, role: Runs, name: Runs, styles: Styles, width: float) -> _Box:
    section = parent.add(Tag.SECTION)
    role_element, name_element = section.add(Tag.PARAGRAPH), section.add(Tag.PARAGRAPH)
    labels = tuple(section.add(Tag.PARAGRAPH) for _ in (*_BY_HAND, _SIGNATURE))
    return _Box(
        (role_element, break_lines(role, styles.head, width)),
        (name_element, break_lines(name, styles.cell, width)),
        labels,
    )


def _head_height(box: _Box, styles: Styles) -> float:
    lines = len(box.role[1]) * styles.head.leading + len(box.name[1]) * styles.cell.leading
    return _INNER + lines + mm(1)


def _paint_pair(
    pair: list[_Box],
    styles: Styles,
    line: Colour,
    width: float,
    head: float,
    height: float,
    pen: Pen,
    top: float,
) -> None:
    for place, box in enumerate(pair):
        left = LEFT + place * (width + _GUTTER)
        _frame(pen, left, top, width, height, line)
        at = top + _INNER
        for (element, lines), style in ((box.role, styles.head), (box.name, styles.cell)):
            for text in lines:
                pen.line(element, text, left + _INNER, at, style)
                at += style.leading
        for number, (element, label) in enumerate(zip(box.labels, (*_BY_HAND, _SIGNATURE), strict=True)):
            _to_fill_in(
                pen, element, label, left + _INNER, top + head + number * _LINE_HEIGHT, width, styles, line
            )


def _to_fill_in(
    pen: Pen,
    element: Element,
    label: str,
    left: float,
    top: float,
    width: float,
    styles: Styles,
    line: Colour,
) -> None:
    style = styles.note
    base = top + _LINE_HEIGHT - style.leading - mm(0.6)
    pen.line(element, TextLine((Run(label),), style.width(label)), left, base, style)
    if label != _SIGNATURE:
        start = left + max(_LABEL_WIDTH, style.width(_BY_HAND[0]) + mm(2))
        pen.box(start, top + _LINE_HEIGHT - mm(1), left + width - 2 * _INNER - start, 0.6, line)


def _frame(pen: Pen, left: float, top: float, width: float, height: float, colour: Colour) -> None:
    thin = 0.6
    pen.box(left, top, width, thin, colour)
    pen.box(left, top + height - thin, width, thin, colour)
    pen.box(left, top, thin, height, colour)
    pen.box(left + width - thin, top, thin, height, colour)


def _nothing(pen: Pen, top: float) -> None:
    """White."""
