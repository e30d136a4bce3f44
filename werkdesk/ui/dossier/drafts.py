"""Drafts: what is typed is on disk within half a second, and comes back where it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from werkdesk.errors import WerkdeskError
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.usecases.changes import Changes

SETTLE_MS = 400
RETRY_MS = 5000
FOCUS = "_veld"
"""Where one was: the name of the field that had the focus."""

Velden = dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftActions:
    """``Concepten`` of the desk, for the signed-in colleague. All run on lane ``cache``."""

    save: Callable[[str, Velden], Changes]
    read: Callable[[str], Velden | None]
    drop: Callable[[str], Changes]


class DraftKeeper(QObject):
    """Keeps one draft at a time.

    ``touch()`` after every change; ``gather`` says what there is, or ``None`` when nothing differs from what
    is saved, and then the draft goes. More typing does not set the clock back: a steady typist is saved every
    0.4 s. ``kept()``: on disk. ``failed(WerkdeskError)``: it is not, and it is tried again. ``needless()``:
    it was not, and there is nothing left to keep.

    A draft dies with its act: between ``hold()`` and ``saved_for_good()`` nothing is written, because that
    would stand in line behind the act and outlive it. A refused act ends with ``release()``.
    """

    kept = Signal()
    failed = Signal(object)
    needless = Signal()

    def __init__(
        self, actions: DraftActions, tasks: Tasks, gather: Callable[[], Velden | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._actions, self._tasks, self._gather = actions, tasks, gather
        self.key = ""
        self._on_disk: Velden | None = None
        self._held = self._failing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self.flush)

    def close(self) -> None:
        """Write, and let go: call it before the fields show something else, or that would be the draft."""
        self.flush()
        self.let_go()

    def let_go(self) -> None:
        """Write nothing any more, whatever the fields still do: what stood there is saved for good."""
        self._timer.stop()
        self.key, self._on_disk, self._held = "", None, False

    def open(self, key: str, then: Callable[[Velden | None], None]) -> None:
        """Work on another draft; ``then`` gets what was kept of it. The one before must be closed."""
        self.key, self._on_disk, self._held = key, None, False
        self._tasks.run(self, "cache", partial(self._actions.read, key), partial(self._opened, key, then))

    def rename(self, key: str) -> None:
        """What is typed belongs to something else now: it is kept under that name, and only there."""
        old, self.key = self.key, key
        if not old or old == key:
            return
        self._on_disk = None
        self.flush()
        self._tasks.run(self, "cache", partial(self._actions.drop, old), None, self.failed.emit)

    @Slot()
    def touch(self) -> None:
        """Something changed."""
        if self.key and not self._held and self._is_far():
            self._timer.start(SETTLE_MS)

    @Slot()
    def flush(self) -> None:
        """Write now."""
        self._timer.stop()
        if not self.key or self._held:
            return
        now = self._gather()
        if now is not None and not now.get(FOCUS, FOCUS) and self._on_disk is not None:
            # The focus left the form: where one was stays where one goes on.
            now = {**now, FOCUS: self._on_disk.get(FOCUS, "")}
        if now == self._on_disk:
            return
        self._on_disk = now
        work = (
            partial(self._actions.drop, self.key)
            if now is None
            else partial(self._actions.save, self.key, now)
        )
        self._tasks.run(self, "cache", work, self._written, partial(self._not_written, now))

    def hold(self) -> None:
        """An act with what stands there is on its way."""
        self._timer.stop()
        self._held = True

    def release(self) -> None:
        """That act was refused: what stands there is a draft again."""
        self._held = False
        self.touch()

    def replaced(self) -> None:
        """The act that was just done knows of no draft, so it goes now."""
        key = self.key
        self.let_go()
        if key:
            self._tasks.run(self, "cache", partial(self._actions.drop, key), None, self.failed.emit)

    def saved_for_good(self) -> None:
        """The act that was just done replaced the draft in its own transaction."""
        self._timer.stop()
        self._on_disk, self._held = None, False

    def _is_far(self) -> bool:
        return not self._timer.isActive() or self._timer.interval() > SETTLE_MS

    def _opened(self, key: str, then: Callable[[Velden | None], None], found: Velden | None) -> None:
        if key == self.key:
            self._on_disk = found
            then(found)

    def _written(self, _: Changes) -> None:
        failed, self._failing = self._failing, False
        if self._on_disk is not None:
            self.kept.emit()
        elif failed:
            self.needless.emit()

    def _not_written(self, lost: Velden | None, error: WerkdeskError) -> None:
        if self._on_disk == lost:
            self._on_disk = None
        self._failing = True
        self.failed.emit(error)
        if self.key and not self._held and not self._timer.isActive():
            self._timer.start(RETRY_MS)
