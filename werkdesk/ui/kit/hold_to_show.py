"""A masked number that is whole only while it is held down (Space or mouse), and says so to be logged."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from werkdesk.ui.kit.look import look
from werkdesk.ui.kit.paint import painter_on


class HoldToShow(QAbstractButton):
    """``asked`` when it is pressed: log it, fetch the number, call :meth:`reveal`. Letting go masks it again.

    The whole number never becomes the accessible name or the text of the button.
    """

    asked = Signal()

    def __init__(self, masked: str, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setText(masked)
        self.setAccessibleName(f"{name} {masked}".strip())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.pressed.connect(self.asked)
        self.released.connect(self._mask)

    def reveal(self, whole: str) -> None:
        """Show the whole number, as long as the button is held; else nothing happens."""
        if self.isDown():
            self._whole = whole
            self.update()

    @property
    def shown(self) -> str:
        """What can be read now."""
        return self._whole or self.text()

    @Slot()
    def _mask(self) -> None:
        self._whole = ""
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(look().font("body"))
        width = max(metrics.horizontalAdvance(self.text()), metrics.horizontalAdvance("000000000"))
        return QSize(round(width) + 2, round(metrics.height()) + 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        now = look()
        painter = painter_on(self)
        painter.setFont(now.font("body"))
        painter.setPen(now.color("accent" if self.underMouse() else "ink"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.shown)
        painter.end()
