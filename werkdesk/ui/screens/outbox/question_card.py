"""One question for a person: a digit chooses an answer, Enter records it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from werkdesk.domain.afdoening import Keuze
from werkdesk.ui.kit.buttons import OutlineButton, PlainButton
from werkdesk.ui.kit.card import Clear, Separator
from werkdesk.ui.kit.choice_row import ChoiceRow
from werkdesk.ui.kit.choices import ChoiceList
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, Row
from werkdesk.ui.kit.text_field import TextField
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.outbox.question_words import (
    DOSSIER,
    LATER,
    answers_to,
    is_placement,
    placement_words,
    question_of,
    reason_label,
    steps_for,
    typed_in,
)
from werkdesk.ui.teksten import vragen as t
from werkdesk.ui.teksten.tijd import wanneer
from werkdesk.ui.texts import explain_code
from werkdesk.usecases.vraagrijen import BotsingRow, GeweigerdRow
from werkdesk.usecases.vragen import MOST

HELP = "verzenden"


class Answers(ChoiceList):
    """``confirmed``: Enter on the answer that is chosen. A digit or the mouse only ever chooses."""

    confirmed = Signal()

    def _on_key(self, watched: QObject, event: QKeyEvent) -> bool:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and isinstance(watched, ChoiceRow) and watched.isChecked():
            self.confirmed.emit()
            return True
        return super()._on_key(watched, event)


class QuestionCard(Clear):
    """``answered(str, str)``: value of the answer and a reason, when it is to be recorded; ``opened``: show
    the dossier. An answer is only chosen at first; Enter or the button records it.
    """

    answered = Signal(str, str)
    opened = Signal()

    def __init__(self, row: BotsingRow | GeweigerdRow, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self.setProperty("helpKey", HELP)
        self.setAccessibleName(question_of(row))
        is_refused = isinstance(row, GeweigerdRow)
        options = steps_for(row) if isinstance(row, GeweigerdRow) else answers_to(row, now)
        self.choices = Answers(question_of(row), options, help_key=HELP)
        self.choices.chosen.connect(self._on_chosen)
        self.choices.confirmed.connect(self.record)
        self.title = Label(question_of(row), "strong", wrap=True)
        self.told = Label(_told(row, now), tone=Tone.NEUTRAL, wrap=True)
        self.reason = TextField(reason_label(row), limit=MOST, over=t.REDEN_LANG, help_key=HELP)
        self.reason.line.returnPressed.connect(self.record, Qt.ConnectionType.QueuedConnection)
        self.button = OutlineButton(t.VASTLEGGEN)
        self.button.setAccessibleName(f"{t.VASTLEGGEN}: {question_of(row)}")
        self.button.clicked.connect(self.record)
        self.dossier = PlainButton(t.DOSSIER)
        self.dossier.setAccessibleName(f"{t.DOSSIER}: {row.klant}")
        self.dossier.clicked.connect(self.opened)
        Column(self, gap=8).put(
            Separator(),
            self.title,
            self.told,
            self.choices,
            self.reason,
            Row(gap=8).put(self.button, self.dossier, 1),
        )
        # Only now: a widget without a parent would be shown as a window of its own.
        self.choices.label.hide()
        self.told.setHidden(not self.told.text())
        self.reason.hide()
        self.dossier.setHidden(row.klant_id is None or is_refused)

    @property
    def question(self) -> UUID:
        """Which question it is."""
        return self.row.id

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:  # noqa: N802
        """Go to the answers."""
        self.choices.setFocus(reason)

    def is_busy_with(self) -> bool:
        """Whether somebody stands in this question."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    @Slot()
    def record(self) -> None:
        """Record what is chosen; without a choice, say what to do."""
        value = self.choices.value()
        if not value:
            self.choices.show_error(t.KIES_EERST)
            self.choices.setFocus()
            return
        if value == DOSSIER:
            self.opened.emit()
            return
        self.button.setEnabled(False)
        self.answered.emit(value, self.reason.value() if self._wants_reason(value) else "")

    def show_trouble(self, sentence: str) -> None:
        """It was not recorded: say why, and let the person go on."""
        self.button.setEnabled(True)
        self.choices.show_error(sentence)

    def let_go(self) -> None:
        """Nothing was recorded, and nothing is wrong either."""
        self.button.setEnabled(True)

    @Slot(str)
    def _on_chosen(self, value: str) -> None:
        wanted = self._wants_reason(value)
        self.reason.setVisible(wanted)
        if wanted:
            self.reason.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wants_reason(self, value: str) -> bool:
        goes_on = is_placement(self.row) and value == Keuze.NEMEN.value
        return goes_on or value == Keuze.WEGGELEGD.value


def later(value: str) -> bool:
    """Whether an answer is to ask first."""
    return value == LATER


def _told(row: BotsingRow | GeweigerdRow, now: datetime) -> str:
    if isinstance(row, BotsingRow) and row.gelezen and is_placement(row):
        return placement_words(row)
    if isinstance(row, BotsingRow):
        return "" if row.gelezen else t.ONLEESBAAR
    by = t.GETYPT_DOOR.format(wie=row.medewerker, wanneer=wanneer(row.moment, now))
    return "\n".join(filter(None, (by, typed_in(row), t.WAAROM.format(zin=explain_code(row.code)))))
