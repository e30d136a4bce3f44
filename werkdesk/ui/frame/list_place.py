"""A place that is one list in a card: running dates, letters for later, own work of today."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QWidget

from werkdesk.errors import WerkdeskError
from werkdesk.ui.frame.narrow import NarrowColumns
from werkdesk.ui.frame.place_screen import PlaceScreen
from werkdesk.ui.kit.card import Card
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, Row
from werkdesk.ui.kit.rows_model import TableColumn
from werkdesk.ui.kit.scroll import Scroll
from werkdesk.ui.kit.table import QuietTable
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.texts import explain
from werkdesk.usecases.changes import Changes, Topic

SPARE_BELOW = 760
SETTLE = 120
"""Milliseconds in which a burst of changes becomes one reading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListWords:
    """What the list is called, what it says when it is empty, and its page in the handleiding."""

    title: str
    nothing: str
    help_key: str


class ListPlace(PlaceScreen):
    """Reads with ``read`` on lane ``cache`` and again when one of ``topics`` changes.

    ``spare``: columns that go when there is little room. ``data`` is what was read last. Subclasses fill
    :meth:`rows_of`, :meth:`remark_of` and :meth:`open_row`.
    """

    def __init__(
        self,
        name: str,
        words: ListWords,
        columns: Sequence[TableColumn],
        *,
        key: Callable[[Any], Hashable],
        read: Callable[[], Any],
        topics: Topic,
        tasks: Tasks,
        spare: Sequence[int] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self._read, self._topics, self.tasks = read, topics, tasks
        self.data: Any = None
        self.setProperty("helpKey", words.help_key)
        self.remark = Label("", tone=Tone.NEUTRAL, wrap=True)
        self.table = QuietTable(words.title, columns, key=key, nothing=words.nothing)
        self.table.opened.connect(self.open_row)
        NarrowColumns(self.table, spare, SPARE_BELOW)
        self.head = Row(gap=12)
        self.head.addLayout(Column(gap=2).put(Label(words.title, "title"), self.remark), 1)
        self.card = Card()
        self.card.setAccessibleName(words.title)
        self.card.put(self.head, self.table)
        self.lay_out()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE)
        self._settle.timeout.connect(self.refresh)
        tasks.changed.connect(self._on_changed)

    def lay_out(self) -> None:
        """Put the card on the page; at 200 % on a low screen what does not fit scrolls."""
        page = Scroll(gap=0)
        page.body.addWidget(self.card, 1)
        Column(self, margins=(24, 20)).put(page)

    def rows_of(self, data: Any) -> Sequence[Any]:
        """Rows for the table."""
        raise NotImplementedError

    def remark_of(self, data: Any) -> str:
        """The soft line under the title."""
        return ""

    @Slot(object)
    def open_row(self, row: Any) -> None:
        """Enter or double click on a row."""

    def came(self) -> None:
        self.focus_list(self.table, has_rows=bool(self.table.rows.rows))
        self.refresh()

    def panes(self) -> tuple[QWidget, ...]:
        return (self.table,)

    @Slot()
    def refresh(self) -> None:
        """Read again."""
        self.tasks.run(self, "cache", self._read, self.show_data, self.show_failure)

    def show_data(self, data: Any) -> None:
        """Show what was read."""
        self.data = data
        self.table.show_rows(self.rows_of(data))
        if self.hasFocus():
            self.focus_list(self.table, has_rows=bool(self.table.rows.rows))
        self.remark.set_tone(Tone.NEUTRAL)
        self.remark.setText(self.remark_of(data))
        self.heading_changed.emit()

    def show_failure(self, error: WerkdeskError) -> None:
        """Say in words why the list may be old; the rows stay."""
        self.remark.set_tone(Tone.BAD)
        self.remark.setText(explain(error))

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.topics & self._topics and not self._settle.isActive():
            self._settle.start()
