"""The visitor is called and nobody knows yet who it is: what is the next key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy

from werkdesk.ui.dossier.parts import Part
from werkdesk.ui.kit.buttons import PrimaryButton
from werkdesk.ui.kit.card import Card
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, Row
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.teksten import bezoek as t


class WhoPart(Part):
    """``search_wanted()``: go to the search box."""

    search_wanted = Signal()

    def __init__(self, cap: Callable[[str], str]) -> None:
        super().__init__()
        card = Card(t.WIE, gap=16)
        self.search_button = PrimaryButton(t.ZOEK, cap("zoeken"), icon="magnifying-glass")
        self.search_button.clicked.connect(self.search_wanted)
        card.put(Label(t.WIE_UITLEG, wrap=True), Row(gap=12).put(self.search_button, 1))
        card.put(Label(t.ZONDER_KLANT, tone=Tone.NEUTRAL, wrap=True))
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        Column(self).put(card, 1)

    def begin(self) -> None:
        self.search_button.setFocus(Qt.FocusReason.OtherFocusReason)
