"""The card of a young person over the visit: read it together, note by a digit what was shown (F51)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from werkdesk.domain.datums import Driewaardig
from werkdesk.domain.melding import Melding
from werkdesk.domain.termijn import RegelVerwijzing
from werkdesk.errors import WerkdeskError
from werkdesk.ui.dossier.visit_panel import VisitPanel
from werkdesk.ui.frame.host import Host
from werkdesk.ui.kit.choices import ChoiceList
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.notice import Notice
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.jongeren.actions import JongereActions
from werkdesk.ui.screens.jongeren.card import YouthStanding, pieces_of
from werkdesk.ui.teksten import jongeren as t
from werkdesk.ui.texts import explain
from werkdesk.usecases.jongeren import JongereRow
from werkdesk.usecases.meldingen import MeldingSaved
from werkdesk.usecases.overzichten import KlantDossier

HELP = "jongeren.kaart"
AGE = 27
"""Who is surely this old has no card. The rules decide on the period itself; this only greys a menu line."""


class YouthPanel(VisitPanel):
    """What was shown is noted at once: its kind and the day, nothing else."""

    wide = 540

    def __init__(
        self,
        host_widget: QWidget,
        actions: JongereActions,
        tasks: Tasks,
        host: Host,
        *,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(host_widget, t.KAART)
        self._actions, self._tasks, self._to_host, self._clock = actions, tasks, host, clock
        self._melding: Melding | None = None
        self._begin_waits = False
        self._names: dict[str, str] = {}
        self.setProperty("helpKey", HELP)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.standing = YouthStanding(self)
        self.standing.asked.connect(host.explain)
        self.seen = ChoiceList(t.ZIEN, [], role="strong", help_key=HELP)
        self.seen.chosen.connect(self._note)
        self.only = Label(t.ZIEN_UITLEG, "label", tone=Tone.NEUTRAL, wrap=True)
        self.trouble = Label("", "label", tone=Tone.BAD, wrap=True)
        self.trouble.hide()
        self.put(self.standing.top, self.seen, self.only, self.trouble, self.standing.rest)

    def fits(self, dossier: KlantDossier) -> bool:
        melding, born = dossier.open_melding, dossier.klant.feiten.geboortedatum
        if melding is None:
            return False
        return born is None or born.jonger_dan(AGE, melding.meldingsdatum) is not Driewaardig.NEE

    def ask_about(self, dossier: KlantDossier) -> None:
        self._melding = dossier.open_melding
        self._begin_waits = True
        super().ask_about(dossier)
        self._read()

    def begin(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_dossier(self, dossier: KlantDossier) -> None:
        super().show_dossier(dossier)
        self._melding = dossier.open_melding
        if self._melding is None:
            self.close_overlay()
        else:
            self._read()

    def _read(self) -> None:
        if self._melding is not None:
            work = partial(self._actions.card, self._melding.id)
            self._tasks.run(self, "cache", work, self._show, self._refused)

    def _show(self, row: JongereRow) -> None:
        intake = self.dossier.intake_of(row.melding) if self.dossier is not None else None
        self.standing.show_row(row, self._clock().date(), t.school(intake))
        unseen = [(one.code, t.stuk(one)) for one in pieces_of(row.kaart) if not one.gezien]
        self._names = {one.code: t.stuk(one) for one in pieces_of(row.kaart)}
        if [(one.option.value, one.option.text) for one in self.seen.rows] != unseen:
            had_focus = self.seen.isAncestorOf(self.focusWidget() or self)
            self.seen.set_options(unseen)
            if had_focus or self._begin_waits:
                self._to_list()
        elif self._begin_waits:
            self._to_list()
        self.seen.setVisible(bool(unseen))
        self.only.setText(t.ZIEN_UITLEG if unseen else t.ALLES_GEZIEN)
        self._say("")
        self.place()

    def _to_list(self) -> None:
        self._begin_waits = False
        if not self.isHidden():
            (self.seen if self.seen.rows else self).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _note(self, code: str) -> None:
        if self._melding is not None:
            work = partial(self._actions.note, self._melding.id, code)
            self._tasks.run(self, "cache", work, partial(self._noted, code), self._refused)

    def _noted(self, code: str, _: MeldingSaved) -> None:
        self._to_host.notify(Notice(t.GENOTEERD.format(naam=self._names.get(code, code)), Tone.GOOD))
        self._begin_waits = True
        self._read()

    def _refused(self, error: WerkdeskError) -> None:
        self.seen.set_value("")
        self._say(explain(error))
        self.place()

    def _say(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))

    def explain(self, help_key: str) -> tuple[str, str] | None:
        return self.standing.explain(help_key)

    def rules_behind(self, help_key: str) -> tuple[RegelVerwijzing, ...]:
        return self.standing.rules_behind(help_key)
