"""Reads what a batch of acts touches: a fixed number of queries, however many acts there are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from psycopg import Cursor
from sqlalchemy import Connection

from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.afdoening import Afdoening
from werkdesk.domain.melding import Melding
from werkdesk.messages.wire import ConflictRecord
from werkdesk.register.database import raw
from werkdesk.register.judging.authors import load_authors
from werkdesk.register.judging.filed import Case, Filed
from werkdesk.register.judging.sameness import BsnHash
from werkdesk.register.judging.working_set import ConflictEntry, Entry, Key, Typist, WorkingSet
from werkdesk.register.records import SearchColumns

_RECORDS = """
SELECT r.type, r.id, r.scope, r.rev, r.body, r.kenmerk, r.externe_ref, r.klant, r.moment, r.field_rev,
    r.last_desk
FROM record AS r JOIN unnest(%s::text[], %s::uuid[]) AS wanted (type, id) ON r.type = wanted.type
    AND r.id = wanted.id
ORDER BY r.type, r.id
FOR UPDATE OF r
"""
_SETS_FIELDS = g.KlantGewijzigd | g.MeldingGewijzigd | g.IntakeBeantwoord
_CONFLICTS = """
SELECT id, scope, rev, record, rid, field, base, register, desk, desk_id, actor, mutation, made_at,
    open, register_actor, register_at, register_desk
FROM conflict WHERE (open AND rid = ANY(%s::uuid[])) OR id = ANY(%s::uuid[]) ORDER BY id FOR UPDATE
"""
_HISTORY = """
SELECT m.rid, m.rev, m.actor, m.made_at, m.desk FROM mutation AS m
    JOIN unnest(%s::text[], %s::uuid[]) AS wanted (record, rid) ON m.record = wanted.record
    AND m.rid = wanted.rid
