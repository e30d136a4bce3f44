"""The displacement test, one question at a time: a digit answers and the next one comes."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from werkdesk.domain.regels.soorten.verdringing import VRAGEN
from werkdesk.ui.kit.buttons import PlainButton
from werkdesk.ui.kit.choices import ChoiceList
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, Row
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.teksten import plaatsing as t

HELP = "plaatsing.toets"


class TestQuestions(QWidget):
    """``changed()``: another answer. ``done()``: the last question was answered.

    What the facts answer themselves is filled in and passed over; staff can go back and answer otherwise.
    """

    __test__ = False
    changed = Signal()
    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._given: dict[str, str] = {}
        self._known: dict[str, str] = {}
        self._at = 0
        self.setProperty("helpKey", HELP)
        self.count = Label("", "label", tone=Tone.NEUTRAL, wrap=True)
        self.choices = ChoiceList("", list(t.ANTWOORDEN.items()), role="strong", help_key=HELP)
        self.choices.chosen.connect(self._on_chosen)
        self.back = PlainButton(t.VORIGE)
        self.back.clicked.connect(self._on_back)
        Column(self, gap=4).put(self.count, self.choices, Row(gap=0).put(self.back, 1))
        self._show()

    @property
    def question(self) -> str:
        """The code of the question that is asked now."""
        return VRAGEN[self._at]

    def answers(self) -> dict[str, str]:
        """What staff answered themselves."""
        return dict(self._given)

    def open(self) -> int:
        """How many questions have no answer yet."""
        return sum(one not in self._given and one not in self._known for one in VRAGEN)

    def show_answers(self, given: Mapping[str, str]) -> None:
        """Put these answers there, and go to the first question without one."""
        self._given = {
            name: value for name, value in given.items() if name in VRAGEN and value in t.ANTWOORDEN
        }
        self._at = 0
        self._to_open()
        self._show()

    def know(self, known: Mapping[str, str]) -> None:
        """What the facts answer."""
        if dict(known) != self._known:
            self._known = dict(known)
            if self.question in self._known and self.question not in self._given:
                self._to_open()
            self._show()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:  # noqa: N802
        """Go to the answers."""
        self.choices.setFocus(reason)

    @Slot(str)
    def _on_chosen(self, value: str) -> None:
        self._given[self.question] = value
        before = self._at
        self._to_open()
        self._show()
        self.changed.emit()
        if self.open() == 0:
            self.done.emit()
        elif self._at != before:
            self.setFocus()

    @Slot()
    def _on_back(self) -> None:
        self._at = max(0, self._at - 1)
        self._show()
        self.setFocus()

    def _to_open(self) -> None:
        """The next question without an answer; the one of now when all have one."""
        order = [*range(self._at, len(VRAGEN)), *range(self._at)]
        missing = (at for at in order if VRAGEN[at] not in self._given and VRAGEN[at] not in self._known)
        self._at = next(missing, self._at)

    def _show(self) -> None:
        code = self.question
        count = t.VRAAG_VAN.format(nummer=self._at + 1, aantal=len(VRAGEN))
        if self.open() == 0:
            count = f"{t.TOETS_KLAAR} {count}"
        if code in self._known and code not in self._given:
            count = f"{count} · {t.VANZELF}"
        self.count.setText(count)
        self.choices.label.setText(t.VRAGEN[code])
        self.choices.label.show()
        self.choices.setAccessibleName(t.VRAGEN[code])
        self.choices.set_value(self._given.get(code) or self._known.get(code, ""))
        self.back.setVisible(self._at > 0)
