"""The work list of running dates. Enter opens the dossier."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Slot

from werkdesk.ui.frame.heading import Heading
from werkdesk.ui.frame.host import Host
from werkdesk.ui.frame.list_place import ListPlace, ListWords
from werkdesk.ui.kit.rows_model import TableColumn
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.teksten import lijsten as t
from werkdesk.ui.teksten.tijd import datum, nog
from werkdesk.usecases.changes import Topic
from werkdesk.usecases.overzichten import TermijnRow


@dataclass(frozen=True, slots=True, kw_only=True)
class TermijnenActions:
    """``termijnen``: all running dates. ``today``: the day of now."""

    termijnen: Callable[[], tuple[TermijnRow, ...]]
    today: Callable[[], date]


@dataclass(frozen=True, slots=True)
class Line:
    """A date as the table shows it."""

    key: tuple[UUID, str]
    klant_id: UUID
    uiterlijk: str
    nog: str
    tone: Tone
    wat: str
    klant: str
    kenmerk: str


def lines_of(rows: tuple[TermijnRow, ...], today: date) -> tuple[Line, ...]:
    """The nearest date first; what still waits for a start fact at the end."""
    ordered = sorted(rows, key=lambda row: (row.termijn.uiterste_datum or date.max, row.kenmerk))
    return tuple(_line(row, today) for row in ordered)


def _line(row: TermijnRow, today: date) -> Line:
    day = row.termijn.uiterste_datum
    left = (day - today).days if day is not None else None
    return Line(
        key=(row.melding, row.termijn.code),
        klant_id=row.klant_id,
        uiterlijk=datum(day) if day is not None else row.termijn.stand or t.WACHT_OP,
        nog=nog(day, today) if day is not None else "",
        tone=Tone.BAD if left is not None and left < 0 else Tone.WARN if left == 0 else Tone.NEUTRAL,
        wat=row.termijn.naam,
        klant=row.klant,
        kenmerk=row.kenmerk,
    )


class TermijnenScreen(ListPlace):
    """Dates that run, with what is late in red words."""

    icon: ClassVar[str] = "calendar"

    def __init__(self, actions: TermijnenActions, tasks: Tasks, host: Host) -> None:
        self._actions, self._host = actions, host
        super().__init__(
            "termijnen",
            ListWords(title=t.TERMIJNEN, nothing=t.TERMIJNEN_LEEG, help_key="termijnen"),
            (
                TableColumn(t.UITERLIJK, lambda line: line.uiterlijk, 148, "strong"),
                TableColumn(t.NOG, lambda line: line.nog, 156, "chip", tone=lambda line: line.tone),
                TableColumn(t.WAT, lambda line: line.wat),
                TableColumn(t.KLANT, lambda line: line.klant),
                TableColumn(t.KENMERK, lambda line: line.kenmerk, 148, "soft"),
            ),
            key=lambda line: line.key,
            read=actions.termijnen,
            topics=Topic.MELDING | Topic.KLANT,
            tasks=tasks,
            spare=(4,),
        )

    def heading(self) -> Heading:
        today = self._count(0)
        late = sum(1 for row in self.data or () if self._left(row) < 0)
        words = f"{today} {t.VANDAAG}" if today else ""
        return Heading(rail=t.TERMIJNEN, count=f"{late} {t.TE_LAAT}" if late else words, window=t.TERMIJNEN)

    def rows_of(self, data: tuple[TermijnRow, ...]) -> tuple[Line, ...]:
        return lines_of(data, self._actions.today())

    def remark_of(self, data: tuple[TermijnRow, ...]) -> str:
        late = sum(1 for row in data if self._left(row) < 0)
        return t.TERMIJNEN_REGEL.format(vandaag=self._count(0), te_laat=late, totaal=len(data))

    @Slot(object)
    def open_row(self, row: Line) -> None:
        self._host.open_klant(row.klant_id)

    def _count(self, days: int) -> int:
        return sum(1 for row in self.data or () if self._left(row) == days)

    def _left(self, row: TermijnRow) -> int:
        day = row.termijn.uiterste_datum
        return (day - self._actions.today()).days if day is not None else 1_000_000
