"""All questions for a person under each other, and what happens when one is answered."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QSizePolicy, QWidget

from werkdesk.domain.afdoening import Keuze
from werkdesk.errors import WerkdeskError
from werkdesk.ui.frame.host import Host
from werkdesk.ui.kit.card import Card
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column
from werkdesk.ui.kit.notice import UNDO_SECONDS, Notice
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.outbox.actions import OutboxActions
from werkdesk.ui.screens.outbox.question_card import QuestionCard, later
from werkdesk.ui.screens.outbox.question_words import told_when_done
from werkdesk.ui.teksten import vragen as t
from werkdesk.ui.texts import explain
from werkdesk.usecases.changes import Changes
from werkdesk.usecases.vraagrijen import BotsingRow, GeweigerdRow
from werkdesk.usecases.vragen import Beantwoord


class QuestionList(Card):
    """Hidden while there is no question. A question that did not change keeps its card and the focus."""

    def __init__(
        self, actions: OutboxActions, tasks: Tasks, host: Host, parent: QWidget | None = None
    ) -> None:
        super().__init__(t.TITEL, parent=parent)
        self._actions, self._tasks, self._host = actions, tasks, host
        self.cards: list[QuestionCard] = []
        self._column = Column(gap=12)
        self.put(Label(t.UITLEG, tone=Tone.NEUTRAL, wrap=True), self._column)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def show_questions(self, rows: Sequence[BotsingRow | GeweigerdRow]) -> None:
        """Show these, in this order. When the one somebody stood in is gone, the next one gets the focus."""
        had_focus = next((place for place, card in enumerate(self.cards) if card.is_busy_with()), None)
        stood_in = self.cards[had_focus].question if had_focus is not None else None
        cards = [self._card_of(row) for row in rows]
        for card in self.cards:
            self._column.removeWidget(card)
            if card not in cards:
                card.hide()
                card.deleteLater()
        for card in cards:
            self._column.addWidget(card)
            card.show()
        self.cards = cards
        self.setVisible(bool(cards))
        if stood_in is not None and cards and not any(card.is_busy_with() for card in cards):
            same = next((card for card in cards if card.question == stood_in), None)
            (same or cards[min(had_focus or 0, len(cards) - 1)]).setFocus()

    def _card_of(self, row: BotsingRow | GeweigerdRow) -> QuestionCard:
        return next((card for card in self.cards if card.row == row), None) or self._made(row)

    def _made(self, row: BotsingRow | GeweigerdRow) -> QuestionCard:
        card = QuestionCard(row, self._actions.clock(), self)
        card.answered.connect(partial(self._answer, card))
        card.opened.connect(partial(self._open, card))
        return card

    def _open(self, card: QuestionCard) -> None:
        if card.row.klant_id is not None:
            self._host.open_klant(card.row.klant_id)

    def _answer(self, card: QuestionCard, value: str, reason: str) -> None:
        if later(value):
            card.let_go()
            card.choices.wipe()
            self._host.notify(Notice(t.BLIJFT_STAAN))
            self._next_after(card)
            return
        keuze, question = Keuze(value), card.question
        ask: dict[Keuze, partial[Beantwoord]] = {
            Keuze.OPNIEUW: partial(self._actions.send_again, question),
            Keuze.WEGGELEGD: partial(self._actions.put_away, question, reason),
        }
        act = ask.get(keuze) or partial(self._actions.answer, question, keuze, reason)
        done = partial(self._answered, card, keuze)
        self._tasks.run(self, "cache", act, done, partial(self._not_answered, question))

    def _next_after(self, card: QuestionCard) -> None:
        place = self.cards.index(card) if card in self.cards else -1
        if self.cards:
            self.cards[(place + 1) % len(self.cards)].setFocus()

    def _answered(self, card: QuestionCard, keuze: Keuze, done: Beantwoord) -> None:
        row = card.row
        words = (
            told_when_done(row, keuze)
            if isinstance(row, BotsingRow)
            else t.VASTGELEGD.format(keuze=t.KEUZES[keuze])
        )
        if keuze is Keuze.OPNIEUW:  # it is on its way again: there is nothing to take back
            self._host.notify(Notice(words, Tone.GOOD))
            return
        undo = partial(self._take_back, done)
        self._host.notify(Notice(words, Tone.GOOD, action=t.ONGEDAAN, do=undo, seconds=UNDO_SECONDS))

    def _take_back(self, done: Beantwoord) -> None:
        act = partial(self._actions.take_back, done)
        self._tasks.run(self, "cache", act, self._taken_back, self._not_taken_back)

    def _taken_back(self, _: Changes) -> None:
        self._host.notify(Notice(t.TERUG, Tone.GOOD))

    def _not_taken_back(self, error: WerkdeskError) -> None:
        self._host.notify(Notice(explain(error), Tone.BAD))

    def _not_answered(self, question: UUID, error: WerkdeskError) -> None:
        card = next((card for card in self.cards if card.question == question), None)
        if card is None:
            self._host.notify(Notice(explain(error), Tone.BAD))
        elif error.field == "reden":
            card.let_go()
            card.reason.show_error(explain(error))
            card.reason.line.setFocus()
        else:
            card.show_trouble(explain(error))
