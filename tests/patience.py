"""How long a test waits for what other threads and processes do.

So long that only what really hangs gets there: a machine that is busy with something else is no defect. What
a thing may cost is measured in ``tests/benchmarks`` and by ``werkdesk bench``, never asserted by the suite.
"""

from __future__ import annotations

import time
from collections.abc import Callable

PATIENCE = 300.0
"""Seconds."""
PATIENCE_MS = 300_000
_LOOK_AGAIN = 0.005


def came_true(state: Callable[[], bool]) -> bool:
    """Look every 5 ms until ``state`` holds; false when it never does."""
    until = time.monotonic() + PATIENCE
    while not state():
        if time.monotonic() > until:
            return False
        time.sleep(_LOOK_AGAIN)
    return True


def wait_for(state: Callable[[], bool]) -> None:
    """As :func:`came_true`; fails when it never does."""
    assert came_true(state), "did not come true"
