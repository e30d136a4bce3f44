"""What happens at the concept: kept as a draft, tried on cases, laid before a colleague."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from werkdesk.errors import WerkdeskError
from werkdesk.ui.dossier.drafts import DraftKeeper, Velden
from werkdesk.ui.frame.host import Host
from werkdesk.ui.kit.notice import Notice
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.regels.actions import BeheerActions
from werkdesk.ui.screens.regels.concept_page import ConceptPage
from werkdesk.ui.teksten import regels_beheer as t
from werkdesk.ui.texts import explain
from werkdesk.usecases.regels.beheer import Voorgelegd
from werkdesk.usecases.regels.concept import (
    NieuweVersie,
    RegelConcept,
    naar_velden,
    uit_velden,
    zonder_wijziging,
)
from werkdesk.usecases.regels.proef import Proef
from werkdesk.usecases.regels.uitgangspunt import Uitgangspunt


class ConceptWork(QObject):
    """``begin``: the newest tables, once they were read. ``changed``: the concept is another one.

    ``emptied``: something was taken out by a button that may be gone now. ``proposed``: it waits for a
    colleague.
    """

    changed = Signal()
    emptied = Signal()
    proposed = Signal()

    def __init__(self, actions: BeheerActions, tasks: Tasks, host: Host, parent: QObject) -> None:
        super().__init__(parent)
        self._beheer, self._tasks, self._host = actions.beheer, tasks, host
        self._page: ConceptPage | None = None
        self.begin: Uitgangspunt | None = None
        self.concept = RegelConcept()
        self.proef: Proef | None = None
        self.drafts = DraftKeeper(actions.concepten, tasks, self._gather, self)
        self.drafts.failed.connect(self._draft_failed)

    def work_on(self, page: ConceptPage) -> None:
        """Answer what this page asks."""
        self._page = page
        page.drop_asked.connect(self._drop)
        page.throw_asked.connect(self._throw)
        page.trial_asked.connect(self._try)
        page.propose_asked.connect(self.propose)
        page.edited.connect(self._on_edited)

    @property
    def names(self) -> Mapping[str, str]:
        """Id of a rule → its name."""
        return {} if self.begin is None else {one.id: one.naam for one in self.begin.nu.regels}

    def open(self) -> None:
        """Read what was kept of an earlier time; once."""
        if not self.drafts.key:
            self.drafts.open(f"regels:{self._beheer.wie.medewerker}", self._show_draft)

    def take_begin(self, begin: Uitgangspunt) -> None:
        """Newest tables; over other ones a trial that was made says nothing any more."""
        other = self.begin is not None and self.begin.nu.kenmerk != begin.nu.kenmerk
        self.begin = begin
        if other:
            self._set_proef(None)

    def show(self) -> None:
        """Show what there is."""
        if self._page is not None:
            self._page.show_concept(self.concept, self.names)

    def replace(self, concept: RegelConcept) -> None:
        """Another content is another proposal; a trial that is out of date goes."""
        self.concept = self._beheer.vernieuwd(concept)
        if self.proef is not None and self.proef.van != self.concept.merk:
            self._set_proef(None)
        self.drafts.touch()
        self.changed.emit()

    def _show_draft(self, found: Velden | None) -> None:
        if self.concept.is_leeg:
            self.concept = uit_velden(found)
        self.changed.emit()
        self.show()

    def _gather(self) -> Velden | None:
        return None if self.concept.is_leeg else naar_velden(self.concept)

    def _draft_failed(self, error: WerkdeskError) -> None:
        self._host.notify(Notice(explain(error), Tone.BAD))

    def _set_proef(self, proef: Proef | None) -> None:
        self.proef = proef
        if self._page is not None:
            self._page.show_proef(proef)

    @Slot()
    def _on_edited(self) -> None:
        if self._page is not None:
            self.replace(self._page.gather(self.concept))

    @Slot(object)
    def _drop(self, nieuw: NieuweVersie) -> None:
        words = t.WEGGEHAALD.format(regel=self.names.get(nieuw.regel, nieuw.regel))
        self._replace_with_undo(zonder_wijziging(self.concept, nieuw.plaats), words)

    @Slot()
    def _throw(self) -> None:
        self._replace_with_undo(RegelConcept(), t.WEGGEGOOID)

    def _replace_with_undo(self, concept: RegelConcept, words: str) -> None:
        before = self.concept
        self.replace(concept)
        self.show()
        self.emptied.emit()
        self._host.notify(Notice(words, action=t.ONGEDAAN, do=partial(self._restore, before), seconds=10))

    def _restore(self, before: RegelConcept) -> None:
        self.replace(before)
        self.show()

    @Slot()
    def _try(self) -> None:
        page = self._page
        if page is None or self.begin is None or not self.concept.wijzigingen:
            return
        self._set_proef(None)
        page.show_busy()
        work = partial(self._beheer.proef, self.begin, self.concept)
        self._tasks.run(self, "office", work, self._tried, page.trial_failed)

    def _tried(self, proef: Proef) -> None:
        self._set_proef(proef if proef.van == self.concept.merk else None)

    @Slot()
    def propose(self) -> None:
        """Lay it before a colleague, when it was tried as it is now."""
        page = self._page
        if page is None or self.begin is None or not self.concept.wijzigingen or page.wrong():
            return
        if self.proef is None:
            page.show_failure(t.EERST_PROEF)
            page.cases.run.setFocus()
            return
        page.show_failure("")
        page.propose.setEnabled(False)
        sent = self.concept
        work = partial(self._beheer.leg_voor, self.begin, sent, self.proef)
        self._tasks.run(self, "office", work, partial(self._proposed, page, sent), self._not_proposed)

    def _proposed(self, page: ConceptPage, sent: RegelConcept, done: Voorgelegd) -> None:
        page.propose.setEnabled(True)
        if done.voorstel is None:
            if self.proef is not None:
                self._set_proef(replace(self.proef, anders=done.anders))
            page.show_failure(t.ANDERS_GEZIEN.format(aantal=len(done.anders)))
            return
        if self.concept == sent:  # what was typed meanwhile is not in the proposal and stays
            self._set_proef(None)
            self.replace(RegelConcept())
            self.drafts.flush()
        self._host.notify(Notice(t.VOORGELEGD.format(nummer=done.voorstel.nummer), Tone.GOOD))
        self.proposed.emit()

    def _not_proposed(self, error: WerkdeskError) -> None:
        if self._page is not None:
            self._page.propose.setEnabled(True)
            self._page.show_failure(t.CONCEPT_BLIJFT.format(zin=explain(error)))
