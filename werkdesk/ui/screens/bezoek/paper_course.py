"""The way of a visit to paper and back: preview, agreement, and where the work goes on after it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from werkdesk.errors import WerkdeskError
from werkdesk.ui.frame.host import Host
from werkdesk.ui.kit.notice import Notice
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.bezoek import pages
from werkdesk.ui.screens.bezoek.actions import BezoekActions
from werkdesk.ui.screens.bezoek.columns import Fold
from werkdesk.ui.screens.bezoek.surface import VisitSurface
from werkdesk.ui.teksten import bezoek as t
from werkdesk.ui.texts import explain
from werkdesk.usecases.overzichten import KlantDossier

Back = Callable[[], None] | None
RECEIPT, INVITATION, AGREEMENT, EXPLANATION = "L01", "L02", "OPL", "UIT"


class PaperCourse:
    """``arrived(dossier)``: the dossier was read again, with the agreement that was just made."""

    def __init__(
        self,
        visit: VisitSurface,
        actions: BezoekActions,
        tasks: Tasks,
        host: Host,
        arrived: Callable[[KlantDossier | None], None],
    ) -> None:
        self._visit, self._actions, self._tasks, self._host = visit, actions, tasks, host
        self._arrived = arrived
        self._date = ""
        self._back: Back = None
        self.is_done = False  # the paper that is shown went to a printer
        visit.parts.preview.printed.connect(self.printed)
        visit.parts.agreement.saved.connect(self.agreement_saved)

    def show(self, code: str, termijn: str | None = None, *, takes_focus: bool = True) -> None:
        """Ctrl+P, or a letter of the card: the paper inside the window. ``termijn``: the date it explains."""
        visit = self._visit
        dossier = visit.dossier
        if dossier is None:
            return
        if code == AGREEMENT and not dossier.overeenkomsten:
            self.draw_up()
            return
        if code != AGREEMENT and dossier.open_melding is None:
            self._host.notify(Notice(t.EERST_MELDING, Tone.WARN))
            return
        visit.left()
        visit.panels.close()
        visit.columns.close_drawer()
        self._open(code, dossier, termijn=termijn)
        if takes_focus:
            visit.parts.preview.begin()

    def _open(
        self, code: str, dossier: KlantDossier, overeenkomst: UUID | None = None, termijn: str | None = None
    ) -> None:
        self.is_done, self._back = False, None
        self._visit.go_page(pages.PREVIEW)
        self._visit.parts.preview.show_letter(code, dossier, overeenkomst, termijn)

    def explain_date(self, termijn: str, back: Back = None) -> None:
        """The explanation of a date as paper; asked before the dossier is there, it comes with it."""
        self._date, self._back = termijn, back
        self.show_waiting()

    def show_waiting(self) -> None:
        """The dossier is there now: show the explanation that was asked for."""
        if self._date and self._visit.dossier is not None:
            termijn, self._date = self._date, ""
            back, late = self._back, not self._visit.may_take_focus()
            self.show(EXPLANATION, termijn, takes_focus=not late)
            self._back = back

    def went_back(self) -> bool:
        """The paper is put away: to the list where it was asked for. ``False`` when that was here."""
        back, self._back = self._back, None
        if back is None:
            return False
        self._visit.go_page(pages.WORK)
        back()
        return True

    def draw_up(self) -> None:
        """Ctrl+Shift+A."""
        visit = self._visit
        if visit.dossier is None:
            return
        visit.left()
        visit.panels.close()
        visit.go_page(pages.AGREEMENT)
        visit.parts.agreement.start(visit.dossier)
        visit.parts.agreement.begin()

    def agreement_saved(self, rid: UUID) -> None:
        """It exists: straight to its paper."""
        klant = self._visit.klant
        if klant is not None:
            work = partial(self._actions.dossier, klant)
            self._tasks.run(self._visit, "cache", work, partial(self._show_agreement, rid), self._failed)

    def _show_agreement(self, rid: UUID, dossier: KlantDossier | None) -> None:
        if dossier is not None:
            self._arrived(dossier)
            stays = self._visit.may_take_focus()
            self._open(AGREEMENT, dossier, rid)
            if stays:
                self._visit.parts.preview.begin()

    def printed(self, code: str) -> None:
        """The receipt that went to a printer is how it was given."""
        self.is_done = True
        if code == RECEIPT:
            self._visit.parts.melding.receipt_given()

    def go_on(self) -> None:
        """Told comes before the next one: to what was not told yet, else to the papers."""
        parts = self._visit.parts
        if parts.melding.begin_told():
            return
        folded = self._visit.columns.fold is Fold.TWO
        (parts.intake if folded else parts.papers).begin()

    def _failed(self, error: WerkdeskError) -> None:
        self._host.notify(Notice(explain(error), Tone.BAD))
