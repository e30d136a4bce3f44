"""A push inside one transaction: custody first, judgement after, numbers last (sync.md 3.6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import Connection

from werkdesk.messages import problems
from werkdesk.messages.wire import Outcome, PushResult
from werkdesk.register.database import raw
from werkdesk.register.judging.filed import Case, Filed, Verdict, open_case
from werkdesk.register.judging.judge import Judge
from werkdesk.register.judging.load import load_working_set
from werkdesk.register.judging.neighbours import RulesOf, load_placements, wait_for_turn
from werkdesk.register.judging.sameness import BsnHash
from werkdesk.register.judging.store import store_custody, store_rejudged, store_work
from werkdesk.register.receipts import Receipt, content_of, make_outcome, read_receipts, store_twins
from werkdesk.register.sessions import ChainState, DeskSession, advance_chain, lock_chain

_DEFECT = Verdict(outcome="quarantined", reason="register.defect")
_TWIN = Verdict(outcome="quarantined", reason="bericht.andere_inhoud")
_WAKE_ROUNDS = 20

_WAITING = """
SELECT m.id, m.desk, m.scope, m.mseq, m.hash, m.content_hash, m.unit, m.unit_n, m.record, m.rid, m.soort,
    m.base_rev, m.schema, m.depends_on, m.made_at, m.clock_ms, m.actor, m.body
FROM held AS h JOIN mutation AS m ON m.id = h.mutation
WHERE h.scope = %s AND h.waits_on = ANY(%s::uuid[])
ORDER BY m.received_at, m.mseq
FOR UPDATE OF h, m
"""


@dataclass(slots=True)
class _Sorted:
    """A push, sorted: what is new, what is known, what only pretends to be known."""

    fresh: list[Filed] = field(default_factory=list)
    twins: list[Filed] = field(default_factory=list)
    outcomes: dict[int, Outcome] = field(default_factory=dict)  # by mseq
    repeats: dict[int, UUID] = field(default_factory=dict)  # the same act twice in one push


def accept(
    connection: Connection,
    desk: DeskSession,
    prev_hash: str,
    acts: Sequence[Filed],
    bsn_hash: BsnHash,
    rules_of: RulesOf,
    *,
    judge: bool = True,
) -> PushResult:
    """Take the acts in and say what became of each.

    ``judge=False`` takes them into custody alone, as the last resort for what cannot be judged.
    Raises ``Refused`` with ``gap`` or ``forked``, and ``last_mseq`` and ``last_hash`` as details.
    """
    state = lock_chain(connection, desk)
    receipts = read_receipts(connection, [act.id for act in acts])
    _check_chain(desk, state, prev_hash, acts, receipts)
    push = _sort(acts, receipts)
    if push.fresh:
        _take_in(connection, desk, push, bsn_hash, rules_of if judge else None)
    store_twins(connection, push.twins)
    outcomes = [_outcome(push, act) for act in acts]
    if acts and acts[-1].mseq > state.last_mseq:
        state = ChainState(acts[-1].mseq, acts[-1].hash)
        advance_chain(connection, desk, state)
    return PushResult(outcomes=outcomes, last_mseq=state.last_mseq, last_hash=state.last_hash)


def _check_chain(
    desk: DeskSession, state: ChainState, prev_hash: str, acts: Sequence[Filed], receipts: dict[UUID, Receipt]
) -> None:
    if not acts:
        return
    if acts[0].mseq > state.last_mseq + 1:
        raise state.refusal(problems.GAP)
    before = prev_hash
    for act in acts:
        if act.mseq <= state.last_mseq:
            known = receipts.get(act.id)
            if known is None or not known.is_of(act) or not known.stands_at(act, desk.id):
                raise state.refusal(problems.FORKED)
        elif act.mseq == state.last_mseq + 1 and before != state.last_hash:
            raise state.refusal(problems.FORKED)
        before = act.hash


def _sort(acts: Sequence[Filed], receipts: dict[UUID, Receipt]) -> _Sorted:
    push = _Sorted()
    new: dict[UUID, Filed] = {}
    for act in acts:
        known, earlier = receipts.get(act.id), new.get(act.id)
        if known is None and earlier is None:
            new[act.id] = act
            push.fresh.append(act)
        elif known is not None and known.is_of(act):
            push.outcomes[act.mseq] = known.outcome
        elif earlier is not None and content_of(earlier) == content_of(act):
            push.repeats[act.mseq] = earlier.id
        else:
            push.twins.append(act)
            push.outcomes[act.mseq] = make_outcome(act, _TWIN, 0)
    return push


def _outcome(push: _Sorted, act: Filed) -> Outcome:
    if act.mseq in push.repeats:
        first = next(one for one in push.fresh if one.id == push.repeats[act.mseq])
        return push.outcomes[first.mseq]
    return push.outcomes[act.mseq]


def _take_in(
    connection: Connection,
    desk: DeskSession,
    push: _Sorted,
    bsn_hash: BsnHash,
    rules_of: RulesOf | None,
) -> None:
    """``rules_of``: nothing when nothing is to be judged."""
    judge = rules_of is not None
    fresh = push.fresh
    waiting = _wake(connection, desk.scope, fresh) if judge else []
    cases = [open_case(one) if judge else Case(one, None) for one in (*fresh, *waiting)]
    placing = judge and wait_for_turn(connection, cases)
    work = load_working_set(connection, desk.scope, cases, bsn_hash, fresh)
    if placing and rules_of is not None:
        load_placements(connection, work, cases, rules_of)
    verdicts = Judge(work, bsn_hash).judge(cases) if judge else [_DEFECT] * len(cases)
    seq_of = store_work(connection, work)
    judged = list(zip((*fresh, *waiting), verdicts, strict=True))
    store_custody(connection, judged[: len(fresh)], seq_of, desk.scope)
    store_rejudged(connection, judged[len(fresh) :], seq_of)
    for one, verdict in judged[: len(fresh)]:
        push.outcomes[one.mseq] = make_outcome(one, verdict, seq_of(verdict))


def _wake(connection: Connection, scope: str, fresh: Sequence[Filed]) -> list[Filed]:
    """Acts that waited for one of these, or for a record they make; and who waited for those, and so on."""
    woken: dict[UUID, Filed] = {}
    arrived = {name for act in fresh for name in (act.id, act.rid)}
    cursor = raw(connection).cursor()
    for _ in range(_WAKE_ROUNDS):
        found = [
            Filed(
                id=row[0], desk=row[1], scope=row[2], mseq=row[3], hash=row[4], content_hash=row[5],
                unit=row[6], unit_n=row[7], record=row[8], rid=row[9], soort=row[10], base_rev=row[11],
                schema=row[12], depends_on=tuple(row[13]), made_at=row[14], clock_ms=row[15], actor=row[16],
                body=row[17],
            )
            for row in cursor.execute(_WAITING, (scope, list(arrived))).fetchall()
        ]  # fmt: skip
        fresh_wakes = [act for act in found if act.id not in woken]
        if not fresh_wakes:
            break
        woken.update((act.id, act) for act in fresh_wakes)
        arrived = {name for act in fresh_wakes for name in (act.id, act.rid)}
    return list(woken.values())
