"""Who sits at the desk with this number: chosen, taken back, somebody else, or gone to another desk."""

from __future__ import annotations

from functools import partial
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QObject, SignalInstance

from werkdesk.domain.bezoek import Bezoek, BezoekStatus
from werkdesk.errors import WerkdeskError
from werkdesk.ui.frame.host import Host
from werkdesk.ui.kit.notice import UNDO_SECONDS, Notice
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.bezoek.actions import BezoekActions
from werkdesk.ui.teksten import bezoek as t
from werkdesk.ui.texts import explain
from werkdesk.usecases.changes import Changes
from werkdesk.usecases.overzichten import KlantDossier


class Chair(Protocol):
    """The visit screen as this course knows it."""

    @property
    def bezoek(self) -> Bezoek | None:
        """The visit, while it is ours."""

    @property
    def klant(self) -> UUID | None:
        """Who it is, when that is known."""

    @property
    def dossier(self) -> KlantDossier | None:
        """What is known of them now."""

    keys_wait: SignalInstance
    keys_stop: SignalInstance

    def seat(self, klant: UUID | None) -> None:
        """Show the work for this person, or ask who it is."""


class Visitor:
    """``choose`` who it is; for ten seconds, and after that by its own key, it can be somebody else.

    What was done for the wrong person stays theirs: it is told, never moved in silence.
    """

    def __init__(
        self, owner: QObject, chair: Chair, actions: BezoekActions, tasks: Tasks, host: Host
    ) -> None:
        self._owner, self._chair = owner, chair
        self._actions, self._tasks, self._host = actions, tasks, host
        self._is_busy = False
        self._found: KlantDossier | None = None  # as it was when this person was chosen

    def arrived(self, dossier: KlantDossier) -> None:
        """The dossier was read; the first time it is what there was before anything was done here."""
        if self._found is None or self._found.klant.id != dossier.klant.id:
            self._found = dossier

    def choose(self, klant: UUID) -> None:
        """Say who the visitor is. The number may be gone to another desk meanwhile; then it says so."""
        bezoek = self._chair.bezoek
        if bezoek is None:
            self._chair.seat(klant)
            return
        self._set(bezoek, klant, partial(self._chosen, bezoek, klant))

    def was_made(self, klant: UUID) -> None:
        """A new person, joined to the visit in the act that made them."""
        self._chair.seat(klant)

    def somebody_else(self) -> None:
        """The person on screen is not who sits here: the number is nobody's until another is chosen."""
        bezoek, klant = self._chair.bezoek, self._chair.klant
        if bezoek is None or klant is None:
            return
        self._set(bezoek, None, partial(self._stood_up, bezoek, klant, self.what_stays()))

    def what_stays(self) -> str:
        """What this dossier has now that it did not have when this person was chosen, in words."""
        then, now = self._found, self._chair.dossier
        if then is None or now is None or then.klant.id != now.klant.id:
            return ""
        kinds = {
            t.BLIJFT_MELDING: then.meldingen != now.meldingen,
            t.BLIJFT_GEGEVENS: then.klant.feiten != now.klant.feiten,
            t.BLIJFT_IDENTITEIT: (then.klant.controles, then.klant.niet_vastgesteld)
            != (now.klant.controles, now.klant.niet_vastgesteld),
            t.BLIJFT_INTAKE: then.intakes != now.intakes,
            t.BLIJFT_PAPIER: (then.brieven, then.overeenkomsten) != (now.brieven, now.overeenkomsten),
        }
        return ", ".join(word for word, differs in kinds.items() if differs)

    def _set(self, bezoek: Bezoek, klant: UUID | None, done: partial[None]) -> None:
        self._is_busy = True
        self._chair.keys_wait.emit(self._waits)
        work = partial(self._actions.choose_klant, bezoek.id, klant)
        self._tasks.run(self._owner, "cache", work, done, self._failed)

    def _waits(self) -> bool:
        return self._is_busy

    def _chosen(self, bezoek: Bezoek, klant: UUID, _: Changes) -> None:
        self._found, self._is_busy = None, False
        self._chair.seat(klant)
        self._offer(t.GEKOZEN.format(nummer=bezoek.nummer), Tone.GOOD, bezoek, None)

    def _stood_up(self, bezoek: Bezoek, klant: UUID, stays: str, _: Changes) -> None:
        self._is_busy = False
        self._chair.seat(None)
        words = t.IEMAND_ANDERS.format(nummer=bezoek.nummer)
        if stays:
            words = f"{words} {t.BLIJFT.format(wat=stays)}"
        self._offer(words, Tone.WARN if stays else Tone.GOOD, bezoek, klant)

    def _offer(self, words: str, tone: Tone, bezoek: Bezoek, back_to: UUID | None) -> None:
        do = partial(self._take_back, bezoek, back_to)
        self._host.notify(Notice(words, tone, action=t.ONGEDAAN, do=do, seconds=UNDO_SECONDS))

    def _take_back(self, bezoek: Bezoek, klant: UUID | None) -> None:
        """Undo: while the visit is still here, and whatever was shown meanwhile."""
        if self._chair.bezoek is None or self._chair.bezoek.id != bezoek.id:
            return
        if klant is None:
            self.somebody_else()
        else:
            self._set(bezoek, klant, partial(self._seated_again, klant))

    def _seated_again(self, klant: UUID, _: Changes) -> None:
        self._is_busy = False
        self._chair.seat(klant)

    def _failed(self, error: WerkdeskError) -> None:
        self._is_busy = False
        self._chair.keys_stop.emit()
        self._host.notify(Notice(explain(error), Tone.BAD))


def is_here(bezoek: Bezoek, balie: int) -> bool:
    """Whether the visitor sits at this desk."""
    return bezoek.status is BezoekStatus.AAN_BALIE and bezoek.balie in (None, balie)


def gone_words(bezoek: Bezoek) -> str:
    """Where a visitor went who does not sit here any more."""
    if bezoek.status is BezoekStatus.AAN_BALIE:
        return t.ELDERS.format(nummer=bezoek.nummer, balie=bezoek.balie)
    if bezoek.status is BezoekStatus.AFGEROND and bezoek.balie is not None:
        return t.ELDERS_KLAAR.format(nummer=bezoek.nummer, balie=bezoek.balie)
    return t.ELDERS_VERDER.format(nummer=bezoek.nummer)
