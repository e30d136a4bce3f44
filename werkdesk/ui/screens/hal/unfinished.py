"""What this colleague typed at this desk and did not save: a list in the hall, a digit goes on with one."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal, Slot

from werkdesk.ui.kit.card import Card
from werkdesk.ui.kit.choice_row import Option
from werkdesk.ui.kit.choices import ChoiceList
from werkdesk.ui.teksten import klant as t
from werkdesk.ui.teksten.onbewaard import onbewaard
from werkdesk.usecases.onbewaard import Onbewaard


class UnfinishedList(Card):
    """``wanted(Onbewaard)``: go on with it. Hidden while there is nothing."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(t.ONBEWAARD, gap=4)
        self.setProperty("helpKey", "klant.onbewaard")
        self._found: tuple[Onbewaard, ...] = ()
        self.list = ChoiceList("", ())
        self.list.setAccessibleName(t.ONBEWAARD)
        self.list.chosen.connect(self._chosen)
        self.put(self.list)
        self.hide()

    def show_found(self, found: tuple[Onbewaard, ...], now: datetime) -> None:
        """Show these, the last one first."""
        self._found = found
        options = [Option(one.sleutel, onbewaard(one, now)) for one in found]
        if [row.option for row in self.list.rows] != options:
            self.list.set_options(options)
        self.setVisible(bool(found))

    @Slot(str)
    def _chosen(self, value: str) -> None:
        self.list.set_value("")
        one = next((one for one in self._found if one.sleutel == value), None)
        if one is not None:
            self.wanted.emit(one)
