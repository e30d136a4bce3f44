"""A closed list whose answers carry digits: ``3 · Baan verloren``. A digit answers, and the hands go on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from werkdesk.ui.kit.choices import DIGITS
from werkdesk.ui.kit.half_gone import half_gone
from werkdesk.ui.kit.pick_field import PickField


class DigitPick(PickField):
    """``options``: (value, text) in the order of the digits; ``keys`` gives other characters (``"JN"``).

    Backspace or Delete takes the answer away: not known yet. ``answered()``: by key, so the hands go on.
    """

    answered = Signal()

    def __init__(
        self, label: str, options: Sequence[tuple[str, str]], *, keys: str = DIGITS, nothing: str = "",
        remark: str = "", hint: str = "", help_key: str = "",
    ) -> None:  # fmt: skip
        self._all_keys = keys
        self._keys = keys[: len(options)]
        numbered = self._numbered(options)
        super().__init__(
            label, numbered, nothing=nothing, remark=remark, hint=hint, help_key=help_key, foot=False
        )
        self.box.installEventFilter(self)
        view = self.box.view()
        if isinstance(view, QAbstractItemView):
            view.installEventFilter(self)

    def _numbered(self, options: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
        return [(value, f"{key} · {text}") for key, (value, text) in zip(self._keys, options, strict=True)]

    def set_numbered(self, options: Sequence[tuple[str, str]]) -> None:
        """Another list, with its digits; nothing is chosen after it."""
        self._keys = self._all_keys[: len(options)]
        self.set_options(self._numbered(options))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if half_gone(self) or not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        quiet = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        if event.modifiers() & ~quiet:
            return False
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.set_value("")
            self.typed.emit("")
            return True
        return self._answer(event.text())

    def _answer(self, typed: str) -> bool:
        place = self._keys.casefold().find(typed.casefold()) if len(typed) == 1 else -1
        if place < 0:
            # Any other letter would choose the first text that begins with it, which nobody meant.
            return len(typed) == 1 and typed.isalnum()
        self.box.hidePopup()
        self.box.setCurrentIndex(place)
        self.show_error("")
        self.typed.emit(self.value())
        self.answered.emit()
        return True
