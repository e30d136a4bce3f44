"""The hall: handing out numbers, calling, parking and finishing visits."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.bezoek import Bezoek, BezoekReden, BezoekStatus, Uitkomst, bezoeknummer
from werkdesk.domain.toepassen.op_bezoek import held_elsewhere
from werkdesk.errors import Refused
from werkdesk.usecases.changes import Changes
from werkdesk.usecases.overzichten import Overzichten, TicketRow
from werkdesk.usecases.ports import Cache, Clock, NewId, Wie, Work

MOST_CALLS = 3
"""After the third call without an answer the visitor is put down as not there (F74)."""


@dataclass(frozen=True, slots=True)
class TicketGiven:
    """A new number."""

    changes: Changes
    bezoek: UUID
    nummer: str


@dataclass(frozen=True, slots=True)
class Called:
    """Who was called; ``bezoek`` is ``None`` when nobody waits."""

    changes: Changes
    bezoek: Bezoek | None


def give_ticket(
    reden: BezoekReden, voorrang: str | None = None, klant: UUID | None = None, *,
    wie: Wie, work: Work, clock: Clock, new_id: NewId,
) -> TicketGiven:  # fmt: skip
    """Hand out the next number of this desk."""
    now = clock()
    rid = new_id()
    with work(wie) as cache:
        teller = cache.next_teller(f"nummer.{now.date().isoformat()}")
        nummer = bezoeknummer(reden, wie.balie, teller)
        cache.record(
            g.BezoekBinnengekomen(
                id=rid,
                nummer=nummer,
                reden=reden,
                locatie=wie.locatie,
                moment=now,
                voorrang=voorrang,
                klant=klant,
            )
        )
        return TicketGiven(cache.commit(), rid, nummer)


def call_next(*, wie: Wie, work: Work, clock: Clock, overzichten: Overzichten) -> Called:
    """Call the visitor who is first: priority first, then who waits longest."""
    now = clock()
    waiting = overzichten.hal(wie.locatie, now.date()).wachtend
    if not waiting:
        return Called(Changes(), None)
    return call(first_of(waiting).id, wie=wie, work=work, clock=clock)


def first_of(waiting: tuple[TicketRow, ...]) -> TicketRow:
    """Priority before the rest, then the longest wait."""
    return min(waiting, key=lambda row: (row.voorrang is None, row.binnen, row.nummer))


def call(rid: UUID, *, wie: Wie, work: Work, clock: Clock) -> Called:
    """Call one number, for the first time or again (F8, Shift+F8)."""
    with work(wie) as cache:
        cache.record(g.BezoekOpgeroepen(id=rid, balie=wie.balie, moment=clock()))
        bezoek = cache.get(Bezoek, rid)
        return Called(cache.commit(), bezoek)


def no_show(rid: UUID, *, wie: Wie, work: Work, clock: Clock) -> Changes:
    """Nobody came (Ctrl+F8); the number stays in "straks terug"."""
    with work(wie) as cache:
        _not_elsewhere(cache, rid, wie)
        cache.record(g.BezoekNietVerschenen(id=rid, moment=clock(), balie=wie.balie))
        return cache.commit()


def back_in_queue(rid: UUID, *, wie: Wie, work: Work, clock: Clock) -> Changes:
    """Take a call back that was a mistake; the visitor waits again in the same place."""
    with work(wie) as cache:
        cache.record(g.BezoekTeruggezet(id=rid, moment=clock(), balie=wie.balie))
        return cache.commit()


def park(rid: UUID, notitie: str, *, wie: Wie, work: Work, clock: Clock) -> Changes:
    """The visitor comes back in a moment; any desk may go on."""
    with work(wie) as cache:
        _not_elsewhere(cache, rid, wie)
        note = notitie.strip()[:300]
        cache.record(g.BezoekGeparkeerd(id=rid, notitie=note, moment=clock(), balie=wie.balie))
        return cache.commit()


def resume(rid: UUID, *, wie: Wie, work: Work, clock: Clock) -> Called:
    """Go on with a parked or missed visitor at this desk."""
    with work(wie) as cache:
        cache.record(g.BezoekHervat(id=rid, balie=wie.balie, moment=clock()))
        bezoek = cache.get(Bezoek, rid)
        return Called(cache.commit(), bezoek)


def choose_klant(rid: UUID, klant: UUID | None, *, wie: Wie, work: Work) -> Changes:
    """Say who the visitor is; ``None``: it was somebody else, and who is not known yet.

    Raises ``Refused``: ``bezoek.onbekend``, ``bezoek.elders``.
    """
    with work(wie) as cache:
        _not_elsewhere(cache, rid, wie)
        cache.record(g.BezoekKlantGekozen(id=rid, klant=klant, balie=wie.balie))
        return cache.commit()


def finish(
    rid: UUID, uitkomst: Uitkomst, verwezen_naar: str | None = None, *, wie: Wie, work: Work, clock: Clock
) -> Changes:
    """End the visit.

    Raises ``Refused``: ``verwijzing.ontbreekt`` for a referral without a place, ``bezoek.onbekend``,
    ``bezoek.al_klaar``, and ``bezoek.elders`` (with ``balie``) when the visitor sits at another desk.
    """
    place = (verwezen_naar or "").strip()[:200] or None
    if uitkomst is Uitkomst.DOORVERWEZEN and place is None:
        raise Refused("verwijzing.ontbreekt", field="verwezen_naar")
    with work(wie) as cache:
        _open_bezoek(cache, rid)
        _not_elsewhere(cache, rid, wie)
        cache.record(
            g.BezoekAfgerond(id=rid, uitkomst=uitkomst, moment=clock(), verwezen_naar=place, balie=wie.balie)
        )
        return cache.commit()


def reopen(rid: UUID, *, wie: Wie, work: Work, clock: Clock) -> Changes:
    """Take the end back."""
    with work(wie) as cache:
        cache.record(g.BezoekHeropend(id=rid, moment=clock()))
        return cache.commit()


def _not_elsewhere(cache: Cache, rid: UUID, wie: Wie) -> None:
    bezoek = cache.get(Bezoek, rid)
    if bezoek is not None and bezoek.status is BezoekStatus.AAN_BALIE and held_elsewhere(bezoek, wie.balie):
        raise Refused("bezoek.elders", balie=bezoek.balie or 0)


def _open_bezoek(cache: Cache, rid: UUID) -> Bezoek:
    bezoek = cache.get(Bezoek, rid)
    if bezoek is None:
        raise Refused("bezoek.onbekend")
    if bezoek.status is BezoekStatus.AFGEROND:
        raise Refused("bezoek.al_klaar")
    return bezoek