WHERE m.outcome IN ('applied', 'merged', 'conflict', 'duplicate') ORDER BY m.received_at
"""


def load_working_set(
    connection: Connection, scope: str, cases: Sequence[Case], bsn_hash: BsnHash, fresh: Sequence[Filed]
) -> WorkingSet:
    """Everything these acts may need, with their records locked in one fixed order.

    ``fresh``: those of the acts that came in now; the others waited here.
    """
    cursor = raw(connection).cursor()
    work = WorkingSet(scope, load_authors(cursor, scope, cases, fresh))
    keys: dict[Key, None] = {(case.filed.record, case.filed.rid): None for case in cases if case.act}
    rids = [rid for _, rid in keys]
    for kind, from_id, to_id in _ask(
        cursor, "SELECT type, from_id, to_id FROM alias WHERE from_id = ANY(%s::uuid[])", rids
    ):
        work.aliases[(kind, from_id)] = to_id
        keys[(kind, to_id)] = None
    refs = [c.act.externe_ref for c in cases if isinstance(c.act, g.MeldingGedaan) and _usable(c.act)]
    for ref, rid in _ask(
        cursor,
        "SELECT externe_ref, id FROM record WHERE type = 'melding' AND scope = %s"
        " AND externe_ref = ANY(%s::text[])",
        refs,
        scope,
    ):
        work.refs[ref] = rid
        keys[("melding", rid)] = None
    _load_records(cursor, work, keys)
    _load_klanten_of_refs(cursor, work, refs)
    for digest, person in _ask(
        cursor,
        "SELECT bsn_hash, person FROM identity WHERE scope = %s AND bsn_hash = ANY(%s::bytea[])",
        _bsn_hashes(cases, bsn_hash),
        scope,
    ):
        work.persons[bytes(digest)] = person
    for (gone,) in _ask(
        cursor,
        "SELECT id FROM purged WHERE id = ANY(%s::uuid[])",
        [rid for kind, rid in keys if (kind, rid) not in work.entries],
    ):
        work.purged.add(gone)
    needed = {needed for case in cases for needed in case.filed.depends_on}
    for rid, outcome in _ask(
        cursor, "SELECT id, outcome FROM mutation WHERE id = ANY(%s::uuid[])", list(needed)
    ):
        work.outcomes[rid] = outcome
    load_conflicts(cursor, work, [rid for kind, rid in keys if kind == Afdoening.soort])
    _load_history(cursor, work, cases)
    return work


def _ask(cursor: Cursor[Any], query: str, wanted: Sequence[Any], *before: Any) -> list[tuple[Any, ...]]:
    if not wanted:
        return []
    return cursor.execute(query, (*before, list(wanted))).fetchall()


def _usable(act: g.MeldingGedaan) -> bool:
    return act.externe_ref is not None and len(act.externe_ref) <= 64 and act.externe_ref.isprintable()


def _bsn_hashes(cases: Sequence[Case], bsn_hash: BsnHash) -> list[bytes]:
    numbers = set()
    for case in cases:
        match case.act:
            case g.KlantIngeschreven(feiten=feiten):
                numbers.add(feiten.bsn)
            case g.KlantGewijzigd(was=was, wordt=wordt):
                numbers |= {was.bsn, wordt.bsn}
    return [bsn_hash(number) for number in numbers if number is not None]


def _load_records(cursor: Cursor[Any], work: WorkingSet, keys: dict[Key, None]) -> None:
    if not keys:
        return
    rows = cursor.execute(_RECORDS, ([kind for kind, _ in keys], [rid for _, rid in keys])).fetchall()
    for kind, rid, scope, rev, body, kenmerk, ref, klant, moment, field_rev, last_desk in rows:
        work.entries[(kind, rid)] = Entry(
            type=kind, rid=rid, scope=scope, rev=rev, stored=rev, body=body,
            columns=SearchColumns(kenmerk, ref, klant, moment), field_rev=field_rev, last_desk=last_desk,
        )  # fmt: skip


def _load_klanten_of_refs(cursor: Cursor[Any], work: WorkingSet, refs: Sequence[str | None]) -> None:
    """The persons of meldingen that are here already: a repeated import names them anew."""
    found: dict[Key, None] = {}
    for ref in refs:
        entry = work.entries.get(("melding", work.refs[ref])) if ref in work.refs else None
        there = None if entry is None else work.stand(entry)
        if isinstance(there, Melding) and ("klant", there.klant) not in work.entries:
            found[("klant", there.klant)] = None
    _load_records(cursor, work, found)


def load_conflicts(cursor: Cursor[Any], work: WorkingSet, answered: list[UUID]) -> None:
    """Open questions about these records, and the ones that are answered or asked again."""
    there: list[UUID] = [rid for _, rid in work.entries]
    if not there and not answered:
        return
    for row in cursor.execute(_CONFLICTS, (there, answered)).fetchall():
        (rid, scope, rev, kind, record_id, field, base, register, desk, desk_id, actor, mutation, made,
         is_open, by, at, by_desk) = row  # fmt: skip
        work.conflicts[rid] = ConflictEntry(
            state=ConflictRecord(
                id=rid, record=kind, rid=record_id, field=field, base=_json(base), register=_json(register),
                desk=_json(desk), desk_id=desk_id, actor=actor, made_at=datetime.fromisoformat(made),
                open=is_open, register_actor=by or msgspec.UNSET,
                register_at=datetime.fromisoformat(at) if at else msgspec.UNSET,
                register_desk=by_desk or msgspec.UNSET,
            ),
            scope=scope, rev=rev, stored=rev, mutation=mutation,
        )  # fmt: skip


def _load_history(cursor: Cursor[Any], work: WorkingSet, cases: Sequence[Case]) -> None:
    """Who made the revisions of records that moved on since a desk looked: they may turn out to disagree.

    And of cases that are given away: whoever gave one may take it back.
    """
    moved: dict[Key, None] = {}
    for case in cases:
        key = work.address((case.filed.record, case.filed.rid))
        entry = work.entries.get(key)
        if not isinstance(case.act, _SETS_FIELDS) or entry is None:
            continue
        gives = isinstance(case.act, g.MeldingGewijzigd) and "eigenaar" in case.act.velden
        if gives or case.filed.base_rev < entry.rev:
            moved[key] = None
    if moved:
        rows = cursor.execute(_HISTORY, ([kind for kind, _ in moved], [rid for _, rid in moved])).fetchall()
        for rid, rev, actor, made_at, desk in rows:
            work.history.setdefault((rid, rev), Typist(actor, made_at, desk))


def _json(text: str) -> msgspec.Raw:
    return msgspec.Raw(text.encode())
