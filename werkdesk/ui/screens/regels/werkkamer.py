"""The room behind the reading place, for who keeps the rules: its pages, and the way between them.

What happens at the concept and at the proposals stands in :mod:`concept_werk` and :mod:`voorstel_werk`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import cast

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from werkdesk.domain.regels.regel import ALLE_GEMEENTEN
from werkdesk.errors import WerkdeskError
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
from werkdesk.ui.screens.regels.concept_werk import ConceptWork
from werkdesk.ui.screens.regels.versie_page import VersionPage
from werkdesk.ui.screens.regels.voorstel_werk import ProposalWork
from werkdesk.ui.screens.regels.voorstellen_page import ProposalsPage
from werkdesk.ui.teksten import regels_beheer as t
from werkdesk.ui.texts import explain
from werkdesk.usecases.regels.concept import NieuweVersie, RegelConcept, begin_bij
from werkdesk.usecases.regels.proef import Proef
from werkdesk.usecases.regels.uitgangspunt import Uitgangspunt
from werkdesk.usecases.regels.uitleg import RegelUitleg

LEZEN, CONCEPT, VOORSTELLEN, VERSIE = "lezen", "concept", "voorstellen", "versie"
ASK_EVERY = timedelta(minutes=10)
"""How often the register is asked whether a proposal waits, while nobody looks at this place."""


class Workroom(QWidget):
    """``pages`` holds the reading place too. ``went``: another page is shown, so other commands hold.

    ``waits(int)``: how many proposals wait for who sits here.
    """

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
        self._asked: datetime | None = None
        self._origin = LEZEN
        self._to_list = False
        self.drafting = ConceptWork(actions, tasks, host, self)
        self.drafting.changed.connect(self._show_chips)
        self.drafting.emptied.connect(self.focus_page)
        self.drafting.proposed.connect(self._to_proposals)
        self.judging = ProposalWork(actions, tasks, host, self)
        self.judging.changed.connect(self._on_versions)
        self.judging.decided.connect(self.focus_page)
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

    @property
    def here(self) -> str:
        """Which page is shown."""
        return self.pages.name

    @property
    def is_reading(self) -> bool:
        """Whether the reading place is shown."""
        return self.here == LEZEN

    @property
    def concept(self) -> RegelConcept:
        """What is being made."""
        return self.drafting.concept

    @property
    def proef(self) -> Proef | None:
        """The trial of it, as long as it is of what stands there now."""
        return self.drafting.proef

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

    def _make_concept(self) -> QWidget:
        page = ConceptPage(self._actions.beheer.clock, self._actions.kies_bestand, *self._keys)
        page.change_asked.connect(self.change)
        self.drafting.work_on(page)
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

    # ------------------------------------------------------------------ going about

    def came(self) -> None:
        """Somebody came to this place: read where they were, and whether something waits for them."""
        self.drafting.open()
        self.refresh()

    def left(self) -> None:
        """Write the draft now."""
        self.drafting.drafts.flush()

    def tick(self, now: datetime) -> None:
        """A second passed; now and then ask whether a colleague's proposal waits."""
        if self._asked is None:
            self.refresh()
        if self._asked is None or now - self._asked >= ASK_EVERY:
            self._asked = now
            if self.judging.begin is not None:
                self.judging.ask()

    def refresh(self) -> None:
        """Read the newest tables, then ask the register what waits."""
        self._tasks.run(self, "cache", self._actions.beheer.begin, self._show_begin, self._failed)

    def _show_begin(self, begin: Uitgangspunt) -> None:
        self.drafting.take_begin(begin)
        if self.here == CONCEPT:
            self.drafting.show()
        self.judging.begin = begin
        self.judging.ask()

    def _failed(self, error: WerkdeskError) -> None:
        self._host.notify(Notice(explain(error), Tone.BAD))

    @Slot(str)
    def go(self, name: str) -> None:
        """Show a page; the focus stays on the strip when it was there."""
        self._to_list = False
        self.pages.go(name)
        self.strip.set_value(self._origin if name == VERSIE else name)
        if name == CONCEPT:
            self.drafting.show()
        elif name == VOORSTELLEN:
            self.judging.show()
            self.judging.ask()
        self.went.emit()

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
        if self.is_reading:
            return False
        self.go(self._origin if self.here == VERSIE else LEZEN)
        self.focus_page()
        return True

    def primary(self) -> None:
        """Ctrl+Enter: what the filled button of this page does."""
        if self.here == VERSIE:
            self._keep_version()
        elif self.here == CONCEPT:
            self.drafting.propose()
        elif self.here == VOORSTELLEN:
            self.judging.approve()

    @Slot()
    def _to_proposals(self) -> None:
        self.go(VOORSTELLEN)
        self.focus_page()

    @Slot()
    def _on_versions(self) -> None:
        self._show_chips()
        if self.here == VOORSTELLEN:
            self.judging.show()
            if self._to_list and self.judging.rows:
                self.focus_page()

    @Slot()
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
        begin = self.drafting.begin
        if begin is None:
            self._host.notify(Notice(t.BEZIG))
            return
        place = regel.gemeente or ALLE_GEMEENTEN
        mine = [one for one in begin.nu.reeks(regel.regel) if one.gemeente == place]
        exact = [one for one in mine if one.versie == regel.versie]
        like = next(iter(exact or mine[::-1] or begin.nu.reeks(regel.regel)), None)
        if like is None or not self._actions.mag_voorstellen:
            return
        half = self.concept.bezig
        start = half if half is not None and half.regel == regel.regel else begin_bij(like)
        self._open_form(like.naam, start)

    @Slot(object)
    def change(self, nieuw: NieuweVersie) -> None:
        """Open the form for a change that is in the concept already."""
        self._open_form(self.drafting.names.get(nieuw.regel, nieuw.regel), nieuw, was=True)

    def _open_form(self, naam: str, start: NieuweVersie, *, was: bool = False) -> None:
        self._origin = self.here if self.here != VERSIE else self._origin
        begin = self.drafting.begin
        series = () if begin is None else begin.nu.reeks(start.regel)
        self.version.show_version(naam, start, series, start.plaats if was else None)
        self.go(VERSIE)
        self.focus_page()

    @Slot()
    def _on_form_edited(self) -> None:
        if self.version.form.was is None:
            self.drafting.replace(replace(self.concept, bezig=self.version.form.typed()))

    @Slot()
    def _cancel_version(self) -> None:
        self.drafting.replace(replace(self.concept, bezig=None))
        self.back()

    @Slot()
    def _keep_version(self) -> None:
        form, begin = self.version.form, self.drafting.begin
        nieuw = form.gather()
        if nieuw is None or begin is None:
            return
        work = partial(self._actions.beheer.neem_op, begin, self.concept, nieuw, form.was)
        self._tasks.run(self, "office", work, partial(self._kept, nieuw), form.refuse)

    def _kept(self, nieuw: NieuweVersie, concept: RegelConcept) -> None:
        self.drafting.replace(concept)
        self.go(CONCEPT)
        self.concept_page.table.choose(nieuw.plaats)
        self.focus_page()
        self._host.notify(Notice(t.OPGENOMEN.format(regel=self.version.naam), Tone.GOOD))


def _on_list(table: QuietTable, other: QWidget) -> None:
    (table if table.rows.rows else other).setFocus()
