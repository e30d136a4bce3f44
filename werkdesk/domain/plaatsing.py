"""A placement of a klant with an employer, with what was judged of it (domain figures 5.1, 5.5, 5.6).

Two judgements belong to it. The displacement test rests on answers that are given at the counter; the check
of the banencarrousel rests on all placements, and a desk does not know all of them. So what a desk finds
there is a forecast, and the register checks it again (:class:`Hertoets`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from werkdesk.domain.termijn import RegelVerwijzing
from werkdesk.domain.waarden.kvk import KvkNummer, Vestigingsnummer

BLOCK, SIGNAAL, VRIJ = "BLOCK", "SIGNAAL", "VRIJ"
VERDRINGING, NADER_ONDERZOEK, GEEN_VERDRINGING = "VERDRINGING", "NADER_ONDERZOEK", "GEEN_VERDRINGING"
WET = "CAR-1"
"""The one carousel rule that is law (Pw 8a lid 2 d): nobody may let a placement go on against it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """An employment contract after a placement; ``einde`` is ``None`` for an indefinite time."""

    kvk: str
    begin: date
    einde: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkgever:
    """An employer as the trade register knows it. ``concern``: KVK of the parent, when there is one."""

    kvk: KvkNummer
    naam: str
    vestiging: Vestigingsnummer | None = None
    concern: KvkNummer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaatsingFeiten:
    """What is agreed. ``instrument``: as the rule tables name it; ``begin`` and ``einde`` inclusive.

    ``overeenkomst``: kenmerk of the agreement, when there is one. ``intentie``: the employer wrote that a
    contract follows (clause 11). ``verlenging``: a besluit to extend an earlier placement is there.
    """

    werkgever: Werkgever
    instrument: str
    functie: str
    begin: date
    einde: date
    uren: int
    betaald: bool = False
    overeenkomst: str | None = None
    intentie: bool = False
    verlenging: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdringingstoets:
    """The displacement test: answers ``ja``, ``nee``, ``onbekend`` per question, and what follows from them.

    ``geldig_tot``: last day on which a placement may begin with it. ``regelset``: which tables decided.
    """

    datum: date
    antwoorden: tuple[tuple[str, str], ...]
    oordeel: str
    slecht: tuple[str, ...] = ()
    onbekend: tuple[str, ...] = ()
    geldig_tot: date | None = None
    regels: tuple[RegelVerwijzing, ...] = ()
    uitleg: tuple[str, ...] = ()
    regelset: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrousel:
    """What the check of the banencarrousel found. ``treffers``: (rule, effect), sorted on rule.

    ``dagen``: unpaid days in the period that counts. ``geteld``: how many earlier placements were looked at.
    ``voorlopig``: other desks' placements since ``bijgewerkt`` were not known (``None``: never in touch).
    """

    oordeel: str
    treffers: tuple[tuple[str, str], ...] = ()
    dagen: int | None = None
    geteld: int = 0
    voorlopig: bool = False
    bijgewerkt: datetime | None = None
    regels: tuple[RegelVerwijzing, ...] = ()
    uitleg: tuple[str, ...] = ()
    regelset: str | None = None

    @property
    def redenen(self) -> frozenset[tuple[str, str]]:
        """The hits about which somebody has to decide something."""
        return frozenset(hit for hit in self.treffers if hit[1] in (BLOCK, SIGNAAL))


class HertoetsUitkomst(StrEnum):
    """What the register says of the forecast of a desk."""

    BEVESTIGD = "bevestigd"
    ANDERS = "anders"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hertoets:
    """The same check by the register, with every placement of every office that it knows."""

    uitkomst: HertoetsUitkomst
    carrousel: Carrousel


class Plaatsingskeuze(StrEnum):
    """What a person decides about a placement that the rules hold up."""

    DOORGAAN = "doorgaan"
    INTREKKEN = "intrekken"
    TERUG = "terug"  # the decision before is taken back


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaatsingsbesluit:
    """The decision, with the hits that were known to who took it."""

    keuze: Plaatsingskeuze
    reden: str
    medewerker: str
    moment: datetime
    treffers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TweedeOordeel:
    """A second person looked at the displacement test (domain figures 5.5)."""

    mag: bool
    reden: str
    medewerker: str
    moment: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaatsingseinde:
    """How it ended. ``contract``: what the employer gave after it; ``schuld``: none came by the klant."""

    einde: date
    medewerker: str
    moment: datetime
    contract: Contract | None = None
    schuld: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaatsing:
    """One placement. ``carrousel``: what the desk foresaw; ``hertoets``: the register's word on it."""

    soort: ClassVar[str] = "plaatsing"

    id: UUID
    klant: UUID
    gemeente: str
    feiten: PlaatsingFeiten
    carrousel: Carrousel
    toets: Verdringingstoets | None
    medewerker: str
    balie: int
    moment: datetime
    hertoets: Hertoets | None = None
    besluit: Plaatsingsbesluit | None = None
    tweede: TweedeOordeel | None = None
    einde: Plaatsingseinde | None = None

    @property
    def telt(self) -> bool:
        """Whether it counts as a placement at all: what was withdrawn never happened."""
        return self.besluit is None or self.besluit.keuze is not Plaatsingskeuze.INTREKKEN

    @property
    def oordeel(self) -> Carrousel:
        """What counts: the register's word, else the desk's forecast."""
        return self.carrousel if self.hertoets is None else self.hertoets.carrousel

    @property
    def voorlopig(self) -> bool:
        """Whether the register has not spoken yet on a forecast that was made without it."""
        return self.hertoets is None and self.carrousel.voorlopig

    @property
    def gezien(self) -> frozenset[tuple[str, str]]:
        """The hits that a person saw: in the forecast, or when they decided that it may go on."""
        decided = self.besluit.treffers if self.besluit is not None else ()
        return self.carrousel.redenen | frozenset(decided)

    @property
    def te_beslissen(self) -> frozenset[tuple[str, str]]:
        """The hits about which somebody still has to decide.

        A signal that was shown at the counter was weighed there; a block asks for a decision of its own.
        """
        if not self.telt or self.feiten.betaald:
            return frozenset()
        decided = frozenset(self.besluit.treffers) if self.besluit is not None else frozenset()
        found = self.oordeel.redenen
        return frozenset(hit for hit in found if hit not in (decided if hit[1] == BLOCK else self.gezien))

    @property
    def verdringing_akkoord(self) -> bool:
        """Whether the displacement test lets an agreement be printed."""
        if self.toets is None:
            return self.feiten.betaald
        if self.toets.oordeel == NADER_ONDERZOEK:
            return self.tweede is not None and self.tweede.mag
        return self.toets.oordeel == GEEN_VERDRINGING
