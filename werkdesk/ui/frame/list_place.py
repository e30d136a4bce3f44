"""A place that is one list in a card: running dates, letters for later, own work of today."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from werkdesk.errors import WerkdeskError
from werkdesk.ui.frame.place_screen import PlaceScreen
from werkdesk.ui.kit.card import Card
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, Row
from werkdesk.ui.kit.look import look, look_signals
from werkdesk.ui.kit.rows_model import TableColumn
from werkdesk.ui.kit.scroll import Scroll
from werkdesk.ui.kit.table import QuietTable
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.texts import explain
from werkdesk.usecases.changes import Changes, Topic

LEAST_ROWS = 3
SETTLE = 120
"""Milliseconds in which a burst of changes becomes one reading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListWords:
    """What the list is called, what it says when it is empty, and its page in the handleiding."""

    title: str
    nothing: str
    help_key: str


class ListPlace(PlaceScreen):
    """Reads with ``read`` on lane ``cache`` when it is shown, and again when one of ``topics`` changes then.

    While it is hidden a change makes it stale and costs no reading; ``count`` (lane ``cache``, quick) then
    keeps its figure in the rail true, and ``always`` reads a list that is short by nature. One reading is
    under way at a time. ``data`` is what was read last, ``counted`` what ``count`` gave. Subclasses fill
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
        count: Callable[[], Any] | None = None,
        always: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self._read, self._topics, self.tasks = read, topics, tasks
        self._count, self._always = count, always
        self._words = words
        self._is_stale = self._is_reading = self._asked_again = False
        self.data: Any = None
        self.counted: Any = None
        self.setProperty("helpKey", words.help_key)
        self.remark = Label("", tone=Tone.NEUTRAL, wrap=True)
        self.table = QuietTable(words.title, columns, key=key)  # nothing is said before it is known
        self.table.opened.connect(self.open_row)
        self.head = Row(gap=12)
        self.head.addLayout(Column(gap=2).put(Label(words.title, "title"), self.remark), 1)
        self.card = Card()
        self.card.setAccessibleName(words.title)
        self.card.put(self.head, self.table)
        self.lay_out()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE)
        self._settle.timeout.connect(self.renew)
        tasks.changed.connect(self._on_changed)

    def lay_out(self) -> None:
        """Put the card on the page; at 200 % on a low screen what does not fit scrolls."""
        page = Scroll(gap=0, margins=(24, 20))
        page.body.addWidget(self.card, 1)
        Column(self).put(page)
        look_signals().changed.connect(self._keep_rows)
        self._keep_rows()

    @Slot()
    def _keep_rows(self) -> None:
        """Some rows stay in sight where the page scrolls."""
        self.table.setMinimumHeight((LEAST_ROWS + 1) * look().row_height)

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
        self.focus_list(self.table, has_rows=self.data is not None)
        if not self._is_reading:
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def panes(self) -> tuple[QWidget, ...]:
        return (self.table,)

    def reading(self) -> Callable[[], Any]:
        """What to do on lane ``cache`` now; a list with filters asks for those that are chosen."""
        return self._read

    @Slot()
    def renew(self) -> None:
        """Something changed: read again when it is seen; else only what stands in the rail."""
        if self.isVisible() or self._always:
            self.refresh()
            return
        self._is_stale = True
        if self._count is not None:
            self.tasks.run(self, "cache", self._count, self.show_count, _no_figure)

    @Slot()
    def refresh(self) -> None:
        """Read again; once more when it is asked during a reading."""
        if self._is_reading:
            self._asked_again = True
            return
        self._is_reading, self._is_stale = True, False
        self.tasks.run(self, "cache", self.reading(), self._arrived, self._not_read)

    def _arrived(self, data: Any) -> None:
        self._is_reading = False
        self.show_data(data)
        self._go_on()

    def _not_read(self, error: WerkdeskError) -> None:
        self._is_reading, self._is_stale = False, True
        self.show_failure(error)
        self._go_on()

    def _go_on(self) -> None:
        if self._asked_again:
            self._asked_again = False
            self.refresh()

    def show_count(self, counted: Any) -> None:
        """Keep the figure for the rail."""
        self.counted = counted
        self.heading_changed.emit()

    def show_data(self, data: Any) -> None:
        """Show what was read."""
        if self.data is None:
            self.table.show_nothing(self._words.nothing)
        self.data = data
        self.table.show_rows(self.rows_of(data))
        if self.hasFocus():
            self.focus_list(self.table, has_rows=True)
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


def _no_figure(_: WerkdeskError) -> None:
    """The figure in the rail stays as it was; the list itself says why when it is shown."""
