"""A pile of rows that grows and shrinks: the years of a training, and its payments."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QWidget

from werkdesk.ui.kit.buttons import PlainButton
from werkdesk.ui.kit.field import Field
from werkdesk.ui.kit.layout import Column
from werkdesk.ui.screens.overeenkomst.payment import PaymentRow
from werkdesk.ui.screens.overeenkomst.year import YearRow

R = TypeVar("R", YearRow, PaymentRow)


class Pile(Generic[R]):
    """``make(number)`` gives a row. ``least`` and ``most`` rows; ``more`` is the button that adds one.

    ``changed()``: something was typed, or a row came or went; ``fitted()``: the order of Tab is another one.
    """

    def __init__(
        self, make: Callable[[int], R], more: PlainButton, *, least: int, most: int,
        changed: Callable[[], None], fitted: Callable[[], None],
    ) -> None:  # fmt: skip
        self._make: Callable[[int], R] = make
        self.more, self._least, self._most = more, least, most
        self._changed, self._fitted = changed, fitted
        self.box = Column(gap=20)
        self.rows: list[R] = []
        more.clicked.connect(self.add)

    def show_texts(self, texts: Sequence[Mapping[str, str]]) -> None:
        """Exactly these rows."""
        while self.rows:
            self._drop(self.rows[-1])
        for one in texts:
            self._put(one)
        self._fit()

    def add(self) -> None:
        """One more, and go there."""
        row = self._put({})
        self._fit()
        row.first().setFocus(Qt.FocusReason.OtherFocusReason)
        self._changed()

    def texts(self) -> list[dict[str, str]]:
        """What stands in every row."""
        return [row.texts() for row in self.rows]

    def names(self) -> dict[str, Field]:
        """Every field by the name that an error carries."""
        return {name: field for row in self.rows for name, field in row.names().items()}

    def stops(self) -> list[QWidget]:
        """Where Tab stops."""
        return [*(stop for row in self.rows for stop in row.stops()), self.more]

    def _put(self, texts: Mapping[str, str]) -> R:
        row = self._make(len(self.rows))
        row.show_texts(texts)
        for signal, slot in ((row.changed, self._changed), (row.gone, self._take_out)):
            _connect(signal, slot)
        self.rows.append(row)
        self.box.addWidget(row)
        return row

    def _take_out(self, row: R) -> None:
        if len(self.rows) > self._least:
            self._drop(row)
            self._fit()
            stay = self.rows[-1].first() if self.rows else self.more
            stay.setFocus(Qt.FocusReason.OtherFocusReason)
            self._changed()

    def _drop(self, row: R) -> None:
        self.rows.remove(row)
        self.box.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _fit(self) -> None:
        for number, row in enumerate(self.rows):
            row.renumber(number)
            row.away.setVisible(len(self.rows) > self._least)
        self.more.setEnabled(len(self.rows) < self._most)
        self._fitted()


def _connect(signal: SignalInstance, slot: Callable[..., None]) -> None:
    signal.connect(slot)
