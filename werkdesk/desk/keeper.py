"""What the window does once a second beside the work: tidy memory, let the desk rest, answer a call.

Garbage is collected on the thread of the screens only: a collector that runs on a worker destroys widgets
from there. A full collection looks at everything that lives, which is a hitch that a hand on the keys feels;
so it is done when nobody touches anything, and what was there before the sign-in is never looked at again.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Slot

from werkdesk.desk.network import NetworkWatch
from werkdesk.desk.rest import REST_SECONDS
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.window import DeskWindow

EVERY = 1000
YOUNG = 1
OLD = 2
OLD_EVERY_SECONDS = 60
OLD_AT_THE_LATEST_SECONDS = 1800


class Resting(Protocol):
    """The desk behind the window."""

    @property
    def is_prepared(self) -> bool: ...
    def wants_rest(self, still_seconds: float) -> bool: ...
    def rest(self) -> None: ...
    def network_changed(self) -> None: ...


class Keeper(QObject):
    """``request``: a file that a second start leaves to call the window. ``still``: seconds since the last
    sign of life; the window's own watch when absent.
    """

    def __init__(
        self,
        window: DeskWindow,
        tasks: Tasks,
        request: Path,
        desk: Resting,
        still: Callable[[], float] | None = None,
    ) -> None:
        super().__init__(window)
        self._window, self._tasks, self._request, self._desk = window, tasks, request, desk
        self._still = still or window.idle.still_seconds
        self.network = NetworkWatch(parent=self)
        self.network.came_back.connect(desk.network_changed)
        self._old = 0  # seconds since the last full collection
        self._is_frozen = False
        self._is_resting = False
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
        still = self._still()
        self._tidy_memory(still)
        if still >= REST_SECONDS and self._desk.is_prepared:
            self.network.start()
        if not self._is_resting and not self._window.is_locked and self._desk.wants_rest(still):
            self._is_resting = True
            self._tasks.run(self, "cache", self._desk.rest, self._rested, self._rested)
        self._tasks.run(self, "office", self._take_request, self._to_front)

    def _tidy_memory(self, still: float) -> None:
        self._old += 1
        if not self._is_frozen:
            if self._desk.is_prepared:
                # The program itself is no garbage. Freezing looks at nothing, so it takes no time.
                self._is_frozen = True
                gc.freeze()
            elif self._old < OLD_EVERY_SECONDS:
                return  # it is still being loaded: all that is new will stay
        rested = still >= REST_SECONDS and self._old >= OLD_EVERY_SECONDS
        if rested or self._old >= OLD_AT_THE_LATEST_SECONDS:
            self._old = 0
            gc.collect(OLD)
        else:
            gc.collect(YOUNG)

    def _rested(self, _: object) -> None:
        self._is_resting = False

    def _take_request(self) -> bool:
        try:
            self._request.unlink()
        except OSError:
            return False
        return True

    def _to_front(self, wanted: bool) -> None:
        if wanted:
            self._window.to_front()
