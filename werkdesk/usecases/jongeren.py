"""The youth desk: who searches until when, on what grounds one need not wait, what evidence was seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.bewijs import Bewijs
from werkdesk.domain.datums import kalenderdag
from werkdesk.domain.regels.jongerenloket import JongereKaart, bewijssoorten, jongere_kaart
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.termijn import Termijn
from werkdesk.errors import Refused
from werkdesk.usecases.lijsten import OPENED, JongerenTelling
from werkdesk.usecases.meldingen import MeldingSaved, committed, open_melding
from werkdesk.usecases.overzichten import Overzichten, ZaakRow
from werkdesk.usecases.ports import Clock, Wie, Work
from werkdesk.usecases.rekenaar import term_facts
from werkdesk.usecases.terugbellen import Geldend

GROWN_UP, AGE = "27_of_ouder", "zoektermijn.leeftijd"


@dataclass(frozen=True, slots=True, kw_only=True)
class JongereRow:
    """One young person with an open melding. ``termijn``: the search period as it was stored, for F1."""

    melding: UUID
    kenmerk: str
    klant_id: UUID
    klant: str
    geboren: str
    gemeente: str | None
    moment: datetime
    eigenaar: str
    kaart: JongereKaart
    termijn: Termijn | None
    bewijzen: tuple[Bewijs, ...]
    onverzonden: bool


def youth_list(
    *, overzichten: Overzichten, geldend: Geldend, clock: Clock, limit: int = OPENED
) -> tuple[JongereRow, ...]:
    """Who is or may be under 27; who may apply first on top, unknown ages last; at most ``limit``."""
    regels, today = geldend(), kalenderdag(clock())
    rows = (_row(zaak, regels, today) for zaak in overzichten.jonge_zaken(_oldest(regels), limit))
    young = [row for row in rows if row.kaart.reden != GROWN_UP]
    return tuple(sorted(young, key=lambda row: (row.kaart.eerste_aanvraagdatum or date.max, row.kenmerk)))


def youth_counts(*, overzichten: Overzichten, clock: Clock) -> JongerenTelling:
    """How many young people there are, and how many may apply now; no case is opened."""
    return overzichten.jongeren_telling(kalenderdag(clock()))


def _oldest(regels: RegelSet) -> int:
    """The highest age, in years, under which any version of the tables asks for a search period."""
    return max(int(regel.waarde) for regel in regels.regels if regel.id == AGE)


def youth_card(melding: UUID, *, overzichten: Overzichten, geldend: Geldend, clock: Clock) -> JongereRow:
    """The card of one open melding. Raises ``Refused('melding.onbekend')``."""
    zaak = overzichten.zaak(melding)
    if zaak is None:
        raise Refused("melding.onbekend")
    return _row(zaak, geldend(), kalenderdag(clock()))


def note_evidence(
    melding: UUID, code: str, *, wie: Wie, work: Work, clock: Clock, geldend: Geldend
) -> MeldingSaved:
    """Note that a kind of evidence was seen.

    Raises ``Refused``: as ``open_melding``, ``bewijs.onbekend``.
    """
    if code not in bewijssoorten(geldend()):
        raise Refused("bewijs.onbekend", field="bewijs")
    with work(wie) as cache:
        open_melding(cache, melding)
        seen = Bewijs(code=code, moment=clock(), medewerker=wie.medewerker)
        cache.record(g.BewijsGezien(id=melding, bewijs=seen))
        return committed(cache, melding)


def _row(zaak: ZaakRow, regels: RegelSet, today: date) -> JongereRow:
    melding, klant = zaak.melding, zaak.klant
    facts = term_facts(klant, melding.feiten, melding.meldingsdatum)
    return JongereRow(
        melding=melding.id,
        kenmerk=str(melding.kenmerk),
        klant_id=melding.klant,
        klant=zaak.naam,
        geboren=klant.feiten.geboortedatum or "",
        gemeente=melding.feiten.gemeente,
        moment=melding.moment,
        eigenaar=melding.eigenaar,
        kaart=jongere_kaart(facts, regels, today, {one.code for one in melding.bewijzen}),
        termijn=next((one for one in melding.termijnen if one.code == "D01"), None),
        bewijzen=melding.bewijzen,
        onverzonden=zaak.onverzonden,
    )
