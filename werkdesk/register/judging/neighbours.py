"""Placements that bear on each other: of one person, or at one employer, over all offices."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from psycopg import Cursor
from sqlalchemy import Connection

from werkdesk.domain import plaatsing_gebeurtenissen as p
from werkdesk.domain.plaatsing import Plaatsing
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.messages.codec import decode_record
from werkdesk.register.database import raw
from werkdesk.register.judging.filed import Case
from werkdesk.register.judging.load import load_conflicts
from werkdesk.register.judging.working_set import Entry, Placements, WorkingSet
from werkdesk.register.records import search_columns

RulesOf = Callable[[Connection, str], RegelSet]

_ONE_AT_A_TIME = 0x706C6161
"""Two desks that place people at one moment must see each other: what is judged here is judged in a row."""
_NEAR = """
SELECT id, scope, rev, body, field_rev, last_desk FROM record
WHERE type = 'plaatsing' AND (kvk = ANY(%s::text[]) OR klant = ANY(%s::uuid[])) ORDER BY id
"""
_ALIASES = "SELECT from_id, to_id FROM alias WHERE type = 'klant' AND (from_id = ANY(%s) OR to_id = ANY(%s))"
_SAME_BSN = """
SELECT mine.person, theirs.person FROM identity AS mine JOIN identity AS theirs USING (bsn_hash)
WHERE mine.person = ANY(%s::uuid[]) AND theirs.person <> mine.person
"""


def wait_for_turn(connection: Connection, cases: Sequence[Case]) -> bool:
    """Whether there are placements in this batch; then nobody else judges any until this transaction ends."""
    if not any(isinstance(case.act, p.PlaatsingGebeurtenis) for case in cases):
        return False
    raw(connection).cursor().execute("SELECT pg_advisory_xact_lock(%s)", (_ONE_AT_A_TIME,))
    return True


def load_placements(
    connection: Connection, work: WorkingSet, cases: Sequence[Case], rules_of: RulesOf
) -> None:
    """Put every placement that the new ones bear on, or that bears on them, into the working set."""
    cursor = raw(connection).cursor()
    placed = [case.act for case in cases if isinstance(case.act, p.PlaatsingVastgelegd)]
    known = [one for entry in work.entries.values() for one in _of(entry)]
    involved: list[p.PlaatsingVastgelegd | Plaatsing] = [*placed, *known]
    klanten = {one.klant for one in involved} | {who for who in work.persons.values() if who}
    persons = _persons(cursor, klanten)
    employers = {str(one.feiten.werkgever.kvk) for one in involved}
    elsewhere = []
    rows = cursor.execute(_NEAR, (sorted(employers), [*klanten, *persons])).fetchall()
    for rid, scope, rev, body, field_rev, last_desk in rows:
        stand = decode_record(Plaatsing.soort, body.encode())
        if scope != work.scope and isinstance(stand, Plaatsing):
            elsewhere.append(stand)
        elif (Plaatsing.soort, rid) not in work.entries:
            work.entries[(Plaatsing.soort, rid)] = Entry(
                type=Plaatsing.soort, rid=rid, scope=scope, rev=rev, stored=rev, body=body,
                columns=search_columns(stand), field_rev=field_rev, last_desk=last_desk, stand=stand,
            )  # fmt: skip
    load_conflicts(cursor, work, [])
    work.placements = Placements(rules_of(connection, work.scope), tuple(elsewhere), persons)


def _of(entry: Entry) -> list[Plaatsing]:
    if entry.type != Plaatsing.soort:
        return []
    stand = decode_record(entry.type, entry.body.encode())
    return [stand] if isinstance(stand, Plaatsing) else []


def _persons(cursor: Cursor[Any], klanten: set[UUID]) -> dict[UUID, UUID]:
    """Klant -> one name for the person, over aliases and over offices that have the same BSN."""
    if not klanten:
        return {}
    asked = list(klanten)
    pairs = list(cursor.execute(_ALIASES, (asked, asked)).fetchall())
    heads = list({*asked, *(to_id for _, to_id in pairs)})
    pairs += cursor.execute(_SAME_BSN, (heads,)).fetchall()
    everybody = list({*heads, *(theirs for _, theirs in pairs)})
    pairs += cursor.execute(_ALIASES, (everybody, everybody)).fetchall()
    return _groups(pairs)


def _groups(pairs: Sequence[tuple[UUID, UUID]]) -> dict[UUID, UUID]:
    name: dict[UUID, UUID] = {}
    for one, other in pairs:
        first, second = name.get(one, one), name.get(other, other)
        kept, gone = min(first, second), max(first, second)
        name |= {one: kept, other: kept, gone: kept}
        name |= dict.fromkeys((who for who, head in name.items() if head == gone), kept)
    return name
