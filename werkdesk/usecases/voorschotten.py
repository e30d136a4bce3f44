"""The application and its advance: facts noted, the meter, a proposal, a decision by somebody else (F10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.datums import kalenderdag
from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import Melding
from werkdesk.domain.regels.voorschot_meter import (
    Voorschotmeter,
    check_decision,
    check_proposal,
    voorschot_meter,
)
from werkdesk.domain.voorschot import Voorschotbesluit
from werkdesk.errors import Refused
from werkdesk.usecases.lijsten import OPENED
from werkdesk.usecases.meldingen import MeldingSaved, committed, open_melding
from werkdesk.usecases.overzichten import Overzichten
from werkdesk.usecases.ports import Cache, Clock, Wie, Work
from werkdesk.usecases.terugbellen import Geldend


@dataclass(frozen=True, slots=True, kw_only=True)
class VoorschotRow:
    """One case with an application and no decision on its advance. ``uiterste``: latest day to pay."""

    melding: UUID
    kenmerk: str
    klant_id: UUID
    klant: str
    eigenaar: str
    uiterste: date | None
    streef: date | None
    te_laat: bool
    meter: Voorschotmeter
    voorgesteld_door: str | None


def advance_meter(melding: UUID, *, overzichten: Overzichten, geldend: Geldend) -> Voorschotmeter:
    """The meter of one open melding. Raises ``Refused('melding.onbekend')``, ``('regel.geen_versie')``."""
    zaak = overzichten.zaak(melding)
    if zaak is None:
        raise Refused("melding.onbekend")
    return voorschot_meter(zaak.klant, zaak.melding, geldend())


def advance_list(
    *, overzichten: Overzichten, geldend: Geldend, clock: Clock, limit: int = OPENED
) -> tuple[VoorschotRow, ...]:
    """Cases whose advance is not decided on; the first that must be paid on top; at most ``limit``."""
    regels, today = geldend(), kalenderdag(clock())
    rows = []
    for zaak in overzichten.zaken_met_aanvraag(limit):
        melding = zaak.melding
        meter = voorschot_meter(zaak.klant, melding, regels)
        if meter.stap == "besloten":
            continue
        last = meter.datum.uiterste_datum if meter.datum is not None else None
        rows.append(
            VoorschotRow(
                melding=melding.id,
                kenmerk=str(melding.kenmerk),
                klant_id=melding.klant,
                klant=zaak.naam,
                eigenaar=melding.eigenaar,
                uiterste=last,
                streef=meter.datum.streefdatum if meter.datum is not None else None,
                te_laat=last is not None and last < today,
                meter=meter,
                voorgesteld_door=melding.voorschot.voorgesteld_door if melding.voorschot else None,
            )
        )
    return tuple(sorted(rows, key=lambda row: (row.uiterste or date.max, row.kenmerk)))


def propose_advance(
    melding: UUID, bedrag: int | None = None, *, wie: Wie, work: Work, clock: Clock, geldend: Geldend
) -> MeldingSaved:
    """Propose to pay; ``bedrag``: whole cents a month, never less than the law asks, ``None`` for just that.

    Raises ``Refused``: ``melding.onbekend``, ``voorschot.niet_gereed`` (``field``: the first missing fact),
    ``voorschot.geen_norm``, ``voorschot.te_laag``, ``voorschot.al_besloten``.
    """
    with work(wie) as cache:
        found, klant = _case(cache, melding)
        least = check_proposal(voorschot_meter(klant, found, geldend()))
        amount = least if bedrag is None else bedrag
        if amount < least:
            raise Refused("voorschot.te_laag", field="bedrag")
        cache.record(
            g.VoorschotVoorgesteld(id=melding, bedrag=amount, medewerker=wie.medewerker, moment=clock())
        )
        return committed(cache, melding)


def decide_advance(
    melding: UUID, besluit: Voorschotbesluit, grond: str | None = None, *, wie: Wie, work: Work, clock: Clock
) -> MeldingSaved:
    """The second person decides. Raises ``Refused``: ``melding.onbekend`` and as ``check_decision``."""
    with work(wie) as cache:
        found, _ = _case(cache, melding)
        check_decision(found, besluit, grond, wie.medewerker, wie.rollen)
        cache.record(
            g.VoorschotBesloten(
                id=melding, besluit=besluit, medewerker=wie.medewerker, moment=clock(), grond=grond
            )
        )
        return committed(cache, melding)


def _case(cache: Cache, rid: UUID) -> tuple[Melding, Klant]:
    melding = open_melding(cache, rid)
    klant = cache.get(Klant, melding.klant)
    if klant is None:
        raise Refused("klant.onbekend")
    return melding, klant
