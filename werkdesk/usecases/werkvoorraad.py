"""The peak board: every open melding by age and next step, none without an owner (F16)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.datums import kalenderdag
from werkdesk.domain.melding import Melding, MeldingFeiten, MeldingStatus
from werkdesk.domain.regels.regel import ALLE_GEMEENTEN
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.regels.terugbellen import BelFeiten, bel_stand
from werkdesk.domain.regels.werktijden import werktijden_van
from werkdesk.domain.werkvoorraad import BelUitzicht, Stap, VolgendeStap, volgende_stap
from werkdesk.errors import Refused
from werkdesk.usecases.changes import Changes
from werkdesk.usecases.lijsten import OPENED, TermijnTelling, Zakental
from werkdesk.usecases.meldingen import open_melding
from werkdesk.usecases.overzichten import Overzichten, ZaakRow
from werkdesk.usecases.ports import Cache, Clock, Wie, Work
from werkdesk.usecases.rollen import may_give
from werkdesk.usecases.terugbellen import Geldend


@dataclass(frozen=True, slots=True, kw_only=True)
class WerkRow:
    """One open melding. ``dagen``: calendar days since the melding, ``werkdagen`` working days.

    ``eigenaar_actief``: whether the owner still works here; if not, somebody has to take the case over.
    """

    melding: UUID
    kenmerk: str
    klant_id: UUID
    klant: str
    moment: datetime
    dagen: int
    werkdagen: int
    gemeente: str | None
    status: MeldingStatus
    stap: Stap
    stap_datum: date | None
    te_laat: bool
    eigenaar: str
    eigenaar_naam: str
    eigenaar_actief: bool
    ontbreekt: tuple[str, ...]
    onverzonden: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkbord:
    """The board: rows with the oldest on top, and the figures above them over all rows."""

    rijen: tuple[WerkRow, ...]
    vandaag: int
    te_laat: int
    zonder_eigenaar: int
    per_stap: Mapping[Stap, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Werklast:
    """What one colleague carries: open cases, those of today, the oldest, and how their dates stand.

    ``eerste``: the nearest date that must be kept. ``actief``: works here; if not, somebody takes it over.
    """

    eigenaar: str
    naam: str
    actief: bool
    zaken: int
    nieuw: int
    oudste: datetime | None
    te_laat: int
    vandaag: int
    eerste: date | None


@dataclass(frozen=True, slots=True)
class Overgedragen:
    """What was given to ``eigenaar``. ``was``: each case that moved, and the owner as it was written."""

    changes: Changes
    eigenaar: str
    was: tuple[tuple[UUID, str | None], ...]


@dataclass(frozen=True, slots=True)
class _Names:
    """Sign-in name -> shown name: of who works here, and of who ever did."""

    here: Mapping[str, str]
    ever: Mapping[str, str]

    def of(self, user: str) -> str:
        """The shown name, also of who left."""
        return self.ever.get(user, user)

    def is_here(self, user: str) -> bool:
        """Before the first news of the register nobody is known here; that makes no owner disappear."""
        return not self.here or user in self.here


def _names(overzichten: Overzichten) -> _Names:
    return _Names(dict(overzichten.medewerkers()), dict(overzichten.namen()))


def work_board(*, overzichten: Overzichten, geldend: Geldend, clock: Clock) -> Werkbord:
    """Everything that is open at this office, as far as this desk knows."""
    regels, today = geldend(), kalenderdag(clock())
    names = _names(overzichten)
    rows = tuple(_row(zaak, regels, today, names) for zaak in overzichten.open_zaken())
    return Werkbord(
        rijen=rows,
        vandaag=sum(row.dagen == 0 for row in rows),
        te_laat=sum(row.te_laat for row in rows),
        zonder_eigenaar=sum(not row.eigenaar_actief for row in rows),
        per_stap=Counter(row.stap for row in rows),
    )


def work_load(*, overzichten: Overzichten, clock: Clock) -> tuple[Werklast, ...]:
    """Who carries how much: first who is not here any more, then the most that is late, then the most cases.

    A colleague without a case is in it too: there is room. Counts only; no case is opened.
    """
    today = kalenderdag(clock())
    names = _names(overzichten)
    cases = {one.eigenaar: one for one in overzichten.zakentallen(today)}
    terms = {one.eigenaar: one for one in overzichten.termijn_tellingen(today)}
    loads = (
        _load(user, names, cases.get(user), terms.get(user)) for user in dict.fromkeys((*cases, *names.here))
    )
    return tuple(sorted(loads, key=lambda one: (one.actief, -one.te_laat, -one.zaken, one.naam)))


def _load(user: str, names: _Names, cases: Zakental | None, terms: TermijnTelling | None) -> Werklast:
    return Werklast(
        eigenaar=user,
        naam=names.of(user),
        actief=names.is_here(user),
        zaken=cases.aantal if cases is not None else 0,
        nieuw=cases.nieuw if cases is not None else 0,
        oudste=cases.oudste if cases is not None else None,
        te_laat=terms.te_laat if terms is not None else 0,
        vandaag=terms.vandaag if terms is not None else 0,
        eerste=terms.eerste if terms is not None else None,
    )


def work_of(
    eigenaar: str, *, overzichten: Overzichten, geldend: Geldend, clock: Clock, limit: int = OPENED
) -> tuple[WerkRow, ...]:
    """Open cases with their next step, the oldest on top; at most ``limit``.

    ``eigenaar``: whose, by sign-in name; empty for everybody's.
    """
    regels, today = geldend(), kalenderdag(clock())
    names = _names(overzichten)
    return tuple(_row(zaak, regels, today, names) for zaak in overzichten.open_zaken(limit, eigenaar or None))


def assign(melding: UUID, eigenaar: str, *, wie: Wie, work: Work, overzichten: Overzichten) -> Changes:
    """Give a case to a colleague. Raises ``Refused`` as :func:`hand_over`."""
    return hand_over((melding,), eigenaar, wie=wie, work=work, overzichten=overzichten).changes


def hand_over(
    meldingen: Sequence[UUID], eigenaar: str, *, wie: Wie, work: Work, overzichten: Overzichten
) -> Overgedragen:
    """Give cases to a colleague, all or none. A case that is theirs already stays as it is.

    Raises ``Refused``: ``melding.onbekend``, ``melding.gesloten``, ``medewerker.onbekend``,
    ``overdragen.rol`` (somebody else's case, and ``wie`` leads no team).
    """
    name = eigenaar.strip().lower()
    if name != wie.medewerker and name not in dict(overzichten.medewerkers()):
        raise Refused("medewerker.onbekend", field="eigenaar")
    with work(wie) as cache:
        cases = [open_melding(cache, rid) for rid in dict.fromkeys(meldingen)]
        moved = [one for one in cases if one.eigenaar != name]
        if not all(may_give(one.eigenaar, wie.medewerker, wie.rollen) for one in moved):
            raise Refused("overdragen.rol")
        for one in moved:
            _give(cache, one, name)
        changes = cache.commit() if moved else Changes()
    return Overgedragen(changes, name, tuple((one.id, one.feiten.eigenaar) for one in moved))


def hand_back(gedaan: Overgedragen, *, wie: Wie, work: Work) -> Changes:
    """Take it back. What was closed or given to somebody else meanwhile stays as it is."""
    with work(wie) as cache:
        moved = False
        for rid, before in gedaan.was:
            found = cache.get(Melding, rid)
            if found is not None and found.is_open and found.eigenaar == gedaan.eigenaar:
                _give(cache, found, before)
                moved = True
        return cache.commit() if moved else Changes()


def _give(cache: Cache, melding: Melding, eigenaar: str | None) -> None:
    empty = MeldingFeiten()
    cache.record(
        g.MeldingGewijzigd(
            id=melding.id,
            velden=("eigenaar",),
            was=replace(empty, eigenaar=melding.feiten.eigenaar),
            wordt=replace(empty, eigenaar=eigenaar),
            ontbreekt=melding.ontbreekt,
        )
    )


def next_step(zaak: ZaakRow, regels: RegelSet, today: date) -> VolgendeStap:
    """What has to happen next with one case."""
    facts = zaak.klant.feiten
    calls = bel_stand(
        BelFeiten(
            meldingsdatum=zaak.melding.meldingsdatum,
            vandaag=today,
            pogingen=zaak.melding.belpogingen,
            gemeente=zaak.melding.feiten.gemeente or ALLE_GEMEENTEN,
            heeft_nummer=facts.telefoon is not None or facts.telefoon2 is not None,
        ),
        regels,
    )
    view = BelUitzicht(norm_datum=calls.norm_datum, brief=calls.brief is not None, gesproken=calls.gesproken)
    return volgende_stap(zaak.melding, zaak.intake, view, today)


def _row(zaak: ZaakRow, regels: RegelSet, today: date, names: _Names) -> WerkRow:
    melding = zaak.melding
    step = next_step(zaak, regels, today)
    hours = werktijden_van(regels, melding.feiten.gemeente or ALLE_GEMEENTEN)
    return WerkRow(
        melding=melding.id,
        kenmerk=str(melding.kenmerk),
        klant_id=melding.klant,
        klant=zaak.naam,
        moment=melding.moment,
        dagen=(today - melding.meldingsdatum).days,
        werkdagen=hours.tussen(melding.meldingsdatum, today),
        gemeente=melding.feiten.gemeente,
        status=melding.status,
        stap=step.stap,
        stap_datum=step.datum,
        te_laat=step.te_laat(today),
        eigenaar=melding.eigenaar,
        eigenaar_naam=names.of(melding.eigenaar),
        eigenaar_actief=names.is_here(melding.eigenaar),
        ontbreekt=melding.ontbreekt,
        onverzonden=zaak.onverzonden,
    )
