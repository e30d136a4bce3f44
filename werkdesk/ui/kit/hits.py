"""Search results under the search box. They never change places under the cursor.

A new question replaces the list. A later answer to the same question renews rows where they stand, and new
rows wait behind a button ("3 nieuwe") until staff ask for them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from werkdesk.ui.kit.buttons import PlainButton
from werkdesk.ui.kit.card import Clear, Panel
from werkdesk.ui.kit.half_gone import half_gone
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Row
from werkdesk.ui.kit.look import look
from werkdesk.ui.kit.paint import box, chip, chip_width
from werkdesk.ui.kit.rows_model import ROW_ROLE, Index
from werkdesk.ui.kit.tokens import Tone

ROWS_SHOWN = 7


@dataclass(frozen=True, slots=True)
class Hit:
    """One result: ``key`` is the caller's, ``name`` strong, ``line`` soft, and up to two chips at the
    right.
    """

    key: object
    name: str
    line: str = ""
    chips: tuple[tuple[str, Tone], ...] = ()


class HitsModel(QAbstractListModel):
    """The rows of the list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hits: list[Hit] = []

    def reset(self, hits: Sequence[Hit]) -> None:
        """Another question, another list."""
        self.beginResetModel()
        self.hits = list(hits)
        self.endResetModel()

    def renew(self, hits: Sequence[Hit]) -> list[Hit]:
        """Renew rows in place; returns the hits that are not in the list yet."""
        by_key = {hit.key: hit for hit in hits}
        for place, old in enumerate(self.hits):
            new = by_key.pop(old.key, old)
            if new != old:
                self.hits[place] = new
                self.dataChanged.emit(self.index(place), self.index(place))
        return list(by_key.values())

    def append(self, hits: Sequence[Hit]) -> None:
        """Add rows at the end."""
        if hits:
            self.beginInsertRows(QModelIndex(), len(self.hits), len(self.hits) + len(hits) - 1)
            self.hits.extend(hits)
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            hit = self.hits[index.row()]
            return ", ".join(filter(None, [hit.name, hit.line, *(word for word, _ in hit.chips)]))
        return self.hits[index.row()] if role == ROW_ROLE else None


