"""At the start: journal and database say the same, whatever happened before (security.md 6.4).

What the journal holds beyond the end of the chain is added to the database; what waits in the database and is
missing in the journal is added there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import Connection

from werkdesk.messages.wire import Mutation
from werkdesk.storage.counters import read_counters, reserve
from werkdesk.storage.fold import refold
from werkdesk.storage.journal_keeper import JournalKeeper, JournalUnit
from werkdesk.storage.outbox import file_acts, read_unreceived
from werkdesk.storage.projection.project import Projection
from werkdesk.storage.settings import Chain, read_chain, write_chain


@dataclass(frozen=True, slots=True)
class Reconciled:
    """How many acts came back from the journal, and how many were missing in it."""

    from_journal: int = 0
    to_journal: int = 0


def take_from_journal(connection: Connection, projection: Projection, journal: JournalKeeper) -> int:
    """Add to the database what only the journal holds; give the number of acts.

    An act stands in the journal alone when the process ended between journal and commit, or when the cache
    was damaged and made anew. The register knows by their ids those it has already.
    """
    chain = read_chain(connection)
    added = 0
    touched: set[tuple[str, bytes]] = set()
    for unit in sorted(journal.units, key=lambda unit: unit.chain_mseq):
        if unit.chain_mseq <= chain.mseq:
            continue
        reserve(connection, unit.counters)
        fresh = [act for act in unit.mutations if act.mseq > chain.mseq]
        if fresh:
            file_acts(connection, fresh, unit.prev_hash if len(fresh) == len(unit.mutations) else chain.hash)
            touched.update((act.record, act.rid.bytes) for act in fresh)
        chain = Chain(unit.chain_mseq, unit.chain_hash)
        added += len(fresh)
        for act in fresh:
            refold(connection, projection, act.record, act.rid)
    write_chain(connection, chain)
    return added


def give_to_journal(connection: Connection, journal: JournalKeeper) -> int:
    """Add to the journal what only the database holds; give the number of acts."""
    waiting = read_unreceived(connection, -1)
    known = {act.id for unit in journal.units for act in unit.mutations}
    missing = [act for act, _ in waiting if act.id not in known]
    chain = read_chain(connection)
    counters = read_counters(connection)
    in_order = all(act.mseq > journal.last_sequence for act in missing)
    if missing and in_order:
        for unit in as_units(waiting, counters):
            if unit.mutations[0].id not in known:
                journal.append(unit)
    elif missing or journal.is_damaged or journal.last_sequence > chain.mseq:
        journal.rewrite(as_units(waiting, counters))
    if chain.mseq > journal.last_sequence:
        journal.append(
            JournalUnit(
                prev_hash=chain.hash, mutations=(), counters=counters,
                chain_mseq=chain.mseq, chain_hash=chain.hash,
            )
        )  # fmt: skip
    return len(missing)


def mend_journal(connection: Connection, journal: JournalKeeper) -> None:
    """After the disk failed under the journal: look again, and make it say what the database says.

    It may hold a unit that was never committed, or lack its end.
    """
    if journal.is_broken:
        journal.reopen()
        give_to_journal(connection, journal)


def as_units(waiting: Sequence[tuple[Mutation, str]], counters: dict[str, int]) -> list[JournalUnit]:
    """Acts with the chain hash before each, as the journal holds them."""
    units = []
    for _, group in groupby(waiting, key=lambda pair: pair[0].unit):
        acts = list(group)
        last = acts[-1][0]
        units.append(
            JournalUnit(
                prev_hash=acts[0][1], mutations=tuple(act for act, _ in acts), counters=counters,
                chain_mseq=last.mseq, chain_hash=last.hash,
            )
        )  # fmt: skip
    return units
