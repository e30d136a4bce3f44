"""What the register does about rule tables for a member of staff at a desk, without HTTP.

Everything is decided here again: who may, what the tables are worth, and which cases they change.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Connection, Engine

from werkdesk.domain.regels.gevalbestand import read_cases
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.errors import Refused
from werkdesk.messages import problems
from werkdesk.messages.rule_calls import (
    MOST_CASES,
    MOST_FILES,
    CaseChange,
    RulesDecide,
    RulesDecided,
    RuleSetLine,
    RulesList,
    RulesPropose,
    RulesProposed,
    RulesRequest,
    RulesShow,
    RulesWhole,
)
from werkdesk.register.database import in_transaction
from werkdesk.register.offices import Office, the_office
from werkdesk.register.rules.decide import Decision, approve, withdraw
from werkdesk.register.rules.members import require_member
from werkdesk.register.rules.propose import NewTables, propose
from werkdesk.register.rules.sets import (
    APPROVES,
    PROPOSES,
    StoredSet,
    find_set,
    find_set_by_id,
    held_beside,
    list_sets,
    require_role,
)

MOST_LINES = 100
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,80}\.toml")

R = TypeVar("R")
Asked = TypeVar("Asked", bound=RulesRequest)


@dataclass(frozen=True, slots=True)
class RuleCalls:
    """Safe to use from many threads at once. ``key``: signs what is published; ``basis``: the program's own.

    Every call raises ``Refused`` as ``members.require_member`` and, without the role, ``regels.rol``.
    """

    engine: Engine
    epoch: str
    key: Callable[[], Ed25519PrivateKey]
    basis: Callable[[], RegelSet]

    def list(self, token: str | None, request: RulesRequest) -> RulesList:
        """The newest versions of the desk's office."""

        def work(connection: Connection, place: Office) -> RulesList:
            require_role(connection, place, request.user, PROPOSES | APPROVES)
            found = list_sets(connection, place.scope)[:MOST_LINES]
            return RulesList(epoch=self.epoch, server_time=_now(), sets=[_line(one) for one in found])

        return self._for_member(token, request, work)

    def show(self, token: str | None, request: RulesShow) -> RulesWhole:
        """One version whole, and the tables that hold now. Raises ``regels.versie_onbekend``."""

        def work(connection: Connection, place: Office) -> RulesWhole:
            require_role(connection, place, request.user, PROPOSES | APPROVES)
            found = find_set(connection, place.scope, request.number)
            held = held_beside(connection, place.scope, found)
            return RulesWhole(
                epoch=self.epoch, server_time=_now(), line=_line(found), tables=dict(found.tables),
                changed=_cases(found.effect.changed), held_number=0 if held is None else held.number,
                held_tables={} if held is None else dict(held.tables),
            )  # fmt: skip

        return self._for_member(token, request, work)

    def propose(self, token: str | None, request: RulesPropose) -> RulesProposed:
        """Check, work out the cases, keep a concept; the same ``id`` again gives the same concept.

        Raises as ``propose.propose`` and ``gevalbestand.read_cases``; ``regels.ingehaald`` (made from tables
        that hold no more), ``regels.bestand`` (name of a file), ``gevallen.te_veel``, ``regels.te_groot``.
        """
        _check_texts(request.note)
        cases = _read_cases(request.cases)
        new = NewTables(
            id=request.id, over=request.over, files=_files(request.tables), user=request.user, now=_now(),
            from_day=request.from_day, note=request.note, replace=True, cases=cases, accept=request.accept,
        )  # fmt: skip

        def work(connection: Connection, place: Office) -> RulesProposed:
            user = require_role(connection, place, request.user, PROPOSES)
            known = find_set_by_id(connection, request.id)
            if known is not None and (known.scope, known.proposed_by) != (place.scope, user):
                raise Refused(problems.UNREADABLE)
            if known is not None:
                return self._proposed(known, known.effect.changed)
            done = propose(connection, place, new, self.basis())
            return self._proposed(done.stored, [one.as_json() for one in done.changed])

        return self._for_member(token, request, work)

    def approve(self, token: str | None, request: RulesDecide) -> RulesDecided:
        """Approve what was read, sign and publish; twice by the same person is once.

        Raises as ``decide.approve``.
        """

        def work(connection: Connection, place: Office) -> RulesDecided:
            user = require_role(connection, place, request.user, APPROVES)
            found = _as_read(connection, place, request)
            if found.state == "vastgesteld" and found.approved_by == user:
                return self._decided(found)
            by = Decision(number=request.number, user=user, now=_now())
            return self._decided(approve(connection, place, by, self.basis(), self.key()))

        return self._for_member(token, request, work)

    def withdraw(self, token: str | None, request: RulesDecide) -> RulesDecided:
        """Reject a proposal or withdraw a version, with a reason; twice by the same person is once.

        Raises as ``decide.withdraw``, and ``regels.reden`` without a reason.
        """
        _check_texts(request.reason)
        if not request.reason.strip():
            raise Refused("regels.reden", field="reden")

        def work(connection: Connection, place: Office) -> RulesDecided:
            user = require_role(connection, place, request.user, PROPOSES | APPROVES)
            found = _as_read(connection, place, request)
            if found.state == "vervallen" and found.withdrawn_by == user:
                return self._decided(found)
            by = Decision(number=request.number, user=user, now=_now(), reason=request.reason.strip()[:1000])
            return self._decided(withdraw(connection, place, by, self.key()))

        return self._for_member(token, request, work)

    def _for_member(self, token: str | None, request: Asked, work: Callable[[Connection, Office], R]) -> R:
        _check_texts(request.user)

        def inside(connection: Connection) -> R:
            desk = require_member(connection, token, request)
            return work(connection, the_office(connection, desk.scope))

        return in_transaction(self.engine, inside)

    def _proposed(self, stored: StoredSet | None, changed: Sequence[Mapping[str, Any]]) -> RulesProposed:
        line = None if stored is None else _line(stored)
        return RulesProposed(epoch=self.epoch, server_time=_now(), line=line, changed=_cases(changed))

    def _decided(self, stored: StoredSet) -> RulesDecided:
        return RulesDecided(epoch=self.epoch, server_time=_now(), line=_line(stored))


