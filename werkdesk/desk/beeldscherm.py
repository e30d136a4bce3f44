"""Whether there is a screen to open a window on. Asked before Qt, which would end the program in English."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from werkdesk.errors import Refused


def require_screen(environment: Mapping[str, str], platform: str = sys.platform) -> None:
    """Raises ``Refused('beeldscherm.ontbreekt')`` on a Linux without a display; other systems have one.

    A platform of Qt that was asked for by name (``QT_QPA_PLATFORM``) is somebody's own choice.
    """
    if platform != "linux" or environment.get("QT_QPA_PLATFORM"):
        return
    if not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        raise Refused("beeldscherm.ontbreekt")
