"""A list place with filters above it: digits choose what is shown, from the list as well."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from werkdesk.ui.frame.list_place import ListPlace
from werkdesk.ui.kit.choice_strip import ChoiceStrip
from werkdesk.ui.kit.field import HELP_KEY
from werkdesk.ui.kit.half_gone import half_gone
from werkdesk.ui.kit.tokens import Tone


class FilteredList(ListPlace):
    """Call ``add_filters`` once after ``ListPlace.__init__``. Subclasses fill ``lines`` in ``rows_of`` and
    say in :meth:`keep` which belong to a filter.
    """

    filters: ChoiceStrip
    lines: tuple[Any, ...] = ()

    def add_filters(
        self, name: str, options: list[tuple[str, str]], nothing: Mapping[str, str], help_key: str
    ) -> None:
        """Put the strip above the table, with the first one chosen."""
        self._nothing_of = dict(nothing)
        self.filters = ChoiceStrip(name, options, help_key=help_key)
        self.filters.set_value(options[0][0])
        self.filters.chosen.connect(self._on_filter)
        self.card.body.insertWidget(1, self.filters)
        self.table.installEventFilter(self)
        self.table.picked.connect(self._on_picked)

    def nothing(self) -> str:
        return self._nothing_of[self.filters.value()]

    def keep(self, name: str) -> Sequence[Any]:
        """The lines of one filter."""
        raise NotImplementedError

    def help_key_of(self, line: Any) -> str:
        """What F1 explains on a line."""
        raise NotImplementedError

    def show_counts(self, tones: Mapping[str, Tone]) -> None:
        """How many lines each filter has."""
        notes: dict[str, tuple[str, Tone]] = {}
        for row in self.filters.rows:
            name = row.option.value
            count = len(self.keep(name))
            notes[name] = (str(count), tones.get(name, Tone.NEUTRAL) if count else Tone.NEUTRAL)
        self.filters.show_notes(notes)

    def panes(self) -> tuple[QWidget, ...]:
        return (self.filters, self.table)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Digits answer in the list too."""
        if half_gone(self) or not (isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress):
            return False
        row = next((row for row in self.filters.rows if row.key and row.key == event.text()), None)
        if row is None:
            return False
        self.filters.set_value(row.option.value)
        self._on_filter(row.option.value)
        return True

    @Slot(str)
    def _on_filter(self, name: str) -> None:
        self.table.show_nothing(self.nothing())
        self.table.show_rows(self.keep(name))
        if self.table.hasFocus() and self.table.chosen() is None and self.table.rows.rows:
            self.table.selectRow(0)

    @Slot(object)
    def _on_picked(self, line: Any) -> None:
        self.table.setProperty(HELP_KEY, self.help_key_of(line) if line is not None else "")
