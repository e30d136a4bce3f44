"""Keys as a colleague presses them, and waiting until the lanes are quiet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from werkdesk.ui.frame.place_screen import PlaceScreen
from werkdesk.ui.keys import KeyMap
from werkdesk.ui.kit.tasks import Tasks

CTRL = Qt.KeyboardModifier.ControlModifier


MODIFIERS = {
    "Ctrl": CTRL,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}


class Hands:
    """``type("0612")``, ``press("Tab", "Ctrl+Return")``; a key of the table does what the frame would do."""

    def __init__(self, widget: QWidget, qtbot: QtBot, tasks: Tasks) -> None:
        self.window = QWidget()
        self.widget, self._qtbot, self._tasks = widget, qtbot, tasks
        QVBoxLayout(self.window).addWidget(widget)
        self.window.resize(1200, 800)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.settle()

    def settle(self) -> None:
        """Until nothing is asked and not yet answered."""
        for _ in range(2):  # what was queued may ask something again
            QApplication.processEvents()
            self._qtbot.waitUntil(lambda: not self._tasks.busy)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Characters, into whatever has the focus."""
        for character in text:
            QTest.keyClicks(self._focus(), character)
        self.settle()

    def press(self, *keys: str) -> None:
        """Keys by name; one of the table runs its command on a place, else it goes to the focus."""
        for name in keys:
            if not self._command(name):
                parts = name.split("+")
                mods = Qt.KeyboardModifier.NoModifier
                for part in parts[:-1]:
                    mods |= MODIFIERS[part]
                QTest.keyClick(self._focus(), getattr(Qt.Key, f"Key_{parts[-1]}"), mods)
            self.settle()

    def _command(self, name: str) -> bool:
        if not isinstance(self.widget, PlaceScreen):
            return False
        keys = KeyMap()
        for action, handler in self.widget.commands().items():
            if name in keys.keys[action].keys:
                handler()
                return True
        return False

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.window
