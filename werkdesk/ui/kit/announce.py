"""Tell a screen reader something without moving the focus (WCAG 4.1.3)."""

from __future__ import annotations

from PySide6 import QtGui
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, sentence: str) -> None:
    """Say ``sentence`` once, politely. Does nothing when no assistive technology listens."""
    if sentence and QtGui.QAccessible.isActive():
        QtGui.QAccessible.updateAccessibility(QtGui.QAccessibleAnnouncementEvent(widget, sentence))
