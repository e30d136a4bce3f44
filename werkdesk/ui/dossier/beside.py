"""Two things beside each other, or under each other with the page scrolling when there is no room."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from werkdesk.ui.kit.layout import Column, Margins, four
from werkdesk.ui.kit.look import look, look_signals
from werkdesk.ui.kit.scroll import Scroll

FOLD_BELOW = 820
LEAST = 360
Flow = Callable[[bool], None]


class Block(QWidget):
    """As high as the room; as high as what is in it while ``flowing``."""

    flowing = False

    def hasHeightForWidth(self) -> bool:
        return self.flowing and super().hasHeightForWidth()


class Beside(QWidget):
    """``main`` and ``side`` share the width; on a narrow page they stand under each other.

    ``flow(bool)``: whoever scrolls inside is told to stop or start doing so. ``margins``: of the page,
    when it is the whole page; they scroll with it.
    """

    def __init__(
        self,
        main: QWidget,
        side: QWidget,
        *,
        shares: tuple[int, int] = (7, 3),
        flow: Flow,
        least: int = 0,
        margins: Margins = 0,
    ) -> None:
        super().__init__()
        self._sides = 2 * four(margins)[0]
        self._flow, self._main, self._least = flow, main, least
        self._block = Block()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._block)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(main, shares[0])
        self._box.addWidget(side, shares[1])
        self._pane = Scroll(gap=0, margins=margins)
        self._pane.body.addWidget(self._block, 1)
        Column(self).put(self._pane)
        look_signals().changed.connect(self._fit)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Small enough to be folded: what does not fit then, scrolls."""
        return QSize(look().px(LEAST), look().px(LEAST) // 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        now = look()
        folded = self.width() - now.space(self._sides) < now.px(FOLD_BELOW)
        way = QBoxLayout.Direction
        self._box.setSpacing(now.space(16))
        self._box.setDirection(way.TopToBottom if folded else way.LeftToRight)
        self._block.flowing = folded
        self._main.setMinimumHeight(now.px(self._least) if folded else 0)
        self._flow(folded)
