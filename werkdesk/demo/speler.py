"""Plays a person at the keyboard: real key events to the focused control, every key counted.

Nothing here reaches into a screen: it presses keys, waits until something can be seen, and takes pictures.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QDeadlineTimer, QEventLoop, Qt, QThread
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from werkdesk.errors import Unavailable

GLANCE = 0.2
"""Seconds before a picture: a grab in the middle of a new layout shows what nobody ever sees."""
NAP_MS = 5
"""Between two looks at the window. Looking without a pause keeps the processor from the threads that read and
write: signing in took ten times as long."""


@dataclass(slots=True)
class Stap:
    """One step of the script: its name, how long it took (seconds) and how many keys it cost."""

    naam: str
    seconden: float = 0.0
    toetsen: int = 0
    beeld: str | None = None


@dataclass(slots=True)
class Speler:
    """Presses keys in ``window`` and keeps the score. ``pictures``: folder for PNG files, or ``None``."""

    window: QWidget
    pictures: Path | None = None
    stappen: list[Stap] = field(default_factory=list)
    _keys: int = 0

    @contextmanager
    def stap(self, naam: str, beeld: str | None = None) -> Iterator[None]:
        """Count time and keys of what happens inside; then take a picture called ``beeld``.

        A step that fails leaves a picture of what was on the screen, named after it.
        """
        began, keys = time.monotonic(), self._keys
        try:
            yield
        except Exception:
            self.picture(f"mislukt-{beeld or naam.replace(' ', '-')}")
            raise
        step = Stap(naam, round(time.monotonic() - began, 3), self._keys - keys)
        if beeld is not None:
            step.beeld = self.picture(beeld)
        self.stappen.append(step)

    def press(self, *sequences: str) -> None:
        """Press key combinations such as ``F8`` or ``Ctrl+Return``, each on what has the focus."""
        for text in sequences:
            combination = QKeySequence(text)[0]  # type: ignore[index]  # the stubs forget __getitem__
            QTest.keyClick(self._target(), combination.key(), combination.keyboardModifiers())
            self._keys += 1
            self.settle()

    def press_until(self, sequence: str, seen: Callable[[], object], most: int) -> None:
        """Press the same key until something is so, as one does to go round the panes."""
        for _ in range(most):
            if seen():
                return
            self.press(sequence)
        self.until(seen, sequence)

    def type(self, text: str) -> None:
        """Type text, one key for each character."""
        for character in text:
            QTest.keyClicks(self._target(), character)
            self._keys += 1
        self.settle()

    def until(self, seen: Callable[[], object], what: str, seconds: float = 60.0) -> None:
        """Let the window work until ``seen`` is true. Raises ``Unavailable('demo.wacht')``."""
        deadline = QDeadlineTimer(int(seconds * 1000))
        while not seen():
            if deadline.hasExpired():
                raise Unavailable("demo.wacht", waarop=what)
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            QThread.msleep(NAP_MS)

    def settle(self) -> None:
        """Let everything that is already waiting happen."""
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)

    def settle_for(self, seconds: float) -> None:
        """Look at the screen for a moment, as a person does; the window goes on working."""
        deadline = QDeadlineTimer(int(seconds * 1000))
        while not deadline.hasExpired():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            QThread.msleep(NAP_MS)

    def picture(self, naam: str) -> str | None:
        """Save what the window shows; the file's name, or ``None`` without a folder."""
        if self.pictures is None:
            return None
        self.settle_for(GLANCE)
        name = f"{naam}.png"
        self.window.grab().save(str(self.pictures / name))
        return name

    def texts(self) -> str:
        """All words that are visible in the window, one block; what a colleague could read."""
        seen: list[str] = []
        for child in self.window.findChildren(QWidget):
            if child.isVisibleTo(self.window):
                seen += _words_of(child)
        return "\n".join(seen)

    def _target(self) -> QWidget:
        if not self.window.isActiveWindow():
            self.window.activateWindow()
            QApplication.setActiveWindow(self.window)
        focused = QApplication.focusWidget()
        return focused if focused is not None and focused.window() is self.window else self.window

    @property
    def focus_name(self) -> str:
        """What a screen reader would say has the focus."""
        focused = QApplication.focusWidget()
        return focused.accessibleName() if focused is not None else ""

    @property
    def toetsen(self) -> int:
        """All keys so far."""
        return self._keys


def _words_of(widget: QWidget) -> list[str]:
    if isinstance(widget, QAbstractItemView):
        return _rows_of(widget.model())
    for source in ("text", "title", "toPlainText"):
        ask = getattr(widget, source, None)
        shown = ask() if callable(ask) else None
        if isinstance(shown, str) and shown:
            return [shown]
    return []


def _rows_of(model: QAbstractItemModel | None) -> list[str]:
    if model is None:
        return []
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    return [
        str(text)
        for row in range(min(model.rowCount(), 50))
        for column in range(columns)
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if (text := model.data(model.index(row, column), role))
    ]
