"""F12: hide everything at once from somebody who leans over the desk. F12 or Enter goes on, without a PIN."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from werkdesk.ui.kit.buttons import PrimaryButton
from werkdesk.ui.kit.cover import Cover
from werkdesk.ui.kit.layout import Row
from werkdesk.ui.teksten import aanmelden as t


class QuickCover(Cover):
    """``uncovered()``: go on. ``lock_asked()``: lock after all. The lock after idle time works as before."""

    uncovered = Signal()
    lock_asked = Signal()

    def __init__(self, key: str, lock_key: str, parent: QWidget | None = None) -> None:
        super().__init__(t.PRODUCT, t.AFGEDEKT, t.AFGEDEKT_UITLEG, parent=parent)
        self.button = PrimaryButton(t.VERDER, key)
        self.button.clicked.connect(self.uncovered)
        self.put(Row(gap=12).put(1, self.button))
        self.setAccessibleName(t.AFGEDEKT)
        for wanted, asked in ((key, self.uncovered), (lock_key, self.lock_asked)):
            shortcut = QShortcut(QKeySequence(wanted), self)
            shortcut.activated.connect(asked)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)
