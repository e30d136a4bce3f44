"""Facts of the place beside the search box: chips and one soft remark."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from werkdesk.ui.kit.badge import Badge
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Row, clear
from werkdesk.ui.kit.tokens import Tone


class TopFacts(QWidget):
    """``show_facts((("Bijstand", Tone.ACCENT),), "wachtte 07:20")``; what is equal is left alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[tuple[str, Tone], ...] = ()
        self.chips = Row(gap=8)
        self.remark = Label("", tone=Tone.NEUTRAL)
        Row(self, gap=12).put(self.chips, self.remark)

    def show_facts(self, chips: Sequence[tuple[str, Tone]], remark: str) -> None:
        """Show these chips and this remark."""
        if tuple(chips) != self._shown:
            self._shown = tuple(chips)
            clear(self.chips)
            self.chips.put(*(Badge(word, tone) for word, tone in self._shown))
        if self.remark.text() != remark:
            self.remark.setText(remark)
