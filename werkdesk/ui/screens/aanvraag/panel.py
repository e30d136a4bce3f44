"""Noting an application over the visit. What is typed is a draft at once; Ctrl+Enter keeps it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from werkdesk.domain.melding import Melding, MeldingStatus
from werkdesk.errors import Defect, WerkdeskError
from werkdesk.ui.dossier.drafts import DraftKeeper
from werkdesk.ui.dossier.joining import draft_of, join_draft
from werkdesk.ui.dossier.leefvorm import household_of
from werkdesk.ui.dossier.visit_panel import VisitPanel
from werkdesk.ui.frame.host import Host
from werkdesk.ui.kit.buttons import PrimaryButton
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Row
from werkdesk.ui.kit.notice import Notice
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.aanvraag import form
from werkdesk.ui.screens.aanvraag.actions import AanvraagActions
from werkdesk.ui.screens.aanvraag.fields import HELP, ApplicationFields
from werkdesk.ui.teksten import aanvraag as t
from werkdesk.ui.texts import explain
from werkdesk.usecases.meldingen import MeldingSaved
from werkdesk.usecases.overzichten import KlantDossier


class ApplicationPanel(VisitPanel):
    """Opens with what is known; without an application, with one that is handed in at the counter today."""

    wide = 520

    def __init__(
        self, host_widget: QWidget, actions: AanvraagActions, tasks: Tasks, host: Host, *, save_key: str
    ) -> None:
        super().__init__(host_widget, t.TITEL)
        self._actions, self._tasks, self._to_host = actions, tasks, host
        self._melding: Melding | None = None
        self._was: form.Texts = {}
        self._begun: form.Texts = {}
        self._busy = False
        self.setProperty("helpKey", HELP)
        self.drafts = DraftKeeper(actions.drafts, tasks, self._gather, self)
        self.drafts.kept.connect(self._draft_kept)
        self.drafts.needless.connect(self._draft_needless)
        self.drafts.failed.connect(self._draft_lost)
        self.fields = ApplicationFields(actions.clock)
        self.fields.changed.connect(self.drafts.touch)
        self.newer = Label(t.NIEUWER, "label", tone=Tone.WARN, wrap=True)
        self.newer.hide()
        self.button = PrimaryButton(t.BEWAREN, save_key)
        self.button.clicked.connect(self.save)
        self.status = Label("", "label", tone=Tone.NEUTRAL, wrap=True)
        foot = Row(gap=12)
        foot.addWidget(self.button)
        foot.addWidget(self.status, 1)
        self.put(Label(t.UITLEG, "label", tone=Tone.NEUTRAL, wrap=True), self.newer, self.fields, foot)

    def fits(self, dossier: KlantDossier) -> bool:
        return dossier.open_melding is not None

    def ask_about(self, dossier: KlantDossier) -> None:
        melding = dossier.open_melding
        if melding is None:
            return
        self.drafts.close()
        self._melding = melding
        self.fields.wipe()
        self.newer.hide()
        self._say("")
        self._was = form.texts_of(melding.feiten)
        today = self._actions.clock().date()
        household = household_of(dossier.intake_of(melding.id), dossier.klant, today)
        self._begun = form.proposed(melding, today, household)
        self.fields.show_texts(self._begun)
        self.fields.show_proposal(bool(household) and not self._was["normsoort"])
        self._show_early()
        super().ask_about(dossier)
        self.drafts.open(f"aanvraag:{melding.id}", self._restore)

    def begin(self) -> None:
        self.fields.focus("aanvraagdatum")

    def show_dossier(self, dossier: KlantDossier) -> None:
        """Fields in which nobody typed follow the dossier; what was typed stays, and that is said."""
        super().show_dossier(dossier)
        melding = next(
            (one for one in dossier.meldingen if self._melding and one.id == self._melding.id), None
        )
        if melding is None or not melding.is_open:
            self.close_overlay()
            return
        self._melding = melding
        newer, typed = form.texts_of(melding.feiten), self.fields.texts()
        moved = {name for name in form.FIELDS if newer[name] != self._was.get(name, "")}
        if moved and not self._busy:
            own = {name: text for name, text in typed.items() if text != self._begun.get(name, "")}
            self._begun = {**self._begun, **{name: newer[name] for name in moved}}
            self.fields.show_texts({**self._begun, **own})
            self.newer.setVisible(bool(moved & set(own)))
        self._was = newer
        self._show_early()
        self.place()

    def _show_early(self) -> None:
        state = self._melding.status if self._melding is not None else None
        runs = state in (MeldingStatus.ZOEKTERMIJN, MeldingStatus.GEMELD)
        early = bool(self._was.get("aanvraag_vervroegd"))
        self.fields.show_early(runs or early, unsure=state is MeldingStatus.GEMELD)

    def _gather(self) -> dict[str, str] | None:
        texts = self.fields.texts()
        touched = {name: text for name, text in texts.items() if text != self._begun.get(name, "")}
        return draft_of(touched, self._was) if touched else None

    def _restore(self, found: dict[str, str] | None) -> None:
        if found:
            known = {name: text for name, text in found.items() if name in form.FIELDS}
            self.fields.show_texts({**self.fields.texts(), **known})
            self.newer.setVisible(bool(join_draft(form.FIELDS, found, self._was).clashing))
            self.place()

    def flush(self) -> None:
        self.drafts.flush()

    @Slot()
    def save(self) -> None:
        melding = self._melding
        if melding is None or self._busy:
            return
        texts, now = self.fields.texts(), self._actions.clock()
        wrong = form.problems(texts, now)
        self.fields.show_errors(wrong)
        if wrong:
            self.place()
            return
        wanted = form.command(texts, self._was, now)
        if wanted is None:
            self._say(t.NIETS_NIEUWS)
            return
        self._busy = True
        self._say(t.BEZIG)
        self.drafts.hold()
        work = partial(self._actions.apply, melding.id, wanted)
        self._tasks.run(self, "cache", work, self._saved, self._refused)

    def _saved(self, saved: MeldingSaved) -> None:
        self._busy = False
        self.drafts.replaced()
        self.close_overlay()
        self._to_host.notify(Notice(t.BEWAARD.format(kenmerk=saved.melding.kenmerk), Tone.GOOD))

    def _refused(self, error: WerkdeskError) -> None:
        self._busy = False
        self.drafts.release()
        field = error.field or ""
        if field in self.fields.by_name and not isinstance(error, Defect):
            self._say("")
            self.fields.show_errors({field: error})
        else:
            self._say(explain(error), Tone.BAD)
        self.place()

    def _draft_kept(self) -> None:
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
