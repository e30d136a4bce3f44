"""Keys that are typed before the place they are meant for is there: they wait, in order, and go there."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import (
    QCoreApplication,
    QDeadlineTimer,
    QEvent,
    QKeyCombination,
    QObject,
    Qt,
    QTimer,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from werkdesk.ui.kit.half_gone import half_gone
from werkdesk.ui.kit.notice import Notice
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.teksten import frame as t

LOOK_AGAIN, MOST_WAIT = 5, 20_000
"""Milliseconds: how often it is asked whether the place is there, and after how long nobody waits."""
_KINDS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)
_BARE = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta)

Busy = Callable[[], bool]


class TypedKey(NamedTuple):
    """One key as it was pressed."""

    key: int
    modifiers: Qt.KeyboardModifier
    text: str

    def event(self, kind: QEvent.Type) -> QKeyEvent:
        """The same key again."""
        return QKeyEvent(kind, self.key, self.modifiers, self.text)

    @property
    def sequence(self) -> QKeySequence:
        """As the table of keys knows it."""
        bare = self.modifiers & ~Qt.KeyboardModifier.KeypadModifier
        return QKeySequence(QKeyCombination(bare, Qt.Key(self.key)))


class TypeAhead(QObject):
    """``hold(where, busy)``: while ``busy()`` no key reaches ``where``; afterwards they are played, in order.

    ``passes(key)``: keys that never wait (search, lock). ``fits(key)``: whether the place that came may have
    the first of them; a question that nobody has read yet gets no answer by accident. ``drop()``: what was
    waited for does not come; keys that were meant for it go nowhere, and it says so.
    """

    def __init__(
        self,
        window: QWidget,
        notify: Callable[[Notice], None],
        *,
        passes: Callable[[TypedKey], bool],
        fits: Callable[[TypedKey], bool],
    ) -> None:
        super().__init__(window)
        self._window, self._notify, self._passes, self._fits = window, notify, passes, fits
        self._holds: list[tuple[QWidget, Busy]] = []
        self._kept: list[TypedKey] = []
        self._is_playing, self._is_first = False, True
        self._patience = QDeadlineTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_AGAIN)
        self._timer.timeout.connect(self._look)

    @property
    def is_waiting(self) -> bool:
        """Whether keys are kept now, or are still to be played."""
        return bool(self._holds or self._kept)

    def hold(self, where: QWidget, busy: Busy) -> None:
        """Keys for ``where`` wait from now on."""
        self._holds.append((where, busy))
        self._is_first = True
        if not self._timer.isActive():
            self._patience.setRemainingTime(MOST_WAIT)
            self._timer.start()
            QCoreApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def drop(self) -> None:
        """What was waited for does not come."""
        if self._kept:
            self._kept.clear()
            self._notify(Notice(t.NIET_GEBRUIKT, Tone.WARN))

    def stop(self) -> None:
        """The desk locks or closes: nothing is played any more, and nothing is said."""
        self._holds.clear()
        self._kept.clear()
        self._is_first = True
        self._rest()

    @Slot()
    def _look(self) -> None:
        if self._patience.hasExpired():
            self._holds.clear()
            self.drop()
        held = bool(self._holds)
        self._holds = [(where, busy) for where, busy in self._holds if isValid(where) and busy()]
        if self._holds or held:
            return  # what just came is shown in the next round of events; only then it can have a key
        if self._kept:
            self._play_next()
        if not self._kept and not self._holds:
            self._is_first = True
            self._rest()

    def _rest(self) -> None:
        self._timer.stop()
        QCoreApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]

    def _play_next(self) -> None:
        """One key in a round: it may begin something that has to be waited for again."""
        if self._is_first and not self._fits(self._kept[0]):
            self.drop()
            return
        self._is_first = False
        self._play(self._kept.pop(0))

    def _play(self, key: TypedKey) -> None:
        self._is_playing = True
        try:
            target = QApplication.focusWidget() or self._window
            asked = key.event(QEvent.Type.ShortcutOverride)
            asked.ignore()
            QCoreApplication.sendEvent(target, asked)
            if not asked.isAccepted() and self._trigger(key):
                return
            QCoreApplication.sendEvent(target, key.event(QEvent.Type.KeyPress))
            if isValid(target):
                QCoreApplication.sendEvent(target, key.event(QEvent.Type.KeyRelease))
        finally:
            self._is_playing = False

    def _trigger(self, key: TypedKey) -> bool:
        for action in self._window.actions():
            if action.isEnabled() and key.sequence in action.shortcuts():
                action.trigger()
                return True
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if half_gone(self) or event.type() not in _KINDS or not isinstance(event, QKeyEvent):
            return False
        if self._is_playing or event.key() in _BARE or not isinstance(watched, QWidget):
            return False
        if not self._is_for_us(watched):
            return False
        key = TypedKey(event.key(), event.modifiers(), event.text())
        if self._passes(key) and not self._kept:
            return False
        if event.type() == QEvent.Type.KeyPress:
            self._kept.append(key)
        event.accept()
        return True

    def _is_for_us(self, watched: QWidget) -> bool:
        """A key for a place that waits; or any key behind one that waits already."""
        ours = watched is self._window or self._window.isAncestorOf(watched)
        nowhere = QApplication.focusWidget() is None and watched is self._window.window()
        if not (ours or nowhere):
            return False
        if self._kept or nowhere:
            return True
        return any(
            isValid(where) and (where is watched or where.isAncestorOf(watched)) and busy()
            for where, busy in self._holds
        )
