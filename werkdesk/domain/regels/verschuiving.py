"""A date that is moved by a decision of people, after an outage or a disaster; never by the program alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from werkdesk.domain.datums import lange_datum
from werkdesk.domain.termijn import BEGINT, RegelVerwijzing, Termijn
from werkdesk.errors import Refused

VERSCHUIVING = "verschuivingsbesluit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verschuivingsbesluit:
    """Who decided that a term ends later, when, why, and on what ground in law."""

    nieuwe_datum: date
    besloten_op: date
    besloten_door: str
    reden: str
    bron: str


def verschuif(termijn: Termijn, besluit: Verschuivingsbesluit) -> Termijn:
    """The term with its new last day; the old one stays in the explanation, the target date as it was.

    Raises ``Refused``: ``verschuiving.reden`` without a reason or a name, ``verschuiving.eerste_dag`` for a
    day from which somebody may act (moving it would make people wait), ``verschuiving.datum`` when the term
    has no date yet or the new one is not later: a decision never shortens a term.
    """
    if not besluit.reden.strip() or not besluit.besloten_door.strip():
        raise Refused("verschuiving.reden", field="reden")
    if termijn.code in BEGINT:
        raise Refused("verschuiving.eerste_dag", field="code")
    old = termijn.uiterste_datum
    if old is None or besluit.nieuwe_datum <= old:
        raise Refused("verschuiving.datum", field="nieuwe_datum")
    said = (
        f"De laatste dag was {lange_datum(old)}. Bij besluit van {lange_datum(besluit.besloten_op)} "
        f"is dat {lange_datum(besluit.nieuwe_datum)} geworden: {besluit.reden.strip()}"
    )
    rule = RegelVerwijzing(regel=VERSCHUIVING, versie=besluit.besloten_op.isoformat(), bron=besluit.bron)
    return replace(
        termijn,
        uiterste_datum=besluit.nieuwe_datum,
        regels=(*termijn.regels, rule),
        uitleg=(*termijn.uitleg, said),
    )


def behoud_verschuiving(oud: tuple[Termijn, ...], nieuw: tuple[Termijn, ...]) -> tuple[Termijn, ...]:
    """New dates with the decisions that moved the old ones: computing anew takes nothing away."""
    moved = {one.code: one for one in oud if _besluiten(one)}
    return tuple(_behoud(moved.get(one.code), one) for one in nieuw)


def _behoud(oud: Termijn | None, nieuw: Termijn) -> Termijn:
    if oud is None or oud.uiterste_datum is None:
        return nieuw
    if nieuw.uiterste_datum is None or nieuw.uiterste_datum >= oud.uiterste_datum:
        return nieuw
    kept = f"Een eerder besluit geldt nog: de laatste dag blijft {lange_datum(oud.uiterste_datum)}."
    return replace(
        nieuw,
        uiterste_datum=oud.uiterste_datum,
        regels=(*nieuw.regels, *_besluiten(oud)),
        uitleg=(*nieuw.uitleg, kept),
    )


def _besluiten(termijn: Termijn) -> tuple[RegelVerwijzing, ...]:
    """Every decision that moved it: the last one gave the date."""
    return tuple(one for one in termijn.regels if one.regel == VERSCHUIVING)
