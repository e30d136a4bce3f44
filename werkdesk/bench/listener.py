"""The other desk: signs in, waits for news, and tells when a melding can be read in its lists.

Prints ``{"ready": true}`` and then for each new melding ``{"kenmerk": ..., "seen_ns": ...}``; ends when its
standard input closes.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from pathlib import Path

from werkdesk.desk.profile import open_desk_profile
from werkdesk.desk.session import Desk, DeskSession
from werkdesk.usecases.changes import Changes, Topic
from werkdesk.workstation.vault.key_file import KeyFile

_NEWEST = 10


class Listener:
    """Reads the list of meldingen when the pump says that it moved."""

    def __init__(self) -> None:
        self._session: DeskSession | None = None
        self._known: set[str] = set()
        self._lock = threading.Lock()

    def begin(self, session: DeskSession) -> None:
        """From now on what is new is told."""
        with self._lock:
            self._known.update(row.kenmerk for row in session.actions.lees.meldingen())
            self._session = session

    def changed(self, changes: Changes) -> None:
        """From a thread of the pump."""
        with self._lock:
            if self._session is None or not changes.topics & Topic.MELDING:
                return
            rows = self._session.actions.lees.meldingen(limit=_NEWEST)
            seen = time.monotonic_ns()
            for row in rows:
                if row.kenmerk not in self._known:
                    self._known.add(row.kenmerk)
                    _say({"kenmerk": row.kenmerk, "seen_ns": seen})


def _say(values: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(values) + "\n")
    sys.stdout.flush()


def main() -> None:
    """``STARTED PROFILE KEY_FILE USER``; the PIN is the first line of standard input."""
    profile, key_file, user = sys.argv[2:5]
    pin = sys.stdin.readline().rstrip("\n")
    listener = Listener()
    desk = Desk(open_desk_profile(Path(profile)), KeyFile(Path(key_file)), announce=listener.changed)
    try:
        listener.begin(desk.sign_in(user, pin))
        _say({"ready": True})
        sys.stdin.read()
    finally:
        desk.close()


if __name__ == "__main__":
    main()
