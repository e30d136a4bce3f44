"""A key as a small square, and the words of keys as Dutch keyboards print them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QKeySequence, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from werkdesk.ui.kit.look import look
from werkdesk.ui.kit.paint import CAP_HEIGHT, cap_width, key_cap, painter_on

_LEGENDS = {
    "Return": "Enter",
    "Del": "Delete",
    "Ins": "Insert",
    "Left": "←",
    "Right": "→",
    "Up": "↑",
    "Down": "↓",
}


def legend(sequence: QKeySequence | str) -> str:
    """``Ctrl+Return`` -> ``Ctrl Enter``; what a key cap shows."""
    text = (
        sequence if isinstance(sequence, str) else sequence.toString(QKeySequence.SequenceFormat.PortableText)
    )
    parts = [part.strip() for part in text.split("+") if part.strip()]
    return " ".join(_LEGENDS.get(part, part) for part in parts)


class KeyCap(QWidget):
    """Shows one key. For the eye only; the widget it belongs to has the name."""

    def __init__(self, key: QKeySequence | str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._legend = legend(key)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(round(cap_width(self._legend)) + 1, look().px(CAP_HEIGHT) + 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        now = look()
        painter = painter_on(self)
        key_cap(
            painter,
            QRectF(self.rect()),
            self._legend,
            ink=now.color("soft_ink"),
            line=now.color("line"),
            ground=now.color("hover"),
        )
        painter.end()
