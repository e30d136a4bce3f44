"""A state as a word on a soft ground: tolk, spoed, Paspoort gezien."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from werkdesk.ui.kit.look import look
from werkdesk.ui.kit.paint import CHIP_HEIGHT, chip, chip_width, painter_on
from werkdesk.ui.kit.tokens import Tone


class Badge(QWidget):
    """``text`` in a tone. The word carries the meaning, the colour only helps."""

    def __init__(self, text: str, tone: Tone = Tone.NEUTRAL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._tone = text, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def text(self) -> str:
        """The word shown."""
        return self._text

    @property
    def tone(self) -> Tone:
        """The tone shown."""
        return self._tone

    def show_state(self, text: str, tone: Tone) -> None:
        """Show another word and tone; an empty word hides the badge but keeps its place."""
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(chip_width(self._text)) + 1 if self._text else 0, look().px(CHIP_HEIGHT) + 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._text:
            return
        painter = painter_on(self)
        chip(painter, QRectF(self.rect()), self._text, self._tone)
        painter.end()


class BadgeButton(QAbstractButton):
    """A state that something can be done about: click, Space or Enter. ``name``: of what it is the state."""

    focus_radius = CHIP_HEIGHT // 2

    def __init__(self, text: str, tone: Tone, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tone = tone
        self.setText(text)
        self.setAccessibleName(f"{name} {text}".strip())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(round(chip_width(self.text())) + 1, look().px(CHIP_HEIGHT) + 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        chip(painter, QRectF(self.rect()), self.text(), self.tone, lined=self.underMouse())
        painter.end()
