"""Tables as strips.

A row is a strip, unless it is higher than a good part of the page; then its lines are.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from werkdesk.letters.document import Grid, Runs
from werkdesk.letters.layout.columns import column_widths
from werkdesk.letters.layout.lines import TextLine, break_lines
from werkdesk.letters.layout.measures import BOTTOM, LEFT, PAGE_HEIGHT, TEXT_WIDTH, TOP, Style, mm
from werkdesk.letters.layout.pen import Pen
from werkdesk.letters.layout.strips import Strip, keep_ends_together, keep_together
from werkdesk.letters.layout.styles import Styles
from werkdesk.letters.tagging.content import Colour
from werkdesk.letters.tagging.tree import Element, Tag, Trait

_PADDING = mm(2)
_HIGHEST_ROW = (PAGE_HEIGHT - TOP - BOTTOM) / 3
_SMALL_TABLE = (PAGE_HEIGHT - TOP - BOTTOM) / 5
_THIN, _THICK = 0.5, 1.1


@dataclass(frozen=True, slots=True)
class _Cell:
    element: Element
    lines: tuple[TextLine, ...]
    left: float
    width: float
    right: bool


@dataclass(frozen=True, slots=True)
class _Rule:
    height: float
    colour: Colour


def grid_strips(parent: Element, grid: Grid, styles: Styles, line: Colour) -> list[Strip]:
    """The strips of a table. The header is repeated on every page that the table reaches.

    A small table stays whole; a large one leaves no single row behind at either end.
    """
    table = parent.add(Tag.TABLE)
    widths = column_widths(grid, styles.head, styles.cell, TEXT_WIDTH, _PADDING)
    head_row = table.add(Tag.HEAD).add(Tag.ROW)
    cells = _cells(head_row, grid.header, grid.right, widths, styles.head, header=True)
    header = _row(cells, styles.head, _Rule(_THICK, styles.head.colour))[0]
    strips = [header]
    body = table.add(Tag.BODY_ROWS)
    for runs in grid.rows:
        row = _cells(body.add(Tag.ROW), runs, grid.right, widths, styles.cell, header=False)
        strips += [replace(strip, header=header) for strip in _row(row, styles.cell, _Rule(_THIN, line))]
    if sum(strip.height for strip in strips) <= _SMALL_TABLE:
        return keep_together(strips)
    return [replace(strips[0], keep=True), *keep_ends_together(strips[1:])]


def _cells(
    row: Element,
    texts: tuple[Runs, ...],
    right: tuple[bool, ...],
    widths: tuple[float, ...],
    style: Style,
    *,
    header: bool,
) -> list[_Cell]:
    cells = []
    left = LEFT
    for runs, to_right, width in zip(texts, right, widths, strict=True):
        tag, trait = (Tag.HEADER_CELL, Trait.COLUMN_HEADER) if header else (Tag.CELL, Trait.NONE)
        lines = break_lines(runs, style, width - 2 * _PADDING)
        cells.append(_Cell(row.add(tag, trait), lines, left, width, to_right))
        left += width
    return cells


def _row(cells: list[_Cell], style: Style, rule: _Rule) -> list[Strip]:
    most = max((len(cell.lines) for cell in cells), default=0)
    height = style.before + most * style.leading + style.after
    if height <= _HIGHEST_ROW:
        return [Strip(height, partial(_paint, cells, range(most), style, rule, style.before))]
    slices = [
        Strip(
            style.leading + (style.before if at == 0 else 0) + (style.after if at == most - 1 else 0),
            partial(
                _paint,
                cells,
                range(at, at + 1),
                style,
                rule if at == most - 1 else None,
                style.before if at == 0 else 0,
            ),
        )
        for at in range(most)
    ]
    return keep_ends_together(slices)


def _paint(
    cells: list[_Cell], which: range, style: Style, rule: _Rule | None, above: float, pen: Pen, top: float
) -> None:
    bottom = top + above + len(which) * style.leading + style.after
    for cell in cells:
        for place, at in enumerate(which):
            if at < len(cell.lines):
                line = cell.lines[at]
                slack = cell.width - _PADDING - line.width if cell.right else _PADDING
                pen.line(cell.element, line, cell.left + slack, top + above + place * style.leading, style)
    if rule is not None:
        pen.box(LEFT, bottom - rule.height, TEXT_WIDTH, rule.height, rule.colour)
