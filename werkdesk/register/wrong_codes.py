"""Slows down who guesses one-time codes. In memory: a restart forgives, and 60 bits forgive more."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict

from werkdesk.errors import Unavailable

_MOST = 10
_SECONDS = 60.0
_CALLERS = 10_000


class WrongCodes:
    """Counts wrong codes per caller, ten a minute at most."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._seen: OrderedDict[str, list[float]] = OrderedDict()

    def check(self, caller: str) -> None:
        """Raise ``Unavailable('too_many', retry_after_ms=...)`` when this caller must wait."""
        with self._lock:
            recent = self._recent(caller)
            if len(recent) >= _MOST:
                wait = _SECONDS - (time.monotonic() - recent[0])
                raise Unavailable("too_many", retry_after_ms=max(1, int(wait * 1000)))

    def note(self, caller: str) -> None:
        """This caller gave a wrong code."""
        with self._lock:
            self._seen[caller] = [*self._recent(caller), time.monotonic()]
            self._seen.move_to_end(caller)
            while len(self._seen) > _CALLERS:
                self._seen.popitem(last=False)

    def _recent(self, caller: str) -> list[float]:
        since = time.monotonic() - _SECONDS
        return [moment for moment in self._seen.get(caller, []) if moment > since]
