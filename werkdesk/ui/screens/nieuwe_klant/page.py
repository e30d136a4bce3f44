"""The page of a person: the form at the left, who looks like it at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from hashlib import sha256
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy

from werkdesk.domain.klant import Klant
from werkdesk.domain.persoon import KlantFeiten
from werkdesk.errors import WerkdeskError
from werkdesk.ui.dossier.beside import Beside
from werkdesk.ui.dossier.drafts import FOCUS, DraftKeeper
from werkdesk.ui.dossier.flowing import FlowingScroll
from werkdesk.ui.dossier.joining import WAS, Joined, draft_of, join, join_draft
from werkdesk.ui.dossier.parts import PersonPart
from werkdesk.ui.frame.host import Host
from werkdesk.ui.frame.opening import TypedFacts
from werkdesk.ui.kit.buttons import OutlineButton, PrimaryButton
from werkdesk.ui.kit.card import Card, Clear
from werkdesk.ui.kit.choices import ChoiceList
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, Row
from werkdesk.ui.kit.notice import Notice
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.nieuwe_klant import form
from werkdesk.ui.screens.nieuwe_klant.actions import KlantActions
from werkdesk.ui.screens.nieuwe_klant.alike import AlikeList
from werkdesk.ui.screens.nieuwe_klant.fields import PersonFields
from werkdesk.ui.screens.nieuwe_klant.unfinished import UnfinishedCard
from werkdesk.ui.teksten import klant as t
from werkdesk.ui.teksten import persoon
from werkdesk.ui.texts import explain
from werkdesk.usecases.changes import Changes
from werkdesk.usecases.klanten import KlantSaved
from werkdesk.usecases.onbewaard import NEW_PERSON, SEARCHED, Onbewaard, same_person
from werkdesk.usecases.overzichten import KlantDossier, KlantHit

ASK_AFTER_MS = 150
SHORTCUTS = 8
NO_VISIT = "los"


class PersonPage(PersonPart):
    """``start_new`` with what the search said, or ``start_change`` for a known person (F2).

    Look-alikes are asked while typing; Alt with a digit takes one of them instead. Saving in spite of them
    asks why, in one key (F79).
    """

    def __init__(
        self,
        actions: KlantActions,
        tasks: Tasks,
        host: Host,
        *,
        cap: Callable[[str], str],
        gemeenten: Sequence[str],
    ) -> None:
        super().__init__()
        self._actions, self._tasks, self._host = actions, tasks, host
        self._klant: Klant | None = None
        self._bezoek: UUID | None = None
        self._was: form.Texts = form.EMPTY
        self._typed_over: dict[str, str] = {}  # field -> what stood there before a colleague was newer
        self._searched = ""
        self._busy = self._save_waits = False
        self._round = 0
        self._asked: tuple[str, str | None] | None = None
        self._answered: tuple[str, str | None] | None = None
        self.drafts = DraftKeeper(actions.drafts, tasks, self._gather, self)
        self.drafts.kept.connect(self._draft_kept)
        self.drafts.failed.connect(self._draft_lost)
        self.drafts.needless.connect(self._draft_needless)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(ASK_AFTER_MS)
        self._timer.timeout.connect(self._ask_alike)
        self.setProperty("helpKey", "klant")
        self._cap, self._gemeenten, self._built = cap, gemeenten, False

    def _build(self) -> None:
        """Made when it is first asked for: most visits never show this page."""
        if self._built:
            return
        self._built = True
        self.fields = PersonFields(self._actions.clock, self._gemeenten)
        self.fields.changed.connect(self._on_changed)
        self.alike = AlikeList()
        self.alike.taken.connect(self._take)
        self.unfinished = UnfinishedCard()
        self.unfinished.taken.connect(self._go_on_with)
        self._lay_out()
        for number in range(1, SHORTCUTS + 1):
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.alike.take, number - 1))
        again = QShortcut(QKeySequence("Alt+0"), self)
        again.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        again.activated.connect(self.unfinished.take)

    def _lay_out(self) -> None:
        self.card = Card(t.NIEUW)
        self.intro = Label(t.ALLEEN_ACHTERNAAM, tone=Tone.NEUTRAL, wrap=True)
        self.pane = FlowingScroll(gap=12, margins=(0, 0, 8, 8))
        self.pane.put(self.fields)
        self.save_button = PrimaryButton(t.BEWAREN, self._cap("bewaren.verder"))
        self.save_button.clicked.connect(self.save)
        self.back_button = OutlineButton(t.TERUG, "Esc")
        self.back_button.clicked.connect(self.left)
        self.status = Label("", "label", tone=Tone.NEUTRAL, wrap=True)
        foot = Row(gap=12).put(self.save_button, self.back_button)
        foot.addWidget(self.status, 1)
        self.card.put(self.intro)
        self.card.body.addWidget(self.pane, 1)
        self.card.body.addLayout(foot)
        self.sure = ChoiceList(t.TOCH, list(t.TOCH_REDENEN.items()), role="strong")
        self.sure.chosen.connect(self._sure)
        self.sure_card = Card().put(self.sure, Label(t.TOCH_UITLEG, "label", tone=Tone.NEUTRAL, wrap=True))
        self.sure_card.hide()
        self.side = Clear()
        self.side.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        Column(self.side, gap=16).put(self.unfinished, self.alike, self.sure_card, 1)
        Column(self).put(Beside(self.card, self.side, shares=(13, 7), flow=self.pane.set_flowing))

    def start_new(self, facts: TypedFacts, bezoek: UUID | None) -> None:
        self._build()
        self.drafts.close()
        self._klant, self._bezoek, self._searched = None, bezoek, facts.tekst
        self.card.title.setText(t.NIEUW)
        self.card.remark.setText(t.GEZOCHT.format(tekst=facts.tekst) if facts.tekst else "")
        # A draft belongs to what was searched: another search is another person.
        searched = sha256(facts.tekst.encode()).hexdigest()[:16]
        key = facts.concept or f"{NEW_PERSON}{bezoek or NO_VISIT}:{searched}"
        self._start(form.texts_from(facts), key)
        self._ask_alike()
        self._tasks.run(
            self, "cache", self._actions.unfinished, partial(self._propose, self._round), lambda _: None
        )

    def _propose(self, started: int, found: tuple[Onbewaard, ...]) -> None:
        """The same person was begun before, perhaps after another search: that is told, not done."""
        if started != self._round or self._klant is not None:
            return
        typed = self.fields.text_of("geslachtsnaam")
        fits = (one for one in found if one.sleutel != self.drafts.key and same_person(typed, one))
        self.unfinished.show_one(next(fits, None), self._actions.clock())

    @Slot(object)
    def _go_on_with(self, one: Onbewaard) -> None:
        self.start_new(TypedFacts(tekst=one.gezocht, concept=one.sleutel), self._bezoek)

    def holds(self, concept: str) -> bool:
        return self.drafts.key == concept

    def without_visit(self) -> None:
        if self._bezoek is not None:
            self.drafts.rename(self.drafts.key.replace(str(self._bezoek), NO_VISIT))
            self._bezoek = None

    def start_change(self, dossier: KlantDossier) -> None:
        self._build()
        self.drafts.close()
        self._klant, self._bezoek = dossier.klant, None
        self.card.title.setText(t.WIJZIGEN)
        self.card.remark.setText(persoon.kaartnaam(dossier.klant.feiten))
        self._start(form.texts_of(dossier.klant.feiten), f"klant:{dossier.klant.id}")

    def show_dossier(self, dossier: KlantDossier) -> None:
        """Newer facts of the person on screen join field by field; what is being typed stays."""
        if not self.isVisible() or self._klant is None or self._klant.id != dossier.klant.id or self._busy:
            return
        self._klant = dossier.klant
        newer = form.texts_of(dossier.klant.feiten)
        joined = join(form.FIELDS, self._was, self.fields.texts(), newer)
        for name in joined.clashing:
            self._typed_over.setdefault(name, self._was.get(name, ""))
        self._was = newer
        self._show_joined(joined)

    def _show_joined(self, joined: Joined) -> None:
        self.fields.show_texts(joined.texts)
        for name, theirs in joined.clashing.items():
            self.fields.show_theirs(name, theirs)
        names = tuple(joined.clashing) or joined.renewed
        if names:
            words = t.NIEUWERE if joined.clashing else t.BIJGEWERKT
            self._say(words.format(velden=self.fields.labels(names)), Tone.WARN)

    def _start(self, texts: form.Texts, key: str) -> None:
        self._round += 1
        self.intro.setVisible(self._klant is None)
        self.side.setVisible(self._klant is None)
        self.sure_card.hide()
        self.unfinished.hide()
        self.alike.show_hits(())
        self._asked = self._answered = None
        self._save_waits = False
        self.fields.wipe()
        self._was, self._typed_over = texts, {}
        self.fields.show_texts(texts)
        self._say("")
        self.drafts.open(key, self._restore)

    @Slot(str)
    def _on_changed(self, name: str) -> None:
        self.sure_card.hide()
        self.drafts.touch()
        if self._klant is None and name in ("geslachtsnaam", "voorvoegsel", "geboortedatum"):
            self._timer.start()

    @Slot()
    def _ask_alike(self) -> None:
        asked = form.question(self.fields.texts(), self._actions.clock())
        if asked == self._asked:
            return
        self._asked = asked
        if asked is None:
            self._answered = None
            self.alike.show_hits(())
            self._save_now()
            return
        self._tasks.run(
            self,
            "cache",
            partial(self._actions.lijkt_op, *asked),
            partial(self._alike_found, asked),
            self._alike_failed,
        )

    def _alike_found(self, asked: tuple[str, str | None], hits: tuple[KlantHit, ...]) -> None:
        if asked == self._asked:
            self._answered = asked
            self.alike.show_hits(hits)
            self._save_now()

    def _alike_failed(self, error: WerkdeskError) -> None:
        """Looking for look-alikes is a help; it never keeps anybody from saving."""
        self._say(explain(error), Tone.BAD)
        self._answered = self._asked
        self._save_now()

    def _save_now(self) -> None:
        waits, self._save_waits = self._save_waits, False
        if waits:
            self.save()

    @Slot(object)
    def _take(self, hit: KlantHit) -> None:
        if self._klant is None and self.isVisible():
            self.drafts.flush()
            self.chosen.emit(hit.id)

    @Slot()
    def save(self) -> None:
        """Keep the person; with look-alikes in sight it asks first whether it is somebody else."""
        question = form.question(self.fields.texts(), self._actions.clock())
        if self._klant is None and question != self._answered:
            self._timer.stop()
            self._save_waits = True
            self._ask_alike()
            return
        if self._klant is None and self.alike.hits:
            wrong = form.problems(self.fields.texts(), self._actions.clock())
            if not wrong:
                self.sure.wipe()
                self.sure_card.show()
                self.sure.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self._keep(None)

    @Slot(str)
    def _sure(self, reason: str) -> None:
        self._keep(reason)

    def _keep(self, toch_nieuw: str | None) -> None:
        now = self._actions.clock()
        texts = self.fields.texts()
        wrong = form.problems(texts, now)
        if wrong or self._busy:
            self.fields.show_errors(wrong)
            return
        if self._klant is None:
            facts = form.feiten(texts, KlantFeiten(), now)
            self._busy = True
            work = partial(self._actions.record, facts, toch_nieuw, self._bezoek, self.drafts.key)
            self._send(work, partial(self._made, facts))
            return
        self._change(self._klant, form.feiten(texts, self._klant.feiten, now))

    def _change(self, klant: Klant, facts: KlantFeiten) -> None:
        velden = form.changed(klant.feiten, facts)
        if not velden:
            self.fields.show_texts(self._was)  # written another way at most: nothing to keep as a draft
            self.drafts.close()
            self._say(t.NIETS_NIEUWS)
            self.left.emit()
            return
        work = partial(self._actions.change, klant.id, facts, velden, self.drafts.key)
        self._send(work, partial(self._changed, facts))

    def _send(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self._busy = True
        self.drafts.hold()
        self._tasks.run(self, "cache", work, partial(self._sent, self._round, done), self._refused)
        self._say(t.BEZIG)

    def _sent(self, started: int, done: Callable[[Any], None], saved: Any) -> None:
        self._busy = False
        if started == self._round:  # else the form is about somebody else by now
            self._settle()
        done(saved)

    def _made(self, facts: KlantFeiten, saved: KlantSaved) -> None:
        self._host.notify(Notice(t.GEMAAKT.format(naam=persoon.kaartnaam(facts)), Tone.GOOD))
        self.made.emit(saved.klant)

    def _changed(self, facts: KlantFeiten, _: Changes) -> None:
        self._host.notify(Notice(t.GEWIJZIGD.format(naam=persoon.kaartnaam(facts)), Tone.GOOD))
        self.changed.emit()

    def _settle(self) -> None:
        """Saved, and the draft went with it. The fields may still put their text in order when they lose
        the focus; that is no new draft."""
        self.sure_card.hide()
        self.drafts.replaced()
        self._say("")

    def _refused(self, error: WerkdeskError) -> None:
        self._busy = False
        self.drafts.release()
        if error.field in self.fields.by_name:
            self.fields.show_errors({error.field or "": error})
            self._say("")
        else:
            self._say(explain(error), Tone.BAD)

    def _gather(self) -> dict[str, str] | None:
        texts = self.fields.texts()
        touched = {name: text for name, text in texts.items() if text != self._was.get(name, "")}
        if not touched:
            return None
        found = {**draft_of(touched, self._typed_over, self._was), FOCUS: self.fields.focused()}
        if (
            self._klant is None
        ):  # whole, with what the search gave: it must be found again without that search
            found |= {SEARCHED: self._searched, **{name: text for name, text in texts.items() if text}}
        return found

    def _restore(self, found: dict[str, str] | None) -> None:
        if found:
            self._say(t.CONCEPT_TERUG)
            joined = join_draft(form.FIELDS, found, self._was)
            self._typed_over = {name: found[WAS + name] for name in joined.clashing}
            self._show_joined(joined)
            self._asked = None
            if self._klant is None:
                self._ask_alike()
            if self.isVisible() and found.get(FOCUS, "") in self.fields.by_name:
                self.fields.focus(found[FOCUS])

    def begin(self) -> None:
        if self._built:
            self.fields.focus(self.fields.first_empty())

    def flush(self) -> None:
        self.drafts.flush()

    @Slot()
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
