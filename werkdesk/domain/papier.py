"""Letters and agreements as the dossier keeps them: what was made, from what, and where it went."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from werkdesk.domain.kenmerk import Kenmerk
from werkdesk.domain.termijn import Termijn


class BriefStatus(StrEnum):
    """What we know of the paper: handed to the printer, not "printed"."""

    OPGEMAAKT = "opgemaakt"
    LATER = "later_afdrukken"
    AANGEBODEN = "aangeboden"


@dataclass(frozen=True, slots=True, kw_only=True)
class Afdruk:
    """One hand-over to a printer (a print record, F87). ``duplicaat`` 0 is the original."""

    printer: str
    opdracht: str
    exemplaren: int
    moment: datetime
    medewerker: str
    balie: int
    duplicaat: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """One letter or agreement on paper. The PDF itself is kept under ``sha256``."""

    soort: ClassVar[str] = "brief"

    id: UUID
    code: str  # L01, L02, OPL ...
    kenmerk: str  # of the melding or agreement it belongs to, with its own letter: M-3-0147-K/a
    klant: UUID
    sha256: str
    bladzijden: int
    sjabloon: str
    datum: date
    melding: UUID | None = None
    overeenkomst: UUID | None = None
    over: str | None = None  # which computed date it explains, as termijn_merk() writes it
    status: BriefStatus = BriefStatus.OPGEMAAKT
    reden_later: str | None = None
    afdrukken: tuple[Afdruk, ...] = ()


def termijn_merk(termijn: Termijn) -> str:
    """``D06 3f9a1c22b0de``: a date and all that was said of it, so that a moved date is another one.

    Twelve hexadecimals of a hash: the facts behind a date are somebody's and stay with the case.
    """
    said = (
        termijn.begin, termijn.uiterste_datum, termijn.streefdatum, termijn.stand, termijn.regelset,
        *termijn.uitleg, *(part for rule in termijn.regels for part in (rule.regel, rule.versie, rule.bron)),
        *(part for fact in termijn.feiten for part in fact),
    )  # fmt: skip
    digest = hashlib.sha256("\x1f".join(map(str, said)).encode()).hexdigest()
    return f"{termijn.code} {digest[:12]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mijlpaal:
    """A year of a training: what must be reached, when, proved by what, at which cost in whole cents.

    ``halverwege``: a step in the middle of that year, which costs nothing by itself.
    """

    jaar: int
    doel: str
    uiterlijk: date
    bewijs: str
    lesgeld: int = 0
    examen: int = 0
    boeken: int = 0
    reiskosten: int = 0
    kinderopvang: int = 0
    halverwege: bool = False

    @property
    def kosten(self) -> int:
        """The cost of this year in whole cents."""
        return self.lesgeld + self.examen + self.boeken + self.reiskosten + self.kinderopvang


@dataclass(frozen=True, slots=True, kw_only=True)
class Betaling:
    """Who pays what to whom, and when, as agreed on; plain words."""

    wat: str
    wie: str
    aan: str | None = None
    wanneer: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpleidingsVoorwaarden:
    """What an opleidingsovereenkomst agrees on (domain figures 5.2-5.4).

    ``betaalt``: ``gemeente``, ``werkgever``, ``klant``, ``uwv``, ``samen``, or the name of somebody else.
    ``None`` is "not agreed yet", never "no".
    """

    opleiding: str
    opleider: str
    opleider_plaats: str | None = None
    opleider_adres: str | None = None
    opleider_kvk: str | None = None
    opleider_tekent: str | None = None  # who signs for the school; a dotted line when not known yet
    niveau: str | None = None
    leerweg: str | None = None  # BBL, BOL, anders
    crebo: str | None = None
    doel: str | None = None
    vraag_arbeidsmarkt: str | None = None  # evidence of demand (F22)
    begin: date
    einde: date
    uren_per_week: int | None = None
    mijlpalen: tuple[Mijlpaal, ...] = ()
    betaalt: str = "gemeente"
    voorgaande_bekostiging: str | None = None
    begeleider: str | None = None
    gemeente_tekent: str | None = None
    werkgever: str | None = None
    werkgever_adres: str | None = None
    werkgever_kvk: str | None = None
    werkgever_tekent: str | None = None
    besluitnummer: str | None = None
    dagen: str | None = None  # on which days of the week
    klant_vertegenwoordiger: str | None = None  # signs too under 18 or under guardianship
    begeleider_telefoon: str | None = None
    begeleider_opleider: str | None = None  # who guides at the school or at work
    begeleiding_uren: int | None = None  # hours a week
    betalingen: tuple[Betaling, ...] = ()
    uitkering_loopt: bool | None = None  # the klant keeps the benefit during the training
    doorbetalen: bool | None = None  # the gemeente goes on paying when the klant finds work
    taken: str | None = None  # at the employer
    niet_alleen: str | None = None  # what is not done alone
    verzekering: str | None = None  # who has insured accident and liability
    verdringing: str | None = None  # outcome of the verdringingstoets, with its day and number


@dataclass(frozen=True, slots=True, kw_only=True)
class Overeenkomst:
    """An agreement with a klant."""

    soort: ClassVar[str] = "overeenkomst"

    id: UUID
    nummer: Kenmerk
    klant: UUID
    gemeente: str
    voorwaarden: OpleidingsVoorwaarden
    opgesteld_op: datetime
    medewerker: str
    melding: UUID | None = None
