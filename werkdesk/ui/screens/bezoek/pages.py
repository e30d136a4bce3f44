"""The pages of a visit, one of which is shown."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget

WHO, WHY, PERSON, WORK, PREVIEW, AGREEMENT = "who", "why", "person", "work", "preview", "agreement"


class VisitPages(QStackedWidget):
    """``go(name)``; ``here`` is the name of the page that is shown."""

    def __init__(self, pages: Mapping[str, QWidget]) -> None:
        super().__init__()
        self._pages = dict(pages)
        for page in self._pages.values():
            self.addWidget(page)

    def minimumSizeHint(self) -> QSize:
        """Room for the page that is shown; the others may be higher."""
        return self.page.minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        return False

    @property
    def here(self) -> str:
        """Name of the page that is shown."""
        shown = self.currentWidget()
        return next(name for name, page in self._pages.items() if page is shown)

    @property
    def page(self) -> QWidget:
        """The page that is shown."""
        return self._pages[self.here]

    def go(self, name: str) -> None:
        """Show this page."""
        self.setCurrentWidget(self._pages[name])
        self.updateGeometry()
