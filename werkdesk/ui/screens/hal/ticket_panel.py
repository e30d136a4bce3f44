"""A new number in three keys: Ctrl+T, a digit, Enter."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from werkdesk.domain.bezoek import BezoekReden
from werkdesk.errors import WerkdeskError
from werkdesk.ui.frame.host import Host
from werkdesk.ui.frame.overlay import Overlay
from werkdesk.ui.kit.buttons import PrimaryButton
from werkdesk.ui.kit.choice_row import Option
from werkdesk.ui.kit.choices import ChoiceList, TickList
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Row
from werkdesk.ui.kit.look import look
from werkdesk.ui.kit.notice import Notice
from werkdesk.ui.kit.scroll import Scroll
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.hal.actions import HalActions
from werkdesk.ui.teksten import hal as t
from werkdesk.ui.teksten.woorden import REDENEN
from werkdesk.ui.texts import explain
from werkdesk.usecases.inloop import TicketGiven


class ReasonList(ChoiceList):
    """Reasons by digit. ``entered()``: Enter, which here gives the number instead of choosing again."""

    entered = Signal()
    urgency_asked = Signal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.entered.emit()
                return True
            if event.text().casefold() == "s" and event.modifiers() == Qt.KeyboardModifier.NoModifier:
                self.urgency_asked.emit()
                return True
        return super().eventFilter(watched, event)


class TicketPanel(Overlay):
    """The first reason is chosen already. S sets urgency, Enter gives, Esc stops."""

    def __init__(
        self, host_widget: QWidget, anchor: QWidget | None, actions: HalActions, tasks: Tasks, host: Host
    ) -> None:
        super().__init__(host_widget, t.NIEUW_NUMMER, anchor)
        self._actions, self._tasks, self._to_host = actions, tasks, host
        self._busy = False
        self.reasons = ReasonList(t.KIES_REDEN, [(reden.value, word) for reden, word in REDENEN.items()])
        self.reasons.entered.connect(self.give)
        self.urgency = TickList("", [Option(t.SPOED_KORT, t.SPOED, "S")])
        self.urgency.setAccessibleName(t.SPOED)
        self.reasons.urgency_asked.connect(self._toggle_urgency)
        self.hint = Label(t.KIES_UITLEG, "label", wrap=True)
        self.give_button = PrimaryButton(t.GEEF, "Return", icon="ticket")
        self.give_button.clicked.connect(self.give)
        self.setProperty("helpKey", "hal.nummer")
        self._answers = Scroll(gap=8)
        self._answers.put(self.reasons, self.urgency)
        self.put(self._answers, self.hint, Row(gap=12).put(1, self.give_button))

    def place(self) -> None:
        """As high as the answers, or as high as the window: then the answers scroll and the button stays."""
        now = look()
        inner = self._answers.body.totalHeightForWidth(now.px(self.wide - 60))
        self._answers.setFixedHeight(max(now.px(80), min(inner, self._room() - now.px(190))))
        super().place()

    def begin(self) -> None:
        self.reasons.set_value(BezoekReden.BIJSTAND.value)
        self.urgency.set_values(())
        self.reasons.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def give(self) -> None:
        """Hand the number out; the panel closes at once, the answer comes in the status line."""
        if self._busy or self.isHidden():
            return
        self._busy = True
        reden = BezoekReden(self.reasons.value())
        voorrang = t.SPOED_KORT if self.urgency.values() else None
        self.close_overlay()
        self._tasks.run(
            self,
            "cache",
            partial(self._actions.ticket, reden, voorrang),
            partial(self._given, reden),
            self._failed,
        )

    @Slot()
    def _toggle_urgency(self) -> None:
        self.urgency.set_values(() if self.urgency.values() else (t.SPOED_KORT,))

    def _given(self, reden: BezoekReden, given: TicketGiven) -> None:
        self._busy = False
        words = t.GEGEVEN.format(nummer=given.nummer, reden=REDENEN[reden])
        self._to_host.notify(Notice(words, Tone.GOOD, seconds=60))

    def _failed(self, error: WerkdeskError) -> None:
        self._busy = False
        self._to_host.notify(Notice(explain(error), Tone.BAD))
