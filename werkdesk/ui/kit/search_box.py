"""The one search box: always visible, key F3, and empty again after a minute without a key."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from werkdesk.ui.kit.icons import paint_icon
from werkdesk.ui.kit.keycap import legend
from werkdesk.ui.kit.look import look
from werkdesk.ui.kit.paint import cap_width, key_cap, painter_on
from werkdesk.ui.kit.text_field import LineEdit

CLEAR_AFTER = 60_000


class SearchBox(LineEdit):
    """``typed(str)``: search for this now. ``entered()``: Enter. ``stepped(int)``: Down or Up, +1 or -1.

    ``escaped()``: Esc; the box is empty then. Keys stay in the box, so typing never has to stop.
    ``left_alone()``: it cleared itself. ``waits``: something else closes on Esc first.
    ``clear_after``: milliseconds without a key until it clears itself; 0 is never (WCAG 2.2.1: a setting).
    """

    typed = Signal(str)
    entered = Signal()
    stepped = Signal(int)
    escaped = Signal()
    left_alone = Signal()

    def __init__(
        self,
        placeholder: str,
        key: str = "F3",
        *,
        name: str = "",
        clear_after: int = CLEAR_AFTER,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._legend = legend(key)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(clear_after)
        self._idle.timeout.connect(self.leave_alone)
        self.waits: Callable[[], bool] = lambda: False
        self.textEdited.connect(self._on_edited)

    def sizeHint(self) -> QSize:
        return QSize(look().px(560), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(280), super().minimumSizeHint().height())

    def set_key(self, key: str) -> None:
        """Show another key on the cap."""
        self._legend = legend(key)
        self.update()

    @Slot()
    def clear_now(self) -> None:
        """Empty the box and its undo history, and say so."""
        self._idle.stop()
        if self.text():
            self.setText("")
            self.typed.emit("")

    @Slot()
    def leave_alone(self) -> None:
        """Nobody typed for a while: the next visitor sees nothing of this one."""
        self.clear_now()
        self.left_alone.emit()

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        if self._idle.interval() and text:
            self._idle.start()
        self.typed.emit(text)

    def event(self, event: QEvent) -> bool:
        asked = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if asked and cast("QKeyEvent", event).key() == Qt.Key.Key_Escape and self.text() and not self.waits():
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._idle.isActive():
            self._idle.start()
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if (
                not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            ):
                self.entered.emit()
            case Qt.Key.Key_Escape:
                self.clear_now()
                self.escaped.emit()
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        now = look()
        painter = painter_on(self)
        size, height = now.px(18), self.height()
        where = QRectF(now.px(12), (height - size) / 2, size, size)
        paint_icon(painter, "magnifying-glass", where, now.color("soft_ink"))
        if not self.text():
            width = cap_width(self._legend)
            where = QRectF(self.width() - width - now.px(8), 0, width, height)
            ground = now.color("hover")
            key_cap(
                painter, where, self._legend, ink=now.color("soft_ink"), line=now.color("line"), ground=ground
            )
        painter.end()
