"""The reception on screen: queue at the left, desks, who comes back and today's figures at the right."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from werkdesk.errors import WerkdeskError
from werkdesk.ui.frame.columns import Columns
from werkdesk.ui.frame.heading import Heading
from werkdesk.ui.frame.place_screen import Commands, PlaceScreen
from werkdesk.ui.kit.buttons import OutlineButton, PrimaryButton
from werkdesk.ui.kit.card import Card
from werkdesk.ui.kit.choices import ChoiceList
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, Row
from werkdesk.ui.kit.look import look_signals
from werkdesk.ui.kit.rows_model import TableColumn
from werkdesk.ui.kit.table import QuietTable
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.hal import rows
from werkdesk.ui.screens.hal.actions import HalActions
from werkdesk.ui.screens.hal.calls import Calls
from werkdesk.ui.screens.hal.figures import Figures
from werkdesk.ui.screens.hal.unfinished import UnfinishedList
from werkdesk.ui.teksten import hal as t
from werkdesk.ui.texts import explain
from werkdesk.usecases.changes import Changes, Topic
from werkdesk.usecases.inloop import first_of
from werkdesk.usecases.onbewaard import Onbewaard
from werkdesk.usecases.overzichten import Hal

TOPICS = Topic.BEZOEK | Topic.KLANT | Topic.MELDING | Topic.INTAKE | Topic.PAPIER
HULP = "hal"


class HalScreen(PlaceScreen):
    """Who waits, and one key to call the next. Waiting times tick in place; rows never trade places.

    ``calls`` does the calling. ``hal_read(Hal)``: the reception was read, for the screen in the hall.
    """

    icon: ClassVar[str] = "house"
    answers: ClassVar[frozenset[str]] = frozenset({"bezoek.hervatten"})
    hal_read = Signal(object)

    def __init__(
        self, actions: HalActions, tasks: Tasks, calls: Calls, *, call_key: str, parent: QWidget | None = None
    ) -> None:
        super().__init__("hal", parent)
        self._actions, self._tasks, self._calls = actions, tasks, calls
        self._hal: Hal | None = None
        self._stands_on: UUID | None = None  # the call of this number was taken back
        self.setProperty("helpKey", HULP)
        self.call_button = PrimaryButton(t.ROEP_NIEMAND, call_key, icon="phone-call")
        self.call_button.clicked.connect(self._calls.call_next)
        self.row_button = OutlineButton("", "Return", icon="phone-call")
        self.row_button.clicked.connect(self._call_chosen)
        keeps = self.row_button.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)  # the list does not jump under an arrow key
        self.row_button.setSizePolicy(keeps)
        self.row_button.hide()
        self.remark = Label("", tone=Tone.NEUTRAL, wrap=True)
        self.queue = QuietTable(t.WACHTEND, _queue_columns(), key=lambda row: row.id, nothing=t.NIEMAND_WACHT)
        self.queue.opened.connect(self._call_row)
        self.queue.picked.connect(self._show_calls)
        self.desks = QuietTable(t.BALIES, _desk_columns(), key=lambda row: row.balie, nothing=t.GEEN_BALIES)
        self.desks.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.later = ChoiceList("", ())
        self.later.setAccessibleName(t.STRAKS_LIJST)
        self.later.chosen.connect(self._resume)
        self.unfinished = UnfinishedList()
        self.later_empty = Label(t.STRAKS_LEEG, tone=Tone.NEUTRAL)
        self.figures = Figures((t.BEZOEKEN, t.MELDINGEN, t.BRIEVEN))
        self._lay_out()
        tasks.changed.connect(self._on_changed)
        calls.changed.connect(self._show_calls)
        calls.waits_again.connect(self._stand_on)
        look_signals().changed.connect(self._fit_desks)
        self.refresh()

    def _lay_out(self) -> None:
        waiting = Card()
        waiting.setAccessibleName(t.WACHTEND)
        head = Row(gap=16)
        head.addLayout(Column(gap=2).put(Label(t.WACHTEND, "title"), self.remark), 1)
        foot = Row(gap=16).put(1, self.row_button)
        waiting.put(head.put(self.call_button), self.queue, foot)
        desks = Card(t.BALIES, gap=4).put(self.desks)
        later = Card(t.STRAKS, gap=4).put(self.later_empty, self.later)
        today = Card(t.VANDAAG).put(self.figures)
        self.columns = Columns(waiting, (self.unfinished, desks, later, today))
        Column(self).put(self.columns)

    def heading(self) -> Heading:
        count = len(self._hal.wachtend) if self._hal is not None else 0
        return Heading(rail=t.TITEL, count=t.wachten(count), action="bezoek.nummer")

    def commands(self) -> Commands:
        has_later = bool(self._hal is not None and self._hal.straks_terug)
        return {"bezoek.hervatten": self.go_to_later} if has_later else {}

    def panes(self) -> tuple[QWidget, ...]:
        return (
            self.queue,
            self.row_button,
            self.call_button,
            self.later.focus_row() or self.later,
            *self._begun(),
        )

    def _begun(self) -> tuple[QWidget, ...]:
        row = self.unfinished.list.focus_row()
        return () if row is None or self.unfinished.isHidden() else (row,)

    def came(self) -> None:
        self.focus_list(self.queue, has_rows=bool(self.queue.rows.rows))
        self.refresh()

    def tick(self, now: datetime) -> None:
        self._show_times(now)

    def go_to_later(self) -> None:
        """Go on with who comes back; with several, to their list: a digit or Enter goes on with one."""
        if len(self.later.rows) == 1 and self._calls.bezoek is None:
            self._resume(self.later.rows[0].option.value)
            return
        self.later.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def refresh(self) -> None:
        """Read the reception again."""
        self._tasks.run(self, "cache", self._actions.hal, self.show_hal, self._failed)
        self._tasks.run(self, "cache", self._actions.unfinished, self._show_unfinished, self._failed)

    def _show_unfinished(self, found: tuple[Onbewaard, ...]) -> None:
        self.unfinished.show_found(found, self._actions.clock())

    def show_hal(self, hal: Hal) -> None:
        """Show what was read; only what differs changes."""
        before, self._hal = self._hal, hal
        first = before is None or not before.wachtend
        self._show_times(self._actions.clock())
        if self.hasFocus():
            self.focus_list(self.queue, has_rows=bool(hal.wachtend))
        self._show_later(hal)
        self.figures.show_figures((hal.bezoeken, hal.meldingen, hal.brieven))
        if self._stands_on is not None and self.queue.choose(self._stands_on):
            self._stands_on = None
        if hal.wachtend and self.queue.chosen() is None and (first or not self.queue.hasFocus()):
            self.queue.choose(first_of(hal.wachtend).id)
        self._show_calls()
        self.heading_changed.emit()
        if before is None or bool(before.straks_terug) != bool(hal.straks_terug):
            self.commands_changed.emit()
        self.hal_read.emit(hal)

    @Slot(object)
    def _stand_on(self, rid: UUID) -> None:
        """Enter calls who was called by mistake, not the one who moved up meanwhile."""
        self._stands_on = rid

    @Slot()
    def _show_calls(self) -> None:
        """The large button says what F8 does; the other one what Enter does, when that is somebody else."""
        number, busy, chosen = rows.next_number(self._hal), self._calls.bezoek, self.queue.chosen()
        words = t.ROEP.format(nummer=number) if number else t.ROEP_NIEMAND
        self.call_button.setText(t.ROEP_BEZIG.format(nummer=busy.nummer) if busy is not None else words)
        self.call_button.setEnabled(bool(number) or busy is not None)
        other = chosen is not None and busy is None and chosen.nummer != number
        shown = chosen.nummer if chosen is not None else number
        self.row_button.setText(t.ROEP_DEZE.format(nummer=shown))  # also while hidden: it keeps its place
        self.row_button.setVisible(other)

    @Slot()
    def _call_chosen(self) -> None:
        chosen = self.queue.chosen()
        if chosen is not None:
            self._call_row(chosen)

    def _show_times(self, now: datetime) -> None:
        if self._hal is None:
            return
        self.remark.setText(rows.remark(self._hal, now))
        self.queue.show_rows(rows.queue_rows(self._hal, now))
        desks = rows.desk_rows(self._hal, self._actions.balie, now)
        self.desks.show_rows(desks)
        self._fit_desks()

    @Slot()
    def _fit_desks(self) -> None:
        """The card is as high as its desks."""
        self.desks.setFixedHeight(self.desks.full_height())

    def _show_later(self, hal: Hal) -> None:
        options = rows.later_options(hal)
        if tuple(row.option for row in self.later.rows) != options:
            focused = self.later.focus_row()
            had_focus = focused is not None and focused.hasFocus()
            self.later.set_options(options)
            if had_focus and options:
                self.later.setFocus()
        self.later.setVisible(bool(options))
        self.later_empty.setVisible(not options)

    @Slot(object)
    def _call_row(self, row: rows.QueueRow) -> None:
        self._calls.call(row.id, row.nummer)

    @Slot(str)
    def _resume(self, value: str) -> None:
        self.later.set_value("")
        self._calls.resume(UUID(value))

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.topics & TOPICS:
            self.refresh()

    def _failed(self, error: WerkdeskError) -> None:
        self.remark.setText(explain(error))


def _queue_columns() -> tuple[TableColumn, ...]:
    return (
        TableColumn(t.NUMMER, lambda row: row.nummer, 84, "strong"),
        TableColumn(t.VRAAG, lambda row: row.vraag, 164),
        TableColumn(t.WACHT, lambda row: row.wacht, 76),
        TableColumn(t.VOOR_WIE, lambda row: row.voor_wie, leaves=1),
        TableColumn("", lambda row: row.chip, 192, "chip", tone=lambda row: row.tone),
    )


def _desk_columns() -> tuple[TableColumn, ...]:
    return (
        TableColumn("", lambda row: str(row.balie), 52, "strong"),
        TableColumn("", lambda row: row.wat),
        TableColumn("", lambda row: row.sinds, 76, right=True),
    )
