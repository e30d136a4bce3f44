"""The second window for the hall: shown on the second screen when there is one."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from werkdesk.ui.screens.halscherm.screen import HallWindow
    from werkdesk.usecases.overzichten import Hal, Oproep


_HALL = (
    "werkdesk.ui.screens.halscherm.screen"  # few desks have a hall, so none loads it before it is asked for
)


class HallScreen(QObject):
    """``toggle()`` shows and closes it; ``show_hal`` passes the calls on, and nothing else of the reception.

    It stays when the desk locks: it shows numbers only.
    """

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self._calls: tuple[Oproep, ...] = ()
        self.sound = False
        self.window: HallWindow | None = None

    @Slot(object)
    def show_hal(self, hal: Hal) -> None:
        """The reception was read."""
        self._calls = hal.oproepen
        if self.window is not None:
            self.window.show_calls(self._calls)

    def toggle(self) -> bool:
        """Show or close the window; returns whether it is shown."""
        if self.window is not None:
            self.window.close()
            return False
        self.window = cast("HallWindow", import_module(_HALL).HallWindow(QApplication.beep))
        self.window.show_calls(self._calls)
        self.window.sound = self.sound
        self.window.closed.connect(self._forget)
        others = [screen for screen in QApplication.screens() if screen is not self._owner.screen()]
        if others:
            self.window.setGeometry(others[0].availableGeometry())
            self.window.showFullScreen()
        else:
            self.window.resize(self.window.sizeHint())
            self.window.show()
        self._owner.activateWindow()  # the keys stay at the desk
        return True

    def toggle_sound(self) -> bool:
        """A sound at every new call, or not; returns which."""
        self.sound = not self.sound
        if self.window is not None:
            self.window.sound = self.sound
        return self.sound

    def close(self) -> None:
        """Close the window if there is one."""
        if self.window is not None:
            self.window.close()

    @Slot()
    def _forget(self) -> None:
        window, self.window = self.window, None
        if window is not None:
            window.deleteLater()
