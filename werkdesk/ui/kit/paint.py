"""The small shapes that several widgets paint: rounded box, key cap, chip, tick, side bar.

All sizes are at 100 % and multiplied by the look. Painters come in with antialiasing on (see
:func:`painter_on`).
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPaintDevice, QPainter, QPainterPath, QPen, QPolygonF

from werkdesk.ui.kit.look import color_of, look
from werkdesk.ui.kit.tokens import Tone

CAP_PADDING = 6
CAP_HEIGHT = 22
CHIP_HEIGHT = 24
CHIP_PADDING = 10


def painter_on(device: QPaintDevice) -> QPainter:
    """A painter with antialiasing; the caller ends it."""
    painter = QPainter(device)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def box(
    painter: QPainter,
    where: QRectF,
    *,
    ground: QColor | None,
    line: QColor | None = None,
    radius: float = 6,
    width: float | None = None,
) -> None:
    """A rounded box; the line lies inside ``where`` so that it stays sharp.

    ``width``: pixels of the line; without it one pixel at 100 %.
    """
    painter.save()
    painter.setBrush(ground if ground is not None else Qt.BrushStyle.NoBrush)
    if line is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        width = look().px(1) if width is None else width
        painter.setPen(QPen(line, width))
        where = where.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.drawRoundedRect(where, radius, radius)
    painter.restore()


def side_bar(painter: QPainter, where: QRectF, colour: QColor, width: float, radius: float) -> None:
    """The bar on the left edge of a card, cut by the card's own rounded corners."""
    painter.save()
    path = QPainterPath()
    path.addRoundedRect(where, radius, radius)
    painter.setClipPath(path)
    painter.fillRect(QRectF(where.left(), where.top(), width, where.height()), colour)
    painter.restore()


def cap_width(text: str) -> float:
    """Width of the key cap that :func:`key_cap` paints for ``text``."""
    now = look()
    text_width = QFontMetricsF(now.font("label")).horizontalAdvance(text)
    return max(now.px(CAP_HEIGHT), text_width + 2 * now.px(CAP_PADDING))


def key_cap(
    painter: QPainter, where: QRectF, text: str, *, ink: QColor, line: QColor, ground: QColor | None = None
) -> None:
    """A key as a small square with its legend, centred in the height of ``where`` from its left edge."""
    now = look()
    height = now.px(CAP_HEIGHT)
    cap = QRectF(where.left(), round(where.center().y() - height / 2), cap_width(text), height)
    box(painter, cap, ground=ground, line=line, radius=now.px(4))
    painter.setFont(now.font("label"))
    painter.setPen(ink)
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, text)


def chip_width(text: str) -> float:
    """Width of the chip that :func:`chip` paints for ``text``."""
    now = look()
    return QFontMetricsF(now.font("caption")).horizontalAdvance(text) + 2 * now.px(CHIP_PADDING)


def chip(painter: QPainter, where: QRectF, text: str, tone: Tone, *, lined: bool = False) -> None:
    """A word on a soft rounded ground, from the left edge of ``where``, centred in its height.

    ``lined``: with a thin line, where it lies on a soft ground itself.
    """
    now = look()
    height = now.px(CHIP_HEIGHT)
    shape = QRectF(where.left(), round(where.center().y() - height / 2), chip_width(text), height)
    edge = color_of(now.theme.ink_of(tone)) if lined or now.theme.ring_width > 2 else None
    plain = lined and tone is Tone.NEUTRAL
    ground = now.color("card") if plain else color_of(now.theme.ground_of(tone))
    box(painter, shape, ground=ground, line=now.color("control") if plain else edge, radius=height / 2)
    painter.setFont(now.font("caption"))
    painter.setPen(color_of(now.theme.ink_of(tone)))
    painter.drawText(shape, Qt.AlignmentFlag.AlignCenter, text)


def tick(painter: QPainter, where: QRectF, colour: QColor) -> None:
    """A tick mark as a line, so that no font has to have the character."""
    painter.save()
    pen = QPen(colour, max(2.0, where.width() / 9))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    left, top, size = where.left(), where.top(), where.width()
    painter.drawPolyline(
        QPolygonF(
            [
                QPointF(left + size * 0.27, top + size * 0.53),
                QPointF(left + size * 0.43, top + size * 0.69),
                QPointF(left + size * 0.74, top + size * 0.34),
            ]
        )
    )
    painter.restore()


def tick_box(painter: QPainter, where: QRectF, *, chosen: bool) -> None:
    """A square to tick, from the left edge of ``where``, centred in its height; ticked when ``chosen``."""
    now = look()
    side = now.px(20)
    square = QRectF(where.left(), round(where.center().y() - side / 2), side, side)
    role = "accent" if chosen else "control"
    box(
        painter,
        square,
        ground=now.color("accent" if chosen else "card"),
        line=now.color(role),
        radius=now.px(4),
    )
    if chosen:
        tick(painter, square, now.color("on_accent"))


def chevron(painter: QPainter, where: QRectF, colour: QColor) -> None:
    """A small arrow downwards, for lists that open."""
    painter.save()
    pen = QPen(colour, max(1.5, where.width() / 8))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    middle, half = where.center(), where.width() / 4
    painter.drawPolyline(
        QPolygonF(
            [
                QPointF(middle.x() - half, middle.y() - half / 2),
                QPointF(middle.x(), middle.y() + half / 2),
                QPointF(middle.x() + half, middle.y() - half / 2),
            ]
        )
    )
    painter.restore()
