"""One version to judge: who proposed it, what it changes, and approve or reject with a reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy

from werkdesk.errors import WerkdeskError
from werkdesk.ui.kit.badge import Badge
from werkdesk.ui.kit.buttons import DangerButton, PrimaryButton
from werkdesk.ui.kit.card import Card, Clear, Separator
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, Row, clear
from werkdesk.ui.kit.text_field import TextField
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.regels.gevallen_rij import CaseFileRow
from werkdesk.ui.screens.regels.leesvlak import ReadingPane
from werkdesk.ui.screens.regels.verschillen import Verschillen
from werkdesk.ui.teksten import regels_beheer as t
from werkdesk.ui.texts import explain
from werkdesk.usecases.regels.proef import Proef
from werkdesk.usecases.regels.voorstellen import Inzage, Voorstel

HELP = "regels.voorstellen"
LONGEST_REASON = 600
_ENDED = frozenset({"ingetrokken", "afgewezen"})


class Judgement(Card):
    """``show_voorstel``, then ``show_inzage`` when it was read. ``approved(str)``: by who has this PIN;
    ``rejected(str)``: why.

    ``trial_asked(str)``: try it on the case file at this path.
    """

    approved = Signal(str)
    rejected = Signal(str)
    trial_asked = Signal(str)

    def __init__(self, choose: Callable[[], str], save_key: str) -> None:
        super().__init__(t.VOORSTEL_TITEL)
        self.setProperty("helpKey", HELP)
        self.voorstel: Voorstel | None = None
        self.inzage: Inzage | None = None
        self._facts = Column(gap=4)
        self.theirs = Label("", wrap=True)
        self.own = Label(t.EIGEN, "strong", tone=Tone.WARN, wrap=True)
        self.changes = Verschillen()
        self.cases = CaseFileRow(choose, remark="", hint=t.EIGEN_WENK)
        self.cases.asked.connect(self._on_trial)
        self.try_label = Label(t.EIGEN_PROEF, "strong", wrap=True)
        self.tried = Label("", wrap=True)
        self.line = Separator()
        self.outcome = Verschillen()
        self.reading = ReadingPane(t.WAT_VERANDERT)
        self.reading.put(self._facts, self.theirs, self.own, self.changes, self.line, self.try_label)
        self.reading.put(self.cases, self.tried, self.outcome, 1)
        self.failure = Label("", tone=Tone.BAD, wrap=True)
        self.reason = TextField(t.REDEN, limit=LONGEST_REASON, help_key="regels.reden")
        self.pin = TextField(t.PIN, secret=True, hint=t.PIN_UITLEG, help_key="regels.pincode")
        self.pin.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.pin.line.returnPressed.connect(self._on_approve, Qt.ConnectionType.QueuedConnection)
        self.approve = PrimaryButton(t.VASTSTELLEN, save_key)
        self.approve.clicked.connect(self._on_approve)
        self.reject = DangerButton(t.AFWIJZEN)
        self.reject.clicked.connect(self._on_reject)
        self.reason.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.body.addWidget(self.reading, 1)
        self.put(self.failure, self.pin, self.reason, Row(gap=8).put(self.approve, self.reject, 1))
        self.show_voorstel(None, {})

    def show_voorstel(self, voorstel: Voorstel | None, namen: Mapping[str, str]) -> None:
        """What is known without asking the register; the rest comes with :meth:`show_inzage`."""
        if voorstel is None or self.voorstel is None or voorstel.id != self.voorstel.id:
            self.reason.wipe()
            self.pin.wipe()
            self.cases.field.wipe()
        self.voorstel, self.inzage = voorstel, None
        for part in (self.changes, self.outcome):
            part.wipe()
        clear(self._facts)
        self.show_failure("")
        self.title.setText(t.VOORSTEL_TITEL if voorstel is None else f"{t.VERSIE} {voorstel.nummer}")
        self.setAccessibleName(self.title.text())
        waits = voorstel is not None and voorstel.stand == "wacht"
        self.own.setVisible(waits and voorstel is not None and voorstel.van_mij)
        self.approve.setVisible(voorstel is not None and voorstel.wacht_op_mij)
        self.approve.setEnabled(False)
        self.pin.setVisible(voorstel is not None and voorstel.wacht_op_mij)
        ends = voorstel is not None and voorstel.stand not in _ENDED
        self.reject.setVisible(ends)
        self.reason.setVisible(ends)
        self._offer_trial(False)
        if voorstel is None:
            self._facts.put(Label(t.VOORSTEL_KIES, tone=Tone.NEUTRAL, wrap=True))
            return
        rejecting = voorstel.wacht_op_mij
        self.reject.setText(t.AFWIJZEN if rejecting else t.INTREKKEN)
        self.reason.label.setText(t.REDEN if rejecting else t.REDEN_INTREKKEN)
        self.reason.editor.setAccessibleName(self.reason.label.text().replace("&", ""))
        holder = Clear()
        Row(holder).put(Badge(t.stand(voorstel), tone_of(voorstel)), 1)
        self._facts.put(holder)
        if voorstel.toelichting:
            self._facts.put(Label(voorstel.toelichting, wrap=True, selectable=True))
        for line in t.voorstel_feiten(voorstel, namen):
            self._facts.put(Label(line, tone=Tone.NEUTRAL, wrap=True))
        self.theirs.setText(t.BEZIG if waits else "")
        self.theirs.setVisible(waits)
        self.reading.verticalScrollBar().setValue(0)

    def show_inzage(self, inzage: Inzage) -> None:
        """What it changes; only now it can be approved: nobody approves what they could not read."""
        if self.voorstel is None or inzage.voorstel.id != self.voorstel.id:
            return
        self.inzage = inzage
        self.theirs.setText(t.van_indiener(inzage))
        self.theirs.setVisible(bool(self.theirs.text()))
        self.changes.wipe()
        self.changes.add_regels(inzage.regels)
        self.changes.add_gevallen(inzage.anders)
        self.approve.setEnabled(True)
        self._offer_trial(True)

    def show_outcome(self, proef: Proef) -> None:
        """One's own cases under this proposal."""
        self.outcome.wipe()
        self.outcome.add_gevallen(proef.anders)
        self.tried.setText(t.gevallen_telling(proef))
        self.tried.show()

    def _offer_trial(self, offered: bool) -> None:
        self.tried.hide()
        for part in (self.line, self.try_label):
            part.setVisible(offered)
        self.cases.setVisible(offered)

    def trial_failed(self, error: WerkdeskError) -> None:
        """The file cannot be used."""
        self.cases.field.show_error(explain(error))

    def refuse(self, error: WerkdeskError) -> None:
        """What the register says no to, or that it does not answer."""
        if self.inzage is None:
            self.theirs.hide()
        if error.code.startswith("pin."):
            self.pin.show_error(explain(error))
            self.pin.editor.setFocus()
        elif error.field == "reden":
            self.reason.show_error(explain(error))
            self.reason.editor.setFocus()
        else:
            self.show_failure(explain(error))

    def show_failure(self, sentence: str) -> None:
        """Words above the buttons; empty takes them away."""
        self.failure.setText(sentence)
        self.failure.setVisible(bool(sentence))

    @Slot()
    def _on_approve(self) -> None:
        if self.inzage is None:
            return
        pin = self.pin.value()
        self.pin.wipe()
        if pin:
            self.approved.emit(pin)
        else:
            self.pin.show_error(t.PIN_ONTBREEKT)
            self.pin.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_reject(self) -> None:
        self.reason.show_error("")
        self.rejected.emit(self.reason.value())

    @Slot()
    def _on_trial(self) -> None:
        self.trial_asked.emit(self.cases.path())


def tone_of(voorstel: Voorstel) -> Tone:
    """What the chip of a version looks like; its words say it too."""
    if voorstel.wacht_op_mij:
        return Tone.WARN
    return {"geldt": Tone.GOOD, "gepland": Tone.ACCENT, "afgewezen": Tone.BAD}.get(
        voorstel.stand, Tone.NEUTRAL
    )
