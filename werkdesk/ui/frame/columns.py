"""A main column and a side column that folds under it when there is no room: 1366 x 768, or 200 %."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from werkdesk.ui.kit.card import Clear
from werkdesk.ui.kit.layout import Column
from werkdesk.ui.kit.look import look, look_signals
from werkdesk.ui.kit.scroll import Scroll

SIDE_WIDTH = 372
FOLD_BELOW = 860
GAP = 16


class Columns(QWidget):
    """``Columns(main, (card, card))``. Wide: side by side, the side column scrolls by itself when it is high.

    Narrower than ``fold_below`` pixels at 100 %: one column that scrolls, main first. The order of Tab stays.
    """

    def __init__(
        self,
        main: QWidget,
        side: Sequence[QWidget],
        *,
        side_width: int = SIDE_WIDTH,
        fold_below: int = FOLD_BELOW,
        main_least: int = 420,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._main, self._side_width, self._fold_below = main, side_width, fold_below
        self._main_least = main_least
        self.folded = False
        self.side = Clear()
        column = Column(self.side, gap=GAP).put(*side)
        column.addStretch(1)
        self._page = Scroll(margins=(24, 20), gap=GAP)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.addWidget(main, 1)
        self._box.addWidget(self.side, 0)
        self._page.body.addLayout(self._box, 1)
        self.side.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        outer = Column(self)
        outer.addWidget(self._page)
        self._fit()
        look_signals().changed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        now = look()
        self.folded = self.width() < now.px(self._fold_below)
        self._box.setSpacing(now.px(GAP))
        way = QBoxLayout.Direction.TopToBottom if self.folded else QBoxLayout.Direction.LeftToRight
        if self._box.direction() != way:
            self._box.setDirection(way)
        if self.folded:
            self.side.setMinimumWidth(0)
            self.side.setMaximumWidth(16_777_215)
            self.side.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            self._main.setMinimumHeight(now.px(self._main_least))
            self._box.setAlignment(self.side, Qt.AlignmentFlag(0))
        else:
            self.side.setFixedWidth(now.px(self._side_width))
            self._main.setMinimumHeight(0)
