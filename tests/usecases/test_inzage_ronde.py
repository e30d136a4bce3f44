"""Looks go to the register in runs; a register without an ear for them holds nothing up."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from tests.fake_sync import NOW, FakeStore
from werkdesk.desk import pump
from werkdesk.desk.pump import Pump, PumpParts
from werkdesk.errors import Refused, Unavailable, WerkdeskError
from werkdesk.messages.inzage import Blik, BlikAnswer, BlikRequest
from werkdesk.usecases.inzage_ronde import send_all_looks, send_looks


class Looks:
    """Numbers of looks that wait."""

    def __init__(self, waiting: int) -> None:
        self.waiting = list(range(1, waiting + 1))

    def next_looks(self) -> BlikRequest | None:
        if not self.waiting:
            return None
        one = Blik(
            id=UUID(int=1), n=self.waiting[0], at=NOW, actor="f.balie", balie=1, klant=UUID(int=2),
            wat="dossier", reden="post", hash="0",
        )  # fmt: skip
        return BlikRequest(desk_id=UUID(int=1), instance_id="i", blikken=(one,))

    def looks_received(self, sent: BlikRequest, answer: BlikAnswer) -> None:
        assert answer.n == sent.blikken[-1].n
        del self.waiting[0]


class Link:
    """Takes looks, or says what it was told to say."""

    def __init__(self, fout: WerkdeskError | None = None) -> None:
        self.fout, self.calls = fout, 0

    def send_looks(self, request: BlikRequest) -> BlikAnswer:
        self.calls += 1
        if self.fout is not None:
            raise self.fout
        last = request.blikken[-1]
        return BlikAnswer(epoch="e", server_time=NOW, n=last.n, hash=last.hash, kop_nummer=1, kop_hash="")


def test_all_looks_go_run_by_run() -> None:
    looks, link = Looks(3), Link()
    assert send_looks(FakeStore(), looks, link).more
    assert send_all_looks(FakeStore(), looks, link).fout is None
    assert (looks.waiting, link.calls) == ([], 3)
    assert not send_looks(FakeStore(), looks, link).more


@pytest.mark.parametrize(
    ("fout", "noted"),
    [
        (Unavailable("register.onbereikbaar"), ["register.onbereikbaar"]),
        (Refused("register.geweigerd"), []),
    ],
)
def test_what_does_not_get_through_stays(fout: WerkdeskError, noted: list[str]) -> None:
    store, looks = FakeStore(), Looks(2)
    assert send_all_looks(store, looks, Link(fout)).fout == fout.code
    assert (looks.waiting, store.failures) == ([1, 2], noted)


def test_acts_go_on_when_the_register_does_not_know_looks_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    store, now = FakeStore(), [100.0]
    looks, link = Looks(1), Link(Refused("register.geweigerd"))
    sent: list[object] = []
    monkeypatch.setattr(pump, "sync_once", lambda *_args, **_named: sent.append(1))
    parts: Any = PumpParts(
        store=store, blobs=store, connect=lambda: pytest.fail("no thread runs"), looks=looks,
        announce=lambda _: None, report=lambda _: None, monotonic=lambda: now[0],
    )  # fmt: skip
    store.waiting = [1]
    sender: Any = Pump(parts)
    assert sender._send(link).fout == "register.geweigerd"
    sender._send(link)
    assert (link.calls, sent) == (1, [1])
    now[0] += pump.PAUSE_OF_LOOKS
    link.fout = None
    sender._send(link)
    assert looks.waiting == []
