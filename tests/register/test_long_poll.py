"""Standing in line for news: quick, cheap, and over when it must be."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack

import httpx
import msgspec
import pytest

from tests.fixtures.register import RegisterProcess, TestRegister, serving
from tests.fixtures.register_desk import DeskClient, written_in
from werkdesk.messages.wire import Feed

pytestmark = pytest.mark.postgres

NewDesk = Callable[[], DeskClient]


def standing(
    reader: DeskClient, pool: ThreadPoolExecutor, seconds: float
) -> Future[tuple[list[Feed], float]]:
    """A pull that waits, and the moment it came back."""

    def wait() -> tuple[list[Feed], float]:
        pages = reader.pull(wait_s=seconds)
        return pages, time.perf_counter()

    return pool.submit(wait)


def test_a_melding_reaches_a_desk_that_stands_in_line(new_desk: NewDesk) -> None:
    writer, reader = new_desk(), new_desk()
    reader.pull()
    took: list[float] = []
    with ThreadPoolExecutor(1) as pool:
        for _ in range(5):
            waiting = standing(reader, pool, 20)
            began = time.perf_counter()
            klant = written_in()
            writer.push(klant)
            pages, moment = waiting.result()
            assert klant.id in reader.of_type("klant")
            assert pages
            took.append(moment - began)
    assert statistics.median(took) < 0.8


def test_standing_in_line_ends_after_its_time_without_news(new_desk: NewDesk) -> None:
    desk = new_desk()
    desk.pull()
    began = time.perf_counter()
    assert desk.pull(wait_s=0.3) == []
    assert 0.25 < time.perf_counter() - began < 15


def test_news_that_came_before_standing_in_line_is_told_at_once(new_desk: NewDesk) -> None:
    writer, reader = new_desk(), new_desk()
    reader.pull()
    writer.push(written_in())
    assert len(reader.pull(wait_s=25)) == 1


def test_a_revoked_desk_is_woken_and_sent_away(new_desk: NewDesk, register: TestRegister) -> None:
    desk = new_desk()
    desk.pull()
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(desk.raw, msgspec.json.encode(desk.pull_request(wait_s=25)))
        register.revoke(desk.desk)
        response = waiting.result(timeout=20)
    if response.status_code == 200:  # it was just being answered; the next call is the one
        response = desk.raw(msgspec.json.encode(desk.pull_request()))
    assert (response.status_code, response.json()["code"]) == (403, "revoked")


def test_desks_that_stand_in_line_do_not_hold_up_the_end(register: TestRegister) -> None:
    with ExitStack() as clients, ThreadPoolExecutor(3) as pool:
        with serving(register) as url:
            desks = [
                DeskClient(
                    clients.enter_context(httpx.Client(base_url=url, timeout=60, trust_env=False)),
                    register.enrol(),
                )
                for _ in range(3)
            ]
            for desk in desks:
                desk.pull()
            waiting = [standing(desk, pool, 25) for desk in desks]
            clients.enter_context(httpx.Client(base_url=url, trust_env=False)).get("/v1/health")
            began = time.perf_counter()
        assert [job.result()[0] for job in waiting] == [[], [], []]
        assert time.perf_counter() - began < 15


def test_news_crosses_from_one_register_process_to_another(
    new_desk: NewDesk, register: TestRegister, register_process: RegisterProcess
) -> None:
    writer = new_desk()
    with httpx.Client(base_url=register_process.start(), timeout=60, trust_env=False) as http:
        reader = DeskClient(http, register.enrol())
        reader.pull()
        with ThreadPoolExecutor(1) as pool:
            waiting = standing(reader, pool, 25)
            began = time.perf_counter()
            writer.push(written_in())
            pages, moment = waiting.result()
    assert pages
    assert moment - began < 5
