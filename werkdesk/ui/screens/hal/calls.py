"""Calling, calling again, no-show, park and go on: one place, because the keys work on every screen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from werkdesk.domain.bezoek import Bezoek
from werkdesk.errors import WerkdeskError
from werkdesk.ui.frame.host import Host
from werkdesk.ui.frame.opening import Opening
from werkdesk.ui.kit.notice import UNDO_SECONDS, Notice
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.hal.actions import HalActions
from werkdesk.ui.teksten import hal as t
from werkdesk.ui.texts import explain
from werkdesk.usecases.changes import Changes
from werkdesk.usecases.inloop import MOST_CALLS, Called

R = TypeVar("R")
TELL_SECONDS = 20
"""How long a remark stands in the status line; what failed stays until it is closed."""


class Calls(QObject):
    """The visit at this desk, and what may be done with it.

    ``bezoek`` is the visit of now, or ``None``. ``visit_gone(UUID)``: it is not at this desk any more, its
    screen may go. ``waits_again(UUID)``: the call was taken back. ``changed``: ``bezoek`` is another one or
    ``None``, so other keys work. While an act is under way a second press does nothing: two fast presses of
    F8 call one visitor.
    """

    visit_gone = Signal(object)
    changed = Signal()
    waits_again = Signal(object)

    def __init__(self, actions: HalActions, tasks: Tasks, host: Host, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions, self._tasks, self._host = actions, tasks, host
        self.bezoek: Bezoek | None = None
        self._busy = False

    @Slot()
    def call_next(self) -> None:
        """F8. With a visitor at the desk it says so instead."""
        if not self._still_busy():
            self._run(self._actions.call_next, self._called)

    def call(self, rid: UUID, nummer: str) -> None:
        """Call one number out of turn (Enter on its line)."""
        if not self._still_busy():
            self._run(partial(self._actions.call, rid), self._called, nummer)

    @Slot()
    def recall(self) -> None:
        """Shift+F8."""
        if self.bezoek is None:
            self._say(t.GEEN_BEZOEK, Tone.NEUTRAL)
            return
        self._run(partial(self._actions.call, self.bezoek.id), self._recalled, self.bezoek.nummer)

    @Slot()
    def no_show(self) -> None:
        """Ctrl+F8."""
        if self.bezoek is None:
            self._say(t.GEEN_BEZOEK, Tone.NEUTRAL)
            return
        gone = self.bezoek
        self._run(partial(self._actions.no_show, gone.id), partial(self._not_come, gone), gone.nummer)

    def park(self, note: str) -> None:
        """The visitor comes back in a moment."""
        if self.bezoek is None:
            self._say(t.GEEN_BEZOEK, Tone.NEUTRAL)
            return
        gone = self.bezoek
        self._run(partial(self._actions.park, gone.id, note), partial(self._parked, gone), gone.nummer)

    def resume(self, rid: UUID) -> None:
        """Go on with a parked or missed visitor."""
        if not self._still_busy():
            self._run(partial(self._actions.resume, rid), self._resumed)

    def take_up(self, bezoek: Bezoek) -> None:
        """This visit is at our desk already: the program was started again, or it was reopened."""
        self._at_desk(bezoek)

    def ended(self, rid: UUID) -> None:
        """The visit was finished on its own screen."""
        if self.bezoek is not None and self.bezoek.id == rid:
            self._at_desk(None)

    def _still_busy(self) -> bool:
        if self.bezoek is not None:
            self._say(t.NOG_BEZIG.format(nummer=self.bezoek.nummer), Tone.WARN)
        return self.bezoek is not None

    def _run(self, work: Callable[[], R], done: Callable[[R], None], nummer: str = "") -> None:
        if self._busy:
            return
        self._busy = True
        self._tasks.run(self, "cache", work, partial(self._done, done), partial(self._failed, nummer))

    def _done(self, done: Callable[[R], None], result: R) -> None:
        self._busy = False
        done(result)

    def _failed(self, nummer: str, error: WerkdeskError) -> None:
        self._busy = False
        sentence = explain(error)
        self._say(t.GING_MIS.format(nummer=nummer, zin=sentence) if nummer else sentence, Tone.BAD)

    def _called(self, called: Called) -> None:
        bezoek = called.bezoek
        if bezoek is None:
            self._say(t.NIEMAND, Tone.NEUTRAL)
            return
        if self._is_elsewhere(bezoek):
            return
        self._open(bezoek)
        self._host.notify(
            Notice(
                t.OPGEROEPEN.format(nummer=bezoek.nummer, balie=self._actions.balie),
                Tone.GOOD,
                action=t.ONGEDAAN,
                do=partial(self._take_back, bezoek),
                seconds=UNDO_SECONDS,
            )
        )

    def _recalled(self, called: Called) -> None:
        bezoek = called.bezoek
        if bezoek is None or self._is_elsewhere(bezoek):
            return
        self._at_desk(bezoek)
        last = bezoek.oproepen >= MOST_CALLS
        words = t.LAATSTE_KEER if last else t.NOG_EENS
        self._say(words.format(nummer=bezoek.nummer, keer=bezoek.oproepen), Tone.WARN if last else Tone.GOOD)

    def _resumed(self, called: Called) -> None:
        if called.bezoek is not None and not self._is_elsewhere(called.bezoek):
            self._open(called.bezoek)
            self._say(t.HERVAT.format(nummer=called.bezoek.nummer), Tone.GOOD)

    def _not_come(self, gone: Bezoek, _: Changes) -> None:
        self._leave(gone)
        self._offer_return(t.NIET_GEKOMEN.format(nummer=gone.nummer), gone)

    def _parked(self, gone: Bezoek, _: Changes) -> None:
        self._leave(gone)
        self._offer_return(t.TERUG.format(nummer=gone.nummer), gone)

    def _offer_return(self, text: str, gone: Bezoek) -> None:
        self._host.notify(
            Notice(text, Tone.GOOD, action=t.ONGEDAAN, do=partial(self.resume, gone.id), seconds=UNDO_SECONDS)
        )

    def _take_back(self, bezoek: Bezoek) -> None:
        self._run(
            partial(self._actions.back_in_queue, bezoek.id), partial(self._waits_again, bezoek), bezoek.nummer
        )

    def _waits_again(self, bezoek: Bezoek, _: Changes) -> None:
        self.waits_again.emit(bezoek.id)
        self._leave(bezoek)

    def _is_elsewhere(self, bezoek: Bezoek) -> bool:
        """Two desks called the same number while they could not know: the first one keeps the visitor."""
        elsewhere = bezoek.balie is not None and bezoek.balie != self._actions.balie
        if elsewhere:
            self._say(t.ELDERS.format(balie=bezoek.balie, nummer=bezoek.nummer), Tone.WARN)
        return elsewhere

    def _open(self, bezoek: Bezoek) -> None:
        self._at_desk(bezoek)
        self._host.open(Opening(bezoek=bezoek, klant=bezoek.klant))

    def _leave(self, bezoek: Bezoek) -> None:
        self._at_desk(None)
        self.visit_gone.emit(bezoek.id)

    def _at_desk(self, bezoek: Bezoek | None) -> None:
        self.bezoek = bezoek
        self.changed.emit()

    def _say(self, text: str, tone: Tone) -> None:
        self._host.notify(Notice(text, tone, seconds=0 if tone is Tone.BAD else TELL_SECONDS))
