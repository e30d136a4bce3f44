"""The work lists on small caches: cases that a list leaves out cost it nothing, in steps of SQLite."""

from __future__ import annotations

from collections.abc import Sized

import pytest

from tests.benchmarks.lists import filled_with, measure
from tests.benchmarks.vm_steps import counting_steps
from werkdesk.usecases.lijsten import ON_SCREEN

FEW, MANY = 300, 2_400
Counted = dict[str, tuple[int, int]]
"""By list: steps of one reading, and how many rows it gave (0 when it is no row of rows)."""


@pytest.fixture(scope="module")
def counted() -> tuple[Counted, Counted]:
    return steps_with(FEW), steps_with(MANY)


def steps_with(cases: int) -> Counted:
    found: Counted = {}
    with filled_with(cases) as (cache, lists), counting_steps(cache) as since:
        for name, read in lists.items():
            rows = read()
            found[name] = since(), len(rows) if isinstance(rows, Sized) else 0
    return found


@pytest.mark.parametrize("name", ["bellijst", "termijnen", "termijnen, oudste", "alle zaken"])
def test_a_list_costs_as_much_whether_few_or_many_are_left_out(
    counted: tuple[Counted, Counted], name: str
) -> None:
    """Eight times as many cases; a list that reads them all would take eight times as many steps."""
    few, many = counted
    assert 0 < many[name][0] < 3 * few[name][0]


@pytest.mark.parametrize("name", ["bellijst, aantal", "termijnen, aantal", "verdeling"])
def test_counting_takes_few_steps_a_case(counted: tuple[Counted, Counted], name: str) -> None:
    assert 0 < counted[1][name][0] < 100 * MANY


def test_no_list_gives_more_than_a_screenful(counted: tuple[Counted, Counted]) -> None:
    rows = {name: given for name, (_, given) in counted[1].items()}
    assert max(rows.values()) == ON_SCREEN, rows


def test_the_measure_runs_and_gives_a_figure_for_each_list() -> None:
    figures = measure(40, rounds=1)
    assert {"bellijst", "termijnen", "verdeling"} <= set(figures)
    assert all(one.steps > 0 and one.mib > 0 for one in figures.values())
