"""Keeps desk and register together while somebody works: one thread sends, one thread listens.

Both are driven by state: each asks its tables once a second what is to be done, so a forgotten retry cannot
exist (T8 in the study of sync engines). Events only make them look sooner.
"""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from werkdesk.errors import WerkdeskError
from werkdesk.messages.wire import WAIT_SECONDS
from werkdesk.usecases.changes import Changes, Topic
from werkdesk.usecases.inzage import BlikLink, BlikStore
from werkdesk.usecases.inzage_ronde import send_looks
from werkdesk.usecases.ports import Blobs, RegisterLink, SyncStore
from werkdesk.usecases.ronde import Pauze, Round, send_blobs, sync_once

TICK_SECONDS = 1.0
LONGEST_PAUSE = 10.0
"""A desk is back within 20 seconds after the line is (script 1); a longer wish of the register still wins."""
PAUSE_AFTER_DEFECT = 10.0
SHORTEST_WAIT = 0.25
PAUSE_OF_LOOKS = 30.0
"""After a failure the acts go first: a register that does not know looks yet may not hold up the work."""


class OpenLine(RegisterLink, BlikLink, Protocol):
    """A line that can be broken off from another thread."""

    def abort(self) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class PumpParts:
    """What the pump works with.

    ``connect``: a new line, one per thread. ``announce``: told of what was committed, from either thread.
    ``report``: told of a defect of our own, from either thread; the pump goes on. ``looks``: who looked at
    which dossier; told before the acts.
    """

    store: SyncStore
    blobs: Blobs
    connect: Callable[[], OpenLine]
    announce: Callable[[Changes], None]
    report: Callable[[BaseException], None]
    monotonic: Callable[[], float] = time.monotonic
    chance: Callable[[], float] = random.random
    looks: BlikStore | None = None


class Pump:
    """Started once, stopped once. Every method may be called from any thread."""

    def __init__(self, parts: PumpParts) -> None:
        self._sender = _Lane("verzenden", parts, self._send)
        self._listener = _Lane("luisteren", parts, self._listen)
        self._parts = parts
        self._was_down = True
        self._looks_from = 0.0

    def start(self) -> None:
        """Begin, in two threads of its own."""
        self._listener.start()
        self._sender.start()

    def wake(self) -> None:
        """Something was saved: send it now."""
        self._sender.wake()

    def try_now(self) -> None:
        """Somebody asks for it (F5): no pause counts any more."""
        self._sender.end_pause()
        self._listener.end_pause()

    def network_changed(self) -> None:
        """The system says the network changed: try within three seconds, but never all desks at once."""
        self._sender.shorten()
        self._listener.shorten()

    def stop(self, seconds: float = 5.0) -> bool:
        """Break both lines off and wait for the threads; ``False`` when one did not end in time."""
        self._sender.stop()
        self._listener.stop()
        deadline = self._parts.monotonic() + seconds
        ended = [
            lane.join(max(0.0, deadline - self._parts.monotonic())) for lane in (self._sender, self._listener)
        ]
        return all(ended)

    def _send(self, link: OpenLine) -> Round | None:
        store = self._parts.store
        told = self._tell_looks(link)
        if told is not None:
            return told
        if store.next_push(1, 1 << 20) is not None:
            return sync_once(store, link, pull=False)
        if store.blobs_to_send(1):
            return send_blobs(store, link, self._parts.blobs, limit=1)
        return None

    def _tell_looks(self, link: OpenLine) -> Round | None:
        looks, now = self._parts.looks, self._parts.monotonic()
        if looks is None or now < self._looks_from:
            return None
        step = send_looks(self._parts.store, looks, link)
        if step.fout is not None:
            self._looks_from = now + PAUSE_OF_LOOKS
        return step if step.more or step.fout is not None else None

    def _listen(self, link: OpenLine) -> Round:
        # The first call after a failure does not stand in line: it must say at once that the line works.
        wait_s = 0.0 if self._was_down else WAIT_SECONDS
        began = self._parts.monotonic()
        step = sync_once(self._parts.store, link, wait_s=wait_s, push=False)
        if step.fout is None and self._was_down:
            self._sender.end_pause()
        self._was_down = step.fout is not None
        # A register that answers "nothing" at once, again and again, must not keep a processor busy.
        idle = wait_s > 0 and not step.changes.topics & ~Topic.VERBINDING
        hurried = idle and self._parts.monotonic() - began < SHORTEST_WAIT
        more = step.fout is None and not hurried
        return Round(step.changes, more=more, fout=step.fout, retry_after=step.retry_after)


class _Lane:
    """One thread with one line and its own pauses."""

    def __init__(self, name: str, parts: PumpParts, step: Callable[[OpenLine], Round | None]) -> None:
        self._parts = parts
        self._step = step
        self._pause = Pauze(parts.chance, most=LONGEST_PAUSE)
        self._stopping = threading.Event()
        self._look = threading.Event()
        self._link: OpenLine | None = None
        self._guard = threading.Lock()
        self._thread = threading.Thread(target=self._run, name=f"werkdesk-{name}", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def wake(self) -> None:
        self._look.set()

    def shorten(self) -> None:
        self._pause.shorten(self._parts.monotonic())
        self._look.set()

    def end_pause(self) -> None:
        self._pause.succeeded()
        self._look.set()

    def stop(self) -> None:
        with self._guard:
            self._stopping.set()
            if self._link is not None:
                self._link.abort()
        self._look.set()

    def join(self, seconds: float) -> bool:
        if self._thread.ident is not None:
            self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while not self._stopping.is_set():
            more = self._pause.due(self._parts.monotonic()) and self._turn()
            if not more:
                self._look.wait(TICK_SECONDS)
            self._look.clear()
        self._hang_up()

    def _turn(self) -> bool:
        """One call, if there is anything to do; whether to go on at once."""
        try:
            link = self._open()
            step = None if link is None else self._step(link)
            if step is not None:
                self._after(step)
        except WerkdeskError:
            # Our own disk or cache said no (full, locked meanwhile); the tables know what is still to do.
            self._fail()
        except Exception as error:  # noqa: BLE001 - a thread that dies in silence is worse than any defect
            self._fail(PAUSE_AFTER_DEFECT)
            self._parts.report(error)
        else:
            return step is not None and step.fout is None and step.more
        return False

    def _after(self, step: Round) -> None:
        if step.fout is None:
            self._pause.succeeded()
        else:
            self._fail(step.retry_after)
        if step.changes and not self._stopping.is_set():
            self._parts.announce(step.changes)

    def _fail(self, retry_after: float = 0.0) -> None:
        self._pause.failed(self._parts.monotonic(), retry_after)
        self._hang_up()

    def _open(self) -> OpenLine | None:
        with self._guard:
            if self._stopping.is_set():
                return None
            if self._link is None:
                self._link = self._parts.connect()
            return self._link

    def _hang_up(self) -> None:
        with self._guard:
            link, self._link = self._link, None
        if link is not None:
            link.close()
