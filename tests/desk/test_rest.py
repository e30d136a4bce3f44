"""When the desk rests, what it does then, and that nobody waits for it."""

from __future__ import annotations

import threading

import pytest

from tests.patience import PATIENCE
from werkdesk.desk.rest import (
    PATIENCE_SECONDS,
    REST_SECONDS,
    TIDY_SECONDS,
    VERIFY_SECONDS,
    Check,
    Rest,
    RestPlan,
)
from werkdesk.errors import Locked, Unavailable, WerkdeskError


class Seconds:
    """A clock that stands still."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Tables:
    """A cache: ``harm`` is what verifying it raises, ``trouble`` what tidying it raises."""

    def __init__(self, harm: Exception | None = None, trouble: Exception | None = None) -> None:
        self.harm, self.trouble = harm, trouble
        self.checks = self.tidied = 0
        self.waits = False
        self.begun, self.stopped = threading.Event(), threading.Event()

    def slow_check(self) -> Check:
        self.checks += 1
        return self

    def run(self) -> bool:
        self.begun.set()
        if self.waits:
            assert self.stopped.wait(PATIENCE)
            return False
        if self.harm is not None:
            raise self.harm
        return True

    def stop(self) -> None:
        self.stopped.set()

    def idle(self) -> None:
        self.tidied += 1
        if self.trouble is not None:
            raise self.trouble


@pytest.fixture
def clock() -> Seconds:
    return Seconds()


@pytest.fixture
def plan(clock: Seconds) -> RestPlan:
    made = RestPlan(clock)
    made.open()
    return made


def _rest(tables: Tables, plan: RestPlan) -> tuple[list[WerkdeskError], list[BaseException]]:
    alarms: list[WerkdeskError] = []
    defects: list[BaseException] = []
    rest = Rest(tables, plan, alarms.append, defects.append)
    rest.start()
    rest.stop()
    assert rest.is_over
    return alarms, defects


def test_a_rest_begins_when_nobody_touched_anything_for_a_while(plan: RestPlan) -> None:
    assert not plan.is_due(REST_SECONDS - 1)
    assert plan.is_due(REST_SECONDS)


def test_a_counter_where_it_never_is_quiet_is_verified_as_well(plan: RestPlan, clock: Seconds) -> None:
    clock.now += PATIENCE_SECONDS
    assert plan.is_due(0)
    plan.verified = clock.now
    assert not plan.is_due(0)


def test_the_cache_is_verified_once_a_day_and_tidied_now_and_then(plan: RestPlan, clock: Seconds) -> None:
    tables = Tables()
    assert _rest(tables, plan) == ([], [])
    assert (tables.checks, tables.tidied) == (1, 1)
    assert not plan.is_due(REST_SECONDS)
    clock.now += TIDY_SECONDS
    assert plan.is_due(REST_SECONDS)
    _rest(tables, plan)
    assert (tables.checks, tables.tidied) == (1, 2)
    clock.now += VERIFY_SECONDS
    _rest(tables, plan)
    assert (tables.checks, tables.tidied) == (2, 3)


def test_damage_is_told_once(plan: RestPlan) -> None:
    tables = Tables(harm=Unavailable("cache.beschadigd"))
    alarms, defects = _rest(tables, plan)
    assert [error.code for error in alarms] == ["cache.beschadigd"]
    assert defects == []
    assert tables.tidied == 0
    assert not plan.is_due(REST_SECONDS)


@pytest.mark.parametrize("trouble", [Unavailable("schijf.vol"), Locked("cache.op_slot")])
def test_a_disk_that_says_no_waits_for_the_next_time(plan: RestPlan, trouble: Exception) -> None:
    assert _rest(Tables(trouble=trouble), plan) == ([], [])
    assert not plan.must_verify


def test_a_defect_is_reported_and_does_not_come_back_every_second(plan: RestPlan) -> None:
    defect = ValueError("x")
    alarms, defects = _rest(Tables(trouble=defect), plan)
    assert (alarms, defects) == ([], [defect])
    assert not plan.is_due(REST_SECONDS)


def test_a_rest_that_is_broken_off_is_done_again(plan: RestPlan) -> None:
    tables = Tables()
    tables.waits = True
    rest = Rest(tables, plan, lambda _: None, lambda _: None)
    rest.start()
    assert tables.begun.wait(PATIENCE)
    assert not rest.is_over
    rest.stop()
    assert tables.tidied == 0
    assert plan.is_due(REST_SECONDS)
