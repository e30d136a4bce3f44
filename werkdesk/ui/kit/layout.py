"""Layouts whose margins and gaps are tokens: they follow scale and density at run time."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QLayoutItem, QVBoxLayout, QWidget

from werkdesk.ui.kit.look import look, look_signals

Margins = int | tuple[int, int] | tuple[int, int, int, int]
"""At 100 %: all sides, (left-right, top-bottom), or (left, top, right, bottom)."""


def four(margins: Margins) -> tuple[int, int, int, int]:
    """Spread short forms of margins over four sides."""
    if isinstance(margins, int):
        return margins, margins, margins, margins
    if len(margins) == 2:
        return margins[0], margins[1], margins[0], margins[1]
    return margins


class _Spaced(Protocol):
    def setContentsMargins(self, left: int, top: int, right: int, bottom: int, /) -> None: ...  # noqa: N802
    def setSpacing(self, space: int, /) -> None: ...  # noqa: N802


def _measure(layout: _Spaced, margins: tuple[int, int, int, int], gap: int) -> None:
    now = look()
    left, top, right, bottom = (now.space(side) for side in margins)
    layout.setContentsMargins(left, top, right, bottom)
    layout.setSpacing(now.space(gap))


class Column(QVBoxLayout):
    """Widgets under each other. ``gap`` and ``margins`` at 100 %."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 12, margins: Margins = 0) -> None:
        super().__init__(*(() if parent is None else (parent,)))
        self._gap, self._sides = gap, four(margins)
        self._fit()
        look_signals().changed.connect(self._fit)

    @Slot()
    def _fit(self) -> None:
        _measure(self, self._sides, self._gap)

    def put(self, *items: QWidget | QLayout | int) -> Column:
        """Add widgets and layouts; a number is a stretch."""
        _put(self, items)
        return self


class Row(QHBoxLayout):
    """Widgets beside each other. ``gap`` and ``margins`` at 100 %."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 12, margins: Margins = 0) -> None:
        super().__init__(*(() if parent is None else (parent,)))
        self._gap, self._sides = gap, four(margins)
        self._fit()
        look_signals().changed.connect(self._fit)

    @Slot()
    def _fit(self) -> None:
        _measure(self, self._sides, self._gap)

    def set_gap(self, gap: int) -> None:
        """Another gap, at 100 %."""
        self._gap = gap
        self._fit()

    def put(self, *items: QWidget | QLayout | int) -> Row:
        """Add widgets and layouts; a number is a stretch."""
        _put(self, items)
        return self


class Grid(QGridLayout):
    """Fields in columns of equal width; ``put`` fills rows from left to right."""

    def __init__(
        self, parent: QWidget | None = None, *, columns: int = 2, gap: int = 16, margins: Margins = 0
    ) -> None:
        super().__init__(*(() if parent is None else (parent,)))
        self._columns, self._next = columns, 0
        self._gap, self._sides = gap, four(margins)
        for column in range(columns):
            self.setColumnStretch(column, 1)
            self.setColumnMinimumWidth(column, 0)
        self._fit()
        look_signals().changed.connect(self._fit)

    @Slot()
    def _fit(self) -> None:
        _measure(self, self._sides, self._gap)
        self.setVerticalSpacing(look().px(4))

    def put(self, widget: QWidget, span: int = 1) -> Grid:
        """Add a widget over ``span`` columns, on a new row when it does not fit on this one."""
        row, column = divmod(self._next, self._columns)
        if column + span > self._columns:
            row, column = row + 1, 0
        self.addWidget(widget, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
        self._next = row * self._columns + column + span
        return self


def _put(layout: QVBoxLayout | QHBoxLayout, items: tuple[QWidget | QLayout | int, ...]) -> None:
    for item in items:
        if isinstance(item, int):
            layout.addStretch(item)
        elif isinstance(item, QWidget):
            layout.addWidget(item)
        else:
            layout.addLayout(item)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let Qt delete the widgets."""
    while (item := _take(layout)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def _take(layout: QLayout) -> QLayoutItem | None:
    return layout.takeAt(0) if layout.count() else None
