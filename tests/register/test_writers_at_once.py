"""Many writers and a slow reader: numbers stay dense and nothing is missed."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest

from tests.fixtures.register import TestRegister
from tests.fixtures.register_desk import DeskClient, fictitious, fictitious_bsn, phoned, written_in
from werkdesk.register.database import in_transaction
from werkdesk.register.ids import new_id
from werkdesk.register.publish import NewChange, publish

pytestmark = pytest.mark.postgres

NewDesk = Callable[[], DeskClient]


def numbers(register: TestRegister) -> list[int]:
    with register.engine.connect() as connection:
        return list(connection.exec_driver_sql("SELECT seq FROM change ORDER BY seq").scalars())


def test_writers_at_once_leave_dense_numbers_and_a_slow_reader_misses_nothing(
    new_desk: NewDesk, register: TestRegister
) -> None:
    writers, reader = [new_desk() for _ in range(4)], new_desk()
    done = threading.Event()
    written: list[UUID] = []

    def write(desk: DeskClient) -> None:
        for _ in range(12):
            acts = [written_in() for _ in range(3)]
            desk.push(*acts)
            written.extend(act.id for act in acts)

    def read() -> int:
        pages = 0
        while not done.is_set():
            pages += len(reader.pull(max_rows=2))  # checks that every page follows the one before
        return pages + len(reader.pull(max_rows=2))

    with ThreadPoolExecutor(5) as pool:
        reading = pool.submit(read)
        for job in [pool.submit(write, desk) for desk in writers]:
            job.result()
        done.set()
        assert reading.result() > 10
    assert set(written) == set(reader.of_type("klant"))
    assert numbers(register) == list(range(1, len(numbers(register)) + 1))


def test_a_slow_writer_does_not_hide_a_number_from_a_reader(
    new_desk: NewDesk, register: TestRegister
) -> None:
    """The trap of serial numbers: one takes a number and commits late, another commits first (T1)."""
    desk, reader = new_desk(), new_desk()
    reader.pull()
    change = NewChange(unit=new_id(), type="balie", rid=new_id(), rev=1, body="{}")
    with register.engine.connect() as slow:
        publish(slow, "kantoor", [change])
        with ThreadPoolExecutor(1) as pool:
            fast = pool.submit(desk.push, written_in())
            assert reader.pull() == []  # neither is there before the first is
            slow.commit()
            fast.result()
    (page,) = reader.pull()
    assert [one.t for one in page.changes] == ["balie", "klant"]


def test_a_transaction_that_fails_gives_its_numbers_back(register: TestRegister) -> None:
    change = NewChange(unit=new_id(), type="balie", rid=new_id(), rev=1, body="{}")
    with register.engine.connect() as connection:
        assert publish(connection, "kantoor", [change, change]) == 1
        connection.rollback()
    assert in_transaction(register.engine, lambda c: publish(c, "kantoor", [change])) == 1
    assert numbers(register) == [1]


def test_desks_that_change_the_same_records_at_once_all_get_their_answer(
    new_desk: NewDesk, register: TestRegister
) -> None:
    desks = [new_desk() for _ in range(4)]
    klanten = [written_in() for _ in range(6)]
    desks[0].push(*klanten)

    def change(place: int) -> set[str]:
        order = klanten if place % 2 else klanten[::-1]
        result = desks[place].push(
            *[phoned(klant.id, None, f"+3120123456{place}") for klant in order], base_rev=1
        )
        return {outcome.outcome for outcome in result.outcomes}

    with ThreadPoolExecutor(4) as pool:
        outcomes = set().union(*pool.map(change, range(4)))
    assert outcomes <= {"applied", "conflict"}
    with register.engine.connect() as connection:
        kept = connection.exec_driver_sql("SELECT count(*) FROM conflict WHERE open").scalar_one()
    assert kept == 18  # four values for each of six, one of them in the register


def test_one_bsn_at_many_desks_at_once_has_one_first(new_desk: NewDesk) -> None:
    desks = [new_desk() for _ in range(4)]
    bsn = fictitious_bsn(7)

    def write(desk: DeskClient) -> tuple[str, UUID | None, UUID]:
        klant = written_in(fictitious(bsn=bsn))
        (outcome,) = desk.push(klant).outcomes
        return outcome.outcome, outcome.canonical, klant.id

    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(write, desks))
    (first,) = [rid for outcome, _, rid in results if outcome == "applied"]
    assert [canonical for outcome, canonical, _ in results if outcome == "duplicate"] == [first] * 3
