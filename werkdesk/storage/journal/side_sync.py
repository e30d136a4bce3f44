"""Tells the disk to keep a file while the caller goes on with something else."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor


class SideSync:
    """One sync at a time, on a thread of its own that is made at the first need. For one caller."""

    def __init__(self) -> None:
        self._thread: ThreadPoolExecutor | None = None
        self._running: Future[None] | None = None

    def start(self, descriptor: int, sync: Callable[[int], None]) -> None:
        """Begin; ``descriptor`` must stay open until :meth:`wait` or :meth:`stop` returned."""
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, "werkdesk-journaal")
        self._running = self._thread.submit(sync, descriptor)

    def wait(self) -> None:
        """Wait for what was started, if anything was. Raises the :class:`OSError` that the sync met, once."""
        running, self._running = self._running, None
        if running is not None:
            running.result()

    def stop(self) -> None:
        """End the thread, after what it was doing. Twice is fine."""
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.shutdown()