class HitPainter(QStyledItemDelegate):
    """Two lines and chips; always plain text."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        now = look()
        hit: Hit = index.data(ROW_ROLE)
        where = QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            ground, line = now.color("accent_soft"), now.color("accent")
            box(painter, where, ground=ground, line=line, radius=now.px(6))
        elif state & QStyle.StateFlag.State_MouseOver:
            box(painter, where, ground=now.color("hover"), radius=now.px(6))
        right = where.right() - now.px(10)
        for word, tone in reversed(hit.chips):
            right -= chip_width(word)
            chip(painter, QRectF(right, where.top(), 1, where.height()), word, tone, lined=chosen)
            right -= now.px(8)
        room = QRectF(
            where.left() + now.px(12), where.top(), right - where.left() - now.px(20), where.height()
        )
        self._line(painter, room.adjusted(0, now.px(6), 0, -where.height() / 2), hit.name, "strong", "ink")
        self._line(painter, room.adjusted(0, where.height() / 2, 0, -now.px(6)), hit.line, "body", "soft_ink")
        painter.restore()

    def _line(self, painter: QPainter, where: QRectF, text: str, role: str, ink: str) -> None:
        now = look()
        font = now.font(role)
        painter.setFont(font)
        painter.setPen(now.color(ink))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, where.width())
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(where, flags, shown)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(look().px(320), look().pick(58, 52))


class HitsPanel(Panel):
    """A panel under the search box, over the page; the keys stay in the box.

    Connect ``box.stepped`` to ``step`` and ``box.entered`` to ``open_current``. ``expect(question)`` when the
    question changes; ``show_hits(question, hits)`` when an answer is there: answers to another question are
    dropped. ``more``: number -> words of the button for waiting rows. ``panel.foot`` is a Row for actions
    such as "Nieuwe klant". ``opened(key)``: a result was chosen.
    """

    opened = Signal(object)

    def __init__(
        self, name: str, *, nothing: str, more: Callable[[int], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(margins=8, gap=4, parent=parent)
        self._more, self.question = more, ""
        self._waiting: list[Hit] = []
        self._anchor: QWidget | None = None
        self.model = HitsModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(HitPainter(self.list))
        self.list.setAccessibleName(name)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.viewport().setAutoFillBackground(False)
        self.list.clicked.connect(self._on_clicked)
        self.nothing = Label(nothing, tone=Tone.NEUTRAL, wrap=True)
        self.nothing_box = Clear()
        nothing_room = Row(self.nothing_box, margins=(12, 8))
        nothing_room.addWidget(self.nothing)
        self.waiting = PlainButton("")
        self.waiting.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.waiting.clicked.connect(self.take_waiting)
        self.waiting.hide()
        self.foot = Row(gap=8)
        self.put(self.nothing_box, self.list, Row(gap=0).put(self.waiting, 1), self.foot)
        self.hide()

    def anchor_to(self, anchor: QWidget, host: QWidget) -> None:
        """Lie over ``host``, right under ``anchor``, and follow it."""
        self.setParent(host)
        self._anchor = anchor
        for watched in (anchor, host):
            watched.installEventFilter(self)

    def expect(self, question: str) -> None:
        """Staff typed another question; an empty one closes the panel."""
        self.question = question
        if not question:
            self.hide()

    def show_hits(self, question: str, hits: Sequence[Hit], *, fresh: bool = True) -> None:
        """Show an answer. ``fresh=False``: a later answer to the same question (something was pulled)."""
        if question != self.question or not question:
            return
        if fresh or self.isHidden():
            self._waiting = []
            self.model.reset(hits)
            if hits:
                self.list.setCurrentIndex(self.model.index(0))
        else:
            self._waiting = self.model.renew(hits)
        self._word_waiting()
        self._place()
        self.show()
        self.raise_()

    @Slot()
    def take_waiting(self) -> None:
        """Put the rows that waited at the end."""
        waiting, self._waiting = self._waiting, []
        self.model.append(waiting)
        self._word_waiting()
        self._place()

    @Slot(int)
    def step(self, by: int) -> None:
        """Move the chosen row; stops at both ends."""
        if not self.isHidden() and self.model.hits:
            place = min(len(self.model.hits) - 1, max(0, self.list.currentIndex().row() + by))
            self.list.setCurrentIndex(self.model.index(place))

    @Slot()
    def open_current(self) -> None:
        """Open the chosen row."""
        place = self.list.currentIndex().row()
        if not self.isHidden() and 0 <= place < len(self.model.hits):
            self.opened.emit(self.model.hits[place].key)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(self.model.hits[index.row()].key)

    def _word_waiting(self) -> None:
        self.waiting.setVisible(bool(self._waiting))
        self.waiting.setText(self._more(len(self._waiting)) if self._waiting else "")
        self.nothing_box.setVisible(not self.model.hits)
        self.list.setVisible(bool(self.model.hits))

    def _place(self) -> None:
        host = self.parentWidget()
        if self._anchor is None or host is None:
            return
        now = look()
        rows = min(ROWS_SHOWN, max(1, len(self.model.hits)))
        self.list.setFixedHeight(rows * now.pick(58, 52))
        spot = self._anchor.mapTo(host, QPoint(0, self._anchor.height() + now.px(6)))
        width = max(self._anchor.width(), now.px(560))
        layout = self.layout()
        if layout is not None:
            layout.activate()
        height = min(self.sizeHint().height(), host.height() - spot.y() - now.px(8))
        self.setGeometry(spot.x(), spot.y(), min(width, host.width() - spot.x() - now.px(8)), height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        moved = event.type() in (QEvent.Type.Resize, QEvent.Type.Move)
        if moved and not half_gone(self) and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)
