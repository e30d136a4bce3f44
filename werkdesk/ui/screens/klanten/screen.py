"""Own work of today, newest first. Enter opens the dossier; everybody else is found with F3."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
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
from werkdesk.ui.teksten.tijd import klok
from werkdesk.ui.teksten.woorden import MELDING_STATUS
from werkdesk.usecases.changes import Topic
from werkdesk.usecases.overzichten import MeldingRow


@dataclass(frozen=True, slots=True, kw_only=True)
class KlantenActions:
    """``own_today``: the meldingen this colleague recorded today, newest first."""

    own_today: Callable[[], tuple[MeldingRow, ...]]


@dataclass(frozen=True, slots=True)
class Line:
    """A melding of today as the table shows it."""

    id: UUID
    klant_id: UUID
    tijd: str
    klant: str
    kenmerk: str
    stand: str
    ontbreekt: str
    chip: str


def line_of(row: MeldingRow) -> Line:
    """Words for one melding."""
    return Line(
        id=row.id,
        klant_id=row.klant_id,
        tijd=klok(row.moment),
        klant=row.klant,
        kenmerk=row.kenmerk,
        stand=MELDING_STATUS[row.status],
        ontbreekt=t.ontbreekt(len(row.ontbreekt)),
        chip=t.ONVERZONDEN if row.onverzonden else "",
    )


class KlantenScreen(ListPlace):
    """The list of own work."""

    icon: ClassVar[str] = "users"

    def __init__(self, actions: KlantenActions, tasks: Tasks, host: Host) -> None:
        self._host = host
        super().__init__(
            "klanten",
            ListWords(title=t.KLANTEN_TITEL, nothing=t.KLANTEN_LEEG, help_key="klanten"),
            (
                TableColumn(t.TIJD, lambda line: line.tijd, 72, "strong"),
                TableColumn(t.KLANT, lambda line: line.klant),
                TableColumn(t.KENMERK, lambda line: line.kenmerk, 148, "soft", leaves=2),
                TableColumn(t.STAND, lambda line: line.stand, 168, leaves=1),
                TableColumn("", lambda line: line.ontbreekt, 180, "soft", leaves=3),
                TableColumn("", lambda line: line.chip, 180, "chip", tone=lambda _: Tone.WARN),
            ),
            key=lambda line: line.id,
            read=actions.own_today,
            topics=Topic.MELDING | Topic.KLANT | Topic.OUTBOX,
            tasks=tasks,
        )

    def heading(self) -> Heading:
        return Heading(rail=t.KLANTEN, window=t.KLANTEN)

    def rows_of(self, data: tuple[MeldingRow, ...]) -> tuple[Line, ...]:
        return tuple(line_of(row) for row in data)

    def remark_of(self, data: tuple[MeldingRow, ...]) -> str:
        return t.klanten_regel(len(data))

    @Slot(object)
    def open_row(self, row: Line) -> None:
        self._host.open_klant(row.klant_id)
