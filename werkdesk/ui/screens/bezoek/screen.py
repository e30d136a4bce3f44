"""The visit on screen: identity card on top, under it one page at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from werkdesk.domain.bezoek import Bezoek, BezoekStatus, Uitkomst
from werkdesk.errors import WerkdeskError
from werkdesk.ui.dossier.identity import identity_of, window_title
from werkdesk.ui.dossier.parts import MakeParts, Part, VisitParts
from werkdesk.ui.frame.heading import Heading
from werkdesk.ui.frame.host import Host
from werkdesk.ui.frame.opening import Opening, TypedFacts
from werkdesk.ui.frame.place_screen import Commands, PlaceScreen
from werkdesk.ui.kit.card import Clear
from werkdesk.ui.kit.identity_card import IdentityCard
from werkdesk.ui.kit.layout import Column
from werkdesk.ui.kit.look import look
from werkdesk.ui.kit.notice import Notice
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.bezoek import side
from werkdesk.ui.screens.bezoek.actions import BezoekActions
from werkdesk.ui.screens.bezoek.columns import Fold, VisitColumns
from werkdesk.ui.screens.bezoek.ending import Ending
from werkdesk.ui.screens.bezoek.finish import FinishPanel
from werkdesk.ui.screens.bezoek.who import WhoPart
from werkdesk.ui.teksten import bezoek as t
from werkdesk.ui.teksten import persoon
from werkdesk.ui.teksten import termijnen as tt
from werkdesk.ui.teksten.tijd import wacht
from werkdesk.ui.teksten.woorden import REDENEN
from werkdesk.ui.texts import explain
from werkdesk.usecases.changes import Changes, Topic
from werkdesk.usecases.overzichten import KlantDossier

TOPICS = Topic.KLANT | Topic.MELDING | Topic.INTAKE | Topic.PAPIER
NARROW_BELOW = 820
RECEIPT, AGREEMENT = "L01", "OPL"


class VisitScreen(PlaceScreen):
    """``opening`` says with whom it begins. ``make_parts`` gives the panels; ``cap`` the keys on buttons.

    Pages: ``who`` (nobody known), ``person`` (new, or facts changed), ``work`` (melding, intake, what runs),
    ``preview`` and ``agreement``. Esc goes back to ``work``; nothing typed is lost by any of it.
    """

    icon = "identification-card"
    answers = frozenset(
        {
            "bezoek.afronden", "klant.identiteit", "melding.nieuw", "wijzigen", "bewaren", "bewaren.verder",
            "papier.afdrukken", "papier.overeenkomst", "terug",
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
        super().__init__(name, parent)
        self._actions, self._tasks, self._host = actions, tasks, host
        self._bezoek = opening.bezoek
        self._klant = opening.klant
        self._facts = opening.nieuw
        self.dossier: KlantDossier | None = None
        self._finishing = False
        self.setProperty("helpKey", "bezoek")
        self.card = IdentityCard()
        self.card.bsn_asked.connect(self._reveal)
        self.parts: VisitParts = make_parts(self)
        self.parts.identity.hang_under(self.card)
        self.running, self.earlier = side.RunningPart(), side.EarlierCard()
        self.who = WhoPart(cap)
        self.who.search_wanted.connect(partial(host.search, ""))
        cards = Clear()
        Column(cards, gap=16).put(self.running, self.parts.papers, self.earlier, 1)
        self.columns = VisitColumns(self.parts.melding, self.parts.intake, cards)
        self.columns.drawn.connect(self.commands_changed)
        self.stack = QStackedWidget()
        self._pages: dict[str, QWidget] = {
            "who": self.who,
            "person": self.parts.person,
            "work": self.columns,
            "preview": self.parts.preview,
            "agreement": self.parts.agreement,
        }
        for page in self._pages.values():
            self.stack.addWidget(page)
        column = Column(self, gap=16, margins=(24, 20))
        column.addWidget(self.card)
        column.addWidget(self.stack, 1)
        self.finishing = FinishPanel(self, self.card)
        self.finishing.decided.connect(self._finish)
        self._bind()
        self._begin()

    def _bind(self) -> None:
        parts = self.parts
        parts.melding.finished.connect(parts.intake.begin)
        parts.melding.wanted.connect(self.new_melding)
        parts.intake.finished.connect(parts.papers.begin)
        parts.papers.wanted.connect(self.show_paper)
        parts.preview.left.connect(self.back_to_work)
        parts.preview.wanted.connect(self.show_paper)
        parts.agreement.left.connect(self.back_to_work)
        parts.agreement.saved.connect(self._agreement_saved)
        parts.person.left.connect(self._person_left)
        parts.person.made.connect(self._person_made)
        parts.person.chosen.connect(self._person_chosen)
        parts.person.changed.connect(self.back_to_work)
        self._tasks.changed.connect(self._on_changed)

    def _begin(self) -> None:
        self.card.hide()
        if self._klant is not None:
            self._go("work")
            self.refresh()
        elif self._facts is not None:
            self._new_person(self._facts)
        else:
            self._go("who")

    @property
    def klant(self) -> UUID | None:
        return self._klant

    @property
    def bezoek(self) -> Bezoek | None:
        """The visit, when there is a number."""
        return self._bezoek

    @property
    def page(self) -> str:
        """Name of the page that is shown."""
        shown = self.stack.currentWidget()
        return next(name for name, page in self._pages.items() if page is shown)

    def heading(self) -> Heading:
        bezoek, dossier = self._bezoek, self.dossier
        name = persoon.kaartnaam(dossier.klant.feiten) if dossier else t.NIEUWE_KLANT
        running = dossier.open_melding if dossier else None
        window = window_title(dossier.klant, str(running.kenmerk) if running else "") if dossier else name
        if bezoek is None:
            return Heading(rail=name, window=window, remark=t.ZONDER_NUMMER)
        now = self._actions.clock()
        called = bezoek.geroepen or bezoek.binnen
        rail = t.BEZOEK.format(nummer=bezoek.nummer)
        return Heading(
            rail=rail,
            count=wacht(called, now),
            window=window if dossier else rail,
            chips=((REDENEN[bezoek.reden], Tone.ACCENT),),
            remark=t.WACHTTE.format(tijd=wacht(bezoek.binnen, called)),
            action="bezoek.afronden",
        )

    def commands(self) -> Commands:
        found: dict[str, Callable[[], None]] = {}
        if self._bezoek is not None:
            found["bezoek.afronden"] = self.finish
        if self.dossier is not None:
            found |= {
                "klant.identiteit": self.check_identity,
                "melding.nieuw": self.new_melding,
                "wijzigen": self.change_person,
                "papier.afdrukken": partial(self.show_paper, RECEIPT),
                "papier.overeenkomst": self.draw_up,
            }
        save = self._savers().get(self.page)
        if save is not None:
            found["bewaren"], found["bewaren.verder"] = save
        if self._may_go_back():
            found["terug"] = self.back
        return found

    def _savers(self) -> dict[str, tuple[Callable[[], None], Callable[[], None]]]:
        parts = self.parts
        return {
            "work": (parts.melding.save, parts.melding.save_and_next),
            "person": (parts.person.save, parts.person.save),
            "agreement": (parts.agreement.save, parts.agreement.save),
        }

    def panes(self) -> Sequence[QWidget]:
        if self.page != "work":
            return (self._pages[self.page],)
        parts = self.parts
        if self.columns.fold is Fold.TWO and self.columns.drawer.isHidden():
            return (parts.melding, parts.intake, self.columns.open_button)
        return (parts.melding, parts.intake, self.running, parts.papers)

    def came(self) -> None:
        page = self._pages[self.page]
        if page is self.columns:
            self.parts.melding.begin()
        elif isinstance(page, Part):
            page.begin()

    def tick(self, now: datetime) -> None:
        if self._bezoek is not None:
            self.heading_changed.emit()

    def left(self) -> None:
        for part in self._all_parts():
            part.flush()

    def explain(self, help_key: str) -> tuple[str, str] | None:
        term = self.running.term(help_key)
        if term is None:
            return None
        return tt.naam(term), tt.uitleg(term, self._actions.clock().date())

    def accept_klant(self, klant: UUID) -> bool:
        """A called visitor turns out to be this person; a dossier that is open is not swapped for another."""
        if self._klant == klant:
            return True
        if self._klant is not None:
            return False
        self._choose(klant)
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
        if self._klant is not None:
            self._tasks.run(
                self, "cache", partial(self._actions.dossier, self._klant), self.show_dossier, self._failed
            )

    def show_dossier(self, dossier: KlantDossier | None) -> None:
        """Show what was read; only what differs changes."""
        if dossier is None or dossier.klant.id != self._klant:
            return
        first = self.dossier is None
        self.dossier = dossier
        now = self._actions.clock()
        self._show_identity()
        self.card.show()
        running = dossier.open_melding
        self.running.show_melding(running, now.date())
        self.columns.show_line(side.line_of(running.termijnen, now.date()) if running else t.LOOPT_NIETS)
        self.earlier.show_dossier(dossier, now)
        for part in self._all_parts():
            part.show_dossier(dossier)
        self.heading_changed.emit()
        self.commands_changed.emit()
        if first and self.isVisible() and self.page == "work":
            self.parts.melding.begin()

    def _show_identity(self) -> None:
        if self.dossier is None:
            return
        narrow = self.width() < look().px(NARROW_BELOW)
        identity = identity_of(self.dossier, self._actions.clock().date(), narrow=narrow)
        if identity != self.card.identity:
            self.card.show_identity(identity)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_identity()

    def _all_parts(self) -> tuple[Part, ...]:
        parts = self.parts
        return (parts.melding, parts.intake, parts.papers, parts.preview, parts.agreement, parts.person)

    def _go(self, page: str) -> None:
        self.stack.setCurrentWidget(self._pages[page])
        self.card.setVisible(self.dossier is not None and page != "who")
        self.commands_changed.emit()

    def _may_go_back(self) -> bool:
        overlay = not self.finishing.isHidden() or not self.parts.identity.isHidden()
        return overlay or not self.columns.drawer.isHidden() or self.page not in ("work", "who")

    def back(self) -> None:
        """Esc: the nearest thing that is open goes; drafts stay."""
        if self.finishing.close_overlay() or self.parts.identity.close_overlay():
            self.commands_changed.emit()
        elif self.page == "work":
            self.columns.close_drawer()
        elif self.page == "person":
            self._person_left()
        else:
            self.back_to_work()

    @Slot()
    def back_to_work(self) -> None:
        """From a page back to where the work is."""
        self.left()
        if self._klant is None:
            self._go("who")
            self.who.begin()
            return
        was = self.page
        self._go("work")
        self.refresh()
        if was == "preview":
            self.parts.papers.begin() if self.columns.fold is not Fold.TWO else self.parts.intake.begin()
        elif was != "work":
            self.parts.melding.begin()

    @Slot()
    def new_melding(self) -> None:
        """Ctrl+N."""
        if self.dossier is None:
            return
        self._go("work")
        self.parts.melding.start_new()

    def check_identity(self) -> None:
        """Ctrl+I."""
        if self.dossier is not None:
            self.finishing.close_overlay()
            self.parts.identity.ask_about(self.dossier)
            self.commands_changed.emit()

    @Slot(str)
    def show_paper(self, code: str) -> None:
        """Ctrl+P, or a letter of the card: the paper inside the window."""
        dossier = self.dossier
        if dossier is None:
            return
        if code == AGREEMENT and not dossier.overeenkomsten:
            self.draw_up()
            return
        if code != AGREEMENT and dossier.open_melding is None:
            self._host.notify(Notice(t.EERST_MELDING, Tone.WARN))
            return
        self.left()
        self.columns.close_drawer()
        self._go("preview")
        self.parts.preview.show_letter(code, dossier)
        self.parts.preview.begin()

    def draw_up(self) -> None:
        """Ctrl+Shift+A."""
        if self.dossier is None:
            return
        self.left()
        self._go("agreement")
        self.parts.agreement.start(self.dossier)
        self.parts.agreement.begin()

    @Slot(object)
    def _agreement_saved(self, rid: UUID) -> None:
        if self._klant is None:
            return
        work = partial(self._actions.dossier, self._klant)
        self._tasks.run(self, "cache", work, partial(self._show_agreement, rid), self._failed)

    def _show_agreement(self, rid: UUID, dossier: KlantDossier | None) -> None:
        if dossier is not None:
            self.show_dossier(dossier)
            self._go("preview")
            self.parts.preview.show_letter(AGREEMENT, dossier, rid)
            self.parts.preview.begin()

    def change_person(self) -> None:
        """F2."""
        if self.dossier is not None:
            self.left()
            self._go("person")
            self.parts.person.start_change(self.dossier)
            self.parts.person.begin()

    def _new_person(self, facts: TypedFacts) -> None:
        self._facts = facts
        self._go("person")
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
        self._is(klant)

    @Slot(object)
    def _person_chosen(self, klant: UUID) -> None:
        """It is somebody who was there already: the typed draft stays where it is, unused."""
        if self._bezoek is None and self._klant is None:
            self._host.close(self)
            self._host.open_klant(klant)
            return
        self._choose(klant)

    def _choose(self, klant: UUID) -> None:
        """Say who the visitor is. The number may be gone to another desk meanwhile; then it says so."""
        if self._bezoek is None:
            self._is(klant)
            return
        work = partial(self._actions.choose_klant, self._bezoek.id, klant)
        self._tasks.run(self, "cache", work, lambda _: self._is(klant), self._failed)

    def _is(self, klant: UUID) -> None:
        self._klant, self._facts, self.dossier = klant, None, None
        self._go("work")
        self.refresh()

    def finish(self) -> None:
        """Ctrl+F9: ask for the outcome."""
        if self._bezoek is not None:
            self.left()
            self.finishing.ask_with(self._suggested())
            self.commands_changed.emit()

    def _suggested(self) -> Uitkomst:
        dossier, bezoek = self.dossier, self._bezoek
        if dossier is None or bezoek is None:
            return Uitkomst.INFORMATIE
        if any(one.bezoek == bezoek.id for one in dossier.meldingen):
            return Uitkomst.MELDING
        today = self._actions.clock().date()
        made = any(one.opgesteld_op.date() == today for one in dossier.overeenkomsten)
        return Uitkomst.OVEREENKOMST if made else Uitkomst.INFORMATIE

    @Slot(object, object)
    def _finish(self, outcome: Uitkomst, place: str | None) -> None:
        if self._bezoek is None or self._finishing:
            return
        self._finishing = True
        work = partial(self._actions.finish, self._bezoek.id, outcome, place)
        self._tasks.run(self, "cache", work, partial(self._finished, outcome), self._not_finished)

    def _finished(self, outcome: Uitkomst, _: Changes) -> None:
        self._finishing = False
        bezoek = self._bezoek
        self.finishing.close_overlay()
        if bezoek is not None:
            ending = Ending(self._actions, self._tasks, self._host, bezoek)
            self._host.close(self)
            ending.tell(outcome)

    def _not_finished(self, error: WerkdeskError) -> None:
        self._finishing = False
        self.finishing.refused(error)

    @Slot()
    def _reveal(self) -> None:
        if self._klant is not None:
            work = partial(self._actions.show_bsn, self._klant)
            self._tasks.run(self, "cache", work, self.card.reveal_bsn, self._failed)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.topics & TOPICS:
            self.refresh()
        if self._bezoek is not None and changes.topics & Topic.BEZOEK and self._bezoek.id in changes.ids:
            work = partial(self._actions.bezoek, self._bezoek.id)
            self._tasks.run(self, "cache", work, self._met, self._failed)

    def _met(self, bezoek: Bezoek | None) -> None:
        """The visit itself changed: somebody says who it is, or another desk has it now."""
        if bezoek is None:
            return
        self._bezoek = bezoek
        elsewhere = bezoek.balie not in (None, self._actions.balie)
        if elsewhere or bezoek.status is not BezoekStatus.AAN_BALIE:
            self._host.notify(Notice(t.ELDERS_AFGEROND, Tone.WARN))
        elif bezoek.klant is not None and self._klant is None:
            self._is(bezoek.klant)
        self.heading_changed.emit()

    def _failed(self, error: WerkdeskError) -> None:
        self._host.notify(Notice(explain(error), Tone.BAD))

    def focus_inside(self) -> bool:
        """Whether the focus is in this place."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)
