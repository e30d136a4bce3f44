"""The register as a process of its own, so that the demo can pull its plug and put it back."""

from __future__ import annotations

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from werkdesk.errors import Unavailable

_LONGEST_START = 600.0
_FIRST_PORT, _PAST_PORTS = 20_000, 32_000


def free_port() -> int:
    """A port that nobody listens on, and that no system hands out while the register is away for a moment."""
    while True:
        port = _FIRST_PORT + secrets.randbelow(_PAST_PORTS - _FIRST_PORT)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port


@dataclass(slots=True)
class RegisterProces:
    """``werkdesk register serve`` on a fixed port of this machine. ``folder``: the register's profile."""

    folder: Path
    port: int
    _process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Where desks find it."""
        return f"https://localhost:{self.port}"

    def start(self) -> None:
        """Start it and wait until it answers. Raises ``Unavailable('demo.register')``."""
        ready = self.folder / "klaar.txt"
        ready.unlink(missing_ok=True)
        with (self.folder / "register.log").open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603 - our own program with our own arguments
                [
                    sys.executable, "-m", "werkdesk", "register", "serve", "--profile", str(self.folder),
                    "--listen", f"127.0.0.1:{self.port}", "--ready-file", str(ready),
                ],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True,
                env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            )  # fmt: skip
        deadline = time.monotonic() + _LONGEST_START
        while not ready.exists():
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise Unavailable("demo.register")
            time.sleep(0.02)

    def kill(self) -> None:
        """Pull the plug: no goodbye, nothing finished."""
        if self._process is not None:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait()
            self._process = None

    def stop(self) -> None:
        """End it as an administrator would, and wait."""
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(timeout=30)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process = None

    @property
    def process_id(self) -> int | None:
        """The process, while it runs."""
        return self._process.pid if self._process is not None else None
