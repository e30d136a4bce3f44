"""One year of a training: what is reached, when, how it is shown, and what it costs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from werkdesk.domain.waarden.bedrag import euro
from werkdesk.errors import WerkdeskError
from werkdesk.ui.dossier.date_fields import day_field
from werkdesk.ui.kit.buttons import PlainButton
from werkdesk.ui.kit.field import Field
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, Row
from werkdesk.ui.kit.look import look
from werkdesk.ui.kit.text_field import TextField
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.overeenkomst.years import (
    COSTS,
    HALF,
    YEAR_FIELDS,
    read_year,
    year_field,
    year_total,
)
from werkdesk.ui.teksten import overeenkomst as t
from werkdesk.ui.texts import explain

HELP = "overeenkomst.jaar"
FOLD_BELOW = 480
LEAST = 340
_LABELS = {
    "doel": t.HAALT,
    "bewijs": t.BEWIJS,
    "lesgeld": t.LESGELD,
    "examen": t.EXAMEN,
    "boeken": t.BOEKEN,
    "reiskosten": t.REISKOSTEN,
    "kinderopvang": t.KINDEROPVANG,
    "half_doel": t.HALF_DOEL,
    "half_bewijs": t.HALF_BEWIJS,
}
_DAYS = {"uiterlijk": t.UITERLIJK, "half_uiterlijk": t.HALF_UITERLIJK}


class YearRow(QWidget):
    """``changed()``: typed in. ``gone(YearRow)``: take it out. The total is counted while typing."""

    changed = Signal()
    gone = Signal(object)

    def __init__(self, number: int, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._clock, self.number = clock, number
        self.by_name: dict[str, Field] = {
            name: TextField(label, check=partial(self._verdict, name), help_key=HELP, foot=False)
            for name, label in _LABELS.items()
        }
        for name, label in _DAYS.items():
            self.by_name[name] = day_field(label, clock, year_field(number, name), help_key=HELP)
        self.title = Label("", "caption")
        self.total = Label("", "strong")
        self.total.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.away = PlainButton("")
        self.away.clicked.connect(self._away)
        head = Row(gap=12)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.total)
        head.addWidget(self.away)
        what, costs, half = Row(gap=12), Row(gap=12), Row(gap=12)
        self._folding = (what, half)
        for row, names in ((what, ("doel", "uiterlijk", "bewijs")), (half, HALF)):
            for name, share in zip(names, (5, 3, 3), strict=True):
                row.addWidget(self.by_name[name], share, Qt.AlignmentFlag.AlignTop)
        for name in COSTS:
            costs.addWidget(self.by_name[name], 1, Qt.AlignmentFlag.AlignTop)
        Column(self, gap=8).put(head, what, costs, half)
        for name, field in self.by_name.items():
            field.typed.connect(self._typed)
            field.left.connect(partial(self._left, name))
        self.renumber(number)
        self._count()

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for 200 %: what does not fit beside each other then goes under each other."""
        return QSize(look().px(LEAST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        narrow = self.width() < look().px(FOLD_BELOW)
        for row in self._folding:
            row.setDirection(way.TopToBottom if narrow else way.LeftToRight)

    def renumber(self, number: int) -> None:
        """Its place among the years, from 0."""
        self.number = number
        self.title.setText(t.JAAR.format(nummer=number + 1))
        self.away.setText(t.JAAR_WEG.format(nummer=number + 1))

    def names(self) -> dict[str, Field]:
        """Its fields by the names that an error carries."""
        return {year_field(self.number, name): field for name, field in self.by_name.items()}

    def first(self) -> QWidget:
        """Where typing begins."""
        return self.by_name["doel"].editor

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in the order in which they stand."""
        return (*(self.by_name[name].editor for name in YEAR_FIELDS), self.away)

    def texts(self) -> dict[str, str]:
        """What stands in its fields."""
        return {name: self.by_name[name].value() for name in YEAR_FIELDS}

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Put these in the fields."""
        for name in YEAR_FIELDS:
            self.by_name[name].set_value(texts.get(name, ""))
            self.by_name[name].show_error("")
        self._count()

    def _typed(self, _: str) -> None:
        self._count()
        self.changed.emit()

    def _left(self, name: str) -> None:
        """An amount is shown the Dutch way once it is left: ``1.234,56``."""
        field = self.by_name[name]
        if name in COSTS and field.value().strip():
            try:
                cents = read_year(self.number, name, field.value(), self._clock())
            except WerkdeskError:
                return
            shown = euro(cents).removeprefix("€").strip()
            if shown != field.value():
                field.set_value(shown)
        self.changed.emit()

    def _count(self) -> None:
        cents = year_total(self.texts(), self._clock())
        self.total.setText(t.GEEN_BEDRAG if cents is None else euro(cents))
        self.total.set_tone(Tone.NEUTRAL if cents is None else None)

    def _verdict(self, name: str, text: str) -> str:
        try:
            read_year(self.number, name, text, self._clock())
        except WerkdeskError as error:
            return explain(error)
        return ""

    def _away(self) -> None:
        self.gone.emit(self)
