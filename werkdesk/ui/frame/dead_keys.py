"""A key of the table that can do nothing now says why, in one sentence, instead of staying silent."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence

from werkdesk.ui.frame.frame import Frame
from werkdesk.ui.keys import KeyMap, Place
from werkdesk.ui.kit.half_gone import half_gone
from werkdesk.ui.kit.notice import Notice
from werkdesk.ui.teksten import frame as t


class DeadKeys(QObject):
    """Hears the keys that nothing in ``frame`` wanted. A command in the menus that is greyed is one of them.

    The place that is shown knows best why (``PlaceScreen.why_not``), then the window (``why``), then
    :mod:`werkdesk.ui.teksten.frame`.
    """

    def __init__(
        self,
        frame: Frame,
        keymap: KeyMap,
        actions: Mapping[str, QAction],
        notify: Callable[[Notice], None],
        why: Callable[[str], str],
    ) -> None:
        super().__init__(frame)
        self._frame, self._keymap, self._actions, self._notify = frame, keymap, actions, notify
        self._because = why
        frame.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if half_gone(self) or event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        name = self._command_of(event)
        if not name:
            return False
        if not event.isAutoRepeat():
            self._notify(Notice(self._why(name)))
        return True

    def _command_of(self, event: QKeyEvent) -> str:
        """The command of this key when it is greyed or nowhere to be had; else empty."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        pressed = QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key())))
        for name, key in self._keymap.keys.items():
            if key.place is Place.OVERAL and pressed in self._keymap.sequences(name):
                action = self._actions.get(name)
                return name if action is None or not action.isEnabled() else ""
        return ""

    def _why(self, name: str) -> str:
        here = self._frame.here
        told = here.why_not(name) if here is not None else ""
        return told or self._because(name) or t.WAAROM_NIET.get(name, "") or self._general(name)

    def _general(self, name: str) -> str:
        return t.NIET_HIER.format(wat=self._keymap.keys[name].name, toets=self._keymap.cap(name))
