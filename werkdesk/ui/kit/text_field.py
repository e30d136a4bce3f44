"""One-line text, PIN and date fields."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from werkdesk.errors import WerkdeskError
from werkdesk.ui.kit.editor_keys import leave_to_window
from werkdesk.ui.kit.field import Field
from werkdesk.ui.kit.tokens import Tone

ROOM = 200_000
"""Characters an editor takes before Qt would cut; far above every limit a form has."""


class LineEdit(QLineEdit):
    """A line editor without completer; long text is never cut silently."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(ROOM)

    def event(self, event: QEvent) -> bool:
        return leave_to_window(event) or super().event(event)


class TextField(Field):
    """One line of text.

    ``check``: text -> error sentence or ``""``; asked when the person leaves the field, and while an error is
    shown on every key, so that the sentence goes as soon as it is right. ``limit``: most characters; near it
    a counter appears, above it ``over`` is shown. ``secret``: dots instead of characters (PIN).
    """

    def __init__(
        self,
        label: str,
        *,
        check: Callable[[str], str] | None = None,
        limit: int | None = None,
        over: str = "",
        placeholder: str = "",
        secret: bool = False,
        remark: str = "",
        hint: str = "",
        help_key: str = "",
        foot: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        self.line = LineEdit()
        super().__init__(
            label, self.line, remark=remark, hint=hint, help_key=help_key, foot=foot, parent=parent
        )
        self._check, self._limit, self._over = check, limit, over
        self.line.setPlaceholderText(placeholder)
        if secret:
            self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.textEdited.connect(self._on_typed)
        self.line.textChanged.connect(self._count)
        self.line.editingFinished.connect(self._on_left)

    def value(self) -> str:
        return self.line.text()

    def set_value(self, text: str) -> None:
        """``setText`` and not ``clear``: it also empties the undo history."""
        self.line.setText(text)

    def verdict(self) -> str:
        """The error sentence for what stands there now, or empty."""
        if self._limit is not None and self._over and len(self.value()) > self._limit:
            return self._over
        return self._check(self.value()) if self._check is not None else ""

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        if self.error:
            self.show_error(self.verdict())
        self.typed.emit(text)

    @Slot()
    def _on_left(self) -> None:
        self.show_error(self.verdict())
        self.left.emit()

    @Slot(str)
    def _count(self, text: str) -> None:
        count_on(self, len(text), self._limit)


def count_on(field: Field, length: int, limit: int | None) -> None:
    """Show ``length / limit`` from nine tenths of the limit; in red ink above it."""
    if limit is None:
        return
    field.counter.setVisible(length * 10 >= limit * 9)
    field.counter.setText(f"{length} / {limit}")
    field.counter.set_tone(Tone.BAD if length > limit else Tone.NEUTRAL)


@dataclass(frozen=True, slots=True)
class DateRead:
    """What a typed date means: ``shown`` completes the editor (``03-11-2026``), ``spoken`` stands below it
    (``dinsdag 3 november 2026``), ``value`` is the caller's own date."""

    shown: str
    spoken: str
    value: object


class DateField(TextField):
    """A date as staff type it (``3-11``, ``v``, ``+4w``).

    ``read``: text -> :class:`DateRead`, ``None`` for empty; raises ``WerkdeskError`` when it is no date.
    ``explain``: that error as a sentence. While typing the meaning stands below; on leaving the editor is
    completed, or the sentence shown. ``date_value()`` is the caller's date or ``None``.
    """

    def __init__(
        self,
        label: str,
        *,
        read: Callable[[str], DateRead | None],
        explain: Callable[[WerkdeskError], str],
        placeholder: str = "",
        remark: str = "",
        hint: str = "",
        help_key: str = "",
        foot: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        self._read, self._explain, self._resting_hint = read, explain, hint
        super().__init__(
            label,
            check=self._judge,
            placeholder=placeholder,
            remark=remark,
            hint=hint,
            help_key=help_key,
            foot=foot,
            parent=parent,
        )
        self.line.textChanged.connect(self._foretell)
        self.left.connect(self._complete)

    def date_value(self) -> object:
        """The date that stands there, or ``None`` when it is empty or no date."""
        found = self._try()
        return None if found is None else found.value

    def set_value(self, text: str) -> None:
        super().set_value(text)
        self._complete()

    def _try(self) -> DateRead | None:
        try:
            return self._read(self.value())
        except WerkdeskError:
            return None

    def _judge(self, text: str) -> str:
        try:
            self._read(text)
        except WerkdeskError as error:
            return self._explain(error)
        return ""

    @Slot(str)
    def _foretell(self, _: str) -> None:
        found = self._try()
        self.show_hint(found.spoken if found is not None else self._resting_hint)

    @Slot()
    def _complete(self) -> None:
        found = self._try()
        if found is not None and found.shown != self.value():
            self.line.setText(found.shown)
