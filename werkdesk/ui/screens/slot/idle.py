"""Five minutes without a key lock the desk; twenty seconds before, it says so (WCAG 2.2.1)."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot

from werkdesk.ui.kit.half_gone import half_gone

IDLE_SECONDS = 300
WARN_SECONDS = 20
_SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class IdleWatch(QObject):
    """Watches one top-level window; installed on its ``windowHandle()`` it sees only what the user does.

    ``warned(int)``: seconds left, once a second; ``calmed()``: somebody is there again; ``expired()``: lock.
    ``seconds`` is a setting; 0 never locks. ``clock`` in seconds, monotonic. Time is measured and not
    counted, so a computer that slept locks at once when it wakes.
    """

    warned = Signal(int)
    calmed = Signal()
    expired = Signal()

    def __init__(
        self,
        seconds: int = IDLE_SECONDS,
        *,
        clock: Callable[[], float] = time.monotonic,
        timer: bool = True,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.seconds = seconds
        self._clock = clock
        self._last = clock()
        self._warning = False
        self._running = False
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.tick)
        self._own_timer = timer

    def start(self) -> None:
        """Somebody signed in."""
        self.seen()
        self._running = True
        if self._own_timer and self.seconds:
            self._timer.start()

    def stop(self) -> None:
        """Locked or signed out: nothing to watch."""
        self._running = False
        self._timer.stop()
        self._calm()

    @Slot()
    def seen(self) -> None:
        """A sign of life."""
        self._last = self._clock()
        self._calm()

    def still_seconds(self) -> float:
        """Seconds since the last sign of life."""
        return self._clock() - self._last

    @Slot()
    def tick(self) -> None:
        """Look at the clock."""
        if not self._running or not self.seconds:
            return
        left = self.seconds - (self._clock() - self._last)
        if left <= 0:
            self.stop()
            self.expired.emit()
        elif left <= WARN_SECONDS:
            self._warning = True
            self.warned.emit(max(1, round(left)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if half_gone(self):
            return False
        if event.type() in _SIGNS:
            self.seen()
        return False

    def _calm(self) -> None:
        if self._warning:
            self._warning = False
            self.calmed.emit()
