"""The demo with real windows: one process for each desk, beside one register. Ends when the windows close."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from werkdesk.demo.wereld import DemoDesk, build_world
from werkdesk.desk.clock import DeskClock


def run_windows(folder: Path, desks: int, tell: Callable[[str], None]) -> int:
    """Build a new office under ``folder``, open its windows and wait. ``tell``: one line for who watches."""
    tell("Werkdesk maakt een kantoor met verzonnen mensen; dat duurt enkele seconden.")
    folder.mkdir(parents=True, exist_ok=True)
    # A new office each time: an earlier one may hold something that somebody wants to look at again.
    world = build_world(Path(tempfile.mkdtemp(prefix="kantoor-", dir=folder)), desks, DeskClock())
    windows: list[subprocess.Popen[bytes]] = []
    try:
        for number, desk in enumerate(world.desks, start=1):
            tell(f"Balie {number}: meld aan met naam {desk.gebruiker} en pincode {desk.pin}")
        tell("Sluit alle vensters om te stoppen.")
        windows += [_open(desk) for desk in world.desks]
        return max(window.wait() for window in windows)
    finally:
        for window in windows:
            window.terminate()
        world.register.stop()


def _open(desk: DemoDesk) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - our own program with our own arguments
        [
            sys.executable, "-m", "werkdesk", "desk", "open",
            "--profile", str(desk.profile.folders.profile), "--key-file", str(desk.key_file),
        ]
    )  # fmt: skip
