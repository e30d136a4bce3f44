"""A guard for event filters during garbage collection."""

from __future__ import annotations

from PySide6.QtCore import QObject


def half_gone(one: QObject) -> bool:
    """Whether Python has already cleared this object.

    When a window and its parts go as one ring of garbage, Python clears their attributes first and Qt
    destroys the widgets after that, sending hide and resize events through filters that have nothing left to
    look at.
    """
    return not vars(one)
