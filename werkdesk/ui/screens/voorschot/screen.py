"""Advances that must be paid, the most pressing first. Enter opens the dossier; F9 there is the check."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import ClassVar

from werkdesk.ui.frame.dated_list import DatedList, DatedReads, FilterWords
from werkdesk.ui.frame.heading import Heading
from werkdesk.ui.frame.host import Host
from werkdesk.ui.kit.rows_model import TableColumn
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.voorschot.actions import VoorschottenActions
from werkdesk.ui.screens.voorschot.rows import Line, chosen, lines_of
from werkdesk.ui.teksten import voorschot as t
from werkdesk.usecases.lijsten import VoorschotTelling
from werkdesk.usecases.voorschotten import VoorschotRow

HELP = "voorschotten"
_TONES = {"week": Tone.WARN, "te_laat": Tone.BAD}


class VoorschottenScreen(DatedList):
    """What is due, what is missing, who must act."""

    icon: ClassVar[str] = "money"
    help_key: ClassVar[str] = HELP
    filter_words: ClassVar[FilterWords] = FilterWords(
        name=t.LIJST_FILTER, options=t.LIJST_FILTERS, nothing=t.LIJST_LEEG, tones=_TONES
    )
    lines: tuple[Line, ...] = ()

    def __init__(self, actions: VoorschottenActions, tasks: Tasks, host: Host) -> None:
        reads = DatedReads(
            rows=actions.advances, namen=actions.namen, counts=actions.counts, today=actions.today
        )
        super().__init__("voorschotten", t.VOORSCHOTTEN, _columns(), reads, tasks, host)

    def heading(self) -> Heading:
        counts = self.counted
        late, total = (counts.te_laat, counts.totaal) if counts is not None else (0, 0)
        count = f"{late} te laat" if late else str(total) if total else ""
        return Heading(rail=t.RAIL, count=count, window=t.VOORSCHOTTEN)

    def made(self, rows: Sequence[VoorschotRow], names: Mapping[str, str], today: date) -> tuple[Line, ...]:
        return lines_of(rows, names, today)

    def figures(self, counts: VoorschotTelling) -> str:
        return t.LIJST_REGEL.format(totaal=counts.totaal, te_laat=counts.te_laat)

    def keep(self, name: str) -> tuple[Line, ...]:
        return chosen(self.lines, name, self._today())


def _day(line: Line) -> str:
    return line.uiterlijk_kort


def _left(line: Line) -> str:
    return line.nog_kort


def _columns() -> tuple[TableColumn, ...]:
    return (
        TableColumn(t.UITERLIJK_KOP, lambda line: line.uiterlijk, 136, "strong", short=_day),
        TableColumn(t.NOG, lambda line: line.nog, 144, "chip", tone=lambda line: line.tone, short=_left),
        TableColumn(t.STREEF, lambda line: line.streef, 108, "soft", leaves=5),
        TableColumn(t.KLANT, lambda line: line.klant, 172),
        TableColumn(t.STAP, lambda line: line.nu, short=lambda line: line.nu_kort),
        TableColumn(t.FEITEN_KOP, lambda line: line.feiten, 84, "soft", leaves=6),
        TableColumn(t.BEDRAG_KOP, lambda line: line.bedrag, 100, "soft", leaves=3),
        TableColumn(t.EIGENAAR, lambda line: line.eigenaar, 148, "soft", leaves=4),
        TableColumn(t.KENMERK, lambda line: line.kenmerk, 132, "soft", leaves=7),
    )
