"""Advances that must be paid, the most pressing first. Enter opens the dossier; F9 there is the check."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Slot

from werkdesk.domain.termijn import RegelVerwijzing
from werkdesk.ui.frame.filtered_list import FilteredList
from werkdesk.ui.frame.heading import Heading
from werkdesk.ui.frame.host import Host
from werkdesk.ui.frame.list_place import ListWords
from werkdesk.ui.frame.narrow import NarrowColumns
from werkdesk.ui.kit.rows_model import TableColumn
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.voorschot.actions import Namen, VoorschottenActions
from werkdesk.ui.screens.voorschot.rows import Line, chosen, lines_of
from werkdesk.ui.teksten import termijnen as tt
from werkdesk.ui.teksten import voorschot as t
from werkdesk.usecases.changes import Topic
from werkdesk.usecases.lijsten import VoorschotTelling
from werkdesk.usecases.voorschotten import VoorschotRow

HELP = "voorschotten"
SPARE, SCARCE = (2, 7), ((1, 560), (6, 640), (5, 1250), (8, 1250))
"""Columns that go when there is little room, each below a width at 100 %."""
_TONES = {"week": Tone.WARN, "te_laat": Tone.BAD}
Read = tuple[tuple[VoorschotRow, ...], Namen, VoorschotTelling]


class VoorschottenScreen(FilteredList):
    """What is due, what is missing, who must act."""

    icon: ClassVar[str] = "money"

    def __init__(self, actions: VoorschottenActions, tasks: Tasks, host: Host) -> None:
        self._actions, self._host = actions, host
        super().__init__(
            "voorschotten",
            ListWords(title=t.VOORSCHOTTEN, nothing=t.LIJST_LEEG["alles"], help_key=HELP),
            _columns(),
            key=lambda line: line.melding,
            read=lambda: (actions.advances(), actions.namen(), actions.counts()),
            count=actions.counts,
            topics=Topic.MELDING | Topic.KLANT | Topic.PERSONEEL | Topic.REGELS,
            tasks=tasks,
            spare=SPARE,
        )
        for column, below in SCARCE:
            NarrowColumns(self.table, (column,), below)
        self.add_filters(t.LIJST_FILTER, t.LIJST_FILTERS, t.LIJST_LEEG, HELP)

    def heading(self) -> Heading:
        counts = self.counted
        late, total = (counts.te_laat, counts.totaal) if counts is not None else (0, 0)
        count = f"{late} te laat" if late else str(total) if total else ""
        return Heading(rail=t.RAIL, count=count, window=t.VOORSCHOTTEN)

    def rows_of(self, data: Read) -> tuple[Line, ...]:
        rows, names, self.counted = data
        self.lines = lines_of(rows, dict(names), self._actions.today())
        self.show_counts(_TONES)
        return self.keep(self.filters.value())

    def remark_of(self, data: Read) -> str:
        return t.LIJST_REGEL.format(totaal=data[2].totaal, te_laat=data[2].te_laat)

    def keep(self, name: str) -> tuple[Line, ...]:
        return chosen(self.lines, name, self._actions.today())

    def help_key_of(self, line: Line) -> str:
        return line.help_key

    def explain(self, help_key: str) -> tuple[str, str] | None:
        term = next((line.termijn for line in self.lines if line.help_key == help_key), None)
        return (tt.naam(term), tt.uitleg(term, self._actions.today())) if term is not None else None

    def rules_behind(self, help_key: str) -> tuple[RegelVerwijzing, ...]:
        term = next((line.termijn for line in self.lines if line.help_key == help_key), None)
        return term.regels if term is not None else ()

    @Slot(object)
    def open_row(self, row: Line) -> None:
        self._host.open_klant(row.klant_id)


def _columns() -> tuple[TableColumn, ...]:
    return (
        TableColumn(t.UITERLIJK_KOP, lambda line: line.uiterlijk, 136, "strong"),
        TableColumn(t.NOG, lambda line: line.nog, 144, "chip", tone=lambda line: line.tone),
        TableColumn(t.STREEF, lambda line: line.streef, 108, "soft"),
        TableColumn(t.KLANT, lambda line: line.klant, 172),
        TableColumn(t.STAP, lambda line: line.nu),
        TableColumn(t.FEITEN_KOP, lambda line: line.feiten, 84, "soft"),
        TableColumn(t.BEDRAG_KOP, lambda line: line.bedrag, 100, "soft"),
        TableColumn(t.EIGENAAR, lambda line: line.eigenaar, 148, "soft"),
        TableColumn(t.KENMERK, lambda line: line.kenmerk, 132, "soft"),
    )
