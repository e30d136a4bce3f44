"""The call-back list: whom to call by when, what came of it, and the letter after the third miss (F7)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.belpoging import Belpoging, BelUitkomst, Dagdeel
from werkdesk.domain.datums import kalenderdag
from werkdesk.domain.melding import Melding
from werkdesk.domain.regels.regel import ALLE_GEMEENTEN
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.regels.terugbellen import BelFeiten, BelStand, bel_stand
from werkdesk.domain.regels.werktijden import werktijden_van
from werkdesk.errors import Refused
from werkdesk.usecases.meldingen import MeldingSaved
from werkdesk.usecases.overzichten import Overzichten, ZaakRow
from werkdesk.usecases.ports import Clock, Wie, Work

Geldend = Callable[[], RegelSet]
"""The rules that count now, also when they are too old for dates of the law."""

LONGEST_NOTE = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class BelRow:
    """One line of the call-back list. ``telefoon``: as shown, best number first.

    ``brief``: code of the letter that is proposed now; ``brief_kenmerk``: that letter when it was made after
    the last attempt. ``taal``: ISO 639-1.
    """

    melding: UUID
    kenmerk: str
    klant_id: UUID
    klant: str
    telefoon: tuple[str, ...]
    taal: str | None
    tolk: bool
    gemeente: str | None
    moment: datetime
    eigenaar: str
    stand: BelStand
    pogingen: tuple[Belpoging, ...]
    brief: str | None
    brief_kenmerk: str | None
    onverzonden: bool

    @property
    def norm_datum(self) -> date:
        """Last working day of the service norm."""
        return self.stand.norm_datum


def call_list(*, overzichten: Overzichten, geldend: Geldend, clock: Clock) -> tuple[BelRow, ...]:
    """Whom to call: open meldingen without a talk or an outcome of the intake; the most pressing first."""
    regels, today = geldend(), kalenderdag(clock())
    rows = [
        _row(zaak, stand_of(zaak, regels, today))
        for zaak in overzichten.open_zaken()
        if zaak.intake is None or "uitkomst" not in zaak.intake.antwoorden
    ]
    waiting = (row for row in rows if not row.stand.gesproken)
    return tuple(sorted(waiting, key=lambda row: (row.norm_datum, row.moment, row.kenmerk)))


def stand_of(zaak: ZaakRow, regels: RegelSet, today: date) -> BelStand:
    """Where calling stands for one case."""
    return bel_stand(
        BelFeiten(
            meldingsdatum=zaak.melding.meldingsdatum,
            vandaag=today,
            pogingen=zaak.melding.belpogingen,
            gemeente=zaak.melding.feiten.gemeente or ALLE_GEMEENTEN,
            heeft_nummer=bool(_numbers(zaak)),
        ),
        regels,
    )


def note_call(
    melding: UUID, uitkomst: BelUitkomst, notitie: str = "", *, wie: Wie, work: Work, clock: Clock,
    geldend: Geldend,
) -> MeldingSaved:  # fmt: skip
    """Note an attempt, now. The part of the day follows from the tables and is kept with it.

    Raises ``Refused``: ``melding.onbekend``, ``tekst.te_lang`` (300 characters).
    """
    text = notitie.strip()
    if len(text) > LONGEST_NOTE:
        raise Refused("tekst.te_lang", field="notitie", hoogstens=LONGEST_NOTE)
    now = clock()
    with work(wie) as cache:
        found = cache.get(Melding, melding)
        if found is None:
            raise Refused("melding.onbekend")
        poging = Belpoging(
            moment=now,
            dagdeel=_part(now, found, geldend()),
            uitkomst=uitkomst,
            medewerker=wie.medewerker,
            notitie=text,
        )
        cache.record(g.BelpogingGedaan(id=melding, poging=poging))
        after = cache.get(Melding, melding)
        assert after is not None  # noqa: S101 - read at the top of this unit of work
        return MeldingSaved(cache.commit(), after)


def _part(moment: datetime, melding: Melding, regels: RegelSet) -> Dagdeel:
    return werktijden_van(regels, melding.feiten.gemeente or ALLE_GEMEENTEN).dagdeel(moment)


def _numbers(zaak: ZaakRow) -> tuple[str, ...]:
    facts = zaak.klant.feiten
    return tuple(number.shown for number in (facts.telefoon, facts.telefoon2) if number is not None)


def _row(zaak: ZaakRow, stand: BelStand) -> BelRow:
    melding, facts = zaak.melding, zaak.klant.feiten
    made = _letter_after(zaak, stand)
    return BelRow(
        melding=melding.id,
        kenmerk=str(melding.kenmerk),
        klant_id=melding.klant,
        klant=zaak.naam,
        telefoon=_numbers(zaak),
        taal=facts.taal,
        tolk=bool(facts.tolk),
        gemeente=melding.feiten.gemeente,
        moment=melding.moment,
        eigenaar=melding.eigenaar,
        stand=stand,
        pogingen=melding.belpogingen,
        brief=None if made is not None else stand.brief,
        brief_kenmerk=made,
        onverzonden=zaak.onverzonden,
    )


def _letter_after(zaak: ZaakRow, stand: BelStand) -> str | None:
    """The proposed letter when it was made since: it is not proposed twice."""
    since = kalenderdag(stand.laatste.moment if stand.laatste is not None else zaak.melding.moment)
    made = (one for one in zaak.brieven if one.code == stand.brief and one.datum >= since)
    return next((one.kenmerk for one in made), None)
