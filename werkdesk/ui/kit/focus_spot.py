"""Who borrows the focus gives it back: where the hands were, also when that was built anew meanwhile."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

PLACE = "place"
"""Property of a page of the window: hands that are in another one, or in the search box, have moved on."""


class FocusSpot:
    """The widget that has the focus and everything it stands in.

    ``take()`` puts the hands there again. When the widget itself is gone (the next question was asked, a list
    was read again) the nearest part around it that knows where its work goes on (``begin_again``) takes them.
    """

    def __init__(self, widget: QWidget) -> None:
        chain = [widget]
        while (above := chain[-1].parentWidget()) is not None:
            chain.append(above)
        self._chain = tuple(chain)

    @classmethod
    def now(cls, within: QWidget | None = None) -> FocusSpot | None:
        """Where the hands are; ``None`` when they are nowhere, or not ``within`` that widget."""
        focused = QApplication.focusWidget()
        if focused is None or (within is not None and not within.isAncestorOf(focused)):
            return None
        return cls(focused)

    @property
    def widget(self) -> QWidget:
        """What had the focus; Qt may have destroyed it."""
        return self._chain[0]

    def take(self) -> bool:
        """Put the focus back; ``False`` when there is nothing left to go to, or it is not shown."""
        if _can_have(self.widget):
            self.widget.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        for around in self._chain[1:]:
            begin_again = getattr(around, "begin_again", None)
            if begin_again is not None and isValid(around) and around.isVisible():
                begin_again()
                return True
        return False


def moved_on(part: QWidget) -> bool:
    """Whether the hands left the page of ``part``: what arrives later in it does not take the focus."""
    focused = QApplication.focusWidget()
    page = _page_of(part)
    return focused is not None and focused is not page and not page.isAncestorOf(focused)


def _page_of(part: QWidget) -> QWidget:
    page = part
    while not page.property(PLACE) and (above := page.parentWidget()) is not None:
        page = above
    return page


def _can_have(widget: QWidget) -> bool:
    return isValid(widget) and widget.isVisible() and widget.isEnabled()
