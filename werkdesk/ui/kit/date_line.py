"""Wat nu loopt: one legal date with its meaning, its source and its bar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from werkdesk.ui.kit.card import Card
from werkdesk.ui.kit.field import HELP_KEY
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, Row, clear
from werkdesk.ui.kit.look import color_of, look
from werkdesk.ui.kit.paint import painter_on
from werkdesk.ui.kit.tokens import Tone

BAR = 3


@dataclass(frozen=True, slots=True)
class LegalDate:
    """``title``: what may or must happen. ``when``: the date or word. ``why``: rule and article in one line.

    ``help_key``: page or rule for F1. ``tone``: ``WARN`` when something is still missing, ``BAD`` when it is
    late.
    """

    title: str
    when: str
    why: str = ""
    help_key: str = ""
    tone: Tone = Tone.ACCENT


class DateLine(QWidget):
    """One date; it can have the focus so that F1 explains it. ``asked(help_key)``: Enter or a click."""

    asked = Signal(str)
    focus_radius = 4

    def __init__(self, date: LegalDate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.date = date
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(HELP_KEY, date.help_key)
        self.setAccessibleName(f"{date.title}: {date.when}")
        self.setAccessibleDescription(date.why)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        column = Column(self, gap=2, margins=(14, 2, 4, 2))
        first = Row(gap=12)
        title = Label(date.title, "body", wrap=True)
        when = Label(date.when, "strong")
        first.addWidget(title, 1)
        first.addWidget(when, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        column.addLayout(first)
        if date.why:
            column.put(Label(date.why, "label", wrap=True))

        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.asked.emit(self.date.help_key)
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.asked.emit(self.date.help_key)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = look()
        painter = painter_on(self)
        bar = QRectF(0, 0, now.px(BAR), self.height())
        painter.fillRect(bar, color_of(now.theme.mark_of(self.date.tone)))
        painter.end()


class DatesCard(Card):
    """The card "Wat nu loopt". ``show_dates`` replaces the lines only when they differ.

    ``asked(str)``: a date was asked to explain itself.
    """

    asked = Signal(str)

    def __init__(self, title: str, nothing: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, gap=12, parent=parent)
        self._nothing = Label(nothing, "body", tone=Tone.NEUTRAL, wrap=True)
        self._lines = Column(gap=12)
        self.put(self._nothing, self._lines)
        self.dates: tuple[LegalDate, ...] = ()
        self.lines: list[DateLine] = []

    def show_dates(self, dates: Sequence[LegalDate]) -> None:
        """Show these dates, in the order given."""
        if tuple(dates) == self.dates:
            return
        self.dates = tuple(dates)
        clear(self._lines)
        self.lines = [DateLine(date) for date in self.dates]
        for line in self.lines:
            line.asked.connect(self.asked)
        self._lines.put(*self.lines)
        self._nothing.setVisible(not self.dates)
