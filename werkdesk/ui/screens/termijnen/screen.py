"""The work list of running dates: by date or age, with next step and owner. Enter opens the dossier.

Digits choose what is shown, from the list as well; F1 on a line explains its date and leads to the rule.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from werkdesk.domain.termijn import RegelVerwijzing, Termijn
from werkdesk.ui.frame.heading import Heading
from werkdesk.ui.frame.host import Host
from werkdesk.ui.frame.list_place import ListPlace, ListWords
from werkdesk.ui.kit.field import HELP_KEY
from werkdesk.ui.kit.half_gone import half_gone
from werkdesk.ui.kit.rows_model import TableColumn
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.screens.termijnen.actions import TermijnenActions, Werklijst, read_list
from werkdesk.ui.screens.termijnen.filters import Filters, total
from werkdesk.ui.screens.termijnen.rows import Line, lines_of
from werkdesk.ui.teksten import lijsten as t
from werkdesk.ui.teksten import termijnen as tt
from werkdesk.ui.teksten import werklijst as w
from werkdesk.usecases.changes import Topic
from werkdesk.usecases.lijsten import TermijnTelling, Wanneer


class TermijnenScreen(ListPlace):
    """Dates that run and cases that wait for one, with what is late in red words."""

    icon: ClassVar[str] = "calendar"

    def __init__(self, actions: TermijnenActions, tasks: Tasks, host: Host) -> None:
        self._actions, self._host = actions, host
        self._lines: tuple[Line, ...] = ()
        self.filters = Filters(actions.ik)
        super().__init__(
            "termijnen",
            ListWords(title=t.TERMIJNEN, nothing=w.NIETS[Wanneer.ALLES], help_key="termijnen"),
            _columns(),
            key=lambda line: line.key,
            read=lambda: None,  # what is read follows from the filters: see reading()
            count=actions.tellingen,
            topics=Topic.MELDING | Topic.INTAKE | Topic.KLANT | Topic.PERSONEEL,
            tasks=tasks,
        )
        self.filters.changed.connect(self._on_filter)
        self.card.body.insertWidget(1, self.filters)
        self.table.installEventFilter(self)
        self.table.picked.connect(self._on_picked)

    def heading(self) -> Heading:
        counts: tuple[TermijnTelling, ...] = self.counted or ()
        today, late = total(counts, Wanneer.VANDAAG), total(counts, Wanneer.TE_LAAT)
        words = f"{today} {t.VANDAAG}" if today else ""
        return Heading(rail=t.TERMIJNEN, count=f"{late} {t.TE_LAAT}" if late else words, window=t.TERMIJNEN)

    def panes(self) -> tuple[QWidget, ...]:
        return (*self.filters.strips, self.table)

    def reading(self) -> Callable[[], Any]:
        return partial(read_list, self._actions, self.filters.question(self._actions.today()))

    def show_data(self, data: Werklijst) -> None:
        """Show what was read; the answer to a filter that was left meanwhile is not shown."""
        if data.vraag != self.filters.question(data.vraag.vandaag):
            return
        self.counted = data.tellingen
        super().show_data(data)
        self.table.show_nothing(w.niets(self.filters.when.value(), self.filters.whose.value()))

    def rows_of(self, data: Werklijst) -> tuple[Line, ...]:
        self._lines = lines_of(data.rows, dict(data.namen), data.vraag.vandaag)
        self.filters.show_counts(data.tellingen)
        return self._lines

    def remark_of(self, data: Werklijst) -> str:
        counts = data.tellingen
        return w.regel(
            vandaag=total(counts, Wanneer.VANDAAG),
            te_laat=total(counts, Wanneer.TE_LAAT),
            totaal=total(counts, Wanneer.ALLES),
            gezien=len(data.rows),
            gevraagd=self.filters.count(counts),
        )

    def explain(self, help_key: str) -> tuple[str, str] | None:
        term = self._term(help_key)
        return (tt.naam(term), tt.uitleg(term, self._actions.today())) if term is not None else None

    def rules_behind(self, help_key: str) -> tuple[RegelVerwijzing, ...]:
        term = self._term(help_key)
        return term.regels if term is not None else ()

    def explained_date(self, help_key: str) -> tuple[UUID, str] | None:
        line = next((line for line in self._lines if line.help_key == help_key), None)
        return (line.klant_id, line.termijn.code) if line is not None and line.termijn.code else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Digits answer in the list too."""
        if half_gone(self) or not (isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress):
            return False
        return self.filters.press(event.text())

    @Slot(object)
    def open_row(self, row: Line) -> None:
        self._host.open_klant(row.klant_id)

    @Slot()
    def _on_filter(self) -> None:
        self.refresh()

    @Slot(object)
    def _on_picked(self, line: Line | None) -> None:
        self.table.setProperty(HELP_KEY, line.help_key if line is not None else "")

    def _term(self, help_key: str) -> Termijn | None:
        """The date behind a line; a case without any date has nothing to explain."""
        found = next((line.termijn for line in self._lines if line.help_key == help_key), None)
        return found if found is not None and found.code else None


def _legal(line: Line) -> str:
    return line.uiterlijk_kort


def _left(line: Line) -> str:
    return line.nog_kort


def _columns() -> tuple[TableColumn, ...]:
    return (
        TableColumn(t.UITERLIJK, lambda line: line.uiterlijk, 136, "strong", short=_legal),
        TableColumn(w.STREEF, lambda line: line.streef, 108, "soft", short=lambda line: line.streef_kort),
        TableColumn(t.NOG, lambda line: line.nog, 148, "chip", tone=lambda line: line.tone, short=_left),
        TableColumn(w.STAP, lambda line: line.wat),
        TableColumn(t.KLANT, lambda line: line.klant),
        TableColumn(w.EIGENAAR, lambda line: line.eigenaar, 148, "soft", leaves=1),
        TableColumn(w.OUD, lambda line: line.oud, 92, "soft", leaves=2),
        TableColumn(t.KENMERK, lambda line: line.kenmerk, 132, "soft", leaves=3),
    )
