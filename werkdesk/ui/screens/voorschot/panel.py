"""F9: the check of the advance. One colleague proposes, another decides, then it is paid (F10; Pw 52)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from werkdesk.domain.datums import kalenderdag
from werkdesk.domain.melding import Melding
from werkdesk.domain.regels.voorschot_meter import Voorschotmeter
from werkdesk.domain.termijn import RegelVerwijzing
from werkdesk.domain.voorschot import Voorschotbesluit, Voorschotzaak
from werkdesk.domain.waarden.bedrag import euro
from werkdesk.errors import WerkdeskError
from werkdesk.ui.dossier.leefvorm import household_of
from werkdesk.ui.dossier.visit_panel import VisitPanel
from werkdesk.ui.frame.host import Host
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.notice import UNDO_SECONDS, Notice
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.voorschot.actions import Namen, VoorschotActions
from werkdesk.ui.screens.voorschot.deciding import HELP, Deciding, Paying, Proposing
from werkdesk.ui.screens.voorschot.standing import AdvanceStanding
from werkdesk.ui.teksten import voorschot as t
from werkdesk.ui.teksten.tijd import datum
from werkdesk.ui.texts import explain
from werkdesk.usecases.meldingen import MeldingSaved
from werkdesk.usecases.overzichten import KlantDossier
from werkdesk.usecases.rollen import may_decide_advance, may_pay_advance


class AdvancePanel(VisitPanel):
    """What is needed, what is missing, and the step that comes now."""

    def __init__(
        self,
        host_widget: QWidget,
        actions: VoorschotActions,
        tasks: Tasks,
        host: Host,
        *,
        cap: Callable[[str], str],
    ) -> None:
        super().__init__(host_widget, t.PANEEL)
        self._actions, self._tasks, self._to_host = actions, tasks, host
        self._melding: Melding | None = None
        self._household = ""
        self._names: dict[str, str] = {}
        self._busy = self._begin_waits = False
        self.setProperty("helpKey", HELP)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.standing = AdvanceStanding(cap)
        self.standing.asked.connect(host.explain)
        self.told = Label("", "strong", wrap=True)
        self.proposing = Proposing(cap("bewaren.verder"))
        self.proposing.wanted.connect(self._propose)
        self.deciding = Deciding(cap("bewaren.verder"))
        self.deciding.decided.connect(self._decide)
        self.deciding.grew.connect(self.place)
        self.paying = Paying(actions.clock, cap("bewaren.verder"))
        self.paying.paid.connect(self._pay)
        self.trouble = Label("", "label", tone=Tone.BAD, wrap=True)
        self.put(self.told, self.standing, self.proposing, self.deciding, self.paying, self.trouble)

    def fits(self, dossier: KlantDossier) -> bool:
        return dossier.open_melding is not None

    def ask_about(self, dossier: KlantDossier) -> None:
        self._take(dossier)
        self.standing.show_meter(None)
        self._show_step(None)
        self._begin_waits = True
        super().ask_about(dossier)
        self._read()

    def begin(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_dossier(self, dossier: KlantDossier) -> None:
        super().show_dossier(dossier)
        if dossier.open_melding is None:
            self.close_overlay()
            return
        self._take(dossier)
        self._read()

    def _take(self, dossier: KlantDossier) -> None:
        self._melding = dossier.open_melding
        if self._melding is not None:
            intake = dossier.intake_of(self._melding.id)
            today = kalenderdag(self._actions.clock())
            self._household = household_of(intake, dossier.klant, today)

    def _read(self) -> None:
        if self._melding is not None:
            rid, actions = self._melding.id, self._actions
            self._tasks.run(
                self, "cache", lambda: (actions.meter(rid), actions.namen()), self._show, self._refused
            )

    def _show(self, found: tuple[Voorschotmeter, Namen]) -> None:
        meter, names = found
        self._names = dict(names)
        self.standing.show_meter(meter, self._household)
        self._show_step(meter)
        self.place()
        if self._begin_waits and not self.isHidden():
            self._begin_waits = False
            if self.proposing.isVisible():
                self.proposing.begin()
            elif self.deciding.isVisible():
                self.deciding.begin()
            elif self.paying.isVisible():
                self.paying.begin()

    def _show_step(self, meter: Voorschotmeter | None) -> None:
        zaak = self._melding.voorschot if self._melding is not None else None
        may = meter is not None and meter.stap == "voorstellen" and meter.minimum is not None
        decides = meter is not None and meter.stap == "beslissen" and zaak is not None
        mine = zaak is not None and zaak.voorgesteld_door == self._actions.ik
        allowed = may_decide_advance(self._actions.rollen)
        runs = meter is not None and meter.stap == "betalen" and meter.datum is not None
        pays = runs and may_pay_advance(self._actions.rollen)
        if pays and not self.paying.isVisible():
            self.paying.show_today()
        self.paying.setVisible(pays)
        if may and not self.proposing.isVisible() and meter is not None and meter.minimum is not None:
            self.proposing.amount.wipe()
            self.proposing.amount.set_value(euro(meter.minimum))
        if not (decides and self.deciding.isVisible()):
            self.deciding.wipe()
        self.proposing.setVisible(may)
        self.deciding.setVisible(decides and allowed and not mine)
        self._say("")
        words = self._words(zaak) if zaak is not None else ""
        if decides and mine:
            words = f"{words}\n{t.ZELF}"
        elif decides and not allowed:
            words = f"{words}\n{t.ROL}"
        elif runs and not pays:
            words = f"{words}\n{t.ROL_BETALEN}"
        elif meter is not None and meter.gereed and meter.minimum is None:
            words = t.NORM_ONBEKEND
        self.told.setText(words)
        self.told.setVisible(bool(words))

    def _words(self, zaak: Voorschotzaak) -> str:
        if zaak.besluit is None or zaak.besloten_op is None:
            return t.STAAT_KLAAR.format(
                wie=self._name(zaak.voorgesteld_door), bedrag=euro(zaak.bedrag),
                datum=datum(zaak.voorgesteld_op.date()),
            )  # fmt: skip
        who, day = self._name(zaak.besloten_door or ""), datum(zaak.besloten_op.date())
        if zaak.besluit is Voorschotbesluit.VERLENEN:
            granted = t.VERLEEND.format(wie=who, datum=day, bedrag=euro(zaak.bedrag))
            paid = (t.BETAALD.format(nummer=one.nummer, datum=datum(one.dag)) for one in zaak.betaald)
            return "\n".join((granted, *paid))
        ground = t.GRONDEN.get(zaak.grond or "", zaak.grond or "")
        return t.GEWEIGERD.format(wie=who, datum=day, grond=ground[0].lower() + ground[1:])

    def _name(self, user: str) -> str:
        return self._names.get(user, user)

    def save(self) -> None:
        if self.proposing.isVisible():
            self.proposing.save()
        elif self.deciding.isVisible():
            self.deciding.save()
        elif self.paying.isVisible():
            self.paying.save()

    @Slot(int)
    def _propose(self, cents: int) -> None:
        if self._melding is not None:
            done = t.VOORGESTELD.format(bedrag=euro(cents))
            self._run(partial(self._actions.propose, self._melding.id, cents), done)

    @Slot(object, str, str)
    def _decide(self, besluit: Voorschotbesluit, ground: str, pin: str) -> None:
        if self._melding is not None:
            rid, actions = self._melding.id, self._actions

            def work() -> MeldingSaved:
                actions.confirm(pin)
                return actions.decide(rid, besluit, ground or None)

            self._run(work, t.VASTGELEGD.format(besluit=t.BESLUITEN[besluit].lower()))

    @Slot(object)
    def _pay(self, day: date) -> None:
        if self._melding is not None and not self._busy:
            self._busy = True
            work = partial(self._actions.pay, self._melding.id, day)
            self._tasks.run(self, "cache", work, partial(self._paid, day), self._refused)

    def _paid(self, day: date, saved: MeldingSaved) -> None:
        self._busy = False
        self.close_overlay()
        zaak = saved.melding.voorschot
        number = zaak.betaald[-1].nummer if zaak is not None and zaak.betaald else 0
        undo = partial(self._take_back, saved.melding.id, number)
        words = t.BETAALD_GEDAAN.format(nummer=number, datum=datum(day))
        self._to_host.notify(Notice(words, Tone.GOOD, action=t.ONGEDAAN, do=undo, seconds=UNDO_SECONDS))

    def _take_back(self, rid: UUID, number: int) -> None:
        work = partial(self._actions.take_back, rid, number)
        self._tasks.run(self, "cache", work, self._taken_back, self._not_taken_back)

    def _taken_back(self, _: MeldingSaved) -> None:
        self._to_host.notify(Notice(t.BETALING_TERUG, Tone.GOOD))

    def _not_taken_back(self, error: WerkdeskError) -> None:
        self._to_host.notify(Notice(explain(error), Tone.BAD))

    def _run(self, work: Callable[[], MeldingSaved], words: str) -> None:
        if not self._busy:
            self._busy = True
            self._tasks.run(self, "cache", work, partial(self._done, words), self._refused)

    def _done(self, words: str, saved: MeldingSaved) -> None:
        self._busy = False
        self.close_overlay()
        self._to_host.notify(Notice(words, Tone.GOOD))

    def _refused(self, error: WerkdeskError) -> None:
        self._busy = False
        words = explain(error)
        if error.field == "bedrag" and self.proposing.isVisible():
            self.proposing.amount.show_error(words)
            self.proposing.amount.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        elif error.field == "dag" and self.paying.isVisible():
            self.paying.day.show_error(words)
            self.paying.begin()
        elif error.code.startswith("pin.") and self.deciding.isVisible():
            self.deciding.pin.show_error(words)
            self.deciding.to_pin()
        elif error.field == "grond" and self.deciding.grounds.isVisible():
            self.deciding.grounds.show_error(words)
            self.deciding.grounds.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._say(words)
        self.place()

    def _say(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))

    def explain(self, help_key: str) -> tuple[str, str] | None:
        return self.standing.explain(help_key)

    def rules_behind(self, help_key: str) -> tuple[RegelVerwijzing, ...]:
        return self.standing.rules_behind(help_key)
