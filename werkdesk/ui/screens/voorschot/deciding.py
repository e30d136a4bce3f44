"""The proposal of an advance, the decision on it, its payment: what may be done now, and by whom."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from werkdesk.domain.regels.soorten.voorschot import WEIGERINGSGRONDEN
from werkdesk.domain.voorschot import Voorschotbesluit
from werkdesk.domain.waarden.bedrag import parse_bedrag
from werkdesk.errors import WerkdeskError
from werkdesk.ui.dossier.date_fields import day_field
from werkdesk.ui.dossier.dates import read_day
from werkdesk.ui.kit.buttons import PrimaryButton
from werkdesk.ui.kit.choices import ChoiceList
from werkdesk.ui.kit.layout import Column, Row
from werkdesk.ui.kit.text_field import TextField
from werkdesk.ui.teksten import voorschot as t
from werkdesk.ui.teksten.tijd import datum
from werkdesk.ui.texts import explain, explain_code

HELP = "voorschot"


def _verdict(text: str) -> str:
    try:
        parse_bedrag(text, field="bedrag")
    except WerkdeskError as error:
        return explain(error)
    return ""


class Proposing(QWidget):
    """``wanted(int)``: propose this many cents a month."""

    wanted = Signal(int)

    def __init__(self, save_key: str) -> None:
        super().__init__()
        self.amount = TextField(t.BEDRAG_VELD, check=_verdict, hint=t.BEDRAG_UITLEG, help_key=HELP)
        self.amount.line.returnPressed.connect(self.save, Qt.ConnectionType.QueuedConnection)
        self.button = PrimaryButton(t.VOORSTELLEN, save_key)
        self.button.clicked.connect(self.save)
        Column(self, gap=8).put(self.amount, Row(gap=8).put(self.button, 1))

    def begin(self) -> None:
        """Go to the button: the smallest amount stands there already."""
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def save(self) -> None:
        """Propose what stands there."""
        sentence = _verdict(self.amount.value())
        self.amount.show_error(sentence)
        if sentence:
            self.amount.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.wanted.emit(parse_bedrag(self.amount.value()))


class Deciding(QWidget):
    """``decided(Voorschotbesluit, str, str)``: the decision, the ground of a refusal, the PIN of who decides.

    The PIN leaves the field at once and is never kept.
    """

    decided = Signal(object, str, str)
    grew = Signal()

    def __init__(self, save_key: str) -> None:
        super().__init__()
        self.choice = ChoiceList(t.BESLUIT, list(t.BESLUITEN.items()), role="strong", help_key=HELP)
        self.choice.chosen.connect(self._chosen)
        options = [(code, t.GRONDEN[code]) for code in WEIGERINGSGRONDEN]
        self.grounds = ChoiceList(t.GROND, options, help_key=HELP)
        self.grounds.chosen.connect(self.to_pin)
        self.pin = TextField(t.PIN, secret=True, hint=t.PIN_UITLEG, help_key="voorschot.pincode")
        self.pin.line.returnPressed.connect(self.save, Qt.ConnectionType.QueuedConnection)
        self.button = PrimaryButton(t.VASTLEGGEN, save_key)
        self.button.clicked.connect(self.save)
        Column(self, gap=8).put(self.choice, self.grounds, self.pin, Row(gap=8).put(self.button, 1))
        self.wipe()

    def wipe(self) -> None:
        """Nothing chosen."""
        self.choice.wipe()
        self.grounds.wipe()
        self.grounds.hide()
        self.pin.wipe()

    def begin(self) -> None:
        """Go to the question."""
        self.choice.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _chosen(self, value: str) -> None:
        refuses = value == Voorschotbesluit.WEIGEREN
        self.grounds.setVisible(refuses)
        self.grew.emit()
        if refuses:
            self.grounds.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.to_pin()

    @Slot()
    def to_pin(self) -> None:
        """Go to the field that says who decides."""
        self.pin.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def save(self) -> None:
        """Decide what stands there."""
        if not self.choice.value():
            self.choice.show_error(t.KIES)
            self.begin()
            return
        refuses = self.choice.value() == Voorschotbesluit.WEIGEREN
        ground = self.grounds.value() if refuses else ""
        if refuses and not ground:
            self.grounds.show_error(explain_code("voorschot.grond"))
            self.grounds.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        pin = self.pin.value()
        self.pin.wipe()
        if not pin:
            self.pin.show_error(t.PIN_ONTBREEKT)
            self.to_pin()
            return
        self.decided.emit(Voorschotbesluit(self.choice.value()), ground, pin)


class Paying(QWidget):
    """``paid(date)``: the next advance was paid on this day."""

    paid = Signal(object)

    def __init__(self, clock: Callable[[], datetime], save_key: str) -> None:
        super().__init__()
        self._clock = clock
        self.day = day_field(t.BETAALD_OP, clock, "dag", hint=t.BETAALD_UITLEG, help_key=HELP)
        self.day.line.returnPressed.connect(self.save, Qt.ConnectionType.QueuedConnection)
        self.button = PrimaryButton(t.BETAALD_KNOP, save_key)
        self.button.clicked.connect(self.save)
        Column(self, gap=8).put(self.day, Row(gap=8).put(self.button, 1))

    def show_today(self) -> None:
        """Most payments are noted on their own day."""
        self.day.wipe()
        self.day.set_value(datum(self._clock().date()))

    def begin(self) -> None:
        """Go to the day: it is often another than today."""
        self.day.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def save(self) -> None:
        """Note the payment of the day that stands there."""
        day: date | None = None
        words = t.BETAALD_WANNEER
        try:
            if self.day.value().strip():
                day = read_day(self.day.value(), self._clock().date(), "dag")
        except WerkdeskError as error:
            words = explain(error)
        if day is None:
            self.day.show_error(words)
            self.begin()
        else:
            self.day.show_error("")
            self.paid.emit(day)
