"""Columns that a table can do without when there is little room; what they say stands elsewhere too."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject

from werkdesk.ui.kit.half_gone import half_gone
from werkdesk.ui.kit.look import look, look_signals
from werkdesk.ui.kit.table import QuietTable


class NarrowColumns(QObject):
    """Hides ``columns`` of ``table`` while it is narrower than ``below`` pixels at 100 %."""

    def __init__(self, table: QuietTable, columns: Sequence[int], below: int) -> None:
        super().__init__(table)
        self._table, self._columns, self._below = table, tuple(columns), below
        table.installEventFilter(self)
        look_signals().changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Hide or show them for the present width."""
        narrow = self._table.width() < look().px(self._below)
        for column in self._columns:
            if self._table.isColumnHidden(column) != narrow:
                self._table.setColumnHidden(column, narrow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not half_gone(self) and event.type() == QEvent.Type.Resize:
            self.fit()
        return False
