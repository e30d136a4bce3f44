"""Whether Caps Lock is on, as far as typed letters tell: no platform is asked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from werkdesk.ui.kit.half_gone import half_gone


class CapsWatch(QObject):
    """Install it on editors. ``changed(bool)``: a letter, or the key itself, told that it is on or off."""

    changed = Signal(bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.on: bool | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if half_gone(self):
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._learn(event)
        return False

    def _learn(self, event: QKeyEvent) -> None:
        text = event.text()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_CapsLock:
            known = None if self.on is None else not self.on
        elif len(text) == 1 and text.isalpha() and text.upper() != text.lower():
            known = text.isupper() != shift
        else:
            return
        if known != self.on:
            self.on = known
            self.changed.emit(bool(known))
