"""The work list of running dates: by date and age, with next step and owner. Enter opens the dossier.

Digits choose what is shown, from the list as well; F1 on a line explains its date and leads to the rule.
"""

from __future__ import annotations

from functools import partial
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from werkdesk.domain.termijn import RegelVerwijzing, Termijn
from werkdesk.ui.frame.heading import Heading
from werkdesk.ui.frame.host import Host
from werkdesk.ui.frame.list_place import ListPlace, ListWords
from werkdesk.ui.frame.narrow import NarrowColumns
from werkdesk.ui.kit.choice_strip import ChoiceStrip
from werkdesk.ui.kit.field import HELP_KEY
from werkdesk.ui.kit.half_gone import half_gone
from werkdesk.ui.kit.rows_model import TableColumn
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.termijnen.actions import TermijnenActions, Werklijst, read_list
from werkdesk.ui.screens.termijnen.rows import Line, chosen, lines_of
from werkdesk.ui.teksten import lijsten as t
from werkdesk.ui.teksten import termijnen as tt
from werkdesk.ui.teksten import werklijst as w
from werkdesk.usecases.changes import Topic

SPARE, SCARCE, SCARCE_BELOW = (5, 6, 7), (1,), 560
_TONES = {"vandaag": Tone.WARN, "te_laat": Tone.BAD}


class TermijnenScreen(ListPlace):
    """Dates that run, with what is late in red words."""

    icon: ClassVar[str] = "calendar"

    def __init__(self, actions: TermijnenActions, tasks: Tasks, host: Host) -> None:
        self._actions, self._host = actions, host
        self._lines: tuple[Line, ...] = ()
        super().__init__(
            "termijnen",
            ListWords(title=t.TERMIJNEN, nothing=w.NIETS["alles"], help_key="termijnen"),
            _columns(),
            key=lambda line: line.key,
            read=partial(read_list, actions),
            topics=Topic.MELDING | Topic.KLANT | Topic.PERSONEEL,
            tasks=tasks,
            spare=SPARE,
        )
        NarrowColumns(self.table, SCARCE, SCARCE_BELOW)
        self.filters = ChoiceStrip(w.FILTER_NAAM, w.FILTERS, help_key="termijnen")
        self.filters.set_value("alles")
        self.filters.chosen.connect(self._on_filter)
        self.card.body.insertWidget(1, self.filters)
        self.table.installEventFilter(self)
        self.table.picked.connect(self._on_picked)

    def heading(self) -> Heading:
        today, late = self._count("vandaag"), self._count("te_laat")
        words = f"{today} {t.VANDAAG}" if today else ""
        return Heading(rail=t.TERMIJNEN, count=f"{late} {t.TE_LAAT}" if late else words, window=t.TERMIJNEN)

    def panes(self) -> tuple[QWidget, ...]:
        return (self.filters, self.table)

    def rows_of(self, data: Werklijst) -> tuple[Line, ...]:
        self._lines = lines_of(data.rows, dict(data.namen), self._actions.today())
        counts = {name: self._count(name) for name, _ in w.FILTERS}
        self.filters.show_notes(
            {
                name: (str(n), _TONES.get(name, Tone.NEUTRAL) if n else Tone.NEUTRAL)
                for name, n in counts.items()
            }
        )
        return self._of(self.filters.value())

    def remark_of(self, data: Werklijst) -> str:
        return t.TERMIJNEN_REGEL.format(
            vandaag=self._count("vandaag"), te_laat=self._count("te_laat"), totaal=len(data.rows)
        )

    def explain(self, help_key: str) -> tuple[str, str] | None:
        term = self._term(help_key)
        return (tt.naam(term), tt.uitleg(term, self._actions.today())) if term is not None else None

    def rules_behind(self, help_key: str) -> tuple[RegelVerwijzing, ...]:
        term = self._term(help_key)
        return term.regels if term is not None else ()

    def explained_date(self, help_key: str) -> tuple[UUID, str] | None:
        line = next((line for line in self._lines if line.help_key == help_key), None)
        return (line.klant_id, line.termijn.code) if line is not None else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Digits answer in the list too."""
        if half_gone(self) or not (isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress):
            return False
        row = next((row for row in self.filters.rows if row.key and row.key == event.text()), None)
        if row is None:
            return False
        self.filters.set_value(row.option.value)
        self._on_filter(row.option.value)
        return True

    @Slot(object)
    def open_row(self, row: Line) -> None:
        self._host.open_klant(row.klant_id)

    @Slot(str)
    def _on_filter(self, name: str) -> None:
        self.table.show_nothing(w.NIETS[name])
        self.table.show_rows(self._of(name))
        if self.table.hasFocus() and self.table.chosen() is None and self.table.rows.rows:
            self.table.selectRow(0)

    @Slot(object)
    def _on_picked(self, line: Line | None) -> None:
        self.table.setProperty(HELP_KEY, line.help_key if line is not None else "")

    def _of(self, name: str) -> tuple[Line, ...]:
        return chosen(self._lines, name, self._actions.today(), self._actions.ik)

    def _count(self, name: str) -> int:
        return len(self._of(name))

    def _term(self, help_key: str) -> Termijn | None:
        return next((line.termijn for line in self._lines if line.help_key == help_key), None)


def _columns() -> tuple[TableColumn, ...]:
    return (
        TableColumn(t.UITERLIJK, lambda line: line.uiterlijk, 136, "strong"),
        TableColumn(w.STREEF, lambda line: line.streef, 108, "soft"),
        TableColumn(t.NOG, lambda line: line.nog, 148, "chip", tone=lambda line: line.tone),
        TableColumn(w.STAP, lambda line: line.wat),
        TableColumn(t.KLANT, lambda line: line.klant),
        TableColumn(w.EIGENAAR, lambda line: line.eigenaar, 148, "soft"),
        TableColumn(w.OUD, lambda line: line.oud, 92, "soft"),
        TableColumn(t.KENMERK, lambda line: line.kenmerk, 132, "soft"),
    )
