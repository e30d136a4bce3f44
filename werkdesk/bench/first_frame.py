"""The moment at which a window has painted its first frame, the same for the floor and for the case."""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt
from PySide6.QtWidgets import QWidget

from werkdesk.bench.stamp import Stamp, stamp
from werkdesk.errors import Unavailable

_LONGEST = 60.0


class FirstFrame(QObject):
    """Watches one window that was shown. ``started``: as for :func:`werkdesk.bench.stamp.stamp`."""

    def __init__(self, window: QWidget, started: int) -> None:
        super().__init__()
        self._started = started
        self._stamp: Stamp | None = None
        handle = window.windowHandle()
        if handle.isExposed():
            self._stamp = stamp(started)
        else:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Expose:
            # The window paints while it handles this event; ours comes before anything else that waits.
            watched.removeEventFilter(self)
            QCoreApplication.postEvent(
                self, QEvent(QEvent.Type.User), Qt.EventPriority.HighEventPriority.value
            )
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.User:
            self._stamp = stamp(self._started)
            return True
        return super().event(event)

    def wait(self) -> Stamp:
        """Let the program run until the frame is there. Raises ``Unavailable('meting.mislukt')``."""
        deadline = time.monotonic() + _LONGEST
        while self._stamp is None:
            if time.monotonic() > deadline:
                raise Unavailable("meting.mislukt", proces="first_frame")
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        return self._stamp
