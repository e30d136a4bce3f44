"""A page that shows nothing of the work: sign in, lock, cover screen (F12).

Put it in :class:`werkdesk.ui.kit.pages.Pages` beside the work, not over it: what is hidden by a stack has no
focus, is not painted and is not read aloud.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from werkdesk.ui.kit.card import Card, Page
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, Row
from werkdesk.ui.kit.look import look, look_signals
from werkdesk.ui.kit.tokens import Tone


class Cover(Page):
    """A product name, one card in the middle, a quiet line below. ``cover.put(...)`` fills the card."""

    def __init__(
        self, heading: str, title: str, sentence: str = "", foot: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.heading = Label(heading, "name", tone=Tone.ACCENT)
        self.heading.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.card = Card(gap=12, margins=(32, 24))
        self.card.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)
        self.title = Label(title, "question", wrap=True)
        self.sentence = Label(sentence, tone=Tone.NEUTRAL, wrap=True)
        if not sentence:
            self.sentence.hide()
        self.foot = Label(foot, "label", wrap=True)
        self.foot.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.card.put(self.title, self.sentence)
        middle = Column(gap=20)
        middle.put(self.heading, self.card, self.foot)
        self.body.put(2, Row(gap=0).put(1, middle, 1), 3)
        self._fit()
        look_signals().changed.connect(self._fit)

    def put(self, *items: QWidget | QLayout | int) -> Cover:
        """Add fields and buttons to the card."""
        self.card.put(*items)
        return self

    def _fit(self) -> None:
        self.card.setFixedWidth(look().px(440))
