"""The one bridge between worker threads and the screens.

Lanes: ``cache`` (one worker: acts are filed in order, no session crosses a thread), ``sync`` (one) and
``office`` (two: letters, printers). A number and a result cross the threads, never a widget.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from types import MappingProxyType
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from werkdesk.errors import Defect, WerkdeskError
from werkdesk.usecases.changes import Changes

LANES = MappingProxyType({"cache": 1, "sync": 1, "office": 2})

Work = Callable[[], Any]
Done = Callable[[Any], None]
Failed = Callable[[WerkdeskError], None]


class _Waiting(NamedTuple):
    owner: QObject
    done: Done
    failed: Failed


class Tasks(QObject):
    """``run`` work on a lane; its answer comes back on the thread of the screens.

    ``changed(Changes)``: something was committed, here or pulled; also when whoever asked is gone.
    ``unclaimed(WerkdeskError)``: a failure whose asker is gone; the window shows it, so no save fails in
    silence.
    """

    changed = Signal(object)
    unclaimed = Signal(object)
    _finished = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = {name: ThreadPoolExecutor(size, f"lane-{name}") for name, size in LANES.items()}
        self._numbers = itertools.count(1)
        self._waiting: dict[int, _Waiting] = {}
        # Queued always: work that is done before run() returns must not call back inside it.
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self, owner: QObject, lane: str, work: Work, done: Done | None = None, failed: Failed | None = None
    ) -> None:
        """Do ``work`` on ``lane``; then ``done(result)`` or ``failed(error)``, if ``owner`` still lives.

        Without ``failed`` a failure goes to ``unclaimed``. A defect (anything but a ``WerkdeskError``) frees
        the waiting screen with ``Defect`` and is raised here, on the thread of the screens, for the one
        exception hook. After :meth:`close` nothing is accepted and nothing happens.
        """
        pool = self._lanes[lane]
        number = next(self._numbers)
        self._waiting[number] = _Waiting(owner, done or _nothing, failed or self.unclaimed.emit)
        try:
            future = pool.submit(work)
        except RuntimeError:
            del self._waiting[number]
            return
        future.add_done_callback(partial(self._report, number))

    @property
    def busy(self) -> bool:
        """Whether anything is asked and not yet answered."""
        return bool(self._waiting)

    def close(self) -> None:
        """Finish what runs, drop what did not start. Call once, before the cache is closed."""
        for lane in self._lanes.values():
            lane.shutdown(wait=True, cancel_futures=True)

    def _report(self, number: int, future: Future[Any]) -> None:
        """Worker thread: hand over a number and a result."""
        if isValid(self):
            self._finished.emit(number, future)

    @Slot(int, object)
    def _deliver(self, number: int, future: Future[Any]) -> None:
        asked = self._waiting.pop(number)
        if future.cancelled():
            return
        alive = isValid(asked.owner)
        error = future.exception()
        if error is None:
            self._hand_over(asked.done if alive else _nothing, future.result())
        elif isinstance(error, WerkdeskError):
            (asked.failed if alive else self.unclaimed.emit)(error)
        else:
            if alive:
                asked.failed(Defect("defect"))
            raise error

    def _hand_over(self, done: Done, result: Any) -> None:
        try:
            done(result)
        finally:
            changes = changes_in(result)
            if changes:
                self.changed.emit(changes)


def changes_in(result: Any) -> Changes:
    """The Changes in a result: the result itself, its ``changes``, or the first of a tuple that is one."""
    if isinstance(result, Changes):
        return result
    if isinstance(result, tuple) and not hasattr(result, "_fields"):
        return next((part for part in result if isinstance(part, Changes)), Changes())
    inner = getattr(result, "changes", None)
    return inner if isinstance(inner, Changes) else Changes()


def _nothing(_: Any) -> None:
    """Nobody waits for this answer."""
