"""Content that scrolls inside its card where there is room, and flows with the page where there is not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent

from werkdesk.ui.kit.half_gone import half_gone
from werkdesk.ui.kit.layout import Margins
from werkdesk.ui.kit.scroll import Scroll


class FlowingScroll(Scroll):
    """A ``Scroll`` that can be told to be as high as what is in it (200 %, small screens)."""

    def __init__(self, *, gap: int = 12, margins: Margins = 0) -> None:
        super().__init__(gap=gap, margins=margins)
        self._flowing = False

    def set_flowing(self, flowing: bool) -> None:
        """Flow with the page, or scroll by itself."""
        self._flowing = flowing
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if flowing else policy.ScrollBarAsNeeded)
        self._fit_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not half_gone(self) and watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self._fit_height()
        return super().eventFilter(watched, event)

    def _fit_height(self) -> None:
        height = 0
        if self._flowing:
            width = self.viewport().width()
            height = self.body.totalHeightForWidth(width) if self.body.hasHeightForWidth() else 0
            height = max(height, self.body.totalMinimumSize().height()) + 2
        if self.minimumHeight() != height:
            self.setMinimumHeight(height)
