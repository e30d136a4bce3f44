"""The end of a visit, from the question how it ended to the way back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from werkdesk.domain.bezoek import Bezoek, Uitkomst
from werkdesk.errors import WerkdeskError
from werkdesk.ui.frame.host import Host
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.screens.bezoek.actions import BezoekActions
from werkdesk.ui.screens.bezoek.ending import Ending
from werkdesk.ui.screens.bezoek.surface import VisitSurface
from werkdesk.ui.screens.bezoek.words import suggested
from werkdesk.ui.teksten import bezoek as t
from werkdesk.usecases.changes import Changes


class EndCourse:
    """``ask`` for the outcome, then end it. ``busy``: that is under way. ``refused()``: it was not ended."""

    def __init__(
        self,
        visit: VisitSurface,
        actions: BezoekActions,
        tasks: Tasks,
        host: Host,
        refused: Callable[[], None],
    ) -> None:
        self._visit, self._actions, self._tasks, self._host = visit, actions, tasks, host
        self._refused = refused
        self._bezoek: Bezoek | None = None
        self.busy = False
        visit.finishing.decided.connect(self._finish)

    def ask(self, bezoek: Bezoek) -> None:
        """Ctrl+F9."""
        visit, self._bezoek = self._visit, bezoek
        visit.left()
        visit.panels.close()
        unsaved = ""
        if visit.parts.melding.settle():
            unsaved = t.NOG_CONCEPT if visit.parts.melding.is_new else t.NOG_WIJZIGING
        outcome = suggested(bezoek, visit.dossier, self._actions.clock().date())
        visit.finishing.ask_with(outcome, unsaved=unsaved)
        visit.commands_changed.emit()

    def _finish(self, outcome: Uitkomst, place: str | None) -> None:
        bezoek = self._bezoek
        if bezoek is None or self.busy:
            return
        self.busy = True
        self._visit.keys_wait.emit(self._waits)
        work = partial(self._actions.finish, bezoek.id, outcome, place)
        self._tasks.run(
            self._visit, "cache", work, partial(self._finished, bezoek, outcome), self._not_finished
        )

    def _waits(self) -> bool:
        return self.busy

    def _finished(self, bezoek: Bezoek, outcome: Uitkomst, _: Changes) -> None:
        self._visit.finishing.close_overlay()
        self._host.close(self._visit)
        Ending(self._actions, self._tasks, self._host, bezoek).tell(outcome)

    def _not_finished(self, error: WerkdeskError) -> None:
        self.busy = False
        self._visit.keys_stop.emit()
        self._visit.finishing.refused(error)
        self._refused()
