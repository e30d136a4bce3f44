"""The pump: sends at once, hears at once, notices an outage, comes back by itself, and ends when told."""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from tests.fake_sync import FakeRegister, FakeStore
from tests.patience import PATIENCE, wait_for
from werkdesk.desk.pump import Pump, PumpParts
from werkdesk.errors import Refused, Unavailable, WerkdeskError
from werkdesk.usecases.changes import Changes, Topic

AWAY = Unavailable("register.onbereikbaar")


class Bench:
    """A pump between a store and a register, with what it announced."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self.store = FakeStore()
        self.register = FakeRegister()
        self.announced: list[Changes] = []
        self.defects: list[BaseException] = []
        self.pump = Pump(
            PumpParts(
                store=self.store,
                blobs=self.store,
                connect=self.register.connect,
                announce=self._announce,
                report=self.defects.append,
                monotonic=monotonic,
                chance=lambda: 0.0,
            )
        )

    def _announce(self, changes: Changes) -> None:
        with self.register.changed:
            self.announced.append(changes)
            self.register.changed.notify_all()

    def until(self, state: Callable[[], bool]) -> None:
        assert self.register.wait_until(state), "did not happen"

    def save(self, number: int) -> None:
        """A use case committed."""
        self.store.waiting.append(number)
        self.pump.wake()


@pytest.fixture
def no_tick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody looks by himself within the hour: what happens was told."""
    monkeypatch.setattr("werkdesk.desk.pump.TICK_SECONDS", 3600.0)


@pytest.fixture
def bench() -> Iterator[Bench]:
    made = Bench()
    yield made
    made.pump.stop(PATIENCE)


def standing_in_line(bench: Bench) -> bool:
    return any(call.pull is not None and call.pull.wait_s > 0 for call in bench.register.calls)


@pytest.mark.usefixtures("no_tick")
def test_what_is_saved_is_sent_at_once_while_another_call_stands_in_line(bench: Bench) -> None:
    bench.pump.start()
    bench.until(lambda: standing_in_line(bench))
    bench.save(7)
    bench.until(lambda: bench.register.acts == [7])


def test_what_waited_before_the_start_is_sent_without_a_wake(bench: Bench) -> None:
    bench.store.waiting = [1, 2, 3, 4, 5]
    bench.pump.start()
    bench.until(lambda: bench.register.acts == [1, 2, 3, 4, 5])


def test_papers_follow_the_acts(bench: Bench) -> None:
    bench.store.waiting = [1, 2, 3]
    bench.store.blobs = ["a" * 64, "b" * 64]
    bench.pump.start()
    bench.until(lambda: bench.register.blobs == ["a" * 64, "b" * 64])
    assert bench.register.acts == [1, 2, 3]


def test_news_of_others_is_announced(bench: Bench) -> None:
    bench.pump.start()
    bench.until(lambda: standing_in_line(bench))
    bench.register.publish()
    bench.until(lambda: any(Topic.KLANT in changes.topics for changes in bench.announced))


def test_an_outage_is_noticed_while_standing_in_line(bench: Bench) -> None:
    bench.pump.start()
    bench.until(lambda: standing_in_line(bench))
    bench.register.say(AWAY)
    bench.until(lambda: "register.onbereikbaar" in bench.store.failures)


def test_after_an_outage_everything_is_sent_without_anyone_doing_anything(bench: Bench) -> None:
    bench.register.say(AWAY)
    bench.pump.start()
    bench.until(lambda: len(bench.store.failures) >= 2)
    bench.save(1)
    bench.save(2)
    bench.register.say(None)
    bench.until(lambda: bench.register.acts == [1, 2])


def test_whoever_asks_does_not_wait_for_a_pause(bench: Bench) -> None:
    bench.register.say(Unavailable("register.bezig", retry_after_ms=600_000))
    bench.pump.start()
    wait_for(lambda: bench.pump._listener._pause.until > 0)
    bench.register.say(None)
    bench.pump.try_now()
    bench.until(lambda: bench.store.answers >= 1)


def test_the_first_call_after_an_outage_does_not_stand_in_line(bench: Bench) -> None:
    bench.register.say(AWAY)
    bench.pump.start()
    bench.until(lambda: len(bench.store.failures) >= 1)
    before = len(bench.register.calls)
    bench.register.say(None)
    bench.until(lambda: bench.store.answers >= 1)
    calls = [call for call in bench.register.calls[before:] if call.pull is not None]
    assert calls[0].pull is not None
    assert calls[0].pull.wait_s == 0


def test_a_line_that_failed_is_let_go(bench: Bench) -> None:
    bench.register.say(AWAY)
    bench.pump.start()
    bench.until(lambda: len(bench.store.failures) >= 2)
    failed = [line for line in bench.register.lines if line.failed]
    assert failed[0].closed


@pytest.mark.parametrize("failure", [Unavailable("schijf.vol"), Refused("feed.gat")])
def test_a_cache_that_says_no_does_not_end_the_pump(bench: Bench, failure: WerkdeskError) -> None:
    said = threading.Event()
    real = bench.store.next_push

    def once(max_rows: int, max_bytes: int) -> object:
        if not said.is_set():
            said.set()
            raise failure
        return real(max_rows, max_bytes)

    bench.store.next_push = once  # type: ignore[method-assign,assignment]
    bench.store.waiting = [1]
    bench.pump.start()
    bench.until(lambda: bench.register.acts == [1])
    assert bench.defects == []


def test_a_defect_is_reported_and_does_not_end_the_pump(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("werkdesk.desk.pump.PAUSE_AFTER_DEFECT", 0.0)
    thrown: list[int] = []

    def break_once(_: object) -> None:
        if not thrown:
            thrown.append(1)
            raise ZeroDivisionError

    bench.register.on_call = break_once
    bench.store.waiting = [1]
    bench.pump.start()
    bench.until(lambda: bench.register.acts == [1])
    wait_for(lambda: bool(bench.defects))  # the thread that stumbled may be the other one
    assert [type(defect) for defect in bench.defects] == [ZeroDivisionError]


def test_a_register_that_never_lets_anyone_wait_is_not_asked_again_at_once() -> None:
    bench = Bench(monotonic=lambda: 0.0)
    line = bench.register.connect()
    assert bench.pump._listen(line).more  # the first call does not stand in line
    line.aborted = True  # from now on the fake answers at once, with nothing
    assert not bench.pump._listen(line).more
    bench.register.publish()
    assert bench.pump._listen(line).more  # news may come as fast as it likes


def test_a_register_that_let_it_wait_is_asked_again_at_once() -> None:
    bench = Bench(monotonic=itertools.count().__next__)
    line = bench.register.connect()
    assert bench.pump._listen(line).more
    line.aborted = True
    assert bench.pump._listen(line).more


def test_it_ends_at_once_also_while_standing_in_line(bench: Bench) -> None:
    bench.pump.start()
    bench.until(lambda: standing_in_line(bench))
    assert bench.pump.stop(PATIENCE)
    assert all(line.closed for line in bench.register.lines)


def test_nothing_is_announced_after_the_end(bench: Bench) -> None:
    bench.pump.start()
    bench.until(lambda: standing_in_line(bench))
    assert bench.pump.stop(PATIENCE)
    before = len(bench.announced)
    bench.register.publish()
    bench.pump.wake()
    assert len(bench.announced) == before


def test_a_pump_that_never_started_can_be_stopped() -> None:
    assert Bench().pump.stop()
