"""How the visit ends: a digit, and for a referral the place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from werkdesk.domain.bezoek import Uitkomst
from werkdesk.errors import WerkdeskError
from werkdesk.ui.frame.overlay import Overlay
from werkdesk.ui.kit.buttons import PrimaryButton
from werkdesk.ui.kit.card import Clear
from werkdesk.ui.kit.choices import ChoiceList
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, Row
from werkdesk.ui.kit.text_field import TextField
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.teksten import bezoek as t
from werkdesk.ui.teksten.woorden import UITKOMSTEN
from werkdesk.ui.texts import explain

LONGEST = 200


class FinishPanel(Overlay):
    """``decided(Uitkomst, place)``: the outcome, with the place of a referral or ``None``."""

    decided = Signal(object, object)

    def __init__(self, host_widget: QWidget, anchor: QWidget | None = None) -> None:
        super().__init__(host_widget, t.AFRONDEN, anchor)
        self.setProperty("helpKey", "bezoek.afronden")
        self._suggested = Uitkomst.INFORMATIE
        self.outcomes = ChoiceList(t.UITKOMST, [(one.value, words) for one, words in UITKOMSTEN.items()])
        self.outcomes.chosen.connect(self._chosen)
        self.place_field = TextField(
            t.VERWIJS, hint=t.VERWIJS_UITLEG, limit=LONGEST, over=t.VERWIJS_LANG, help_key="bezoek.afronden"
        )
        self.place_field.line.returnPressed.connect(self._refer)
        self.refer_button = PrimaryButton(t.ROND_AF, "Return")
        self.refer_button.clicked.connect(self._refer)
        self.referral = Clear()
        Column(self.referral, gap=8).put(self.place_field, Row(gap=8).put(1, self.refer_button))
        self.hint = Label(t.UITKOMST_UITLEG, "label", tone=Tone.NEUTRAL, wrap=True)
        self.warning = Label("", tone=Tone.WARN, wrap=True)
        self.warning.hide()
        self.put(self.warning, self.outcomes, self.hint, self.referral)

    def ask_with(self, suggested: Uitkomst, *, unsaved: str = "") -> None:
        """Open it; the outcome that fits what was done has the focus, Enter takes it.

        ``unsaved``: what stays a draft when the visit ends now, in words; empty when nothing does.
        """
        self._suggested = suggested
        self.warning.setText(unsaved)
        self.warning.setVisible(bool(unsaved))
        self.ask()

    def begin(self) -> None:
        self.place_field.wipe()
        self.outcomes.wipe()
        self.referral.hide()
        self.place()
        self.outcomes.set_value(self._suggested.value)
        self.outcomes.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _chosen(self, value: str) -> None:
        outcome = Uitkomst(value)
        self.referral.setVisible(outcome is Uitkomst.DOORVERWEZEN)
        self.place()
        if outcome is Uitkomst.DOORVERWEZEN:
            self.place_field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.decided.emit(outcome, None)

    @Slot()
    def _refer(self) -> None:
        sentence = self.place_field.verdict()
        self.place_field.show_error(sentence)
        if not sentence:
            self.decided.emit(Uitkomst.DOORVERWEZEN, self.place_field.value())

    def save(self) -> None:
        """Ctrl+Enter: the outcome that stands there."""
        self._chosen(self.outcomes.value()) if self.referral.isHidden() else self._refer()

    def refused(self, error: WerkdeskError) -> None:
        """The sentence where it belongs; the panel stays."""
        if error.field == "verwezen_naar":
            self.place_field.show_error(explain(error))
            self.place_field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.outcomes.show_error(explain(error))
        self.place()
