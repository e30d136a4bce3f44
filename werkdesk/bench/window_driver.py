"""Drives the real window from inside its own process, after its first frame."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from werkdesk.bench.stamp import Stamp, stamp
from werkdesk.bench.window_plan import Driven, Plan
from werkdesk.errors import Unavailable
from werkdesk.ui.window import DeskWindow

if TYPE_CHECKING:
    from werkdesk.ui.werkplek import Werkplek  # the window loads it after its first frame, and so must we

_LONGEST = 30.0


def drive(window: DeskWindow, started: int, frame: Stamp, modules: list[str], plan: str) -> str:
    """Do what ``plan`` (JSON) says in a window that painted its first frame; give what came of it as JSON.

    ``modules``: what was imported for that frame.
    """
    driven = _Driver(window, started).run(frame, modules, msgspec.json.decode(plan, type=Plan))
    return msgspec.json.encode(driven).decode()


class _Frames(QObject):
    """Counts the frames that a window paints."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self.begun = 0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest:
            self.begun += 1  # it is painted when this event is through, before the next turn of the loop
        return False


class _Driver:
    """One run over one window."""

    def __init__(self, window: DeskWindow, started: int) -> None:
        self._window, self._started = window, started
        self._frames = _Frames(window)
        self._frames_at_answer = 0

    def run(self, frame: Stamp, modules: list[str], plan: Plan) -> Driven:
        self._until(lambda: bool(self._window.door.foot.text()), "prepared")
        driven = Driven(
            frame=frame, modules=modules, prepared=self._stamp(),
            modules_later=sorted(set(sys.modules) - set(modules)),
        )  # fmt: skip
        if not plan.user:
            return driven
        driven.ready_wall_ms, driven.ready_cpu_ms = self._sign_in(plan)
        self._settle()
        driven.signed_in = self._stamp()
        self._work.search.panel.model.modelReset.connect(self._answered)
        for text in plan.searches:
            self._search(text, driven)
        self._settle()
        driven.searched = self._stamp()
        return driven

    def _sign_in(self, plan: Plan) -> tuple[float, float]:
        window = self._window
        pin = Path(plan.pin_file).read_text(encoding="ascii")
        window.door.name.set_value(plan.user)
        self._type(window.door.pin.editor, pin)
        wall, cpu = time.perf_counter(), time.process_time()
        window.door.submit()
        self._until(lambda: window.work is not None and window.work.frame.isVisible(), "signed_in")
        self._work.search.focus_box()
        self._type(self._work.search.box, "a")
        self._answered()
        self._until_painted()
        taken = (time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000
        self._until(lambda: self._work.search.can_make_new, "first_answer")
        self._work.search.wipe()
        return taken

    def _search(self, text: str, driven: Driven) -> None:
        """Type one question; a space alone asks nothing new and is not counted."""
        search = self._work.search
        search.wipe()
        self._until_painted()
        for letter in text:
            wall, cpu = time.perf_counter(), time.process_time()
            self._type(search.box, letter)
            self._until(lambda: search.can_make_new, "answer")
            self._until_painted()
            if letter != " ":
                driven.keys_wall_ms.append((time.perf_counter() - wall) * 1000)
                driven.keys_cpu_ms.append((time.process_time() - cpu) * 1000)

    @property
    def _work(self) -> Werkplek:
        if self._window.work is None:
            raise Unavailable("meting.mislukt", proces="window_driver")
        return self._window.work

    def _type(self, widget: QWidget, text: str) -> None:
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                press = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QCoreApplication.sendEvent(widget, press)

    def _answered(self) -> None:
        self._frames_at_answer = self._frames.begun

    def _until_painted(self) -> None:
        """Until a frame was painted that began after the answer was put in the list."""
        self._until(lambda: self._frames.begun > self._frames_at_answer, "painted")

    def _settle(self) -> None:
        """Half a second in which the window may finish what it began."""
        end = time.monotonic() + 0.5
        while time.monotonic() < end:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    def _until(self, seen: Callable[[], bool], what: str) -> None:
        """Run events until ``seen``; wakes at each event, so nothing waits for a clock."""
        deadline = time.monotonic() + _LONGEST
        while not seen():
            if time.monotonic() > deadline:
                raise Unavailable("meting.mislukt", proces=what)
            QCoreApplication.processEvents(
                QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents
            )

    def _stamp(self) -> Stamp:
        return stamp(self._started)
