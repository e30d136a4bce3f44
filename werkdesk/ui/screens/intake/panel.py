"""The card of the short intake: one question, the answered ones as a line above it."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Slot

from werkdesk.domain.datums import Driewaardig
from werkdesk.domain.intake import Antwoord, Vraag, vragen_voor
from werkdesk.domain.melding import Melding
from werkdesk.errors import WerkdeskError
from werkdesk.ui.dossier.drafts import DraftKeeper
from werkdesk.ui.dossier.joining import WAS, draft_of
from werkdesk.ui.kit.announce import announce
from werkdesk.ui.kit.focus_spot import moved_on
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import clear
from werkdesk.ui.kit.look import look
from werkdesk.ui.kit.tab_order import come_here
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.intake import form
from werkdesk.ui.screens.intake.actions import IntakeActions
from werkdesk.ui.screens.intake.answers import ManyAnswers, OneAnswer
from werkdesk.ui.screens.intake.form import IntakeForm
from werkdesk.ui.screens.intake.surface import IntakeSurface
from werkdesk.ui.teksten import intake as t
from werkdesk.ui.teksten.tijd import datum
from werkdesk.ui.texts import explain
from werkdesk.usecases.changes import Changes
from werkdesk.usecases.overzichten import KlantDossier

DAY = "datum."


class IntakePanel(IntakeSurface):
    """Digits answer and go on; every answer is saved at once; any colleague goes on at the first open one."""

    def __init__(self, actions: IntakeActions, tasks: Tasks) -> None:
        super().__init__(actions.clock)
        self._actions, self._tasks = actions, tasks
        self._melding: UUID | None = None
        self._begin_waits = False
        self._saving: dict[str, int] = {}
        self.drafts = DraftKeeper(actions.drafts, tasks, self._gather, self)
        self.drafts.failed.connect(self._draft_lost)
        self.drafts.kept.connect(self._draft_kept)
        self.drafts.needless.connect(self._draft_kept)
        self.day.typed.connect(self._day_typed)
        self.day.line.returnPressed.connect(self._go_on)
        self.note.typed.connect(self._note_typed)
        self.note.left.connect(self._note_left)
        self.back_button.clicked.connect(self.back)
        self.on_button.clicked.connect(self._go_on)
        self._show()

    def show_dossier(self, dossier: KlantDossier) -> None:
        melding = dossier.open_melding
        if melding is None:
            if self._melding is not None or self.form is None:
                self.drafts.close()
                self._melding, self.form = None, None
                self._show()
            return
        intake = dossier.intake_of(melding.id)
        known = dict(intake.antwoorden) if intake else {}
        young = _young(dossier, melding)
        if self._melding != melding.id:
            self.drafts.close()
            self._melding, self._typed, self._typed_over = melding.id, {}, {}
            self.form = form.start(known, young)
            self.drafts.open(f"intake:{melding.id}", self._restore)
            self._show()
            return
        self._renew(known, young)

    def _renew(self, known: dict[str, Antwoord], young: bool | None) -> None:
        """Newer answers land; the question on screen stays the question on screen."""
        before = self.form
        if before is None:
            return
        vragen = vragen_voor(young)
        here = before.vraag
        place = next((p for p, one in enumerate(vragen) if here and one.code == here.code), None)
        fresh = IntakeForm(vragen, before.antwoorden, before.place if place is None else place)
        self.form = fresh.joined(known, frozenset(self._saving))
        if here is None and not self.form.done:
            self.form = IntakeForm(vragen, self.form.antwoorden, -1).onward()
        if self.form != before:
            same_answer = here and before.antwoorden.get(here.code) == self.form.antwoorden.get(here.code)
            if same_answer and self.form.vraag == here:
                self._show_head()
            else:
                self._show()

    def _show(self) -> None:
        """Build the question of now."""
        had_focus = self._has_focus()
        clear(self._answer_column)
        self.answers = None
        vraag = self.form.vraag if self.form else None
        self._show_head()
        for widget in (self._answer_box, self.keys):
            widget.setVisible(self.form is None or vraag is not None or self.form.done)
        self.note.setVisible(vraag is not None and vraag.code not in form.WITHOUT_NOTE)
        self.back_button.setVisible(self.form is not None and self.form.place > 0)
        self.on_button.setVisible(vraag is not None)
        if vraag is None:
            words = t.WACHT if self.form is None else t.KLAAR
            self._answer_column.addWidget(Label(words, wrap=True, tone=Tone.NEUTRAL))
            self.keys.setText("" if self.form is None else t.KLAAR_UITLEG)
            self.day.hide()
        else:
            self._show_question(vraag)
        waits = self._begin_waits and self.form is not None
        if had_focus or (waits and not moved_on(self)):
            self.begin()
        elif waits:
            self._begin_waits = False

    def _show_question(self, vraag: Vraag) -> None:
        options = [(code, t.optie(vraag.code, code)) for code in vraag.opties]
        known = self.form.antwoorden.get(vraag.code) if self.form else None
        question = t.VRAGEN.get(vraag.code, vraag.code)
        if vraag.meer:
            many = ManyAnswers(question, options)
            many.set_values(known.keuzes if known else ())
            self.answers = many
            self.keys.setText(f"{t.GEEN_DIAGNOSE}\n{t.TOETSEN_MEER}")
        else:
            one = OneAnswer(question, options)
            one.set_value(known.keuzes[0] if known and known.keuzes else "")
            one.chosen.connect(self._chosen)
            self.answers = one
            self.keys.setText(t.TOETSEN)
        self.answers.roads.back.connect(self.back)
        self.answers.roads.onward.connect(self._go_on)
        self.answers.roads.noted.connect(self._to_note)
        self._answer_column.addWidget(self.answers)
        come_here(self._answer_box, self.answers.rows)
        self._show_text(self.note, vraag.code, (known.tekst or "") if known else "")
        self._show_text(self.day, DAY + vraag.code, _kept_day(known))
        self.day.show_error("")
        self.day.setVisible(bool(vraag.met_datum and known and vraag.met_datum in known.keuzes))

    @Slot(str)
    def _chosen(self, value: str) -> None:
        vraag = self.form.vraag if self.form else None
        if vraag is None:
            return
        self.day.setVisible(vraag.met_datum == value)
        if vraag.met_datum == value:
            self._keep(vraag, (value,))
            self.day.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self._keep(vraag, (value,)):
            self._onward()

    @Slot()
    def _go_on(self) -> None:
        """Enter: keep what stands there and go on; a question that is left open stays open."""
        vraag = self.form.vraag if self.form else None
        if vraag is None:
            return
        keuzes = self._choices()
        if not keuzes:
            self._skip()
        elif self._keep(vraag, keuzes):
            self._onward()

    def _skip(self) -> None:
        if self.form is None:
            return
        if self.form.place + 1 < len(self.form.vragen):
            self._tell_open("")
            self.form = IntakeForm(self.form.vragen, self.form.antwoorden, self.form.place + 1)
            self._show()
            self.begin()
        else:
            self._tell_open(t.nog_open(self.form.open_numbers))

    def _choices(self) -> tuple[str, ...]:
        if isinstance(self.answers, ManyAnswers):
            return self.answers.values()
        value = self.answers.value() if self.answers is not None else ""
        return (value,) if value else ()

    def _keep(self, vraag: Vraag, keuzes: tuple[str, ...]) -> bool:
        """Save the answer; ``False`` when note or day is refused, with the sentence at the field."""
        if self.form is None or self._melding is None:
            return False
        now = self._actions.clock()
        try:
            given = form.answer(vraag, keuzes, self.note.value(), self.day.value(), now)
        except WerkdeskError as error:
            self._show_wrong(error)
            return False
        before = self.form.antwoorden.get(vraag.code)
        if given == before:
            return True
        self.form = self.form.answered(vraag.code, given)
        for typed in (vraag.code, DAY + vraag.code):
            self._typed.pop(typed, None)
            self._typed_over.pop(typed, None)
        self._saving[vraag.code] = self._saving.get(vraag.code, 0) + 1
        self._tasks.run(
            self,
            "cache",
            partial(self._actions.answer, self._melding, vraag.code, given),
            partial(self._saved, vraag.code),
            partial(self._lost, vraag.code, before, given),
        )
        return True

    def _show_wrong(self, error: WerkdeskError) -> None:
        """The sentence at its field. The hands stay at the question when the note is wrong: the next digit
        would else be typed into it, unseen.
        """
        field = self.day if error.field == "datum" else self.note
        field.show_error(explain(error))
        announce(self, explain(error))
        self.pane.ensureWidgetVisible(field, 0, look().px(16))
        if field is self.day:
            field.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _onward(self) -> None:
        if self.form is None:
            return
        was = self.form.place
        self.form = self.form.onward()
        went_back = self.form.place < was
        self._tell_open(t.nog_open(self.form.open_numbers) if went_back else "")
        self._show()
        self.begin()
        if self.form.vraag is not None:
            announce(self, " ".join((self.still.text(), t.VRAGEN.get(self.form.vraag.code, ""))).strip())
        else:
            announce(self, t.KLAAR)
            self.finished.emit()

    def _saved(self, vraag: str, _: Changes) -> None:
        self._one_less(vraag)
        self.drafts.flush()
        self._say(t.BEWAARD.format(klok=f"{self._actions.clock():%H:%M:%S}"))

    def _lost(self, vraag: str, before: Antwoord | None, given: Antwoord, error: WerkdeskError) -> None:
        """Not saved: back to that question, with the answer still chosen and the note still there."""
        self._one_less(vraag)
        if self.form is not None:
            self._typed[vraag] = given.tekst or ""
            self._typed_over[vraag] = (before.tekst or "") if before else ""
            self.drafts.touch()
            self.form = self.form.without(vraag, before)
            self._show()
        self._say(t.MIS.format(zin=explain(error)), Tone.BAD)

    def _one_less(self, vraag: str) -> None:
        left = self._saving.get(vraag, 0) - 1
        if left > 0:
            self._saving[vraag] = left
        else:
            self._saving.pop(vraag, None)

    @Slot()
    def back(self) -> None:
        """To the question before this one."""
        if self.form is not None and self.form.place > 0:
            self.form = self.form.back()
            self._tell_open("")
            self._show()
            self.begin()

    @Slot()
    def _to_note(self) -> None:
        if self.note.isVisible():
            self.note.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _note_typed(self, text: str) -> None:
        self._remember("", text)

    @Slot(str)
    def _day_typed(self, text: str) -> None:
        self._remember(DAY, text)

    def _remember(self, kind: str, text: str) -> None:
        vraag = self.form.vraag if self.form else None
        if vraag is not None and self.form is not None:
            known = self.form.antwoorden.get(vraag.code)
            kept = _kept_day(known) if kind == DAY else (known.tekst or "") if known else ""
            self._typed_over.setdefault(kind + vraag.code, kept)
            self._typed[kind + vraag.code] = text
            self.drafts.touch()

    @Slot()
    def _note_left(self) -> None:
        """A note to an answer that was given already is saved when the field is left."""
        vraag = self.form.vraag if self.form else None
        if vraag is not None and self._choices() and self.form and vraag.code in self.form.antwoorden:
            known = self.form.antwoorden[vraag.code]
            if (known.tekst or "") != self.note.value().strip() and not self.note.error:
                self._keep(vraag, self._choices())

    def _gather(self) -> dict[str, str] | None:
        return draft_of(self._typed, self._typed_over) if self._typed else None

    def _restore(self, found: dict[str, str] | None) -> None:
        if found:
            was = {name[len(WAS) :]: text for name, text in found.items() if name.startswith(WAS)}
            typed = {name: text for name, text in found.items() if not name.startswith(WAS)}
            self._typed, self._typed_over = {**typed, **self._typed}, {**was, **self._typed_over}
            self._show()

    @property
    def is_under_way(self) -> bool:
        return self.form is not None and bool(self.form.antwoorden) and not self.form.done

    @property
    def is_awaited(self) -> bool:
        return self._begin_waits and self.form is None

    def begin(self) -> None:
        """To the answers; when the melding is being read still, as soon as it is there."""
        self._begin_waits = self.form is None
        if self.answers is not None:
            self.answers.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.back_button.isHidden():
            self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        self._note_left()
        self.drafts.flush()

    @Slot(object)
    def _draft_lost(self, error: WerkdeskError) -> None:
        self._say(t.CONCEPT_MIS.format(zin=explain(error)), Tone.BAD)

    @Slot()
    def _draft_kept(self) -> None:
        self._say(t.CONCEPT.format(klok=f"{self._actions.clock():%H:%M:%S}") if self._typed else "")


def _kept_day(known: Antwoord | None) -> str:
    day = known.datum if known else None
    return datum(day) if day else ""


def _young(dossier: KlantDossier, melding: Melding) -> bool | None:
    born = dossier.klant.feiten.geboortedatum
    if born is None:
        return None
    test = born.jonger_dan(27, melding.meldingsdatum)
    return None if test is Driewaardig.ONBEKEND else test is Driewaardig.JA
