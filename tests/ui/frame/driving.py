"""Drives the window with real key events and waits for the lanes, never for time."""

from __future__ import annotations

from collections.abc import Callable

from fake_desk import FakeDesk
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from werkdesk.ui.keys import KeyMap
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.screens.slot.idle import IdleWatch
from werkdesk.ui.werkplek import Werkplek
from werkdesk.ui.window import DeskWindow

LONGEST_BURST_MS = 150


class Driver:
    """The window, the fake desk behind it, and two hands. ``seconds`` is the clock of the idle watch."""

    def __init__(self, desk: FakeDesk, qtbot: QtBot) -> None:
        self.desk, self.qtbot = desk, qtbot
        self.tasks = Tasks()
        self.seconds = 0.0
        self.idle = IdleWatch(clock=lambda: self.seconds, timer=False)
        self.window = DeskWindow(
            desk.door(), self.tasks, make_work=self._make_work, lock=desk.lock, idle=self.idle
        )
        self.window.resize(1440, 900)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.settle()

    def _make_work(
        self, _session: object, keymap: KeyMap, commands: dict[str, Callable[[], None]], owner: QWidget
    ) -> Werkplek:
        return Werkplek(self.desk.actions(), self.tasks, keymap, commands, owner)

    @property
    def work(self) -> Werkplek:
        assert self.window.work is not None
        return self.window.work

    def settle(self) -> None:
        """Until every lane has answered and every burst of changes was read."""
        for _ in range(3):
            self.qtbot.waitUntil(self._is_quiet)
            QApplication.processEvents()

    def _is_quiet(self) -> bool:
        work = self.window.work
        if self.tasks.busy:
            return False
        if work is None:
            return True
        return not any(_is_due_soon(timer) for timer in self.window.findChildren(QTimer))

    def sign_in(self, name: str = "r.dewit", pin: str = "123456") -> None:
        self.type(name)
        self.press("Return")
        self.type(pin)
        self.press("Return")

    def press(self, keys: str) -> None:
        """One key with its modifiers, to whatever has the focus: ``"Shift+F8"``."""
        combination = QKeySequence(keys)[0]
        QTest.keyClick(self.focus(), combination.key(), combination.keyboardModifiers())
        self.settle()

    def type(self, text: str) -> None:
        """Characters, to whatever has the focus."""
        QTest.keyClicks(self.focus(), text)
        self.settle()

    def focus(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    @property
    def notice(self) -> str:
        """The sentence in the status line, or empty."""
        shown = self.work.frame.status.notices.notice
        return shown.text if shown is not None else ""

    @property
    def here(self) -> str:
        """Name of the place that is shown."""
        place = self.work.frame.here
        assert place is not None
        return place.name

    def words(self) -> str:
        """Every word that can be read on the window now."""
        labels = [label.text() for label in self.window.findChildren(QLabel) if label.isVisible()]
        names = [
            widget.accessibleName() for widget in self.window.findChildren(QWidget) if widget.isVisible()
        ]
        return "\n".join([*labels, *names, self.window.windowTitle()])

    def close(self) -> None:
        if self.window.isVisible():
            self.window.close()
        self.tasks.close()
        QApplication.processEvents()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _is_due_soon(timer: QTimer) -> bool:
    """A list that waits for the end of a burst, cases that wait for a choice; no clock, no draft."""
    return timer.isActive() and timer.isSingleShot() and timer.interval() <= LONGEST_BURST_MS
