"""Questions that were answered: what was chosen, and what was not chosen and by whom it was typed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from werkdesk.ui.kit.card import Card
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.rows_model import TableColumn
from werkdesk.ui.kit.table import QuietTable
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.outbox.question_words import Answered, answered_line
from werkdesk.ui.teksten import vragen as t
from werkdesk.usecases.vraagrijen import AfgedaanRow


class AnsweredList(Card):
    """Hidden while nothing was answered. The line under the table tells the chosen row in full."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(t.AFGEDAAN, parent=parent)
        columns = (
            TableColumn(t.KOLOM_VRAAG, lambda line: line.vraag, None, "strong"),
            TableColumn(t.KOLOM_GEKOZEN, lambda line: line.gekozen, 200),
            TableColumn(t.KOLOM_ANDERS, lambda line: line.anders, 330, "soft", leaves=1),
            TableColumn(t.KOLOM_DOOR, lambda line: line.door, 210, "soft", leaves=2),
        )
        self.table = QuietTable(t.AFGEDAAN, columns, key=lambda line: line.id, nothing=t.AFGEDAAN_LEEG)
        self.table.picked.connect(self._tell)
        self.detail = Label("", tone=Tone.NEUTRAL, wrap=True)
        self.put(self.table, self.detail)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def show_answers(self, rows: Sequence[AfgedaanRow], now: datetime) -> None:
        """Show these, newest first."""
        self.table.show_rows([answered_line(row, now) for row in rows])
        self.table.setFixedHeight(self.table.full_height())
        self.setVisible(bool(rows))
        self._tell(self.table.chosen())

    @Slot(object)
    def _tell(self, line: Answered | None) -> None:
        self.detail.setText(line.zin if line is not None else "")
