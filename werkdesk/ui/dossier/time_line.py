"""The dates of a case on one line of time: start, target date, legal date, and where today is.

Told apart by shape, not by colour: a start is an open ring, a target date an open diamond, a legal date a
filled square, both on one day a square with a diamond in it, today an upright dashed line. Left and Right go
from date to date; the words under the line say which one, F1, Enter or a click explains it, P puts the
explanation on paper.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from werkdesk.ui.kit.announce import announce
from werkdesk.ui.kit.field import HELP_KEY
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column
from werkdesk.ui.kit.look import color_of, look
from werkdesk.ui.kit.paint import painter_on
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.teksten import tijdlijn as t

MARK, SIDE, HEIGHT = 12, 10, 46


class Kind(StrEnum):
    """What a date on the line is (order on one day)."""

    BEGIN = "begin"
    STREEF = "streef"
    UITERST = "uiterst"
    BEIDE = "beide"


@dataclass(frozen=True, slots=True)
class Point:
    """One date. ``title``: what it is a date of; ``help_key``: what F1 explains."""

    day: date
    kind: Kind
    title: str
    help_key: str = ""


class Track(QWidget):
    """The painted line. ``stepped(int)``: this point is chosen; ``asked(str)``: explain it.

    ``paper_asked(str)``: explain it on paper.
    """

    stepped = Signal(int)
    asked = Signal(str)
    paper_asked = Signal(str)
    focus_radius = 4

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.points: tuple[Point, ...] = ()
        self.today = date.min
        self.chosen = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(t.NAAM)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(look().px(220), look().px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(120), look().px(HEIGHT))

    def x_of(self, day: date) -> float:
        """Where a day stands, in pixels from the left."""
        first = min(self.today, *(point.day for point in self.points))
        last = max(self.today, *(point.day for point in self.points))
        room = self.width() - 2 * look().px(SIDE)
        share = (day - first).days / max(1, (last - first).days)
        return look().px(SIDE) + share * room

    def choose(self, number: int) -> None:
        """Choose a point and say so."""
        if 0 <= number < len(self.points):
            self.chosen = number
            self.stepped.emit(number)
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self.points) - 1}
        key = Qt.Key(event.key())
        if plain and key in steps:
            self.choose(min(max(self.chosen + steps[key], 0), len(self.points) - 1))
        elif plain and key in ends:
            self.choose(ends[key])
        elif plain and self.points and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.asked.emit(self.points[self.chosen].help_key)
        elif plain and self.points and key is Qt.Key.Key_P:
            self.paper_asked.emit(self.points[self.chosen].help_key)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self.points:
            at = event.position().x()
            order = range(len(self.points))
            self.choose(min(order, key=lambda number: abs(self.x_of(self.points[number].day) - at)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.points and self.rect().contains(event.position().toPoint()):
            self.asked.emit(self.points[self.chosen].help_key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.choose(self.chosen)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.points:
            return
        now = look()
        painter = painter_on(self)
        middle = now.px(HEIGHT) * 0.64
        painter.setPen(QPen(now.color("control"), now.px(2)))
        painter.drawLine(QPointF(now.px(SIDE), middle), QPointF(self.width() - now.px(SIDE), middle))
        self._paint_today(painter, middle)
        for number, point in enumerate(self.points):
            if number != self.chosen:
                self._paint_mark(painter, point, middle, chosen=False)
        self._paint_mark(painter, self.points[self.chosen], middle, chosen=True)
        painter.end()

    def word_of_today(self, width: float) -> tuple[float, float]:
        """Left and right of a word of this width above today; no further out than the dates above it."""
        edge = look().px(SIDE / 2)
        left = max(edge, min(self.x_of(self.today) - width / 2, self.width() - edge - width))
        return left, left + width

    def _paint_today(self, painter: QPainter, middle: float) -> None:
        now, at = look(), self.x_of(self.today)
        pen = QPen(now.color("ink"), max(1.0, now.px(1.5)))
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(at, now.px(16)), QPointF(at, now.px(HEIGHT)))
        painter.setFont(now.font("label"))
        painter.setPen(now.color("ink"))
        width = painter.fontMetrics().horizontalAdvance(t.VANDAAG)
        left, right = self.word_of_today(width)
        painter.drawText(QRectF(left, 0, right - left + 1, now.px(18)), Qt.AlignmentFlag.AlignLeft, t.VANDAAG)

    def _paint_mark(self, painter: QPainter, point: Point, middle: float, *, chosen: bool) -> None:
        now = look()
        at, half = self.x_of(point.day), now.px(MARK) / 2
        late = point.kind in (Kind.UITERST, Kind.BEIDE) and point.day < self.today
        ink = color_of(now.theme.ink_of(Tone.BAD if late else Tone.ACCENT))
        if chosen and self.hasFocus():
            painter.setPen(QPen(now.color("ring"), now.px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            room = half + now.px(4)
            ring = QRectF(at - room, middle - room, 2 * room, 2 * room)
            painter.drawRoundedRect(ring, now.px(4), now.px(4))
        painter.setPen(QPen(ink, now.px(2)))
        painter.setBrush(ink if point.kind in (Kind.UITERST, Kind.BEIDE) else now.color("card"))
        if point.kind is Kind.BEGIN:
            painter.drawEllipse(QPointF(at, middle), half - now.px(1), half - now.px(1))
        elif point.kind is Kind.STREEF:
            painter.drawPolygon(_diamond(at, middle, half))
        else:
            inner = half - now.px(1)
            painter.drawRect(QRectF(at - inner, middle - inner, 2 * inner, 2 * inner))
            if point.kind is Kind.BEIDE:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(now.color("card"))
                painter.drawPolygon(_diamond(at, middle, half - now.px(2)))


def _diamond(at: float, middle: float, half: float) -> QPolygonF:
    corners = ((0.0, -half), (half, 0.0), (0.0, half), (-half, 0.0))
    return QPolygonF([QPointF(at + x, middle + y) for x, y in corners])


class TimeLine(QWidget):
    """``show_points(points, today)``: hidden with fewer than two days. ``asked(str)``: explain this one.

    ``paper_asked(str)``: explain this one on paper.
    """

    asked = Signal(str)
    paper_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.track = Track()
        self.words = Label("", "label", tone=Tone.NEUTRAL, wrap=True)
        Column(self, gap=2).put(self.track, self.words)
        self.track.stepped.connect(self._on_stepped)
        self.track.asked.connect(self.asked)
        self.track.paper_asked.connect(self.paper_asked)
        self.hide()

    def show_points(self, points: Sequence[Point], today: date) -> None:
        """Show these dates, the first one first; the chosen one stays chosen when it is still there."""
        order = list(Kind)
        ordered = tuple(sorted(points, key=lambda point: (point.day, order.index(point.kind))))
        if (ordered, today) == (self.track.points, self.track.today):
            return
        before = self.track.points[self.track.chosen] if self.track.points else None
        self.track.points, self.track.today = ordered, today
        coming = next((n for n, point in enumerate(ordered) if point.day >= today), len(ordered) - 1)
        self.track.chosen = ordered.index(before) if before in ordered else max(coming, 0)
        self.track.setAccessibleDescription(t.beschrijving(map(self.sentence, ordered), today))
        if ordered:
            self._on_stepped(self.track.chosen)
        self.track.update()
        self.setVisible(len({point.day for point in ordered}) > 1)

    def sentence(self, point: Point) -> str:
        """``Besluit uiterlijk: uiterste datum vr 18-12-2026, over 27 dagen``."""
        return t.zin(point.title, point.kind.value, point.day, self.track.today)

    def _on_stepped(self, number: int) -> None:
        point = self.track.points[number]
        self.track.setProperty(HELP_KEY, point.help_key)
        words = self.sentence(point)
        self.words.setText(words)
        if self.track.hasFocus():
            announce(self.track, words)
