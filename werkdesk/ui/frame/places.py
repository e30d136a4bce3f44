"""The stack of places: one is shown, the others keep what was typed in them."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from werkdesk.ui.frame.place_screen import PlaceScreen
from werkdesk.ui.kit.focus_spot import FocusSpot
from werkdesk.ui.kit.half_gone import half_gone


class Places(QStackedWidget):
    """Named screens. ``moved(name)``: this place is shown now. Ctrl+Tab order is the order of opening.

    Every place keeps where the hands were in it; who comes back goes on there.
    """

    moved = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._by_name: dict[str, PlaceScreen] = {}
        self._spots: dict[str, FocusSpot] = {}
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._keep_spot)

    def add(self, place: PlaceScreen) -> None:
        """Put a screen in the stack without showing it (the first one is shown by Qt)."""
        self._by_name[place.name] = place
        self.addWidget(place)

    def place(self, name: str) -> PlaceScreen | None:
        """The screen of that name."""
        return self._by_name.get(name)

    def names(self) -> tuple[str, ...]:
        """All names in the order of opening."""
        return tuple(self._by_name)

    @property
    def here(self) -> PlaceScreen | None:
        """The screen that is shown."""
        shown = self.currentWidget()
        return shown if isinstance(shown, PlaceScreen) else None

    def go(self, name: str, *, focus: bool = True) -> bool:
        """Show a place; the one that goes writes its drafts. ``False`` when there is none of that name.

        ``focus=False`` leaves the focus where it is: somebody is typing in the search box.
        """
        wanted = self._by_name.get(name)
        if wanted is None:
            return False
        before, spot = self.here, self._spots.get(name)  # Qt moves the focus by itself when places change
        if before is not None and before is not wanted:
            before.left()
        self.setCurrentWidget(wanted)
        self.moved.emit(name)
        if focus and spot is not None:
            wanted.came_back(spot)
        elif focus:
            wanted.came()
        elif spot is not None:
            self._spots[name] = spot
        return True

    @Slot(QWidget, QWidget)
    def _keep_spot(self, _: QWidget | None, now: QWidget | None) -> None:
        here = None if half_gone(self) else self.here
        if here is not None and now is not None and here.isAncestorOf(now):
            self._spots[here.name] = FocusSpot(now)

    def step(self, by: int, among: tuple[str, ...]) -> None:
        """Go to the next (+1) or previous (-1) of ``among``."""
        if not among:
            return
        now = among.index(self.here.name) if self.here is not None and self.here.name in among else -1
        self.go(among[(now + by) % len(among)])

    def close_place(self, name: str, then: str) -> None:
        """Take a place out for good and show ``then`` when it was the one shown."""
        place = self._by_name.pop(name, None)
        self._spots.pop(name, None)
        if place is None:
            return
        shown = place is self.here
        place.closing()
        if shown and then in self._by_name:
            self.setCurrentWidget(self._by_name[then])
        self.removeWidget(place)
        place.deleteLater()
        if shown and then in self._by_name:
            self.moved.emit(then)
            self._by_name[then].came()

    def leave_all(self) -> None:
        """Every place writes its drafts: the desk locks or the user changes."""
        for place in self._by_name.values():
            place.left()
