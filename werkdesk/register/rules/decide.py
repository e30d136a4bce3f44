"""A second person approves, and what was approved can be withdrawn; desks hear of both, signed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Connection, update

from werkdesk.domain.datums import kalenderdag
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.errors import Refused
from werkdesk.messages.rule_set import Basis, Document, Stand, sign
from werkdesk.register.admin_records import put_record
from werkdesk.register.offices import Office
from werkdesk.register.rules.sets import (
    APPROVES,
    PROPOSES,
    StoredSet,
    find_set,
    in_force,
    require_role,
)
from werkdesk.register.tables import rule_set


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Who decides about which version, and when; ``reason`` of who rejects or withdraws."""

    number: int
    user: str
    now: datetime
    reason: str = ""


def approve(
    connection: Connection, place: Office, decision: Decision, basis: RegelSet, key: Ed25519PrivateKey
) -> StoredSet:
    """Approve a concept, sign it and publish it. Nothing but the feed tells desks.

    Raises ``Refused``: ``regels.versie_onbekend``, ``regels.zelfde_persoon``, ``regels.al_besloten``,
    ``regels.ingehaald`` (a later version was approved meanwhile), ``medewerker.onbekend``, ``regels.rol``,
    and as ``lezen.load_tables`` when the program's own tables no longer fit.
    """
    user = require_role(connection, place, decision.user, APPROVES)
    found = find_set(connection, place.scope, decision.number, lock=True)
    if found.state != "concept":
        raise Refused("regels.al_besloten", field="versie")
    if found.proposed_by == user:
        raise Refused("regels.zelfde_persoon", field="gebruiker")
    present = in_force(connection, place.scope)
    if present is not None and present.number > found.number:
        raise Refused("regels.ingehaald", field="versie")
    whole = found.over(basis)
    day = found.from_day or kalenderdag(decision.now)
    connection.execute(
        update(rule_set)
        .where(rule_set.c.id == found.id)
        .values(
            state="vastgesteld", from_day=day, approved_by=user, approved_at=decision.now,
            basis_version=basis.versie, basis_print=basis.vingerafdruk, print=whole.vingerafdruk,
        )
    )  # fmt: skip
    return _publish(connection, place, decision.number, key)


def withdraw(connection: Connection, place: Office, decision: Decision, key: Ed25519PrivateKey) -> StoredSet:
    """Withdraw a version: a concept disappears from sight, an approved one stops at every desk.

    The version before it counts again; one person is enough, because what then counts was approved by two.
    Raises ``Refused``: ``regels.versie_onbekend``, ``regels.al_besloten``, ``medewerker.onbekend``,
    ``regels.rol``.
    """
    user = require_role(connection, place, decision.user, PROPOSES | APPROVES)
    found = find_set(connection, place.scope, decision.number, lock=True)
    if found.state == "vervallen":
        raise Refused("regels.al_besloten", field="versie")
    connection.execute(
        update(rule_set)
        .where(rule_set.c.id == found.id)
        .values(
            state="vervallen", withdrawn_by=user, withdrawn_at=decision.now, withdrawn_note=decision.reason
        )
    )
    if found.state == "concept":
        return find_set(connection, place.scope, decision.number)
    return _publish(connection, place, decision.number, key)


def _publish(connection: Connection, place: Office, number: int, key: Ed25519PrivateKey) -> StoredSet:
    """Sign the version as it now stands and put it in the feed; the last thing its transaction does."""
    found = find_set(connection, place.scope, number)
    record = sign(found.id, _document(found), key)
    text = msgspec.json.encode(record).decode()
    connection.execute(update(rule_set).where(rule_set.c.id == found.id).values(document=text))
    put_record(connection, place.scope, "regelset", record)
    return replace(found, document=text)


def _document(found: StoredSet) -> Document:
    state: Stand = "vervallen" if found.state == "vervallen" else "vastgesteld"
    assert found.approved_by is not None  # noqa: S101 - only approved versions are published
    assert found.approved_at is not None  # noqa: S101
    return Document(
        kantoor=found.scope,
        nummer=found.number,
        stand=state,
        vanaf=found.from_day or date.min,
        tabellen=dict(found.tables),
        basis=Basis(versie=found.basis_version, vingerafdruk=found.basis_print),
        vingerafdruk=found.print,
        opgesteld_door=found.proposed_by,
        opgesteld_op=found.proposed_at,
        vastgesteld_door=found.approved_by,
        vastgesteld_op=found.approved_at,
        ingetrokken_door=found.withdrawn_by or "",
        ingetrokken_op=found.withdrawn_at,
        toelichting=found.note,
    )
