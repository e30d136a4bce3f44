"""The card of the melding: from nothing to a form, from a form to a melding with its kenmerk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Slot

from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import Bevestiging, Melding, Uitleg
from werkdesk.errors import Defect, WerkdeskError
from werkdesk.ui.dossier.dates import shown_moment
from werkdesk.ui.dossier.drafts import FOCUS, DraftKeeper
from werkdesk.ui.dossier.joining import WAS, draft_of, join_draft
from werkdesk.ui.kit.announce import announce
from werkdesk.ui.kit.focus_spot import moved_on
from werkdesk.ui.kit.look import look
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.melding import filling, form
from werkdesk.ui.screens.melding.actions import MeldingActions
from werkdesk.ui.screens.melding.form import Texts
from werkdesk.ui.screens.melding.surface import MeldingSurface
from werkdesk.ui.teksten import melding as t
from werkdesk.ui.texts import explain
from werkdesk.usecases.meldingen import MeldingSaved
from werkdesk.usecases.overzichten import KlantDossier

SINCE = "_sinds"
"""In a draft of a new melding: when the client began to tell it. That day is the meldingsdatum."""
FIELD_OF = {"moment": "gemeld_op"}


class MeldingPanel(MeldingSurface):
    """Shows the open melding of a klant, a draft, or that there is none.

    ``bezoek``: the visit it is made in. ``cap``: action -> key on its button. Typing is a draft at once; what
    a colleague changes meanwhile joins field by field (``filling.join``).
    """

    def __init__(
        self,
        actions: MeldingActions,
        tasks: Tasks,
        *,
        cap: Callable[[str], str],
        gemeenten: Sequence[str],
        bezoek: UUID | None = None,
    ) -> None:
        super().__init__(actions.clock, gemeenten, cap)
        self._actions, self._tasks, self._bezoek = actions, tasks, bezoek
        self._klant: Klant | None = None
        self._melding: Melding | None = None
        self._since: datetime | None = None
        self._dossier: KlantDossier | None = None
        self._was: Texts = form.EMPTY
        self._typed_over: dict[str, str] = {}  # field -> what stood there before a colleague was newer
        self._busy = self._goes_on = self._begin_waits = self._asked_again = False
        self.drafts = DraftKeeper(actions.drafts, tasks, self._gather, self)
        self.drafts.kept.connect(self._draft_kept)
        self.drafts.failed.connect(self._draft_lost)
        self.drafts.needless.connect(self._draft_needless)
        self.fields.changed.connect(self._on_changed)

    def show_dossier(self, dossier: KlantDossier) -> None:
        fresh = self._klant is None or self._klant.id != dossier.klant.id
        self._dossier, self._klant = dossier, dossier.klant
        if fresh:
            self._start(dossier.open_melding)
            return
        if self._melding is None:
            self._meet_melding(dossier)
        else:
            newer = next((m for m in dossier.meldingen if m.id == self._melding.id), self._melding)
            if not newer.is_open:
                self._start(dossier.open_melding)
                return
            self._melding = newer
            self._join(filling.texts_of(newer, dossier.klant))
        self._show_facts()

    def _meet_melding(self, dossier: KlantDossier) -> None:
        """Not in a melding here. One that a colleague made is shown, unless something is being typed."""
        if dossier.open_melding is not None and not self._touched():
            self._start(dossier.open_melding)
        elif self._open:
            newer = {**filling.texts_for_new(dossier.klant, self._actions.clock())}
            newer["gemeld_op"] = self._was.get("gemeld_op", "")
            self._join(newer)

    def _start(self, melding: Melding | None) -> None:
        """Show this melding, or none; then the draft of it, if there is one."""
        klant = self._klant
        if klant is None:
            return
        self.drafts.close()
        self._melding, self._asked_again = melding, False
        self.fields.wipe()
        self._typed_over = {}
        self.nothing.setText(t.GEEN)
        self._was = filling.texts_of(melding, klant) if melding else form.EMPTY
        self.fields.show_texts(self._was)
        self._show_form(melding is not None)
        self._show_facts()
        self.drafts.open(self._key(), self._restore)

    def start_new(self) -> None:
        """Ctrl+N. With a melding that runs it says so first; the second time it makes another one."""
        if self._klant is None:
            return
        if self._melding is not None and not self._asked_again:
            self._asked_again = True
            self._say(t.LOOPT_AL.format(kenmerk=self._melding.kenmerk), Tone.WARN)
            self._focus_first()
            return
        if self._open and self._melding is None:
            self._focus_first()
            return
        self.drafts.close()
        self._melding, self._asked_again = None, False
        self._fill_new()
        self.drafts.open(self._key(), self._restore)
        self._focus_first()

    @property
    def is_leaving(self) -> bool:
        return self._busy and self._goes_on

    @property
    def is_new(self) -> bool:
        return self._open and self._melding is None

    def put_aside(self) -> None:
        if not self.is_new:
            return
        typed = bool(self._touched())
        self.drafts.close()
        running = self._dossier.open_melding if self._dossier is not None else None
        if running is not None:
            self._start(running)
            self._focus_first()
            return
        self._show_form(False)
        self._show_facts()
        self._show_newer("")
        self._say("")
        self.nothing.setText(t.GEEN_CONCEPT if typed else t.GEEN)
        self.begin_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill_new(self, since: datetime | None = None) -> None:
        if self._klant is None:
            return
        self.fields.wipe()
        self._typed_over = {}
        self._since = since or self._actions.clock()
        self._was = filling.texts_for_new(self._klant, self._since)
        self.fields.show_texts(self._was)
        self._show_form(True)
        self._show_facts()

    def _show_facts(self) -> None:
        """What hangs on the person or the melding and is not typed here."""
        klant, melding = self._klant, self._melding
        if klant is None:
            return
        self.card.remark.setText(str(melding.kenmerk) if melding else t.NIEUW if self._open else "")
        unknown = filling.lacks_address(klant)
        if unknown and melding is None:
            self.fields.put("adres", "")  # a draft from before: nothing is left to confirm
        hint = t.ADRES_ONBEKEND.format(toets=self._cap("wijzigen")) if unknown else ""
        self.fields.show_address(filling.address_to_confirm(klant), hint)
        day = melding.meldingsdatum if melding else self._actions.clock().date()
        self.fields.show_young(filling.is_young(klant, day))
        self.fields.freeze_moment(melding is not None)
        self._show_gaps()

    def _show_gaps(self) -> None:
        if self._klant is not None and self._open:
            found = filling.live_gaps(self.fields.texts(), self._klant, self._actions.clock())
            self.gaps.setText(t.nog_onbekend(found))

    @Slot(str)
    def _on_changed(self, name: str) -> None:
        self._asked_again = False
        if name == "kanaal" and self._melding is None and not form.may_be_earlier(self.fields.texts()):
            self.fields.put("gemeld_op", self._was.get("gemeld_op", ""))
        self._show_gaps()
        self.drafts.touch()

    def _touched(self) -> dict[str, str]:
        if not self._open:
            return {}
        texts = self.fields.texts()
        return {name: text for name, text in texts.items() if text != self._was.get(name, "")}

    def _gather(self) -> dict[str, str] | None:
        touched = self._touched()
        if not touched:
            return None
        found = {**draft_of(touched, self._typed_over, self._was), FOCUS: self.fields.focused()}
        if self._melding is None and self._since is not None:
            found[SINCE] = self._since.isoformat()
        return found

    def _restore(self, found: dict[str, str] | None) -> None:
        """A draft comes back field by field, on top of what the dossier says now."""
        if found and self._klant is not None:
            since = _moment(found.get(SINCE, ""), self._actions.clock())
            if self._melding is None:
                self._fill_new(since)
            joined = join_draft(form.FIELDS, found, self._was)
            self._typed_over = {name: found[WAS + name] for name in joined.clashing}
            self.fields.show_texts(joined.texts)
            self.fields.show_more(False)
            self._show_clashes(joined.clashing)
            self._show_facts()
            self.fields.show_wrong(joined.clashing)
            self._say(self._came_back(since))
            wish = found.get(FOCUS, "")
            waits = self._begin_waits and not moved_on(self)
            if wish in self.fields.by_name and (waits or self._has_focus()):
                self.fields.focus(wish)
        self._begin_waits = False

    def _came_back(self, since: datetime | None) -> str:
        """That the draft is back; of another day also which day counts."""
        if self._melding is not None or since is None or since.date() == self._actions.clock().date():
            return t.CONCEPT_TERUG
        return t.CONCEPT_VAN.format(moment=shown_moment(since))

    def _join(self, newer: Texts) -> None:
        if not self._open:
            return
        joined = filling.join(self._was, self.fields.texts(), newer)
        for name in joined.clashing:
            self._typed_over.setdefault(name, self._was.get(name, ""))
        self._was = {**newer}
        self.fields.show_texts(joined.texts)
        self._show_clashes(joined.clashing)
        self._forget_agreed(newer)
        if joined.renewed and not joined.clashing:
            self._show_newer(t.BIJGEWERKT.format(velden=t.velden(joined.renewed)))

    @Slot()
    def save(self) -> None:
        self._save(goes_on=False)

    @Slot()
    def save_and_next(self) -> None:
        self._save(goes_on=True)

    def _save(self, *, goes_on: bool) -> None:
        klant, now = self._klant, self._actions.clock()
        if klant is None or not self._open or self._busy:
            return
        texts = self.fields.texts()
        wrong = form.problems(texts, now)
        if wrong:
            self.fields.show_errors(wrong)
            return
        work = self._work(texts, klant, now)
        if work is None:
            self._say(t.NIETS_NIEUWS)
            if goes_on:
                self.finished.emit()
            return
        self._busy, self._goes_on = True, goes_on
        if goes_on:
            self.leaving.emit()
        self._say(t.BEZIG)
        self.drafts.hold()
        self._tasks.run(self, "cache", work, partial(self._saved, texts, goes_on), self._refused)

    def _work(self, texts: Texts, klant: Klant, now: datetime) -> Callable[[], Any] | None:
        if self._melding is None:
            command = form.new_melding(texts, klant, self._bezoek, now, self.drafts.key, self._since)
            return partial(self._actions.record, command)
        change = form.melding_change(texts, self._was, self._melding, klant, now, self.drafts.key)
        return partial(self._actions.change, change) if change.velden or change.klant_velden else None

    def _saved(self, sent: Texts, goes_on: bool, saved: MeldingSaved) -> None:
        self._busy = False
        was_new = self._melding is None
        melding, now = saved.melding, self._actions.clock()
        self._melding = melding
        if self._klant is not None:
            after, _ = form.klant_feiten(sent, self._klant, now)
            shown = filling.texts_of(melding, replace(self._klant, feiten=after))
            joined = filling.join(sent, self.fields.texts(), shown)
            self._was, self._typed_over = shown, {}
            self.fields.show_texts(joined.texts)
            self._forget_agreed(shown)
        self._show_newer("")
        self.drafts.saved_for_good()
        if was_new:
            self.drafts.key = self._key()
        self.drafts.touch()
        self._show_facts()
        self._say(t.BEWAARD.format(klok=f"{now:%H:%M:%S}"))
        announce(self, t.OPGESLAGEN.format(kenmerk=melding.kenmerk))
        self.is_new_changed.emit()
        self.saved.emit(melding)
        if goes_on:
            self.finished.emit()

    def _refused(self, error: WerkdeskError) -> None:
        self._busy = False
        self.stayed.emit()
        self.drafts.release()
        field = FIELD_OF.get(error.field or "", error.field or "")
        if field in self.fields.by_name and not isinstance(error, Defect):
            self.fields.show_errors({field: error})
            self._say("")
            return
        self._say(explain(error), Tone.BAD)

    def without_visit(self) -> None:
        self._bezoek = None

    def begin(self) -> None:
        if not self._open:
            self._begin_waits = True
            self.begin_button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._focus_first()

    def settle(self) -> bool:
        """Changes of a kept melding are saved; a melding that is not kept yet stays a draft and says so."""
        if not self._touched():
            return False
        if self._melding is None or form.problems(self.fields.texts(), self._actions.clock()):
            return True
        self.save()
        return False

    def receipt_given(self) -> None:
        if self._melding is not None and not self.fields.text_of("bevestiging"):
            self.fields.put("bevestiging", Bevestiging.AFDRUK)
            self._on_changed("bevestiging")

    def begin_told(self) -> bool:
        told = self.fields.text_of("uitleg").split(",")
        if self._melding is None or len(told) == len(Uitleg):
            return False
        self.fields.focus("uitleg")
        self.pane.ensureWidgetVisible(self.fields.told, 0, look().px(16))
        return True

    def flush(self) -> None:
        self.drafts.flush()

    def _focus_first(self) -> None:
        self._begin_waits = True
        name = "adres" if self.fields.asks_address() else "telefoon"
        self.fields.focus(name)

    def _key(self) -> str:
        if self._melding is not None:
            return f"melding:{self._melding.id}"
        return f"melding:nieuw:{self._klant.id}" if self._klant is not None else ""

    @Slot()
    def _draft_kept(self) -> None:
        self._say(t.CONCEPT.format(klok=f"{self._actions.clock():%H:%M:%S}"))

    @Slot()
    def _draft_needless(self) -> None:
        self._say("")

    @Slot(object)
    def _draft_lost(self, error: WerkdeskError) -> None:
        self._say(t.CONCEPT_MIS.format(zin=explain(error)), Tone.BAD)


def _moment(text: str, now: datetime) -> datetime | None:
    """The moment a draft was begun, in the zone of ``now``; ``None`` when the draft does not tell."""
    try:
        return datetime.fromisoformat(text).astimezone(now.tzinfo)
    except ValueError:
        return None
