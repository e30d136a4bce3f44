"""A form field: label above, editor, one line below for hint, error sentence and live counter.

The line below is always there, so a sentence that appears does not push the form down.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, Row
from werkdesk.ui.kit.look import look
from werkdesk.ui.kit.tokens import Tone

HELP_KEY = "helpKey"


class Field(QWidget):
    """Base of all fields; use :class:`TextField` and its sisters.

    ``label``: words above the editor, ``&`` marks the Alt letter. ``remark``: soft words after the label
    ("mag leeg"). ``hint``: soft words below while there is no error. ``help_key``: page of the handleiding
    for F1, found by :func:`help_key_of`. ``foot=False`` leaves the line below out (tight places).

    ``typed(str)``: the person changed the text (not the program). ``left()``: the person left the editor.
    """

    typed = Signal(str)
    left = Signal()

    def __init__(
        self,
        label: str,
        editor: QWidget,
        *,
        remark: str = "",
        hint: str = "",
        help_key: str = "",
        foot: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self._hint, self._error = hint, ""
        column = Column(self, gap=4)
        self.label = Label(f"{label} ({remark})" if remark else label, "label")
        self.label.setBuddy(editor)
        if not label:
            self.label.hide()
        self.below = Label(hint, "label", wrap=True)
        self.below.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.below.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.counter = Label("", "label")
        self.counter.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.counter.hide()
        column.put(self.label, editor)
        self._foot = Row(gap=8)
        self._foot.addWidget(self.below, 1)
        self._foot.addWidget(self.counter, 0)
        column.addLayout(self._foot)
        column.addStretch(1)
        self._keeps_foot = foot
        self._fit_foot()
        self.setFocusProxy(editor)
        editor.setAccessibleName(label.replace("&", ""))
        editor.setAccessibleDescription(hint)
        editor.setProperty(HELP_KEY, help_key)

    @property
    def error(self) -> str:
        """The error sentence that is shown, or empty."""
        return self._error

    @Slot(str)
    def show_error(self, sentence: str) -> None:
        """Show what is wrong and what to do, in red ink; an empty sentence takes it away."""
        if sentence == self._error:
            return
        self._error = sentence
        self._show_below(sentence or self._hint, Tone.BAD if sentence else Tone.NEUTRAL)
        self.editor.setProperty("invalid", bool(sentence))
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)

    def show_hint(self, sentence: str) -> None:
        """Change the soft words below; an error that is shown stays."""
        self._hint = sentence
        if not self._error:
            self._show_below(sentence, Tone.NEUTRAL)

    @property
    def hint(self) -> str:
        """The soft words below, or empty."""
        return self._hint

    def value(self) -> str:
        """What stands in the editor, as text."""
        raise NotImplementedError

    def set_value(self, text: str) -> None:
        """Put text in the editor without telling ``typed``; undo cannot bring the old text back."""
        raise NotImplementedError

    def wipe(self) -> None:
        """Empty editor, error and undo history: nothing of one client is left for the next."""
        self.set_value("")
        self.show_error("")

    def _show_below(self, sentence: str, tone: Tone) -> None:
        self.below.set_tone(tone)
        self.below.setText(sentence)
        self.editor.setAccessibleDescription(sentence)
        self._fit_foot()

    def _fit_foot(self) -> None:
        line = look().px(20) if self._keeps_foot else 0
        self.below.setMinimumHeight(line)
        shown = self._keeps_foot or bool(self.below.text()) or not self.counter.isHidden()
        self.below.setVisible(shown)

    def changeEvent(self, event: Any) -> None:
        if event.type() == event.Type.StyleChange:
            self._fit_foot()
        super().changeEvent(event)


def help_key_of(widget: QWidget | None) -> str:
    """The help page of the field that has the focus, or of the first ancestor that has one; else empty."""
    while widget is not None:
        key = widget.property(HELP_KEY)
        if isinstance(key, str) and key:
            return key
        widget = widget.parentWidget()
    return ""


def point_at(fields: Mapping[str, Field], name: str | None, sentence: str) -> bool:
    """Show ``sentence`` at the field called ``name`` and go there; False when there is no such field."""
    field = fields.get(name or "")
    if field is None:
        return False
    field.show_error(sentence)
    field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
    return True
