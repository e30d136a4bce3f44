"""Digits are answers: a list of choices, each with its key in a small square.

Keyboard, when any row has the focus: the key of a row chooses it, arrows move, Space or Enter chooses. One
row is the tab stop of the list.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from werkdesk.ui.kit.choice_row import ChoiceRow, Option, TickRow
from werkdesk.ui.kit.field import HELP_KEY
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, Grid, clear
from werkdesk.ui.kit.tab_order import come_here
from werkdesk.ui.kit.tokens import Tone

DIGITS = "1234567890"
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}
_PRESSES = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_QUIET = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


class ChoiceList(QWidget):
    """One answer of several.

    ``question``: words above the list, its accessible name; ``role`` their size (``"question"`` for the
    question of now, ``"caption"`` in a form). ``chosen(str)``: the person chose this value, by key, Space or
    mouse. Choosing the same again says it again. ``error`` and ``show_error`` as in a Field.
    """

    chosen = Signal(str)
    _row_type: type[ChoiceRow] | type[TickRow] = ChoiceRow
    _box_type: type[Column] | type[Grid] = Column

    def __init__(
        self,
        question: str,
        options: Sequence[Option | tuple[str, str]],
        *,
        role: str = "caption",
        help_key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = Column(self, gap=4)
        self.label = Label(question, role, wrap=True)
        if not question:
            self.label.hide()
        self.below = Label("", "label", tone=Tone.BAD, wrap=True)
        self.below.hide()
        self._rows_box = self._box_type(gap=2)
        column.put(self.label, self._rows_box, self.below, 1)
        self.setAccessibleName(question)
        self.setProperty(HELP_KEY, help_key)
        self.rows: list[ChoiceRow | TickRow] = []
        self._error = ""
        self.set_options(options)

    def set_options(self, options: Sequence[Option | tuple[str, str]]) -> None:
        """Another list of answers; nothing is chosen after it."""
        clear(self._rows_box)
        self.rows = []
        for number, given in enumerate(options):
            option = given if isinstance(given, Option) else Option(*given)
            key = option.key or (DIGITS[number] if number < len(DIGITS) else "")
            row = self._row_type(option, key, self)
            row.installEventFilter(self)
            row.clicked.connect(self._on_clicked)
            self._rows_box.addWidget(row)
            self.rows.append(row)
        come_here(self, self.rows)
        self._set_tab_stop()

    def value(self) -> str:
        """The chosen value, or empty."""
        return next((row.option.value for row in self.rows if row.isChecked()), "")

    def set_value(self, value: str) -> None:
        """Choose without telling ``chosen``; a value that is not in the list chooses nothing."""
        for row in self.rows:
            row.hold(row.option.value == value)
        self._set_tab_stop()

    def wipe(self) -> None:
        """Nothing chosen, no error."""
        self.set_value("")
        self.show_error("")

    @property
    def error(self) -> str:
        """The sentence that is shown, or empty."""
        return self._error

    @Slot(str)
    def show_error(self, sentence: str) -> None:
        """Show what is wrong under the list; empty takes it away."""
        self._error = sentence
        self.below.setText(sentence)
        self.below.setVisible(bool(sentence))
        self.setAccessibleDescription(sentence)

    def press(self, key: str) -> bool:
        """Answer by key as if typed; False when no row has it. For screens where digits always answer."""
        for row in self.rows:
            if key and row.key.casefold() == key.casefold() and row.isEnabled():
                row.setFocus(Qt.FocusReason.ShortcutFocusReason)
                self._choose(row)
                return True
        return False

    def answer(self, key: str) -> bool:
        """As :meth:`press`, and the focus stays where it is: in the list that this is about."""
        row = next((one for one in self.rows if key and one.key.casefold() == key.casefold()), None)
        if row is None or not row.isEnabled():
            return False
        self._choose(row)
        return True

    def focus_row(self) -> QAbstractButton | None:
        """The row that is the tab stop."""
        return next((row for row in self.rows if row.focusPolicy() & Qt.FocusPolicy.TabFocus), None)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:  # noqa: N802
        """Go to the tab stop of the list."""
        row = self.focus_row()
        if row is not None:
            row.setFocus(reason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(watched, event)
        return False

    def _on_key(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.modifiers() & ~_QUIET:
            return False
        row = next((row for row in self.rows if row is watched), None)
        if row is None:
            return False
        pressed = Qt.Key(event.key())
        if pressed in _STEPS:
            self._go(self.rows.index(row) + _STEPS[pressed])
        elif pressed in _PRESSES:
            self._choose(row)
        elif not self.press(event.text()):
            return False
        return True

    def _go(self, number: int) -> None:
        row = self.rows[number % len(self.rows)]
        self._set_tab_stop(row)
        row.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_clicked(self) -> None:
        sender = self.sender()
        row = next((row for row in self.rows if row is sender), None)
        if row is not None:
            row.hold(not row.isChecked())
            self._choose(row)

    def _choose(self, row: ChoiceRow | TickRow) -> None:
        self.set_value(row.option.value)
        self.show_error("")
        self._set_tab_stop(row)
        self.chosen.emit(row.option.value)

    def _set_tab_stop(self, wanted: QWidget | None = None) -> None:
        stop = wanted or next(
            (row for row in self.rows if row.isChecked()), self.rows[0] if self.rows else None
        )
        for row in self.rows:
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if row is stop else Qt.FocusPolicy.ClickFocus)


class TickList(ChoiceList):
    """Several answers may hold. ``changed(tuple)``: the values that are ticked now, in order of the list."""

    changed = Signal(tuple)
    _row_type = TickRow

    def values(self) -> tuple[str, ...]:
        """The ticked values, in order of the list."""
        return tuple(row.option.value for row in self.rows if row.isChecked())

    def set_values(self, values: Iterable[str]) -> None:
        """Tick these and no others, without telling ``changed``."""
        wanted = set(values)
        for row in self.rows:
            row.hold(row.option.value in wanted)

    def _choose(self, row: ChoiceRow | TickRow) -> None:
        row.hold(not row.isChecked())
        self.show_error("")
        self._set_tab_stop(row)
        self.changed.emit(self.values())
