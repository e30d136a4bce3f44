"""The one place that tells how this desk and the register stand. Computed by the caller from the outbox
itself.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from werkdesk.ui.kit.announce import announce
from werkdesk.ui.kit.icons import paint_icon
from werkdesk.ui.kit.look import color_of, look
from werkdesk.ui.kit.paint import box, painter_on
from werkdesk.ui.kit.tokens import Tone


class SyncState(StrEnum):
    """The four states of counter.md 5.1."""

    UP_TO_DATE = "bijgewerkt"
    BUSY = "bezig"
    OFFLINE = "geen-verbinding"
    QUESTION = "vraag"


_FACES = {
    SyncState.UP_TO_DATE: (Tone.GOOD, "cloud-check"),
    SyncState.BUSY: (Tone.ACCENT, "arrows-clockwise"),
    SyncState.OFFLINE: (Tone.WARN, "cloud-slash"),
    SyncState.QUESTION: (Tone.BAD, "question"),
}


class SyncPill(QAbstractButton):
    """Icon and sentence on a soft ground; ``clicked`` opens the outbox (F5).

    Only a change of state is announced to a screen reader, once, without moving the focus (WCAG 4.1.3).
    """

    focus_radius = 14

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = SyncState.UP_TO_DATE
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setText(text)
        self.setAccessibleName(text)

    @property
    def state(self) -> SyncState:
        """The state shown."""
        return self._state

    def show_state(self, state: SyncState, text: str) -> None:
        """``text`` is the whole sentence, as in "Geen verbinding sinds 10:11 · 3 wachten"."""
        new = state is not self._state
        if not new and text == self.text():
            return
        self._state = state
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()
        if new:
            announce(self, text)

    def sizeHint(self) -> QSize:
        now = look()
        words = QFontMetricsF(now.font("caption")).horizontalAdvance(self.text())
        return QSize(round(words) + now.px(46), now.px(28))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        now = look()
        tone, icon = _FACES[self._state]
        ink, ground = color_of(now.theme.ink_of(tone)), color_of(now.theme.ground_of(tone))
        whole = QRectF(self.rect())
        edge = ink if self.underMouse() or now.theme.ring_width > 2 else None
        painter = painter_on(self)
        box(painter, whole, ground=ground, line=edge, radius=whole.height() / 2)
        size = now.px(18)
        paint_icon(painter, icon, QRectF(now.px(11), (whole.height() - size) / 2, size, size), ink)
        painter.setFont(now.font("caption"))
        painter.setPen(ink)
        painter.drawText(whole.adjusted(now.px(34), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()
