"""The fields of an application, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from werkdesk.domain.melding import Kanaal
from werkdesk.errors import WerkdeskError
from werkdesk.ui.dossier.date_fields import day_field
from werkdesk.ui.dossier.digit_pick import DigitPick
from werkdesk.ui.kit.choice_row import Option
from werkdesk.ui.kit.choices import TickList
from werkdesk.ui.kit.field import Field
from werkdesk.ui.kit.field_texts import put_texts, text_in
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, Row
from werkdesk.ui.kit.text_field import TextField
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.aanvraag import form
from werkdesk.ui.teksten import aanvraag as t
from werkdesk.ui.teksten.melding import KANALEN
from werkdesk.ui.texts import explain

HELP = "aanvraag"


class ApplicationFields(QWidget):
    """``changed()``: somebody typed or chose. Texts as in :mod:`form`."""

    changed = Signal()

    def __init__(self, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._clock = clock
        self.day = day_field(t.AANVRAAGDATUM, clock, "aanvraagdatum", help_key="aanvraag.dag", foot=True)
        self.channel = DigitPick(t.KANAAL, [(one.value, KANALEN[one]) for one in Kanaal], help_key=HELP)
        self.received = day_field(
            t.ONTVANGEN, clock, "aanvraag_ontvangen_op", hint=t.ONTVANGEN_UITLEG, help_key="aanvraag.dag",
            foot=True,
        )  # fmt: skip
        self.signed = TickList(
            t.ONDERTEKEND_TITEL, [Option("ja", t.ONDERTEKEND)], help_key="aanvraag.handtekening"
        )
        self.early = TickList(t.VERVROEGD_TITEL, [Option("ja", t.VERVROEGD)], help_key="aanvraag.vervroegd")
        self.early_why = Label(t.VERVROEGD_UITLEG, "label", tone=Tone.NEUTRAL, wrap=True)
        self.household = DigitPick(t.LEEFVORM, list(t.LEEFVORMEN.items()), help_key="aanvraag.voorschot")
        self.income = TextField(
            t.INKOMEN, check=self._judge("inkomen"), hint=t.INKOMEN_UITLEG, help_key="aanvraag.voorschot"
        )
        self.account = TextField(t.IBAN, check=self._judge("iban"), help_key="aanvraag.voorschot")
        self.by_name: Mapping[str, Field | TickList] = {
            "aanvraagdatum": self.day,
            "aanvraagkanaal": self.channel,
            "aanvraag_ontvangen_op": self.received,
            "aanvraag_ondertekend": self.signed,
            "aanvraag_vervroegd": self.early,
            "normsoort": self.household,
            "inkomen": self.income,
            "iban": self.account,
        }
        for one in self.by_name.values():
            tells = one.changed if isinstance(one, TickList) else one.typed
            tells.connect(lambda *_: self.changed.emit())
        self.channel.answered.connect(lambda: self.received.editor.setFocus(Qt.FocusReason.TabFocusReason))
        self.household.answered.connect(lambda: self.income.editor.setFocus(Qt.FocusReason.TabFocusReason))
        self.household.typed.connect(lambda _: self.show_proposal(False))
        Column(self, gap=12).put(
            _pair(self.day, self.received), _pair(self.channel, self.signed), self.early, self.early_why,
            Label(t.VOOR_VOORSCHOT, "strong"), self.household, _pair(self.income, self.account),
        )  # fmt: skip

    def texts(self) -> dict[str, str]:
        """What stands in every field."""
        return {name: self.text_of(name) for name in form.FIELDS}

    def text_of(self, name: str) -> str:
        """What stands in one field."""
        return text_in(self.by_name[name])

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Put text in the fields that differ; the cursor stays elsewhere."""
        put_texts(self.by_name, texts)

    def show_proposal(self, shown: bool) -> None:
        """The household stands here because the intake suggests it; the dossier does not have it yet."""
        self.household.show_hint(t.LEEFVORM_VOORSTEL if shown else "")

    def show_early(self, shown: bool, *, unsure: bool = False) -> None:
        """The search period still runs, or may run: taking it up early is a choice."""
        words = t.ONZEKER_TITEL if unsure else t.VERVROEGD_TITEL
        self.early.label.setText(words)
        self.early.setAccessibleName(words)
        self.early.setVisible(shown)
        self.early_why.setVisible(shown)

    def show_errors(self, wrong: Mapping[str, WerkdeskError]) -> None:
        """The sentences at their fields; the focus goes to the first."""
        for name, one in self.by_name.items():
            one.show_error(explain(wrong[name]) if name in wrong else "")
        first = next(iter(wrong), None)
        if first is not None:
            self.focus(first)

    def focus(self, name: str) -> None:
        """Go to this field."""
        one = self.by_name[name]
        (one if isinstance(one, TickList) else one.editor).setFocus(Qt.FocusReason.OtherFocusReason)

    def wipe(self) -> None:
        """Nothing of one klant is left for the next."""
        for one in self.by_name.values():
            one.wipe()

    def _judge(self, name: str) -> Callable[[str], str]:
        def verdict(text: str) -> str:
            try:
                form.read(name, text, self._clock())
            except WerkdeskError as error:
                return explain(error)
            return ""

        return verdict


def _pair(left: QWidget, right: QWidget) -> Row:
    """Two fields beside each other, level at the top."""
    row = Row(gap=16)
    row.addWidget(left, 1, Qt.AlignmentFlag.AlignTop)
    row.addWidget(right, 1, Qt.AlignmentFlag.AlignTop)
    return row
