"""A closed list that opens (combo box), for choices too many for digits: countries, templates, printers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from werkdesk.ui.kit.field import Field
from werkdesk.ui.kit.look import look
from werkdesk.ui.kit.paint import chevron, painter_on


class PickBox(QComboBox):
    """A combo box with its own arrow; the wheel does not change it by accident."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._paint_box()
        now = look()
        size = now.px(18)
        where = QRectF(self.width() - now.px(10) - size, (self.height() - size) / 2, size, size)
        painter = painter_on(self)
        chevron(painter, where, now.color("soft_ink" if self.isEnabled() else "faint_ink"))
        painter.end()

    def _paint_box(self) -> None:
        """As Qt does, but a text that does not fit ends in an ellipsis instead of in half a word."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        room = self.width() - look().px(18 + 10 + 12 + 8)
        text = option.currentText
        if self.currentIndex() < 0:
            text = self.placeholderText()
            soft = option.palette.brush(QPalette.ColorRole.PlaceholderText)
            option.palette.setBrush(QPalette.ColorRole.ButtonText, soft)
        option.currentText = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class PickField(Field):
    """``options``: (value, text) in order. ``value()`` is the value of the chosen one, ``""`` when none
    is.
    """

    def __init__(
        self,
        label: str,
        options: Sequence[tuple[str, str]],
        *,
        nothing: str = "",
        remark: str = "",
        hint: str = "",
        help_key: str = "",
        foot: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        self.box = PickBox()
        super().__init__(
            label, self.box, remark=remark, hint=hint, help_key=help_key, foot=foot, parent=parent
        )
        self.box.setPlaceholderText(nothing)
        self.box.view().setAccessibleName(self.box.accessibleName())
        self.set_options(options)
        self.box.activated.connect(self._on_activated)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Another list; nothing is chosen after it."""
        self.box.clear()
        for value, text in options:
            self.box.addItem(text, value)
        self.box.setCurrentIndex(-1)

    def value(self) -> str:
        return str(self.box.currentData() or "")

    def set_value(self, text: str) -> None:
        self.box.setCurrentIndex(self.box.findData(text) if text else -1)

    @Slot(int)
    def _on_activated(self, _: int) -> None:
        self.show_error("")
        self.typed.emit(self.value())
