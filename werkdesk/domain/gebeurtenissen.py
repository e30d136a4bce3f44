"""What can happen: every act of staff as one frozen type.

An act names the record it concerns (``id``), carries everything a later reader needs, and is written down
once. Acts that set fields carry what they replace (``was``) and what they put (``wordt``) for the fields in
``velden``; the other fields of both are empty. Acts that add never conflict.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from werkdesk.domain.afdoening import VraagAfgedaan as VraagAfgedaan
from werkdesk.domain.afdoening import VraagHeropend as VraagHeropend
from werkdesk.domain.belpoging import Belpoging
from werkdesk.domain.bewijs import Bewijs
from werkdesk.domain.bezoek import BezoekReden, Uitkomst
from werkdesk.domain.intake import Antwoord
from werkdesk.domain.kenmerk import Kenmerk
from werkdesk.domain.klant import Identiteitscontrole, NietVastgesteld
from werkdesk.domain.melding import Afloop, MeldingFeiten, MeldingStatus
from werkdesk.domain.papier import OpleidingsVoorwaarden
from werkdesk.domain.persoon import KlantFeiten
from werkdesk.domain.plaatsing_gebeurtenissen import PlaatsingGebeurtenis as PlaatsingGebeurtenis
from werkdesk.domain.termijn import Termijn
from werkdesk.domain.voorschot_gebeurtenissen import (
    VoorschotBesloten,
    VoorschotBetaald,
    VoorschotBetalingTeruggenomen,
    VoorschotVoorgesteld,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BezoekBinnengekomen:
    """Somebody walked in and took a number."""

    betreft: ClassVar[str] = "bezoek"

    id: UUID
    nummer: str
    reden: BezoekReden
    locatie: str
    moment: datetime
    voorrang: str | None = None
    klant: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BezoekOpgeroepen:
    """A desk called the number, for the first time or again."""

    betreft: ClassVar[str] = "bezoek"

    id: UUID
    balie: int
    moment: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class BezoekNietVerschenen:
    """Nobody came. ``balie``: the desk that says so; nothing in an act that an older program made."""

    betreft: ClassVar[str] = "bezoek"

    id: UUID
    moment: datetime
    balie: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BezoekGeparkeerd:
    """The visitor comes back in a moment; any desk may go on."""

    betreft: ClassVar[str] = "bezoek"

    id: UUID
    notitie: str
    moment: datetime
    balie: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BezoekTeruggezet:
    """A call that was a mistake: the visitor waits again, in the place they had."""

    betreft: ClassVar[str] = "bezoek"

    id: UUID
    moment: datetime
    balie: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BezoekHervat:
    """A desk goes on with a parked or missed visitor."""

    betreft: ClassVar[str] = "bezoek"

    id: UUID
    balie: int
    moment: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class BezoekKlantGekozen:
    """Who the visitor is; ``None``: somebody else than was thought, and not yet known who."""

    betreft: ClassVar[str] = "bezoek"

    id: UUID
    klant: UUID | None
    balie: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BezoekAfgerond:
    """The visit ended with an outcome."""

    betreft: ClassVar[str] = "bezoek"

    id: UUID
    uitkomst: Uitkomst
    moment: datetime
    verwezen_naar: str | None = None
    balie: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BezoekHeropend:
    """The end was taken back (within ten seconds, or by a colleague with a reason)."""

    betreft: ClassVar[str] = "bezoek"

    id: UUID
    moment: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class KlantIngeschreven:
    """A new person, made after a search."""

    betreft: ClassVar[str] = "klant"

    id: UUID
    feiten: KlantFeiten
    moment: datetime
    gezocht: bool = True
    toch_nieuw: str | None = None  # reason, when look-alikes were shown


@dataclass(frozen=True, slots=True, kw_only=True)
class KlantGewijzigd:
    """Facts of a person were changed."""

    betreft: ClassVar[str] = "klant"

    id: UUID
    velden: tuple[str, ...]
    was: KlantFeiten
    wordt: KlantFeiten


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentiteitGezien:
    """An identity document was seen."""

    betreft: ClassVar[str] = "klant"

    id: UUID
    controle: Identiteitscontrole


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentiteitNietVastgesteld:
    """No document could be seen."""

    betreft: ClassVar[str] = "klant"

    id: UUID
    waarom: NietVastgesteld


@dataclass(frozen=True, slots=True, kw_only=True)
class MeldingGedaan:
    """Somebody reported for bijstand. Everything that day decides is in here, also the dates it sets."""

    betreft: ClassVar[str] = "melding"

    id: UUID
    kenmerk: Kenmerk
    klant: UUID
    moment: datetime
    feiten: MeldingFeiten
    status: MeldingStatus
    medewerker: str
    balie: int
    bezoek: UUID | None = None
    ontbreekt: tuple[str, ...] = ()
    termijnen: tuple[Termijn, ...] = ()
    externe_ref: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeldingGewijzigd:
    """Facts of a melding were changed; ``ontbreekt`` is what is still missing after it."""

    betreft: ClassVar[str] = "melding"

    id: UUID
    velden: tuple[str, ...]
    was: MeldingFeiten
    wordt: MeldingFeiten
    ontbreekt: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TermijnenHerrekend:
    """The dates of a case were computed anew, by an act and for a reason."""

    betreft: ClassVar[str] = "melding"

    id: UUID
    termijnen: tuple[Termijn, ...]
    status: MeldingStatus
    reden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BelpogingGedaan:
    """Somebody called the klant about a melding; it adds, so two desks never disagree."""

    betreft: ClassVar[str] = "melding"

    id: UUID
    poging: Belpoging


@dataclass(frozen=True, slots=True, kw_only=True)
class BewijsGezien:
    """A piece of evidence was seen at the counter; its kind is noted, no copy is made."""

    betreft: ClassVar[str] = "melding"

    id: UUID
    bewijs: Bewijs


@dataclass(frozen=True, slots=True, kw_only=True)
class MeldingGesloten:
    """A melding ended, with what became of it; its dates no longer run."""

    betreft: ClassVar[str] = "melding"

    id: UUID
    afloop: Afloop
    medewerker: str
    moment: datetime
    reden: str | None = None
    schriftelijk: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MeldingHeropend:
    """The end was taken back, with a reason; the melding goes on where it stood."""

    betreft: ClassVar[str] = "melding"

    id: UUID
    reden: str
    medewerker: str
    moment: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeBeantwoord:
    """One question of the short intake was answered; ``id`` is the melding's."""

    betreft: ClassVar[str] = "intake"

    id: UUID
    vraag: str
    was: Antwoord | None
    wordt: Antwoord


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefOpgemaakt:
    """A letter or agreement was made and its bytes are kept."""

    betreft: ClassVar[str] = "brief"

    id: UUID
    code: str
    kenmerk: str
    klant: UUID
    sha256: str
    bladzijden: int
    sjabloon: str
    datum: date
    melding: UUID | None = None
    overeenkomst: UUID | None = None
    over: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefAangeboden:
    """A printer took the letter."""

    betreft: ClassVar[str] = "brief"

    id: UUID
    printer: str
    opdracht: str
    exemplaren: int
    moment: datetime
    medewerker: str
    balie: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefUitgesteld:
    """No printer could take it; it waits in "later afdrukken"."""

    betreft: ClassVar[str] = "brief"

    id: UUID
    reden: str
    moment: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OvereenkomstOpgesteld:
    """An agreement was drawn up."""

    betreft: ClassVar[str] = "overeenkomst"

    id: UUID
    nummer: Kenmerk
    klant: UUID
    gemeente: str
    voorwaarden: OpleidingsVoorwaarden
    moment: datetime
    medewerker: str
    melding: UUID | None = None


