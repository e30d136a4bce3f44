"""The door: name and PIN on a card that shows nothing of the work. The same card unlocks."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from werkdesk.errors import WerkdeskError
from werkdesk.ui.kit.announce import announce
from werkdesk.ui.kit.buttons import PrimaryButton
from werkdesk.ui.kit.cover import Cover
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Row
from werkdesk.ui.kit.side_panel import HelpPanel
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.text_field import TextField
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.aanmelden.actions import AanmeldActions
from werkdesk.ui.screens.aanmelden.caps_lock import CapsWatch
from werkdesk.ui.teksten import aanmelden as t
from werkdesk.ui.teksten import hulp
from werkdesk.ui.texts import explain

HELP = "aanmelden"


class AanmeldScreen(Cover):
    """``signed_in(session)`` when the PIN was right. ``welcome()``, ``locked(name)`` and ``switch_user()``
    choose the words. The PIN leaves the field at once and is never kept.
    """

    signed_in = Signal(object)

    def __init__(self, actions: AanmeldActions, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(t.PRODUCT, t.TITEL, t.UITLEG, parent=parent)
        self._actions, self._tasks = actions, tasks
        self._prepared = self._busy = False
        self.help: HelpPanel | None = None
        self.name = TextField(t.NAAM, help_key=HELP)
        self.pin = TextField(t.PIN, secret=True, help_key=HELP)
        self.pin.line.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData
        )
        self.button = PrimaryButton(t.MELD_AAN, "Return")
        self.caps = Label("", "label", tone=Tone.WARN)
        self.waiting = QProgressBar()
        self.waiting.setRange(0, 0)
        self.waiting.setTextVisible(False)
        self.waiting.setAccessibleName(t.BEZIG)
        policy = self.waiting.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.waiting.setSizePolicy(policy)
        self.waiting.hide()
        self.put(self.name, self.pin, Row(gap=12).put(self.caps, 1, self.button), self.waiting)
        self._caps = CapsWatch(self)
        self._caps.changed.connect(self._on_caps)
        for field in (self.name, self.pin):
            field.line.installEventFilter(self._caps)
        self.name.line.returnPressed.connect(self._next)
        self.pin.line.returnPressed.connect(self.submit)
        self.button.clicked.connect(self.submit)
        self.welcome()

    def welcome(self) -> None:
        """Nobody works here yet."""
        self._word(t.TITEL, t.UITLEG, t.MELD_AAN)
        self.name.wipe()

    def locked(self, name: str) -> None:
        """The same colleague comes back, or another one."""
        self._word(t.SLOT_TITEL, f"{t.SLOT_UITLEG} {t.SLOT_ANDER}", t.ONTGRENDEL)
        self.name.wipe()
        self.name.set_value(name)

    def switch_user(self) -> None:
        """Another colleague."""
        self._word(t.TITEL, t.WISSEL_UITLEG, t.MELD_AAN)
        self.name.wipe()

    def begin(self) -> None:
        """Put the focus where typing starts."""
        first = self.pin if self.name.value() else self.name
        first.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.begin()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._prepared:
            self._prepared = True  # not before: loading on a worker would compete with the first frame
            QTimer.singleShot(0, self, self._prepare)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F1 explains the door, Esc closes that; there is no menu here that could."""
        if event.key() == Qt.Key.Key_F1 and self._actions.page is not None:
            self._tasks.run(self, "office", self._actions.page, self._show_help, self._no_help)
        elif event.key() != Qt.Key.Key_Escape or not self.close_help():
            super().keyPressEvent(event)

    def close_help(self) -> bool:
        """``False`` when no help was open."""
        return self.help is not None and self.help.close_panel()

    def _show_help(self, page: tuple[str, str]) -> None:
        if self.help is None:  # not before: the first frame need not wait for it
            self.help = HelpPanel(self, hulp.UITLEG, hulp.SLUIT)
        self.help.show_help(*page)

    def _no_help(self, error: WerkdeskError) -> None:
        announce(self, explain(error))

    def _word(self, title: str, sentence: str, button: str) -> None:
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.button.setText(button)
        self.pin.wipe()
        self.close_help()
        self.setAccessibleName(title)

    @Slot()
    def _prepare(self) -> None:
        self._tasks.run(self, "cache", self._actions.prepare, failed=self._not_ready)
        self._tasks.run(self, "cache", self._actions.where, self.foot.setText, self._not_ready)

    def _not_ready(self, error: WerkdeskError) -> None:
        self.sentence.set_tone(Tone.BAD)
        self.sentence.setText(explain(error))

    @Slot()
    def _next(self) -> None:
        self.pin.editor.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def submit(self) -> None:
        """Check name and PIN on a worker; typing goes on to be possible, a second Enter does nothing."""
        if self._busy:
            return
        name, pin = self.name.value().strip(), self.pin.value()
        self.name.show_error("" if name else t.NAAM_ONTBREEKT)
        self.pin.show_error("" if pin else t.PIN_ONTBREEKT)
        if not name or not pin:
            (self.pin if name else self.name).editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._set_busy(True)
        work = partial(self._actions.sign_in, name, pin)
        self.pin.wipe()
        self._tasks.run(self, "cache", work, self._opened, self._refused)

    def _opened(self, session: Any) -> None:
        self._set_busy(False)
        self.signed_in.emit(session)

    def _refused(self, error: WerkdeskError) -> None:
        self._set_busy(False)
        about_name = error.code.startswith("slot.")
        field = self.name if about_name else self.pin
        field.show_error(explain(error))
        field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(field, explain(error))

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.waiting.setVisible(busy)
        self.button.setEnabled(not busy)
        if busy:
            announce(self, t.BEZIG)

    @Slot(bool)
    def _on_caps(self, on: bool) -> None:
        self.caps.setText(t.CAPS if on else "")
        if on:
            announce(self, t.CAPS)
