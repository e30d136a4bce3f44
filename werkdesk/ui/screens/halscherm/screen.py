"""A window of its own for the screen in the hall. It can hold nothing but numbers: names never reach it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from werkdesk.ui.kit.look import Look, look, look_signals
from werkdesk.ui.kit.paint import box, painter_on
from werkdesk.ui.kit.tokens import TYPE_SCALE
from werkdesk.ui.teksten import halscherm as t

if TYPE_CHECKING:
    from werkdesk.usecases.overzichten import Oproep

SHOWN = 4
SMALLEST = 13
FRESH = 6000


class HallWindow(QWidget):
    """``show_calls(oproepen)``: newest first, at most four. The newest fills the upper half.

    A new call, or the same number called again, stands in other colours for :data:`FRESH` milliseconds:
    it is seen without sound as well, and nothing blinks.

    F11 or double click: full screen and back. ``beep``: called once for each new call when sound is on (it
    is off by default). ``closed``: the window was closed. Letters grow with the window, so a colour or a
    number can be read from the back of the hall; two figures never trade places without a new call.
    """

    closed = Signal()

    def __init__(self, beep: Callable[[], None]) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setWindowTitle(t.VENSTER)
        self.setAccessibleName(t.VENSTER)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)  # the desk keeps the keys
        self._beep, self.sound = beep, False
        self.calls: tuple[Oproep, ...] = ()
        self._heard: set[Oproep] = set()  # a call of another desk may arrive after a later one of ours
        self.fresh = QTimer(self)
        self.fresh.setSingleShot(True)
        self.fresh.setInterval(FRESH)
        self.fresh.timeout.connect(self.update)
        look_signals().changed.connect(self.update)

    def show_calls(self, calls: Sequence[Oproep]) -> None:
        """Show these calls. A new number, or the same number called again, sounds when sound is on."""
        wanted = tuple(sorted(calls, key=lambda call: call.moment, reverse=True)[:SHOWN])
        if wanted == self.calls:
            return
        oldest = self.calls[-1].moment if self.calls else None
        new = any(one not in self._heard and (oldest is None or one.moment > oldest) for one in wanted)
        self.calls = wanted
        self._heard.update(wanted)
        self.setAccessibleDescription(
            t.ZEG.format(nummer=wanted[0].nummer, balie=wanted[0].balie) if wanted else t.GEEN
        )
        if new:
            self.fresh.start()
            if self.sound:
                self._beep()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look().px(960), look().px(540))

    def paintEvent(self, event: QPaintEvent) -> None:
        now = look()
        painter = painter_on(self)
        painter.fillRect(self.rect(), now.color("rail"))
        whole = QRectF(self.rect())
        edge = whole.height() * 0.05
        if not self.calls:
            self._words(painter, whole.adjusted(edge, 0, -edge, 0), t.GEEN, 0.06, "rail_ink")
        else:
            split = whole.top() + whole.height() * 0.56
            self._newest(painter, QRectF(edge, edge, whole.width() - 2 * edge, split - 1.6 * edge))
            self._earlier(
                painter, QRectF(edge, split, whole.width() - 2 * edge, whole.bottom() - split - edge)
            )
        painter.end()

    def _newest(self, painter: QPainter, where: QRectF) -> None:
        now, call = look(), self.calls[0]
        ground, ink = ("on_accent", "accent") if self.fresh.isActive() else ("accent", "on_accent")
        box(painter, where, ground=now.color(ground), radius=where.height() * 0.06)
        half = where.width() / 2
        for place, (caption, value) in enumerate(((t.NUMMER, call.nummer), (t.BALIE, str(call.balie)))):
            room = QRectF(where.left() + place * half, where.top(), half, where.height())
            top = QRectF(room.left(), room.top() + room.height() * 0.08, half, room.height() * 0.2)
            self._words(painter, top, caption, 0.045, ink)
            rest = QRectF(room.left(), room.top() + room.height() * 0.26, half, room.height() * 0.68)
            self._words(painter, rest, value, 0.26, ink, bold=True)

    def _earlier(self, painter: QPainter, where: QRectF) -> None:
        rows = self.calls[1:]
        height = where.height() / (SHOWN - 1)
        for place, call in enumerate(rows):
            room = QRectF(where.left(), where.top() + place * height, where.width(), height)
            words = t.REGEL.format(nummer=call.nummer, balie=call.balie)
            self._words(painter, room, words, 0.075, "rail_ink", bold=place == 0)

    def _words(
        self, painter: QPainter, where: QRectF, text: str, share: float, ink: str, *, bold: bool = False
    ) -> None:
        size = min(self.height(), self.width() * 0.6) * share
        font = _font(size, bold=bold)
        wide = QFontMetricsF(font).horizontalAdvance(text)
        if wide > where.width() * 0.94:
            font = _font(size * where.width() * 0.94 / wide, bold=bold)
        painter.setFont(font)
        painter.setPen(look().color(ink))
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F11:
            self.toggle_full()
        elif event.key() == Qt.Key.Key_Escape and self.isFullScreen():
            self.showNormal()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonDblClick:
            self.toggle_full()
            return True
        return super().event(event)

    def toggle_full(self) -> None:
        """Full screen and back."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)


def _font(pixels: float, *, bold: bool) -> QFont:
    """The font of the look at a size that grows with the window; never under the smallest of the scale."""
    role = "figure" if bold else "body"
    return Look(scale=max(SMALLEST, pixels) / TYPE_SCALE[role][0]).font(role)
