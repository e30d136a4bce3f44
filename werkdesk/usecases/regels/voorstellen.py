"""Proposals as staff see them: who proposed what, who decided, and whether it waits for you."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

import msgspec

from werkdesk.domain.regels.lezen import load_tables
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.regels.vergelijken import Verschil
from werkdesk.messages.rule_calls import CaseChange, RuleSetLine, RulesWhole
from werkdesk.usecases.regels.proef import RegelVerschil, regel_verschillen

Stand = Literal["wacht", "ingetrokken", "afgewezen", "vastgesteld", "geldt", "gepland"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorstel:
    """One version. Persons by sign-in name. ``vanaf``: ``None`` for the day of approval.

    ``van_mij``: proposed by who looks. ``wacht_op_mij``: it can be approved by who looks.
    """

    id: UUID
    nummer: int
    stand: Stand
    vanaf: date | None
    toelichting: str
    door: str
    op: datetime
    regels_anders: int
    gevallen: int
    gevallen_anders: int
    vastgesteld_door: str
    vastgesteld_op: datetime | None
    ingetrokken_door: str
    ingetrokken_op: datetime | None
    reden: str
    van_mij: bool
    wacht_op_mij: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Inzage:
    """A version to judge: what changes against the tables that hold now, as this desk reads both.

    ``anders``: the cases of its author that change, as the register worked them out.
    """

    voorstel: Voorstel
    nu: RegelSet
    straks: RegelSet
    regels: tuple[RegelVerschil, ...]
    anders: tuple[Verschil, ...]


def lees_voorstellen(
    lines: Sequence[RuleSetLine], ik: str, today: date, *, mag_vaststellen: bool
) -> tuple[Voorstel, ...]:
    """The versions, those that wait for who looks first, then the newest."""
    holding = [one for one in lines if one.state == "vastgesteld" and (one.from_day or today) <= today]
    now = max((one.number for one in holding), default=0)
    found = [lees_voorstel(one, ik, today, geldend=now, mag_vaststellen=mag_vaststellen) for one in lines]
    return tuple(sorted(found, key=lambda one: (not one.wacht_op_mij, one.stand != "wacht", -one.nummer)))


def lees_voorstel(one: RuleSetLine, ik: str, today: date, *, geldend: int, mag_vaststellen: bool) -> Voorstel:
    """One version."""
    stand = _stand(one, today, geldend)
    mine = one.proposed_by == ik
    return Voorstel(
        id=one.id, nummer=one.number, stand=stand, vanaf=one.from_day, toelichting=one.note,
        door=one.proposed_by, op=one.proposed_at, regels_anders=one.records, gevallen=one.cases,
        gevallen_anders=one.cases_changed, vastgesteld_door=one.approved_by,
        vastgesteld_op=one.approved_at, ingetrokken_door=one.withdrawn_by, ingetrokken_op=one.withdrawn_at,
        reden=one.withdrawn_reason, van_mij=mine,
        wacht_op_mij=stand == "wacht" and not mine and mag_vaststellen,
    )  # fmt: skip


def lees_inzage(whole: RulesWhole, voorstel: Voorstel, basis: RegelSet) -> Inzage:
    """Both sets read and compared at this desk. Raises as ``lezen.load_tables``."""
    before, after = _read(whole.held_tables, basis), _read(whole.tables, basis)
    return Inzage(
        voorstel=voorstel,
        nu=before,
        straks=after,
        regels=regel_verschillen(before, after),
        anders=lees_gevallen(whole.changed),
    )


def lees_gevallen(changed: Sequence[CaseChange]) -> tuple[Verschil, ...]:
    """Cases with another outcome."""
    return tuple(
        Verschil(
            id=one.id, gemeente=one.gemeente, nu=msgspec.json.decode(one.before),
            straks=msgspec.json.decode(one.after), verwacht=one.expected,
        )
        for one in changed
    )  # fmt: skip


def _read(tables: Mapping[str, str], basis: RegelSet) -> RegelSet:
    if not tables:
        return basis
    return load_tables({name: text.encode() for name, text in tables.items()}, basis)


def _stand(one: RuleSetLine, today: date, geldend: int) -> Stand:
    if one.state == "concept":
        return "wacht"
    if one.state == "vervallen":
        return "ingetrokken" if one.approved_by or one.withdrawn_by == one.proposed_by else "afgewezen"
    if one.from_day is not None and one.from_day > today:
        return "gepland"
    return "geldt" if one.number == geldend else "vastgesteld"
