"""The same thing twice: an import that was repeated, a person who was written in at two desks.

Nothing is refused and nothing is merged here: both stay, linked by an alias that a person can undo.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import Melding
from werkdesk.domain.toepassen.toepassen import Stand
from werkdesk.register.judging.filed import Case, Filed
from werkdesk.register.judging.working_set import AliasEntry, Key, WorkingSet

BsnHash = Callable[[str], bytes]


def known_refs(work: WorkingSet, unit: Sequence[Case]) -> dict[UUID, UUID]:
    """Records of this unit that are here already: the melding with this externe_ref, and its klant."""
    twins: dict[UUID, UUID] = {}
    for case in unit:
        act = case.act
        if not isinstance(act, g.MeldingGedaan) or act.externe_ref is None:
            continue
        canonical = work.refs.get(act.externe_ref)
        if canonical is None or canonical == act.id:
            continue
        twins[act.id] = canonical
        entry = work.entries.get(("melding", canonical))
        there = None if entry is None else work.stand(entry)
        if isinstance(there, Melding) and there.klant != act.klant:
            twins[act.klant] = there.klant
    return twins


def same_person(
    work: WorkingSet, bsn_hash: BsnHash, filed: Filed, key: Key, before: Stand | None, stand: Stand
) -> UUID | None:
    """Who has this BSN already, at the moment it is given to a second person; else ``None``."""
    if not isinstance(stand, Klant):
        return None
    old = before.feiten.bsn if isinstance(before, Klant) else None
    new = stand.feiten.bsn
    if old == new:
        return None
    if old is not None and work.persons.get(bsn_hash(old)) == key[1]:
        # It was a mistake; the number is free for whom it belongs to.
        work.put(work.persons, bsn_hash(old), None)
        work.put(work.new_persons, bsn_hash(old), None)
        work.put(work.left_persons, bsn_hash(old), key[1])
    if new is None:
        return None
    digest = bsn_hash(new)
    owner = work.persons.get(digest)
    if owner is None:
        work.put(work.persons, digest, key[1])
        work.put(work.new_persons, digest, key[1])
        return None
    if owner == key[1]:
        return None
    link(work, filed, key, owner, "bsn")
    return owner


def link(work: WorkingSet, filed: Filed, key: Key, canonical: UUID, reason: str) -> None:
    """Note that ``key`` is another name for ``canonical``."""
    work.put(work.aliases, key, canonical)
    work.put(
        work.new_aliases,
        key,
        AliasEntry(
            type=key[0], from_id=key[1], to_id=canonical, reason=reason, mutation=filed.id, actor=filed.actor
        ),
    )
