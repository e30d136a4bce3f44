"""Placing somebody: a short form, the displacement test by digits, and what the rules say while one types."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QWidget

from werkdesk.domain.plaatsing import BLOCK, Plaatsing
from werkdesk.domain.termijn import RegelVerwijzing
from werkdesk.domain.waarden.kvk import KvkNummer
from werkdesk.errors import WerkdeskError
from werkdesk.ui.dossier.drafts import DraftKeeper
from werkdesk.ui.dossier.visit_panel import VisitPanel
from werkdesk.ui.frame.host import Host
from werkdesk.ui.kit.buttons import PrimaryButton
from werkdesk.ui.kit.card import Clear
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column
from werkdesk.ui.kit.notice import UNDO_SECONDS, Notice
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.text_field import TextField
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.plaatsing import form
from werkdesk.ui.screens.plaatsing.actions import PlaatsingActions, Uitzicht
from werkdesk.ui.screens.plaatsing.fields import HELP, PlacementFields
from werkdesk.ui.screens.plaatsing.outlook import Outlook
from werkdesk.ui.screens.plaatsing.questions import TestQuestions
from werkdesk.ui.teksten import plaatsing as t
from werkdesk.ui.texts import explain
from werkdesk.usecases.overzichten import KlantDossier
from werkdesk.usecases.plaatsingen import MOST_REASON, PlaatsingSaved, Voornemen, WerkgeverKennis

SETTLE_MS = 150
_TEST = "_toets."


class PlacementPanel(VisitPanel):
    """A draft per klant; Ctrl+Enter keeps the placement, with an undo."""

    wide = 560

    def __init__(
        self,
        host_widget: QWidget,
        actions: PlaatsingActions,
        tasks: Tasks,
        host: Host,
        *,
        save_key: str,
        gemeente: str,
    ) -> None:
        super().__init__(host_widget, t.TITEL)
        self._actions, self._tasks, self._to_host, self._gemeente = actions, tasks, host, gemeente
        self._klant: UUID | None = None
        self._place = ""
        self._busy = False
        self.seen: Uitzicht | None = None
        self.setProperty("helpKey", HELP)
        self.drafts = DraftKeeper(actions.drafts, tasks, self._gather, self)
        self.drafts.failed.connect(lambda error: self._say(explain(error), Tone.BAD))
        self.fields = PlacementFields(actions.clock)
        self.fields.changed.connect(self._on_changed)
        self.fields.employer_asked.connect(self._ask_employer)
        self.test = TestQuestions()
        self.test.changed.connect(self._on_changed)
        self.outlook = Outlook()
        self.outlook.asked.connect(host.explain)
        self.test.done.connect(self._test_done)
        self.asked = Clear()
        Column(self.asked, gap=8).put(Label(t.TOETS, "strong"), self.test)
        self.reason = TextField(t.REDEN, limit=MOST_REASON, over=t.REDEN_LANG, help_key="plaatsing.besluit")
        self.button = PrimaryButton(t.BEWAREN, save_key)
        self.button.clicked.connect(self.save)
        self.status = Label("", "label", tone=Tone.NEUTRAL, wrap=True)
        self.put(
            Label(t.UITLEG, "label", tone=Tone.NEUTRAL, wrap=True), self.fields, self.asked, self.outlook,
            self.reason, self.status,
        )  # fmt: skip
        self.foot.addWidget(self.button)
        self.short = Label("", "label", tone=Tone.NEUTRAL, wrap=True)
        self.foot.addWidget(self.short, 1)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._foresee)

    def ask_about(self, dossier: KlantDossier) -> None:
        self.drafts.close()
        self._klant = dossier.klant.id
        self._place = dossier.klant.feiten.gemeente or self._gemeente
        self.fields.wipe()
        self.test.show_answers({})
        self.reason.wipe()
        self._show_outlook(None)
        self._say("")
        self.button.setEnabled(self._actions.mag)
        super().ask_about(dossier)
        self._tasks.run(self, "cache", self._actions.instruments, self.fields.set_instruments, self._failed)
        self.drafts.open(f"plaatsing:{dossier.klant.id}", self._restore)

    def begin(self) -> None:
        self.fields.focus("kvk")

    @Slot()
    def _on_changed(self) -> None:
        self._settle.start()
        self.drafts.touch()

    def _plan(self) -> Voornemen | None:
        facts = form.facts(self.fields.texts(), self._actions.clock())
        if facts is None or self._klant is None:
            return None
        return Voornemen(
            klant=self._klant, gemeente=self._place, feiten=facts, antwoorden=self.test.answers()
        )

    @Slot()
    def _foresee(self) -> None:
        plan = self._plan()
        if plan is None:
            self._show_outlook(None)
        else:
            work = partial(self._actions.foresee, plan)
            self._tasks.run(self, "cache", work, self._show_outlook, self._failed)

    def _show_outlook(self, found: Uitzicht | None) -> None:
        self.seen = found
        view = None if found is None else found.vooruitzicht
        self.test.know({} if view is None else view.bekend)
        self.asked.setVisible(view is not None and view.onbetaald)
        facts = form.facts(self.fields.texts(), self._actions.clock())
        above = (
            view is not None
            and facts is not None
            and view.plafond.is_boven(facts.einde, verlenging=facts.verlenging)
        )
        self.outlook.show_outlook(found, above, self.test.open())
        # Whoever may only look hears it beside the button, before typing, and not below the fold.
        self.short.setText(self.outlook.short() if self._actions.mag else t.ROL)
        held = view is not None and view.carrousel.oordeel == BLOCK and not view.carrousel.voorlopig
        self.reason.setVisible(held)
        self.place()

    @Slot()
    def _test_done(self) -> None:
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.page.ensureWidgetVisible(self.outlook)

    @Slot(object)
    def _ask_employer(self, number: KvkNummer) -> None:
        work = partial(self._actions.employer, number)
        self._tasks.run(self, "cache", work, partial(self._show_employer, number), self._failed)

    def _show_employer(self, asked: KvkNummer, found: WerkgeverKennis) -> None:
        typed = self.fields.kvk.value().translate(str.maketrans("", "", " .-"))
        if typed == str(asked):
            self.fields.show_employer(found)
            self._on_changed()
            self.place()

    @Slot()
    def save(self) -> None:
        if self._busy or not self._actions.mag:
            return
        wrong = form.problems(self.fields.texts(), self._actions.clock())
        self.fields.show_errors(wrong)
        plan = self._plan()
        if wrong or plan is None:
            self.place()
            return
        self._busy = True
        self._say(t.BEZIG)
        self.drafts.hold()
        work = partial(self._actions.place, plan, self.reason.value(), self.drafts.key)
        self._tasks.run(self, "cache", work, self._saved, self._refused)

    def _saved(self, saved: PlaatsingSaved) -> None:
        self._busy = False
        self.drafts.let_go()
        self.close_overlay()
        made = saved.plaatsing
        words = t.BEWAARD_VOORLOPIG if made.voorlopig else t.BEWAARD
        undo = partial(self._undo, made)
        told = words.format(werkgever=made.feiten.werkgever.naam)
        self._to_host.notify(Notice(told, Tone.GOOD, action=t.ONGEDAAN, do=undo, seconds=UNDO_SECONDS))

    def _undo(self, made: Plaatsing) -> None:
        """The tasks live as long as the window: also when this visit was closed meanwhile."""
        work = partial(self._actions.withdraw, made.id)
        self._tasks.run(self._tasks, "cache", work, self._undone, self._not_undone)

    def _undone(self, saved: PlaatsingSaved) -> None:
        name = saved.plaatsing.feiten.werkgever.naam
        self._to_host.notify(Notice(t.TERUG.format(werkgever=name), Tone.GOOD))

    def _not_undone(self, error: WerkdeskError) -> None:
        self._to_host.notify(Notice(explain(error), Tone.BAD))

    def _refused(self, error: WerkdeskError) -> None:
        self._busy = False
        self.drafts.release()
        field, words = error.field or "", explain(error)
        self._say("")
        if field in self.fields.by_name:
            self.fields.show_errors({field: error})
        elif field == "toets":
            self._say(words, Tone.BAD)
            self.test.setFocus()
        elif field == "reden" and not self.reason.isHidden():
            self.reason.show_error(words)
            self.reason.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._say(words, Tone.BAD)
        self.place()

    def _gather(self) -> dict[str, str] | None:
        flat = {name: text for name, text in self.fields.texts().items() if text}
        flat |= {f"{_TEST}{name}": value for name, value in self.test.answers().items()}
        return flat or None

    def _restore(self, found: dict[str, str] | None) -> None:
        if not found:
            return
        self.fields.show_texts({**self.fields.texts(), **found})
        self.test.show_answers(
            {name.removeprefix(_TEST): text for name, text in found.items() if name.startswith(_TEST)}
        )
        self._foresee()

    def flush(self) -> None:
        self.drafts.flush()

    def explain(self, help_key: str) -> tuple[str, str] | None:
        return self.outlook.explain(help_key)

    def rules_behind(self, help_key: str) -> tuple[RegelVerwijzing, ...]:
        return self.outlook.rules_behind(help_key)

    def _failed(self, error: WerkdeskError) -> None:
        self._say(explain(error), Tone.BAD)

    def _say(self, words: str, tone: Tone = Tone.NEUTRAL) -> None:
        self.status.set_tone(tone)
        self.status.setText(words)
        self.status.setVisible(bool(words))
