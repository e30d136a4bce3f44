"""The reading room of the functional administrator: every rule record, found while typing, read in full.

Ctrl+F goes to the find box, Enter from there to the list, Esc empties the box and then goes back to where a
reader came from. Who keeps the rules has a room behind it (:mod:`werkkamer`): two people publish.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from werkdesk.domain.termijn import RegelVerwijzing
from werkdesk.errors import WerkdeskError
from werkdesk.ui.dossier.beside import Beside
from werkdesk.ui.frame.heading import Heading
from werkdesk.ui.frame.host import Host
from werkdesk.ui.frame.list_place import SETTLE
from werkdesk.ui.frame.place_screen import Commands, PlaceScreen
from werkdesk.ui.kit.card import Card
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column
from werkdesk.ui.kit.notice import Notice
from werkdesk.ui.kit.rows_model import TableColumn
from werkdesk.ui.kit.search_box import SearchBox
from werkdesk.ui.kit.table import QuietTable
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.regels.actions import RegelsActions
from werkdesk.ui.screens.regels.detail import RegelDetail
from werkdesk.ui.screens.regels.rows import Line, found, line_of, same_rule
from werkdesk.ui.screens.regels.werkkamer import LEZEN, Workroom
from werkdesk.ui.teksten import regels as t
from werkdesk.ui.texts import explain
from werkdesk.usecases.changes import Changes, Topic
from werkdesk.usecases.regels.kiezen import RegelStand
from werkdesk.usecases.regels.uitleg import RegelUitleg

LEAST = 420
Read = tuple[RegelStand, tuple[RegelUitleg, ...]]


class RegelsScreen(PlaceScreen):
    """``show_rule(named, from_)``: choose this record; Esc then goes back to place ``from_``."""

    icon: ClassVar[str] = "file-text"
    answers: ClassVar[frozenset[str]] = frozenset({"lijst.vinden", "wijzigen", "bewaren.verder"})

    def __init__(
        self,
        actions: RegelsActions,
        tasks: Tasks,
        host: Host,
        *,
        find_key: str = "",
        edit_key: str = "",
        save_key: str = "",
    ) -> None:
        super().__init__("regels")
        self._actions, self._tasks, self._host = actions, tasks, host
        self._lines: tuple[Line, ...] = ()
        self._wanted: RegelVerwijzing | None = None
        self._from = ""
        self.setProperty("helpKey", "regels")
        self.stand = Label("", tone=Tone.NEUTRAL, wrap=True)
        self.warning = Label("", tone=Tone.BAD, wrap=True)
        self.warning.hide()
        self.count = Label("", "label", tone=Tone.NEUTRAL)
        self.box = SearchBox(t.WENK, find_key, name=t.ZOEKNAAM, clear_after=0)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.table = QuietTable(t.TITEL, _columns(), key=lambda line: line.key, nothing=t.LEEG)
        changes = actions.beheer is not None and actions.beheer.mag_voorstellen
        self.detail = RegelDetail(edit_key if changes else None)
        self.work: Workroom | None = None
        self._lay_out(edit_key, save_key)
        self._connect()
        tasks.changed.connect(self._on_changed)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE)
        self._settle.timeout.connect(self.refresh)

    def _lay_out(self, edit_key: str, save_key: str) -> None:
        card = Card()
        card.setAccessibleName(t.TITEL)
        card.put(Column(gap=2).put(Label(t.TITEL, "title", wrap=True), self.stand, self.warning))
        card.put(self.box, self.count, self.table)
        self.table.setMinimumHeight(0)
        beside = Beside(card, self.detail, shares=(5, 2), flow=self.detail.reading.set_flowing, least=LEAST)
        inside: QWidget = beside
        if (beheer := self._actions.beheer) is not None:
            self.work = inside = Workroom(
                beside, beheer, self._tasks, self._host, save_key=save_key, edit_key=edit_key
            )
            self.work.went.connect(self.commands_changed)
            self.work.waits.connect(self.heading_changed)
            self.detail.change_asked.connect(self.work.new_version)
        Column(self, margins=(24, 20)).put(inside)

    def _connect(self) -> None:
        self.box.typed.connect(self._on_typed)
        self.box.entered.connect(self._to_table)
        self.box.stepped.connect(self._step)
        self.box.escaped.connect(self.back)
        self.table.picked.connect(self._on_picked)
        self.table.opened.connect(self._on_opened)
        self.detail.law_asked.connect(self._show_law)

    def heading(self) -> Heading:
        waiting = self.work.judging.waiting if self.work is not None else 0
        return Heading(rail=t.REGELS, window=t.REGELS, count=str(waiting) if waiting else "")

    def commands(self) -> Commands:
        work = self.work
        if work is None or work.is_reading:
            reading: dict[str, Callable[[], None]] = {"lijst.vinden": self.find_rule}
            if not self.detail.change.isHidden():
                reading["wijzigen"] = self.detail.change.click
            return reading
        return work.commands()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit goes to a page of the rule work, also from a list."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        in_list = isinstance(QApplication.focusWidget(), QuietTable)
        if self.work is None or not (plain and in_list and self.work.strip.answer(event.text())):
            super().keyPressEvent(event)
        elif self.work.is_reading:
            self._to_table()
        else:
            self.work.focus_page()

    def panes(self) -> tuple[QWidget, ...]:
        if self.work is not None and not self.work.is_reading:
            return (self.work.strip, *self.work.panes())
        first = (self.work.strip,) if self.work is not None else ()
        return (*first, self.box, self.table, self.detail.law)

    def came(self) -> None:
        if self.work is not None:
            self.work.came()
        if self.work is not None and not self.work.is_reading:
            self.work.focus_page()
        else:
            self.focus_list(self.table, has_rows=bool(self.table.rows.rows))
        self.refresh()

    def tick(self, now: datetime) -> None:
        if self.work is not None:
            self.work.tick(now)

    def left(self) -> None:
        self._from = ""
        if self.work is not None:
            self.work.left()

    @Slot()
    def find_rule(self) -> None:
        """Ctrl+F: go to the find box with its words chosen."""
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def show_rule(self, named: RegelVerwijzing, from_: str = "") -> None:
        """Choose the record that a date rests on; the find box is emptied so that it is in the list."""
        self._from = from_
        self._wanted = named
        if self.work is not None:
            self.work.go(LEZEN)
        self.box.setText("")
        self._show_found()
        if self._lines:
            self._choose_wanted()

    @Slot()
    def back(self) -> bool:
        """Esc: empty the find box, else back to where the reader came from; ``False`` when neither."""
        if self.work is not None and self.work.back():
            if self.work.is_reading:
                self._to_table()
            return True
        if self.box.text():
            self.box.setText("")
            self._show_found()
            self._to_table()
            return True
        if self.box.hasFocus():
            self._to_table()
            return True
        origin, self._from = self._from, ""
        if origin:
            self._host.go(origin)
        return bool(origin)

    @Slot()
    def refresh(self) -> None:
        """Read the records and the state again."""
        self._tasks.run(self, "cache", self._read, self.show_data, self._failed)

    def _read(self) -> Read:
        return self._actions.stand(), self._actions.lijst()

    def show_data(self, data: Read) -> None:
        """Show what was read; the chosen record stays chosen."""
        stand, records = data
        self._lines = tuple(
            line_of(one) for one in sorted(records, key=lambda one: (one.regel.lower(), one.versie))
        )
        first, *rest = t.stand_regels(stand)
        self.stand.setText(first)
        self.warning.setText("\n".join(rest))
        self.warning.set_tone(Tone.BAD if stand.te_oud or stand.geweigerd else Tone.NEUTRAL)
        self.warning.setVisible(bool(rest))
        self._show_found()
        if self._wanted is not None:
            self._choose_wanted()
        elif self.table.chosen() is None and self._lines:
            self.table.choose(self._lines[0].key)
        if self.hasFocus():
            self._to_table()

    def _failed(self, error: WerkdeskError) -> None:
        self.warning.set_tone(Tone.BAD)
        self.warning.setText(explain(error))
        self.warning.show()

    def _show_found(self) -> None:
        lines = found(self._lines, self.box.text())
        self.table.show_rows(lines)
        if self._lines:
            self.count.setText(t.TELLING.format(getoond=len(lines), totaal=len(self._lines)))
        if lines and self.table.chosen() is None:
            self.table.choose(lines[0].key)

    def _choose_wanted(self) -> None:
        named, self._wanted = self._wanted, None
        if named is None:
            return
        mine = same_rule(self._lines, named.regel)
        exact = next((line for line in mine if line.regel.versie == named.versie), None)
        line = exact or next(iter(mine), None)
        if line is None:
            self._host.notify(Notice(t.NIET_HIER.format(regel=named.regel), Tone.WARN))
            return
        self.table.choose(line.key)
        self.table.scrollTo(self.table.currentIndex())
        self._to_table()

    @Slot(str)
    def _on_typed(self, _: str) -> None:
        self._show_found()

    @Slot()
    def _to_table(self) -> None:
        self.focus_list(self.table, has_rows=bool(self.table.rows.rows))

    @Slot(int)
    def _step(self, by: int) -> None:
        rows = self.table.rows.rows
        if rows:
            now = self.table.currentIndex().row()
            self.table.selectRow(min(max(now + by, 0), len(rows) - 1))

    @Slot(object)
    def _on_picked(self, line: Line | None) -> None:
        self.detail.show_line(line, same_rule(self._lines, line.regel.regel) if line is not None else ())
        self.commands_changed.emit()

    @Slot(object)
    def _on_opened(self, line: Line) -> None:
        self._show_law(line.regel)

    @Slot(object)
    def _show_law(self, regel: RegelUitleg) -> None:
        """Enter: the sentence of the law itself, in the browser of this computer."""
        if regel.vindplaats is None:
            self._host.notify(Notice(t.GEEN_WET.format(bron=t.artikel(regel.bron))))
        elif not self._actions.open_wet(regel.vindplaats):
            self._host.notify(Notice(t.WETTEKST_MIS.format(adres=regel.vindplaats), Tone.WARN))

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.topics & Topic.REGELS and not self._settle.isActive():
            self._settle.start()
            if self.work is not None:
                self.work.refresh()


def _columns() -> tuple[TableColumn, ...]:
    return (
        TableColumn(t.REGEL, lambda line: line.naam, None, "strong"),
        TableColumn(t.NUMMER, lambda line: line.regel.regel, 132, "soft", leaves=5),
        TableColumn(t.WAARDE, lambda line: line.waarde, 108),
        TableColumn(t.BRON, lambda line: line.bron, 132, leaves=1),
        TableColumn(t.VANAF, lambda line: line.vanaf, 104, "soft", leaves=2),
        TableColumn(t.TOT, lambda line: line.tot, 108, "soft", leaves=4),
        TableColumn(t.GEMEENTE, lambda line: line.gemeente, 92, "soft", leaves=3),
        TableColumn(t.ZEKER, lambda line: line.zeker, 160, "chip", tone=lambda line: line.tone),
    )
