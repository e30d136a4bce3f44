"""The room behind the reading place, for who keeps the rules: form, concept, trial and proposals.

Here is what happens between the pages; the pages themselves show and ask, and know nothing of each other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import cast

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from werkdesk.domain.regels.regel import ALLE_GEMEENTEN
from werkdesk.errors import WerkdeskError
from werkdesk.ui.dossier.drafts import DraftKeeper, Velden
from werkdesk.ui.frame.host import Host
from werkdesk.ui.kit.choice_strip import ChoiceStrip
from werkdesk.ui.kit.layout import Column
from werkdesk.ui.kit.notice import Notice
from werkdesk.ui.kit.pages import Pages
from werkdesk.ui.kit.table import QuietTable
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.regels.actions import BeheerActions
from werkdesk.ui.screens.regels.concept_page import ConceptPage
from werkdesk.ui.screens.regels.versie_page import VersionPage
from werkdesk.ui.screens.regels.voorstel_werk import ProposalWork
from werkdesk.ui.screens.regels.voorstellen_page import ProposalsPage
from werkdesk.ui.teksten import regels_beheer as t
from werkdesk.ui.texts import explain
from werkdesk.usecases.regels.beheer import Voorgelegd
from werkdesk.usecases.regels.concept import (
    NieuweVersie,
    RegelConcept,
    begin_bij,
    naar_velden,
    uit_velden,
    zonder_wijziging,
)
from werkdesk.usecases.regels.proef import Proef
from werkdesk.usecases.regels.samenstellen import Uitgangspunt
from werkdesk.usecases.regels.uitleg import RegelUitleg

LEZEN, CONCEPT, VOORSTELLEN, VERSIE = "lezen", "concept", "voorstellen", "versie"


class Workroom(QWidget):
    """``pages`` holds the reading place too. ``went``: another page is shown, so other commands hold."""

    went = Signal()
    waits = Signal(int)

    def __init__(
        self,
        reading: QWidget,
        actions: BeheerActions,
        tasks: Tasks,
        host: Host,
        *,
        save_key: str = "",
        edit_key: str = "",
    ) -> None:
        super().__init__()
        self._actions, self._tasks, self._host = actions, tasks, host
        self._keys = save_key, edit_key
        self._begin: Uitgangspunt | None = None
        self._origin = LEZEN
        self._to_list = False
        self.concept = RegelConcept()
        self.proef: Proef | None = None
        self.judging = ProposalWork(actions, tasks, host, self)
        self.judging.changed.connect(self._on_versions)
        self.judging.decided.connect(self.focus_page)
        self.drafts = DraftKeeper(actions.concepten, tasks, self._gather, self)
        self.drafts.failed.connect(self._draft_failed)
        steps = [(LEZEN, t.LEZEN), (CONCEPT, t.CONCEPT), (VOORSTELLEN, t.VOORSTELLEN)]
        shown = [step for step in steps if actions.mag_voorstellen or step[0] != CONCEPT]
        self.strip = ChoiceStrip(t.WAT, shown, help_key="regels.beheer")
        self.strip.set_value(LEZEN)
        self.strip.chosen.connect(self.go)
        self.pages = Pages()
        self.pages.add(LEZEN, lambda: reading)
        self.pages.add(CONCEPT, self._make_concept)
        self.pages.add(VOORSTELLEN, self._make_proposals)
        self.pages.add(VERSIE, self._make_form)
        self.pages.go(LEZEN)
        Column(self, gap=12).put(self.strip, self.pages)

    # ------------------------------------------------------------------ pages

    @property
    def here(self) -> str:
        """Which page is shown."""
        return self.pages.name

    @property
    def concept_page(self) -> ConceptPage:
        """The concept, built when need be."""
        return cast("ConceptPage", self.pages.page(CONCEPT))

    @property
    def proposals(self) -> ProposalsPage:
        """The versions, built when need be."""
        return cast("ProposalsPage", self.pages.page(VOORSTELLEN))

    @property
    def version(self) -> VersionPage:
        """The form, built when need be."""
        return cast("VersionPage", self.pages.page(VERSIE))

    @Slot(str)
    def go(self, name: str) -> None:
        """Show a page; the focus stays on the strip when it was there."""
        self._to_list = False
        self.pages.go(name)
        self.strip.set_value(self._origin if name == VERSIE else name)
        if name == CONCEPT:
            self._show_concept()
        elif name == VOORSTELLEN:
            self.judging.show()
            self.judging.ask()
        self.went.emit()

    @property
    def is_reading(self) -> bool:
        """Whether the reading place is shown."""
        return self.here == LEZEN

    def commands(self) -> dict[str, Callable[[], None]]:
        """What F2 and Ctrl+Enter do on this page."""
        found: dict[str, Callable[[], None]] = {"bewaren.verder": self.primary}
        return found | {"wijzigen": self.concept_page.change.click} if self.here == CONCEPT else found

    def panes(self) -> tuple[QWidget, ...]:
        """Stops of F6 on this page."""
        if self.here == CONCEPT:
            page = self.concept_page
            return (page.table, page.gaat_in.editor, page.reading, page.cases.field.editor)
        if self.here == VOORSTELLEN:
            judgement = self.proposals.judgement
            return (self.proposals.table, judgement.reading, judgement.reason.editor)
        return (self.version.form.waarde.editor, self.version.form.save)

    def focus_page(self) -> None:
        """Put the focus where the work of this page begins."""
        if self.here == VERSIE:
            self.version.form.begin()
        elif self.here == CONCEPT:
            _on_list(self.concept_page.table, self.strip)
        elif self.here == VOORSTELLEN:
            self._to_list = not self.proposals.table.rows.rows
            _on_list(self.proposals.table, self.strip)

    def back(self) -> bool:
        """Esc: from the form to where it was opened, from there to reading; what was typed stays."""
        if self.here == LEZEN:
            return False
        self.go(self._origin if self.here == VERSIE else LEZEN)
        self.focus_page()
        return True

    def primary(self) -> None:
        """Ctrl+Enter: what the filled button of this page does."""
        if self.here == VERSIE:
            self._keep_version()
        elif self.here == CONCEPT:
            self._propose()
        elif self.here == VOORSTELLEN:
            self.judging.approve()

    def _make_concept(self) -> QWidget:
        page = ConceptPage(self._actions.beheer.clock, self._actions.kies_bestand, *self._keys)
        page.change_asked.connect(self.change)
        page.drop_asked.connect(self._drop)
        page.throw_asked.connect(self._throw)
        page.trial_asked.connect(self._try)
        page.propose_asked.connect(self._propose)
        page.edited.connect(self._on_edited)
        return page

    def _make_proposals(self) -> QWidget:
        page = ProposalsPage(self._actions.kies_bestand, self._keys[0])
        self.judging.work_on(page)
        return page

    def _make_form(self) -> QWidget:
        beheer = self._actions.beheer
        page = VersionPage(beheer.clock, beheer.wie.gemeenten, self._keys[0])
        page.form.asked.connect(self._keep_version)
        page.form.cancelled.connect(self._cancel_version)
        page.form.edited.connect(self._on_form_edited)
        return page

    # ------------------------------------------------------------------ reading

    def came(self) -> None:
        """Somebody came to this place: read where they were, and whether something waits for them."""
        if not self.drafts.key:
            self.drafts.open(f"regels:{self._actions.beheer.wie.medewerker}", self._show_draft)
        self.refresh()

    def refresh(self) -> None:
        """Read the newest tables, then ask the register what waits."""
        self._tasks.run(self, "cache", self._actions.beheer.begin, self._show_begin, self._host_failure)

    def left(self) -> None:
        """Write the draft now."""
        self.drafts.flush()

    def _show_begin(self, begin: Uitgangspunt) -> None:
        changed = self._begin is not None and self._begin.nu.kenmerk != begin.nu.kenmerk
        self._begin = begin
        if changed:  # the concept is now over other tables, so its trial says nothing any more
            self._set_proef(None)
        if self.here == CONCEPT:
            self._show_concept()
        self.judging.begin = begin
        self.judging.ask()

    def _show_draft(self, found: Velden | None) -> None:
        if self.concept.is_leeg:
            self.concept = uit_velden(found)
        self._show_chips()
        if self.here == CONCEPT:
            self._show_concept()

    def _gather(self) -> Velden | None:
        return None if self.concept.is_leeg else naar_velden(self.concept)

    def _draft_failed(self, error: WerkdeskError) -> None:
        self._host.notify(Notice(explain(error), Tone.BAD))

    def _host_failure(self, error: WerkdeskError) -> None:
        self._host.notify(Notice(explain(error), Tone.BAD))

    def _set_concept(self, concept: RegelConcept) -> None:
        """Another content is another proposal; a trial that is out of date goes."""
        self.concept = self._actions.beheer.vernieuwd(concept)
        if self.proef is not None and self.proef.van != self.concept.merk:
            self._set_proef(None)
        self.drafts.touch()
        self._show_chips()

    def _set_proef(self, proef: Proef | None) -> None:
        self.proef = proef
        if self.pages.built(CONCEPT):
            self.concept_page.show_proef(proef)

    def _show_concept(self) -> None:
        names = {} if self._begin is None else {one.id: one.naam for one in self._begin.nu.regels}
        self.concept_page.show_concept(self.concept, names)

    @Slot()
    def _on_versions(self) -> None:
        self._show_chips()
        if self.here == VOORSTELLEN:
            self.judging.show()
            if self._to_list and self.judging.rows:
                self.focus_page()

    def _show_chips(self) -> None:
        mine = self.judging.waiting
        self.strip.show_notes(
            {
                CONCEPT: (t.concept_telling(len(self.concept.wijzigingen)), Tone.ACCENT),
                VOORSTELLEN: (t.wacht_telling(mine), Tone.WARN),
            }
        )
        self.waits.emit(mine)

    # ------------------------------------------------------------------ a new version

    def new_version(self, regel: RegelUitleg) -> None:
        """Open the form for a new period of this rule, or go on with one that was begun."""
        begin = self._begin
        if begin is None or not self._actions.mag_voorstellen:
            return
        place = regel.gemeente or ALLE_GEMEENTEN
        mine = [one for one in begin.nu.reeks(regel.regel) if one.gemeente == place]
        found = next((one for one in mine if one.versie == regel.versie), None) or next(
            iter(reversed(mine or begin.nu.reeks(regel.regel))), None
        )
        if found is None:
            return
        half = self.concept.bezig
        start = half if half is not None and half.regel == regel.regel else begin_bij(found)
        self._open_form(found.naam, start)

    @Slot(object)
    def change(self, nieuw: NieuweVersie) -> None:
        """Open the form for a change that is in the concept already."""
        names = {} if self._begin is None else {one.id: one.naam for one in self._begin.nu.regels}
        self._open_form(names.get(nieuw.regel, nieuw.regel), nieuw, was=True)

    def _open_form(self, naam: str, start: NieuweVersie, *, was: bool = False) -> None:
        self._origin = self.here if self.here != VERSIE else self._origin
        series = () if self._begin is None else self._begin.nu.reeks(start.regel)
        self.version.show_version(naam, start, series, start.plaats if was else None)
        self.go(VERSIE)
        self.focus_page()

    @Slot()
    def _on_form_edited(self) -> None:
        if self.version.form.was is None:
            self._set_concept(replace(self.concept, bezig=self.version.form.typed()))

    @Slot()
    def _cancel_version(self) -> None:
        self._set_concept(replace(self.concept, bezig=None))
        self.back()

    def _keep_version(self) -> None:
        form = self.version.form
        nieuw = form.gather()
        if nieuw is None or self._begin is None:
            return
        work = partial(self._actions.beheer.neem_op, self._begin, self.concept, nieuw, form.was)
        self._tasks.run(self, "office", work, partial(self._kept, nieuw), form.refuse)

    def _kept(self, nieuw: NieuweVersie, concept: RegelConcept) -> None:
        self._set_concept(concept)
        self.go(CONCEPT)
        self.concept_page.table.choose(nieuw.plaats)
        self.focus_page()
        self._host.notify(Notice(t.OPGENOMEN.format(regel=self.version.naam), Tone.GOOD))

    # ------------------------------------------------------------------ the concept

    @Slot()
    def _on_edited(self) -> None:
        self._set_concept(self.concept_page.gather(self.concept))

    @Slot(object)
    def _drop(self, nieuw: NieuweVersie) -> None:
        self._replace_concept(
            zonder_wijziging(self.concept, nieuw.plaats), t.WEGGEHAALD.format(regel=nieuw.regel)
        )

    @Slot()
    def _throw(self) -> None:
        self._replace_concept(RegelConcept(), t.WEGGEGOOID)

    def _replace_concept(self, concept: RegelConcept, words: str) -> None:
        """Another concept; what it was comes back with Ctrl+Z."""
        before = self.concept
        self._set_concept(concept)
        self._show_concept()
        self.focus_page()
        self._host.notify(Notice(words, action=t.ONGEDAAN, do=partial(self._restore, before), seconds=10))

    def _restore(self, before: RegelConcept) -> None:
        self._set_concept(before)
        if self.here == CONCEPT:
            self._show_concept()

    @Slot()
    def _try(self) -> None:
        if self._begin is None or not self.concept.wijzigingen:
            return
        concept = self.concept
        self._set_proef(None)
        self.concept_page.show_busy()
        work = partial(self._actions.beheer.proef, self._begin, concept)
        self._tasks.run(self, "office", work, self._tried, self.concept_page.trial_failed)

    def _tried(self, proef: Proef) -> None:
        self._set_proef(proef if proef.van == self.concept.merk else None)

    def _propose(self) -> None:
        page = self.concept_page
        if self._begin is None or not self.concept.wijzigingen or page.wrong():
            return
        if self.proef is None:
            page.show_failure(t.EERST_PROEF)
            page.cases.run.setFocus()
            return
        page.show_failure("")
        page.propose.setEnabled(False)
        work = partial(self._actions.beheer.leg_voor, self._begin, self.concept, self.proef)
        self._tasks.run(self, "office", work, self._proposed, self._not_proposed)

    def _proposed(self, done: Voorgelegd) -> None:
        page = self.concept_page
        page.propose.setEnabled(True)
        voorstel, seen = done.voorstel, done.anders
        if voorstel is None:
            if self.proef is not None:
                self._set_proef(replace(self.proef, anders=seen))
            page.show_failure(t.ANDERS_GEZIEN.format(aantal=len(seen)))
            return
        self._set_proef(None)
        self._set_concept(RegelConcept())
        self.drafts.flush()
        self._host.notify(Notice(t.VOORGELEGD.format(nummer=voorstel.nummer), Tone.GOOD))
        self.go(VOORSTELLEN)
        self.focus_page()

    def _not_proposed(self, error: WerkdeskError) -> None:
        self.concept_page.propose.setEnabled(True)
        self.concept_page.show_failure(t.CONCEPT_BLIJFT.format(zin=explain(error)))


def _on_list(table: QuietTable, other: QWidget) -> None:
    (table if table.rows.rows else other).setFocus()
