"""Standing in line for news: woken by it, and over when it must be."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack

import httpx
import msgspec
import pytest

from tests.fixtures.register import RegisterProcess, TestRegister, serving
from tests.fixtures.register_desk import DeskClient, written_in
from tests.patience import PATIENCE
from werkdesk.messages.wire import Feed
from werkdesk.register import routes
from werkdesk.register.bell import Bell

pytestmark = pytest.mark.postgres

NewDesk = Callable[[], DeskClient]
FOR_EVER = 3600.0
"""Seconds, longer than a test lasts: who comes back before was woken."""


@pytest.fixture
def line(monkeypatch: pytest.MonkeyPatch) -> threading.Semaphore:
    """Rises by one for each who takes a place in line; nobody is sent home after 25 seconds."""
    monkeypatch.setattr(routes, "WAIT_SECONDS", FOR_EVER)
    places = threading.Semaphore(0)
    wait = Bell.wait

    async def noting(bell: Bell, seen: dict[str, int], seconds: float) -> None:
        places.release()
        await wait(bell, seen, seconds)

    monkeypatch.setattr(Bell, "wait", noting)
    return places


def standing(reader: DeskClient, pool: ThreadPoolExecutor) -> Future[list[Feed]]:
    """A pull that waits for news."""
    return pool.submit(reader.pull, wait_s=FOR_EVER)


def test_a_melding_reaches_a_desk_that_stands_in_line(new_desk: NewDesk, line: threading.Semaphore) -> None:
    writer, reader = new_desk(), new_desk()
    reader.pull()
    with ThreadPoolExecutor(1) as pool:
        for _ in range(5):
            waiting = standing(reader, pool)
            assert line.acquire(timeout=PATIENCE)
            klant = written_in()
            writer.push(klant)
            assert waiting.result()
            assert klant.id in reader.of_type("klant")


def test_standing_in_line_ends_after_its_time_without_news(
    new_desk: NewDesk, line: threading.Semaphore
) -> None:
    desk = new_desk()
    desk.pull()
    assert desk.pull(wait_s=0.3) == []
    assert line.acquire(blocking=False)


def test_news_that_came_before_standing_in_line_is_told_at_once(
    new_desk: NewDesk, line: threading.Semaphore
) -> None:
    writer, reader = new_desk(), new_desk()
    reader.pull()
    writer.push(written_in())
    assert len(reader.pull(wait_s=FOR_EVER)) == 1
    assert not line.acquire(blocking=False)


def test_a_revoked_desk_is_woken_and_sent_away(
    new_desk: NewDesk, register: TestRegister, line: threading.Semaphore
) -> None:
    desk = new_desk()
    desk.pull()
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(desk.raw, msgspec.json.encode(desk.pull_request(wait_s=FOR_EVER)))
        assert line.acquire(timeout=PATIENCE)
        register.revoke(desk.desk)
        response = waiting.result()
    if response.status_code == 200:  # it was just being answered; the next call is the one
        response = desk.raw(msgspec.json.encode(desk.pull_request()))
    assert (response.status_code, response.json()["code"]) == (403, "revoked")


def test_desks_that_stand_in_line_do_not_hold_up_the_end(
    register: TestRegister, line: threading.Semaphore
) -> None:
    with ExitStack() as clients, ThreadPoolExecutor(3) as pool:
        with serving(register) as url:
            desks = [
                DeskClient(
                    clients.enter_context(httpx.Client(base_url=url, timeout=PATIENCE, trust_env=False)),
                    register.enrol(),
                )
                for _ in range(3)
            ]
            for desk in desks:
                desk.pull()
            waiting = [standing(desk, pool) for desk in desks]
            for _ in waiting:
                assert line.acquire(timeout=PATIENCE)
        assert [job.result() for job in waiting] == [[], [], []]


def test_news_crosses_from_one_register_process_to_another(
    new_desk: NewDesk, register: TestRegister, register_process: RegisterProcess
) -> None:
    writer = new_desk()
    with httpx.Client(base_url=register_process.start(), timeout=PATIENCE, trust_env=False) as http:
        reader = DeskClient(http, register.enrol())
        reader.pull()
        with ThreadPoolExecutor(1) as pool:
            waiting = standing(reader, pool)
            klant = written_in()
            writer.push(klant)
            pages = waiting.result()
    assert pages  # whose time in line is over without being woken gets nothing
    assert klant.id in reader.of_type("klant")
