"""The call-back list: whom to call by when, what came of it, and the letter after the third miss (F7)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.belpoging import Belpoging, BelUitkomst, Dagdeel
from werkdesk.domain.datums import kalenderdag
from werkdesk.domain.melding import Melding
from werkdesk.domain.regels.regel import ALLE_GEMEENTEN
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.regels.terugbellen import BelFeiten, BelStand, bel_stand, norm_datum
from werkdesk.domain.regels.werktijden import werktijden_van
from werkdesk.errors import Refused
from werkdesk.usecases.lijsten import ON_SCREEN, BelGroep, BelZaak
from werkdesk.usecases.meldingen import MeldingSaved
from werkdesk.usecases.overzichten import Overzichten
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
    namen: Mapping[str, str] = field(default_factory=dict)  # sign-in name -> name, of who called

    @property
    def norm_datum(self) -> date:
        """Last working day of the service norm."""
        return self.stand.norm_datum


@dataclass(frozen=True, slots=True, kw_only=True)
class Bellijst:
    """``rijen``: whom to call, the most pressing first. ``totaal`` and ``te_laat`` count everybody."""

    rijen: tuple[BelRow, ...]
    totaal: int
    te_laat: int


def call_list(
    *, overzichten: Overzichten, geldend: Geldend, clock: Clock, limit: int = ON_SCREEN
) -> Bellijst:
    """Whom to call: open meldingen without a talk or an outcome of the intake; the most pressing first.

    No record is opened: the day of the norm follows from day and gemeente, and only the cases of the first
    days are read. Raises ``Refused('regel.geen_versie')``.
    """
    regels, today = geldend(), kalenderdag(clock())
    groups = _by_norm(overzichten.bel_groepen(), regels)
    cases = overzichten.te_bellen(groups, limit)
    names = dict(overzichten.namen())
    rows = (_row(case, stand_of(case, regels, today), names) for case in cases)
    return Bellijst(
        rijen=tuple(sorted(rows, key=lambda row: (row.norm_datum, row.moment, row.kenmerk)))[:limit],
        totaal=sum(group.aantal for group in groups),
        te_laat=_late(groups, regels, today),
    )


def call_counts(*, overzichten: Overzichten, geldend: Geldend, clock: Clock) -> Bellijst:
    """The figures of the list without its rows."""
    regels, groups = geldend(), overzichten.bel_groepen()
    total = sum(group.aantal for group in groups)
    return Bellijst(rijen=(), totaal=total, te_laat=_late(groups, regels, kalenderdag(clock())))


def _by_norm(groups: Iterable[BelGroep], regels: RegelSet) -> tuple[BelGroep, ...]:
    return tuple(
        sorted(groups, key=lambda group: (_norm(group, regels), group.dag, group.gemeente or ALLE_GEMEENTEN))
    )


def _norm(group: BelGroep, regels: RegelSet) -> date:
    return norm_datum(group.dag, group.gemeente or ALLE_GEMEENTEN, regels)


def _late(groups: Iterable[BelGroep], regels: RegelSet, today: date) -> int:
    """As ``BelStand.te_laat``, by comparing days: late is a norm before the last working day."""
    last: dict[str, date] = {}
    late = 0
    for group in groups:
        gemeente = group.gemeente or ALLE_GEMEENTEN
        if gemeente not in last:
            last[gemeente] = werktijden_van(regels, gemeente).laatste(today)
        late += group.aantal if _norm(group, regels) < last[gemeente] else 0
    return late


def stand_of(zaak: BelZaak, regels: RegelSet, today: date) -> BelStand:
    """Where calling stands for one case."""
    return bel_stand(
        BelFeiten(
            meldingsdatum=kalenderdag(zaak.moment),
            vandaag=today,
            pogingen=zaak.pogingen,
            gemeente=zaak.gemeente or ALLE_GEMEENTEN,
            heeft_nummer=bool(zaak.telefoon),
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


def _row(zaak: BelZaak, stand: BelStand, names: Mapping[str, str]) -> BelRow:
    made = _letter_after(zaak, stand)
    return BelRow(
        melding=zaak.melding,
        kenmerk=zaak.kenmerk,
        klant_id=zaak.klant_id,
        klant=zaak.klant,
        telefoon=zaak.telefoon,
        taal=zaak.taal,
        tolk=zaak.tolk,
        gemeente=zaak.gemeente,
        moment=zaak.moment,
        eigenaar=zaak.eigenaar,
        stand=stand,
        pogingen=zaak.pogingen,
        brief=None if made is not None else stand.brief,
        brief_kenmerk=made,
        onverzonden=zaak.onverzonden,
        namen={one.medewerker: names.get(one.medewerker, one.medewerker) for one in zaak.pogingen},
    )


def _letter_after(zaak: BelZaak, stand: BelStand) -> str | None:
    """The proposed letter when it was made since: it is not proposed twice."""
    since = kalenderdag(stand.laatste.moment if stand.laatste is not None else zaak.moment)
    made = (one for one in zaak.brieven if one.code == stand.brief and one.datum >= since)
    return next((one.kenmerk for one in made), None)
