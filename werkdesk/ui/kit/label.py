"""The only label of the product. Text is always plain: a name such as ``<img src=...>`` stays text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from werkdesk.ui.kit.tokens import Tone


class Label(QLabel):
    """Plain text in a role of the type scale.

    ``role``: a key of ``TYPE_SCALE`` (``figure name question title body strong label caption``).
    ``tone``: ink; ``Tone.NEUTRAL`` is soft ink, ``None`` the usual ink. ``wrap``: break lines between words.
    ``selectable``: the text can be selected with the mouse, never by keyboard (no extra tab stop).
    """

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        *,
        tone: Tone | None = None,
        wrap: bool = False,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setProperty("tone", "" if tone is None else tone.value)
        self.setWordWrap(wrap)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setText(text)

    def set_role(self, role: str) -> None:
        """Change the size, for words that have to do with less room."""
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)

    def set_tone(self, tone: Tone | None) -> None:
        """Change the ink; the words have to say it too."""
        value = "" if tone is None else tone.value
        if self.property("tone") != value:
            self.setProperty("tone", value)
            self.style().unpolish(self)
            self.style().polish(self)
