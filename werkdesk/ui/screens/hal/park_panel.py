"""Why somebody comes back in a moment: one line, Enter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from werkdesk.ui.frame.overlay import Overlay
from werkdesk.ui.kit.buttons import PrimaryButton
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.text_field import TextField
from werkdesk.ui.screens.hal.calls import Calls
from werkdesk.ui.teksten import hal as t

LONGEST = 300


class ParkPanel(Overlay):
    """The note may be empty; every desk reads it at "Straks terug"."""

    def __init__(self, host_widget: QWidget, calls: Calls) -> None:
        super().__init__(host_widget, t.PARKEER)
        self._calls = calls
        self.note = TextField(
            t.PARKEER_VRAAG,
            remark="mag leeg",
            hint=t.PARKEER_UITLEG,
            limit=LONGEST,
            over=t.PARKEER_LANG,
            help_key="hal.straks_terug",
        )
        self.note.line.returnPressed.connect(self.park)
        self.park_button = PrimaryButton(t.PARKEER_DOE, "Return")
        self.park_button.clicked.connect(self.park)
        self.who_goes = Label("", "strong", wrap=True)
        self.put(self.who_goes, self.note)
        self.foot.put(1, self.park_button)

    def begin(self) -> None:
        bezoek = self._calls.bezoek
        self.who_goes.setText(t.PARKEER_WIE.format(nummer=bezoek.nummer) if bezoek is not None else "")
        self.note.wipe()
        self.note.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def park(self) -> None:
        """Park with what is typed; a note that is too long stays with its sentence."""
        sentence = self.note.verdict()
        self.note.show_error(sentence)
        if sentence:
            return
        note = self.note.value()
        self.note.wipe()
        self.close_overlay()
        self._calls.park(note)
