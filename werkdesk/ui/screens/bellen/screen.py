"""The call-back list. A digit says how the call went, in the list or at the call; the next one comes up.

Enter goes to the call, where a note can be typed first.

When a letter is proposed Enter opens that letter; F6 still goes to the call.
"""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from werkdesk.domain.belpoging import BelUitkomst
from werkdesk.domain.termijn import RegelVerwijzing
from werkdesk.errors import WerkdeskError
from werkdesk.ui.dossier.beside import Beside
from werkdesk.ui.frame.heading import Heading
from werkdesk.ui.frame.host import Host
from werkdesk.ui.frame.list_place import ListPlace, ListWords
from werkdesk.ui.kit.field import HELP_KEY
from werkdesk.ui.kit.layout import Column
from werkdesk.ui.kit.notice import Notice
from werkdesk.ui.kit.rows_model import TableColumn
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.bellen.actions import BellenActions
from werkdesk.ui.screens.bellen.panel import CallPanel
from werkdesk.ui.teksten import bellen as t
from werkdesk.ui.texts import explain
from werkdesk.usecases.changes import Topic
from werkdesk.usecases.meldingen import MeldingSaved
from werkdesk.usecases.terugbellen import Bellijst, BelRow

EXPLAINS = "bellen."
LEAST, SCARCE_BELOW = 320, 640


class BellenScreen(ListPlace):
    """Whom to call, by the norm; what came of it; the letter when calling does not help."""

    icon: ClassVar[str] = "phone-call"

    def __init__(self, actions: BellenActions, tasks: Tasks, host: Host) -> None:
        self._actions, self._host = actions, host
        self.panel = CallPanel()
        super().__init__(
            "bellen",
            ListWords(title=t.TITEL, nothing=t.LEEG, help_key="bellen"),
            self._columns(),
            key=lambda row: row.melding,
            read=actions.calls,
            count=actions.counts,
            topics=Topic.MELDING | Topic.KLANT | Topic.INTAKE | Topic.PAPIER | Topic.REGELS,
            tasks=tasks,
        )
        self.table.picked.connect(self._on_picked)
        self.panel.ended.connect(self._note)
        self.panel.dossier_asked.connect(self._open_dossier)
        self.panel.letter_asked.connect(self._start_letter)

    def lay_out(self) -> None:
        beside = Beside(
            self.card,
            self.panel,
            shares=(5, 2),
            flow=self.panel.reading.set_flowing,
            least=LEAST,
            margins=(24, 20),
        )
        Column(self).put(beside)

    def _columns(self) -> tuple[TableColumn, ...]:
        return (
            TableColumn(t.BEL_VOOR, lambda row: f"{row.norm_datum:%d-%m-%Y}", 112, "strong", leaves=2),
            TableColumn(t.NOG, self._left, 144, "chip", tone=self._tone),
            TableColumn(t.POGINGEN, t.gebeld, 88, "soft", leaves=3),
            TableColumn(t.KLANT, lambda row: row.klant),
            TableColumn(t.TELEFOON, _number, 140, leaves=1),
            TableColumn(t.BRIEF, _letter, 120, "chip", tone=lambda _: Tone.WARN),
        )

    def _left(self, row: BelRow) -> str:
        return t.over(row, self._actions.today())

    def _tone(self, row: BelRow) -> Tone:
        left = (row.norm_datum - self._actions.today()).days
        return Tone.BAD if left < 0 else Tone.WARN if left == 0 else Tone.NEUTRAL

    def heading(self) -> Heading:
        count = self.counted.totaal if self.counted is not None else 0
        return Heading(rail=t.BELLEN, count=str(count) if count else "", window=t.TITEL)

    def panes(self) -> tuple[QWidget, ...]:
        return (self.table, self.panel.outcomes)

    def rows_of(self, data: Bellijst) -> tuple[BelRow, ...]:
        return data.rijen

    def remark_of(self, data: Bellijst) -> str:
        return t.regel(data)

    def show_data(self, data: Bellijst) -> None:
        """Show what was read; somebody is always chosen, so that the number stands there."""
        self.counted = data
        super().show_data(data)
        if self.table.chosen() is None and data.rijen:
            self.table.choose(data.rijen[0].melding)
        chosen = self.table.chosen()
        if chosen != self.panel.row:
            self.panel.show_row(chosen)

    def explain(self, help_key: str) -> tuple[str, str] | None:
        row = self._row_of(help_key)
        return (t.TITEL, "\n\n".join(row.stand.uitleg)) if row is not None else None

    def rules_behind(self, help_key: str) -> tuple[RegelVerwijzing, ...]:
        row = self._row_of(help_key)
        return row.stand.regels if row is not None else ()

    def _row_of(self, help_key: str) -> BelRow | None:
        rows = self.data.rijen if self.data is not None else ()
        return next((row for row in rows if f"{EXPLAINS}{row.melding}" == help_key), None)

    @Slot(object)
    def open_row(self, row: BelRow) -> None:
        """Enter: to the call, or to the letter when calling did not help."""
        if row.brief is not None:
            self._host.start_paper(row.klant_id, row.brief, row.melding)
        else:
            self.panel.outcomes.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit in the list says how the call with the chosen person went."""
        quiet = Qt.KeyboardModifier.KeypadModifier
        plain = not event.modifiers() & ~quiet and self.table.hasFocus() and not event.isAutoRepeat()
        if not (
            plain and event.text().isdigit() and self.panel.row and self.panel.outcomes.answer(event.text())
        ):
            super().keyPressEvent(event)

    @Slot()
    def _start_letter(self) -> None:
        if self.panel.row is not None:
            self.open_row(self.panel.row)

    @Slot(object)
    def _on_picked(self, row: BelRow | None) -> None:
        self.table.setProperty(HELP_KEY, f"{EXPLAINS}{row.melding}" if row is not None else "")
        self.panel.show_row(row)

    @Slot()
    def _open_dossier(self) -> None:
        if self.panel.row is not None:
            self._host.open_klant(self.panel.row.klant_id)

    @Slot(object)
    def _note(self, uitkomst: BelUitkomst) -> None:
        row = self.panel.row
        if row is None:
            return
        note = self.panel.note.value()
        self.panel.outcomes.setEnabled(False)  # one key press is one attempt
        self.tasks.run(
            self,
            "cache",
            lambda: self._actions.note(row.melding, uitkomst, note),
            partial(self._noted, row, uitkomst),
            self._not_noted,
        )

    def _noted(self, row: BelRow, uitkomst: BelUitkomst, _: MeldingSaved) -> None:
        self.panel.outcomes.setEnabled(True)
        self.panel.note.wipe()
        self.panel.outcomes.wipe()
        self.focus_list(self.table, has_rows=bool(self.table.rows.rows))
        self._host.notify(
            Notice(t.GENOTEERD.format(klant=row.klant, uitkomst=t.UITKOMSTEN[uitkomst]), Tone.GOOD)
        )
        self.refresh()

    def _not_noted(self, error: WerkdeskError) -> None:
        self.panel.outcomes.setEnabled(True)
        self.panel.outcomes.wipe()
        self.panel.outcomes.show_error(explain(error))
        self.panel.outcomes.setFocus()


def _number(row: BelRow) -> str:
    return row.telefoon[0] if row.telefoon else t.GEEN_NUMMER


def _letter(row: BelRow) -> str:
    return t.STUUR_BRIEF if row.brief else ""
