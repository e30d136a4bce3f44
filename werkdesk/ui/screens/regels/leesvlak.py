"""Reading matter that a keyboard can scroll: a stop of Tab and F6, with arrows and Page Up and Down."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from werkdesk.ui.dossier.flowing import FlowingScroll


class ReadingPane(FlowingScroll):
    """``name``: what a screen reader calls it. Esc is for the place around it."""

    focus_shape = "edge"

    def __init__(self, name: str, *, gap: int = 10) -> None:
        super().__init__(gap=gap, margins=4)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        super().keyPressEvent(event)
