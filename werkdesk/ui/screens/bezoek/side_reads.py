"""What the cards at the side read beside the dossier: helps, without which the visit goes on."""

from __future__ import annotations

from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.screens.bezoek.actions import BezoekActions
from werkdesk.ui.screens.bezoek.surface import VisitSurface
from werkdesk.usecases.jongeren import GROWN_UP, JongereRow
from werkdesk.usecases.overzichten import KlantDossier


class SideReads:
    """Reads the meter of the advance and the card of a young person, and shows them."""

    def __init__(self, visit: VisitSurface, actions: BezoekActions, tasks: Tasks) -> None:
        self._visit, self._actions, self._tasks = visit, actions, tasks

    def read(self, dossier: KlantDossier) -> None:
        """Read for the melding that runs; what cannot be read is not shown."""
        running = dossier.open_melding
        advance, youth, visit = self._actions.advance, self._actions.youth, self._visit
        if running is None or advance is None:
            visit.advance.show_meter(None)
        else:
            self._tasks.run(
                visit, "cache", lambda: advance(running.id), visit.advance.show_meter,
                lambda _: visit.advance.show_meter(None),
            )  # fmt: skip
        if running is None or youth is None:
            visit.youth.show_row(None)
        else:
            self._tasks.run(
                visit, "cache", lambda: youth(running.id), self._show_youth,
                lambda _: visit.youth.show_row(None),
            )  # fmt: skip

    def _show_youth(self, row: JongereRow) -> None:
        self._visit.youth.show_row(row if row.kaart.reden != GROWN_UP else None)
