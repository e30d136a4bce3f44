"""One row of a choice list: key square, words, sometimes a chip. A real radio button or check box."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from werkdesk.ui.kit.look import look
from werkdesk.ui.kit.paint import CHIP_HEIGHT, box, chip, chip_width, painter_on, tick
from werkdesk.ui.kit.tokens import RADIUS, Tone

_WORDS = (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value | Qt.TextFlag.TextWordWrap.value

if TYPE_CHECKING:
    _Base = QAbstractButton
else:
    _Base = object


@dataclass(frozen=True, slots=True)
class Option:
    """``value`` is what the program hears, ``text`` what staff read, ``note`` a word in a chip at the right.

    ``key`` is one character; without it the place in the list gives a digit.
    """

    value: str
    text: str
    key: str = ""
    note: str = ""
    note_tone: Tone = Tone.ACCENT


class _Painted(_Base):
    """Painting and measuring, for both kinds of row."""

    focus_shape = "edge"
    focus_radius = RADIUS
    ticks = False
    option: Option
    key: str

    def prepare(self, option: Option, key: str) -> None:
        """Give the row its words and its key; the words are its accessible name."""
        self.option, self.key = option, key
        self.setText(option.text.replace("&", "&&"))
        self.setAccessibleName(f"{option.text}, {option.note}" if option.note else option.text)
        self.setAccessibleDescription(key)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hold(self, chosen: bool) -> None:
        """Check or uncheck the row; its list sees to the other rows."""
        self.setChecked(chosen)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        now = look()
        metrics = QFontMetrics(now.font("body"))
        below = self._is_note_below(width)
        room = max(now.px(40), width - now.px(54) - (0 if below else self._note_room()))
        wrapped = metrics.boundingRect(0, 0, room, 10_000, _WORDS, self.option.text)
        extra = now.px(CHIP_HEIGHT + 4) if below else 0
        return max(now.pick(36, 32), wrapped.height() + now.px(12) + extra)

    def _is_note_below(self, width: int) -> bool:
        """The longest word does not fit beside the note: the note comes under the words."""
        if not self.option.note:
            return False
        now = look()
        metrics = QFontMetrics(now.font("body"))
        longest = max((metrics.horizontalAdvance(word) for word in self.option.text.split()), default=0)
        return longest > width - now.px(54) - self._note_room()

    def sizeHint(self) -> QSize:
        now = look()
        wanted = QFontMetrics(now.font("body")).horizontalAdvance(self.option.text) + now.px(60)
        return QSize(min(wanted + self._note_room(), now.px(420)), now.pick(36, 32))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(120), look().pick(36, 32))

    def hitButton(self, pos: QPoint, /) -> bool:  # noqa: N802 - Qt's name; the whole row is the button
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = look()
        whole = QRectF(self.rect())
        painter = painter_on(self)
        if self.isChecked():
            box(
                painter,
                whole,
                ground=now.color("accent_soft"),
                line=now.color("accent"),
                radius=now.px(RADIUS),
            )
        elif self.isEnabled() and self.underMouse():
            box(painter, whole, ground=now.color("hover"), radius=now.px(RADIUS))
        self._paint_key(painter, whole)
        self._paint_words(painter, whole)
        painter.end()

    def _note_room(self) -> int:
        return round(chip_width(self.option.note)) + look().px(10) if self.option.note else 0

    def _paint_key(self, painter: QPainter, whole: QRectF) -> None:
        now, chosen = look(), self.isChecked()
        side = now.px(24)
        square = QRectF(now.px(10), round(whole.center().y() - side / 2), side, side)
        ticked = chosen and self.ticks
        ground = now.color("accent" if chosen else "card")
        line = now.color("accent" if chosen else "control")
        box(painter, square, ground=ground, line=line, radius=now.px(4))
        if ticked:
            tick(painter, square, now.color("on_accent"))
            return
        painter.setFont(now.font("caption" if chosen else "label"))
        painter.setPen(now.color("on_accent" if chosen else "soft_ink"))
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, self.key)

    def _paint_words(self, painter: QPainter, whole: QRectF) -> None:
        now, note = look(), self.option.note
        below = self._is_note_below(self.width())
        under = now.px(CHIP_HEIGHT + 4) if below else 0
        room = whole.adjusted(now.px(46), 0, -now.px(8) - (0 if below else self._note_room()), -under)
        painter.setFont(now.font("body"))
        painter.setPen(now.color("ink" if self.isEnabled() else "faint_ink"))
        painter.drawText(room, _WORDS, self.option.text)
        if note:
            width = chip_width(note)
            left = room.left() if below else whole.right() - width - now.px(10)
            where = QRectF(left, whole.top(), width, whole.height())
            if below:
                where = QRectF(left, whole.bottom() - under - now.px(4), width, under)
            chip(painter, where, note, self.option.note_tone, lined=self.isChecked())


class ChoiceRow(_Painted, QRadioButton):
    """One of the answers of which one holds."""

    def __init__(self, option: Option, key: str, parent: QWidget) -> None:
        QRadioButton.__init__(self, parent)
        self.prepare(option, key)

    def hold(self, chosen: bool) -> None:
        """Qt tells a screen reader "radio button" only while it is exclusive, but lets no such button go
        unchecked.
        """
        self.setAutoExclusive(False)
        self.setChecked(chosen)
        self.setAutoExclusive(True)


class TickRow(_Painted, QCheckBox):
    """One of the answers of which several may hold."""

    ticks = True

    def __init__(self, option: Option, key: str, parent: QWidget) -> None:
        QCheckBox.__init__(self, parent)
        self.prepare(option, key)
