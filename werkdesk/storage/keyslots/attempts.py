"""Counts wrong PINs: a courtesy lock, which stops a colleague, not whoever copies the files."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

from werkdesk.errors import Locked

MOST = 5
PAUSES_SECONDS = (0, 1, 3, 10, 30)
"""How long the next try waits after that many wrong ones; after :data:`MOST` there is no next."""


class Attempts:
    """Wrong tries of one user, in a small file beside the slot."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def begin(self, now: datetime) -> None:
        """Count a try before it is made, so that ending the process does not undo it.

        ``now`` carries a zone. Raises :class:`Locked` ``pin.geblokkeerd`` or ``pin.wachten`` with
        ``seconden``.
        """
        wrong, last = self._read()
        if wrong >= MOST:
            raise Locked("pin.geblokkeerd")
        pause = PAUSES_SECONDS[wrong]
        left = last + pause - now.timestamp()
        if 0 < left <= pause:  # more than the pause: the clock was put back, and nobody waits for that
            raise Locked("pin.wachten", seconden=max(1, round(left)))
        self._write(wrong + 1, now.timestamp())

    def left(self) -> int:
        """How many tries are left."""
        return max(0, MOST - self._read()[0])

    def forgive(self) -> None:
        """Start again at zero: the right PIN was given, or the slot was made anew."""
        try:
            self._path.unlink(missing_ok=True)
        except OSError:
            return

    def _read(self) -> tuple[int, float]:
        try:
            wrong, last = json.loads(self._path.read_bytes()[:256])
            return max(0, int(wrong)), float(last)
        except (OSError, ValueError, TypeError, OverflowError):
            return 0, 0.0

    def _write(self, wrong: int, last: float) -> None:
        """A full disk must not keep staff from their unsent work, so a failure is let go."""
        try:
            self._path.write_bytes(json.dumps([wrong, last]).encode())
        except OSError:
            return
