"""The fields of a placement, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from werkdesk.domain.plaatsing import Werkgever
from werkdesk.domain.waarden.kvk import KvkNummer
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
from werkdesk.ui.screens.plaatsing import form
from werkdesk.ui.teksten import plaatsing as t
from werkdesk.ui.texts import explain
from werkdesk.usecases.plaatsingen import WerkgeverKennis

HELP = "plaatsing"
HELP_DATES = "plaatsing.data"


class PlacementFields(QWidget):
    """``changed()``: somebody typed or chose. ``employer_asked(KvkNummer)``: a whole KVK number was typed."""

    changed = Signal()
    employer_asked = Signal(object)

    def __init__(self, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._clock = clock
        self._filled: Werkgever | None = None
        self.kvk = TextField(t.KVK, check=self._judge("kvk"), hint=t.KVK_UITLEG, help_key=HELP)
        self.name = TextField(t.NAAM, check=self._judge("naam"), help_key=HELP)
        self.known = Label("", "label", tone=Tone.NEUTRAL, wrap=True)
        self.branch = TextField(t.VESTIGING, check=self._judge("vestiging"), help_key=HELP)
        self.parent_kvk = TextField(t.CONCERN, check=self._judge("concern"), help_key=HELP)
        self.kind = DigitPick(t.INSTRUMENT, [], help_key=HELP)
        self.work = TextField(t.FUNCTIE, check=self._judge("functie"), help_key=HELP)
        self.begin = day_field(t.BEGIN, clock, "begin", help_key=HELP_DATES, foot=True)
        self.end = day_field(t.EINDE, clock, "einde", help_key=HELP_DATES, foot=True)
        self.hours = TextField(t.UREN, check=self._judge("uren"), help_key=HELP)
        self.agreement = TextField(t.OVEREENKOMST, check=self._judge("overeenkomst"), help_key=HELP)
        ticks = [
            Option("betaald", t.BETAALD), Option("intentie", t.INTENTIE), Option("verlenging", t.VERLENGING)
        ]  # fmt: skip
        self.agreed = TickList(t.AFGESPROKEN, ticks, help_key=HELP)
        self.by_name: Mapping[str, Field | TickList] = {
            "kvk": self.kvk, "naam": self.name, "vestiging": self.branch, "concern": self.parent_kvk,
            "instrument": self.kind, "functie": self.work, "begin": self.begin, "einde": self.end,
            "uren": self.hours, "overeenkomst": self.agreement, "afgesproken": self.agreed,
        }  # fmt: skip
        for one in self.by_name.values():
            tells = one.changed if isinstance(one, TickList) else one.typed
            tells.connect(lambda *_: self.changed.emit())
        self.kvk.typed.connect(self._on_kvk)
        self.kind.answered.connect(lambda: self.work.editor.setFocus(Qt.FocusReason.TabFocusReason))
        Column(self, gap=12).put(
            _pair(self.kvk, self.name), self.known, _pair(self.kind, self.work), _pair(self.begin, self.end),
            _pair(self.hours, self.agreement), self.agreed, _pair(self.branch, self.parent_kvk),
        )  # fmt: skip
        self.known.hide()

    def set_instruments(self, options: Sequence[tuple[str, str]]) -> None:
        """The kinds of placement in the tables."""
        chosen = self.kind.value()
        self.kind.set_numbered(options)
        self.kind.set_value(chosen)

    def texts(self) -> dict[str, str]:
        """What stands in every field."""
        return {name: self.text_of(name) for name in form.FIELDS}

    def text_of(self, name: str) -> str:
        """What stands in one field."""
        return text_in(self.by_name[name])

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Put text in the fields that differ; the cursor stays elsewhere."""
        put_texts(self.by_name, texts)

    def show_employer(self, found: WerkgeverKennis) -> None:
        """What is known goes where nobody typed anything else, and how many placements there are."""
        employer = found.werkgever
        words = t.BEKEND_GEEN
        if employer is not None:
            words = t.BEKEND.format(aantal=t.aantal_plaatsingen(found.plaatsingen), lopend=found.lopend)
            before = self._filled
            self._fill(self.name, employer.naam, before.naam if before else "")
            self._fill(self.branch, employer.vestiging or "", (before and before.vestiging) or "")
            self._fill(self.parent_kvk, employer.concern or "", (before and before.concern) or "")
            self._filled = employer
        self.known.setText(words)
        self.known.show()

    def show_errors(self, wrong: Mapping[str, WerkdeskError]) -> None:
        """The sentences at their fields; the focus goes to the first."""
        for name, one in self.by_name.items():
            one.show_error(explain(wrong[name]) if name in wrong else "")
        first = next((name for name in wrong if name in self.by_name), None)
        if first is not None:
            self.focus(first)

    def focus(self, name: str) -> None:
        """Go to this field."""
        one = self.by_name[name]
        (one if isinstance(one, TickList) else one.editor).setFocus(Qt.FocusReason.OtherFocusReason)

    def wipe(self) -> None:
        """Nothing of one klant is left for the next."""
        self._filled = None
        self.known.hide()
        for one in self.by_name.values():
            one.wipe()

    @staticmethod
    def _fill(field: TextField, text: str, before: str) -> None:
        if text and field.value() in ("", before):
            field.set_value(str(text))

    @Slot(str)
    def _on_kvk(self, text: str) -> None:
        self.known.hide()
        try:
            number = KvkNummer(text.strip())
        except WerkdeskError:
            return
        self.employer_asked.emit(number)

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
