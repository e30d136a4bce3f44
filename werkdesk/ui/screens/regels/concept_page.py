"""The concept: the changed rules that go together, the trial of them, and laying them before a colleague."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from werkdesk.errors import WerkdeskError
from werkdesk.ui.dossier.beside import Beside
from werkdesk.ui.dossier.date_fields import Clock, day_field
from werkdesk.ui.kit.buttons import OutlineButton, PlainButton, PrimaryButton
from werkdesk.ui.kit.card import Card
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, Grid, Row
from werkdesk.ui.kit.note_field import NoteField
from werkdesk.ui.kit.rows_model import TableColumn
from werkdesk.ui.kit.table import QuietTable
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.regels.gevallen_rij import CaseFileRow
from werkdesk.ui.screens.regels.leesvlak import ReadingPane
from werkdesk.ui.screens.regels.verschillen import Verschillen
from werkdesk.ui.teksten import regels_beheer as t
from werkdesk.ui.teksten.regels import dag, gemeente
from werkdesk.ui.teksten.tijd import datum
from werkdesk.ui.texts import explain
from werkdesk.usecases.regels.concept import NieuweVersie, RegelConcept
from werkdesk.usecases.regels.proef import Proef

HELP = "regels.concept"
LONGEST_NOTE = 1000
LEAST = 420


class ConceptPage(QWidget):
    """``change_asked(NieuweVersie)``, ``drop_asked(NieuweVersie)``, ``throw_asked``, ``trial_asked``,
    ``propose_asked``; ``edited``: the day, the note or the case file changed.
    """

    change_asked = Signal(object)
    drop_asked = Signal(object)
    throw_asked = Signal()
    trial_asked = Signal()
    propose_asked = Signal()
    edited = Signal()

    def __init__(self, clock: Clock, choose: Callable[[], str], save_key: str, edit_key: str) -> None:
        super().__init__()
        self._names: Mapping[str, str] = {}
        self.setProperty("helpKey", HELP)
        self.table = QuietTable(
            t.CONCEPT_TITEL, self._columns(), key=lambda row: row.plaats, nothing=t.CONCEPT_LEEG
        )
        self.change = OutlineButton(t.WIJZIGEN, edit_key)
        self.drop = PlainButton(t.WEGHALEN)
        self.throw = PlainButton(t.WEGGOOIEN)
        self.gaat_in = day_field(
            t.GAAT_IN,
            clock,
            "gaat_in",
            remark=t.MAG_LEEG,
            hint=t.GAAT_IN_WENK,
            help_key="regels.gaat_in",
            foot=True,
        )
        self.note = NoteField(
            t.TOELICHTING, lines=2, limit=LONGEST_NOTE, remark=t.MAG_LEEG, help_key="regels.toelichting"
        )
        self.failure = Label("", tone=Tone.BAD, wrap=True)
        self.failure.hide()
        self.propose = PrimaryButton(t.VOORLEGGEN, save_key)
        self.cases = CaseFileRow(choose)
        self.result = Verschillen()
        self.trial = Label(t.PROEF_NOG_NIET, tone=Tone.NEUTRAL, wrap=True)
        self.reading = ReadingPane(t.PROEF_VRAAG, gap=8)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        left = Card()
        left.setAccessibleName(t.CONCEPT_TITEL)
        left.put(
            Column(gap=2).put(
                Label(t.CONCEPT_TITEL, "title", wrap=True),
                Label(t.CONCEPT_REGEL, tone=Tone.NEUTRAL, wrap=True),
            ),
        )
        left.body.addWidget(self.table, 1)
        for field in (self.gaat_in, self.note):
            field.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        left.put(
            Row(gap=8).put(self.change, self.drop, 1),
            Grid(columns=5).put(self.gaat_in, 2).put(self.note, 3),
            self.failure,
            Row(gap=8).put(self.propose, self.throw, 1),
        )
        self.table.setMinimumHeight(0)
        right = Card(t.PROEF_TITEL)
        self.reading.put(self.cases, self.trial, self.result, 1)
        right.put(Label(t.PROEF_VRAAG, "question", wrap=True), self.reading)
        beside = Beside(left, right, shares=(3, 2), flow=self.reading.set_flowing, least=LEAST)
        Column(self).put(beside)

    def _connect(self) -> None:
        self.table.opened.connect(self.change_asked)
        self.change.clicked.connect(partial(self._with_chosen, self.change_asked))
        self.drop.clicked.connect(partial(self._with_chosen, self.drop_asked))
        self.throw.clicked.connect(self.throw_asked)
        self.propose.clicked.connect(self.propose_asked)
        self.cases.asked.connect(self.trial_asked)
        self.cases.edited.connect(self.edited)
        self.gaat_in.typed.connect(self._on_typed)
        self.note.typed.connect(self._on_typed)

    def show_concept(self, concept: RegelConcept, names: Mapping[str, str]) -> None:
        """Show it; ``names``: id of a rule → its name."""
        self._names = names
        self.table.show_rows(concept.wijzigingen)
        if self.table.chosen() is None and concept.wijzigingen:
            self.table.choose(concept.wijzigingen[0].plaats)
        filled = bool(concept.wijzigingen)
        for button in (self.change, self.drop, self.propose, self.cases.run):
            button.setEnabled(filled)
        self.throw.setEnabled(not concept.is_leeg)
        typed = datum(date.fromisoformat(concept.gaat_in)) if concept.gaat_in else ""
        if not self.gaat_in.editor.hasFocus():
            self.gaat_in.set_value(typed)
        if self.note.value() != concept.toelichting:
            self.note.set_value(concept.toelichting)
        self.cases.show_path(concept.gevallen)

    def show_proef(self, proef: Proef | None) -> None:
        """The result of the trial, or that there is none of this concept."""
        self.result.wipe()
        self.trial.setVisible(proef is None)
        self.trial.setText(t.PROEF_NOG_NIET)
        if proef is not None:
            self.result.show_proef(proef)

    def show_busy(self) -> None:
        """Something is under way."""
        self.show_failure("")
        self.result.wipe()
        self.trial.setText(t.BEZIG)
        self.trial.show()

    def show_failure(self, sentence: str) -> None:
        """Words under the form; empty takes them away."""
        self.failure.setText(sentence)
        self.failure.setVisible(bool(sentence))

    def trial_failed(self, error: WerkdeskError) -> None:
        """The trial could not be made; what is wrong with the file stands at the file."""
        self.show_proef(None)
        words = explain(error)
        if error.code.startswith(("gevallen.", "bestand.")):
            self.cases.field.show_error(words)
        else:
            self.show_failure(words)

    def gather(self, concept: RegelConcept) -> RegelConcept:
        """The concept with what was typed here."""
        day = self.gaat_in.date_value()
        return replace(
            concept,
            gaat_in=day.isoformat() if isinstance(day, date) else "",
            toelichting=self.note.value(),
            gevallen=self.cases.path(),
        )

    def wrong(self) -> bool:
        """Whether something typed here cannot be proposed; it then says so itself."""
        if sentence := self.gaat_in.verdict():
            self.gaat_in.show_error(sentence)
            self.gaat_in.editor.setFocus()
        elif len(self.note.value()) > LONGEST_NOTE:
            self.note.editor.setFocus()
        else:
            return False
        return True

    def chosen(self) -> NieuweVersie | None:
        """The change that is chosen."""
        found: NieuweVersie | None = self.table.chosen()
        return found

    def _with_chosen(self, signal: object, _checked: bool = False) -> None:
        chosen = self.chosen()
        if chosen is not None:
            signal.emit(chosen)  # type: ignore[attr-defined]

    @Slot(str)
    def _on_typed(self, _: str) -> None:
        self.edited.emit()

    def _name(self, row: NieuweVersie) -> str:
        return self._names.get(row.regel, row.regel)

    def _columns(self) -> tuple[TableColumn, ...]:
        return (
            TableColumn(t.NAAM, self._name, None, "strong"),
            TableColumn(t.NUMMER, lambda row: row.regel, 120, "soft", leaves=2),
            TableColumn(t.WAARDE, lambda row: f"{row.waarde} {_unit(row.eenheid)}".strip(), 120),
            TableColumn(t.VANAF, lambda row: dag(row.vanaf), 104),
            TableColumn(t.TOT, lambda row: dag(row.tot or None), 104, "soft", leaves=1),
            TableColumn(t.GEMEENTE, lambda row: gemeente(row.gemeente or None), 104, "soft"),
        )


def _unit(eenheid: str) -> str:
    counted = eenheid in ("uren", "dagen", "weken", "maanden", "jaren", "procent")
    return t.EENHEDEN[eenheid] if counted else ""
