"""Closing a melding by a digit and what it asks; a melding that is closed can be opened again here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from werkdesk.domain.melding import Afloop, Melding
from werkdesk.errors import WerkdeskError
from werkdesk.ui.dossier.visit_panel import VisitPanel
from werkdesk.ui.frame.host import Host
from werkdesk.ui.kit.buttons import PrimaryButton
from werkdesk.ui.kit.card import Clear
from werkdesk.ui.kit.choice_row import Option
from werkdesk.ui.kit.choices import ChoiceList, TickList
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, Row
from werkdesk.ui.kit.notice import UNDO_SECONDS, Notice
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.text_field import TextField
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.sluiten.actions import SluitActions
from werkdesk.ui.teksten import sluiten as t
from werkdesk.ui.teksten.tijd import datum
from werkdesk.ui.texts import explain
from werkdesk.usecases.meldingen import MeldingSaved
from werkdesk.usecases.overzichten import KlantDossier
from werkdesk.usecases.sluiten import LONGEST_REASON, Einde, possible_ends

HELP = "sluiten"
WANTED_BY_KLANT = frozenset({Afloop.INGETROKKEN, Afloop.OPLEIDING, Afloop.WERK})
WITH_REASON = frozenset({Afloop.VERWEZEN, Afloop.VERGISSING, Afloop.AFGEWEZEN})


class ClosePanel(VisitPanel):
    """The open melding ends here; without one, the newest that is closed may be opened again."""

    def __init__(
        self, host_widget: QWidget, actions: SluitActions, tasks: Tasks, host: Host, *, save_key: str
    ) -> None:
        super().__init__(host_widget, t.TITEL)
        self._actions, self._tasks, self._to_host = actions, tasks, host
        self._melding: Melding | None = None
        self._names: dict[str, str] = {}
        self._busy = False
        self.setProperty("helpKey", HELP)
        self.told = Label("", wrap=True)
        self.ends = ChoiceList(t.VRAAG, [], role="strong", help_key=HELP)
        self.ends.chosen.connect(self._chosen)
        self.others = Label(t.ANDEREN, "label", tone=Tone.NEUTRAL, wrap=True)
        options = [Option("vrij", t.VRIJ), Option("schriftelijk", t.SCHRIFTELIJK)]
        self.says = TickList(t.GEZEGD_TITEL, options, help_key=HELP)
        self.says.changed.connect(lambda _: self.says.show_error(""))
        self.reason = TextField(
            t.REDEN, limit=LONGEST_REASON, over=t.REDEN_LANG, hint=t.GEEN_MEDISCH, help_key=HELP
        )
        self.reason.line.returnPressed.connect(self.save, Qt.ConnectionType.QueuedConnection)
        self.effect = Label(t.GEVOLG, "label", tone=Tone.NEUTRAL, wrap=True)
        self.button = PrimaryButton(t.SLUITEN, save_key)
        self.button.clicked.connect(self.save)
        self.trouble = Label("", "label", tone=Tone.BAD, wrap=True)
        self.asked = Clear()
        Column(self.asked, gap=8).put(
            self.says, self.reason, self.effect, self.trouble, Row(gap=8).put(self.button, 1)
        )
        self.put(self.told, self.ends, self.others, self.asked)

    def fits(self, dossier: KlantDossier) -> bool:
        return bool(dossier.meldingen)

    def ask_about(self, dossier: KlantDossier) -> None:
        self._show(dossier)
        super().ask_about(dossier)
        self._tasks.run(self, "cache", self._actions.namen, self._know_names, lambda _: None)

    def show_dossier(self, dossier: KlantDossier) -> None:
        """When a colleague closed or opened it meanwhile, the question is another one."""
        super().show_dossier(dossier)
        now = dossier.open_melding or next(iter(dossier.meldingen), None)
        before = self._melding
        if now is None or before is None or (now.id, now.is_open) != (before.id, before.is_open):
            self._show(dossier)
            self.begin()

    def _show(self, dossier: KlantDossier) -> None:
        self._melding = dossier.open_melding or next(iter(dossier.meldingen), None)
        melding = self._melding
        closed = melding is not None and not melding.is_open
        ends = possible_ends(melding, self._actions.rollen) if melding is not None else ()
        self.ends.set_options([(one.value, t.AFLOPEN[one]) for one in ends])
        self.ends.setVisible(bool(ends))
        self.others.setText(t.ANDEREN if ends else t.GEEN)
        self.others.setVisible(not closed and (not ends or Afloop.WERK not in ends))
        self._title(t.TITEL_OPEN if closed else t.TITEL)
        self.button.setText(t.HEROPENEN if closed else t.SLUITEN)
        self.reason.label.setText(t.REDEN_OPEN if closed else t.REDEN)
        self.reason.editor.setAccessibleName(self.reason.label.text())
        self.effect.setText(t.OPEN_UITLEG if closed else t.GEVOLG)
        self._tell()

    def _title(self, words: str) -> None:
        self.title.setText(words)
        self.setAccessibleName(words)

    def _tell(self) -> None:
        end = self._melding.sluiting if self._melding is not None else None
        self.told.setVisible(end is not None)
        if end is None or self._melding is None:
            return
        who = self._names.get(end.medewerker, end.medewerker)
        line = t.GESLOTEN_REGEL.format(
            kenmerk=self._melding.kenmerk, datum=datum(end.moment.date()), wie=who, afloop=t.KORT[end.afloop]
        )
        self.told.setText(f"{line}\n{t.GESLOTEN_REDEN.format(reden=end.reden)}" if end.reden else line)

    def _know_names(self, names: tuple[tuple[str, str], ...]) -> None:
        self._names = dict(names)
        self._tell()
        self.place()

    def begin(self) -> None:
        self.ends.wipe()
        self.says.set_values(())
        self.says.show_error("")
        self.reason.wipe()
        self._say("")
        closed = self._melding is not None and not self._melding.is_open
        self._ask_for(None)
        if closed:
            self.asked.show()
            self.reason.show()
            self.place()
            self.reason.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.ends.rows:
            self.ends.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_for(self, afloop: Afloop | None) -> None:
        """What this end asks for; nothing is asked before an end is chosen."""
        self.asked.setVisible(afloop is not None)
        self.says.setVisible(afloop in WANTED_BY_KLANT)
        self.reason.setVisible(afloop is not None and afloop is not Afloop.TOEGEKEND)
        self.place()

    @Slot(str)
    def _chosen(self, value: str) -> None:
        afloop = Afloop(value)
        self._say("")
        self.says.show_error("")
        self.reason.show_error("")
        self._ask_for(afloop)
        if afloop in WANTED_BY_KLANT:
            self.says.setFocus(Qt.FocusReason.OtherFocusReason)
        elif afloop in WITH_REASON:
            self.reason.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def save(self) -> None:
        melding = self._melding
        if melding is None or self._busy:
            return
        if not melding.is_open:
            self._run(partial(self._actions.reopen, melding.id, self.reason.value()), self._reopened)
            return
        if not self.ends.value():
            self.ends.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        said = self.says.values()
        einde = Einde(
            afloop=Afloop(self.ends.value()),
            vrije_keuze="vrij" in said,
            schriftelijk="schriftelijk" in said,
            reden=self.reason.value(),
        )
        self._run(partial(self._actions.close, melding.id, einde), self._closed_now)

    def _run(self, work: Callable[[], MeldingSaved], done: Callable[[MeldingSaved], None]) -> None:
        self._busy = True
        self._tasks.run(self, "cache", work, done, self._refused)

    def _closed_now(self, saved: MeldingSaved) -> None:
        self._busy = False
        self.close_overlay()
        melding = saved.melding
        end = melding.sluiting
        words = t.GESLOTEN.format(kenmerk=melding.kenmerk, afloop=t.KORT[end.afloop] if end else "")
        undo = partial(self._undo, melding)
        self._to_host.notify(Notice(words, Tone.GOOD, action=t.ONGEDAAN, do=undo, seconds=UNDO_SECONDS))

    def _undo(self, melding: Melding) -> None:
        """The tasks live as long as the window: also when this visit was closed meanwhile."""
        work = partial(self._actions.reopen, melding.id, t.ONGEDAAN_REDEN)
        self._tasks.run(self._tasks, "cache", work, self._told_open, self._told_trouble)

    def _reopened(self, saved: MeldingSaved) -> None:
        self._busy = False
        self.close_overlay()
        self._told_open(saved)

    def _told_open(self, saved: MeldingSaved) -> None:
        self._to_host.notify(Notice(t.HEROPEND.format(kenmerk=saved.melding.kenmerk), Tone.GOOD))

    def _told_trouble(self, error: WerkdeskError) -> None:
        self._to_host.notify(Notice(explain(error), Tone.BAD))

    def _refused(self, error: WerkdeskError) -> None:
        """The sentence where it belongs; the panel stays."""
        self._busy = False
        words = explain(error)
        if error.field == "reden" and self.reason.isVisible():
            self.reason.show_error(words)
            self.reason.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        elif error.field in ("vrije_keuze", "schriftelijk") and self.says.isVisible():
            self.says.show_error(words)
            self.says.setFocus(Qt.FocusReason.OtherFocusReason)
        elif error.field == "afloop":
            self.ends.show_error(words)
        else:
            self._say(words)
        self.place()

    def _say(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))
