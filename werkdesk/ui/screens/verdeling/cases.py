"""The cases of one colleague, with a mark before those that go to somebody else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent

from werkdesk.ui.kit.buttons import PrimaryButton
from werkdesk.ui.kit.card import Card
from werkdesk.ui.kit.field import HELP_KEY
from werkdesk.ui.kit.half_gone import half_gone
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, Row
from werkdesk.ui.kit.look import look
from werkdesk.ui.kit.rows_model import TableColumn
from werkdesk.ui.kit.table import QuietTable
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.teksten import verdeling as t
from werkdesk.usecases.werkvoorraad import Werklast, WerkRow

_PLAIN = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier
LEAST_ROWS = 6
EIGENAAR = 5
"""Column: whose case it is stands there only when the cases of everybody do."""


class CasesCard(Card):
    """``show_cases(who, rows)``. Space marks a case, Ctrl+A all of them; Enter opens the dossier.

    ``may_give``: owner -> whether who looks may give that case. ``opened(WerkRow)``; ``give_asked()``: what
    is :meth:`picked` has to go to somebody else; ``picks_changed()``.
    """

    opened = Signal(object)
    give_asked = Signal()
    picks_changed = Signal()

    def __init__(self, give_key: str, may_give: Callable[[str], bool]) -> None:
        super().__init__()
        self._may_give = may_give
        self.who: Werklast | None = None
        self.marked: set[UUID] = set()
        self.heading = Label(t.GEEN_COLLEGA, "title", wrap=True)
        self.remark = Label("", tone=Tone.NEUTRAL, wrap=True)
        self.give_button = PrimaryButton(t.GEEF_AAN_KNOP, give_key, icon="users")
        self.give_button.clicked.connect(self.give_asked)
        self.table = QuietTable(
            t.ZAKEN,
            (
                TableColumn("", self._mark, 44, "tick"),
                TableColumn(t.OUD, t.oud, 88, "soft"),
                TableColumn(t.STAP, t.stap),
                TableColumn(t.VOOR, t.voor, 112, "chip", tone=t.toon),
                TableColumn(t.KLANT, lambda row: row.klant),
                TableColumn(t.EIGENAAR, t.eigenaar, 140, "soft", leaves=1),
                TableColumn(t.KENMERK, lambda row: row.kenmerk, 132, "soft", leaves=2),
            ),
            key=lambda row: row.melding,
            nothing=t.GEEN_ZAKEN,
        )
        self.table.setProperty(HELP_KEY, "verdeling")
        self.table.opened.connect(self.opened)
        self.table.picked.connect(self._on_picked)
        self.table.installEventFilter(self)
        head = Row(gap=12)
        head.addLayout(Column(gap=2).put(self.heading, self.remark), 1)
        head.put(self.give_button)
        self.put(head, self.table)
        self.setAccessibleName(t.ZAKEN)

    def show_cases(self, who: Werklast | None, rows: Sequence[WerkRow]) -> None:
        """Show what one colleague carries; marks stay for the same colleague."""
        if self.who is None or who is None or who.eigenaar != self.who.eigenaar:
            self.marked.clear()
        self.who = who
        self.marked &= {row.melding for row in rows}
        self.table.show_column(EIGENAAR, who is not None and not who.eigenaar)
        self.heading.setText(t.zaken_van(who) if who is not None else t.GEEN_COLLEGA)
        self.table.show_rows(rows)
        self._say()

    def picked(self) -> tuple[UUID, ...]:
        """The marked cases; without marks the one that is chosen."""
        marked = tuple(row.melding for row in self.table.rows.rows if row.melding in self.marked)
        chosen = self.table.chosen()
        return marked or ((chosen.melding,) if chosen is not None else ())

    def may_be_given(self) -> bool:
        """Whether who looks may give what is :meth:`picked`; before that, whether there is any."""
        rows, picked = self.table.rows.rows, set(self.picked())
        if picked:
            return all(self._may_give(row.eigenaar) for row in rows if row.melding in picked)
        return not rows or any(self._may_give(row.eigenaar) for row in rows)

    def set_flowing(self, flowing: bool) -> None:
        """Under the list of colleagues the table keeps some height of its own."""
        self.table.setMinimumHeight((LEAST_ROWS + 1) * look().row_height if flowing else 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space and Ctrl+A mark; the table itself would choose other rows with them."""
        if half_gone(self) or not (isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress):
            return False
        if event.key() == Qt.Key.Key_Space and event.modifiers() in _PLAIN:
            self.mark_chosen()
            return True
        if event.key() == Qt.Key.Key_A and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.mark_all()
            return True
        return False

    def mark_chosen(self) -> None:
        """Mark the chosen case, or not any more, and go to the next."""
        row = self.table.chosen()
        if row is None:
            return
        self.marked ^= {row.melding}
        place = self.table.rows.place_of(row.melding) + 1
        if place < self.table.rows.rowCount():
            self.table.selectRow(place)
        self._marks_changed()

    def mark_all(self) -> None:
        """Mark every case; none when all of them are."""
        every = {row.melding for row in self.table.rows.rows}
        self.marked = set() if self.marked == every else every
        self._marks_changed()

    def _marks_changed(self) -> None:
        self.table.viewport().update()
        self._say()

    @Slot(object)
    def _on_picked(self, _: WerkRow | None) -> None:
        self._say()

    def _say(self) -> None:
        count = len(self.marked)
        shown, total = self.table.rows.rowCount(), self.who.zaken if self.who is not None else 0
        may = self.may_be_given()
        self.remark.setText(t.gekozen(count, shown, total) if may else t.NIET_DOOR_U)
        self.give_button.setEnabled(may and bool(self.picked()))
        self.picks_changed.emit()

    def _mark(self, row: WerkRow) -> str:
        return t.MERK if row.melding in self.marked else ""
