"""Later afdrukken: letters that are kept and wait; Enter prints one, byte for byte as it was kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from werkdesk.errors import WerkdeskError
from werkdesk.ui.frame.heading import Heading
from werkdesk.ui.frame.host import Host
from werkdesk.ui.frame.list_place import ListPlace, ListWords
from werkdesk.ui.frame.place_screen import Commands
from werkdesk.ui.kit.buttons import OutlineButton, PrimaryButton
from werkdesk.ui.kit.notice import Notice
from werkdesk.ui.kit.rows_model import TableColumn
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.teksten import lijsten as t
from werkdesk.ui.teksten import papier as p
from werkdesk.ui.teksten.tijd import datum
from werkdesk.ui.teksten.woorden import brief_naam
from werkdesk.ui.texts import explain, explain_code
from werkdesk.usecases.changes import Topic
from werkdesk.usecases.overzichten import BriefRow
from werkdesk.usecases.papieren import LetterPrinted
from werkdesk.usecases.proefblad import ProofPrinted


@dataclass(frozen=True, slots=True, kw_only=True)
class BrievenActions:
    """``later``: letters that wait. ``print_again``: hand one to the printer, on lane ``office``.

    ``print_proofs``: the sheets by which the printer is set for window envelopes, on lane ``office``.
    """

    later: Callable[[], tuple[BriefRow, ...]]
    print_again: Callable[[UUID], LetterPrinted]
    print_proofs: Callable[[], ProofPrinted]


@dataclass(frozen=True, slots=True)
class Line:
    """A letter as the table shows it."""

    id: UUID
    brief: str
    klant: str
    van: str
    bladzijden: str
    waarom: str
    kenmerk: str


def line_of(row: BriefRow) -> Line:
    """Words for one letter."""
    return Line(
        id=row.id,
        brief=brief_naam(row.code),
        klant=row.klant,
        van=datum(row.datum),
        bladzijden=str(row.bladzijden),
        waarom=explain_code(row.reden_later) if row.reden_later else "",
        kenmerk=row.kenmerk,
    )


class BrievenScreen(ListPlace):
    """The list "Later afdrukken". A letter under way cannot be asked twice."""

    icon: ClassVar[str] = "envelope"
    answers: ClassVar[frozenset[str]] = frozenset({"papier.afdrukken"})

    def __init__(self, actions: BrievenActions, tasks: Tasks, host: Host, *, print_key: str) -> None:
        self._actions, self._host = actions, host
        self._under_way: set[UUID] = set()
        self._proving = False
        super().__init__(
            "brieven",
            ListWords(title=t.BRIEVEN_LATER, nothing=t.BRIEVEN_LEEG, help_key="brieven"),
            (
                TableColumn(t.BRIEF, lambda line: line.brief, 200, "strong"),
                TableColumn(t.KLANT, lambda line: line.klant, 220),
                TableColumn(t.VAN, lambda line: line.van, 136, leaves=2),
                TableColumn(t.BLADZIJDEN, lambda line: line.bladzijden, 56, leaves=3),
                TableColumn(t.WAAROM, lambda line: line.waarom, None, "soft", leaves=1),
            ),
            key=lambda line: line.id,
            read=actions.later,
            topics=Topic.PAPIER | Topic.KLANT,
            tasks=tasks,
            always=True,
        )
        self.print_button = PrimaryButton(t.DRUK_AF, print_key, icon="printer")
        self.print_button.setEnabled(False)
        self.print_button.clicked.connect(self.print_chosen)
        self.proof_button = OutlineButton(p.PROEFBLAD)
        self.proof_button.setProperty("helpKey", "brieven.proefblad")
        self.proof_button.clicked.connect(self.print_proofs)
        self.head.put(self.proof_button, self.print_button)
        self.table.picked.connect(self._on_picked)

    def heading(self) -> Heading:
        count = len(self.data or ())
        return Heading(rail=t.BRIEVEN, count=str(count) if count else "", window=t.BRIEVEN)

    def commands(self) -> Commands:
        return {"papier.afdrukken": self.print_chosen} if self.print_button.isEnabled() else {}

    def panes(self) -> tuple[QWidget, ...]:
        return (self.table, self.proof_button, self.print_button)

    def rows_of(self, data: tuple[BriefRow, ...]) -> tuple[Line, ...]:
        return tuple(line_of(row) for row in data)

    def remark_of(self, data: tuple[BriefRow, ...]) -> str:
        return t.brieven_regel(len(data))

    @Slot(object)
    def open_row(self, row: Line) -> None:
        self._print(row)

    @Slot()
    def print_chosen(self) -> None:
        """Print the letter that is chosen."""
        row = self.table.chosen()
        if row is not None:
            self._print(row)

    @Slot()
    def print_proofs(self) -> None:
        """The sheet for window envelopes; one at a time."""
        if self._proving:
            return
        self._proving = True
        self.tasks.run(self, "office", self._actions.print_proofs, self._proofs_printed, self._no_proofs)

    def _proofs_printed(self, printed: ProofPrinted) -> None:
        self._proving = False
        if printed.later is None:
            self._host.notify(Notice(p.PROEFBLAD_GEDRUKT, Tone.GOOD))
        else:
            self._host.notify(Notice(p.PROEFBLAD_NIET.format(zin=explain_code(printed.later)), Tone.WARN))

    def _no_proofs(self, error: WerkdeskError) -> None:
        self._proving = False
        self._host.notify(Notice(p.PROEFBLAD_NIET.format(zin=explain(error)), Tone.BAD))

    def _print(self, row: Line) -> None:
        if row.id in self._under_way:
            return
        self._under_way.add(row.id)
        work = partial(self._actions.print_again, row.id)
        self.tasks.run(self, "office", work, partial(self._printed, row), partial(self._not_printed, row))

    def _printed(self, row: Line, printed: LetterPrinted) -> None:
        self._under_way.discard(row.id)
        if printed.later is None:
            self._host.notify(Notice(t.AFGEDRUKT.format(kenmerk=printed.kenmerk), Tone.GOOD))
        else:
            words = t.NOG_NIET.format(kenmerk=printed.kenmerk, zin=explain_code(printed.later))
            self._host.notify(Notice(words, Tone.WARN))

    def _not_printed(self, row: Line, error: WerkdeskError) -> None:
        self._under_way.discard(row.id)
        words = t.NOG_NIET.format(kenmerk=row.kenmerk, zin=explain(error))
        self._host.notify(Notice(words, Tone.BAD))

    @Slot(object)
    def _on_picked(self, row: object) -> None:
        if self.print_button.isEnabled() != (row is not None):
            self.print_button.setEnabled(row is not None)
            self.commands_changed.emit()
