"""The two dates of a line, short where there is little room: both are needed, also at 200 %."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject

from werkdesk.ui.kit.half_gone import half_gone
from werkdesk.ui.kit.look import look, look_signals
from werkdesk.ui.kit.rows_model import TableColumn
from werkdesk.ui.kit.table import QuietTable
from werkdesk.ui.screens.termijnen.rows import Line
from werkdesk.ui.teksten import lijsten as t
from werkdesk.ui.teksten import werklijst as w

SHORT_BELOW = 700
LONG, SHORT = (136, 108, 148), (86, 66, 104)
"""Widths of legal date, target date and what is left, in pixels at 100 %."""

LEAST_ROWS = 5
"""Rows that stay in sight where the page scrolls."""


class DateColumns(QObject):
    """``columns``: for the table; after :meth:`follow` they fit its width."""

    def __init__(self) -> None:
        super().__init__()
        self.is_short = False
        legal, target, left = LONG
        self.columns = (
            TableColumn(t.UITERLIJK, self._legal, legal, "strong"),
            TableColumn(w.STREEF, self._target, target, "soft"),
            TableColumn(t.NOG, self._left, left, "chip", tone=lambda line: line.tone),
        )

    def follow(self, table: QuietTable) -> None:
        """Fit the first three columns of this table from now on."""
        self.setParent(table)
        self._table = table
        table.installEventFilter(self)
        look_signals().changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Long or short words for the present width."""
        now = look()
        self.is_short = self._table.width() < now.px(SHORT_BELOW)
        for number, width in enumerate(SHORT if self.is_short else LONG):
            self._table.horizontalHeader().resizeSection(number, now.px(width))
        self._table.setMinimumHeight((LEAST_ROWS + 1) * now.row_height if self.is_short else 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not half_gone(self) and event.type() == QEvent.Type.Resize:
            self.fit()
        return False

    def _legal(self, line: Line) -> str:
        return line.uiterlijk_kort if self.is_short else line.uiterlijk

    def _target(self, line: Line) -> str:
        return line.streef_kort if self.is_short else line.streef

    def _left(self, line: Line) -> str:
        return line.nog_kort if self.is_short else line.nog
