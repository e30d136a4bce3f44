"""One call at a time in a thread of its own, with a limit: a key store may wait for a prompt nobody sees."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from typing import TypeVar

from werkdesk.errors import Locked

Result = TypeVar("Result")


class TimeLimit:
    """Runs calls one after another, each at most ``seconds`` long.

    A call that hangs keeps its (daemon) thread and the turn; later calls wait for that turn within their own
    limit, so that a mute store costs one thread, not one per attempt, and cannot keep the process alive.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._turn = threading.Lock()

    def run(self, call: Callable[[], Result]) -> Result:
        """Give the result of ``call`` or raise what it raised.

        Raises :class:`Locked` ``sleutelbos.antwoordt_niet`` when there is no answer in time.
        """
        if not self._turn.acquire(timeout=self.seconds):
            raise Locked("sleutelbos.antwoordt_niet", seconden=round(self.seconds))
        future: Future[Result] = Future()

        def work() -> None:
            try:
                future.set_result(call())
            except BaseException as error:  # noqa: BLE001 - handed to the caller, whatever it is
                future.set_exception(error)
            finally:
                self._turn.release()

        threading.Thread(target=work, name="sleutelbos", daemon=True).start()
        try:
            return future.result(timeout=self.seconds)
        except FutureTimeoutError:
            raise Locked("sleutelbos.antwoordt_niet", seconden=round(self.seconds)) from None
