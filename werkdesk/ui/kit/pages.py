"""Pages on top of each other; each is built when it is first shown, so the first frame stays cheap."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget


class Pages(QStackedWidget):
    """``add(name, factory)``, ``go(name)``; ``went(str)`` after another page came up."""

    went = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._factories: dict[str, Callable[[], QWidget]] = {}
        self._built: dict[str, QWidget] = {}
        self.name = ""

    def add(self, name: str, factory: Callable[[], QWidget]) -> None:
        """Name a page; ``factory`` is called at its first showing."""
        self._factories[name] = factory

    def page(self, name: str) -> QWidget:
        """The page of this name, built when need be."""
        if name not in self._built:
            self._built[name] = self._factories[name]()
            self.addWidget(self._built[name])
        return self._built[name]

    def built(self, name: str) -> bool:
        """Whether the page was ever shown."""
        return name in self._built

    def go(self, name: str) -> QWidget:
        """Show a page and return it."""
        page = self.page(name)
        self.setCurrentWidget(page)
        if name != self.name:
            self.name = name
            self.went.emit(name)
        return page

    def drop(self, name: str) -> None:
        """Throw a built page away, with what it shows; it is built anew at the next showing."""
        page = self._built.pop(name, None)
        if page is not None:
            self.removeWidget(page)
            page.deleteLater()
            if self.name == name:
                self.name = ""
