"""The window over a desk: where screens, tasks and session meet."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from werkdesk.desk.crash import catch_all
from werkdesk.desk.profile import DeskProfile
from werkdesk.desk.session import Desk, DeskSession
from werkdesk.desk.visit import VisitMaker
from werkdesk.desk.window_actions import werkplek_actions
from werkdesk.errors import Defect
from werkdesk.ui.appearance import platform_theme
from werkdesk.ui.keys import KeyMap
from werkdesk.ui.kit import theme
from werkdesk.ui.kit.look import Look
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.screens.aanmelden.actions import AanmeldActions
from werkdesk.ui.screens.bezoek.screen import VisitScreen
from werkdesk.ui.werkplek_actions import WerkplekActions
from werkdesk.ui.window import DeskWindow
from werkdesk.usecases.changes import Changes
from werkdesk.workstation.single_instance import REQUEST_NAME
from werkdesk.workstation.vault.contract import Vault

NAME = "Werkdesk"
EVERY = 1000
SETTLED = 15


def start_application() -> QApplication:
    """The one QApplication, in the theme the platform asks for. Off screen and on, the same look."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication([NAME])
    QCoreApplication.setApplicationName(NAME)
    QGuiApplication.setDesktopFileName("werkdesk")
    theme.apply(app, Look(platform_theme()))
    return app


def build_window(make_desk: Callable[[Callable[[Changes], None]], Desk], tasks: Tasks) -> DeskWindow:
    """The window over a desk. ``make_desk`` is given where changes from the pump are announced.

    The window does not close the desk: whoever made it does, after ``tasks.close()``.
    """
    desk = make_desk(tasks.changed.emit)
    keymap = KeyMap()

    def build(session: DeskSession) -> WerkplekActions:
        visits = VisitMaker(desk, session, tasks, keymap.cap)
        return werkplek_actions(desk, session, visits, VisitScreen.answers)

    door = AanmeldActions(prepare=desk.prepare, sign_in=desk.sign_in, where=desk.where)
    return DeskWindow(door, tasks, build=build, lock=desk.lock, keymap=keymap)


def run_window(profile: DeskProfile, vault: Vault) -> int:
    """Open the window and run it until it closes; give the exit code."""
    app = start_application()
    tasks = Tasks()
    made: list[Desk] = []

    def make(announce: Callable[[Changes], None]) -> Desk:
        made.append(Desk(profile, vault, announce=announce))
        return made[0]

    window = build_window(make, tasks)
    catch_all(partial(_tell, window))
    keeper = Keeper(window, tasks, profile.folders.profile / REQUEST_NAME)
    window.show()
    keeper.start()
    try:
        return app.exec()
    finally:
        tasks.close()
        made[0].close()


def _tell(window: DeskWindow, defect: Defect) -> None:
    window.defect_seen.emit(str(defect.details.get("nummer", "")))


class Keeper(QObject):
    """What the window does once a second beside the work: tidy memory, and look whether it is called.

    Garbage is collected on the thread of the screens only: a collector that runs on a worker destroys
    widgets from there.
    """

    def __init__(self, window: DeskWindow, tasks: Tasks, request: Path) -> None:
        super().__init__(window)
        self._window, self._tasks, self._request = window, tasks, request
        self._seconds = 0
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """From now on."""
        gc.disable()
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """One second passed."""
        self._seconds += 1
        if self._seconds == SETTLED:
            gc.collect()
            gc.freeze()  # the program itself is no garbage: never look at it again
        gc.collect(1 if self._seconds % 60 else 2)
        self._tasks.run(self, "office", self._take_request, self._to_front)

    def _take_request(self) -> bool:
        try:
            self._request.unlink()
        except OSError:
            return False
        return True

    def _to_front(self, wanted: bool) -> None:
        if wanted:
            self._window.to_front()
