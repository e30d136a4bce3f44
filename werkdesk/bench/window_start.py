"""Waits for the first frame of the real window, in the place of the event loop; only then loads the driver.

Nothing may be imported here that the program does not import itself before its first frame.
"""

from __future__ import annotations

import sys
from importlib import import_module

from PySide6.QtWidgets import QApplication

from werkdesk.bench.first_frame import FirstFrame
from werkdesk.ui.window import DeskWindow

_DRIVER = "werkdesk.bench.window_driver"


def take_over(started: int, plan: str) -> None:
    """From now on ``QApplication.exec`` drives the window by ``plan`` (JSON); then the program ends."""

    def drive() -> int:
        window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, DeskWindow))
        frame = FirstFrame(window, started).wait()
        modules = sorted(sys.modules)
        sys.stdout.write(import_module(_DRIVER).drive(window, started, frame, modules, plan) + "\n")
        sys.stdout.flush()
        window.close()
        return 0

    QApplication.exec = staticmethod(drive)  # type: ignore[method-assign]
