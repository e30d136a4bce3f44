"""One call: the number, what is known, what was tried, and the outcome by digit."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot

from werkdesk.domain.belpoging import BelUitkomst
from werkdesk.ui.dossier.flowing import FlowingScroll
from werkdesk.ui.kit.buttons import OutlineButton, PrimaryButton
from werkdesk.ui.kit.card import Card
from werkdesk.ui.kit.choices import ChoiceList
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, Row, clear
from werkdesk.ui.kit.text_field import TextField
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.teksten import bellen as t
from werkdesk.usecases.terugbellen import LONGEST_NOTE, BelRow


class CallPanel(Card):
    """``show_row(row)``; ``ended(BelUitkomst)``: a digit said how the call went; ``dossier_asked``.

    ``letter_asked``: make the letter that is proposed.
    """

    ended = Signal(object)
    letter_asked = Signal()
    dossier_asked = Signal()

    def __init__(self) -> None:
        super().__init__(t.TITEL)
        self.row: BelRow | None = None
        self.title.setWordWrap(True)
        self.reading = FlowingScroll(gap=8)
        self._facts = Column(gap=4)
        self.note = TextField(t.NOTITIE, limit=LONGEST_NOTE, hint=t.NOTITIE_WENK, help_key="bellen")
        self.outcomes = ChoiceList(
            t.VRAAG,
            [(one.value, words) for one, words in t.UITKOMSTEN.items()],
            role="strong",
            help_key="bellen",
        )
        self.outcomes.chosen.connect(self._on_chosen)
        self.dossier = OutlineButton(t.DOSSIER)
        self.dossier.clicked.connect(self.dossier_asked)
        self.letter = PrimaryButton(t.MAAK_BRIEF, icon="envelope")
        self.letter.clicked.connect(self.letter_asked)
        self._past = Column(gap=4)
        self.reading.put(self._facts, self.outcomes, self.note, self._past, 1)
        self.put(self.reading, Row(gap=8).put(self.letter, self.dossier, 1))
        self.show_row(None)

    def show_row(self, row: BelRow | None) -> None:
        """Show a line of the list; the note goes when it is about somebody else."""
        if self.row is None or row is None or row.melding != self.row.melding:
            self.note.wipe()
        self.row = row
        self.outcomes.wipe()
        for part in (self.outcomes, self.note, self.dossier):
            part.setVisible(row is not None)
        self.title.setText(row.klant if row is not None else t.TITEL)
        self.setAccessibleName(self.title.text())
        self.letter.setVisible(row is not None and row.brief is not None)
        clear(self._facts)
        clear(self._past)
        if row is None:
            self._facts.put(Label(t.GEEN_KEUZE, tone=Tone.NEUTRAL, wrap=True))
            return
        self._facts.put(
            Label("\n".join(row.telefoon) or t.GEEN_NUMMER, "question", wrap=True, selectable=True)
        )
        self._facts.put(Label(t.uiterlijk(row), wrap=True))
        if words := t.taal(row):
            self._facts.put(Label(words, wrap=True))
        if letter := t.brief_zin(row):
            self._facts.put(Label(letter, "strong", tone=Tone.WARN if row.brief else None, wrap=True))
        if left := t.nog_bellen(row):
            self._facts.put(Label(left, "strong", wrap=True))
        self._past.put(Label(t.EERDER if row.pogingen else t.NIET_EERDER, "label", wrap=True))
        self._past.put(*(Label(t.poging(one, row.namen), wrap=True) for one in reversed(row.pogingen)))
        self._past.put(Label(t.AANPAK, "label"), Label(t.aanpak(row), tone=Tone.NEUTRAL, wrap=True))

    @Slot(str)
    def _on_chosen(self, value: str) -> None:
        self.ended.emit(BelUitkomst(value))
