"""What the intake looks like: one question, the answered ones as a line above it. It decides nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QApplication

from werkdesk.errors import WerkdeskError
from werkdesk.ui.dossier.date_fields import day_field
from werkdesk.ui.dossier.flowing import FlowingScroll
from werkdesk.ui.dossier.parts import IntakePart
from werkdesk.ui.kit.buttons import PlainButton
from werkdesk.ui.kit.card import Card, Clear
from werkdesk.ui.kit.field import Field
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, Row
from werkdesk.ui.kit.note_field import NoteField
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.intake import form
from werkdesk.ui.screens.intake.answers import ManyAnswers, OneAnswer
from werkdesk.ui.screens.intake.form import IntakeForm
from werkdesk.ui.teksten import intake as t
from werkdesk.ui.texts import explain


def _judge_note(text: str) -> str:
    """The sentence for a note that cannot be kept, or empty."""
    try:
        form.check_note(text.strip())
    except WerkdeskError as error:
        return explain(error)
    return ""


class IntakeSurface(IntakePart):
    """The widgets of the intake. ``form``: where it is, or ``None`` while there is no melding."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.form: IntakeForm | None = None
        self._typed: dict[str, str] = {}
        self._typed_over: dict[str, str] = {}  # what was kept of a note or day when typing in it began
        self.setProperty("helpKey", "intake")
        self.card = Card(t.TITEL)
        self.before = Label("", "label", tone=Tone.NEUTRAL, wrap=True)
        self.still = Label("", "label", tone=Tone.WARN, wrap=True)
        self.still.hide()
        self.answers: OneAnswer | ManyAnswers | None = None
        self._answer_box = Clear()
        self._answer_column = Column(self._answer_box)
        self.day = day_field(t.WANNEER, clock, "datum", help_key="intake")
        self.note = NoteField(
            t.TOELICHTING, lines=2, remark=t.TOELICHTING_REST, limit=form.LONGEST_NOTE,
            over=t.TOELICHTING_LANG, help_key="intake", foot=False, check=_judge_note,
        )  # fmt: skip
        self.keys = Label("", "label", tone=Tone.NEUTRAL, wrap=True)
        self.status = Label("", "label", tone=Tone.NEUTRAL, wrap=True)
        self.back_button = PlainButton(t.VORIGE)
        self.on_button = PlainButton(t.VERDER)
        self.pane = FlowingScroll(gap=12, margins=(0, 0, 8, 8))
        self.pane.put(self.before, self.still, self._answer_box, self.day, self.note, self.keys, 1)
        self.card.body.addWidget(self.pane, 1)
        self.card.put(self.status, Row(gap=8).put(self.back_button, self.on_button, 1))
        Column(self).put(self.card)

    def _show_text(self, field: Field, name: str, kept: str) -> None:
        """What is typed, else what is kept; a colleague's newer text is told under what was typed."""
        typed = self._typed.get(name, kept)
        newer = name in self._typed and kept not in (typed, self._typed_over.get(name, kept))
        field.set_value(typed)
        field.show_hint(t.NU_STAAT_ER.format(waarde=kept or t.LEEG) if newer else "")

    def _show_head(self) -> None:
        now = self.form
        if now is None:
            self.card.remark.setText("")
            self.before.setText("")
            self.before.hide()
            return
        total = len(now.vragen)
        shown = t.VRAAG_VAN.format(nummer=now.place + 1, aantal=total)
        self.card.remark.setText(shown if now.vraag else t.KLAAR_VAN.format(aantal=total))
        until = now.vragen[: now.place] if now.vraag else now.vragen
        lines = [
            t.regel(number, one, now.antwoorden[one.code])
            for number, one in enumerate(until, 1)
            if one.code in now.antwoorden
        ]
        self.before.setText(" · ".join(lines))
        self.before.setVisible(bool(lines))

    def _tell_open(self, words: str) -> None:
        """Going back to what was skipped does not happen without a word."""
        self.still.setText(words)
        self.still.setVisible(bool(words))

    def set_flowing(self, flowing: bool) -> None:
        self.pane.set_flowing(flowing)

    def _has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _say(self, words: str, tone: Tone = Tone.NEUTRAL) -> None:
        self.status.set_tone(tone)
        self.status.setText(words)
