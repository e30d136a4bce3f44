"""The only dialog: for what cannot wait (a defect with its number, a loss that would happen). Plain text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from werkdesk.ui.kit.buttons import OutlineButton, PrimaryButton
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, Row


class Message(QDialog):
    """A title, sentences, and one or two buttons. ``exec()`` gives 1 for the first button, 0 for the second
    or Esc.

    The safe answer is ``confirm`` when there is one button; with two, nothing is the default button.
    """

    def __init__(
        self, title: str, text: str, confirm: str, cancel: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.title = Label(title, "question", wrap=True)
        self.text = Label(text, wrap=True, selectable=True)
        self.confirm = PrimaryButton(confirm)
        self.confirm.clicked.connect(self.accept)
        buttons = Row(gap=12).put(1)
        if cancel:
            self.cancel = OutlineButton(cancel)
            self.cancel.clicked.connect(self.reject)
            buttons.put(self.cancel)
        buttons.put(self.confirm)
        column = Column(self, gap=16, margins=24)
        column.put(self.title, self.text, buttons)
        (self.cancel if cancel else self.confirm).setFocus(Qt.FocusReason.OtherFocusReason)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 56)
