"""A choice list that lies down: a few short answers beside each other, such as the filters of a list.

Where there is no room beside each other (200 %) they go on under each other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from werkdesk.ui.kit.choices import ChoiceList
from werkdesk.ui.kit.layout import Grid
from werkdesk.ui.kit.look import look, look_signals
from werkdesk.ui.kit.tokens import Tone

LEAST = 160


class ChoiceStrip(ChoiceList):
    """Keys as in a :class:`ChoiceList`. The words above the list are only its accessible name."""

    _box_type = Grid
    _across = 0

    def __init__(self, name: str, options: list[tuple[str, str]], *, help_key: str = "") -> None:
        super().__init__(name, options, help_key=help_key)
        self.label.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        look_signals().changed.connect(self._fit)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """As narrow as one answer: what does not fit beside it goes under it."""
        return QSize(look().px(LEAST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        box = self._rows_box
        if not isinstance(box, Grid) or not self.rows:
            return
        widest = max(row.sizeHint().width() for row in self.rows) + look().px(2)
        across = max(1, min(len(self.rows), self.width() // widest))
        if across == self._across:
            return
        self._across = across
        for number, row in enumerate(self.rows):
            box.removeWidget(row)
            box.addWidget(row, number // across, number % across)
            box.setColumnStretch(number, 1 if number < across else 0)

    def show_notes(self, notes: Mapping[str, tuple[str, Tone]]) -> None:
        """Value -> word in the chip of its row, in a tone; the focus stays."""
        for row in self.rows:
            note, tone = notes.get(row.option.value, ("", Tone.NEUTRAL))
            wanted = replace(row.option, note=note, note_tone=tone)
            if wanted != row.option:
                row.prepare(wanted, row.key)
                row.updateGeometry()
                row.update()
        self._fit()
