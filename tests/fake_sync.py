"""A sync store and a register that agree with each other, without a database or a network."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from uuid import UUID

import msgspec

from tests.patience import PATIENCE
from werkdesk.errors import WerkdeskError
from werkdesk.messages.inzage import BlikAnswer, BlikRequest
from werkdesk.messages.wire import (
    Cursor,
    Feed,
    Mutation,
    Outcome,
    Pull,
    Push,
    PushResult,
    SyncAnswer,
    SyncRequest,
)
from werkdesk.usecases.changes import Changes, Topic
from werkdesk.usecases.ports import DeskIdentity

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


def mutation(number: int) -> Mutation:
    """The ``number``-th act of a desk; empty of content."""
    return Mutation(
        id=UUID(int=number), mseq=number, unit=UUID(int=number), unit_n=1, record="klant",
        rid=UUID(int=number), soort="KlantIngeschreven", base_rev=0, schema=1, body=msgspec.Raw(b"{}"),
        made_at=NOW, actor="t.verzonnen", hash="0" * 64,
    )  # fmt: skip


class FakeStore:
    """The port ``SyncStore``: numbers of acts that wait, and what was noted."""

    def __init__(self, waiting: int = 0, batch: int = 2) -> None:
        self._guard = threading.RLock()
        self.waiting = list(range(1, waiting + 1))
        self.batch = batch
        self.cursor = 0
        self.blobs: list[str] = []
        self.failures: list[str] = []
        self.answers = 0
        self.received: list[int] = []

    def identity(self) -> DeskIdentity | None:
        return None

    def request(self, *, wait_s: float, push: bool, pull: bool) -> SyncRequest:
        sent = self.next_push(self.batch, 1 << 20) if push else None
        return SyncRequest(
            desk_id=UUID(int=1), instance_id="i", push=sent,
            pull=Pull(cursors=self.cursors(), wait_s=0.0 if sent else wait_s) if pull else None,
        )  # fmt: skip

    def next_push(self, max_rows: int, max_bytes: int) -> Push | None:
        with self._guard:
            rows = [mutation(number) for number in self.waiting[:max_rows]]
        return Push(prev_hash="0" * 64, mutations=rows) if rows else None

    def cursors(self) -> list[Cursor]:
        return [Cursor(scope="kantoor", seq=self.cursor)]

    def file_outcomes(self, sent: Push, result: PushResult) -> Changes:
        with self._guard:
            done = [outcome.id.int for outcome in result.outcomes]
            self.waiting = [number for number in self.waiting if number not in done]
            self.received += done
        return Changes(Topic.OUTBOX)

    def apply_feeds(self, feeds: Sequence[Feed]) -> Changes:
        with self._guard:
            self.cursor = feeds[-1].to_seq
        return Changes(Topic.KLANT)

    def note_answer(self, answer: SyncAnswer) -> Changes:
        with self._guard:
            self.answers += 1
        return Changes(Topic.VERBINDING)

    def note_failure(self, code: str) -> Changes:
        with self._guard:
            self.failures.append(code)
        return Changes(Topic.VERBINDING)

    def blobs_to_send(self, limit: int) -> list[str]:
        return self.blobs[:limit]

    def blob_sent(self, sha256: str) -> Changes:
        with self._guard:
            self.blobs.remove(sha256)
        return Changes(Topic.VERBINDING)

    def read_blob(self, sha256: str) -> bytes | None:
        """The port ``Blobs``."""
        return b"%PDF-"


class FakeRegister:
    """What all lines of a test lead to. ``fout``: raised by every call while it is set.

    ``head``: number of the newest change; a call that stands in line is answered when it rises, and
    not before: what happens meanwhile did not wait for it.
    """

    def __init__(self) -> None:
        self.changed = threading.Condition()
        self.fout: WerkdeskError | None = None
        self.head = 0
        self.calls: list[SyncRequest] = []
        self.acts: list[int] = []
        self.blobs: list[str] = []
        self.lines: list[FakeLine] = []
        self.on_call: Callable[[SyncRequest], None] = lambda _: None

    def connect(self) -> FakeLine:
        """A new line."""
        line = FakeLine(self)
        self.lines.append(line)
        return line

    def publish(self) -> None:
        """Something changed elsewhere."""
        with self.changed:
            self.head += 1
            self.changed.notify_all()

    def say(self, fout: WerkdeskError | None) -> None:
        """Go away, or come back; whoever stands in line is told."""
        with self.changed:
            self.fout = fout
            self.changed.notify_all()

    def wait_until(self, state: Callable[[], bool]) -> bool:
        """Wait for a state that calls bring about."""
        with self.changed:
            return self.changed.wait_for(state, PATIENCE)


class FakeLine:
    """The port ``RegisterLink``."""

    def __init__(self, register: FakeRegister) -> None:
        self._register = register
        self.aborted = self.failed = False
        self.closed = False

    def sync(self, request: SyncRequest) -> SyncAnswer:
        here = self._register
        with here.changed:
            here.calls.append(request)
            here.on_call(request)
            here.changed.notify_all()
            seen = request.pull.cursors[0].seq if request.pull else 0
            if request.pull is not None and request.pull.wait_s:
                here.changed.wait_for(lambda: self.aborted or here.fout is not None or here.head > seen)
            if here.fout is not None:
                self.failed = True
                raise here.fout
            return self._answer(request, seen)

    def _answer(self, request: SyncRequest, seen: int) -> SyncAnswer:
        here = self._register
        pushed = None
        if request.push is not None:
            ids = [one.id for one in request.push.mutations]
            here.acts += [one.int for one in ids]
            here.changed.notify_all()
            pushed = PushResult(
                outcomes=[Outcome(id=one, outcome="applied") for one in ids], last_mseq=0, last_hash=""
            )
        feeds = []
        if request.pull is not None and here.head > seen:
            feeds = [
                Feed(
                    scope="kantoor", from_seq=seen, to_seq=here.head, tag="", more=False, floor=0, changes=[]
                )
            ]
        return SyncAnswer(epoch="e", server_time=NOW, push=pushed, feeds=feeds)

    def send_blob(self, sha256: str, content: bytes) -> None:
        with self._register.changed:
            if self._register.fout is not None:
                raise self._register.fout
            self._register.blobs.append(sha256)
            self._register.changed.notify_all()

    def send_looks(self, request: BlikRequest) -> BlikAnswer:
        with self._register.changed:
            if self._register.fout is not None:
                raise self._register.fout
            last = request.blikken[-1]
        return BlikAnswer(epoch="e", server_time=NOW, n=last.n, hash=last.hash, kop_nummer=1, kop_hash="")

    def abort(self) -> None:
        with self._register.changed:
            self.aborted = True
            self._register.changed.notify_all()

    def close(self) -> None:
        self.closed = True
