"""The frame: rail at the left, menu and search box on top, places in the middle, status line below."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QMenuBar, QWidget

from werkdesk.ui.frame.place_screen import Commands, PlaceScreen
from werkdesk.ui.frame.places import Places
from werkdesk.ui.frame.top_facts import TopFacts
from werkdesk.ui.keys import KeyMap
from werkdesk.ui.kit.buttons import OutlineButton
from werkdesk.ui.kit.card import Clear, Page, TopBar
from werkdesk.ui.kit.field import help_key_of
from werkdesk.ui.kit.layout import Column, Row
from werkdesk.ui.kit.look import look, look_signals
from werkdesk.ui.kit.rail import Place, Rail
from werkdesk.ui.kit.search_box import SearchBox
from werkdesk.ui.kit.side_panel import Deed, Doors, HelpPanel, KeyCard
from werkdesk.ui.kit.status_line import StatusLine
from werkdesk.ui.teksten import frame as t
from werkdesk.ui.teksten import hulp, zoeken

FOLD_BELOW, SHORT_BELOW, LEAST_BOX = 860, 1100, 200
"""Pixels at 100 %: narrower than this the rail folds, and the pill says less."""

FIXED = (
    "hal", "klanten", "termijnen", "verdeling", "bellen", "jongeren", "voorschotten", "brieven", "verzenden",
    "regels",
)  # fmt: skip
"""Places that are always in the rail, in this order; visits and dossiers stand under the hall."""


VISIT = "bezoek:"
"""How the name of a visit begins; without it a place is a dossier."""


class Frame(Page):
    """Shows places and what they say of themselves; knows none of them.

    ``titled(str)``: the window title changed. ``moved()``: another place is shown, or it answers other
    commands. ``action_asked(str)``: the button in the top bar was pressed; its command.
    """

    titled = Signal(str)
    moved = Signal()
    action_asked = Signal(str)

    def __init__(self, keymap: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=0, gap=0)
        self._keymap = keymap
        self.rail = Rail(t.PRODUCT, ())
        self.rail.setAccessibleName(t.RAIL)
        self.rail.went.connect(self.go)
        self.menu_bar = QMenuBar()
        self.menu_bar.setNativeMenuBar(False)
        self.menu_bar.setAccessibleName(t.MENU)
        self.box = SearchBox(zoeken.WENK, keymap.cap("zoeken"), name=zoeken.NAAM)
        self.facts = TopFacts()
        self.action = OutlineButton("")
        self.action.clicked.connect(self._on_action)
        self._action_name = ""
        self.title = t.PRODUCT
        self._trail: list[str] = []
        self.places = Places()
        self.places.moved.connect(self._on_moved)
        self.status = StatusLine(t.SLUIT_BERICHT)
        self.status.setAccessibleName(t.STATUS)
        self.middle = Clear()
        self._lay_out()
        look_signals().changed.connect(self._fold)
        self.rail.fold(True)  # until there is room: a wide rail must not make the window wider
        self.help = HelpPanel(self.middle, hulp.UITLEG, hulp.SLUIT)
        self.key_card = KeyCard(self.middle, hulp.TOETSEN, hulp.SLUIT)
        self.help.keep_clear = self.key_card.keep_clear = self._who
        self.box.setProperty("helpKey", "zoeken")
        self.box.waits = self.has_panel

    def _lay_out(self) -> None:
        self.bar = bar = TopBar().put(self.box, self.facts, 1, self.action)
        Column(self.middle).put(self.places)
        right = Column(gap=0)
        right.addWidget(self.menu_bar)
        right.addWidget(bar)
        right.addWidget(self.middle, 1)
        right.addWidget(self.status)
        row = Row(gap=0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        self.body.addLayout(row)
        QWidget.setTabOrder(self.box, self.action)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    @Slot()
    def _fold(self) -> None:
        now = look()
        self.rail.fold(self.width() < now.px(FOLD_BELOW))
        self.facts.setVisible(not self.is_narrow)
        self.box.setMinimumWidth(now.px(LEAST_BOX))

    @property
    def is_narrow(self) -> bool:
        """Whether sentences have to be short."""
        return self.width() < look().px(SHORT_BELOW)

    def add_place(self, place: PlaceScreen) -> None:
        """Put a place in the stack and in the rail; visits and dossiers come under the hall."""
        self.places.add(place)
        heading = place.heading()
        at = -1 if place.name in FIXED else 1 + self.open_names().index(place.name)
        item = self.rail.add_place(Place(place.name, heading.rail, place.icon), at)
        item.show_count(heading.count)
        place.heading_changed.connect(self._on_heading)
        place.commands_changed.connect(self._on_commands)

    def remove_place(self, name: str, then: str = "hal") -> None:
        """Take a place away for good."""
        self.rail.remove_place(name)
        self.places.close_place(name, then)

    def open_names(self) -> tuple[str, ...]:
        """Visits and dossiers that are open, for Ctrl+Tab and Ctrl+1 to 9: who sits at the desk is always the
        first, then dossiers in order of opening.
        """
        names = (name for name in self.places.names() if name not in FIXED)
        return tuple(sorted(names, key=lambda name: not name.startswith(VISIT)))

    @Slot(str)
    def go(self, name: str) -> None:
        """Show a place."""
        self.places.go(name)

    def go_back(self) -> None:
        """Esc on a list: to the place one came from. The hall and a visit are where the work is: there it
        stays.
        """
        known = [name for name in self._trail[:-1] if self.places.place(name) is not None]
        if known:
            self.go(known[-1])

    @property
    def here(self) -> PlaceScreen | None:
        """The place that is shown."""
        return self.places.here

    def commands(self) -> Commands:
        """What the place that is shown answers."""
        return self.here.commands() if self.here is not None else {}

    def tick(self, now: datetime) -> None:
        """A second passed."""
        for name in self.places.names():
            place = self.places.place(name)
            if place is not None:
                place.tick(now)

    def step_pane(self, by: int) -> None:
        """F6: from the search box through the panes of the place to the rail and the pill, and round."""
        stops = self._panes()
        focused = QApplication.focusWidget()
        now = next((n for n, pane in enumerate(stops) if _holds(pane, focused)), -1 if by > 0 else 0)
        stops[(now + by) % len(stops)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _panes(self) -> Sequence[QWidget]:
        of_place = [pane for pane in (self.here.panes() if self.here is not None else ()) if pane.isVisible()]
        rail = [item for item in self.rail.items.values() if item.isChecked()]
        return [self.box, *of_place, *rail, self.status.pill]

    def top(self) -> QWidget:
        """What a panel over the window hangs under: whose dossier this is, else the top bar."""
        return self._who() or self.bar

    def _who(self) -> QWidget | None:
        """The card of whose dossier this is, while it can be seen."""
        who = self.here.who_card() if self.here is not None else None
        return who if who is not None and who.isVisible() else None

    def help_wanted(self) -> str:
        """The help key of what has the focus, else of the place."""
        return help_key_of(QApplication.focusWidget()) or help_key_of(self.here)

    def show_help(self, title: str, text: str, doors: Doors | None = None, deed: Deed | None = None) -> None:
        """Show a page over the right of the place; typing goes on, unless there are doors to choose from."""
        self.key_card.close_panel()
        self.help.show_help(title, text, doors, deed)

    def show_keys(self, card: Sequence[tuple[str, Sequence[tuple[str, str]]]]) -> None:
        """Show all keys; asked again it closes."""
        if not self.key_card.close_panel():
            self.help.close_panel()
            self.key_card.show_keys(card)

    def has_panel(self) -> bool:
        """Whether help or the key card lies over the place; Esc closes it before anything else."""
        return not (self.help.isHidden() and self.key_card.isHidden())

    def close_panels(self) -> bool:
        """Esc: close help or key card; ``False`` when none was open."""
        return self.help.close_panel() or self.key_card.close_panel()

    @Slot(str)
    def _on_moved(self, name: str) -> None:
        self.rail.go(name)
        self._remember(name)
        self._show_heading()
        self.moved.emit()

    def _remember(self, name: str) -> None:
        work = name == "hal" or name not in FIXED
        at = 0 if work else self._trail.index(name) if name in self._trail else len(self._trail)
        self._trail[at:] = [name]

    @Slot()
    def _on_heading(self) -> None:
        place = self.sender()
        if isinstance(place, PlaceScreen):
            heading = place.heading()
            item = self.rail.items.get(place.name)
            if item is not None:
                if item.text() != heading.rail:
                    item.set_text(heading.rail)
                if item.count != heading.count:
                    item.show_count(heading.count)
            if place is self.here:
                self._show_heading()

    @Slot()
    def _on_commands(self) -> None:
        if self.sender() is self.here:
            self.moved.emit()

    def _show_heading(self) -> None:
        if self.here is None:
            return
        heading = self.here.heading()
        self.facts.show_facts(heading.chips, heading.remark)
        self._action_name = heading.action
        self.action.setVisible(bool(heading.action))
        if heading.action:
            self.action.setText(self._keymap.keys[heading.action].name)
            self.action.set_key(self._keymap.cap(heading.action))
        self.title = t.TITEL.format(wat=heading.window) if heading.window else t.PRODUCT
        self.titled.emit(self.title)

    @Slot()
    def _on_action(self) -> None:
        if self._action_name:
            self.action_asked.emit(self._action_name)


def _holds(pane: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (pane is focused or pane.isAncestorOf(focused))
