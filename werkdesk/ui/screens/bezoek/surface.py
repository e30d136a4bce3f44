"""What a visit looks like: identity card, pages, columns, overlays. It shows; it decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from werkdesk.domain.bezoek import Bezoek
from werkdesk.domain.termijn import RegelVerwijzing
from werkdesk.ui.dossier.beside import LEAST
from werkdesk.ui.dossier.identity import identity_of
from werkdesk.ui.dossier.parts import MakeParts, Part, VisitParts
from werkdesk.ui.dossier.why import WhyPart
from werkdesk.ui.frame.place_screen import PlaceScreen
from werkdesk.ui.kit.announce import announce
from werkdesk.ui.kit.card import Clear
from werkdesk.ui.kit.focus_spot import FocusSpot, moved_on
from werkdesk.ui.kit.identity_card import IdentityCard
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column
from werkdesk.ui.kit.look import look
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.bezoek import pages, side
from werkdesk.ui.screens.bezoek.cards import AdvanceCard, CaseCard, UrgentCard, YouthCard
from werkdesk.ui.screens.bezoek.columns import Fold, VisitColumns
from werkdesk.ui.screens.bezoek.finish import FinishPanel
from werkdesk.ui.screens.bezoek.pages import VisitPages
from werkdesk.ui.screens.bezoek.panels import Panels
from werkdesk.ui.screens.bezoek.placements_card import PlacementsCard
from werkdesk.ui.screens.bezoek.who import WhoPart
from werkdesk.ui.teksten import bezoek as t
from werkdesk.ui.teksten import termijnen as tt
from werkdesk.usecases.overzichten import KlantDossier

NARROW_BELOW = 820


class VisitSurface(PlaceScreen):
    """The widgets of a visit and what they show of ``dossier``.

    ``keys_wait(busy)``: what is typed from now on is for what comes, while ``busy()``. ``keys_stop()``: it
    does not come after all.
    """

    icon = "identification-card"
    keys_wait = Signal(object)
    keys_stop = Signal()

    def __init__(
        self,
        name: str,
        make_parts: MakeParts,
        clock: Callable[[], datetime],
        cap: Callable[[str], str],
        parent: QWidget | None,
    ) -> None:
        super().__init__(name, parent)
        self._clock, self._cap = clock, cap
        self.dossier: KlantDossier | None = None
        self._left_work: FocusSpot | None = None
        self.setProperty("helpKey", "bezoek")
        self.card = IdentityCard()
        self.card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)  # lines may wrap
        self.parts: VisitParts = make_parts(self)
        self.running, self.earlier = side.RunningPart(), side.EarlierCard()
        self.case, self.youth, self.advance = CaseCard(cap), YouthCard(cap), AdvanceCard(cap)
        self.urgent, self.placements = UrgentCard(cap), PlacementsCard(cap)
        self.who, self.why = WhoPart(cap), WhyPart()
        cards = Clear()
        Column(cards, gap=16).put(
            self.urgent,
            self.running,
            self.parts.papers,
            self.case,
            self.youth,
            self.advance,
            self.placements,
            self.earlier,
            1,
        )
        self.columns = VisitColumns(self.parts.melding, self.parts.intake, cards)
        self.columns.drawn.connect(self.commands_changed)
        self.pages = VisitPages(
            {
                pages.WHO: self.who,
                pages.WHY: self.why,
                pages.PERSON: self.parts.person,
                pages.WORK: self.columns,
                pages.PREVIEW: self.parts.preview,
                pages.AGREEMENT: self.parts.agreement,
            }
        )
        column = Column(self, gap=16, margins=(24, 20))
        self.elsewhere = Label("", tone=Tone.WARN, wrap=True)
        self.elsewhere.hide()
        column.addWidget(self.card)
        column.addWidget(self.elsewhere)
        column.addWidget(self.pages, 1)
        self.finishing = FinishPanel(self, self.card)
        self.panels = Panels(self.parts.panels, self.card, (self.finishing,), self.commands_changed.emit)
        self.card.hide()

    def show_elsewhere(self, bezoek: Bezoek | None) -> None:
        """Another desk serves this person in this visit; ``None``: nobody does."""
        shown = bezoek is not None and self.dossier is not None
        words = t.BIJ_COLLEGA.format(balie=bezoek.balie, nummer=bezoek.nummer) if bezoek and shown else ""
        if words != self.elsewhere.text():
            announce(self, words)
        self.elsewhere.setText(words)
        self.elsewhere.setVisible(bool(words))

    @property
    def page(self) -> str:
        """Name of the page that is shown."""
        return self.pages.here

    def why_not(self, command: str) -> str:
        if self.dossier is None:
            return t.EERST_WIE if command in t.VRAAGT_KLANT else ""
        return t.WACHT_OP.get(command, "")

    def who_card(self) -> QWidget | None:
        return self.card

    def panes(self) -> Sequence[QWidget]:
        if self.page != pages.WORK:
            page = self.pages.page
            return page.panes() if isinstance(page, Part) else (page,)
        parts = self.parts
        if self.columns.fold is Fold.TWO and self.columns.drawer.isHidden():
            return (parts.melding, parts.intake, self.columns.open_button)
        return (
            parts.melding, parts.intake, self.urgent, self.running, parts.papers, self.case, self.youth,
            self.advance, self.placements,
        )  # fmt: skip

    def came(self) -> None:
        page = self.pages.page
        if page is self.columns:
            self.begin_work()
        elif isinstance(page, Part):
            page.begin()

    def came_back(self, spot: FocusSpot) -> None:
        if not spot.take():
            self.came()

    def begin_work(self) -> None:
        """Where the work goes on: an intake that somebody began, else the melding."""
        melding, intake = self.parts.melding, self.parts.intake
        (intake if intake.is_under_way and not melding.is_new else melding).begin()

    def goes_to_intake(self) -> bool:
        """Whether the melding was left for an intake that is not on screen yet."""
        return self.parts.melding.is_leaving or self.parts.intake.is_awaited

    def back_where_it_was(self) -> bool:
        """The focus to where the hands were when the work was left for another page."""
        spot, self._left_work = self._left_work, None
        return spot is not None and spot.take()

    def fits(self, typed: str) -> bool:
        """Nobody has read yet that a reason is asked: only one of its answers is an answer."""
        return self.page != pages.WHY or any(row.key == typed for row in self.why.reasons.rows)

    def may_take_focus(self) -> bool:
        """Whether what arrives now may take the focus: nobody went on to something else."""
        return self.isVisible() and not moved_on(self)

    def left(self) -> None:
        for part in self.all_parts():
            part.flush()
        self.panels.flush()

    def explain(self, help_key: str) -> tuple[str, str] | None:
        shown, term = self.panels.shown, self.running.term(help_key)
        if term is None:
            return shown.explain(help_key) if shown is not None else None
        return tt.naam(term), tt.uitleg(term, self._clock().date())

    def rules_behind(self, help_key: str) -> tuple[RegelVerwijzing, ...]:
        shown, term = self.panels.shown, self.running.term(help_key)
        if term is None:
            return shown.rules_behind(help_key) if shown is not None else ()
        return term.regels

    def explained_date(self, help_key: str) -> tuple[UUID, str] | None:
        term = self.running.term(help_key)
        return (self.klant, term.code) if term is not None and self.klant is not None else None

    def all_parts(self) -> tuple[Part, ...]:
        """The panels that show a dossier."""
        parts = self.parts
        return (parts.melding, parts.intake, parts.papers, parts.preview, parts.agreement, parts.person)

    def show_known(self, dossier: KlantDossier) -> None:
        """Show a dossier; only what differs changes."""
        self.dossier = dossier
        now = self._clock()
        self._show_identity()
        self.card.show()
        running = dossier.open_melding
        self.running.show_melding(running, now.date())
        self.columns.show_line(side.line_of(running.termijnen, now.date()) if running else t.LOOPT_NIETS)
        self.earlier.show_dossier(dossier, now)
        self.case.show_dossier(dossier)
        self.placements.show_dossier(dossier)
        for part in self.all_parts():
            part.show_dossier(dossier)
        self.panels.show_dossier(dossier)

    def go_page(self, name: str) -> None:
        """Show this page, with the card wherever somebody is known."""
        if self.page == pages.WORK and name != pages.WORK:
            self._left_work = FocusSpot.now(self)
        self.pages.go(name)
        if name in (pages.WHO, pages.WHY):
            self.show_elsewhere(None)
        self.card.setVisible(self.dossier is not None and name not in (pages.WHO, pages.WHY))
        self.commands_changed.emit()

    def close_nearest(self) -> bool:
        """Esc: an overlay or the drawer goes; ``False`` when none was open."""
        if self.panels.close():
            self.commands_changed.emit()
            return True
        if self.page != pages.WORK:
            return False
        if self.columns.close_drawer():
            return True
        was_new = self.parts.melding.is_new
        self.parts.melding.put_aside()
        return was_new

    def has_focus(self) -> bool:
        """Whether the hands are somewhere in this visit."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def part_with_focus(self) -> Part | None:
        """The panel of a dossier that has the hands; Qt moves them to a neighbour when it empties."""
        focused = QApplication.focusWidget()
        if focused is None:
            return None
        return next((part for part in self.all_parts() if part.isAncestorOf(focused)), None)

    def was_emptied(self, hands: Part | None, dossier: KlantDossier) -> bool:
        """Whether the panel that had the hands went with the melding that was closed."""
        return hands is self.parts.intake and dossier.open_melding is None and self.part_with_focus() != hands

    def may_go_back(self) -> bool:
        """Whether Esc has something to do here."""
        overlay = not self.finishing.isHidden() or self.panels.shown is not None
        overlay = overlay or (self.page == pages.WORK and self.parts.melding.is_new)
        return overlay or not self.columns.drawer.isHidden() or self.page not in (pages.WORK, pages.WHO)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_identity()

    def _show_identity(self) -> None:
        if self.dossier is None:
            return
        self.card.setMinimumWidth(look().px(LEAST))  # its facts go into the line before they need more
        narrow = self.width() < look().px(NARROW_BELOW)
        identity = identity_of(
            self.dossier, self._clock().date(), narrow=narrow, change_key=self._cap("wijzigen")
        )
        if identity != self.card.identity:
            self.card.show_identity(identity)
