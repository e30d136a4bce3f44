"""Every version of the office's rules: what waits for you first, then what became of the others."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from werkdesk.errors import WerkdeskError
from werkdesk.ui.dossier.beside import Beside
from werkdesk.ui.kit.buttons import PlainButton
from werkdesk.ui.kit.card import Card
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, Row
from werkdesk.ui.kit.rows_model import TableColumn
from werkdesk.ui.kit.table import QuietTable
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.regels.oordeel import HELP, Judgement, tone_of
from werkdesk.ui.teksten import regels_beheer as t
from werkdesk.ui.texts import explain
from werkdesk.usecases.regels.voorstellen import Voorstel

LEAST = 320


class ProposalsPage(QWidget):
    """``picked(Voorstel | None)``: read it whole. ``again``: ask the register anew."""

    picked = Signal(object)
    again = Signal()

    def __init__(self, choose: Callable[[], str], save_key: str) -> None:
        super().__init__()
        self._names: Mapping[str, str] = {}
        self.setProperty("helpKey", HELP)
        self.table = QuietTable(
            t.VOORSTEL_TITEL, self._columns(), key=lambda row: row.id, nothing=t.VOORSTEL_LEEG
        )
        self.remark = Label(t.VOORSTEL_REGEL, tone=Tone.NEUTRAL, wrap=True)
        self.reload = PlainButton(t.OPNIEUW_LEZEN)
        self.reload.clicked.connect(self.again)
        self.judgement = Judgement(choose, save_key)
        left = Card()
        left.setAccessibleName(t.VOORSTEL_TITEL)
        left.put(Column(gap=2).put(Label(t.VOORSTEL_TITEL, "title", wrap=True), self.remark))
        left.put(self.table, Row().put(self.reload, 1))
        self.table.setMinimumHeight(0)
        beside = Beside(
            left, self.judgement, shares=(1, 1), flow=self.judgement.reading.set_flowing, least=LEAST
        )
        Column(self).put(beside)
        self.table.picked.connect(self._on_picked)
        self.table.opened.connect(self._to_reading)

    def show_rows(self, rows: Sequence[Voorstel], namen: Mapping[str, str]) -> None:
        """Show the versions; the chosen one stays chosen."""
        self._names = namen
        self.remark.set_tone(Tone.NEUTRAL)
        self.remark.setText(t.VOORSTEL_REGEL)
        self.table.show_nothing(t.VOORSTEL_LEEG)
        self.table.show_rows(rows)
        if self.table.chosen() is None and rows:
            self.table.choose(rows[0].id)
        self._on_picked(self.table.chosen())

    def show_failure(self, error: WerkdeskError) -> None:
        """Say why there is no news; what stands here stays."""
        self.remark.set_tone(Tone.BAD)
        self.remark.setText(explain(error))
        self.table.show_nothing("")

    @Slot(object)
    def _to_reading(self, _: Voorstel) -> None:
        """Enter: read what it changes, with the arrows."""
        self.judgement.reading.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_picked(self, row: Voorstel | None) -> None:
        known = self.judgement.voorstel
        if row is not None and row == known and self.judgement.inzage is not None:
            return
        self.judgement.show_voorstel(row, self._names)
        self.picked.emit(row)

    def _columns(self) -> tuple[TableColumn, ...]:
        return (
            TableColumn(t.VERSIE, lambda row: str(row.nummer), 76, "strong"),
            TableColumn(t.STAND, t.stand, 178, "chip", tone=tone_of),
            TableColumn(t.DOOR, lambda row: t.wie(row.door, self._names)),
            TableColumn(t.OP, lambda row: t.moment(row.op), 104, "soft", leaves=2),
            TableColumn(t.GAAT_IN_KOP, t.gaat_in, 168, "soft", leaves=1),
            TableColumn(t.ANDERS, t.voorstel_anders, 300, "soft", leaves=3),
        )
