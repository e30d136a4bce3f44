"""Says in a window why the window does not open: whoever clicked an icon sees no standard error."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import IO

from PySide6.QtCore import QTimer

from werkdesk.desk.window import start_application
from werkdesk.errors import WerkdeskError
from werkdesk.ui.kit.message import Message
from werkdesk.ui.teksten import frame
from werkdesk.ui.texts import explain

LONGEST_MS = 120_000
"""A message that nobody reads goes away by itself, so that no start waits for ever behind it."""
_OFF_SCREEN = ("offscreen", "minimal", "vnc", "linuxfb")


def is_needed(environment: Mapping[str, str], errors: IO[str] | None) -> bool:
    """Whether somebody sits before a screen and cannot see standard error (``errors``)."""
    if errors is not None and errors.isatty():
        return False
    if environment.get("QT_QPA_PLATFORM", "").split(":")[0] in _OFF_SCREEN:
        return False
    return sys.platform == "win32" or bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def say_why(error: WerkdeskError, longest_ms: int = LONGEST_MS) -> None:
    """Show the sentence until it is closed. Blocks; makes the application when there is none."""
    start_application()
    message = Message(frame.NIET_OPEN_TITEL, explain(error), frame.SLUIT_BERICHT)
    QTimer.singleShot(longest_ms, message, message.accept)
    message.exec()
