"""Which case file, and try it: the same three controls for an author and for who judges."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QUrl, Signal, Slot

from werkdesk.ui.kit.buttons import OutlineButton, PlainButton
from werkdesk.ui.kit.card import Clear
from werkdesk.ui.kit.layout import Column, Row
from werkdesk.ui.kit.text_field import TextField
from werkdesk.ui.teksten import regels_beheer as t

HELP = "regels.proef"


class CaseFileRow(Clear):
    """``path()``; ``edited``: another file; ``asked``: try it."""

    edited = Signal()
    asked = Signal()

    def __init__(
        self, choose: Callable[[], str], *, remark: str = t.MAG_LEEG, hint: str = t.PROEF_WENK
    ) -> None:
        super().__init__()
        self._choose = choose
        self.field = TextField(t.PROEF_BESTAND, remark=remark, hint=hint, help_key=HELP)
        self.field.typed.connect(self._on_typed)
        self.choose_button = PlainButton(t.KIES_BESTAND, icon="file-text")
        self.choose_button.clicked.connect(self._on_choose)
        self.run = OutlineButton(t.DRAAI_PROEF)
        self.run.clicked.connect(self.asked)
        Column(self, gap=8).put(self.field, Row(gap=8).put(self.run, self.choose_button, 1))

    def path(self) -> str:
        """The path that stands there; an address that was dropped or pasted from a file manager too."""
        text = self.field.value().strip().strip('"')
        return QUrl(text).toLocalFile() if text.startswith("file://") else text

    def show_path(self, path: str) -> None:
        """Show another path without telling ``edited``."""
        if path != self.path():
            self.field.set_value(path)

    @Slot()
    def _on_choose(self) -> None:
        if chosen := self._choose():
            self.field.show_error("")
            self.field.set_value(chosen)
            self.edited.emit()

    @Slot(str)
    def _on_typed(self, _: str) -> None:
        self.field.show_error("")
        self.edited.emit()
