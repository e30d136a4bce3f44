"""Which words of a table end in an ellipsis at its present width."""

from __future__ import annotations

from PySide6.QtGui import QFontMetricsF

from werkdesk.ui.kit.look import look
from werkdesk.ui.kit.paint import chip_width
from werkdesk.ui.kit.table import QuietTable


def cut_words(table: QuietTable) -> list[str]:
    """Titles and cells that do not fit their column, of the columns that are shown."""
    now = look()
    cut: list[str] = []
    for number, column in enumerate(table.rows.columns):
        if table.isColumnHidden(number):
            continue
        room = table.columnWidth(number) - 2 * now.px(10)
        title = QFontMetricsF(now.font("caption")).horizontalAdvance(column.title)
        cut += [column.title] if title > room else []
        for row in table.rows.rows:
            text = column.words(row, short=table.rows.is_short)
            font = now.font("strong" if column.style == "strong" else "body")
            wide = QFontMetricsF(font).horizontalAdvance(text)
            needed = 0.0 if column.style == "tick" else chip_width(text) if column.style == "chip" else wide
            cut += [text] if text and needed > room else []
    return cut
