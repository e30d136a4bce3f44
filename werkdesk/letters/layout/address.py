"""The address where the window of the envelope is: as large as fits, never cut."""

from __future__ import annotations

from dataclasses import replace

from werkdesk.errors import Refused
from werkdesk.letters.document import Run
from werkdesk.letters.house_style import HouseStyle, Side
from werkdesk.letters.layout.lines import TextLine, break_lines
from werkdesk.letters.layout.measures import WINDOW_LEFT, WINDOW_RIGHT, Rectangle, Style, mm
from werkdesk.letters.layout.pen import Pen
from werkdesk.letters.tagging.tree import Element, Tag

_SIZES = (10.5, 10.0, 9.5, 9.0, 8.5, 8.0)
_LEADING = 1.24
_MOST_LINES = 6
_SENDER_SIZES = (6.5, 6.0, 5.5, 5.0)
_SENDER_HEIGHT = mm(4)
# A letter that is handed over needs no window: its name may use the white around it.
_ROOM_BY_HAND = mm(18)
_BY_HAND = "Aan u overhandigd"


def window_of(house: HouseStyle) -> Rectangle:
    """Where everything that must show in the window has to stay."""
    return WINDOW_LEFT if house.window is Side.LEFT else WINDOW_RIGHT


def fit_address(
    lines: tuple[str, ...], house: HouseStyle, *, by_hand: bool
) -> tuple[Style, tuple[TextLine, ...]]:
    """Style and lines of the address block.

    Raises ``Refused('brief.adres_onvolledig')`` for a letter to be posted with less than a name and a place,
    and ``Refused('brief.adres_past_niet')`` when it needs more than six lines or does not fit at 8 points.
    """
    if len(lines) < 2 and not by_hand:
        raise Refused("brief.adres_onvolledig", field="adresregels")
    if len(lines) > _MOST_LINES:
        raise Refused("brief.adres_past_niet", field="adresregels", grens=_MOST_LINES)
    window = window_of(house)
    room = window.height - _SENDER_HEIGHT + (_ROOM_BY_HAND if by_hand else 0)
    width = window.width + (_ROOM_BY_HAND if by_hand else 0)
    return fit_lines(lines, house, width, room)


def fit_lines(
    lines: tuple[str, ...], house: HouseStyle, width: float, room: float
) -> tuple[Style, tuple[TextLine, ...]]:
    """As large as fits in ``width`` and ``room``. Raises ``Refused('brief.adres_past_niet')`` below 8."""
    for size in _SIZES:
        style = Style(size, size * _LEADING, house.ink)
        broken = tuple(part for line in lines for part in break_lines((Run(line),), style, width))
        if len(broken) * style.leading <= room:
            return style, broken
    raise Refused("brief.adres_past_niet", field="adresregels", grens=8)


def paint_lines(
    element: Element, pen: Pen, block: tuple[Style, tuple[TextLine, ...]], left: float, top: float
) -> None:
    """Name and address as one element."""
    style, lines = block
    for number, line in enumerate(lines, start=1):
        pen.line(element, line if number == len(lines) else _spaced(line), left, top, style)
        top += style.leading


def paint_address(
    parent: Element,
    pen: Pen,
    house: HouseStyle,
    address: tuple[Style, tuple[TextLine, ...]],
    *,
    by_hand: bool,
) -> None:
    """The sender's line (at most 7 points) and the address below it, each one element."""
    window = window_of(house)
    text = _BY_HAND if by_hand else house.sender_line
    style = _sender_style(text, house, window.width)
    for line in break_lines((Run(text),), style, window.width)[:1]:
        pen.line(parent.add(Tag.PARAGRAPH), line, window.left, window.top, style)
    paint_lines(parent.add(Tag.PARAGRAPH), pen, address, window.left, window.top + _SENDER_HEIGHT)


def _spaced(line: TextLine) -> TextLine:
    if line.runs[-1].text.endswith(" "):
        return line
    return TextLine((*line.runs[:-1], Run(line.runs[-1].text + " ", line.runs[-1].bold)), line.width)


def _sender_style(text: str, house: HouseStyle, width: float) -> Style:
    style = Style(_SENDER_SIZES[0], 8, house.soft)
    for size in _SENDER_SIZES:
        style = replace(style, size=size)
        if style.width(text) <= width:
            break
    return style
