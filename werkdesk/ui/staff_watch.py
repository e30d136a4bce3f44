"""Hears that the register changed who sits here: other roles or another name, or no access any more."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from werkdesk.errors import WerkdeskError
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.usecases.changes import Changes, Topic

BARRED = "medewerker.ingetrokken"


class StaffWatch(QObject):
    """``renew``: the session as it is now, or ``None`` when nothing of it changed; on lane ``cache``.

    ``renewed(session)``: build the work anew, so that what is no longer allowed is gone from it.
    ``barred(error)``: this member of staff may not work here any more.
    """

    renewed = Signal(object)
    barred = Signal(object)

    def __init__(self, renew: Callable[[], Any], tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._renew, self._tasks = renew, tasks
        tasks.changed.connect(self._on_changed)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if Topic.PERSONEEL in changes.topics:
            self._tasks.run(self, "cache", self._renew, self._found, self._refused)

    def _found(self, session: Any) -> None:
        if session is not None:
            self.renewed.emit(session)

    def _refused(self, error: WerkdeskError) -> None:
        if error.code == BARRED:
            self.barred.emit(error)
