"""Fakes of what the use cases need: plain dictionaries that keep the promises of ``usecases.ports``.

They pass the same contract tests as the real storage (``tests/contract/test_work.py``).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from itertools import count
from typing import TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from werkdesk.domain.bezoek import Bezoek, BezoekStatus
from werkdesk.domain.brief import BriefGegevens, GemaakteBrief
from werkdesk.domain.gebeurtenissen import Gebeurtenis
from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import MeldingFeiten, MeldingStatus
from werkdesk.domain.rechten import check_right
from werkdesk.domain.rechten_nader import author_at_desk
from werkdesk.domain.termijn import Termijn
from werkdesk.domain.toepassen.toepassen import STAND_TYPES, Stand, apply
from werkdesk.domain.voorschot import Voorschotzaak
from werkdesk.errors import Unavailable
from werkdesk.usecases.changes import TOPIC_OF_RECORD, Changes, Topic
from werkdesk.usecases.overzichten import Hal, TicketRow
from werkdesk.usecases.ports import Concept, Wie

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
S = TypeVar("S", bound=Stand)

WIE = Wie(
    medewerker="t.verzonnen", naam="Tess Verzonnen", rollen=("balie",), balie=3, locatie="amstelveen",
    kantoor="amstelland", kantoor_naam="Werkplein (fictief)", gemeenten=("0362", "0358"),
)  # fmt: skip


class FakeClock:
    """Stands still until a test moves it."""

    def __init__(self, now: datetime | None = None) -> None:
        self.now = now or datetime(2026, 11, 3, 10, 9, tzinfo=AMSTERDAM)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **parts: float) -> None:
        """Let time pass: ``minutes=3``."""
        self.now += timedelta(**parts)


class FakeIds:
    """Rising ids that a reader of a failing test can follow."""

    def __init__(self, first: int = 1) -> None:
        self._numbers = count(first)

    def __call__(self) -> UUID:
        return UUID(int=next(self._numbers))


@dataclass
class FakeDesk:
    """Everything one desk keeps. ``acts``: committed, in order. ``units``: how many belong together."""

    stands: dict[tuple[str, UUID], Stand] = field(default_factory=dict)
    acts: list[Gebeurtenis] = field(default_factory=list)
    actors: list[Wie] = field(default_factory=list)
    units: list[int] = field(default_factory=list)
    tellers: dict[str, int] = field(default_factory=dict)
    blobs: dict[str, bytes] = field(default_factory=dict)
    concepten: dict[str, tuple[dict[str, str], str]] = field(default_factory=dict)

    @contextmanager
    def work(self, wie: Wie) -> Iterator[FakeCache]:
        """The port ``Work``."""
        yield FakeCache(self, wie)

    def read_blob(self, sha256: str) -> bytes | None:
        """The port ``Blobs``."""
        return self.blobs.get(sha256)

    def get(self, kind: type[S], rid: UUID) -> S:
        """A record that must exist."""
        stand = self.stands[kind.soort, rid]
        assert isinstance(stand, kind)
        return stand

    def all(self, kind: type[S]) -> list[S]:
        """Every record of a kind."""
        return [stand for stand in self.stands.values() if isinstance(stand, kind)]

    def hal(self, locatie: str, dag: date) -> Hal:
        """The one list that a use case reads."""
        waiting = [
            one for one in self.all(Bezoek)
            if one.status is BezoekStatus.WACHT and one.locatie == locatie and one.binnen.date() == dag
        ]  # fmt: skip
        return Hal(
            wachtend=tuple(_row(one) for one in waiting), straks_terug=(), balies=(), oproepen=(),
            bezoeken=len(waiting), meldingen=0, brieven=0,
        )  # fmt: skip


class FakeCache:
    """One unit of work on a :class:`FakeDesk`."""

    def __init__(self, desk: FakeDesk, wie: Wie) -> None:
        self._desk = desk
        self._wie = wie
        self._stands: dict[tuple[str, UUID], Stand] = {}
        self._acts: list[Gebeurtenis] = []
        self._blobs: dict[str, bytes] = {}
        self._dropped: list[str] = []

    def get(self, kind: type[S], rid: UUID) -> S | None:
        stand = self._stand(kind.soort, rid)
        return stand if isinstance(stand, kind) else None

    def record(self, *acts: Gebeurtenis) -> None:
        for act in acts:
            before = self._stand(act.betreft, act.id)
            check_right(act, before, author_at_desk(self._wie.medewerker, self._wie.rollen, act, before))
            after = apply(before, act).stand
            self._stands[act.betreft, act.id] = after
            self._acts.append(act)

    def next_teller(self, wat: str) -> int:
        self._desk.tellers[wat] = self._desk.tellers.get(wat, 0) + 1
        return self._desk.tellers[wat]

    def keep_blob(self, sha256: str, content: bytes) -> None:
        self._blobs[sha256] = content

    def drop_concept(self, sleutel: str) -> None:
        self._dropped.append(sleutel)

    def commit(self) -> Changes:
        desk = self._desk
        desk.stands |= self._stands
        desk.acts += self._acts
        desk.actors += [self._wie] * len(self._acts)
        desk.blobs |= self._blobs
        if self._acts:
            desk.units.append(len(self._acts))
        topics = Topic.OUTBOX if self._acts else Topic.NONE
        for act in self._acts:
            topics |= TOPIC_OF_RECORD[act.betreft]
        for sleutel in self._dropped:
            if desk.concepten.pop(sleutel, None) is not None:
                topics |= Topic.CONCEPT
        return Changes(topics, frozenset(act.id for act in self._acts))

    def _stand(self, soort: str, rid: UUID) -> Stand | None:
        return self._stands.get((soort, rid)) or self._desk.stands.get((soort, rid))


class FakeConcepten:
    """The port ``Concepten`` on a :class:`FakeDesk`."""

    def __init__(self, desk: FakeDesk) -> None:
        self._desk = desk

    def save(self, sleutel: str, velden: dict[str, str], medewerker: str) -> Changes:
        self._desk.concepten[sleutel] = (dict(velden), medewerker)
        return Changes(Topic.CONCEPT)

    def read(self, sleutel: str) -> dict[str, str] | None:
        found = self._desk.concepten.get(sleutel)
        return None if found is None else dict(found[0])

    def of(self, medewerker: str) -> tuple[Concept, ...]:
        return tuple(
            Concept(sleutel=key, moment=FakeClock()(), velden=dict(velden))
            for key, (velden, wie) in reversed(self._desk.concepten.items())
            if wie == medewerker
        )

    def drop(self, sleutel: str) -> Changes:
        return Changes(Topic.CONCEPT if self._desk.concepten.pop(sleutel, None) else Topic.NONE)


class FakePress:
    """Makes bytes that hold the data, so that a test can read what would be printed."""

    def __init__(self) -> None:
        self.made: list[BriefGegevens] = []

    def make(self, gegevens: BriefGegevens) -> GemaakteBrief:
        self.made.append(gegevens)
        pdf = b"%PDF-" + repr(replace(gegevens, velden=sorted(gegevens.velden.items()))).encode()  # type: ignore[arg-type]
        return GemaakteBrief(
            pdf=pdf,
            sha256=hashlib.sha256(pdf).hexdigest(),
            bladzijden=1,
            sjabloon=f"{gegevens.soort}/1",
            onderwerp=gegevens.soort,
        )


class FakePrinter:
    """Keeps what was printed; :attr:`fout` makes it fail with that code."""

    def __init__(self, fout: str | None = None) -> None:
        self.fout = fout
        self.printed: list[tuple[bytes, str, int]] = []

    @property
    def naam(self) -> str:
        return "printer-hal"

    def print_pdf(self, pdf: bytes, *, titel: str, exemplaren: int) -> str:
        if self.fout is not None:
            raise Unavailable(self.fout)
        self.printed.append((pdf, titel, exemplaren))
        return f"printer-hal-{len(self.printed)}"


def fake_rekenaar(
    klant: Klant, feiten: MeldingFeiten, moment: datetime, voorschot: Voorschotzaak | None = None
) -> tuple[MeldingStatus, tuple[Termijn, ...]]:
    """One date, which depends on the birth date and the moment."""
    born = klant.feiten.geboortedatum
    if born is None:
        return MeldingStatus.GEMELD, ()
    young = (moment.year - int(born[:4])) < 27
    status = MeldingStatus.ZOEKTERMIJN if young else MeldingStatus.AANVRAAG_MOGELIJK
    return status, (Termijn(code="D01", naam="Zoektermijn", begin=moment.date()),) if young else ()


def _row(one: Bezoek) -> TicketRow:
    return TicketRow(
        id=one.id, nummer=one.nummer, reden=one.reden, status=one.status, binnen=one.binnen,
        voorrang=one.voorrang, balie=one.balie, geroepen=one.geroepen, oproepen=one.oproepen,
        klant_id=one.klant, klant=None, tolk=False, notitie=one.notitie, onverzonden=True,
    )  # fmt: skip


assert all(kind.soort in TOPIC_OF_RECORD for kind in STAND_TYPES)
