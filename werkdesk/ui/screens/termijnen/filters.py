"""What the work list shows: which dates, whose, and in which order. Digits choose, from the list as well."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from werkdesk.ui.kit.card import Clear
from werkdesk.ui.kit.choice_row import Option
from werkdesk.ui.kit.choice_strip import ChoiceStrip
from werkdesk.ui.kit.layout import Column
from werkdesk.ui.kit.look import look
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.teksten import werklijst as w
from werkdesk.usecases.lijsten import TermijnTelling, TermijnVraag, Wanneer

IEDEREEN, MIJN, ZONDER = "iedereen", "mijn", "zonder"
DRINGEND, OUDSTE = "dringend", "oudste"
BESIDE_FROM = 900
_TONES = {Wanneer.VANDAAG: Tone.WARN, Wanneer.TE_LAAT: Tone.BAD, ZONDER: Tone.BAD}


class Filters(Clear):
    """``changed``: something else is asked for. ``question(today)``: what is asked for now."""

    changed = Signal()

    def __init__(self, ik: str) -> None:
        super().__init__()
        self._ik = ik
        self.when = _strip(w.FILTER_NAAM, w.FILTERS, Wanneer.ALLES)
        self.whose = _strip(w.VAN_WIE, w.EIGENAREN, IEDEREEN)
        self.order = _strip(w.VOLGORDE, w.VOLGORDES, DRINGEND)
        self._below = Clear()
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._below)
        self._pair.setContentsMargins(0, 0, 0, 0)
        self._pair.addWidget(self.whose, 2, Qt.AlignmentFlag.AlignTop)
        self._pair.addWidget(self.order, 1, Qt.AlignmentFlag.AlignTop)
        Column(self, gap=4).put(self.when, self._below)
        for strip in self.strips:
            strip.chosen.connect(self._on_chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Whose and in which order stand beside each other where there is room."""
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        wide = self.width() >= look().px(BESIDE_FROM)
        self._pair.setSpacing(look().px(4))
        self._pair.setDirection(way.LeftToRight if wide else way.TopToBottom)

    @property
    def strips(self) -> tuple[ChoiceStrip, ...]:
        """The three rows, from top to bottom."""
        return self.when, self.whose, self.order

    def question(self, today: date) -> TermijnVraag:
        """What is asked for now."""
        return TermijnVraag(
            vandaag=today,
            wanneer=Wanneer(self.when.value()),
            eigenaar=self._ik if self.whose.value() == MIJN else None,
            zonder=self.whose.value() == ZONDER,
            oudste=self.order.value() == OUDSTE,
        )

    def press(self, key: str) -> bool:
        """A digit was pressed in the list: choose without going there."""
        for strip in self.strips:
            row = next((row for row in strip.rows if row.key and row.key == key), None)
            if row is not None:
                strip.set_value(row.option.value)
                self.changed.emit()
                return True
        return False

    def show_counts(self, counts: Sequence[TermijnTelling]) -> None:
        """How many each answer holds, beside the other answers of now."""
        of = {whose: self._of(whose, counts) for whose, *_ in w.EIGENAREN}
        mine = of[self.whose.value()]
        self.when.show_notes({one: _note(one, total(mine, one)) for one in Wanneer})
        self.whose.show_notes({name: _note(name, total(of[name], Wanneer.ALLES)) for name in of})

    def count(self, counts: Sequence[TermijnTelling]) -> int:
        """How many the present answers hold."""
        return total(self._of(self.whose.value(), counts), Wanneer(self.when.value()))

    def _of(self, whose: str, counts: Sequence[TermijnTelling]) -> list[TermijnTelling]:
        if whose == MIJN:
            return [one for one in counts if one.eigenaar == self._ik]
        return [one for one in counts if whose == IEDEREEN or not one.actief]

    @Slot(str)
    def _on_chosen(self, _: str) -> None:
        self.changed.emit()


def total(counts: Sequence[TermijnTelling], wanneer: Wanneer) -> int:
    """Lines of one kind over these owners."""
    return sum(getattr(one, wanneer.value) for one in counts)


def _note(name: str, number: int) -> tuple[str, Tone]:
    return str(number), _TONES.get(name, Tone.NEUTRAL) if number else Tone.NEUTRAL


def _strip(name: str, options: Sequence[tuple[str, str, str]], value: str) -> ChoiceStrip:
    strip = ChoiceStrip(name, [], help_key="termijnen")
    strip.set_options([Option(code, words, key) for code, words, key in options])
    strip.set_value(value)
    return strip
