"""What the cards at the side read beside the dossier: helps, without which the visit goes on."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from werkdesk.domain.intake import spoed_van
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
        self._read_offers(dossier)
        self.read_elsewhere(dossier.klant.id)
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

    def read_elsewhere(self, klant: UUID) -> None:
        """Whether a colleague serves this person at this moment."""
        elsewhere, visit = self._actions.elsewhere, self._visit
        if elsewhere is not None:
            self._tasks.run(
                visit, "cache", partial(elsewhere, klant), visit.show_elsewhere,
                lambda _: visit.show_elsewhere(None),
            )  # fmt: skip

    def _read_offers(self, dossier: KlantDossier) -> None:
        """What is urgent is shown at once; whom to call for it when that was read."""
        running, offers, card = dossier.open_melding, self._actions.offers, self._visit.urgent
        need = spoed_van(dossier.intake_of(running.id)) if running is not None else None
        card.show_need(need)
        if need is not None and offers is not None and running is not None:
            gemeente = running.feiten.gemeente or dossier.klant.feiten.gemeente
            self._tasks.run(
                self._visit, "office", partial(offers, gemeente, need), partial(card.show_offers, need),
                card.show_trouble,
            )  # fmt: skip

    def _show_youth(self, row: JongereRow) -> None:
        self._visit.youth.show_row(row if row.kaart.reden != GROWN_UP else None)
