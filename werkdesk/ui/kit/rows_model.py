"""Rows for tables. New rows are compared by key, so selection and scroll stay where staff left them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from werkdesk.ui.kit.tokens import Tone

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class TableColumn:
    """``text``: row -> words. ``width``: its usual width in pixels at 100 %, wider when its words are so;
    ``None`` shares what is left.

    ``style``: ``body``, ``strong``, ``soft``, ``chip`` or ``tick``; a chip takes its tone from ``tone``, and
    empty words give no chip; a tick is a small square, ticked when there are words. ``right``: figures to the
    right. ``leaves``: 0 stays; else the column goes where there is no room for all, the highest first; what
    it says stands elsewhere too. ``short``: shorter words for when even that does not make room.
    """

    title: str
    text: Callable[[Any], str]
    width: int | None = None
    style: str = "body"
    tone: Callable[[Any], Tone] | None = None
    right: bool = False
    leaves: int = 0
    short: Callable[[Any], str] | None = None

    def words(self, row: Any, *, short: bool) -> str:
        """What stands in the cell."""
        return self.short(row) if short and self.short is not None else self.text(row)


class RowsModel(QAbstractTableModel):
    """A table over frozen rows. ``key``: row -> something that stays the same while the row changes."""

    def __init__(
        self, columns: Sequence[TableColumn], key: Callable[[Any], Hashable], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns, self._key = tuple(columns), key
        self.is_short = False
        self._rows: list[Any] = []

    @property
    def rows(self) -> tuple[Any, ...]:
        """The rows as shown."""
        return tuple(self._rows)

    def row(self, number: int) -> Any:
        """The row at a place; ``None`` outside the table."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def place_of(self, key: Hashable) -> int:
        """Place of the row with this key, or -1."""
        return next((place for place, row in enumerate(self._rows) if self._key(row) == key), -1)

    def replace(self, rows: Sequence[Any]) -> None:
        """Show these rows: removes, sorts, inserts and renews only what differs. Keys must be unique."""
        wanted = list(rows)
        places = {self._key(row): place for place, row in enumerate(wanted)}
        self._remove(places)
        self._sort(places)
        self._insert(wanted)
        self._renew(wanted)

    def _remove(self, places: dict[Hashable, int]) -> None:
        gone = [place for place, row in enumerate(self._rows) if self._key(row) not in places]
        for first, last in reversed(list(_runs(gone))):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()

    def _sort(self, places: dict[Hashable, int]) -> None:
        order = sorted(range(len(self._rows)), key=lambda place: places[self._key(self._rows[place])])
        if order == list(range(len(order))):
            return
        self.layoutAboutToBeChanged.emit()
        new_place = {old: new for new, old in enumerate(order)}
        before = self.persistentIndexList()
        self._rows = [self._rows[old] for old in order]
        after = [self.index(new_place[index.row()], index.column()) for index in before]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _insert(self, wanted: list[Any]) -> None:
        have = {self._key(row) for row in self._rows}
        fresh = [place for place, row in enumerate(wanted) if self._key(row) not in have]
        for first, last in _runs(fresh):
            self.beginInsertRows(QModelIndex(), first, last)
            self._rows[first:first] = wanted[first : last + 1]
            self.endInsertRows()

    def _renew(self, wanted: list[Any]) -> None:
        changed = [place for place, row in enumerate(wanted) if self._rows[place] != row]
        self._rows = wanted
        last_column = len(self.columns) - 1
        for first, last in _runs(changed):
            self.dataChanged.emit(self.index(first, 0), self.index(last, last_column))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[index.column()].words(self._rows[index.row()], short=self.is_short)
        if role == ROW_ROLE:
            return self._rows[index.row()]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and section < len(self.columns):
            column = self.columns[section]
            if role == Qt.ItemDataRole.DisplayRole:
                return column.title
            if role == Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
        return None


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Ascending places as (first, last) of unbroken runs."""
    start = previous = None
    for place in places:
        if start is None or previous is None:
            start = place
        elif place != previous + 1:
            yield start, previous
            start = place
        previous = place
    if start is not None and previous is not None:
        yield start, previous
