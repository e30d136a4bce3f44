"""Several lines of text. Tab goes to the next field, as everywhere else (keepassxc#8265)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from werkdesk.ui.kit.editor_keys import leave_to_window
from werkdesk.ui.kit.field import Field
from werkdesk.ui.kit.look import look
from werkdesk.ui.kit.text_field import count_on


class NoteEdit(QPlainTextEdit):
    """Plain text only, also when markup is pasted. ``lines`` decides the height."""

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.on_leave: Field | None = None
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)

    def sizeHint(self) -> QSize:
        line = QFontMetrics(look().font("body")).lineSpacing()
        return QSize(look().px(240), line * self._lines + look().px(22))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(120), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        return leave_to_window(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in (
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
        ):
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.on_leave is not None and event.reason() != Qt.FocusReason.PopupFocusReason:
            self.on_leave.left.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)


class NoteField(Field):
    """Several lines. ``limit`` and ``over`` as in TextField: counted, told, never cut.

    ``check``: text -> error sentence or ``""``, at every change: what cannot be kept is said at once.
    """

    def __init__(
        self,
        label: str,
        *,
        lines: int = 3,
        limit: int | None = None,
        over: str = "",
        placeholder: str = "",
        remark: str = "",
        hint: str = "",
        help_key: str = "",
        foot: bool = True,
        check: Callable[[str], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self.edit = NoteEdit(lines)
        super().__init__(
            label, self.edit, remark=remark, hint=hint, help_key=help_key, foot=foot, parent=parent
        )
        self._limit, self._over, self._quiet, self._check = limit, over, False, check
        self.edit.on_leave = self
        self.edit.setPlaceholderText(placeholder)
        self.edit.textChanged.connect(self._on_changed)

    def value(self) -> str:
        return self.edit.toPlainText()

    def set_value(self, text: str) -> None:
        self._quiet = True
        self.edit.setPlainText(text)
        self._quiet = False
        self._judge()

    @Slot()
    def _on_changed(self) -> None:
        self._judge()
        if not self._quiet:
            self.typed.emit(self.value())

    def _judge(self) -> None:
        length = len(self.value())
        count_on(self, length, self._limit)
        if self._over and self._limit is not None and length > self._limit:
            self.show_error(self._over)
        elif self._check is not None:
            self.show_error(self._check(self.value()))
        elif self._over and self._limit is not None:
            self.show_error("")
