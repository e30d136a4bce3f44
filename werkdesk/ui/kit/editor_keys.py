"""Which keys a text editor keeps for itself, and which it leaves to the window.

On some platforms Qt's editors claim keys of ours before the window hears them (Ctrl+K, Ctrl+U on X11).
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

_CONTROL = Qt.KeyboardModifier.ControlModifier
_CLAIMED = frozenset({Qt.Key.Key_K, Qt.Key.Key_U, Qt.Key.Key_M, Qt.Key.Key_Return, Qt.Key.Key_Enter})


def leave_to_window(event: QEvent) -> bool:
    """True for the question "is this key yours?" (ShortcutOverride) about a key of the window; not
    accepted.
    """
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if modifiers != _CONTROL or event.key() not in _CLAIMED:
        return False
    event.ignore()
    return True
