"""Finishing a visit and taking that back: it outlives the screen that asked for it."""

from __future__ import annotations

from functools import partial

from werkdesk.domain.bezoek import Bezoek, Uitkomst
from werkdesk.errors import WerkdeskError
from werkdesk.ui.frame.host import Host
from werkdesk.ui.frame.opening import Opening
from werkdesk.ui.kit.notice import UNDO_SECONDS, Notice
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.bezoek.actions import BezoekActions
from werkdesk.ui.teksten import bezoek as t
from werkdesk.ui.teksten.woorden import UITKOMSTEN
from werkdesk.ui.texts import explain
from werkdesk.usecases.changes import Changes


class Ending:
    """One finished visit, for ten seconds."""

    def __init__(self, actions: BezoekActions, tasks: Tasks, host: Host, bezoek: Bezoek) -> None:
        self._actions, self._tasks, self._host, self._bezoek = actions, tasks, host, bezoek

    def tell(self, outcome: Uitkomst) -> None:
        """Say that it is over, with a way back."""
        words = t.AFGEROND.format(nummer=self._bezoek.nummer, uitkomst=UITKOMSTEN[outcome].lower())
        self._host.notify(Notice(words, Tone.GOOD, action=t.ONGEDAAN, do=self._reopen, seconds=UNDO_SECONDS))

    def _reopen(self) -> None:
        work = partial(reopened, self._actions, self._bezoek)
        self._tasks.run(self._tasks, "cache", work, self._opened, self._failed)

    def _opened(self, found: tuple[Changes, Bezoek]) -> None:
        bezoek = found[1]
        self._actions.taken_up(bezoek)
        self._host.open(Opening(bezoek=bezoek, klant=bezoek.klant))
        self._host.notify(Notice(t.HEROPEND.format(nummer=bezoek.nummer), Tone.GOOD))

    def _failed(self, error: WerkdeskError) -> None:
        self._host.notify(Notice(explain(error), Tone.BAD))


def reopened(actions: BezoekActions, bezoek: Bezoek) -> tuple[Changes, Bezoek]:
    """Reopen, and read it as it is now. On lane ``cache``."""
    changes = actions.reopen(bezoek.id)
    return changes, actions.bezoek(bezoek.id) or bezoek
