"""Dates change by an act of somebody and never by themselves: computed anew, or moved by decision."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.datums import kalenderdag
from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import Melding
from werkdesk.domain.regels.verschuiving import Verschuivingsbesluit, verschuif
from werkdesk.errors import Refused
from werkdesk.usecases.changes import Changes
from werkdesk.usecases.meldingen import MeldingSaved, Rekenaar, record_new_terms
from werkdesk.usecases.overzichten import Overzichten
from werkdesk.usecases.ports import Cache, Clock, Wie, Work
from werkdesk.usecases.rekenaar import is_not_computed
from werkdesk.usecases.rollen import may_decide

REDEN_REGELS = "regels bijgewerkt"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDate:
    """A date that people move, after an outage or a disaster. ``bron``: its ground in law."""

    code: str
    nieuwe_datum: date
    reden: str
    bron: str


def recompute(melding: UUID, reden: str, *, wie: Wie, work: Work, rekenaar: Rekenaar) -> MeldingSaved:
    """Compute the dates of one melding anew with the rules that count now.

    Raises ``Refused``: ``reden.ontbreekt``, ``melding.onbekend``, ``klant.onbekend``.
    """
    why = reden.strip()[:300]
    if not why:
        raise Refused("reden.ontbreekt", field="reden")
    with work(wie) as cache:
        found, klant = _case(cache, melding)
        changed = record_new_terms(cache, klant, found, why, rekenaar)
        after = cache.get(Melding, melding) or found
        return MeldingSaved(cache.commit() if changed else Changes(), after)


def compute_waiting(
    *, wie: Wie, work: Work, rekenaar: Rekenaar, overzichten: Overzichten, limit: int = 500
) -> Changes:
    """Compute what could not be computed while the rules were too old. Nothing when they still are."""
    changes = Changes()
    for row in overzichten.zonder_datums(limit):
        with work(wie) as cache:
            found, klant = _case(cache, row.id)
            if not is_not_computed(found.termijnen):
                continue
            if record_new_terms(cache, klant, found, REDEN_REGELS, rekenaar):
                changes |= cache.commit()
    return changes


def shift_term(melding: UUID, new: NewDate, *, wie: Wie, work: Work, clock: Clock) -> MeldingSaved:
    """Move one date by decision; what it was stays in its explanation.

    Raises ``Refused``: ``verschuiving.rol`` (a besluit is for who signs those, domain facts 2.1),
    ``melding.onbekend``, ``termijn.onbekend``, ``verschuiving.reden``, ``.eerste_dag``, ``.datum``.
    """
    if not may_decide(wie.rollen):
        raise Refused("verschuiving.rol")
    with work(wie) as cache:
        found, _ = _case(cache, melding)
        if all(termijn.code != new.code for termijn in found.termijnen):
            raise Refused("termijn.onbekend", field="code")
        besluit = Verschuivingsbesluit(
            nieuwe_datum=new.nieuwe_datum,
            besloten_op=kalenderdag(clock()),
            besloten_door=wie.medewerker,
            reden=new.reden,
            bron=new.bron,
        )
        moved = tuple(verschuif(one, besluit) if one.code == new.code else one for one in found.termijnen)
        act = g.TermijnenHerrekend(id=melding, termijnen=moved, status=found.status, reden=new.reden.strip())
        cache.record(act)
        return MeldingSaved(cache.commit(), replace(found, termijnen=moved))


def _case(cache: Cache, rid: UUID) -> tuple[Melding, Klant]:
    melding = cache.get(Melding, rid)
    if melding is None:
        raise Refused("melding.onbekend")
    klant = cache.get(Klant, melding.klant)
    if klant is None:
        raise Refused("klant.onbekend")
    return melding, klant
