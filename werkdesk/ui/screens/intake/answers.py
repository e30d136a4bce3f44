"""The answers of one question, by digit; with a road back and a road on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent

from werkdesk.ui.kit.choices import ChoiceList, TickList

NONE = "niets"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Roads(QObject):
    """What a list of answers says besides the answer itself."""

    back = Signal()
    onward = Signal()
    noted = Signal()

    def meets(self, event: QEvent, *, at_top: bool, enter_goes_on: bool) -> bool:
        """Take a key that leads elsewhere."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            return False
        if event.key() == Qt.Key.Key_Backspace or (event.key() == Qt.Key.Key_Up and at_top):
            self.back.emit()
        elif event.key() in _ENTER and enter_goes_on:
            self.onward.emit()
        elif event.text().casefold() == "t":
            self.noted.emit()
        else:
            return False
        return True


class OneAnswer(ChoiceList):
    """A digit answers; Enter answers the row with the focus. ``roads``: back, on, to the note."""

    def __init__(self, question: str, options: list[tuple[str, str]]) -> None:
        self.roads = _Roads()
        super().__init__(question, options, role="question", help_key="intake")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        at_top = bool(self.rows) and watched is self.rows[0]
        return self.roads.meets(event, at_top=at_top, enter_goes_on=False) or super().eventFilter(
            watched, event
        )


class ManyAnswers(TickList):
    """Digits put ticks on and off; Enter goes on."""

    def __init__(self, question: str, options: list[tuple[str, str]]) -> None:
        self.roads = _Roads()
        self._before: tuple[str, ...] = ()
        super().__init__(question, options, role="question", help_key="intake")
        self.changed.connect(self._exclude)

    @Slot(tuple)
    def _exclude(self, values: tuple[str, ...]) -> None:
        """ "Niets" and anything else cannot both hold: the newest one counts."""
        if NONE in values and len(values) > 1:
            values = tuple(one for one in values if one != NONE) if NONE in self._before else (NONE,)
            self.set_values(values)
        self._before = values

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        at_top = bool(self.rows) and watched is self.rows[0]
        return self.roads.meets(event, at_top=at_top, enter_goes_on=True) or super().eventFilter(
            watched, event
        )
