"""A key stands on one button at a time: what lies on top borrows it from what lies under it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from werkdesk.ui.kit.buttons import Button


class LentKeys:
    """``borrow()`` when a panel opens or changes, ``give_back()`` when it closes."""

    def __init__(self, panel: QWidget) -> None:
        self._panel = panel
        self._lent: list[Button] = []

    def borrow(self) -> None:
        """Take the caps off the buttons around the panel whose key answers in the panel now."""
        self.give_back()
        mine = {one.key_text for one in self._panel.findChildren(Button) if not one.isHidden()} - {""}
        for one in self._panel.window().findChildren(Button):
            if one.key_text in mine and not self._panel.isAncestorOf(one):
                one.lend_key(True)
                self._lent.append(one)

    def give_back(self) -> None:
        """Put the caps back."""
        for one in self._lent:
            if isValid(one):
                one.lend_key(False)
        self._lent.clear()
