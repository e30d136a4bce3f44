"""A register in a dictionary: judges with the same ``apply``, numbers densely, remembers receipts."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count
from uuid import UUID

import msgspec

from werkdesk.domain.toepassen.toepassen import Stand, apply
from werkdesk.errors import Refused
from werkdesk.messages.codec import decode_act, encode
from werkdesk.messages.wire import (
    Change,
    ChangeKind,
    Feed,
    FieldConflict,
    Mutation,
    Outcome,
    OutcomeKind,
    Push,
    PushResult,
    SyncAnswer,
)
from werkdesk.storage.cache import CacheHandles
from werkdesk.usecases.changes import Changes

SCOPE = "amstelland"


class SmallRegister:
    """Enough of a register to try the desk's side of the delivery."""

    def __init__(self) -> None:
        self.records: dict[tuple[str, UUID], tuple[int, Stand]] = {}
        self.changes: list[Change] = []
        self.receipts: dict[UUID, Outcome] = {}
        self.refuse: set[UUID] = set()
        self._units = count(10_000)

    def take(self, push: Push) -> PushResult:
        """Judge a push; a known act gets its old answer."""
        for act in push.mutations:
            if act.id not in self.receipts:
                self.receipts[act.id] = self._judge(act)
        last = push.mutations[-1]
        return PushResult(
            outcomes=[self.receipts[act.id] for act in push.mutations],
            last_mseq=last.mseq,
            last_hash=last.hash,
        )

    def put(self, stand: Stand) -> None:
        """A change that came from another desk."""
        rev = self.records.get((stand.soort, stand.id), (0, stand))[0] + 1
        self.records[stand.soort, stand.id] = rev, stand
        self.tell(stand.soort, stand.id, rev, "put", encode(stand), UUID(int=next(self._units)))

    def tell(
        self, soort: str, rid: UUID, rev: int, kind: ChangeKind, body: bytes | None, unit: UUID | None = None
    ) -> None:
        """Write one line of the feed."""
        self.changes.append(
            Change(
                q=len(self.changes) + 1, t=soort, id=rid, v=rev, k=kind,
                u=unit or UUID(int=next(self._units)), f=msgspec.UNSET if body is None else msgspec.Raw(body),
            )
        )  # fmt: skip

    def feed(self, after: int, rows: int = 2_000) -> Feed:
        """A page of the feed, without states that a later change on the page replaces, as on the wire."""
        end = min(after + rows, len(self.changes))
        while after < end < len(self.changes) and self.changes[end].u == self.changes[end - 1].u:
            end += 1  # a page ends where a unit ends
        page = self.changes[after:end]
        newest = {(change.t, change.id): change.q for change in page}
        slim = [
            change
            if newest[change.t, change.id] == change.q
            else msgspec.structs.replace(change, f=msgspec.UNSET)
            for change in page
        ]
        return Feed(
            scope=SCOPE, from_seq=after, to_seq=end, tag=f"{end:016x}", more=end < len(self.changes), floor=0,
            changes=slim,
        )  # fmt: skip

    def _judge(self, act: Mutation) -> Outcome:
        if act.id in self.refuse:
            return Outcome(id=act.id, outcome="quarantined", reason="bericht.rechten")
        rev, now = self.records.get((act.record, act.rid), (0, None))
        try:
            done = apply(now, decode_act(act.soort, act.body))
        except Refused as error:
            return Outcome(id=act.id, outcome="quarantined", reason=error.code)
        kind: OutcomeKind = "conflict" if done.botsingen else "applied"
        clashes = tuple(
            FieldConflict(
                field=clash.veld, base=msgspec.Raw(encode(clash.basis)),
                register=msgspec.Raw(encode(clash.register)), desk=msgspec.Raw(encode(clash.balie)),
            )
            for clash in done.botsingen
        )  # fmt: skip
        if done.stand == now:
            return Outcome(id=act.id, outcome=kind if clashes else "same", rev=rev, conflicts=clashes)
        self.records[act.record, act.rid] = rev + 1, done.stand
        self.tell(act.record, act.rid, rev + 1, "put", encode(done.stand), act.unit)
        return Outcome(
            id=act.id, outcome=kind, rev=rev + 1, scope=SCOPE, seq=len(self.changes), conflicts=clashes
        )


def push_once(cache: CacheHandles, register: SmallRegister, *, lose_answer: bool = False) -> Changes:
    """One push; with ``lose_answer`` the register has it and the desk does not know."""
    request = cache.sync_store.request(wait_s=0, push=True, pull=False)
    if request.push is None:
        return Changes()
    result = register.take(request.push)
    if lose_answer:
        return cache.sync_store.note_failure("register.stil")
    return cache.sync_store.file_outcomes(request.push, result)


def pull_once(cache: CacheHandles, register: SmallRegister, rows: int = 2_000) -> Changes:
    """One page of the feed."""
    cursor = next(c for c in cache.sync_store.cursors() if c.scope == SCOPE)
    return cache.sync_store.apply_feeds([register.feed(cursor.seq, rows)])


def answer(**parts: object) -> SyncAnswer:
    """An answer without push and feed."""
    values: dict[str, object] = {"epoch": "e1", "server_time": datetime(2026, 11, 3, 9, 9, tzinfo=UTC)}
    return SyncAnswer(**{**values, **parts})  # type: ignore[arg-type]
