"""The quiet table: rows of 40, thin lines, chips, one row chosen; no grid, no frames."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from werkdesk.ui.kit.column_widths import ColumnWidths
from werkdesk.ui.kit.look import look, look_signals
from werkdesk.ui.kit.paint import chip, painter_on, tick_box
from werkdesk.ui.kit.rows_model import ROW_ROLE, Index, RowsModel, TableColumn
from werkdesk.ui.kit.scroll import Scroll
from werkdesk.ui.kit.tokens import Tone

_INKS = {"body": "ink", "strong": "ink", "soft": "soft_ink"}


class CellPainter(QStyledItemDelegate):
    """Paints a cell as plain text or as a chip; the line under each row, the ground of the chosen one."""

    def __init__(self, view: QuietTable) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        now = look()
        where = QRectF(option.rect)
        if where.bottom() > self._view.viewport().height() and where.top() > 0:
            return  # half a row cannot be read; the bar says that there is more
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(where, now.color("accent_soft"))
            if index.column() == 0:
                painter.fillRect(
                    QRectF(where.left(), where.top(), now.px(3), where.height()), now.color("accent")
                )
            if self._view.hasFocus():
                self._paint_focus(painter, where, index)
        elif index.row() == self._view.hovered:
            painter.fillRect(where, now.color("hover"))
        thin = now.px(1)
        painter.fillRect(QRectF(where.left(), where.bottom() - thin, where.width(), thin), now.color("line"))
        self._paint_words(painter, where.adjusted(now.px(10), 0, -now.px(10), 0), index, chosen)
        painter.restore()

    def _paint_focus(self, painter: QPainter, where: QRectF, index: Index) -> None:
        """The focus of a table is around its chosen row; a ring around half a screen says nothing."""
        now = look()
        width = now.px(now.theme.ring_width)
        colour = now.color("ring")
        painter.fillRect(QRectF(where.left(), where.top(), where.width(), width), colour)
        painter.fillRect(QRectF(where.left(), where.bottom() - width, where.width(), width), colour)
        if index.column() == 0:
            painter.fillRect(QRectF(where.left(), where.top(), width, where.height()), colour)
        if index.column() == self._view.last_shown():
            painter.fillRect(QRectF(where.right() - width, where.top(), width, where.height()), colour)

    def _paint_words(self, painter: QPainter, where: QRectF, index: Index, chosen: bool) -> None:
        now = look()
        column = self._view.rows.columns[index.column()]
        row = index.data(ROW_ROLE)
        text = column.words(row, short=self._view.rows.is_short)
        if column.style == "tick":
            tick_box(painter, where, chosen=bool(text))
            return
        if not text:
            return
        if column.style == "chip":
            chip(painter, where, text, column.tone(row) if column.tone else Tone.ACCENT, lined=chosen)
            return
        font = now.font("strong" if column.style == "strong" else "body")
        painter.setFont(font)
        painter.setPen(now.color(_INKS[column.style]))
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, where.width())
        painter.drawText(where, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(look().px(80), look().row_height)


class QuietTable(QTableView):
    """``QuietTable("Wachtend", columns, key=lambda row: row.id, nothing="Er wacht niemand.")``.

    ``show_rows(rows)`` shows frozen rows; what is chosen and where it is scrolled stays. ``opened(row)``:
    Enter or double click. ``picked(row)``: another row was chosen by the person or the program; ``None``
    when none is.
    """

    opened = Signal(object)
    picked = Signal(object)
    focus_shape = "none"  # the chosen row shows the focus itself, or the sentence of an empty table

    def __init__(
        self,
        name: str,
        columns: Sequence[TableColumn],
        *,
        key: Callable[[Any], Hashable],
        nothing: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.rows = RowsModel(columns, key, self)
        self.hovered = -1
        self._nothing = nothing
        self.setModel(self.rows)
        self.setItemDelegate(CellPainter(self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setSectionsClickable(False)
        header.setVisible(any(column.title for column in columns))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._widths = ColumnWidths(self, self.rows)
        self._fit()
        look_signals().changed.connect(self._fit)
        self.selectionModel().selectionChanged.connect(self._on_picked)
        self.doubleClicked.connect(self._on_opened)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows; only what differs changes."""
        self.rows.replace(rows)
        self._widths.fit()
        self.viewport().update()

    def show_column(self, number: int, shown: bool) -> None:
        """Show a column, or do without it for what is shown now."""
        self._widths.show(number, shown)

    def show_nothing(self, sentence: str) -> None:
        """Other words for an empty table."""
        self._nothing = sentence
        self.viewport().update()

    def chosen(self) -> Any:
        """The chosen row, or ``None``."""
        chosen = self.selectionModel().selectedRows()
        return self.rows.row(chosen[0].row()) if chosen else None

    def choose(self, key: Hashable) -> bool:
        """Choose the row with this key; False when it is not there."""
        place = self.rows.place_of(key)
        if place >= 0:
            self.selectRow(place)
        return place >= 0

    def last_shown(self) -> int:
        """Number of the last column that is not hidden."""
        shown = (n for n in reversed(range(len(self.rows.columns))) if not self.isColumnHidden(n))
        return next(shown, 0)

    def full_height(self) -> int:
        """Pixels that show every row without scrolling, for short tables in a card."""
        header = 0 if self.horizontalHeader().isHidden() else self.horizontalHeader().sizeHint().height()
        return header + max(1, self.rows.rowCount()) * look().row_height + 2

    @Slot()
    def _fit(self) -> None:
        now = look()
        self.verticalHeader().setMinimumSectionSize(now.row_height)
        self.verticalHeader().setDefaultSectionSize(now.row_height)
        self.horizontalHeader().setMinimumSectionSize(now.px(24))
        self._widths.forget()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._widths.fit()

    @Slot()
    def _on_picked(self) -> None:
        self.picked.emit(self.chosen())

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """A page that scrolls around the table goes along with the chosen row."""
        super().currentChanged(current, previous)
        above = self.parentWidget() if self.hasFocus() else None
        while above is not None:
            if isinstance(above, Scroll):
                above.keep_in_sight(self)
            above = above.parentWidget()

    @Slot(QModelIndex)
    def _on_opened(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows.row(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            row = self.chosen()
            if row is not None:
                self.opened.emit(row)
            return
        if plain and (event.key() == Qt.Key.Key_Escape or event.text().isdigit()):
            event.ignore()  # a digit is an answer of the place around it, never a jump to a row
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        if self.chosen() is None and self.rows.rowCount():
            self.selectRow(0)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.rowAt(int(event.position().y())))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, row: int) -> None:
        if row != self.hovered:
            self.hovered = row
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._nothing and not self.rows.rowCount():
            now = look()
            painter = painter_on(self.viewport())
            painter.setFont(now.font("body"))
            painter.setPen(now.color("soft_ink"))
            room = self.viewport().rect().adjusted(now.px(10), now.px(12), -now.px(10), 0)
            words = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(room, words, self._nothing)
            if self.hasFocus():
                said = painter.boundingRect(room, words, self._nothing)
                self._frame(painter, QRectF(0, 0, self.viewport().width(), said.bottom() + now.px(12)))
            painter.end()

    def _frame(self, painter: QPainter, where: QRectF) -> None:
        """Four sides in the colour of the focus."""
        width, colour = look().px(look().theme.ring_width), look().color("ring")
        half = width / 2
        painter.setPen(QPen(colour, width))
        painter.drawRect(where.adjusted(half, half, -half, -half))
