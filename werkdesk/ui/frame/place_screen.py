"""The seam between the frame and its screens: every place in the stack is a :class:`PlaceScreen`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from werkdesk.domain.termijn import RegelVerwijzing
from werkdesk.ui.frame.heading import Heading
from werkdesk.ui.frame.opening import Opening, TypedFacts
from werkdesk.ui.kit.focus_spot import PLACE, FocusSpot

Commands = Mapping[str, Callable[[], None]]
"""Name of a command in the table of keys -> what this place does for it."""


class PlaceScreen(QWidget):
    """A screen as the frame knows it. Subclasses override what they need; all of it runs on the UI thread.

    ``name`` is unique in the stack: ``"hal"``, ``"bezoek:<uuid>"``. ``icon`` stands in the rail.
    ``answers``: every command of :mod:`werkdesk.ui.keys` that this kind of place can ever do; the menus are
    made from it. ``heading_changed``: ask ``heading()`` again. ``commands_changed``: ask ``commands()``
    again; a command that is absent is greyed in the menu, so leave out what cannot be done now.
    """

    heading_changed = Signal()
    commands_changed = Signal()
    focus_shape = "none"  # the ground of a page has no ring
    icon: ClassVar[str] = ""
    answers: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.setProperty(PLACE, True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def heading(self) -> Heading:
        """What rail, top bar and title show for this place."""
        raise NotImplementedError

    def commands(self) -> Commands:
        """The commands this place answers while it is shown. They come before the frame's own."""
        return {}

    def why_not(self, command: str) -> str:
        """Why this command cannot be done here and now, for whoever presses its key; empty: no idea."""
        return ""

    def who_card(self) -> QWidget | None:
        """What says whose dossier this is; a panel over the window leaves it in sight."""
        return None

    def panes(self) -> Sequence[QWidget]:
        """Stops of F6 and Shift+F6, in the order of the work."""
        return ()

    def focus_list(self, table: QWidget, *, has_rows: bool) -> None:
        """Put the focus on a list, or on the page itself while nothing is known yet: nothing to stand on."""
        (table if has_rows else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def came(self) -> None:
        """Shown now: put the focus where the work goes on."""

    def came_back(self, spot: FocusSpot) -> None:
        """Shown again: the focus goes where the hands were when this place was left."""
        self.came()
        spot.take()

    def reopening(self) -> Opening | None:
        """With what it would be opened again, as it is now; ``None``: no dossier."""
        return None

    @property
    def klant(self) -> UUID | None:
        """Whose dossier this place shows, so that a search for them comes here."""
        return None

    def explain(self, help_key: str) -> tuple[str, str] | None:
        """Title and text for F1 on something only this place can explain, such as a date that runs."""
        return None

    def rules_behind(self, help_key: str) -> tuple[RegelVerwijzing, ...]:
        """The rules on which what :meth:`explain` told rests; each can be opened from the explanation."""
        return ()

    def explained_date(self, help_key: str) -> tuple[UUID, str] | None:
        """Klant and code of the date that :meth:`explain` told about, so that it can be put on paper."""
        return None

    def show_explanation(self, termijn: str, back: Callable[[], None] | None = None) -> None:
        """Show the explanation of this date as paper; asked right after the place was opened. ``back``: where
        the paper was asked for, when that is not here; called when it is put away.
        """

    def tick(self, now: datetime) -> None:
        """A second passed; also for places that are not shown. Change words in place, move nothing."""

    def fits(self, typed: str) -> bool:
        """Whether this text, typed before the place was there, may be meant for it."""
        return True

    def left(self) -> None:
        """Another place is shown, the desk locks, or the user changes: write drafts now."""

    def closing(self) -> None:
        """This place goes away for good: drafts are written, timers stop."""
        self.left()

    def accept_klant(self, klant: UUID) -> bool:
        """A search ended on this person while this place was shown; ``False``: open a place of its own."""
        return False

    def holds(self, concept: str) -> bool:
        """Whether the draft with this key is being typed here."""
        return False

    def start_paper(self, code: str, melding: UUID) -> None:
        """Come up with this paper in front, about this melding; at once, or when the dossier was read."""

    def accept_new(self, facts: TypedFacts) -> bool:
        """A new person is wanted after a search; ``False``: open a place of its own."""
        return False
