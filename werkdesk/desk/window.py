"""The window over a desk: where screens, tasks and session meet. What the door does not need comes later."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from werkdesk.desk.crash import catch_all
from werkdesk.ui.keys import KeyMap
from werkdesk.ui.kit import theme
from werkdesk.ui.kit.look import Look
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.screens.aanmelden.actions import AanmeldActions
from werkdesk.ui.window import DeskWindow
from werkdesk.workstation.single_instance import REQUEST_NAME

if TYPE_CHECKING:
    from pathlib import Path

    from werkdesk.desk.profile import DeskProfile
    from werkdesk.desk.session import Desk, DeskSession
    from werkdesk.errors import Defect
    from werkdesk.ui.werkplek import Werkplek
    from werkdesk.usecases.changes import Changes
    from werkdesk.workstation.vault.contract import Vault

_WORK = "werkdesk.desk.work"
_SESSION = "werkdesk.desk.session"

NAME = "Werkdesk"
EVERY = 1000
SETTLED = 15
FONTS = "lettertypen"


def start_application(font_cache: Path | None = None) -> QApplication:
    """The one QApplication, in the theme the platform asks for. Off screen and on, the same look.

    ``font_cache``: where unpacked fonts are kept for the next start.
    """
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication([NAME])
    QCoreApplication.setApplicationName(NAME)
    QGuiApplication.setDesktopFileName("werkdesk")
    theme.apply(app, Look(theme.preferred(app)), font_cache=font_cache)
    return app


MakeDesk = Callable[[Callable[["Changes"], None]], "Desk"]
"""Builds the desk; the argument is told of changes that the pump brings. Called on lane ``cache``."""


class LateDesk:
    """The desk behind the door: built on a worker, after the first frame. ``desk`` is ``None`` until then."""

    def __init__(self, make: MakeDesk, tasks: Tasks) -> None:
        self._make, self._tasks = make, tasks
        self.desk: Desk | None = None

    def prepare(self) -> None:
        """Load what is heavy, and build the desk. On lane ``cache``, before anything else there."""
        import_module(_WORK)
        self.build().prepare()

    def where(self) -> str:
        """The quiet line under the door."""
        return self.build().where()

    def sign_in(self, name: str, pin: str) -> DeskSession:
        """As ``Desk.sign_in``."""
        return self.build().sign_in(name, pin)

    def lock(self) -> None:
        """As ``Desk.lock``."""
        self.build().lock()

    def close(self) -> None:
        """The desk is put away, if there ever was one. After ``tasks.close()``."""
        if self.desk is not None:
            self.desk.close()

    def make_work(
        self, session: DeskSession, keymap: KeyMap, commands: dict[str, Callable[[], None]], owner: QWidget
    ) -> Werkplek:
        """Fulfils ``ui.window.MakeWork``."""
        make = cast("Callable[..., Werkplek]", import_module(_WORK).make_work)
        return make(self.build(), session, self._tasks, keymap, commands, owner)

    def window(self) -> DeskWindow:
        """The window, at its door."""
        door = AanmeldActions(prepare=self.prepare, sign_in=self.sign_in, where=self.where)
        return DeskWindow(door, self._tasks, make_work=self.make_work, lock=self.lock)

    def build(self) -> Desk:
        """The desk, made now if it was not yet."""
        if self.desk is None:
            self.desk = self._make(self._tasks.changed.emit)
        return self.desk


def build_window(make_desk: MakeDesk, tasks: Tasks) -> DeskWindow:
    """The window at its door, over a desk that is made now. Who made the desk closes it, after ``tasks``."""
    late = LateDesk(make_desk, tasks)
    late.build()
    return late.window()


def run_window(profile: DeskProfile, vault: Vault) -> int:
    """Open the window and run it until it closes; give the exit code."""
    app = start_application(profile.folders.profile / FONTS)
    tasks = Tasks()

    def make(announce: Callable[[Changes], None]) -> Desk:
        desk = import_module(_SESSION).Desk
        return cast("Desk", desk(profile, vault, announce=announce))

    late = LateDesk(make, tasks)
    window = late.window()
    catch_all(partial(_tell, window))
    keeper = Keeper(window, tasks, profile.folders.profile / REQUEST_NAME)
    window.show()
    keeper.start()
    try:
        return app.exec()
    finally:
        tasks.close()
        late.close()


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
