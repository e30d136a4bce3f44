"""The identity check over the page: a letter, four characters, a month, Space."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from werkdesk.domain.klant import Document, Klant
from werkdesk.domain.waarden.datum import korte_datum
from werkdesk.errors import Refused, WerkdeskError
from werkdesk.ui.dossier.date_fields import last_day_field
from werkdesk.ui.dossier.visit_panel import VisitPanel
from werkdesk.ui.frame.host import Host
from werkdesk.ui.kit.buttons import OutlineButton
from werkdesk.ui.kit.card import Clear
from werkdesk.ui.kit.choice_row import Option
from werkdesk.ui.kit.choices import ChoiceList, TickList
from werkdesk.ui.kit.field import Field
from werkdesk.ui.kit.half_gone import half_gone
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, Row
from werkdesk.ui.kit.notice import Notice
from werkdesk.ui.kit.pick_field import PickField
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.text_field import TextField
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.identiteit import form
from werkdesk.ui.screens.identiteit.actions import IdentiteitActions
from werkdesk.ui.screens.identiteit.form import DocumentForm
from werkdesk.ui.teksten import identiteit as t
from werkdesk.ui.teksten import persoon
from werkdesk.ui.texts import explain
from werkdesk.usecases.changes import Changes
from werkdesk.usecases.klanten import SeenDocument
from werkdesk.usecases.overzichten import KlantDossier


class IdentityPanel(VisitPanel):
    """``ask_about(dossier)`` opens it. A kind asks for its facts, "geen" for a reason; then it closes."""

    def __init__(
        self,
        host_widget: QWidget,
        actions: IdentiteitActions,
        tasks: Tasks,
        host: Host,
    ) -> None:
        super().__init__(host_widget, t.TITEL)
        self._actions, self._tasks, self._to_host = actions, tasks, host
        self._klant: Klant | None = None
        self._busy = False
        self.setProperty("helpKey", "identiteit")
        self.known = Label("", "label", tone=Tone.NEUTRAL, wrap=True)
        options = [Option(kind.value, words, key) for kind, (key, words) in t.SOORTEN.items()]
        self.kinds = ChoiceList(t.WELK, [*options, Option(t.GEEN, t.GEEN_DOCUMENT, "G")])
        self.kinds.chosen.connect(self._chosen)
        self._make_facts()
        self._make_reasons()
        self.status = Label("", "label", tone=Tone.BAD, wrap=True)
        self.status.hide()
        self.put(self.known, self.kinds, self.facts, self.why, self.status)
        self.put(Label(t.TERUG_UITLEG, "label", tone=Tone.NEUTRAL, wrap=True))

    def _make_facts(self) -> None:
        self.last_four = TextField(
            t.LAATSTE_VIER, check=self._judge_four, hint=t.LAATSTE_VIER_UITLEG, help_key="identiteit"
        )
        self.last_four.typed.connect(self._four_typed)
        self.valid_until = last_day_field(
            t.GELDIG_TOT, self._actions.clock, "geldig_tot", hint=t.GELDIG_UITLEG, help_key="identiteit"
        )
        self.valid_until.line.returnPressed.connect(self._to_seen)
        self.valid_until.line.installEventFilter(self)
        self.country = PickField(t.LAND, list(t.LANDEN.items()), help_key="identiteit", foot=False)
        self.seen = TickList(t.GEZIEN_TITEL, [Option("ja", t.GEZIEN, key=" ")])
        self.seen.changed.connect(self._seen)
        self.facts = Clear()
        pair = Row(gap=16)
        pair.addWidget(self.last_four, 1, Qt.AlignmentFlag.AlignTop)
        pair.addWidget(self.valid_until, 1, Qt.AlignmentFlag.AlignTop)
        Column(self.facts, gap=8).put(pair, self.country, self.seen)

    def _make_reasons(self) -> None:
        self.reasons = ChoiceList(t.WAAROM, [*t.REDENEN.items(), (t.ANDERS, t.ANDERS_WOORD)])
        self.reasons.chosen.connect(self._reason_chosen)
        self.reason = TextField(t.REDEN, limit=form.LONGEST_REASON, over=t.REDEN_LANG, help_key="identiteit")
        # Queued: Qt tells "left the field" right after Enter, which would take a sentence away again.
        self.reason.line.returnPressed.connect(self._reason_typed, Qt.ConnectionType.QueuedConnection)
        self.reason_button = OutlineButton(t.VASTLEGGEN, "Return")
        self.reason_button.clicked.connect(self._reason_typed)
        self.other = Clear()
        Column(self.other, gap=8).put(self.reason, Row(gap=8).put(1, self.reason_button))
        self.why = Clear()
        Column(self.why, gap=8).put(self.reasons, self.other)

    def ask_about(self, dossier: KlantDossier) -> None:
        """Open it for this klant."""
        self._klant = dossier.klant
        last = dossier.klant.controles[-1] if dossier.klant.controles else None
        self.known.setText(t.NU.format(controle=persoon.controle_in_woorden(last)) if last else "")
        self.known.setVisible(last is not None)
        super().ask_about(dossier)

    def begin(self) -> None:
        for one in (self.kinds, self.last_four, self.valid_until, self.country, self.reasons, self.reason):
            one.wipe()
        self.seen.set_values(())
        self.seen.show_error("")
        self.status.hide()
        self._show_part("")
        self.kinds.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_part(self, kind: str) -> None:
        self.facts.setVisible(bool(kind) and kind != t.GEEN)
        self.why.setVisible(kind == t.GEEN)
        self.country.setVisible(kind == Document.EU_PASPOORT)
        self.other.setVisible(False)
        self.place()

    @Slot(str)
    def _chosen(self, kind: str) -> None:
        self._show_part(kind)
        if kind == t.GEEN:
            self.reasons.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        try:
            form.read_document(kind, self._actions.clock().date())
        except WerkdeskError as error:
            self.kinds.show_error(explain(error))
            self._show_part("")
            return
        first: Field = self.country if kind == Document.EU_PASPOORT else self.last_four
        first.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _four_typed(self, text: str) -> None:
        if len("".join(text.split())) == form.KEPT and not self._judge_four(text):
            self.last_four.set_value(form.read_last_four(text))
            self.valid_until.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _judge_four(self, text: str) -> str:
        if not text:
            return ""
        try:
            form.read_last_four(text)
        except WerkdeskError as error:
            return explain(error)
        return ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space behind a whole day is the tick: no date goes on with one."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Space
            and not half_gone(self)
            and watched is self.valid_until.line
            and self.valid_until.line.cursorPosition() == len(self.valid_until.value())
            and form.is_whole(self.valid_until.value())
        ):
            self.valid_until.set_value(self.valid_until.value())  # as leaving it would complete it
            self.save()
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def _to_seen(self) -> None:
        self.seen.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Ctrl+Enter: note what stands here; what is missing says so at its own field."""
        kind = self.kinds.value()
        if kind == t.GEEN:
            other = self.reasons.value() in ("", t.ANDERS)
            self._keep_reason(self.reason.value() if other else self.reasons.value())
        elif kind:
            self.seen.set_values(("ja",))
            self._seen(("ja",))
        else:
            self._refused(Refused("document.soort", field="document"))

    @Slot(tuple)
    def _seen(self, values: tuple[str, ...]) -> None:
        if not values or self._klant is None:
            return
        typed = DocumentForm(
            document=self.kinds.value(),
            laatste_vier=self.last_four.value(),
            geldig_tot=self.valid_until.value(),
            land=self.country.value(),
        )
        try:
            command = typed.command(self._actions.clock().date())
        except WerkdeskError as error:
            self._refused(error)
            return
        words = t.VASTGELEGD.format(
            document=persoon.DOCUMENTEN[command.document],
            vier=command.laatste_vier,
            datum=korte_datum(command.geldig_tot),
        )
        self._keep(partial(self._note, self._klant, command), words)

    def _note(self, klant: Klant, command: SeenDocument) -> Changes:
        return self._actions.seen(klant.id, command)

    @Slot(str)
    def _reason_chosen(self, value: str) -> None:
        self.other.setVisible(value == t.ANDERS)
        self.place()
        if value == t.ANDERS:
            self.reason.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._keep_reason(value)

    @Slot()
    def _reason_typed(self) -> None:
        self._keep_reason(self.reason.value())

    def _keep_reason(self, text: str) -> None:
        if self._klant is None:
            return
        try:
            reden = form.read_reason(text)
        except WerkdeskError as error:
            self._refused(error)
            return
        work = partial(self._actions.not_seen, self._klant.id, reden)
        self._keep(work, t.NIET_VASTGESTELD.format(reden=reden))

    def _keep(self, work: Callable[[], Any], words: str) -> None:
        if self._busy:
            return
        self._busy = True
        self._tasks.run(self, "cache", work, partial(self._kept, words), self._refused)

    def _kept(self, words: str, _: Changes) -> None:
        self._busy = False
        self.close_overlay()
        self._to_host.notify(Notice(words, Tone.GOOD))

    def _refused(self, error: WerkdeskError) -> None:
        """The sentence at the field, and the tick off again: nothing was noted."""
        self._busy = False
        self.seen.set_values(())
        fields: dict[str, Field] = {
            "laatste_vier": self.last_four,
            "geldig_tot": self.valid_until,
            "land": self.country,
            "reden": self.reason,
        }
        field = fields.get(error.field or "")
        if field is not None:
            field.show_error(explain(error))
            field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        elif error.field == "document":
            self.kinds.show_error(explain(error))
            self.kinds.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.status.setText(explain(error))
            self.status.show()
        self.place()
