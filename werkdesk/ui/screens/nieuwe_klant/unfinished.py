"""What this colleague typed of the same person before and did not save: in sight, one key to go on."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal, Slot

from werkdesk.ui.kit.announce import announce
from werkdesk.ui.kit.buttons import OutlineButton
from werkdesk.ui.kit.card import Card
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.teksten import klant as t
from werkdesk.ui.teksten.onbewaard import onbewaard
from werkdesk.usecases.onbewaard import Onbewaard


class UnfinishedCard(Card):
    """``taken(Onbewaard)``: go on with it. Hidden while there is none."""

    taken = Signal(object)

    def __init__(self) -> None:
        super().__init__(t.ONBEWAARD)
        self.setProperty("helpKey", "klant.onbewaard")
        self.one: Onbewaard | None = None
        self.button = OutlineButton("", "Alt+0")
        self.button.clicked.connect(self.take)
        self.put(self.button, Label(t.ONBEWAARD_VERDER, "label", tone=Tone.NEUTRAL, wrap=True))
        self.hide()

    def show_one(self, one: Onbewaard | None, now: datetime) -> None:
        """Show this draft, or nothing."""
        self.one = one
        if one is not None:
            self.button.setText(onbewaard(one, now))
            announce(self, f"{t.ONBEWAARD}: {self.button.text()}")
        self.setVisible(one is not None)

    @Slot()
    def take(self) -> None:
        """Alt+0."""
        if self.one is not None:
            self.taken.emit(self.one)
