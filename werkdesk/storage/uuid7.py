"""UUID version 7 (RFC 9562 5.7), made at the desk; later ones sort after earlier ones.

The time in it is for the index only: no rule, order or merge reads it (sync.md 3.2).
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from uuid import UUID

_COUNTER_BITS = 12
_COUNTER_TOP = 1 << _COUNTER_BITS


class Uuid7Factory:
    """Gives out rising ids, from any thread, also when the clock stands still or is set back.

    ``now_ms``: milliseconds since 1970. ``chance``: that many random bytes.
    """

    def __init__(
        self,
        now_ms: Callable[[], int] = lambda: time.time_ns() // 1_000_000,
        chance: Callable[[int], bytes] = os.urandom,
    ) -> None:
        self._now_ms, self._chance = now_ms, chance
        self._lock = threading.Lock()
        self._last_ms, self._counter = -1, 0

    def __call__(self) -> UUID:
        """The next id."""
        with self._lock:
            now = self._now_ms()
            if now > self._last_ms:
                # Start low in the counter, so that a busy millisecond has room to count up.
                self._last_ms, self._counter = now, int.from_bytes(self._chance(2)) % (_COUNTER_TOP // 2)
            else:
                self._counter += 1
                if self._counter == _COUNTER_TOP:
                    self._last_ms, self._counter = self._last_ms + 1, 0
            moment, counter = self._last_ms, self._counter
        tail = int.from_bytes(self._chance(8)) & ((1 << 62) - 1)
        return UUID(int=(moment & ((1 << 48) - 1)) << 80 | 7 << 76 | counter << 64 | 2 << 62 | tail)


new_id = Uuid7Factory()
"""The factory of this process."""
