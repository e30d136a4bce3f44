"""Why this dossier is opened: a page in the place of the dossier. One digit answers; nothing is behind it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from werkdesk.domain.inzage import LANGSTE_TOELICHTING, InzageReden
from werkdesk.domain.regels.inzage import RedenKeuze
from werkdesk.errors import Refused
from werkdesk.ui.dossier.parts import Part
from werkdesk.ui.kit.card import Card
from werkdesk.ui.kit.choices import ChoiceList
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column
from werkdesk.ui.kit.look import look, look_signals
from werkdesk.ui.kit.scroll import Scroll
from werkdesk.ui.kit.text_field import TextField
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.teksten import inzage as t
from werkdesk.ui.texts import explain, explain_code

HELP = "inzage"
OWN_WORDS = "anders"
WIDEST = 760


class WhyPart(Part):
    """``answered(code, words)``: the reason was given. ``again()``: try once more to write it down."""

    answered = Signal(str, str)
    again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("helpKey", HELP)
        card = Card(t.TITEL, gap=16)
        self.lead = Label(t.UITLEG, wrap=True)
        self.trouble = Label("", tone=Tone.BAD, wrap=True)
        self.reasons = ChoiceList(t.VRAAG, (), help_key=HELP)
        self.reasons.chosen.connect(self._chosen)
        self.words = TextField(
            t.WOORDEN, check=self._check_words, hint=t.WOORDEN_HINT, limit=LANGSTE_TOELICHTING,
            over=explain_code("inzage.toelichting"), help_key=HELP,
        )  # fmt: skip
        self.words.line.returnPressed.connect(self._own_words)
        self.stays = Label(t.ONTHOUDEN, tone=Tone.NEUTRAL, wrap=True)
        card.put(self.lead, self.trouble, self.reasons, self.words, self.stays)
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._card = card
        page = Scroll(gap=0)
        page.put(card, 1)
        Column(self).put(page)
        self._is_asking, self._wants_words = True, False
        self._known: tuple[RedenKeuze, ...] = ()
        self.trouble.hide()
        look_signals().changed.connect(self._fit)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """A question is read at one glance: as wide as its words, not as the page."""
        self._card.setMaximumWidth(look().px(WIDEST))

    def panes(self) -> Sequence[QWidget]:
        return (self.reasons, self.words) if self._is_asking else (self.reasons,)

    def ask(self) -> None:
        """Begin the question anew."""
        self._show(asking=True)
        self._wants_words = False
        self.words.set_value("")
        self.words.show_error("")

    def show_reasons(self, reasons: Sequence[RedenKeuze]) -> None:
        """The reasons of the tables, in the order of their digits."""
        self._known = tuple(reasons)
        if self._is_asking:
            self._fill()

    def show_trouble(self, sentence: str, *, asking: bool) -> None:
        """It could not be written, so nothing opens. ``asking``: another reason may be given; else again."""
        self._show(asking=asking)
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))
        self.begin()

    def begin(self) -> None:
        if self.reasons.rows:
            self.reasons.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, *, asking: bool) -> None:
        self._is_asking = asking
        self.trouble.hide()
        for widget in (self.lead, self.words, self.stays):
            widget.setVisible(asking)
        self._fill()

    def _fill(self) -> None:
        had_focus = self.isVisible() and self.reasons.isAncestorOf(self.focusWidget() or self)
        if self._is_asking:
            self.reasons.set_options([(one.code, one.naam) for one in self._known])
        else:
            self.reasons.set_options([("", t.OPNIEUW)])
        if self.reasons.rows:  # rows that were made later would come after everything else
            QWidget.setTabOrder(self.reasons.rows[-1], self.words.line)
        if had_focus:
            self.begin()

    @Slot(str)
    def _chosen(self, code: str) -> None:
        if self._is_asking:
            self.answered.emit(code, self.words.value().strip())
        else:
            self.again.emit()

    @Slot()
    def _own_words(self) -> None:
        self._wants_words = True
        error = self.words.verdict()
        self.words.show_error(error)
        if not error:
            self.answered.emit(OWN_WORDS, self.words.value().strip())

    def _check_words(self, text: str) -> str:
        """They may stay away, but not when they are the answer."""
        if self._wants_words and not text.strip():
            return t.WOORDEN_LEEG
        try:
            InzageReden(OWN_WORDS, text.strip())
        except Refused as error:
            return explain(error)
        return ""
