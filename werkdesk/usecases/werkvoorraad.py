"""The peak board: every open melding by age and next step, none without an owner (F16)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.datums import kalenderdag
from werkdesk.domain.melding import Melding, MeldingFeiten, MeldingStatus
from werkdesk.domain.regels.regel import ALLE_GEMEENTEN
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.regels.werktijden import werktijden_van
from werkdesk.domain.werkvoorraad import BelUitzicht, Stap, VolgendeStap, volgende_stap
from werkdesk.errors import Refused
from werkdesk.usecases.changes import Changes
from werkdesk.usecases.overzichten import Overzichten, ZaakRow
from werkdesk.usecases.ports import Clock, Wie, Work
from werkdesk.usecases.terugbellen import Geldend, stand_of


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


def work_board(*, overzichten: Overzichten, geldend: Geldend, clock: Clock) -> Werkbord:
    """Everything that is open at this office, as far as this desk knows."""
    regels, today = geldend(), kalenderdag(clock())
    names = dict(overzichten.medewerkers())
    rows = tuple(_row(zaak, regels, today, names) for zaak in overzichten.open_zaken())
    return Werkbord(
        rijen=rows,
        vandaag=sum(row.dagen == 0 for row in rows),
        te_laat=sum(row.te_laat for row in rows),
        zonder_eigenaar=sum(not row.eigenaar_actief for row in rows),
        per_stap=Counter(row.stap for row in rows),
    )


def assign(melding: UUID, eigenaar: str, *, wie: Wie, work: Work, overzichten: Overzichten) -> Changes:
    """Give a case to a colleague. Raises ``Refused``: ``melding.onbekend``, ``medewerker.onbekend``."""
    name = eigenaar.strip().lower()
    if name != wie.medewerker and name not in dict(overzichten.medewerkers()):
        raise Refused("medewerker.onbekend", field="eigenaar")
    with work(wie) as cache:
        found = cache.get(Melding, melding)
        if found is None:
            raise Refused("melding.onbekend")
        if found.eigenaar == name:
            return Changes()
        empty = MeldingFeiten()
        cache.record(
            g.MeldingGewijzigd(
                id=melding,
                velden=("eigenaar",),
                was=replace(empty, eigenaar=found.feiten.eigenaar),
                wordt=replace(empty, eigenaar=name),
                ontbreekt=found.ontbreekt,
            )
        )
        return cache.commit()


def next_step(zaak: ZaakRow, regels: RegelSet, today: date) -> VolgendeStap:
    """What has to happen next with one case."""
    calls = stand_of(zaak, regels, today)
    view = BelUitzicht(norm_datum=calls.norm_datum, brief=calls.brief is not None, gesproken=calls.gesproken)
    return volgende_stap(zaak.melding, zaak.intake, view, today)


def _row(zaak: ZaakRow, regels: RegelSet, today: date, names: Mapping[str, str]) -> WerkRow:
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
        eigenaar_naam=names.get(melding.eigenaar, melding.eigenaar),
        # Before the first news of the register nobody is known here; that makes no owner disappear.
        eigenaar_actief=not names or melding.eigenaar in names,
        ontbreekt=melding.ontbreekt,
        onverzonden=zaak.onverzonden,
    )