def _as_read(connection: Connection, place: Office, request: RulesDecide) -> StoredSet:
    """The version that was read: numbers may have been given out anew after the register was restored."""
    found = find_set(connection, place.scope, request.number, lock=True)
    if found.id != request.id:
        raise Refused("regels.versie_onbekend", field="versie")
    return found


def _files(tables: Mapping[str, str]) -> dict[str, bytes]:
    if len(tables) > MOST_FILES or not all(_NAME.fullmatch(name) for name in tables):
        raise Refused(problems.UNREADABLE)
    return {name: text.encode() for name, text in tables.items()}


def _read_cases(text: str) -> list[dict[str, Any]]:
    cases = read_cases(text.encode()) if text else []
    if len(cases) > MOST_CASES:
        raise Refused("gevallen.te_veel", field="gevallen")
    return cases


def _check_texts(*texts: str) -> None:
    """No control characters but line breaks: PostgreSQL keeps no NUL, and nobody types the others."""
    if not all(len(text) <= 2000 and text.replace("\n", "").isprintable() for text in texts):
        raise Refused(problems.UNREADABLE)


def _cases(changed: Sequence[Mapping[str, Any]]) -> list[CaseChange]:
    return [
        CaseChange(
            id=one["id"], gemeente=one["gemeente"], before=_raw(one["nu"]), after=_raw(one["straks"]),
            expected=one["verwacht"],
        )
        for one in changed
    ]  # fmt: skip


def _raw(value: Any) -> msgspec.Raw:
    return msgspec.Raw(msgspec.json.encode(value))


def _line(one: StoredSet) -> RuleSetLine:
    return RuleSetLine(
        id=one.id, number=one.number, state=one.state, from_day=one.from_day, note=one.note,
        records=len(one.effect.records), cases=one.effect.cases, cases_changed=len(one.effect.changed),
        proposed_by=one.proposed_by, proposed_at=one.proposed_at, approved_by=one.approved_by or "",
        approved_at=one.approved_at, withdrawn_by=one.withdrawn_by or "", withdrawn_at=one.withdrawn_at,
        withdrawn_reason=one.withdrawn_note,
    )  # fmt: skip


def _now() -> datetime:
    return datetime.now(UTC)
