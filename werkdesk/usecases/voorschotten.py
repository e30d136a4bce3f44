"""The application and its advance: facts noted, the meter, a proposal, a decision by somebody else (F10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from werkdesk.domain import voorschot_gebeurtenissen as v
from werkdesk.domain.datums import kalenderdag
from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import Melding
from werkdesk.domain.regels.voorschot_meter import (
    Voorschotmeter,
    check_decision,
    check_payment,
    check_proposal,
    voorschot_meter,
)
from werkdesk.domain.voorschot import Voorschotbesluit
from werkdesk.errors import Refused
from werkdesk.usecases.lijsten import OPENED, VoorschotTelling
from werkdesk.usecases.meldingen import MeldingSaved, Rekenaar, committed, open_melding, record_new_terms
from werkdesk.usecases.overzichten import Overzichten
from werkdesk.usecases.ports import Cache, Clock, Wie, Work
from werkdesk.usecases.rollen import may_pay_advance
from werkdesk.usecases.terugbellen import Geldend


@dataclass(frozen=True, slots=True, kw_only=True)
class VoorschotRow:
    """One case with an application whose advance is not refused. ``uiterste``: latest day to pay the next."""

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
    """Cases whose advance is not refused; the first that must be paid on top; at most ``limit``."""
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


def advance_counts(*, overzichten: Overzichten, clock: Clock) -> VoorschotTelling:
    """How many advances there are to see to, and how many of these are late; no case is opened."""
    return overzichten.voorschot_telling(kalenderdag(clock()))


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
            v.VoorschotVoorgesteld(id=melding, bedrag=amount, medewerker=wie.medewerker, moment=clock())
        )
        return committed(cache, melding)


def decide_advance(
    melding: UUID,
    besluit: Voorschotbesluit,
    grond: str | None = None,
    *,
    wie: Wie,
    work: Work,
    clock: Clock,
    rekenaar: Rekenaar,
) -> MeldingSaved:
    """The second person decides; after a refusal no day to pay runs any more.

    Raises ``Refused``: ``melding.onbekend`` and as ``check_decision``.
    """
    with work(wie) as cache:
        found, _ = _case(cache, melding)
        check_decision(found, besluit, grond, wie.medewerker, wie.rollen)
        cache.record(
            v.VoorschotBesloten(
                id=melding, besluit=besluit, medewerker=wie.medewerker, moment=clock(), grond=grond
            )
        )
        if besluit is Voorschotbesluit.WEIGEREN:
            _new_dates(cache, melding, "voorschot afgewezen", rekenaar)
        return committed(cache, melding)


def pay_advance(
    melding: UUID, dag: date, *, wie: Wie, work: Work, clock: Clock, rekenaar: Rekenaar
) -> MeldingSaved:
    """Note that the next advance was paid on ``dag``; the day for the one after it is computed (Pw 52 lid 1).

    Raises ``Refused``: ``melding.onbekend``, ``voorschot.rol_betalen`` (domain facts 2.2, T15: KM-I) and as
    ``check_payment``.
    """
    with work(wie) as cache:
        found, _ = _case(cache, melding)
        if not may_pay_advance(wie.rollen):
            raise Refused("voorschot.rol_betalen")
        now = clock()
        number = check_payment(found, dag, kalenderdag(now))
        cache.record(
            v.VoorschotBetaald(id=melding, nummer=number, dag=dag, medewerker=wie.medewerker, moment=now)
        )
        _new_dates(cache, melding, "voorschot betaald", rekenaar)
        return committed(cache, melding)


def take_payment_back(
    melding: UUID, nummer: int, *, wie: Wie, work: Work, clock: Clock, rekenaar: Rekenaar
) -> MeldingSaved:
    """The last payment did not happen; its day runs again.

    Raises ``Refused``: ``melding.onbekend``, ``voorschot.rol_betalen``, ``voorschot.geen_betaling``.
    """
    with work(wie) as cache:
        _case(cache, melding)
        if not may_pay_advance(wie.rollen):
            raise Refused("voorschot.rol_betalen")
        cache.record(
            v.VoorschotBetalingTeruggenomen(
                id=melding, nummer=nummer, medewerker=wie.medewerker, moment=clock()
            )
        )
        _new_dates(cache, melding, "betaling van voorschot teruggenomen", rekenaar)
        return committed(cache, melding)


def _new_dates(cache: Cache, rid: UUID, reden: str, rekenaar: Rekenaar) -> None:
    found, klant = _case(cache, rid)
    record_new_terms(cache, klant, found, reden, rekenaar)


def _case(cache: Cache, rid: UUID) -> tuple[Melding, Klant]:
    melding = open_melding(cache, rid)
    klant = cache.get(Klant, melding.klant)
    if klant is None:
        raise Refused("klant.onbekend")
    return melding, klant
