"""The window over a desk: where screens, tasks and session meet. What the door does not need comes later."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from werkdesk.desk.crash import catch_all
from werkdesk.desk.handleiding import page_of_the_door
from werkdesk.desk.keeper import Keeper
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
FONTS = "lettertypen"


def start_application(font_cache: Path | None = None, *, sheet: bool = True) -> QApplication:
    """The one QApplication, in the theme the platform asks for. Off screen and on, the same look.

    ``font_cache``: where unpacked fonts are kept for the next start. ``sheet``: as for ``theme.apply``.
    """
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else _new_application()
    QCoreApplication.setApplicationName(NAME)
    QGuiApplication.setDesktopFileName("werkdesk")
    theme.apply(app, Look(theme.preferred(app)), font_cache=font_cache, sheet=sheet)
    return app


def _new_application() -> QApplication:
    """Told its style as it begins: asking for it later makes PySide wrap every part of a style first."""
    app = QApplication([NAME, "-style", theme.STYLE])
    app.setProperty(theme.STYLED, theme.STYLE)
    return app


MakeDesk = Callable[[Callable[["Changes"], None]], "Desk"]
"""Builds the desk; the argument is told of changes that the pump brings. Called on lane ``cache``."""


class LateDesk:
    """The desk behind the door: built on a worker, after the first frame. ``desk`` is ``None`` until then."""

    def __init__(self, make: MakeDesk, tasks: Tasks) -> None:
        self._make, self._tasks = make, tasks
        self.desk: Desk | None = None
        self.is_prepared = False

    def prepare(self) -> None:
        """Load what is heavy, and build the desk. On lane ``cache``, before anything else there."""
        import_module(_WORK)
        self.build().prepare()
        self.is_prepared = True

    def where(self) -> str:
        """The quiet line under the door."""
        return self.build().where()

    def sign_in(self, name: str, pin: str) -> DeskSession:
        """As ``Desk.sign_in``."""
        return self.build().sign_in(name, pin)

    def lock(self) -> None:
        """As ``Desk.lock``."""
        self.build().lock()

    def wants_rest(self, still_seconds: float) -> bool:
        """As ``Desk.wants_rest``; ``False`` while there is no desk."""
        return self.desk is not None and self.desk.wants_rest(still_seconds)

    def rest(self) -> None:
        """As ``Desk.rest``."""
        self.build().rest()

    def network_changed(self) -> None:
        """As ``Desk.network_changed``."""
        if self.desk is not None:
            self.desk.network_changed()

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
        door = AanmeldActions(
            prepare=self.prepare, sign_in=self.sign_in, where=self.where, page=page_of_the_door
        )
        return DeskWindow(door, self._tasks, make_work=self.make_work, lock=self.lock)

    def build(self) -> Desk:
        """The desk, made now if it was not yet."""
        if self.desk is None:
            self.desk = self._make(self._tasks.changed.emit)
            self.desk.alarm = self._tasks.unclaimed.emit
        return self.desk


def build_window(make_desk: MakeDesk, tasks: Tasks) -> DeskWindow:
    """The window at its door, over a desk that is made now. Who made the desk closes it, after ``tasks``."""
    late = LateDesk(make_desk, tasks)
    late.build()
    return late.window()


def run_window(profile: DeskProfile, vault: Vault) -> int:
    """Open the window and run it until it closes; give the exit code."""
    app = start_application(profile.folders.profile / FONTS, sheet=False)
    tasks = Tasks()

    def make(announce: Callable[[Changes], None]) -> Desk:
        desk = import_module(_SESSION).Desk
        return cast("Desk", desk(profile, vault, announce=announce))

    late = LateDesk(make, tasks)
    window = late.window()
    catch_all(partial(_tell, window))
    keeper = Keeper(window, tasks, profile.folders.profile / REQUEST_NAME, late)
    window.show()
    keeper.start()
    try:
        return app.exec()
    finally:
        tasks.close()
        late.close()


def _tell(window: DeskWindow, defect: Defect) -> None:
    window.defect_seen.emit(str(defect.details.get("nummer", "")))
