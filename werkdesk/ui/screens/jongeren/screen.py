"""The youth desk: who searches until when, who may apply first on top. Enter opens the dossier (F51)."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Slot

from werkdesk.domain.termijn import RegelVerwijzing, Termijn
from werkdesk.ui.frame.filtered_list import FilteredList
from werkdesk.ui.frame.heading import Heading
from werkdesk.ui.frame.host import Host
from werkdesk.ui.frame.list_place import ListWords
from werkdesk.ui.frame.narrow import NarrowColumns
from werkdesk.ui.kit.rows_model import TableColumn
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.jongeren.actions import JongerenActions
from werkdesk.ui.screens.jongeren.rows import Line, chosen, lines_of
from werkdesk.ui.teksten import jongeren as t
from werkdesk.ui.teksten import termijnen as tt
from werkdesk.usecases.changes import Topic
from werkdesk.usecases.jongeren import JongereRow
from werkdesk.usecases.lijsten import JongerenTelling

HELP = "jongeren"
SPARE, SCARCE = (6,), ((4, 560), (3, 640), (5, 640), (7, 1250))
"""Columns that go when there is little room, each below a width at 100 %."""
_TONES = {"kan": Tone.GOOD, "onzeker": Tone.WARN}
Read = tuple[tuple[JongereRow, ...], tuple[tuple[str, str], ...], JongerenTelling]


class JongerenScreen(FilteredList):
    """Everybody who is, or may be, under 27 and has an open melding."""

    icon: ClassVar[str] = "student"

    def __init__(self, actions: JongerenActions, tasks: Tasks, host: Host) -> None:
        self._actions, self._host = actions, host
        super().__init__(
            "jongeren",
            ListWords(title=t.TITEL, nothing=t.LEEG["alles"], help_key=HELP),
            _columns(),
            key=lambda line: line.melding,
            read=lambda: (actions.youths(), actions.namen(), actions.counts()),
            count=actions.counts,
            topics=Topic.MELDING | Topic.KLANT | Topic.PERSONEEL | Topic.REGELS,
            tasks=tasks,
            spare=SPARE,
        )
        for column, below in SCARCE:
            NarrowColumns(self.table, (column,), below)
        self.add_filters(t.FILTER_NAAM, t.FILTERS, t.LEEG, HELP)

    def heading(self) -> Heading:
        ready = self.counted.kan if self.counted is not None else 0
        return Heading(rail=t.JONGEREN, count=f"{ready} {t.KAN_NU}" if ready else "", window=t.TITEL)

    def rows_of(self, data: Read) -> tuple[Line, ...]:
        rows, names, self.counted = data
        self.lines = lines_of(rows, dict(names), self._actions.today())
        self.show_counts(_TONES)
        return self.keep(self.filters.value())

    def remark_of(self, data: Read) -> str:
        counts = data[2]
        return t.REGEL.format(totaal=counts.totaal, kan=counts.kan, onzeker=counts.onzeker)

    def keep(self, name: str) -> tuple[Line, ...]:
        return chosen(self.lines, name, self._actions.ik)

    def help_key_of(self, line: Line) -> str:
        return line.help_key

    def explain(self, help_key: str) -> tuple[str, str] | None:
        term = self._term(help_key)
        return (tt.naam(term), tt.uitleg(term, self._actions.today())) if term is not None else None

    def rules_behind(self, help_key: str) -> tuple[RegelVerwijzing, ...]:
        term = self._term(help_key)
        return term.regels if term is not None else ()

    def _term(self, help_key: str) -> Termijn | None:
        return next((line.termijn for line in self.lines if line.help_key == help_key), None)

    @Slot(object)
    def open_row(self, row: Line) -> None:
        self._host.open_klant(row.klant_id)


def _columns() -> tuple[TableColumn, ...]:
    return (
        TableColumn(t.VANAF, lambda line: line.vanaf, 136, "strong"),
        TableColumn(t.NOG, lambda line: line.nog, 128, "chip", tone=lambda line: line.tone),
        TableColumn(t.KLANT, lambda line: line.klant),
        TableColumn(t.GEBOREN, lambda line: line.geboren, 112, "soft"),
        TableColumn(t.STAND, lambda line: line.stand, 168),
        TableColumn(t.BEWIJS, lambda line: line.bewijs, 108, "soft"),
        TableColumn(t.EIGENAAR, lambda line: line.eigenaar, 148, "soft"),
        TableColumn(t.KENMERK, lambda line: line.kenmerk, 132, "soft"),
    )
