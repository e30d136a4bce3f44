"""One round with the register, and the pauses between rounds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.fake_sync import FakeRegister, FakeStore
from werkdesk.errors import Refused, Unavailable
from werkdesk.usecases.changes import Changes, Topic
from werkdesk.usecases.ronde import Pauze, send_blobs, sync_once, sync_until_empty


def test_a_round_sends_what_waits_and_fetches_what_is_new() -> None:
    store, register = FakeStore(waiting=2), FakeRegister()
    register.publish()
    step = sync_once(store, register.connect())
    assert (store.waiting, store.received, store.cursor) == ([], [1, 2], 1)
    assert step.fout is None
    assert step.changes.topics == Topic.OUTBOX | Topic.KLANT | Topic.VERBINDING


def test_a_round_asks_for_another_while_acts_wait() -> None:
    store, register = FakeStore(waiting=3), FakeRegister()
    assert sync_once(store, register.connect()).more
    assert not sync_once(store, register.connect()).more


def test_news_comes_also_when_sending_is_refused() -> None:
    store, register = FakeStore(waiting=2), FakeRegister()
    register.publish()
    sync_once(store, register.connect(), push=False)
    assert (store.cursor, store.waiting) == (1, [1, 2])


def test_a_failing_call_keeps_everything_and_says_why() -> None:
    store, register = FakeStore(waiting=2), FakeRegister()
    for failure in (Unavailable("register.onbereikbaar"), Refused("register.geweigerd")):
        register.say(failure)
        step = sync_once(store, register.connect())
        assert (step.fout, step.more) == (failure.code, False)
    assert store.waiting == [1, 2]
    assert store.failures == ["register.onbereikbaar", "register.geweigerd"]


def test_the_register_may_ask_for_patience() -> None:
    store, register = FakeStore(), FakeRegister()
    register.say(Unavailable("register.bezig", retry_after_ms=1500))
    assert sync_once(store, register.connect()).retry_after == 1.5


def test_rounds_go_on_until_nothing_waits_papers_included() -> None:
    store, register = FakeStore(waiting=9), FakeRegister()
    store.blobs = ["a" * 64, "b" * 64, "c" * 64, "d" * 64, "e" * 64]
    step = sync_until_empty(store, register.connect(), store)
    assert step.fout is None
    assert store.waiting == []
    assert store.blobs == []
    assert register.acts == list(range(1, 10))


def test_rounds_stop_at_the_first_failure() -> None:
    store, register = FakeStore(waiting=9), FakeRegister()
    register.say(Unavailable("register.onbereikbaar"))
    assert sync_until_empty(store, register.connect(), store).fout == "register.onbereikbaar"
    assert len(register.calls) == 1


def test_a_paper_that_cannot_be_sent_now_stays() -> None:
    store, register = FakeStore(), FakeRegister()
    store.blobs = ["a" * 64]
    register.say(Unavailable("register.tijd"))
    assert send_blobs(store, register.connect(), store).fout == "register.tijd"
    assert store.blobs == ["a" * 64]


@given(st.lists(st.floats(0, 1, exclude_max=True), min_size=1, max_size=50))
def test_a_pause_lies_between_its_bounds_whatever_chance_says(dice: list[float]) -> None:
    throws = iter(dice)
    pause = Pauze(lambda: next(throws))
    now = 0.0
    for _ in dice:
        pause.failed(now)
        assert 0.5 <= pause.length <= 60.0
        assert pause.until == now + pause.length
        assert not pause.due(now)
        now = pause.until
        assert pause.due(now)


def test_pauses_grow_and_success_ends_them() -> None:
    pause = Pauze(lambda: 0.99)
    lengths = []
    for _ in range(8):
        pause.failed(0.0)
        lengths.append(pause.length)
    assert lengths == sorted(lengths)
    assert lengths[-1] == 60.0
    pause.succeeded()
    assert pause.due(0.0)


def test_the_registers_own_wish_wins() -> None:
    pause = Pauze(lambda: 0.0)
    pause.failed(10.0, retry_after=30.0)
    assert not pause.due(39.9)
    assert pause.due(40.0)


def test_a_changed_network_shortens_a_pause_and_never_lengthens_it() -> None:
    pause = Pauze(lambda: 0.5)
    for _ in range(8):
        pause.failed(0.0)
    pause.shorten(1.0)
    assert pause.until == 2.5
    pause.shorten(2.4)
    assert pause.until == 2.5


def test_a_feed_that_cannot_be_true_gives_no_green_light() -> None:
    store, register = FakeStore(), FakeRegister()
    register.publish()

    def gap(_: object) -> Changes:
        raise Refused("feed.gat")

    store.apply_feeds = gap  # type: ignore[method-assign,assignment]
    step = sync_once(store, register.connect())
    assert step.fout == "register.antwoord"
    assert store.failures == ["register.antwoord"]
    assert store.answers == 0
