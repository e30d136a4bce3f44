"""What the desk does for its cache while nobody works: verify it once a day, tidy it now and then.

A thread of its own, because neither may keep a screen or a save waiting; the door ends it before it shuts.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from werkdesk.errors import Locked, Unavailable, WerkdeskError

REST_SECONDS = 10.0
"""As long as nobody touches anything, somebody may be reading; they do not notice one thread more."""
TIDY_SECONDS = 300.0
VERIFY_SECONDS = 24 * 3600.0
PATIENCE_SECONDS = 900.0
"""A counter where it never is quiet is verified as well."""


class Check(Protocol):
    """As ``storage.soundness.SlowCheck``."""

    def run(self) -> bool: ...
    def stop(self) -> None: ...


class Tidied(Protocol):
    """As ``storage.cache.CacheHandles``."""

    def idle(self) -> None: ...
    def slow_check(self) -> Check: ...


@dataclass(slots=True)
class RestPlan:
    """When it is time. ``monotonic``: seconds; they go on while the computer sleeps or not, both will do."""

    monotonic: Callable[[], float]
    verified: float | None = None
    tidied: float | None = None
    opened: float = 0.0

    def open(self) -> None:
        """Somebody signed in."""
        self.opened = self.monotonic()

    @property
    def must_verify(self) -> bool:
        """Whether the whole cache is to be read again."""
        return self.verified is None or self.monotonic() - self.verified >= VERIFY_SECONDS

    def is_due(self, still_seconds: float) -> bool:
        """Whether to begin, after so many seconds without a sign of life."""
        now = self.monotonic()
        if self.must_verify and now - self.opened >= PATIENCE_SECONDS:
            return True
        if still_seconds < REST_SECONDS:
            return False
        return self.must_verify or self.tidied is None or now - self.tidied >= TIDY_SECONDS


class Rest:
    """One rest, in a thread. ``alarm``: told when the cache is damaged; ``report``: of a defect of ours."""

    def __init__(
        self,
        handles: Tidied,
        plan: RestPlan,
        alarm: Callable[[WerkdeskError], None],
        report: Callable[[BaseException], None],
    ) -> None:
        self._handles, self._plan, self._alarm, self._report = handles, plan, alarm, report
        self._check = handles.slow_check() if plan.must_verify else None
        self._thread = threading.Thread(target=self._run, name="werkdesk-rust", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    @property
    def is_over(self) -> bool:
        """Whether it ended."""
        return not self._thread.is_alive()

    def stop(self) -> None:
        """Break it off and wait for the end, which is near."""
        if self._check is not None:
            self._check.stop()
        self._thread.join()

    def _run(self) -> None:
        try:
            if self._verify():
                self._handles.idle()
                self._plan.tidied = self._plan.monotonic()
        except Locked:
            pass  # the door was shut meanwhile
        except Unavailable as error:
            self._plan.tidied = self._plan.monotonic()
            # A full disk or a busy cache shows itself at the next save; damage may not.
            if error.code == "cache.beschadigd":
                self._alarm(error)
        except Exception as error:  # noqa: BLE001 - a thread that dies in silence is worse than any defect
            self._plan.tidied = self._plan.monotonic()
            self._report(error)

    def _verify(self) -> bool:
        """Whether the whole cache was read, now or before."""
        if self._check is None:
            return True
        try:
            is_read = self._check.run()
        except Unavailable:
            self._plan.verified = self._plan.monotonic()  # once is enough: the cache is marked
            raise
        if is_read:
            self._plan.verified = self._plan.monotonic()
        return is_read
