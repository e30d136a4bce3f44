"""The rail on the left: places with their counts, and at the bottom where this desk is and who works at
it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QWidget

from werkdesk.ui.kit.icons import paint_icon
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, Row
from werkdesk.ui.kit.look import look
from werkdesk.ui.kit.paint import box, painter_on, side_bar
from werkdesk.ui.kit.scroll import Scroll
from werkdesk.ui.kit.tips import set_tip
from werkdesk.ui.kit.tokens import RADIUS

WIDTH, NARROW, FOLDED = 236, 216, 128


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the rail. ``name`` is what the program hears, ``icon`` a name of ``icons.NAMES``."""

    name: str
    text: str
    icon: str = ""


class RailItem(QAbstractButton):
    """One place: icon, word, count. Checked when it is where we are."""

    focus_shape = "rail"
    focus_radius = RADIUS

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place, self._count, self.folded = place, "", False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setText(place.text)
        self.setAccessibleName(place.text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        """Other words for the same place, as in "Bezoek A014"."""
        self.setText(text)
        self.show_count(self._count)

    def show_count(self, count: str) -> None:
        """Words at the right, as in "7 wachten"."""
        self._count = count
        self.setAccessibleName(f"{self.text()}, {count}" if count else self.text())
        self.update()

    @property
    def count(self) -> str:
        """The words at the right."""
        return self._count

    def sizeHint(self) -> QSize:
        return QSize(look().px(88 if self.folded else 176), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(80 if self.folded else 120), self._height())

    def _height(self) -> int:
        return look().px(44) if self.folded else look().pick(40, 34)

    def fold(self, folded: bool) -> None:
        """Word above count, without icon, for a window that is narrow at this size of letters."""
        self.folded = folded
        self.updateGeometry()
        self.update()

    def _paint_folded(self) -> None:
        now, here = look(), self.isChecked()
        whole = QRectF(self.rect())
        painter = painter_on(self)
        if here or self.underMouse():
            box(painter, whole, ground=now.color("rail_chosen"), radius=now.px(RADIUS))
        if here:
            side_bar(painter, whole, now.color("rail_mark"), now.px(3), now.px(RADIUS))
        room = whole.adjusted(now.px(9), now.px(4), -now.px(4), -now.px(4))
        lines = [line for line in (self.text(), self._count) if line]
        height = room.height() / len(lines)
        for number, line in enumerate(lines):
            font = now.font("caption" if here else "label")
            painter.setFont(font)
            painter.setPen(now.color("rail_soft" if number else "rail_ink"))
            shown = QFontMetricsF(font).elidedText(line, Qt.TextElideMode.ElideRight, room.width())
            where = QRectF(room.left(), room.top() + number * height, room.width(), height)
            painter.drawText(where, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.folded:
            self._paint_folded()
            return
        now = look()
        whole = QRectF(self.rect())
        here = self.isChecked()
        painter = painter_on(self)
        if here or self.underMouse():
            ground = now.color("rail_chosen")
            box(painter, whole, ground=ground, radius=now.px(RADIUS))
        if here:
            side_bar(painter, whole, now.color("rail_mark"), now.px(3), now.px(RADIUS))
        left = now.px(12)
        ink = now.color("rail_ink")
        if self.place.icon:
            size = now.px(18)
            where = QRectF(left, (whole.height() - size) / 2, size, size)
            paint_icon(
                painter, self.place.icon, where, now.color("rail_mark") if here else now.color("rail_soft")
            )
            left += now.px(28)
        counts = QFontMetricsF(now.font("caption" if here else "label"))
        count_width = counts.horizontalAdvance(self._count) + now.px(8)
        words = QFontMetricsF(now.font("strong" if here else "body"))
        room = whole.width() - left - count_width - now.px(6)
        painter.setFont(now.font("strong" if here else "body"))
        painter.setPen(ink)
        text = words.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(whole.adjusted(left, 0, 0, 0), middle | Qt.AlignmentFlag.AlignLeft, text)
        painter.setFont(now.font("caption" if here else "label"))
        painter.setPen(ink if here else now.color("rail_soft"))
        painter.drawText(
            whole.adjusted(0, 0, -now.px(12), 0), middle | Qt.AlignmentFlag.AlignRight, self._count
        )
        painter.end()


class Rail(QFrame):
    """``went(str)``: the person chose the place with this name. Up and Down move, Enter and Space go.

    ``go(name)`` shows where we are without telling ``went``; ``show_count(name, words)`` sets a count.
    """

    went = Signal(str)

    def __init__(self, heading: str, places: Sequence[Place], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._column = Column(self, gap=2, margins=(8, 20, 8, 20))
        self.heading = Label(heading, "title")
        self.heading.setProperty("tone", "rail")
        # Many places at 200 % scroll, and do not make the window higher.
        self._pane = Scroll(gap=2).without_edges()
        self._items_box = self._pane.body
        self._items_box.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.foot = Label("", "label", wrap=True)
        self.foot.setProperty("tone", "railsoft")
        head, foot = Row(margins=(12, 0, 0, 12)), Row(margins=(12, 8, 0, 0))
        head.addWidget(self.heading)
        foot.addWidget(self.foot)
        self._column.addLayout(head)
        self._column.addWidget(self._pane, 1)
        self._column.addLayout(foot)
        self.items: dict[str, RailItem] = {}
        self.folded = False
        self._foot_lines: tuple[str, ...] = ()
        for place in places:
            self.add_place(place)

    def fold(self, folded: bool) -> None:
        """Narrow: words above counts, without heading and foot."""
        if folded == self.folded:
            return
        self.folded = folded
        self.heading.setVisible(not folded)
        self._show_foot()
        for item in self.items.values():
            item.fold(folded)
        self.updateGeometry()

    def _width(self) -> int:
        return look().px(FOLDED) if self.folded else look().pick(WIDTH, NARROW)

    def sizeHint(self) -> QSize:
        return QSize(self._width(), look().px(400))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._width(), super().minimumSizeHint().height())

    def add_place(self, place: Place, at: int = -1) -> RailItem:
        """Add a place, such as the visit of now, at position ``at``."""
        item = RailItem(place)
        item.fold(self.folded)
        item.clicked.connect(self._on_clicked)
        item.installEventFilter(self)
        self._items_box.insertWidget(at, item)
        self.items[place.name] = item
        return item

    def remove_place(self, name: str) -> None:
        """Take a place away; no place of that name is fine."""
        item = self.items.pop(name, None)
        if item is not None:
            item.hide()
            item.deleteLater()

    def go(self, name: str) -> None:
        """Mark where we are."""
        if name in self.items:
            self.items[name].setChecked(True)

    def show_count(self, name: str, words: str) -> None:
        """Show a count beside a place; an unknown place is ignored."""
        if name in self.items:
            self.items[name].show_count(words)

    def show_foot(self, *lines: str) -> None:
        """Where this desk is and who works at it."""
        self._foot_lines = lines
        self._show_foot()

    def _show_foot(self) -> None:
        """Narrow: only which desk and who, which are asked for most."""
        lines = self._foot_lines
        short = (*(line.split(" · ")[0] for line in lines[:1]), *lines[1:][-1:])
        self.foot.setText("\n".join(short if self.folded else lines))
        set_tip(self.foot, "\n".join(lines) if self.folded else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not (isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress):
            return False
        item = next((item for item in self.items.values() if item is watched), None)
        if item is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(item, 1 if event.key() == Qt.Key.Key_Down else -1)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            item.click()
            return True
        return False

    def _step(self, item: RailItem, by: int) -> None:
        shown = [other for other in self._in_order() if not other.isHidden()]
        shown[(shown.index(item) + by) % len(shown)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _in_order(self) -> list[RailItem]:
        found = (self._items_box.itemAt(place) for place in range(self._items_box.count()))
        widgets = (entry.widget() for entry in found if entry is not None)
        return [widget for widget in widgets if isinstance(widget, RailItem)]

    @Slot()
    def _on_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, RailItem):
            self.went.emit(sender.place.name)
