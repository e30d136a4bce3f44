"""Measures the words of a table and gives its columns their widths.

Words are measured once for each row that comes in; a column that was wide stays so until the letters change,
so that nothing moves when a row goes.
"""

from __future__ import annotations

import heapq

from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QTableView

from werkdesk.ui.kit.column_fit import Need, fit_columns, fits
from werkdesk.ui.kit.look import look
from werkdesk.ui.kit.paint import chip_width
from werkdesk.ui.kit.rows_model import RowsModel, TableColumn

PADDING = 10
"""Pixels at 100 % left and right of the words in a cell."""
HEADER = 6
"""Pixels at 100 % that Qt keeps around the words of a header beside the padding of the sheet."""
MOST_ROWS, LONGEST = 200, 6
"""Rows that are looked at, and how many of the longest words of a column are measured."""
MOST, LEAST = 340, 72
"""A column that stretches asks for no more than this, and is no narrower."""


class ColumnWidths:
    """``fit()`` after rows or room changed; ``forget()`` after the look changed."""

    def __init__(self, view: QTableView, rows: RowsModel) -> None:
        self._view, self._rows = view, rows
        self._off: set[int] = set()
        self._widest: dict[tuple[int, bool], int] = {}
        self._measured: tuple[object, ...] = ()

    def show(self, number: int, shown: bool) -> None:
        """Whether this column takes part at all."""
        (self._off.discard if shown else self._off.add)(number)
        self.fit()

    def forget(self) -> None:
        """Measure anew."""
        self._widest.clear()
        self._measured = ()
        self.fit()

    def fit(self) -> None:
        """Give every column its width; hide those for which there is no room."""
        view, rows, columns = self._view, self._rows, self._rows.columns
        self._measure()
        part = [number for number in range(len(columns)) if number not in self._off]
        room = view.viewport().width()
        needs = [self._need(number, short=False) for number in part]
        staying = [need for need in needs if not need.leaves]
        short = not fits(room, staying) and any(column.short for column in columns)
        if short:
            needs = [self._need(number, short=True) for number in part]
        widths = dict(zip(part, fit_columns(room, needs), strict=True))
        header = view.horizontalHeader()
        for number in range(len(columns)):
            width = widths.get(number, 0)
            if view.isColumnHidden(number) != (width == 0):
                view.setColumnHidden(number, width == 0)
            if width and header.sectionSize(number) != width:
                header.resizeSection(number, width)
        if short != rows.is_short:
            rows.is_short = short
            view.viewport().update()

    def _measure(self) -> None:
        rows = self._rows.rows[:MOST_ROWS]
        if rows == self._measured:
            return
        self._measured = rows
        for number, column in enumerate(self._rows.columns):
            for short in (False, True) if column.short else (False,):
                texts = {column.words(row, short=short) for row in rows}
                wide = max((_width(column, text) for text in heapq.nlargest(LONGEST, texts, len)), default=0)
                self._widest[number, short] = max(wide, self._widest.get((number, short), 0))

    def _need(self, number: int, *, short: bool) -> Need:
        now, column = look(), self._rows.columns[number]
        usual = now.px(column.width or 0)
        wide = self._widest.get((number, short and column.short is not None), 0)
        head = _width(column, column.title, "caption") + now.px(HEADER) if column.title else 0
        stretches = column.width is None
        most = now.px(MOST) if stretches else round(usual * 1.5)
        least = min(max(wide, head), now.px(LEAST))
        words = max(head, min(wide, most), now.px(2 * PADDING + 4))
        wanted = 0 if short else usual
        if column.leaves and not stretches:  # rather an ellipsis in a long one than no column at all
            words, wanted = min(words, max(usual, head)), max(wanted, words)
        return Need(words=words, usual=wanted, least=least, stretches=stretches, leaves=column.leaves)


def _width(column: TableColumn, text: str, font: str = "") -> int:
    now = look()
    around = now.px(2 * PADDING) + 2
    if column.style == "chip" and not font:
        return round(chip_width(text)) + around if text else 0
    kind = font or ("strong" if column.style == "strong" else "body")
    return round(QFontMetricsF(now.font(kind)).horizontalAdvance(text)) + around