BezoekGebeurtenis = (
    BezoekBinnengekomen
    | BezoekOpgeroepen
    | BezoekNietVerschenen
    | BezoekGeparkeerd
    | BezoekTeruggezet
    | BezoekHervat
    | BezoekKlantGekozen
    | BezoekAfgerond
    | BezoekHeropend
)
KlantGebeurtenis = KlantIngeschreven | KlantGewijzigd | IdentiteitGezien | IdentiteitNietVastgesteld
MeldingGebeurtenis = (
    MeldingGedaan
    | MeldingGewijzigd
    | TermijnenHerrekend
    | BelpogingGedaan
    | BewijsGezien
    | VoorschotVoorgesteld
    | VoorschotBesloten
    | VoorschotBetaald
    | VoorschotBetalingTeruggenomen
    | MeldingGesloten
    | MeldingHeropend
)
IntakeGebeurtenis = IntakeBeantwoord
BriefGebeurtenis = BriefOpgemaakt | BriefAangeboden | BriefUitgesteld
OvereenkomstGebeurtenis = OvereenkomstOpgesteld
AfdoeningGebeurtenis = VraagAfgedaan | VraagHeropend
Gebeurtenis = (
    BezoekGebeurtenis
    | KlantGebeurtenis
    | MeldingGebeurtenis
    | IntakeGebeurtenis
    | BriefGebeurtenis
    | OvereenkomstGebeurtenis
    | AfdoeningGebeurtenis
    | PlaatsingGebeurtenis
)
