"""The visit on screen: identity card on top, under it one page at a time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from werkdesk.domain.bezoek import Bezoek
from werkdesk.domain.inzage import VanzelfReden
from werkdesk.errors import WerkdeskError
from werkdesk.ui.dossier.parts import MakeParts
from werkdesk.ui.frame.heading import Heading
from werkdesk.ui.frame.host import Host
from werkdesk.ui.frame.opening import Opening, TypedFacts
from werkdesk.ui.frame.place_screen import Commands
from werkdesk.ui.kit.focus_spot import moved_on
from werkdesk.ui.kit.notice import Notice
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.bezoek import pages
from werkdesk.ui.screens.bezoek.actions import BezoekActions
from werkdesk.ui.screens.bezoek.end_course import EndCourse
from werkdesk.ui.screens.bezoek.look_course import LookCourse
from werkdesk.ui.screens.bezoek.paper_course import INVITATION, RECEIPT, PaperCourse
from werkdesk.ui.screens.bezoek.saving import saver_of
from werkdesk.ui.screens.bezoek.side_reads import SideReads
from werkdesk.ui.screens.bezoek.surface import VisitSurface
from werkdesk.ui.screens.bezoek.visitor import Visitor, gone_words, is_here
from werkdesk.ui.screens.bezoek.words import heading_of
from werkdesk.ui.teksten import bezoek as t
from werkdesk.ui.texts import explain
from werkdesk.usecases.changes import Changes, Topic
from werkdesk.usecases.overzichten import KlantDossier

TOPICS = Topic.KLANT | Topic.MELDING | Topic.INTAKE | Topic.PAPIER | Topic.AANDACHT | Topic.PLAATSING


class VisitScreen(VisitSurface):
    """``opening`` says with whom it begins. ``make_parts`` gives the panels; ``cap`` the keys on buttons.

    Pages: ``who`` (nobody known), ``person`` (new, or facts changed), ``work`` (melding, intake, what runs),
    ``preview`` and ``agreement``. Esc goes back to ``work``; nothing typed is lost by any of it.
    """

    answers = frozenset(
        {
            "bezoek.afronden", "klant.identiteit", "melding.nieuw", "wijzigen", "bewaren", "bewaren.verder",
            "papier.afdrukken", "papier.overeenkomst", "terug", "afspraak", "controles", "melding.aanvraag",
            "melding.jongere", "melding.sluiten", "bezoek.ander", "plaatsing.nieuw", "plaatsing.vervolg",
        }
    )  # fmt: skip

    def __init__(
        self,
        name: str,
        opening: Opening,
        actions: BezoekActions,
        tasks: Tasks,
        host: Host,
        make_parts: MakeParts,
        *,
        cap: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, make_parts, actions.clock, cap, parent)
        self._actions, self._tasks, self._host = actions, tasks, host
        self._bezoek = opening.bezoek
        self._number = opening.bezoek.id if opening.bezoek is not None else None
        self._klant = opening.klant
        self._facts = opening.nieuw
        self._reason = opening.reden
        self._closed = False
        self._asked_paper: tuple[str, UUID] | None = None
        self._side = SideReads(self, actions, tasks)
        self.ending = EndCourse(self, actions, tasks, host, self._read_visit)
        self.looking = LookCourse(self, actions.look, tasks, host.notify, self.show_dossier)
        self.visitor = Visitor(self, self, actions, tasks, host)
        self.papers = PaperCourse(self, actions, tasks, host, self.show_dossier)
        self._bind()
        self._begin()

    def _bind(self) -> None:
        parts = self.parts
        self.keys_wait.connect(partial(self._host.hold_keys, self))
        self.keys_stop.connect(self._host.drop_keys)
        self.card.badge_asked.connect(partial(self._run_command, "klant.identiteit"))
        self.card.change_asked.connect(partial(self._run_command, "wijzigen"))
        self.running.asked.connect(self._host.explain)
        self.running.paper_asked.connect(self.papers.explain_date)
        for card in (self.urgent, self.case, self.youth, self.advance, self.placements):
            card.asked.connect(self._run_command)
        self.who.search_wanted.connect(partial(self._host.search, ""))
        parts.melding.leaving.connect(partial(self.keys_wait.emit, self.goes_to_intake))
        parts.melding.stayed.connect(self.keys_stop)
        parts.melding.finished.connect(parts.intake.begin)
        parts.melding.wanted.connect(self.new_melding)
        parts.melding.is_new_changed.connect(self.commands_changed)
        parts.intake.finished.connect(parts.papers.begin)
        parts.papers.wanted.connect(self.papers.show)
        parts.preview.left.connect(self.back_to_work)
        parts.preview.wanted.connect(self.papers.show)
        parts.agreement.left.connect(self.back_to_work)
        parts.person.left.connect(self._person_left)
        parts.person.made.connect(self._person_made)
        parts.person.chosen.connect(self._person_chosen)
        parts.person.changed.connect(self.back_to_work)
        self._tasks.changed.connect(self._on_changed)

    def _begin(self) -> None:
        if self._klant is not None:
            self.looking.open(self._klant, self._bezoek, self._reason)
        elif self._facts is not None:
            self._new_person(self._facts)
        else:
            self.go_page(pages.WHO)

    @property
    def klant(self) -> UUID | None:
        return self._klant

    @property
    def bezoek(self) -> Bezoek | None:
        """The visit, when there is a number."""
        return self._bezoek

    def holds(self, concept: str) -> bool:
        return self.page == pages.PERSON and self.parts.person.holds(concept)

    def reopening(self) -> Opening:
        """How to open this again, as it is now."""
        return Opening(bezoek=self._bezoek, klant=self._klant, nieuw=self._facts, reden=self._reason)

    def heading(self) -> Heading:
        return heading_of(self._bezoek, self.dossier, self._actions.clock(), is_shut=self._klant is not None)

    def commands(self) -> Commands:
        found: dict[str, Callable[[], None]] = {}
        if self._bezoek is not None:
            found["bezoek.afronden"] = self.finish
            if self._klant is not None:
                found["bezoek.ander"] = self.somebody_else
        if self.dossier is not None:
            found |= {
                **self.panels.commands(self.dossier),
                "melding.nieuw": self.new_melding,
                "wijzigen": self.change_person,
                "papier.afdrukken": partial(self.papers.show, RECEIPT),
                "papier.overeenkomst": self.papers.draw_up,
                "afspraak": partial(self.papers.show, INVITATION),
            }
        save = saver_of(self.page, self.parts, self.panels.shown, self.finishing)
        if save is not None:
            found["bewaren"], found["bewaren.verder"] = save
        if self.may_go_back():
            found["terug"] = self.back
        return found

    @Slot(str)
    def _run_command(self, name: str) -> None:
        """A card asks for a command, as its key would."""
        command = self.commands().get(name)
        if command is not None:
            command()

    def show_explanation(self, termijn: str, back: Callable[[], None] | None = None) -> None:
        self.papers.explain_date(termijn, back)

    def tick(self, now: datetime) -> None:
        if self._bezoek is not None:
            self.heading_changed.emit()

    def accept_klant(self, klant: UUID) -> bool:
        """A called visitor turns out to be this person; a dossier that is open is not swapped for another."""
        if self._klant == klant:
            return True
        if self._klant is not None:
            return False
        self.visitor.choose(klant)
        return True

    def accept_new(self, facts: TypedFacts) -> bool:
        if self._klant is not None:
            return False
        self._new_person(facts)
        self.parts.person.begin()
        return True

    @Slot()
    def refresh(self) -> None:
        """Read the dossier again."""
        if self._klant is not None and self.looking.may_read(self._klant):
            self._tasks.run(
                self, "cache", partial(self._actions.dossier, self._klant), self.show_dossier, self._failed
            )

    def show_dossier(self, dossier: KlantDossier | None) -> None:
        """Show what was read; only what differs changes."""
        if dossier is None or dossier.klant.id != self._klant:
            return
        first, had_focus, hands = self.dossier is None, self.has_focus(), self.part_with_focus()
        self.visitor.arrived(dossier)
        self.show_known(dossier)
        self._side.read(dossier)
        self.heading_changed.emit()
        self.commands_changed.emit()
        if self._asked_paper is not None:
            self._show_asked(dossier, *self._asked_paper)
        elif self.page == pages.WORK and self.isVisible():
            if first and self.may_take_focus():
                self.begin_work()
            elif had_focus and (not self.has_focus() or self.was_emptied(hands, dossier)):
                self.parts.melding.begin()  # what had the focus is gone: a melding that was closed
        self.papers.show_waiting()

    def start_paper(self, code: str, melding: UUID) -> None:
        self._asked_paper = code, melding
        if self.dossier is not None:
            self._show_asked(self.dossier, code, melding)

    def _show_asked(self, dossier: KlantDossier, code: str, melding: UUID) -> None:
        """A letter is about what runs now; for an older melding staff choose it themselves."""
        self._asked_paper = None
        running = dossier.open_melding
        if running is not None and running.id == melding:
            self.papers.show(code)
        else:
            self._host.notify(Notice(t.ANDERE_MELDING, Tone.WARN))

    def back(self) -> None:
        """Esc: the nearest thing that is open goes; drafts stay."""
        if self.close_nearest():
            return
        if self.page == pages.PERSON:
            self._person_left()
        elif self.page == pages.WHY:
            if self._bezoek is None:  # nobody says why: the dossier stays shut
                self._host.close(self)
        else:
            self.back_to_work()

    @Slot()
    def back_to_work(self) -> None:
        """From a page back to where the work is."""
        self.left()
        if self._klant is None:
            self.go_page(pages.WHO)
            self.who.begin()
            return
        was = self.page
        if was == pages.PREVIEW and self.papers.went_back():
            return
        self.go_page(pages.WORK)
        self.refresh()
        if was == pages.PREVIEW and self.papers.is_done:
            self.papers.go_on()
        elif was != pages.WORK and not self.back_where_it_was():
            self.papers.go_on() if was == pages.PREVIEW else self.begin_work()

    @Slot()
    def new_melding(self) -> None:
        """Ctrl+N."""
        if self.dossier is None:
            return
        self.panels.close()
        self.go_page(pages.WORK)
        self.parts.melding.start_new()

    def change_person(self) -> None:
        """F2."""
        if self.dossier is not None:
            self.looking.change_form(self.dossier.klant.id, self._start_change)

    def _start_change(self) -> None:
        if self.dossier is not None:
            self.left()
            self.panels.close()
            self.go_page(pages.PERSON)
            self.parts.person.start_change(self.dossier)
            self.parts.person.begin()

    def _new_person(self, facts: TypedFacts) -> None:
        self._facts = facts
        self.go_page(pages.PERSON)
        self.parts.person.start_new(facts, self._bezoek.id if self._bezoek is not None else None)

    @Slot()
    def _person_left(self) -> None:
        self.parts.person.flush()
        if self._klant is None and self._bezoek is None:
            self._host.close(self)
            return
        self.back_to_work()

    @Slot(object)
    def _person_made(self, klant: UUID) -> None:
        self.visitor.was_made(klant)

    @Slot(object)
    def _person_chosen(self, klant: UUID) -> None:
        """It is somebody who was there already: the typed draft stays where it is, unused."""
        if self._bezoek is None and self._klant is None:
            self._host.close(self)
            self._host.open_klant(klant)
            return
        self.visitor.choose(klant)

    def somebody_else(self) -> None:
        """This is not who sits at the desk."""
        self.left()
        self.panels.close()
        self.visitor.somebody_else()

    def seat(self, klant: UUID | None) -> None:
        """Show the work for this person, or ask who it is."""
        if klant == self._klant and klant is not None:
            return
        self.left()
        self._reason = VanzelfReden.NIEUW.value if self._facts is not None else ""
        self._klant, self._facts, self.dossier = klant, None, None
        self.looking.close()
        self.heading_changed.emit()
        if klant is None:
            self.go_page(pages.WHO)
            if not moved_on(self):
                self.who.begin()
            return
        self.looking.open(klant, self._bezoek, self._reason)

    def finish(self) -> None:
        """Ctrl+F9: ask for the outcome."""
        if self._bezoek is not None:
            self.ending.ask(self._bezoek)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.topics & TOPICS:
            self.refresh()
        elif changes.topics & Topic.BEZOEK and self.dossier is not None:
            self._side.read_elsewhere(self.dossier.klant.id)
        if changes.topics & Topic.BEZOEK and self._number in changes.ids:
            self._read_visit()

    def _read_visit(self) -> None:
        if self._number is not None:
            self._tasks.run(
                self, "cache", partial(self._actions.bezoek, self._number), self._met, self._failed
            )

    def closing(self) -> None:
        self._closed = True
        self.left()

    def _met(self, bezoek: Bezoek | None) -> None:
        """The visit itself changed: somebody says who it is, or another desk has it now."""
        if bezoek is None or self._closed or self.ending.busy:
            return
        if not is_here(bezoek, self._actions.balie):
            self._let_go(bezoek)
            return
        self._bezoek = bezoek
        if bezoek.klant is not None and self._klant is None:
            self.seat(bezoek.klant)
        self.heading_changed.emit()
        self.commands_changed.emit()

    def _let_go(self, bezoek: Bezoek) -> None:
        """The visitor sits elsewhere: the number goes, the dossier and what is typed in it stay."""
        if self._bezoek is None:
            return
        self._bezoek = None
        self.finishing.close_overlay()
        self._host.notify(Notice(gone_words(bezoek), Tone.WARN))
        self._host.let_go(bezoek.id)
        if self._klant is None and self.page == pages.WHO:
            self._host.close(self)
            return
        self.parts.melding.without_visit()
        self.parts.person.without_visit()
        self.refresh()  # the visit may stand among the earlier ones, and it is not of this klant any more
        self.heading_changed.emit()
        self.commands_changed.emit()

    def _failed(self, error: WerkdeskError) -> None:
        self._host.notify(Notice(explain(error), Tone.BAD))
