"""The panels of a visit as the visit knows them. The composition root makes them; screens subclass them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from werkdesk.ui.dossier.visit_panel import VisitPanel
from werkdesk.ui.frame.opening import TypedFacts
from werkdesk.usecases.overzichten import KlantDossier


class Part(QWidget):
    """One panel. ``left()``: the work here is over, or was put aside with Esc; drafts are kept."""

    left = Signal()

    def show_dossier(self, dossier: KlantDossier) -> None:
        """Show this klant, or newer facts of the same one; what is being typed stays."""

    def begin(self) -> None:
        """Put the focus where the work goes on."""

    def begin_again(self) -> None:
        """What had the focus here is gone (:class:`werkdesk.ui.kit.focus_spot.FocusSpot`)."""
        self.begin()

    def flush(self) -> None:
        """Write drafts now: the place is left, the desk locks."""

    def set_flowing(self, flowing: bool) -> None:
        """Be as high as the content (the page scrolls), or scroll inside."""

    def panes(self) -> Sequence[QWidget]:
        """Stops of F6 while this panel is the whole page."""
        return (self,)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:  # noqa: N802
        """F6 comes by: go where the work goes on."""
        self.begin()


class MeldingPart(Part):
    """``saved(Melding)``: it is on disk. ``finished()``: saved, and the colleague wants to go on.

    ``is_new_changed()``: ask ``is_new`` again. ``leaving()``: it is being saved to go on; ``is_leaving``
    until that is done. ``stayed()``: it was refused.
    """

    saved = Signal(object)
    finished = Signal()
    wanted = Signal()
    is_new_changed = Signal()
    leaving = Signal()
    stayed = Signal()

    @property
    def is_leaving(self) -> bool:
        """Whether what is typed now is for what comes after the melding."""
        return False

    @property
    def is_new(self) -> bool:
        """Whether a melding that is not kept yet is being made here."""
        return False

    def start_new(self) -> None:
        """Begin a melding for the klant that is shown."""

    def save(self) -> None:
        """Keep what is typed, stay here."""

    def save_and_next(self) -> None:
        """Keep what is typed, go on with the intake."""

    def settle(self) -> bool:
        """The visit ends: keep what may be kept. ``True`` when something stays a draft."""
        return False

    def put_aside(self) -> None:
        """Esc in a new melding: what is typed stays a draft, and when nothing is, nothing stays."""

    def receipt_given(self) -> None:
        """The receipt went to a printer: that is how it was given, unless somebody said otherwise."""

    def without_visit(self) -> None:
        """The number went to another desk: a melding made from now on belongs to no visit."""

    def begin_told(self) -> bool:
        """Go to what is still to be told; ``False`` when all of it was, or nothing runs."""
        return False


class IntakePart(Part):
    """``finished()``: every question has an answer."""

    finished = Signal()

    @property
    def is_under_way(self) -> bool:
        """Whether somebody began it and questions are left."""
        return False

    @property
    def is_awaited(self) -> bool:
        """Whether it was asked to begin and its melding is being read still."""
        return False


class PapersPart(Part):
    """``wanted(str)``: the code of the paper that is asked for."""

    wanted = Signal(str)


class PreviewPart(Part):
    """The letter as paper, inside the window. ``wanted(str)``: a paper that has to be drawn up first.

    ``printed(str)``: this paper went to a printer.
    """

    wanted = Signal(str)
    printed = Signal(str)

    def show_letter(
        self, code: str, dossier: KlantDossier, overeenkomst: UUID | None = None, termijn: str | None = None
    ) -> None:
        """Make or fetch this paper and show it. ``termijn``: code of the date that UIT explains."""


class AgreementPart(Part):
    """``saved(UUID)``: the agreement exists now."""

    saved = Signal(object)

    def start(self, dossier: KlantDossier) -> None:
        """Begin, or go on with the draft of, an agreement for this klant."""

    def save(self) -> None:
        """Draw it up."""


class PersonPart(Part):
    """``made(UUID)``: a new person. ``chosen(UUID)``: one who was there already. ``changed()``: facts set."""

    made = Signal(object)
    chosen = Signal(object)
    changed = Signal()

    def start_new(self, facts: TypedFacts, bezoek: UUID | None) -> None:
        """A new person, with what the search already said."""

    def holds(self, concept: str) -> bool:
        """Whether the draft with this key is the one on screen."""
        return False

    def without_visit(self) -> None:
        """The number went to another desk: a new person belongs to no visit; what is typed stays."""

    def start_change(self, dossier: KlantDossier) -> None:
        """Change the facts of this person."""

    def save(self) -> None:
        """Keep the person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitParts:
    """One of each, for one visit. ``panels``: command of the table of keys -> the panel it opens."""

    melding: MeldingPart
    intake: IntakePart
    papers: PapersPart
    preview: PreviewPart
    agreement: AgreementPart
    person: PersonPart
    panels: Mapping[str, VisitPanel]


MakeParts = Callable[[QWidget], VisitParts]
"""Makes the panels of one visit; the argument is the widget over which overlays lie."""
