"""To whom: the colleagues with what they carry, the least burdened on top. Enter gives."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from werkdesk.ui.frame.overlay import Overlay
from werkdesk.ui.kit.buttons import PrimaryButton
from werkdesk.ui.kit.field import HELP_KEY
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Row
from werkdesk.ui.kit.look import look
from werkdesk.ui.kit.rows_model import TableColumn
from werkdesk.ui.kit.table import QuietTable
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.teksten import verdeling as t
from werkdesk.usecases.werkvoorraad import Werklast

MOST_ROWS, LEAST_ROWS = 8, 3
AROUND = 150
"""Pixels at 100 % that the panel needs beside the list."""


class GivePanel(Overlay):
    """``ask_for(count, people)`` opens it; ``chosen(Werklast)``: this colleague gets them."""

    chosen = Signal(object)

    def __init__(self, host_widget: QWidget) -> None:
        super().__init__(host_widget, t.GEEF_AAN)
        self.setProperty("helpKey", "verdeling")
        self.what = Label("", wrap=True)
        self.people = QuietTable(
            t.GEEF_AAN,
            (
                TableColumn(t.COLLEGA, lambda one: one.naam),
                TableColumn(t.ZAKEN, lambda one: str(one.zaken), 76, right=True),
                TableColumn(t.TE_LAAT, t.te_laat, 84, "chip", tone=lambda _: Tone.BAD),
            ),
            key=lambda one: one.eigenaar,
            nothing=t.NIEMAND,
        )
        self.people.setProperty(HELP_KEY, "verdeling")
        self.people.opened.connect(self._on_opened)
        self.give_button = PrimaryButton(t.GEEF, "Return")
        self.give_button.clicked.connect(self._give)
        top = Row(gap=12)
        top.addWidget(self.what, 1)
        top.addWidget(self.give_button)
        self.put(top, self.people)
        QWidget.setTabOrder(self.people, self.give_button)

    def ask_for(self, count: int, people: Sequence[Werklast]) -> None:
        """Ask who gets this many cases."""
        self.what.setText(t.hoeveel(count))
        self.people.show_rows(sorted(people, key=lambda one: (one.zaken, one.naam)))
        self._fit()
        self.ask()

    def _fit(self) -> None:
        """As high as the colleagues, or as the room allows: then the list scrolls."""
        now = look()
        wanted = min(self.people.full_height(), (MOST_ROWS + 1) * now.row_height)
        room = self._room() - now.px(AROUND)
        self.people.setFixedHeight(max(now.row_height * LEAST_ROWS, min(wanted, room)))

    def begin(self) -> None:
        self.people.clearSelection()
        self.people.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.people.rows.rows:
            self.people.selectRow(0)

    @Slot(object)
    def _on_opened(self, who: Werklast) -> None:
        self.close_overlay()
        self.chosen.emit(who)

    @Slot()
    def _give(self) -> None:
        who = self.people.chosen()
        if who is not None:
            self._on_opened(who)
