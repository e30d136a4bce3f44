"""What screens read: frozen rows, made by SQL in ``storage`` and asked for through :class:`Overzichten`.

Rows hold domain values and codes; sentences and formats are the screen's. Names are composed here by the
rules of the BRP so that a list, a card and a letter never name a person in three ways.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from werkdesk.domain.bezoek import Bezoek, BezoekReden, BezoekStatus
from werkdesk.domain.intake import Intake
from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import Melding, MeldingStatus
from werkdesk.domain.papier import Brief, BriefStatus, Overeenkomst
from werkdesk.domain.plaatsing import Plaatsing
from werkdesk.domain.termijn import Termijn
from werkdesk.usecases.lijsten import (
    BelGroep,
    BelZaak,
    JongerenTelling,
    TermijnTelling,
    TermijnVraag,
    VoorschotTelling,
    Zakental,
)
from werkdesk.usecases.vraagrijen import Uitval, Vragen


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketRow:
    """A line of the queue. ``klant``: sort name, or ``None`` when nobody knows yet.

    ``geroepen``: the first call, ``laatst_geroepen`` the last one. ``spoed``: what cannot wait, as the code
    of the answer in the intake of the melding that runs.
    """

    id: UUID
    nummer: str
    reden: BezoekReden
    status: BezoekStatus
    binnen: datetime
    voorrang: str | None
    balie: int | None
    geroepen: datetime | None
    oproepen: int
    klant_id: UUID | None
    klant: str | None
    tolk: bool
    notitie: str | None
    onverzonden: bool
    laatst_geroepen: datetime | None = None
    spoed: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Oproep:
    """A call as the hall sees it: number and desk, no name. ``moment``: of the last call of this number."""

    nummer: str
    balie: int
    moment: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class BalieRow:
    """A desk and whom it serves. ``bezoek`` lets a desk that was started again go on with its visit."""

    balie: int
    nummer: str | None
    reden: BezoekReden | None
    sinds: datetime | None
    bezoek: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hal:
    """The reception of one location on one day. Lists are in the order of the queue."""

    wachtend: tuple[TicketRow, ...]
    straks_terug: tuple[TicketRow, ...]
    balies: tuple[BalieRow, ...]
    oproepen: tuple[Oproep, ...]  # the last four
    bezoeken: int
    meldingen: int
    brieven: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KlantHit:
    """One line of a search. ``waarom``: code of the reason when it is a look-alike, else ``None``.

    ``geheim``: the address may not be read in a list, and ``adres`` is empty. ``voornamen`` may be empty.
    """

    id: UUID
    naam: str
    geboren: str
    adres: str
    bsn: str
    open_meldingen: int
    onverzonden: bool
    kenmerk: str | None = None
    waarom: str | None = None
    voornamen: str = ""
    geheim: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MeldingRow:
    """A melding in a list."""

    id: UUID
    kenmerk: str
    klant_id: UUID
    klant: str
    moment: datetime
    status: MeldingStatus
    gemeente: str | None
    ontbreekt: tuple[str, ...]
    balie: int
    medewerker: str
    externe_ref: str | None
    onverzonden: bool
    eerste_termijn: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EerderRow:
    """A line of "Eerder": what happened with this klant before."""

    moment: datetime
    code: str  # melding, bezoek, brief, overeenkomst
    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefRow:
    """A letter in a list or in the later-afdrukken list."""

    id: UUID
    code: str
    kenmerk: str
    klant_id: UUID
    klant: str
    datum: date
    bladzijden: int
    status: BriefStatus
    reden_later: str | None
    sha256: str
    afdrukken: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KlantDossier:
    """Everything a visit shows of a klant."""

    klant: Klant
    meldingen: tuple[Melding, ...]  # newest first
    intakes: tuple[Intake, ...]
    brieven: tuple[Brief, ...]
    overeenkomsten: tuple[Overeenkomst, ...]
    eerder: tuple[EerderRow, ...]
    onverzonden: bool
    vragen: tuple[tuple[str, str], ...] = ()  # record type and field of what two desks disagree on
    plaatsingen: tuple[Plaatsing, ...] = ()  # the last one first, withdrawn ones too

    @property
    def open_melding(self) -> Melding | None:
        """The newest melding that is not closed."""
        return next((m for m in self.meldingen if m.status is not MeldingStatus.GESLOTEN), None)

    def intake_of(self, melding: UUID) -> Intake | None:
        """The intake of one melding."""
        return next((i for i in self.intakes if i.id == melding), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class TermijnRow:
    """A running date in the work list of deadlines. ``medewerker``: who recorded the melding.

    ``eigenaar``: sign-in name of who carries the case on. ``moment``: of the melding; the age of the case
    counts from it. ``spoed``: what cannot wait, as the code of the answer in the intake.
    """

    melding: UUID
    kenmerk: str
    klant_id: UUID
    klant: str
    termijn: Termijn
    medewerker: str
    eigenaar: str
    moment: datetime
    spoed: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ZaakRow:
    """One case with everything the work lists look at. ``naam``: sort name; ``brieven``: newest first."""

    melding: Melding
    klant: Klant
    naam: str
    intake: Intake | None
    brieven: tuple[Brief, ...]
    onverzonden: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxRow:
    """One act that is not received yet, or that needs a person."""

    id: UUID
    soort: str  # class name of the act
    kenmerk: str | None
    klant: str | None
    sinds: datetime
    medewerker: str
    stand: str  # wacht | onderweg | ontvangen | aandacht
    pogingen: int
    fout: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verbinding:
    """What the pill says, computed from the tables and never from the last call alone.

    ``wachten``: acts without receipt; ``aandacht``: acts and conflicts a person must look at; ``weg_sinds``:
    since when the line is down, or ``None``; ``laatste``: last full round, or ``None`` when never;
    ``klok_ms``: our clock minus the register's at the last answer; ``uitval``: today's times without the
    register, the last one first.
    """

    wachten: int
    aandacht: int
    bijlagen: int
    laatste: datetime | None
    weg_sinds: datetime | None
    fout: str | None
    journaal: int  # frames in the journal
    klok_ms: int = 0
    uitval: tuple[Uitval, ...] = ()


class Overzichten(Protocol):
    """Reads. All may be called from any thread; none writes."""

    def hal(self, locatie: str, dag: date) -> Hal: ...

    def bezoek(self, rid: UUID) -> Bezoek | None: ...

    def zoek(self, tekst: str, limit: int = 50) -> tuple[KlantHit, ...]:
        """Search as you type (``performance`` 3): typed reading of the query, then ranges; typos when few."""

    def lijkt_op(self, naam: str, geboortedatum: str | None, limit: int = 8) -> tuple[KlantHit, ...]:
        """Persons who may be the same as the one about to be made, with the reason."""

    def dossier(self, klant: UUID) -> KlantDossier | None: ...

    def meldingen(self, *, onverzonden: bool = False, limit: int = 500) -> tuple[MeldingRow, ...]: ...

    def zonder_datums(self, limit: int = 500) -> tuple[MeldingRow, ...]:
        """Open meldingen whose dates could not be computed yet, oldest first."""

    def open_zaken(self, limit: int = 5_000, eigenaar: str | None = None) -> tuple[ZaakRow, ...]:
        """Open cases, whole, oldest first; of one owner when given. A screen asks for few."""

    def zaken_met_aanvraag(self, limit: int) -> tuple[ZaakRow, ...]:
        """Open cases with an application whose advance is not refused; the first to be paid on top."""

    def jonge_zaken(self, leeftijd: int, limit: int) -> tuple[ZaakRow, ...]:
        """Open cases of who may be younger than ``leeftijd`` at the melding; who may apply first on top.

        Unknown birth dates count as young.
        """

    def bel_groepen(self) -> tuple[BelGroep, ...]:
        """How many cases there are to call about, by day and gemeente."""

    def te_bellen(self, groepen: Sequence[BelGroep], limit: int) -> tuple[BelZaak, ...]:
        """At least the first ``limit`` cases of these groups, in any order."""

    def werklijst(self, vraag: TermijnVraag, limit: int) -> tuple[TermijnRow, ...]:
        """Running dates, and one line for each open case without any."""

    def termijn_tellingen(self, vandaag: date) -> tuple[TermijnTelling, ...]:
        """How many lines of the work list each owner has."""

    def zakentallen(self, vandaag: date) -> tuple[Zakental, ...]:
        """How many open cases each owner carries."""

    def voorschot_telling(self, vandaag: date) -> VoorschotTelling:
        """How many advances there are to see to."""

    def jongeren_telling(self, vandaag: date) -> JongerenTelling:
        """How many young people have an open melding, by the dates that are stored with it."""

    def zaak(self, melding: UUID) -> ZaakRow | None: ...

    def melding_bij_kenmerk(self, kenmerk: str) -> Melding | None: ...

    def melding_bij_ref(self, externe_ref: str) -> Melding | None: ...

    def overeenkomst_bij_nummer(self, nummer: str) -> Overeenkomst | None: ...

    def klanten(self, *, limit: int = 500) -> tuple[KlantHit, ...]:
        """Everybody this desk knows, by name."""

    def termijnen(self, tot: date | None = None, limit: int = 500) -> tuple[TermijnRow, ...]: ...

    def brieven(self, *, later: bool = False, limit: int = 500) -> tuple[BriefRow, ...]: ...

    def brief(self, rid: UUID) -> Brief | None: ...

    def outbox(self, limit: int = 500) -> tuple[OutboxRow, ...]: ...

    def verbinding(self) -> Verbinding: ...

    def vragen(self) -> Vragen:
        """Questions for a person: what is open, oldest first, and what was settled of late."""

    def plaatsingen(self, *, klant: UUID | None = None, kvk: str | None = None) -> tuple[Plaatsing, ...]:
        """Placements of a klant, and those at an employer; each once, the first begin first."""

    def medewerkers(self) -> tuple[tuple[str, str], ...]:
        """Sign-in name and shown name of who works here now: to give work to."""

    def namen(self) -> tuple[tuple[str, str], ...]:
        """Sign-in name and shown name of everybody who ever worked here: who left stays in histories."""
