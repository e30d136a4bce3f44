"""The letter as paper inside the window: Enter prints, Esc goes back, nothing is recorded by looking."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QImage, QKeyEvent

from werkdesk.domain.papier import Brief
from werkdesk.errors import Refused, WerkdeskError
from werkdesk.ui.dossier.beside import Beside
from werkdesk.ui.dossier.flowing import FlowingScroll
from werkdesk.ui.dossier.parts import PreviewPart
from werkdesk.ui.frame.host import Host
from werkdesk.ui.kit.announce import announce
from werkdesk.ui.kit.buttons import OutlineButton, PlainButton, PrimaryButton
from werkdesk.ui.kit.card import Card
from werkdesk.ui.kit.choices import ChoiceList
from werkdesk.ui.kit.focus_spot import moved_on
from werkdesk.ui.kit.half_gone import half_gone
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column
from werkdesk.ui.kit.notice import Notice
from werkdesk.ui.kit.page_view import PageView
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.text_field import TextField
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.papier import papers
from werkdesk.ui.screens.papier.actions import PageImage, PapierActions
from werkdesk.ui.screens.papier.appointment import AppointmentForm
from werkdesk.ui.screens.papier.card import option_of
from werkdesk.ui.teksten import papier as t
from werkdesk.ui.teksten.woorden import brief_naam
from werkdesk.ui.texts import explain, explain_code
from werkdesk.usecases.briefgegevens.feiten import Afspraak
from werkdesk.usecases.overzichten import KlantDossier
from werkdesk.usecases.papieren import LetterPreview, LetterPrinted

HELP = "papieren.voorbeeld"
HELP_DATE = "papieren.uitleg"
A4_POINTS = 595.276
SMALLEST, LARGEST = 0.1, 8.0


class PreviewPage(PreviewPart):
    """``show_letter`` makes a paper, or fetches the kept one when it was printed before (F89)."""

    def __init__(self, actions: PapierActions, tasks: Tasks, host: Host) -> None:
        super().__init__()
        self._actions, self._tasks, self._host = actions, tasks, host
        self._dossier: KlantDossier | None = None
        self._code = ""
        self._agreement: UUID | None = None
        self._term: str | None = None
        self._preview: LetterPreview | None = None
        self._brief: Brief | None = None
        self._pdf = b""
        self._busy = self._to_view = False
        self._asked = 0
        self._built = False
        self.setProperty("helpKey", HELP)

    def _build(self) -> None:
        """Made when a paper is first asked for, so that opening a visit stays quick."""
        if self._built:
            return
        self._built = True
        self.view = PageView(t.VOORBEELD, self._page_name)
        self.view.entered.connect(self.print_now)
        self.view.installEventFilter(self)
        self.papers = ChoiceList(t.WELK, ())
        self.papers.chosen.connect(self._another)
        self.copies = TextField(t.EXEMPLAREN, check=self._judge_copies, help_key=HELP, foot=False)
        self.copies.set_value("1")
        self.copies.line.returnPressed.connect(self.print_now)
        self.print_button = PrimaryButton(t.AFDRUKKEN, "Return", icon="printer")
        self.print_button.clicked.connect(self.print_now)
        self.back_button = OutlineButton(t.TERUG, "Esc")
        self.back_button.clicked.connect(self.left)
        self.talk = AppointmentForm(self._actions.clock)
        self.talk.ready.connect(self._invite)
        self.talk.chosen.connect(self._ask_hours)
        self.talk.hide()
        self.anew = PlainButton(t.OPNIEUW)
        self.anew.clicked.connect(self._make_anew)
        self.facts = Label("", "label", tone=Tone.NEUTRAL, wrap=True)
        self.state = Label("", wrap=True)
        self.secret = Label(t.GEHEIM, "strong", tone=Tone.WARN, wrap=True)
        self.guessed = Label(t.GEMEENTE_ONBEKEND, "strong", tone=Tone.WARN, wrap=True)
        self._lay_out()

    def _lay_out(self) -> None:
        self.paper = Card()
        self.paper.head_box.setVisible(True)
        self.paper.body.addWidget(self.view, 1)
        self.side = Card(t.TITEL)
        pane = FlowingScroll(gap=12, margins=(0, 0, 4, 0))
        pane.put(self.papers, self.secret, self.guessed, self.state, self.talk, self.anew, self.copies)
        pane.put(self.print_button, self.back_button, self.facts, 1)
        self.side.body.addWidget(pane, 1)
        Column(self).put(Beside(self.paper, self.side, flow=pane.set_flowing, least=420))

    def show_letter(
        self, code: str, dossier: KlantDossier, overeenkomst: UUID | None = None, termijn: str | None = None
    ) -> None:
        self._build()
        self._dossier, self._code, self._agreement, self._term = dossier, code, overeenkomst, termijn
        self.setProperty("helpKey", HELP)
        if code == papers.EXPLANATION:
            self.setProperty("helpKey", HELP_DATE)
        self._show_papers()
        self.talk.wipe()
        brief = papers.newest(dossier, code, overeenkomst, termijn)
        first = papers.copies_of(code, dossier, overeenkomst) if brief is None else 1
        self.copies.set_value(str(first))
        if brief is None:
            self._start()
        else:
            self._fetch(brief)

    def show_dossier(self, dossier: KlantDossier) -> None:
        """Newer facts change the list and the sentence; the paper that is looked at stays the same."""
        self._dossier = dossier
        if not self._built:
            return
        self._show_papers()
        if self._brief is not None:
            rid = self._brief.id
            self._brief = next((one for one in dossier.brieven if one.id == rid), self._brief)
            self._show_state()

    def _show_papers(self) -> None:
        if self._dossier is None:
            return
        options = tuple(option_of(one) for one in papers.papers(self._dossier, self._term))
        if tuple(row.option for row in self.papers.rows) != options:
            self.papers.set_options(options)
        self.papers.set_value(self._code)
        self.secret.setVisible(bool(self._dossier.klant.feiten.geheim))
        self.guessed.setVisible(not papers.knows_gemeente(self._code, self._dossier))

    def _start(self) -> None:
        """A new paper; an invitation asks first when the talk is."""
        if self._code == papers.INVITATION:
            self._clear(t.WANNEER)
            self.talk.show()
        else:
            self._make()

    @Slot(object)
    def _ask_hours(self, moment: datetime) -> None:
        show = partial(self.talk.show_closed, moment)
        self._tasks.run(self, "office", partial(self._actions.is_open, moment), show)

    @Slot(object)
    def _invite(self, talk: Afspraak) -> None:
        self._to_view = True
        self._make(talk)

    def _make(self, talk: Afspraak | None = None) -> None:
        """A new paper, from what the dossier says now."""
        if self._dossier is None:
            return
        self._clear(t.MAKEN.format(papier=brief_naam(self._code)))
        self.talk.setVisible(talk is not None)
        try:
            asked_for = papers.wanted(self._code, self._dossier, self._agreement, talk, self._term)
        except Refused as error:
            self._failed(self._asked, error)
            return
        number = self._asked
        self._tasks.run(
            self,
            "office",
            partial(self._actions.preview, asked_for),
            partial(self._made, number),
            partial(self._failed, number),
        )

    @Slot()
    def _make_anew(self) -> None:
        self._start()
        self.begin()

    def _fetch(self, brief: Brief) -> None:
        self._clear(t.MAKEN.format(papier=brief_naam(self._code)))
        number = self._asked
        self._tasks.run(
            self,
            "office",
            partial(self._actions.kept, brief),
            partial(self._fetched, number, brief),
            partial(self._failed, number),
        )

    def _fetched(self, number: int, brief: Brief, pdf: bytes | None) -> None:
        if number != self._asked:
            return
        if pdf is None:
            self._start()
            return
        self._brief = brief
        self._show_pdf(pdf, brief.bladzijden, brief.kenmerk)

    def _made(self, number: int, made: LetterPreview) -> None:
        if number != self._asked:
            return
        self._preview = made
        self._show_pdf(made.brief.pdf, made.brief.bladzijden, made.kenmerk)

    def _clear(self, words: str) -> None:
        self._asked += 1
        self._preview, self._brief, self._pdf = None, None, b""
        self.view.wipe()
        self.paper.title.setText(brief_naam(self._code))
        self.paper.remark.setText("")
        self.state.set_tone(Tone.NEUTRAL)
        self.state.setText(words)
        self.anew.hide()
        self.talk.hide()
        self.print_button.setEnabled(False)

    def _show_pdf(self, pdf: bytes, pages: int, kenmerk: str) -> None:
        self._pdf = pdf
        self.paper.remark.setText(t.bladzijden(pages))
        self.view.setAccessibleName(t.VOORBEELD_NAAM.format(papier=brief_naam(self._code)))
        self.view.show_pages(pages, partial(self._ask_page, self._asked))
        self.print_button.setEnabled(True)
        if self._to_view:
            self._to_view = False
            if not moved_on(self):
                self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        printer = self._actions.printer()
        lines = [t.KENMERK.format(kenmerk=kenmerk)] if kenmerk else []
        lines += [t.PRINTER.format(naam=printer) if printer else t.GEEN_PRINTER, t.KLEIN]
        self.facts.setText("\n".join(lines))
        self._show_state()

    def _show_state(self) -> None:
        words = papers.history(self._brief, self._actions.clock())
        self.state.set_tone(Tone.WARN if self._brief is not None else Tone.NEUTRAL)
        self.state.setText(words)
        self.anew.setVisible(self._brief is not None)
        announce(self, words)

    def _ask_page(self, number: int, page: int, width: int) -> None:
        scale = min(LARGEST, max(SMALLEST, width / A4_POINTS))
        self._tasks.run(
            self,
            "office",
            partial(self._actions.render, self._pdf, page, scale),
            partial(self._page_made, number, page),
            partial(self._failed, number),
        )

    def _page_made(self, number: int, page: int, made: PageImage) -> None:
        if number == self._asked:
            shape = QImage.Format.Format_RGBA8888
            image = QImage(made.rgba, made.width, made.height, made.stride, shape)
            self.view.put(page, image.copy())

    @Slot()
    def print_now(self) -> None:
        """Hand it to the printer, or put it aside when there is none; then back to the work."""
        if self._busy or not self._pdf:
            return
        try:
            count = papers.read_copies(self.copies.value())
        except WerkdeskError as error:
            self.copies.show_error(explain(error))
            self.copies.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        work: Callable[[], LetterPrinted]
        if self._brief is not None:
            work = partial(self._actions.print_again, self._brief.id, count)
        elif self._preview is not None:
            work = partial(self._actions.print_new, self._preview, count)
        else:
            return
        self._busy = True
        self.state.set_tone(Tone.NEUTRAL)
        self.state.setText(t.BEZIG)
        duplicate = len(self._brief.afdrukken) if self._brief is not None else 0
        self._tasks.run(self, "office", work, partial(self._printed, duplicate), self._not_printed)

    def _printed(self, duplicate: int, printed: LetterPrinted) -> None:
        self._busy = False
        name = brief_naam(self._code)
        if printed.later is None:
            self.printed.emit(self._code)
        if printed.later is not None:
            zin = explain_code(printed.later)
            self._host.notify(Notice(t.BEWAARD_LATER.format(papier=name, zin=zin), Tone.WARN))
        elif duplicate:
            self._host.notify(Notice(t.GEDRUKT_DUPLICAAT.format(papier=name, nummer=duplicate), Tone.GOOD))
        else:
            pages = t.bladzijden(len(self.view.sheets))
            self._host.notify(Notice(t.GEDRUKT.format(papier=name, aantal=pages), Tone.GOOD))
        self.left.emit()

    def _not_printed(self, error: WerkdeskError) -> None:
        self._busy = False
        self.state.set_tone(Tone.BAD)
        self.state.setText(explain(error))

    def _failed(self, number: int, error: WerkdeskError) -> None:
        if number == self._asked:
            self.state.set_tone(Tone.BAD)
            words = explain(error)
            self.state.setText(t.gaat_over(words, error.field) if error.code.startswith("brief.") else words)

    @Slot(str)
    def _another(self, code: str) -> None:
        if self._dossier is None or code == self._code:
            return
        if code == papers.AGREEMENT and papers.agreement(self._dossier) is None:
            self.papers.set_value(self._code)
            self.wanted.emit(code)
            return
        self.show_letter(code, self._dossier, termijn=self._term)
        self.begin()

    def _judge_copies(self, text: str) -> str:
        try:
            papers.read_copies(text)
        except WerkdeskError as error:
            return explain(error)
        return ""

    def _page_name(self, number: int, count: int) -> str:
        return t.BLADZIJDE.format(nummer=number, aantal=count)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """P, U, O and D choose a paper while the page has the focus."""
        if half_gone(self) or not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        quiet = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        return not event.modifiers() & ~quiet and bool(event.text()) and self._letter(event.text())

    def _letter(self, key: str) -> bool:
        row = next((one for one in self.papers.rows if one.key.casefold() == key.casefold()), None)
        if row is not None:
            self._another(row.option.value)
        return row is not None

    def begin(self) -> None:
        if not self._built:
            return
        if not self._pdf and not self.talk.isHidden():
            self.talk.begin()
            return
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
