"""The page of the training agreement: terms at the left, years at the right, totals while typing."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget

from werkdesk.domain.waarden.bedrag import euro
from werkdesk.errors import WerkdeskError
from werkdesk.ui.dossier.beside import Beside
from werkdesk.ui.dossier.date_fields import day_field
from werkdesk.ui.dossier.digit_pick import DigitPick
from werkdesk.ui.dossier.drafts import DraftKeeper
from werkdesk.ui.dossier.flowing import FlowingScroll
from werkdesk.ui.dossier.parts import AgreementPart
from werkdesk.ui.frame.host import Host
from werkdesk.ui.kit.buttons import OutlineButton, PlainButton, PrimaryButton
from werkdesk.ui.kit.card import Card
from werkdesk.ui.kit.field import Field
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, Row
from werkdesk.ui.kit.notice import Notice
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.text_field import TextField
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.overeenkomst import form
from werkdesk.ui.screens.overeenkomst.actions import OvereenkomstActions
from werkdesk.ui.screens.overeenkomst.year import YearRow
from werkdesk.ui.teksten import overeenkomst as t
from werkdesk.ui.texts import explain
from werkdesk.usecases.overzichten import KlantDossier
from werkdesk.usecases.papieren import AgreementSaved

HELP = "overeenkomst"
ROWS = (
    (("opleiding", 3), ("niveau", 2)),
    (("leerweg", 3), ("crebo", 2)),
    (("opleider", 3), ("opleider_plaats", 2)),
    (("doel", 1),),
    (("vraag_arbeidsmarkt", 1),),
    (("begin", 2), ("einde", 2), ("uren_per_week", 2)),
    (("betaalt", 2), ("voorgaande_bekostiging", 3)),
    (("begeleider", 1), ("besluitnummer", 1)),
    (("opleider_adres", 3), ("opleider_kvk", 2)),
    (("opleider_tekent", 1), ("gemeente_tekent", 1)),
    (("werkgever", 1),),
)
"""The terms as they stand under each other: (field, share of the width)."""


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
        self.years: list[YearRow] = []
        self.drafts = DraftKeeper(actions.drafts, tasks, self._gather, self)
        self.drafts.kept.connect(self._draft_kept)
        self.drafts.failed.connect(self._draft_lost)
        self.setProperty("helpKey", HELP)
        self._cap = cap
        self.by_name: dict[str, Field] = {}

    def _build(self) -> None:
        """Made when it is first asked for: few visits show this page."""
        if self.by_name:
            return
        self.by_name = self._make()
        self._lay_out(self._cap)
        for name, field in self.by_name.items():
            field.typed.connect(self._on_changed)
            field.left.connect(partial(self._left_field, name))

    def _make(self) -> dict[str, Field]:
        day = partial(day_field, help_key=HELP)
        line = self._line
        return {
            "opleiding": line(t.OPLEIDING, "opleiding"),
            "niveau": line(t.NIVEAU, "niveau"),
            "leerweg": DigitPick(t.LEERWEG, list(t.LEERWEGEN.items()), help_key=HELP),
            "crebo": line(t.CREBO, "crebo"),
            "opleider": line(t.OPLEIDER, "opleider"),
            "opleider_plaats": line(t.PLAATS, "opleider_plaats"),
            "opleider_adres": line(t.ADRES, "opleider_adres"),
            "opleider_kvk": line(t.KVK, "opleider_kvk"),
            "opleider_tekent": line(t.TEKENT, "opleider_tekent"),
            "doel": line(t.DOEL, "doel"),
            "vraag_arbeidsmarkt": line(t.VRAAG, "vraag_arbeidsmarkt", hint=t.VRAAG_UITLEG),
            "begin": day(t.BEGIN, self._actions.clock, "begin"),
            "einde": day(t.EINDE, self._actions.clock, "einde"),
            "uren_per_week": line(t.UREN, "uren_per_week"),
            "betaalt": DigitPick(t.BETAALT, list(t.BETALERS.items()), help_key=HELP),
            "voorgaande_bekostiging": line(t.VOORGAAND, "voorgaande_bekostiging", hint=t.VOORGAAND_UITLEG),
            "begeleider": line(t.BEGELEIDER, "begeleider"),
            "gemeente_tekent": line(t.GEMEENTE_TEKENT, "gemeente_tekent"),
            "werkgever": line(t.WERKGEVER, "werkgever"),
            "besluitnummer": line(t.BESLUIT, "besluitnummer"),
        }

    def _line(self, label: str, name: str, *, hint: str = "") -> TextField:
        check = partial(self._verdict, name)
        return TextField(label, check=check, hint=hint, help_key=f"{HELP}.{name}", foot=False)

    def _lay_out(self, cap: Callable[[str], str]) -> None:
        self.card = Card(t.TITEL)
        self.card.setFocusProxy(self.by_name["opleiding"].editor)
        terms = FlowingScroll(gap=12, margins=(0, 0, 8, 8))
        for names in ROWS:
            terms.put(self._row(*names))
        terms.put(1)
        self.card.put(Label(t.UITLEG, tone=Tone.NEUTRAL, wrap=True))
        self.card.body.addWidget(terms, 1)
        self.make_button = PrimaryButton(t.MAKEN, cap("bewaren.verder"))
        self.make_button.clicked.connect(self.save)
        self.back_button = OutlineButton(t.TERUG, "Esc")
        self.back_button.clicked.connect(self.left)
        self.status = Label("", "label", tone=Tone.NEUTRAL, wrap=True)
        foot = Row(gap=12).put(self.make_button, self.back_button)
        foot.addWidget(self.status, 1)
        self.card.body.addLayout(foot)
        self.costs = Card(t.JAREN)
        self._years_box = Column(gap=20)
        years = FlowingScroll(gap=16, margins=(0, 0, 8, 8))
        years.put(self._years_box)
        self.more_button = PlainButton(t.JAAR_ERBIJ, icon="plus")
        self.more_button.clicked.connect(self._add_year)
        years.put(Row(gap=0).put(self.more_button, 1), 1)
        self.costs.body.addWidget(years, 1)
        self.total = Label("", "title")
        self.total.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.parts = Label("", "label", tone=Tone.NEUTRAL, wrap=True)
        self.costs.put(self.parts, self.total)
        self._flows = (terms, years)
        Column(self).put(Beside(self.card, self.costs, shares=(10, 11), flow=self._flow))

    def _flow(self, flowing: bool) -> None:
        for pane in self._flows:
            pane.set_flowing(flowing)

    def _row(self, *names: tuple[str, int]) -> QWidget:
        holder = QWidget()
        row = Row(holder, gap=16)
        for name, share in names:
            row.addWidget(self.by_name[name], share, Qt.AlignmentFlag.AlignTop)
        return holder

    def start(self, dossier: KlantDossier) -> None:
        self._build()
        fresh = self._dossier is None or self._dossier.klant.id != dossier.klant.id
        self._dossier = dossier
        if fresh:
            self.drafts.close()
            self._show({"betaalt": "gemeente"}, [{}])
            self._blank = self._flat()
            self._say("")
            self.drafts.open(f"overeenkomst:{dossier.klant.id}", self._restore)

    def show_dossier(self, dossier: KlantDossier) -> None:
        if self._dossier is not None and self._dossier.klant.id == dossier.klant.id:
            self._dossier = dossier

    def _show(self, texts: Mapping[str, str], years: list[dict[str, str]]) -> None:
        self._quiet = True
        for name, field in self.by_name.items():
            field.set_value(texts.get(name, ""))
            field.show_error("")
        while self.years:
            self._drop(self.years[-1])
        for year in years:
            self._put_year(year)
        self._quiet = False
        self._count()

    def _put_year(self, texts: Mapping[str, str]) -> YearRow:
        row = YearRow(len(self.years), self._actions.clock)
        row.show_texts(texts)
        row.changed.connect(self._on_changed)
        row.gone.connect(self._take_out)
        self.years.append(row)
        self._years_box.addWidget(row)
        self._fit_years()
        return row

    def _drop(self, row: YearRow) -> None:
        self.years.remove(row)
        self._years_box.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _fit_years(self) -> None:
        for number, row in enumerate(self.years):
            row.renumber(number)
            row.away.setVisible(len(self.years) > 1)
        self.more_button.setEnabled(len(self.years) < form.MOST_YEARS)
        self._order_stops()

    def _order_stops(self) -> None:
        """Tab goes through the terms, then year by year; a year that came later stands in its place too."""
        stops: list[QWidget] = [self.by_name[name].editor for row in ROWS for name, _ in row]
        stops += [stop for row in self.years for stop in row.stops()]
        stops += [self.more_button, self.make_button, self.back_button]
        for one, then in itertools.pairwise(stops):
            QWidget.setTabOrder(one, then)
        self.costs.setFocusProxy(self.years[0].by_name["doel"].editor)

    def panes(self) -> Sequence[QWidget]:
        return (self.card, self.costs) if self.by_name else (self,)

    @Slot()
    def _add_year(self) -> None:
        row = self._put_year({})
        row.by_name["doel"].editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_changed()

    @Slot(object)
    def _take_out(self, row: YearRow) -> None:
        if len(self.years) > 1:
            self._drop(row)
            self._fit_years()
            self.years[-1].by_name["doel"].editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        if not self._quiet:
            self._count()
            self.drafts.touch()

    def _left_field(self, _: str) -> None:
        self._on_changed()

    def _count(self) -> None:
        found = form.totals([row.texts() for row in self.years], self._actions.clock())
        labels = (t.LESGELD, t.EXAMEN, t.BOEKEN, t.REISKOSTEN, t.KINDEROPVANG)
        parts = [
            f"{label} {euro(cents)}"
            for label, cents in zip(labels, (found[name] for name in form.COSTS), strict=True)
            if cents
        ]
        self.parts.setText(" · ".join(parts))
        whole = found["samen"]
        self.total.setText(t.TOTAAL.format(bedrag=t.GEEN_BEDRAG if whole is None else euro(whole)))

    def texts(self) -> dict[str, str]:
        """What stands in the fields of the terms."""
        return {name: field.value() for name, field in self.by_name.items()}

    @Slot()
    def save(self) -> None:
        """Draw it up, then it is shown as paper."""
        dossier, now = self._dossier, self._actions.clock()
        if dossier is None or self._busy:
            return
        years = [row.texts() for row in self.years]
        wrong = form.problems(self.texts(), years, now)
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
            form.terms(self.texts(), years, now),
            melding.id if melding else None,
            self.drafts.key,
        )
        self._tasks.run(self, "cache", work, self._saved, self._refused)

    def _saved(self, saved: AgreementSaved) -> None:
        self._busy = False
        self.drafts.saved_for_good()
        self.drafts.key = ""
        self._dossier = None
        self._say("")
        self._host.notify(Notice(t.GEMAAKT.format(nummer=saved.overeenkomst.nummer), Tone.GOOD))
        rid: UUID = saved.overeenkomst.id
        self.saved.emit(rid)

    def _refused(self, error: WerkdeskError) -> None:
        self._busy = False
        if error.field and self._field(error.field) is not None:
            self._say("")
            self._show_errors({error.field: error})
        else:
            self._say(explain(error), Tone.BAD)

    def _show_errors(self, errors: Mapping[str, WerkdeskError]) -> None:
        first: Field | None = None
        for name, error in errors.items():
            field = self._field(name)
            if field is not None:
                field.show_error(explain(error))
                first = first or field
        if first is not None:
            first.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _field(self, name: str) -> Field | None:
        if name in self.by_name:
            return self.by_name[name]
        return next(
            (
                row.by_name[one]
                for row in self.years
                for one in form.YEAR_FIELDS
                if form.year_field(row.number, one) == name
            ),
            None,
        )

    def _verdict(self, name: str, text: str) -> str:
        try:
            form.read(name, text, self._actions.clock())
        except WerkdeskError as error:
            return explain(error)
        return ""

    def _flat(self) -> dict[str, str]:
        return form.as_draft(self.texts(), [row.texts() for row in self.years])

    def _gather(self) -> dict[str, str] | None:
        flat = self._flat()
        return {**flat, "_veld": self._focused()} if flat != self._blank else None

    def _focused(self) -> str:
        widget = QApplication.focusWidget()
        if widget is None:
            return ""
        mine = next((n for n, f in self.by_name.items() if f.isAncestorOf(widget)), "")
        if mine:
            return mine
        return next(
            (
                form.year_field(row.number, name)
                for row in self.years
                for name, field in row.by_name.items()
                if field.isAncestorOf(widget)
            ),
            "",
        )

    def _restore(self, found: dict[str, str] | None) -> None:
        if found:
            self._show(*form.from_draft(found))
            self._say(t.CONCEPT_TERUG)
            field = self._field(found.get("_veld", ""))
            if field is not None and self.isVisible():
                field.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        if self.by_name:
            self.by_name["opleiding"].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        self.drafts.flush()

    @Slot()
    def _draft_kept(self) -> None:
        self._say(t.CONCEPT.format(klok=f"{self._actions.clock():%H:%M:%S}"))

    @Slot(object)
    def _draft_lost(self, error: WerkdeskError) -> None:
        self._say(t.CONCEPT_MIS.format(zin=explain(error)), Tone.BAD)

    def _say(self, words: str, tone: Tone = Tone.NEUTRAL) -> None:
        self.status.set_tone(tone)
        self.status.setText(words)
