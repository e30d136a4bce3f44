"""The talk that the invitation is about: a day, a time, at the desk or by telephone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from werkdesk.errors import WerkdeskError
from werkdesk.ui.dossier.date_fields import day_field
from werkdesk.ui.dossier.digit_pick import DigitPick
from werkdesk.ui.kit.buttons import OutlineButton
from werkdesk.ui.kit.field import Field
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, Row
from werkdesk.ui.kit.text_field import TextField
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.papier.papers import BALIE, read_appointment, read_time
from werkdesk.ui.teksten import papier as t
from werkdesk.ui.teksten.tijd import datum
from werkdesk.ui.texts import explain
from werkdesk.usecases.briefgegevens.feiten import Afspraak

HELP = "papieren.uitnodiging"


class AppointmentForm(QWidget):
    """``ready(Afspraak)``: everything that the invitation needs is there.

    ``chosen(datetime)``: day and time are both there; :meth:`show_closed` says what the office calendar
    thinks of it. It is a remark: somebody may have a reason to meet after hours.
    """

    ready = Signal(object)
    chosen = Signal(object)

    def __init__(self, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._clock = clock
        self.day = day_field(t.DAG, clock, "dag", placeholder=t.DAG_WENK, help_key=HELP)
        self.time = TextField(t.TIJD, check=self._judge, placeholder=t.TIJD_WENK, help_key=HELP, foot=False)
        self.where = DigitPick(t.WAAR, list(t.PLAATSEN.items()), help_key=HELP)
        self.button = OutlineButton(t.VOORBEELD_MAKEN, "Return")
        self.button.clicked.connect(self.submit)
        self._moment: datetime | None = None
        self.closed = Label("", "label", tone=Tone.WARN, wrap=True)
        self.closed.hide()
        when = Row(gap=12)
        when.addWidget(self.day, 5, Qt.AlignmentFlag.AlignTop)
        when.addWidget(self.time, 4, Qt.AlignmentFlag.AlignTop)
        Column(self, gap=12).put(when, self.closed, self.where, self.button)
        self.where.set_value(BALIE)
        for field in (self.day, self.time):
            field.typed.connect(self._ask_hours)
            # Queued: Qt tells "left the field" right after Enter, which would take a sentence away again.
            field.line.returnPressed.connect(self.submit, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """To the day."""
        self.day.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def wipe(self) -> None:
        """Nothing of the last invitation stays."""
        self.day.wipe()
        self.time.wipe()
        self.where.set_value(BALIE)
        self._ask_hours()

    @Slot()
    def submit(self) -> None:
        """Read it; a sentence at the field that is not right."""
        try:
            talk: Afspraak = read_appointment(
                self.day.value(), self.time.value(), self.where.value(), self._clock()
            )
        except WerkdeskError as error:
            fields: dict[str, Field] = {"dag": self.day, "tijd": self.time}
            field = fields.get(error.field or "", self.day)
            field.show_error(explain(error))
            field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.ready.emit(talk)

    @Slot()
    def _ask_hours(self) -> None:
        try:
            talk = read_appointment(self.day.value(), self.time.value(), BALIE, self._clock())
        except WerkdeskError:
            self._moment = None
            self.closed.hide()
            return
        if talk.moment != self._moment:
            self._moment = talk.moment
            self.closed.hide()
            self.chosen.emit(talk.moment)

    def show_closed(self, moment: datetime, is_open: bool) -> None:
        """What the calendar says of a moment; an answer to an earlier question is passed over."""
        if moment == self._moment:
            self.closed.setText(t.DICHT.format(dag=datum(moment.date()), klok=f"{moment:%H:%M}"))
            self.closed.setVisible(not is_open)

    def _judge(self, text: str) -> str:
        if not text.strip():
            return ""
        try:
            read_time(text, "tijd")
        except WerkdeskError as error:
            return explain(error)
        return ""
