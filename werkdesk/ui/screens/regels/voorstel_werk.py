"""What happens at the proposals: asking the register, reading one whole, approving and rejecting."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from werkdesk.errors import WerkdeskError
from werkdesk.ui.frame.host import Host
from werkdesk.ui.kit.notice import Notice
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.regels.actions import BeheerActions
from werkdesk.ui.screens.regels.oordeel import Judgement
from werkdesk.ui.screens.regels.voorstellen_page import ProposalsPage
from werkdesk.ui.teksten import regels_beheer as t
from werkdesk.usecases.regels.uitgangspunt import Uitgangspunt
from werkdesk.usecases.regels.voorstellen import Voorstel


class ProposalWork(QObject):
    """``begin``: the newest tables, once they were read. ``changed``: other versions are known.

    ``decided``: a colleague's proposal was approved or rejected here.
    """

    changed = Signal()
    decided = Signal()

    def __init__(self, actions: BeheerActions, tasks: Tasks, host: Host, parent: QObject) -> None:
        super().__init__(parent)
        self._actions, self._tasks, self._host = actions, tasks, host
        self._page: ProposalsPage | None = None
        self.begin: Uitgangspunt | None = None
        self.rows: tuple[Voorstel, ...] = ()

    @property
    def waiting(self) -> int:
        """How many proposals wait for who sits here."""
        return sum(one.wacht_op_mij for one in self.rows)

    def work_on(self, page: ProposalsPage) -> None:
        """Answer what this page asks."""
        self._page = page
        page.again.connect(self.ask)
        page.picked.connect(self._read_whole)
        page.judgement.approved.connect(self._approve)
        page.judgement.rejected.connect(self._reject)
        page.judgement.trial_asked.connect(self._try)

    @Slot()
    def ask(self) -> None:
        """Ask the register for the versions."""
        self._tasks.run(self, "office", self._actions.beheer.voorstellen, self._found, self._not_found)

    def show(self) -> None:
        """Show what is known."""
        if self._page is not None:
            self._page.show_rows(self.rows, {} if self.begin is None else self.begin.namen)

    def approve(self) -> None:
        """Ctrl+Enter: as the button, when it is there."""
        if self._page is not None and self._page.judgement.approve.isVisible():
            self._page.judgement.approve.click()

    def _found(self, rows: tuple[Voorstel, ...]) -> None:
        self.rows = rows
        self.changed.emit()

    def _not_found(self, error: WerkdeskError) -> None:
        if self._page is not None:
            self._page.show_failure(error)

    @Slot(object)
    def _read_whole(self, voorstel: Voorstel | None) -> None:
        judgement = self._judgement()
        if judgement is None or self.begin is None or voorstel is None or voorstel.stand != "wacht":
            return
        work = partial(self._actions.beheer.inzage, self.begin, voorstel)
        self._tasks.run(self, "office", work, judgement.show_inzage, judgement.refuse)

    @Slot(str)
    def _try(self, path: str) -> None:
        judgement = self._judgement()
        if judgement is None or judgement.inzage is None or self.begin is None or not path:
            return
        work = partial(self._actions.beheer.proef_op, self.begin, judgement.inzage, path)
        self._tasks.run(self, "office", work, judgement.show_outcome, judgement.trial_failed)

    @Slot(str)
    def _approve(self, pin: str) -> None:
        judgement = self._judgement()
        if judgement is not None and (voorstel := judgement.voorstel) is not None:
            actions = self._actions

            def work() -> Voorstel:
                actions.bevestig(pin)
                return actions.beheer.stel_vast(voorstel)

            self._decide(work, t.VASTGESTELD)

    @Slot(str)
    def _reject(self, reden: str) -> None:
        judgement = self._judgement()
        if judgement is not None and (voorstel := judgement.voorstel) is not None:
            words = t.AFGEWEZEN if voorstel.wacht_op_mij else t.INGETROKKEN
            self._decide(partial(self._actions.beheer.wijs_af, voorstel, reden), words)

    def _decide(self, work: Callable[[], Voorstel], words: str) -> None:
        judgement = self._judgement()
        if judgement is not None:
            judgement.show_failure("")
            self._tasks.run(self, "office", work, partial(self._on_decided, words), judgement.refuse)

    def _on_decided(self, words: str, voorstel: Voorstel) -> None:
        self._host.notify(Notice(words.format(nummer=voorstel.nummer), Tone.GOOD))
        self._actions.wek()
        self.ask()
        self.decided.emit()

    def _judgement(self) -> Judgement | None:
        return None if self._page is None else self._page.judgement
