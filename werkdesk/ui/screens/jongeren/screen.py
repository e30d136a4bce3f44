"""The youth desk: who searches until when, who may apply first on top. Enter opens the dossier (F51)."""

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
from werkdesk.ui.screens.jongeren.actions import JongerenActions
from werkdesk.ui.screens.jongeren.rows import Line, chosen, lines_of
from werkdesk.ui.teksten import jongeren as t
from werkdesk.usecases.jongeren import JongereRow
from werkdesk.usecases.lijsten import JongerenTelling

HELP = "jongeren"
_TONES = {"kan": Tone.GOOD, "onzeker": Tone.WARN}


class JongerenScreen(DatedList):
    """Everybody who is, or may be, under 27 and has an open melding."""

    icon: ClassVar[str] = "student"
    help_key: ClassVar[str] = HELP
    filter_words: ClassVar[FilterWords] = FilterWords(
        name=t.FILTER_NAAM, options=t.FILTERS, nothing=t.LEEG, tones=_TONES
    )
    lines: tuple[Line, ...] = ()

    def __init__(self, actions: JongerenActions, tasks: Tasks, host: Host) -> None:
        self._ik = actions.ik
        reads = DatedReads(
            rows=actions.youths, namen=actions.namen, counts=actions.counts, today=actions.today
        )
        super().__init__("jongeren", t.TITEL, _columns(), reads, tasks, host)

    def heading(self) -> Heading:
        ready = self.counted.kan if self.counted is not None else 0
        return Heading(rail=t.JONGEREN, count=f"{ready} {t.KAN_NU}" if ready else "", window=t.TITEL)

    def made(self, rows: Sequence[JongereRow], names: Mapping[str, str], today: date) -> tuple[Line, ...]:
        return lines_of(rows, names, today)

    def figures(self, counts: JongerenTelling) -> str:
        return t.REGEL.format(totaal=counts.totaal, kan=counts.kan, onzeker=counts.onzeker)

    def keep(self, name: str) -> tuple[Line, ...]:
        return chosen(self.lines, name, self._ik)


def _columns() -> tuple[TableColumn, ...]:
    return (
        TableColumn(t.VANAF, lambda line: line.vanaf, 136, "strong"),
        TableColumn(t.NOG, lambda line: line.nog, 128, "chip", tone=lambda line: line.tone),
        TableColumn(t.KLANT, lambda line: line.klant),
        TableColumn(t.GEBOREN, lambda line: line.geboren, 112, "soft", leaves=2),
        TableColumn(t.STAND, lambda line: line.stand, 168, leaves=1),
        TableColumn(t.BEWIJS, lambda line: line.bewijs, 108, "soft", leaves=3),
        TableColumn(t.EIGENAAR, lambda line: line.eigenaar, 148, "soft", leaves=4),
        TableColumn(t.KENMERK, lambda line: line.kenmerk, 132, "soft", leaves=5),
    )
