"""Conflicts: made when two people disagree on a field, closed when the register holds the other value."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from werkdesk.domain.intake import Intake
from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import Melding
from werkdesk.domain.plaatsing import Plaatsing
from werkdesk.domain.toepassen.toepassen import Stand
from werkdesk.domain.toepassen.uitkomst import Botsing
from werkdesk.messages.codec import encode
from werkdesk.messages.questions import conflict_id
from werkdesk.messages.wire import ConflictRecord, FieldConflict
from werkdesk.register.judging.filed import Filed
from werkdesk.register.judging.working_set import ConflictEntry, Key, Typist, WorkingSet
from werkdesk.register.publish import NewChange


def field_conflict(clash: Botsing) -> FieldConflict:
    """The three values as they travel."""
    return FieldConflict(
        field=clash.veld,
        base=msgspec.Raw(encode(clash.basis)),
        register=msgspec.Raw(encode(clash.register)),
        desk=msgspec.Raw(encode(clash.balie)),
    )


def note_conflict(work: WorkingSet, filed: Filed, key: Key, clash: FieldConflict) -> int:
    """Keep both values for a person to choose; return the place of the change.

    A desk that goes on typing in the field it already disagrees on changes its own conflict: there is never
    more than one open per field and desk. What it said before stays in custody.
    """
    rid = key[1]
    mine = next(
        (
            entry
            for entry in work.conflicts.values()
            if entry.state.rid == rid
            and entry.state.open
            and entry.state.field == clash.field
            and entry.state.desk_id == filed.desk
        ),
        None,
    )
    if mine is not None:
        state = msgspec.structs.replace(
            mine.state, register=clash.register, desk=clash.desk, **_typed_by(work, key, clash.field)
        )
        return keep_conflict(work, mine, state, filed)
    state = ConflictRecord(
        id=conflict_id(filed.id, clash.field),
        record=key[0],
        rid=rid,
        field=clash.field,
        base=clash.base,
        register=clash.register,
        desk=clash.desk,
        desk_id=filed.desk,
        actor=filed.actor,
        made_at=datetime.fromisoformat(filed.made_at),
        **_typed_by(work, key, clash.field),
    )
    return keep_conflict(work, None, state, filed)


def note_typist(work: WorkingSet, filed: Filed, key: Key, fields: Iterable[str]) -> None:
    """Remember who set these fields in this very batch, for a conflict further on in it."""
    who = Typist(filed.actor, filed.made_at, filed.desk)
    for veld in fields:
        work.put(work.typists, (key[1], veld), who)


def typist_of(work: WorkingSet, key: Key, veld: str) -> Typist | None:
    """Who typed the value that counts: in this batch, or as custody knows by the revision of the field."""
    who = work.typists.get((key[1], veld))
    if who is None and (entry := work.entries.get(key)) is not None:
        who = work.history.get((key[1], entry.field_rev.get(veld, 1)))
    return who


def _typed_by(work: WorkingSet, key: Key, veld: str) -> dict[str, Any]:
    who = typist_of(work, key, veld)
    if who is None:
        return {}
    return {
        "register_actor": who.actor,
        "register_at": datetime.fromisoformat(who.made_at),
        "register_desk": who.desk,
    }


def settle_conflicts(work: WorkingSet, filed: Filed, stand: Stand, fields: Iterable[str]) -> int:
    """Close what is no longer disagreed on: the register now holds what the desk wanted. Place, or -1."""
    place = -1
    for veld in fields:
        present: bytes | None = None
        for entry in list(work.conflicts.values()):
            if not entry.state.open or entry.state.rid != stand.id or entry.state.field != veld:
                continue
            present = present if present is not None else encode(field_value(stand, veld))
            if bytes(entry.state.desk) == present:
                state = msgspec.structs.replace(entry.state, open=False)
                place = keep_conflict(work, entry, state, filed)
    return place


def field_value(stand: Stand, veld: str) -> Any:
    """The value of one merge unit of a record, ``None`` when it has none of that name."""
    match stand:
        case Klant() | Melding():
            return getattr(stand.feiten, veld, None)
        case Intake():
            return stand.antwoorden.get(veld)
        case Plaatsing():
            return stand.oordeel
        case _:
            return None


def keep_conflict(work: WorkingSet, old: ConflictEntry | None, state: ConflictRecord, filed: Filed) -> int:
    """Put a question in its new state and publish it; return the place of the change."""
    entry = ConflictEntry(
        state=state,
        scope=work.scope,
        rev=old.rev + 1 if old else 1,
        stored=old.stored if old else 0,
        mutation=filed.id,
    )
    identity: UUID = state.id
    work.put(work.conflicts, identity, entry)
    work.put(work.touched_conflicts, identity, None)
    work.changes.append(
        NewChange(unit=filed.unit, type="botsing", rid=identity, rev=entry.rev, body=encode(state).decode())
    )
    return len(work.changes) - 1
