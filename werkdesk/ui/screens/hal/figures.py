"""Today in three figures, each with its word."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, Row
from werkdesk.ui.kit.tokens import Tone


class Figures(QWidget):
    """``show_figures((19, 4, 11))``; screen readers hear "19 bezoeken"."""

    def __init__(self, words: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = tuple(words)
        self.labels = [Label("", "figure") for _ in self._words]
        row = Row(self, gap=12)
        for label, word in zip(self.labels, self._words, strict=True):
            under = Label(word, tone=Tone.NEUTRAL)
            for part in (label, under):
                part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            row.put(Column(gap=0).put(label, under))
        self.show_figures([0] * len(self._words))

    def show_figures(self, figures: Sequence[int]) -> None:
        """Show these figures, in the order of the words."""
        for label, word, figure in zip(self.labels, self._words, figures, strict=True):
            label.setText(str(figure))
            label.setAccessibleName(f"{figure} {word}")
