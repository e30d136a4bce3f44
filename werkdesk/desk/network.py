"""Hears from the system that there is a network again, so that nobody waits for the end of a pause.

Qt's part for it talks to the system when it is loaded (measured: 15 ms of processor time, 75 ms by the
clock), so that is done when nobody touches anything, never before the first frame.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from PySide6.QtCore import QObject, Signal

_MODULE = "PySide6.QtNetwork"


def load_information() -> QObject | None:
    """What the system tells about its network; ``None`` when it tells nothing (a server, a container)."""
    information: Any = import_module(_MODULE).QNetworkInformation
    if not information.loadBackendByFeatures(information.Feature.Reachability):
        return None
    found = information.instance()
    return found if isinstance(found, QObject) else None


class NetworkWatch(QObject):
    """``came_back``: the network changed and is not away. ``load``: gives an object with the signal
    ``reachabilityChanged(reachability)``, a value with a ``name``.
    """

    came_back = Signal()

    def __init__(self, load: Callable[[], Any] = load_information, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._load = load
        self.is_started = False

    def start(self) -> None:
        """Listen from now on; a system that tells nothing is no failure. On the thread of the screens."""
        if self.is_started:
            return
        self.is_started = True
        information = self._load()
        if information is not None:
            information.reachabilityChanged.connect(self._changed)

    def _changed(self, reachability: Any) -> None:
        if reachability.name != "Disconnected":
            self.came_back.emit()
