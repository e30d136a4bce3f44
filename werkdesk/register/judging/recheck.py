"""The check of the banencarrousel again, with all that the register knows (domain figures 5.6; decision 14).

Nobody does this, so it is no act: it is part of the judgement, and stands in the record beside what the desk
foresaw. What a person has to decide because of it becomes a question (decision 12).
"""

from __future__ import annotations

import logging
from dataclasses import replace
from uuid import UUID

import msgspec

from werkdesk.domain.plaatsing import Plaatsing
from werkdesk.domain.regels.plaatsing_oordeel import Kennis, hertoets
from werkdesk.errors import Refused
from werkdesk.messages.codec import encode
from werkdesk.messages.questions import CARROUSEL, hertoets_id
from werkdesk.messages.wire import ConflictRecord
from werkdesk.register.judging.clashes import keep_conflict
from werkdesk.register.judging.filed import Filed
from werkdesk.register.judging.working_set import ConflictEntry, Entry, WorkingSet
from werkdesk.register.publish import NewChange

_log = logging.getLogger(__name__)


def rechecked(work: WorkingSet, stand: Plaatsing) -> Plaatsing:
    """The placement with the register's word on it; as it was when the rules cannot say anything."""
    if work.placements is None:
        return stand
    try:
        word = hertoets(stand, _knowledge(work, stand), work.placements.rules)
    except Refused as refused:  # a gap in the tables may not cost anybody their work
        _log.warning("placement not rechecked", extra={"code": refused.code})
        return stand
    return replace(stand, hertoets=word)


def recheck_beside(work: WorkingSet, filed: Filed, rid: UUID) -> int:
    """Ask what has to be asked about this placement and about later ones that it changes; place, or -1."""
    mine = work.entries[(Plaatsing.soort, rid)]
    here = work.stand(mine)
    if not isinstance(here, Plaatsing):
        return -1
    place = _ask(work, filed, mine, here)
    for entry in [one for one in work.entries.values() if one.type == Plaatsing.soort and one.rid != rid]:
        stand = work.stand(entry)
        if not isinstance(stand, Plaatsing) or stand.feiten.begin < here.feiten.begin:
            continue
        now = rechecked(work, stand)
        if now.oordeel.redenen != stand.oordeel.redenen:
            kept = replace(entry, rev=entry.rev + 1, body=encode(now).decode(), stand=now)
            change = NewChange(unit=filed.unit, type=kept.type, rid=kept.rid, rev=kept.rev, body=kept.body)
            place = max(place, work.keep(kept, change), _ask(work, filed, kept, now))
    return place


def _knowledge(work: WorkingSet, stand: Plaatsing) -> Kennis:
    assert work.placements is not None  # noqa: S101 - asked by the caller
    here = [work.stand(one) for one in work.entries.values() if one.type == Plaatsing.soort]
    persons = dict(work.placements.persons)
    for (kind, twin), head in work.aliases.items():
        if kind == "klant":
            persons[twin] = persons.get(head, head)
    known = [one for one in here if isinstance(one, Plaatsing) and one.id != stand.id]
    return Kennis((*known, stand, *work.placements.elsewhere), persons)


def _ask(work: WorkingSet, filed: Filed, entry: Entry, stand: Plaatsing) -> int:
    """At most one question about a placement; it closes by itself when there is nothing to decide."""
    before = _question(work, entry.rid)
    is_open = bool(stand.te_beslissen) and stand.hertoets is not None
    found = msgspec.Raw(encode(stand.oordeel))
    if before is None:
        return keep_conflict(work, None, _question_of(filed, entry, stand, found), filed) if is_open else -1
    if before.state.open == is_open and (not is_open or bytes(before.state.register) == bytes(found)):
        return -1
    state = msgspec.structs.replace(before.state, open=is_open, register=found)
    return keep_conflict(work, before, state, filed)


def _question(work: WorkingSet, rid: UUID) -> ConflictEntry | None:
    """The one that is open, else the one that this batch answers or asks again."""
    about = [one for one in work.conflicts.values() if one.state.rid == rid and one.state.field == CARROUSEL]
    return min(about, key=lambda one: not one.state.open, default=None)


def _question_of(filed: Filed, entry: Entry, stand: Plaatsing, found: msgspec.Raw) -> ConflictRecord:
    foreseen = msgspec.Raw(encode(stand.carrousel))
    return ConflictRecord(
        id=hertoets_id(filed.id, entry.rid), record=Plaatsing.soort, rid=entry.rid, field=CARROUSEL,
        base=foreseen, register=found, desk=foreseen, desk_id=entry.last_desk or filed.desk,
        actor=stand.medewerker, made_at=stand.moment,
    )  # fmt: skip
