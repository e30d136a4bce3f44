"""One payment of a training: what, by whom, to whom, when."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from werkdesk.errors import WerkdeskError
from werkdesk.ui.kit.buttons import PlainButton
from werkdesk.ui.kit.field import Field
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, Row
from werkdesk.ui.kit.text_field import TextField
from werkdesk.ui.screens.overeenkomst.payments import PAY_FIELDS, pay_field, read_payment
from werkdesk.ui.teksten import overeenkomst as t
from werkdesk.ui.texts import explain

HELP = "overeenkomst.betaling"
_LABELS = {
    "wat": t.BETALING_WAT,
    "wie": t.BETALING_WIE,
    "aan": t.BETALING_AAN,
    "wanneer": t.BETALING_WANNEER,
}


class PaymentRow(QWidget):
    """``changed()``: typed in. ``gone(PaymentRow)``: take it out."""

    changed = Signal()
    gone = Signal(object)

    def __init__(self, number: int, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._clock, self.number = clock, number
        self.by_name: dict[str, Field] = {
            name: TextField(label, check=partial(self._verdict, name), help_key=HELP, foot=False)
            for name, label in _LABELS.items()
        }
        self.title = Label("", "caption")
        self.away = PlainButton("")
        self.away.clicked.connect(self._away)
        head, cells = Row(gap=12), Row(gap=12)
        head.put(self.title, 1, self.away)
        for name in PAY_FIELDS:
            cells.addWidget(self.by_name[name], 1, Qt.AlignmentFlag.AlignTop)
        Column(self, gap=8).put(head, cells)
        for field in self.by_name.values():
            field.typed.connect(self._typed)
        self.renumber(number)

    def renumber(self, number: int) -> None:
        """Its place among the payments, from 0."""
        self.number = number
        self.title.setText(t.BETALING.format(nummer=number + 1))
        self.away.setText(t.BETALING_WEG.format(nummer=number + 1))

    def names(self) -> dict[str, Field]:
        """Its fields by the names that an error carries."""
        return {pay_field(self.number, name): field for name, field in self.by_name.items()}

    def first(self) -> QWidget:
        """Where typing begins."""
        return self.by_name["wat"].editor

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in the order in which they stand."""
        return (*(self.by_name[name].editor for name in PAY_FIELDS), self.away)

    def texts(self) -> dict[str, str]:
        """What stands in its fields."""
        return {name: self.by_name[name].value() for name in PAY_FIELDS}

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Put these in the fields."""
        for name in PAY_FIELDS:
            self.by_name[name].set_value(texts.get(name, ""))
            self.by_name[name].show_error("")

    def _typed(self, _: str) -> None:
        self.changed.emit()

    def _verdict(self, name: str, text: str) -> str:
        try:
            read_payment(self.number, name, text, self._clock())
        except WerkdeskError as error:
            return explain(error)
        return ""

    def _away(self) -> None:
        self.gone.emit(self)
