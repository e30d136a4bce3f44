"""The page of the training agreement: terms at the left, years and payments at the right."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget

from werkdesk.errors import WerkdeskError
from werkdesk.ui.dossier.beside import Beside
from werkdesk.ui.dossier.drafts import FOCUS, DraftKeeper
from werkdesk.ui.dossier.parts import AgreementPart
from werkdesk.ui.frame.host import Host
from werkdesk.ui.kit.buttons import OutlineButton, PrimaryButton
from werkdesk.ui.kit.field import Field
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, Row
from werkdesk.ui.kit.notice import Notice
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.overeenkomst import form
from werkdesk.ui.screens.overeenkomst.actions import OvereenkomstActions
from werkdesk.ui.screens.overeenkomst.costs import CostsCard
from werkdesk.ui.screens.overeenkomst.form import Typed
from werkdesk.ui.screens.overeenkomst.from_placement import begun_with
from werkdesk.ui.screens.overeenkomst.terms import HELP, TermsCard
from werkdesk.ui.screens.overeenkomst.year import YearRow
from werkdesk.ui.teksten import overeenkomst as t
from werkdesk.ui.texts import explain
from werkdesk.usecases.overzichten import KlantDossier
from werkdesk.usecases.papieren import AgreementSaved

EMPTY = Typed({"betaalt": "gemeente"}, [{}])
_MISSING = frozenset({"veld.ontbreekt", "datum.ontbreekt"})


class AgreementPage(AgreementPart):
    """A draft per klant; saved when it is drawn up, and then it is shown as paper."""

    def __init__(
        self,
        actions: OvereenkomstActions,
        tasks: Tasks,
        host: Host,
        *,
        cap: Callable[[str], str],
        gemeente: str,
    ) -> None:
        super().__init__()
        self._actions, self._tasks, self._host, self._gemeente = actions, tasks, host, gemeente
        self._dossier: KlantDossier | None = None
        self._busy = self._quiet = False
        self._blank: dict[str, str] = {}
        self.drafts = DraftKeeper(actions.drafts, tasks, self._gather, self)
        self.drafts.kept.connect(self._draft_kept)
        self.drafts.failed.connect(self._draft_lost)
        self.drafts.needless.connect(self._draft_needless)
        self.setProperty("helpKey", HELP)
        self._cap = cap
        self.by_name: dict[str, Field] = {}

    @property
    def years(self) -> list[YearRow]:
        """The years as they stand there."""
        return self.costs.years.rows

    def _build(self) -> None:
        """Made when it is first asked for: few visits show this page."""
        if self.by_name:
            return
        self.card, self.costs = TermsCard(self._actions.clock), CostsCard(self._actions.clock)
        self.by_name = self.card.by_name
        self.make_button = PrimaryButton(t.MAKEN, self._cap("bewaren.verder"))
        self.make_button.clicked.connect(self.save)
        self.back_button = OutlineButton(t.TERUG, "Esc")
        self.back_button.clicked.connect(self.left)
        self.status = Label("", "label", tone=Tone.NEUTRAL, wrap=True)
        foot = Row(gap=12).put(self.make_button, self.back_button)
        foot.addWidget(self.status, 1)
        self.card.body.addLayout(foot)
        Column(self).put(Beside(self.card, self.costs, shares=(10, 11), flow=self._flow))
        self.card.changed.connect(self._on_changed)
        self.costs.changed.connect(self._on_changed)
        self.costs.reordered.connect(self._order_stops)

    def _flow(self, flowing: bool) -> None:
        for pane in (self.card.pane, self.costs.pane):
            pane.set_flowing(flowing)

    def start(self, dossier: KlantDossier) -> None:
        self._build()
        fresh = self._dossier is None or self._dossier.klant.id != dossier.klant.id
        self._dossier = dossier
        if fresh:
            self.drafts.close()
            self._show(begun_with(EMPTY, dossier))
            self._blank = form.as_draft(self.typed())
            self._say("")
            self.drafts.open(f"overeenkomst:{dossier.klant.id}", self._restore)

    def show_dossier(self, dossier: KlantDossier) -> None:
        if self._dossier is not None and self._dossier.klant.id == dossier.klant.id:
            self._dossier = dossier

    def typed(self) -> Typed:
        """Everything that stands there."""
        return Typed(self.card.texts(), self.costs.years.texts(), self.costs.payments.texts())

    def _show(self, typed: Typed) -> None:
        self._quiet = True
        self.card.show_texts(typed.terms)
        self.costs.years.show_texts(typed.years)
        self.costs.payments.show_texts(typed.payments)
        self._quiet = False
        self.costs.count()

    @Slot()
    def _order_stops(self) -> None:
        """Tab goes through the terms, then row by row; a row that came later stands in its place too."""
        buttons = (self.make_button, self.back_button)
        for one, then in itertools.pairwise([*self.card.stops(), *self.costs.stops(), *buttons]):
            QWidget.setTabOrder(one, then)

    def panes(self) -> Sequence[QWidget]:
        return (self.card, self.costs) if self.by_name else (self,)

    @Slot()
    def _on_changed(self) -> None:
        if not self._quiet:
            self.costs.count()
            self.drafts.touch()

    @Slot()
    def save(self) -> None:
        """Draw it up, then it is shown as paper."""
        dossier, now = self._dossier, self._actions.clock()
        if dossier is None or self._busy:
            return
        typed = self.typed()
        wrong = form.problems(typed, now)
        if wrong:
            self._show_errors(wrong)
            return
        self._busy = True
        self._say(t.BEZIG)
        melding = dossier.open_melding
        work = partial(
            self._actions.record,
            dossier.klant.id,
            dossier.klant.feiten.gemeente or self._gemeente,
            form.terms(typed, now),
            melding.id if melding else None,
            self.drafts.key,
        )
        self.drafts.hold()
        self._tasks.run(self, "cache", work, self._saved, self._refused)

    def _saved(self, saved: AgreementSaved) -> None:
        self._busy = False
        self.drafts.let_go()
        self._dossier = None
        self._say("")
        self._host.notify(Notice(t.GEMAAKT.format(nummer=saved.overeenkomst.nummer), Tone.GOOD))
        rid: UUID = saved.overeenkomst.id
        self.saved.emit(rid)

    def _refused(self, error: WerkdeskError) -> None:
        self._busy = False
        self.drafts.release()
        if error.field and error.field in self._fields():
            self._say("")
            self._show_errors({error.field: error})
        else:
            self._say(explain(error), Tone.BAD)

    def _show_errors(self, errors: Mapping[str, WerkdeskError]) -> None:
        """A sentence with its name at every field, all names in one line, and the focus at the first."""
        fields = self._fields()
        wrong = [(fields[name], error) for name, error in errors.items() if name in fields]
        for field, error in wrong:
            missing = error.code in _MISSING
            field.show_error(t.VUL_IN.format(veld=name_of(field)) if missing else explain(error))
        if wrong:
            names = ", ".join(dict.fromkeys(name_of(field) for field, _ in wrong))
            self._say(t.NOG_NODIG.format(velden=names), Tone.BAD)
            wrong[0][0].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fields(self) -> dict[str, Field]:
        return self.by_name | self.costs.names()

    def _gather(self) -> dict[str, str] | None:
        flat = form.as_draft(self.typed())
        return {**flat, FOCUS: self._focused()} if flat != self._blank else None

    def _focused(self) -> str:
        widget = QApplication.focusWidget()
        if widget is None:
            return ""
        return next((name for name, field in self._fields().items() if field.isAncestorOf(widget)), "")

    def _restore(self, found: dict[str, str] | None) -> None:
        if found:
            self._show(form.from_draft(found))
            self._say(t.CONCEPT_TERUG)
            field = self._fields().get(found.get(FOCUS, ""))
            if field is not None and self.isVisible():
                field.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        if self.by_name:
            self.by_name["opleiding"].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        self.drafts.flush()

    @Slot()
    def _draft_kept(self) -> None:
        if not any(field.error for field in self._fields().values()):  # what is wrong goes before
            self._say(t.CONCEPT.format(klok=f"{self._actions.clock():%H:%M:%S}"))

    @Slot()
    def _draft_needless(self) -> None:
        self._say("")

    @Slot(object)
    def _draft_lost(self, error: WerkdeskError) -> None:
        self._say(t.CONCEPT_MIS.format(zin=explain(error)), Tone.BAD)

    def _say(self, words: str, tone: Tone = Tone.NEUTRAL) -> None:
        self.status.set_tone(tone)
        self.status.setText(words)


def name_of(field: Field) -> str:
    """The name of a field as it stands above it, without the mark of its Alt letter."""
    return field.editor.accessibleName()
