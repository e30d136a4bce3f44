"""The outbox on screen (F5): how the line is, questions for a person, what waits, and what was answered."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from werkdesk.errors import WerkdeskError
from werkdesk.ui.frame.heading import Heading
from werkdesk.ui.frame.host import Host
from werkdesk.ui.frame.list_place import SETTLE
from werkdesk.ui.frame.place_screen import PlaceScreen
from werkdesk.ui.kit.buttons import OutlineButton, PrimaryButton
from werkdesk.ui.kit.card import Card
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, Row
from werkdesk.ui.kit.look import look
from werkdesk.ui.kit.notice import Notice
from werkdesk.ui.kit.rows_model import TableColumn
from werkdesk.ui.kit.scroll import Scroll
from werkdesk.ui.kit.table import QuietTable
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.outbox.actions import OutboxActions, OutboxStand, read_stand
from werkdesk.ui.screens.outbox.answered_list import AnsweredList
from werkdesk.ui.screens.outbox.question_list import QuestionList
from werkdesk.ui.screens.outbox.rows import Line, line_of, split
from werkdesk.ui.teksten import outbox as t
from werkdesk.ui.teksten.verbinding import clock_is_wrong, pill_words
from werkdesk.ui.teksten.vragen import VROEGER, uitval_in_woorden
from werkdesk.ui.texts import explain, explain_code
from werkdesk.usecases.changes import Changes, Topic
from werkdesk.usecases.overzichten import Verbinding
from werkdesk.usecases.vraagrijen import BotsingRow, GeweigerdRow

KLOK_CODE = "klok.verkeerd"
LEAST_LIST = 160
"""Pixels at 100 %: narrower than this the line under the list says for whom it is."""
TELL_SECONDS = 8
OUTAGES = 3
TOPICS = Topic.OUTBOX | Topic.VERBINDING | Topic.AANDACHT


class OutboxScreen(PlaceScreen):
    """What waits, for whom, since when, and what happens next. Also the one reader of the line.

    ``line_read(Verbinding)``: for the pill, at every change of the outbox or the line.
    """

    icon: ClassVar[str] = "arrows-clockwise"
    line_read = Signal(object)

    def __init__(
        self, actions: OutboxActions, tasks: Tasks, host: Host, parent: QWidget | None = None
    ) -> None:
        super().__init__("verzenden", parent)
        self._actions, self._tasks, self._host = actions, tasks, host
        self._stand: OutboxStand | None = None
        self._is_new_here = False
        self.setProperty("helpKey", "verzenden")
        self.sentence = Label("", "question", wrap=True)
        self.reason = Label("", wrap=True)
        self.papers = Label("", tone=Tone.NEUTRAL, wrap=True)
        self.try_button = PrimaryButton(t.PROBEER, icon="arrows-clockwise")
        self.try_button.clicked.connect(self.try_now)
        self.copy_button = OutlineButton(t.KOPIE)
        self.copy_button.clicked.connect(self._export)
        self.outages = Label("", tone=Tone.NEUTRAL, wrap=True)
        self.questions = QuestionList(actions, tasks, host)
        self.waiting = QuietTable(t.WACHT, _columns(), key=lambda line: line.id, nothing=t.LEEG)
        self.answered = AnsweredList()
        self.detail = Label("", tone=Tone.NEUTRAL, wrap=True)
        self.waiting.picked.connect(self._show_detail)
        self._lay_out()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE)
        self._settle.timeout.connect(self.refresh)
        tasks.changed.connect(self._on_changed)
        self.refresh()

    def _lay_out(self) -> None:
        head = Card()
        head.setAccessibleName(t.TITEL)
        head.put(self.sentence, self.reason, self.outages, self.papers)
        head.put(Row(gap=12).put(self.try_button, self.copy_button, 1))
        head.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        waits = Card(t.WACHT).put(self.waiting, self.detail)
        self.waiting.setMinimumHeight(look().px(LEAST_LIST))
        page = Scroll(gap=16, margins=(24, 20))
        Column(self).put(page.put(head, self.questions))
        page.body.addWidget(waits, 1)
        page.put(self.answered)

    def heading(self) -> Heading:
        if self._stand is None:
            return Heading(rail=t.RAIL, window=t.TITEL)
        line = self._stand.verbinding
        count = line.aandacht or line.wachten
        return Heading(rail=t.RAIL, count=str(count) if count else "", window=t.TITEL)

    def panes(self) -> tuple[QWidget, ...]:
        return (*self.questions.cards, self.waiting, self.answered.table, self.try_button)

    def came(self) -> None:
        self._is_new_here = True
        self._focus_first()
        self.refresh()

    def _focus_first(self) -> None:
        if self.questions.cards:
            self.questions.cards[0].setFocus()
        else:
            self.focus_list(self.waiting, has_rows=self._stand is not None)

    def tick(self, now: datetime) -> None:
        if self._stand is not None:
            line = self._stand.verbinding
            self.sentence.setText(pill_words(line, now))
            why = line.fout or (KLOK_CODE if clock_is_wrong(line) else "")
            self.reason.setText(explain_code(why) if why else "")
            self.reason.setVisible(bool(why))

    @Slot()
    def try_now(self) -> None:
        """Ask for a round at once; what comes of it is seen in the rows."""
        self._actions.try_now()
        self._host.notify(Notice(t.PROBEERT, seconds=TELL_SECONDS))

    @Slot()
    def refresh(self) -> None:
        """Read rows and line again."""
        self._tasks.run(self, "cache", lambda: read_stand(self._actions), self.show_stand, self._failed)

    def show_stand(self, stand: OutboxStand) -> None:
        """Show what was read, and tell the pill."""
        self._stand = stand
        now = self._actions.clock()
        asked: tuple[BotsingRow | GeweigerdRow, ...] = (*stand.vragen.botsingen, *stand.vragen.geweigerd)
        _, waiting = split(stand.rows)
        self.waiting.show_nothing(t.LEEG_MET_VRAAG if asked else t.LEEG)
        self.waiting.show_rows([line_of(row, now) for row in waiting])
        self.questions.show_questions(asked)
        self.answered.show_answers(stand.vragen.afgedaan, now)
        if self.hasFocus() or (self._is_new_here and self.waiting.hasFocus()):
            self._focus_first()
        self._is_new_here = False
        self._show_detail(self.waiting.chosen())
        self.outages.setText(_outages(stand.verbinding))
        self.outages.setVisible(bool(stand.verbinding.uitval))
        self.papers.setText(_papers(stand.verbinding))
        self.papers.setVisible(bool(stand.verbinding.bijlagen))
        self.copy_button.setEnabled(bool(stand.rows))
        self.tick(now)
        self.heading_changed.emit()
        self.line_read.emit(stand.verbinding)

    @Slot(object)
    def _show_detail(self, line: Line | None) -> None:
        """The whole sentence of the chosen act: in the row it may be cut."""
        if line is None:
            self.detail.setText("")
            return
        told = t.REGEL.format(line=line).replace(f" · {t.NIEMAND} · ", " · ").rstrip(".") + "."
        self.detail.setText(f"{told} {line.reden}".strip())

    @Slot()
    def _export(self) -> None:
        self.copy_button.setEnabled(False)
        self._tasks.run(self, "office", self._actions.export, self._exported, self._not_exported)

    def _exported(self, name: str) -> None:
        self.copy_button.setEnabled(True)
        self._host.notify(Notice(t.KOPIE_KLAAR.format(naam=name), Tone.GOOD, seconds=60))

    def _not_exported(self, error: WerkdeskError) -> None:
        self.copy_button.setEnabled(True)
        self._host.notify(Notice(explain(error), Tone.BAD))

    def _failed(self, error: WerkdeskError) -> None:
        self.sentence.setText(explain(error))

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.topics & TOPICS and not self._settle.isActive():
            self._settle.start()


def _papers(line: Verbinding) -> str:
    return t.BIJLAGE if line.bijlagen == 1 else t.BIJLAGEN.format(aantal=line.bijlagen)


def _outages(line: Verbinding) -> str:
    """The last outages of today, a line each; how many there were before them."""
    told = [uitval_in_woorden(one) for one in line.uitval[:OUTAGES]]
    before = len(line.uitval) - len(told)
    return "\n".join([*told, VROEGER.format(aantal=before)] if before else told)


def _columns() -> tuple[TableColumn, ...]:
    return (
        TableColumn(t.WAT, lambda line: line.wat, None, "strong"),
        TableColumn(t.VOOR, lambda line: line.voor, 168, leaves=1),
        TableColumn(t.SINDS, lambda line: line.sinds, 112, leaves=2),
        TableColumn(t.NU, lambda line: line.stand, 148, "chip", tone=lambda line: line.tone),
        TableColumn(t.STRAKS, lambda line: line.straks, 290, "soft", leaves=3),
    )
