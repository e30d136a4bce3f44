"""What comes after a placement was noted: a second opinion, its end, or that it does not go on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from werkdesk.domain.plaatsing import NADER_ONDERZOEK, Contract, Plaatsing
from werkdesk.errors import Refused, WerkdeskError
from werkdesk.ui.dossier.date_fields import day_field
from werkdesk.ui.dossier.dates import read_day
from werkdesk.ui.dossier.digit_pick import DigitPick
from werkdesk.ui.dossier.visit_panel import VisitPanel
from werkdesk.ui.frame.host import Host
from werkdesk.ui.kit.buttons import PrimaryButton
from werkdesk.ui.kit.choices import ChoiceList
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.notice import Notice
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.text_field import DateField, TextField
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.plaatsing.actions import PlaatsingActions
from werkdesk.ui.teksten import plaatsing as t
from werkdesk.ui.teksten.tijd import datum
from werkdesk.ui.texts import explain
from werkdesk.usecases.overzichten import KlantDossier
from werkdesk.usecases.plaatsingen import MOST_REASON, PlaatsingSaved

HELP = "plaatsing.vervolg"
OPINIONS, ENDS, WITHDRAW, CONTRACT = (
    ("mag", "mag_niet"),
    ("contract", "geen_contract", "door_klant"),
    "intrekken",
    "contract",
)


class FollowPanel(VisitPanel):
    """One placement, one step by its digit, and what that step asks."""

    def __init__(
        self, host_widget: QWidget, actions: PlaatsingActions, tasks: Tasks, host: Host, *, save_key: str
    ) -> None:
        super().__init__(host_widget, t.VERVOLG)
        self._actions, self._tasks, self._to_host = actions, tasks, host
        self._open: tuple[Plaatsing, ...] = ()
        self._busy = False
        self.setProperty("helpKey", HELP)
        self.which = DigitPick(t.WELKE, [], help_key=HELP)
        self.which.typed.connect(lambda _: self._show_steps())
        self.told = Label("", "body", tone=Tone.NEUTRAL, wrap=True)
        self.steps = ChoiceList(t.STAP, [], role="strong", help_key=HELP)
        self.steps.chosen.connect(self._on_step)
        self.last = day_field(t.LAATSTE_DAG, actions.clock, "einde", help_key=HELP, foot=True)
        self.from_day = day_field(t.CONTRACT_VAN, actions.clock, "contract", help_key=HELP, foot=True)
        self.until = day_field(t.CONTRACT_TOT, actions.clock, "contract_einde", help_key=HELP, foot=True)
        self.reason = TextField(t.WAAROM, limit=MOST_REASON, over=t.REDEN_LANG, help_key=HELP)
        self.trouble = Label("", "label", tone=Tone.BAD, wrap=True)
        self.button = PrimaryButton(t.VASTLEGGEN, save_key)
        self.button.clicked.connect(self.save)
        self.put(
            self.which, self.told, self.steps, self.last, self.from_day, self.until, self.reason, self.trouble
        )
        self.foot.addWidget(self.button)
        self.foot.addStretch(1)

    def fits(self, dossier: KlantDossier) -> bool:
        return bool(_open(dossier))

    def ask_about(self, dossier: KlantDossier) -> None:
        self._open = _open(dossier)
        self.which.set_numbered([(str(one.id), t.regel(one)) for one in self._open])
        self.which.set_value(str(self._open[0].id) if self._open else "")
        self.which.setVisible(len(self._open) > 1)
        super().ask_about(dossier)

    def begin(self) -> None:
        self._show_steps()
        self.steps.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def placement(self) -> Plaatsing | None:
        """The one it is about."""
        return next((one for one in self._open if str(one.id) == self.which.value()), None)

    def _show_steps(self) -> None:
        one = self.placement
        self._say("")
        self.told.setText("" if one is None else f"{t.regel(one)}\n{t.periode(one)}")
        self.steps.set_options([(name, t.STAPPEN[name]) for name in steps_of(one, self._actions.ik)])
        for field in (self.last, self.from_day, self.until, self.reason):
            field.wipe()
            field.hide()
        self.place()

    @Slot(str)
    def _on_step(self, step: str) -> None:
        self._say("")
        self.last.setVisible(step in ENDS)
        self.from_day.setVisible(step == CONTRACT)
        self.until.setVisible(step == CONTRACT)
        self.reason.setVisible(step not in ENDS)
        if step in ENDS and self.placement is not None and not self.last.value():
            self.last.set_value(datum(self.placement.feiten.einde))
        self.place()
        first = self.last if step in ENDS else self.reason
        first.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def save(self) -> None:
        one, step = self.placement, self.steps.value()
        if one is None or self._busy:
            return
        if not step:
            self.steps.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        try:
            work = self._work(one, step)
        except WerkdeskError as error:
            self._refused(error)
            return
        self._busy = True
        self._tasks.run(self, "cache", work, self._saved, self._refused)

    def _work(self, one: Plaatsing, step: str) -> Callable[[], PlaatsingSaved]:
        if step in OPINIONS:
            return partial(self._actions.second_opinion, one.id, step == "mag", self.reason.value())
        if step == WITHDRAW:
            return partial(self._actions.withdraw, one.id, self.reason.value())
        last = self._day(self.last, "einde")
        if last is None:
            raise Refused("datum.ontbreekt", field="einde")
        contract = None
        if step == CONTRACT:
            begin = self._day(self.from_day, "contract")
            if begin is None:
                raise Refused("datum.ontbreekt", field="contract")
            until = self._day(self.until, "contract_einde")
            contract = Contract(kvk=str(one.feiten.werkgever.kvk), begin=begin, einde=until)
        return partial(self._actions.end, one.id, last, contract, step == "door_klant")

    def _day(self, field: DateField, name: str) -> date | None:
        text = field.value().strip()
        return read_day(text, self._actions.clock().date(), name) if text else None

    def _saved(self, saved: PlaatsingSaved) -> None:
        self._busy = False
        self.close_overlay()
        name = saved.plaatsing.feiten.werkgever.naam
        self._to_host.notify(Notice(t.VASTGELEGD.format(werkgever=name), Tone.GOOD))

    def _refused(self, error: WerkdeskError) -> None:
        self._busy = False
        fields = {
            "einde": self.last,
            "contract": self.from_day,
            "contract_einde": self.until,
            "reden": self.reason,
        }
        field = fields.get(error.field or "")
        if field is not None and not field.isHidden():
            field.show_error(explain(error))
            field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._say(explain(error))
        self.place()

    def _say(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))


def steps_of(one: Plaatsing | None, ik: str) -> tuple[str, ...]:
    """What can be done with it by ``ik``: a second opinion is for somebody else than who noted it."""
    if one is None:
        return ()
    asks = one.toets is not None and one.toets.oordeel == NADER_ONDERZOEK and one.tweede is None
    return (*(OPINIONS if asks and one.medewerker != ik else ()), *ENDS, WITHDRAW)


def _open(dossier: KlantDossier) -> tuple[Plaatsing, ...]:
    return tuple(one for one in dossier.plaatsingen if one.telt and one.einde is None)[:9]
