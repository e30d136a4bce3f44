"""Moves the register's word forward, and the lists and our pending acts with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

import msgspec
from sqlalchemy import Connection

from werkdesk.domain.afdoening import Afdoening
from werkdesk.domain.toepassen.toepassen import Stand
from werkdesk.errors import Refused
from werkdesk.messages.codec import decode_record, encode
from werkdesk.messages.rule_set import Regelset
from werkdesk.messages.wire import Balie, Change, ConflictRecord, Medewerker
from werkdesk.storage.fold import refold
from werkdesk.storage.outcomes import put_conflict
from werkdesk.storage.parked import park
from werkdesk.storage.projection.project import Projection
from werkdesk.storage.records import chunks, marks
from werkdesk.storage.rules.shelf import put_rule_set
from werkdesk.storage.settled import refused_record
from werkdesk.storage.statements import ask, ask_one, run, run_many

REGISTERS_OWN: Mapping[str, type[Medewerker | Balie | ConflictRecord | Regelset]] = {
    "medewerker": Medewerker,
    "balie": Balie,
    "botsing": ConflictRecord,
    "regelset": Regelset,
}
"""Record types that only the register makes."""

_PUT = """
INSERT INTO base (id, soort, rev, scope, weg, canonical, body) VALUES (?, ?, ?, ?, 0, ?, ?)
ON CONFLICT (id, soort) DO UPDATE SET rev = excluded.rev, scope = excluded.scope, weg = 0,
    canonical = coalesce(excluded.canonical, base.canonical), body = excluded.body
"""
_PUT_STAFF = """
INSERT INTO staff (id, rev, user, name, active, body) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET rev = excluded.rev, user = excluded.user, name = excluded.name,
    active = excluded.active, body = excluded.body WHERE excluded.rev > staff.rev
"""
_PUT_DESK = """
INSERT INTO balie (id, rev, balie, location, active) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET rev = excluded.rev, balie = excluded.balie, location = excluded.location,
    active = excluded.active WHERE excluded.rev > balie.rev
"""


@dataclass(frozen=True, slots=True)
class Words:
    """New states of records of one type, each once. ``units``: which units spoke of a record."""

    scope: str
    soort: str
    changes: Sequence[Change]
    units: Mapping[tuple[str, UUID], set[UUID]] = field(default_factory=dict)


def put_words(connection: Connection, projection: Projection, words: Words) -> None:
    """Put the states down where they are newer; what cannot be read is parked and changes nothing."""
    readable: list[tuple[Change, Stand, bytes]] = []
    for change in words.changes:
        raw = b"" if change.f is msgspec.UNSET else bytes(change.f)
        try:
            readable.append((change, decode_record(words.soort, raw), raw))
        except Refused as error:
            park(connection, words.scope, change, error.code)
    ids = [change.id.bytes for change, _, _ in readable]
    known = _revisions(connection, words.soort, ids)
    newer = [one for one in readable if one[0].v > known.get(one[0].id.bytes, 0)]
    rows = [
        (
            change.id.bytes, words.soort, change.v, words.scope,
            None if change.c is msgspec.UNSET else change.c.bytes, raw,
        )
        for change, _, raw in newer
    ]  # fmt: skip
    if rows:
        run_many(connection, _PUT, rows)
    ours = _with_acts(connection, words.soort, ids)
    _mark_in_base(connection, words, ours)
    plain = [(stand, False) for change, stand, _ in newer if change.id.bytes not in ours]
    projection.put(connection, words.soort, plain)
    for key in ours:
        refold(connection, projection, words.soort, UUID(bytes=key))
    if words.soort == Afdoening.soort:
        for change, _, _ in newer:
            if (about := refused_record(connection, change.id)) is not None:
                refold(connection, projection, *about)


def _revisions(connection: Connection, soort: str, ids: Sequence[bytes]) -> dict[bytes, int]:
    """Revisions of records that are there; one that left counts as unknown, because it may come back."""
    found: dict[bytes, int] = {}
    for piece in chunks(ids):
        rows = ask(
            connection,
            f"SELECT id, rev FROM base WHERE soort = ? AND weg = 0 AND id IN ({marks(piece)})",  # noqa: S608
            (soort, *piece),
        )
        found.update((key, rev) for key, rev in rows)
    return found


def _with_acts(connection: Connection, soort: str, ids: Sequence[bytes]) -> set[bytes]:
    """Which of these records have acts of ours in the outbox, whatever their state."""
    if ask_one(connection, "SELECT 1 FROM outbox LIMIT 1") is None:
        return set()
    found: set[bytes] = set()
    for piece in chunks(ids):
        rows = ask(
            connection,
            f"SELECT DISTINCT rid FROM outbox WHERE record = ? AND rid IN ({marks(piece)})",  # noqa: S608
            (soort, *piece),
        )
        found.update(rid for (rid,) in rows)
    return found


def _mark_in_base(connection: Connection, words: Words, ours: set[bytes]) -> None:
    """A state that came of one of our units shows its acts already: they must not be applied again.

    That happens when an answer was lost and the feed brings our own change before its receipt. An act that
    the register held back has been judged when its change comes by.
    """
    rows = [
        (unit.bytes, change.id.bytes, words.soort)
        for change in words.changes
        if change.id.bytes in ours
        for unit in words.units.get((words.soort, change.id), {change.u})
    ]
    if rows:
        run_many(
            connection,
            "UPDATE outbox SET in_base = 1, state = CASE state WHEN 'held' THEN 'acked' ELSE state END "
            "WHERE unit = ? AND rid = ? AND record = ?",
            rows,
        )


def put_registers_own(connection: Connection, scope: str, changes: Sequence[Change]) -> None:
    """Colleagues, desks, disagreements and rule sets: told by the register, never acted on by a desk."""
    for change in changes:
        raw = b"" if change.f is msgspec.UNSET else bytes(change.f)
        try:
            value = msgspec.json.decode(raw, type=REGISTERS_OWN[change.t])
        except msgspec.MsgspecError:
            park(connection, scope, change, "bericht.vorm")
            continue
        match value:
            case Medewerker():
                row = (value.id.bytes, change.v, value.user, value.name, int(value.active), encode(value))
                run(connection, _PUT_STAFF, row)
            case Balie():
                desk = (value.id.bytes, change.v, value.balie, value.location, int(value.active))
                run(connection, _PUT_DESK, desk)
            case ConflictRecord():
                put_conflict(connection, value, None)
            case Regelset():
                put_rule_set(connection, value, change.v)
