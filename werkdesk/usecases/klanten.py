"""Persons: made after a search, changed per field, their identity noted."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from uuid import UUID

from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.klant import Document, Identiteitscontrole, Klant, NietVastgesteld
from werkdesk.domain.persoon import KlantFeiten
from werkdesk.errors import Refused
from werkdesk.usecases.changes import Changes
from werkdesk.usecases.ports import Cache, Clock, NewId, Wie, Work

LICENCE_FROM = date(2026, 7, 1)


@dataclass(frozen=True, slots=True)
class KlantSaved:
    """A new person."""

    changes: Changes
    klant: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenDocument:
    """An identity document as typed: kind, last four characters, last day of validity."""

    document: Document
    laatste_vier: str
    geldig_tot: date
    land: str | None = None


def record_klant(
    feiten: KlantFeiten, toch_nieuw: str | None = None, bezoek: UUID | None = None,
    concept: str | None = None, *,
    wie: Wie, work: Work, clock: Clock, new_id: NewId,
) -> KlantSaved:  # fmt: skip
    """Make a person; the draft ``concept`` goes in the same transaction.

    Raises ``Refused('naam.ontbreekt')``: a surname, or a name told, is all we need.
    """
    if feiten.naam is None:
        raise Refused("naam.ontbreekt", field="geslachtsnaam")
    rid = new_id()
    with work(wie) as cache:
        cache.record(g.KlantIngeschreven(id=rid, feiten=feiten, moment=clock(), toch_nieuw=toch_nieuw))
        if bezoek is not None:
            cache.record(g.BezoekKlantGekozen(id=bezoek, klant=rid, balie=wie.balie))
        if concept:
            cache.drop_concept(concept)
        return KlantSaved(cache.commit(), rid)


def change_klant(
    rid: UUID, wordt: KlantFeiten, velden: tuple[str, ...], concept: str | None = None, *,
    wie: Wie, work: Work,
) -> Changes:  # fmt: skip
    """Set ``velden`` of a person to their values in ``wordt``; no act is written when nothing differs.

    The draft ``concept`` goes in the same transaction. Raises ``Refused('klant.onbekend')``.
    """
    with work(wie) as cache:
        changed = record_klant_change(cache, rid, wordt, velden)
        if concept:
            cache.drop_concept(concept)
        return cache.commit() if changed or concept else Changes()


def record_klant_change(cache: Cache, rid: UUID, wordt: KlantFeiten, velden: tuple[str, ...]) -> bool:
    """Record the fields that differ, inside a unit of work. Raises ``Refused('klant.onbekend')``."""
    klant = cache.get(Klant, rid)
    if klant is None:
        raise Refused("klant.onbekend")
    differing = tuple(v for v in velden if getattr(klant.feiten, v) != getattr(wordt, v))
    if not differing:
        return False
    cache.record(
        g.KlantGewijzigd(
            id=rid, velden=differing, was=_only(klant.feiten, differing), wordt=_only(wordt, differing)
        )
    )
    return True


def note_document(rid: UUID, seen: SeenDocument, *, wie: Wie, work: Work, clock: Clock) -> Changes:
    """Note that a document was seen (Pw 17 lid 3). Nothing but kind, last four and validity can be kept.

    Raises ``Refused``: ``document.cijfers``, ``document.verlopen``, ``document.niet_geldig`` (a driving
    licence counts from 1 July 2026 only), ``document.land``.
    """
    now = clock()
    controle = Identiteitscontrole(
        document=seen.document,
        laatste_vier=_last_four(seen.laatste_vier),
        geldig_tot=seen.geldig_tot,
        gezien_op=now,
        gezien_door=wie.medewerker,
        land=seen.land,
    )
    if seen.geldig_tot < now.date():
        raise Refused("document.verlopen", field="geldig_tot")
    if seen.document is Document.RIJBEWIJS and now.date() < LICENCE_FROM:
        raise Refused("document.niet_geldig", field="document")
    if seen.document is Document.EU_PASPOORT and not seen.land:
        raise Refused("document.land", field="land")
    with work(wie) as cache:
        cache.record(g.IdentiteitGezien(id=rid, controle=controle))
        return cache.commit()


def note_no_document(rid: UUID, reden: str, *, wie: Wie, work: Work, clock: Clock) -> Changes:
    """Note why identity could not be established; a melding is still possible."""
    text = reden.strip()[:300]
    if not text:
        raise Refused("reden.ontbreekt", field="reden")
    with work(wie) as cache:
        cache.record(g.IdentiteitNietVastgesteld(id=rid, waarom=NietVastgesteld(reden=text, moment=clock())))
        return cache.commit()


def _last_four(text: str) -> str:
    kept = "".join(c for c in text.upper() if c.isalnum() and c.isascii())
    if len(kept) != 4:
        raise Refused("document.cijfers", field="laatste_vier")
    return kept


def _only(feiten: KlantFeiten, velden: tuple[str, ...]) -> KlantFeiten:
    empty = KlantFeiten()
    unknown = set(velden) - {f.name for f in fields(KlantFeiten)}
    if unknown:
        raise Refused("veld.onbekend")
    return replace(empty, **{v: getattr(feiten, v) for v in velden})
