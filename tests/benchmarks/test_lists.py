"""The benchmark of the work lists on small caches: cases that a list leaves out cost it nothing."""

from __future__ import annotations

import pytest

from tests.benchmarks.lists import ListFigures, measure

FEW, MANY = 300, 2_400


@pytest.fixture(scope="module")
def figures() -> tuple[dict[str, ListFigures], dict[str, ListFigures]]:
    return measure(FEW, rounds=7), measure(MANY, rounds=7)


@pytest.mark.parametrize("name", ["bellijst", "termijnen", "termijnen, oudste", "alle zaken"])
def test_a_list_costs_as_much_whether_few_or_many_are_left_out(
    figures: tuple[dict[str, ListFigures], dict[str, ListFigures]], name: str
) -> None:
    """Eight times as many cases; a list that reads them all would cost eight times as much."""
    few, many = figures
    assert many[name].least_ms < 4 * max(few[name].least_ms, 1.0)


def test_no_list_takes_more_than_a_few_mebibytes(
    figures: tuple[dict[str, ListFigures], dict[str, ListFigures]],
) -> None:
    assert {name: one.mib for name, one in figures[1].items() if one.mib >= 5} == {}


def test_counting_costs_little_beside_reading_a_screenful(
    figures: tuple[dict[str, ListFigures], dict[str, ListFigures]],
) -> None:
    many = figures[1]
    for name in ("bellijst, aantal", "termijnen, aantal", "verdeling"):
        assert many[name].to_floor < 25
