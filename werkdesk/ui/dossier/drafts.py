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
    0.4 s. ``kept()``: on disk. ``failed(WerkdeskError)``: it is not.
    """

    kept = Signal()
    failed = Signal(object)

    def __init__(
        self, actions: DraftActions, tasks: Tasks, gather: Callable[[], Velden | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._actions, self._tasks, self._gather = actions, tasks, gather
        self.key = ""
        self._on_disk: Velden | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self.flush)

    def close(self) -> None:
        """Write, and let go: call it before the fields show something else, or that would be the draft."""
        self.flush()
        self.key, self._on_disk = "", None

    def open(self, key: str, then: Callable[[Velden | None], None]) -> None:
        """Work on another draft; ``then`` gets what was kept of it. The one before must be closed."""
        self.key, self._on_disk = key, None
        self._tasks.run(self, "cache", partial(self._actions.read, key), partial(self._opened, key, then))

    @Slot()
    def touch(self) -> None:
        """Something changed."""
        if self.key and not self._timer.isActive():
            self._timer.start()

    @Slot()
    def flush(self) -> None:
        """Write now."""
        self._timer.stop()
        if not self.key:
            return
        now = self._gather()
        if now == self._on_disk:
            return
        self._on_disk = now
        work = (
            partial(self._actions.drop, self.key)
            if now is None
            else partial(self._actions.save, self.key, now)
        )
        self._tasks.run(self, "cache", work, self._written, partial(self._not_written, now))

    def saved_for_good(self) -> None:
        """The act that was just done replaced the draft in its own transaction."""
        self._timer.stop()
        self._on_disk = None

    def _opened(self, key: str, then: Callable[[Velden | None], None], found: Velden | None) -> None:
        if key == self.key:
            self._on_disk = found
            then(found)

    def _written(self, _: Changes) -> None:
        if self._on_disk is not None:
            self.kept.emit()

    def _not_written(self, lost: Velden | None, error: WerkdeskError) -> None:
        if self._on_disk == lost:
            self._on_disk = None
        self.failed.emit(error)
