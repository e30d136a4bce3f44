"""The peak board: colleagues with what they carry, the cases of one of them, and giving these to another.

Space marks cases, F2 gives them; ten seconds it can be undone.
"""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QWidget

from werkdesk.errors import WerkdeskError
from werkdesk.ui.dossier.beside import Beside
from werkdesk.ui.frame.heading import Heading
from werkdesk.ui.frame.host import Host
from werkdesk.ui.frame.list_place import ListPlace, ListWords
from werkdesk.ui.frame.place_screen import Commands
from werkdesk.ui.kit.layout import Column
from werkdesk.ui.kit.notice import UNDO_SECONDS, Notice
from werkdesk.ui.kit.rows_model import TableColumn
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.verdeling.actions import VerdelingActions
from werkdesk.ui.screens.verdeling.cases import CasesCard
from werkdesk.ui.screens.verdeling.give_panel import GivePanel
from werkdesk.ui.teksten import verdeling as t
from werkdesk.ui.texts import explain, explain_code
from werkdesk.usecases.changes import Changes, Topic
from werkdesk.usecases.rollen import may_give
from werkdesk.usecases.werkvoorraad import Overgedragen, Werklast, WerkRow

LEAST = 320
WAIT = 60
"""Milliseconds before the cases of a colleague are read: arrow keys may go past many colleagues."""


class VerdelingScreen(ListPlace):
    """Who carries how much at this office, as far as this desk knows."""

    icon: ClassVar[str] = "chart-bar"
    answers: ClassVar[frozenset[str]] = frozenset({"wijzigen", "terug"})

    def __init__(self, actions: VerdelingActions, tasks: Tasks, host: Host, *, give_key: str) -> None:
        self._actions, self._host = actions, host
        may = partial(may_give, medewerker=actions.ik, rollen=actions.rollen)
        self.cases = CasesCard(give_key, may)
        super().__init__(
            "verdeling",
            ListWords(title=t.TITEL, nothing=t.LEEG, help_key="verdeling"),
            (
                TableColumn(t.COLLEGA, t.naam, None, "strong"),
                TableColumn(t.ZAKEN, lambda one: str(one.zaken), 68, right=True),
                TableColumn(t.TE_LAAT, t.te_laat, 84, "chip", tone=lambda _: Tone.BAD),
                TableColumn(t.EERSTE, t.eerste, 104, leaves=1),
                TableColumn(t.OUDSTE, self._oldest, 92, "soft", leaves=2),
            ),
            key=lambda one: one.eigenaar,
            read=actions.load,
            count=actions.load,
            topics=Topic.MELDING | Topic.INTAKE | Topic.KLANT | Topic.PERSONEEL | Topic.REGELS,
            tasks=tasks,
        )
        self.give_panel = GivePanel(self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(WAIT)
        self._soon.timeout.connect(self._read_cases)
        self.table.picked.connect(self._on_picked)
        self.cases.opened.connect(self._open_dossier)
        self.cases.give_asked.connect(self.ask_whom)
        self.cases.picks_changed.connect(self.commands_changed)
        self.give_panel.chosen.connect(self._give)
        self.give_panel.closed.connect(self.commands_changed)

    def lay_out(self) -> None:
        beside = Beside(
            self.card, self.cases, shares=(5, 11), flow=self.cases.set_flowing, least=LEAST, margins=(24, 20)
        )
        Column(self).put(beside)

    def heading(self) -> Heading:
        loads: tuple[Werklast, ...] = self.counted or ()
        return Heading(rail=t.RAIL, count=t.te_verdelen(loads), window=t.TITEL)

    def commands(self) -> Commands:
        found = {"wijzigen": self.ask_whom} if self.cases.picked() else {}
        return found if self.give_panel.isHidden() else {**found, "terug": self._close_panel}

    def panes(self) -> tuple[QWidget, ...]:
        return (self.table, self.cases.table)

    def rows_of(self, data: tuple[Werklast, ...]) -> tuple[Werklast, ...]:
        return (t.iedereen(data), *data) if len(data) > 1 else data

    def remark_of(self, data: tuple[Werklast, ...]) -> str:
        return t.regel(data)

    def show_data(self, data: tuple[Werklast, ...]) -> None:
        """Show what was read; somebody is always chosen, so that their cases stand there."""
        self.counted = data
        super().show_data(data)
        if self.table.chosen() is None and data:
            self.table.selectRow(0)
        self._soon.start()

    @Slot(object)
    def open_row(self, row: Werklast) -> None:
        """Enter on a colleague: to their cases."""
        self.cases.table.setFocus()

    def left(self) -> None:
        self.give_panel.close_overlay()
        super().left()

    @Slot(object)
    def _on_picked(self, _: Werklast | None) -> None:
        self._soon.start()

    @Slot()
    def _read_cases(self) -> None:
        who: Werklast | None = self.table.chosen()
        if who is None:
            self._show_cases(None, ())
            return
        work = partial(self._actions.cases, who.eigenaar)
        self.tasks.run(self, "cache", work, partial(self._show_cases, who), self.show_failure)

    def _show_cases(self, who: Werklast | None, rows: tuple[WerkRow, ...]) -> None:
        chosen = self.table.chosen()
        if (chosen.eigenaar if chosen is not None else None) != (who.eigenaar if who is not None else None):
            return  # somebody else was chosen meanwhile; their cases are under way
        self.cases.show_cases(who, rows)

    @Slot()
    def ask_whom(self) -> None:
        """F2: who gets what is marked, or the chosen case."""
        picked = self.cases.picked()
        owner = self.cases.who
        if not self.cases.may_be_given():
            self._host.notify(Notice(explain_code("overdragen.rol"), Tone.WARN))
        elif picked and owner is not None:
            people = [one for one in self.data or () if one.actief and one.eigenaar != owner.eigenaar]
            self.give_panel.ask_for(len(picked), people)
            self.commands_changed.emit()

    def _close_panel(self) -> None:
        self.give_panel.close_overlay()

    @Slot(object)
    def _give(self, who: Werklast) -> None:
        work = partial(self._actions.give, self.cases.picked(), who.eigenaar)
        self.tasks.run(self, "cache", work, partial(self._given, who), self._failed)

    def _given(self, who: Werklast, done: Overgedragen) -> None:
        self.cases.marked.clear()
        words = t.gegeven(len(done.was), who)
        undo = partial(self._take_back, done)
        self._host.notify(Notice(words, Tone.GOOD, action=t.ONGEDAAN, do=undo, seconds=UNDO_SECONDS))
        self.refresh()

    def _take_back(self, done: Overgedragen) -> None:
        self.tasks.run(self, "cache", partial(self._actions.take_back, done), self._taken_back, self._failed)

    def _taken_back(self, _: Changes) -> None:
        self._host.notify(Notice(t.TERUG, Tone.GOOD))
        self.refresh()

    def _failed(self, error: WerkdeskError) -> None:
        self._host.notify(Notice(explain(error), Tone.BAD))

    @Slot(object)
    def _open_dossier(self, row: WerkRow) -> None:
        self._host.open_klant(row.klant_id)

    def _oldest(self, one: Werklast) -> str:
        return t.oudste(one, self._actions.today())
