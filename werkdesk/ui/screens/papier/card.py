"""The card Papieren: a letter asks for a paper."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QApplication

from werkdesk.ui.dossier.parts import PapersPart
from werkdesk.ui.kit.card import Card
from werkdesk.ui.kit.choice_row import Option
from werkdesk.ui.kit.choices import ChoiceList
from werkdesk.ui.kit.layout import Column
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.papier.papers import Paper, papers
from werkdesk.ui.teksten import papier as t
from werkdesk.ui.teksten.woorden import brief_naam
from werkdesk.usecases.overzichten import KlantDossier


class PapersCard(PapersPart):
    """P, U and O with what is known of each: pages, or that it waits for a printer."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("helpKey", "papieren")
        self.card = Card(t.TITEL, gap=4)
        self.list = ChoiceList("", [Option(code, brief_naam(code), key) for code, key in t.LETTERS.items()])
        self.list.setAccessibleName(t.TITEL)
        self.list.chosen.connect(self._chosen)
        self.card.put(self.list)
        Column(self).put(self.card)

    def show_dossier(self, dossier: KlantDossier) -> None:
        options = tuple(option_of(one) for one in papers(dossier))
        if tuple(row.option for row in self.list.rows) == options:
            return
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        self.list.set_options(options)
        if had_focus:
            self.begin()

    def begin(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _chosen(self, code: str) -> None:
        self.list.set_value("")
        self.wanted.emit(code)


def option_of(paper: Paper) -> Option:
    """A paper as a row."""
    tone = Tone.WARN if paper.later else Tone.ACCENT
    return Option(paper.code, paper.naam, paper.letter, paper.badge, tone)
