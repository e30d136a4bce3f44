"""Nobody sees a file unseen: what is shown is written down first, and shown only when that is durable."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from werkdesk.domain.geheimhouding import AdresPlek, may_show_address
from werkdesk.domain.inzage import Getoond, Inzage, InzageReden
from werkdesk.domain.klant import Klant
from werkdesk.domain.regels.inzage import RedenKeuze, inzage_redenen
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.errors import Refused
from werkdesk.messages.inzage import BlikAnswer, BlikRequest
from werkdesk.usecases.overzichten import KlantDossier, Overzichten
from werkdesk.usecases.papieren import LetterPreview, LetterPrinted, LetterWanted
from werkdesk.usecases.ports import Clock, Wie

EXPLANATION = "UIT"
Geldend = Callable[[], RegelSet]
MakePaper = Callable[[LetterWanted], LetterPreview]


@dataclass(frozen=True, slots=True, kw_only=True)
class BlikStand:
    """How many looks the register does not have yet, and the head of the office's log as it last told us:
    an anchor of the log outside its database (``kop_hash`` empty before the first answer).
    """

    wacht: int
    kop_nummer: int = 0
    kop_hash: str = ""


class InzageBoek(Protocol):
    """Where looks are written down at the desk."""

    def keep(self, wie: Wie, inzage: Inzage) -> None:
        """Write it; it survives a power cut once this returns. Any thread.

        Raises ``Unavailable``: ``schijf.*``, ``journaal.fout``; then it was not written.
        """

    def stand(self) -> BlikStand:
        """What waits, and the head of the log. Raises ``Unavailable``."""


class BlikStore(Protocol):
    """What one round of synchronising reads and writes of the looks."""

    def next_looks(self) -> BlikRequest | None:
        """The oldest looks that the register does not have; ``None`` when it has all of them."""

    def looks_received(self, sent: BlikRequest, answer: BlikAnswer) -> None:
        """How far the register is. Raises ``Refused('register.antwoord')`` for what cannot be true."""


class BlikLink(Protocol):
    """The line to the register. Raises as ``RegisterLink``."""

    def send_looks(self, request: BlikRequest) -> BlikAnswer: ...


@dataclass(frozen=True, slots=True)
class Kijkreden:
    """Why a dossier is open now, and the visit in whose course."""

    reden: InzageReden
    bezoek: UUID | None = None


class Inzien:
    """Everything that shows what is known of a klant, for one colleague and one working session.

    A reason that was given for a klant counts for the rest of the session, also after the desk was locked:
    every look is written down again, the question is asked once. Any thread.
    """

    def __init__(
        self,
        wie: Wie,
        boek: InzageBoek,
        overzichten: Overzichten,
        geldend: Geldend,
        clock: Clock,
    ) -> None:
        self._wie, self._boek, self._overzichten = wie, boek, overzichten
        self._geldend, self._clock = geldend, clock
        self._now: dict[UUID, Kijkreden] = {}
        self._given: dict[UUID, InzageReden] = {}

    def reasons(self) -> tuple[RedenKeuze, ...]:
        """What a colleague can answer, in the order of the digits."""
        return inzage_redenen(self._geldend(), self._clock().date(), self._wie.gemeenten[0])

    def stand(self) -> BlikStand:
        """What waits here for the register. Raises ``Unavailable``."""
        return self._boek.stand()

    def given(self, klant: UUID) -> InzageReden | None:
        """The reason that was given for this klant in this session; in memory, for the thread of screens."""
        return self._given.get(klant)

    def open(self, klant: UUID, why: Kijkreden, *, asked: bool = False) -> KlantDossier | None:
        """The dossier, after the look at it was written. ``asked``: the colleague gave the reason themselves.

        Raises ``Unavailable('inzage.niet_vastgelegd')`` when it could not be written; nothing is shown then.
        """
        self._keep(klant, Getoond.DOSSIER, why)
        self._now[klant] = why
        if asked:
            self._given[klant] = why.reden
        return self._overzichten.dossier(klant)

    def whole_bsn(self, klant: UUID) -> str:
        """All nine digits. Raises ``Refused('bsn.onbekend')``, and as :meth:`open`."""
        bsn = self._known(klant).feiten.bsn
        if bsn is None:
            raise Refused("bsn.onbekend")
        self._keep(klant, Getoond.BSN, self._why(klant))
        return str(bsn)

    def secret_address(self, klant: UUID) -> Klant:
        """The klant, whose secret address may be shown now. Raises as :meth:`open`."""
        known = self._known(klant)
        self._keep(klant, Getoond.ADRES, self._why(klant))
        return known

    def note_form(self, klant: UUID) -> None:
        """The form of a known person opens: their BSN stands in it, and a secret address. Raises as above."""
        facts = self._known(klant).feiten
        if facts.bsn is not None:
            self._keep(klant, Getoond.BSN, self._why(klant))
        if not may_show_address(facts, AdresPlek.SCHERM):
            self._keep(klant, Getoond.ADRES, self._why(klant))

    def preview(
        self, make: MakePaper, wanted: LetterWanted, *, why: Kijkreden | None = None
    ) -> LetterPreview:
        """A paper on the screen. It is made first: what the press refuses was not seen. Raises as above."""
        made = make(wanted)
        what = Getoond.UITLEG if wanted.code == EXPLANATION else Getoond.BRIEF
        self._keep(wanted.klant, what, why or self._why(wanted.klant), wanted.code)
        return made

    def show_kept(self, klant: UUID, stuk: str, read: Callable[[], bytes | None]) -> bytes | None:
        """A paper that was kept, on the screen. Raises as above."""
        self._keep(klant, Getoond.BRIEF, self._why(klant), stuk)
        return read()

    def print_new(
        self, do: Callable[[LetterPreview, int], LetterPrinted], preview: LetterPreview, copies: int
    ) -> LetterPrinted:
        """A paper leaves the printer. A letter is an act; an explanation is noted as a look too."""
        wanted = preview.wanted
        if wanted.code == EXPLANATION:
            self._keep(wanted.klant, Getoond.UITLEG_GEDRUKT, self._why(wanted.klant), wanted.code)
        return do(preview, copies)

    def _known(self, klant: UUID) -> Klant:
        dossier = self._overzichten.dossier(klant)
        if dossier is None:
            raise Refused("klant.onbekend")
        return dossier.klant

    def _why(self, klant: UUID) -> Kijkreden:
        """Why the dossier is open. Raises ``Refused('inzage.reden')`` when it is not."""
        why = self._now.get(klant)
        if why is None:
            raise Refused("inzage.reden")
        return why

    def _keep(self, klant: UUID, what: Getoond, why: Kijkreden, stuk: str = "") -> None:
        look = Inzage(klant=klant, getoond=what, reden=why.reden, bezoek=why.bezoek, stuk=stuk)
        self._boek.keep(self._wie, look)
