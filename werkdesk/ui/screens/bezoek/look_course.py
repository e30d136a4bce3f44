"""From a klant that is chosen to a dossier that is shown: why, and that it was written down."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Slot

from werkdesk.domain.bezoek import Bezoek
from werkdesk.domain.inzage import InzageReden, VanzelfReden
from werkdesk.domain.regels.inzage import RedenKeuze
from werkdesk.errors import Refused, WerkdeskError
from werkdesk.ui.dossier.looking import LookActions
from werkdesk.ui.kit.notice import Notice
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.bezoek import pages
from werkdesk.ui.screens.bezoek.surface import VisitSurface
from werkdesk.ui.teksten import inzage as t
from werkdesk.ui.texts import explain
from werkdesk.usecases.inzage import Kijkreden
from werkdesk.usecases.overzichten import KlantDossier

Tell = Callable[[Notice], None]


class LookCourse(QObject):
    """``open(klant, bezoek, reden)``: the visit is the reason, or a list gave one, or it was given before in
    this session; else one key answers. ``shown(dossier)`` is called when the look was written, never before.
    """

    def __init__(
        self,
        visit: VisitSurface,
        actions: LookActions,
        tasks: Tasks,
        notify: Tell,
        shown: Callable[[KlantDossier | None], None],
    ) -> None:
        super().__init__(visit)
        self._visit, self._actions, self._tasks = visit, actions, tasks
        self._notify, self._shown = notify, shown
        self._klant: UUID | None = None
        self._why: Kijkreden | None = None  # while it waits to be written
        self._is_open = self._was_asked = self._is_busy = False
        visit.why.answered.connect(self._answered)
        visit.why.again.connect(self._again)
        visit.card.bsn_asked.connect(self._reveal_bsn)
        visit.card.address_asked.connect(self._reveal_address)

    def may_read(self, klant: UUID | None) -> bool:
        """Whether the look at this klant was written: then newer facts of them may be shown."""
        return self._is_open and klant is not None and klant == self._klant

    def close(self) -> None:
        """Nobody is shown any more."""
        self._klant, self._is_open, self._is_busy = None, False, False

    def open(self, klant: UUID, bezoek: Bezoek | None, reden: str) -> None:
        """Write the look and show the dossier, or ask why first."""
        self._klant, self._is_open = klant, False
        why = self._reason_for(klant, bezoek, reden)
        if why is not None:
            self._visit.go_page(pages.WORK)
            self._write(why, asked=False)
            return
        self._visit.why.ask()
        self._visit.go_page(pages.WHY)
        if self._visit.may_take_focus():
            self._visit.why.begin()
        self._wait()
        self._tasks.run(self, "cache", self._actions.reasons, self._show_reasons, self._no_reasons)

    def _wait(self) -> None:
        self._is_busy = True
        self._visit.keys_wait.emit(self._waits)

    def _waits(self) -> bool:
        return self._is_busy

    def change_form(self, klant: UUID, begin: Callable[[], None]) -> None:
        """F2: a whole BSN stands in that form. ``begin`` when that was written down."""
        self._wait()
        work = partial(self._actions.note_form, klant)
        self._tasks.run(self, "cache", work, partial(self._form_noted, begin), self._failed)

    def _form_noted(self, begin: Callable[[], None], _: object) -> None:
        self._is_busy = False
        begin()

    def _reason_for(self, klant: UUID, bezoek: Bezoek | None, reden: str) -> Kijkreden | None:
        if bezoek is not None:
            return Kijkreden(InzageReden(VanzelfReden.BEZOEK.value), bezoek.id)
        if reden:
            return Kijkreden(InzageReden(reden))
        given = self._actions.given(klant)
        return Kijkreden(given) if given is not None else None

    @Slot(str, str)
    def _answered(self, code: str, words: str) -> None:
        try:
            reason = InzageReden(code, words)
        except Refused as error:
            self._visit.why.words.show_error(explain(error))
            return
        self._write(Kijkreden(reason), asked=True)

    @Slot()
    def _again(self) -> None:
        if self._why is not None:
            self._write(self._why, asked=self._was_asked)

    def _write(self, why: Kijkreden, *, asked: bool) -> None:
        klant = self._klant
        if klant is None:
            return
        self._why, self._was_asked = why, asked
        self._wait()
        work = partial(self._actions.open, klant, why, asked=asked)
        self._tasks.run(self, "cache", work, partial(self._opened, klant), partial(self._not_opened, klant))

    def _opened(self, klant: UUID, dossier: KlantDossier | None) -> None:
        if klant != self._klant:
            return
        self._why, self._is_open, self._is_busy = None, True, False
        if self._visit.page == pages.WHY:
            self._visit.go_page(pages.WORK)
        self._shown(dossier)

    def _not_opened(self, klant: UUID, error: WerkdeskError) -> None:
        """Nobody sees a file unseen: it stays shut, and says why."""
        if klant != self._klant:
            return
        self._is_busy = False
        self._visit.keys_stop.emit()
        self._visit.go_page(pages.WHY)
        self._visit.why.show_trouble(explain(error), asking=self._was_asked)
        self._failed(error)  # with large text the page may have scrolled past its sentence

    def _show_reasons(self, reasons: tuple[RedenKeuze, ...]) -> None:
        self._visit.why.show_reasons(reasons)
        self._is_busy = False
        if self._visit.page == pages.WHY and self._visit.may_take_focus():
            self._visit.why.begin()

    def _no_reasons(self, _: WerkdeskError) -> None:
        self._is_busy = False
        self._visit.why.show_trouble(t.ZONDER_REDENEN, asking=True)

    @Slot()
    def _reveal_bsn(self) -> None:
        if self._klant is not None:
            work = partial(self._actions.show_bsn, self._klant)
            self._tasks.run(self, "cache", work, self._visit.card.reveal_bsn, self._failed)

    @Slot()
    def _reveal_address(self) -> None:
        if self._klant is not None:
            work = partial(self._actions.show_address, self._klant)
            self._tasks.run(self, "cache", work, self._visit.card.reveal_address, self._failed)

    def _failed(self, error: WerkdeskError) -> None:
        if self._is_busy:
            self._is_busy = False
            self._visit.keys_stop.emit()
        self._notify(Notice(explain(error), Tone.BAD))
