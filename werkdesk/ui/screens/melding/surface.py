"""What the melding looks like: form, buttons and the sentences around it. It shows; it decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication

from werkdesk.ui.dossier.flowing import FlowingScroll
from werkdesk.ui.dossier.parts import MeldingPart
from werkdesk.ui.kit.announce import announce
from werkdesk.ui.kit.buttons import OutlineButton, PlainButton, PrimaryButton
from werkdesk.ui.kit.card import Card
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, Row
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.melding.fields import MeldingFields
from werkdesk.ui.screens.melding.form import Texts
from werkdesk.ui.teksten import melding as t


class MeldingSurface(MeldingPart):
    """The widgets of a melding. ``cap``: action -> key on its button."""

    def __init__(
        self, clock: Callable[[], datetime], gemeenten: Sequence[str], cap: Callable[[str], str]
    ) -> None:
        super().__init__()
        self._open = False
        self._cap = cap
        self._theirs: set[str] = set()
        self.fields = MeldingFields(clock, gemeenten)
        self._lay_out(cap)
        self._show_form(False)

    def _lay_out(self, cap: Callable[[str], str]) -> None:
        self.setProperty("helpKey", "melding")
        self.card = Card(t.TITEL)
        self.nothing = Label(t.GEEN, tone=Tone.NEUTRAL, wrap=True)
        self.begin_button = OutlineButton(t.BEGIN, cap("melding.nieuw"))
        self.begin_button.clicked.connect(self.wanted)
        self.newer = Label("", "label", tone=Tone.WARN, wrap=True)
        self.newer.hide()
        self.pane = FlowingScroll(gap=12, margins=(0, 0, 8, 8))
        self.pane.put(self.fields)
        self.more = PlainButton(t.MEER)
        self.more.clicked.connect(self._toggle_more)
        self.pane.put(Row(gap=0).put(self.more, 1))
        self.gaps = Label("", "label", tone=Tone.NEUTRAL, wrap=True)
        self.save_button = PrimaryButton(t.BEWAREN, cap("bewaren.verder"))
        self.save_button.clicked.connect(self.save_and_next)
        self.status = Label("", "label", tone=Tone.NEUTRAL, wrap=True)
        self._empty_row = Row(gap=8).put(self.begin_button, 1)
        foot = Row(gap=12)
        foot.addWidget(self.save_button)
        foot.addWidget(self.status, 1)
        self.trouble = Label("", "label", tone=Tone.BAD, wrap=True)
        self.trouble.hide()
        self.card.put(self.nothing, self._empty_row, self.newer)
        self.card.body.addWidget(self.pane, 1)
        self.card.put(self.trouble, self.gaps, foot)
        Column(self).put(self.card)

    def _show_form(self, shown: bool) -> None:
        self._open = shown
        for widget in (self.pane, self.gaps, self.save_button, self.status):
            widget.setVisible(shown)
        self.nothing.setVisible(not shown)
        self.begin_button.setVisible(not shown)
        self.card.body.setStretch(self.card.body.count() - 1, 0 if shown else 1)
        self.is_new_changed.emit()

    def _show_clashes(self, clashing: Texts) -> None:
        for name, theirs in clashing.items():
            self.fields.show_theirs(name, t.NU_STAAT_ER.format(waarde=theirs or t.LEEG))
            self._theirs.add(name)
        if clashing:
            self._show_newer(t.NIEUWERE.format(velden=t.velden(tuple(clashing))))

    def _forget_agreed(self, dossier: Texts) -> None:
        """What a colleague wrote is only told while something else stands here."""
        agreed = {name for name in self._theirs if self.fields.text_of(name) == dossier.get(name, "")}
        self._theirs -= agreed
        for name in agreed:
            self.fields.show_theirs(name, "")
        if agreed and not self._theirs:
            self._show_newer("")

    def _show_newer(self, words: str) -> None:
        self.newer.setText(words)
        self.newer.setVisible(bool(words))
        announce(self, words)

    def set_flowing(self, flowing: bool) -> None:
        self.pane.set_flowing(flowing)

    @Slot()
    def _toggle_more(self) -> None:
        more = self.more.text() == t.MEER
        self.fields.show_more(more)
        self.more.setText(t.MINDER if more else t.MEER)
        if more:
            self.fields.focus("afgewezen_op")

    def _has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _say(self, words: str, tone: Tone = Tone.NEUTRAL) -> None:
        """A quiet word stands beside the button; a sentence that asks something has a line of its own."""
        loud = tone is not Tone.NEUTRAL
        self.status.setText("" if loud else words)
        self.trouble.set_tone(tone)
        self.trouble.setText(words if loud else "")
        self.trouble.setVisible(loud)
