"""How samples become figures."""

from __future__ import annotations

import pytest

from werkdesk.bench.aims import Aim
from werkdesk.bench.figures import Series, noise, percentile, ratios, summary, timed


def test_a_percentile_is_a_sample_that_was_really_measured() -> None:
    samples = [float(n) for n in range(1, 201)]
    assert percentile(samples, 0.99) == 198
    assert percentile(samples, 0.5) == 100
    assert percentile([7.0], 0.99) == 7.0


def test_a_summary_says_how_many_there_were_also_when_there_were_none() -> None:
    assert summary([3.0, 1.0, 2.0]) == {"n": 3, "median": 2.0, "p99": 3.0, "min": 1.0, "max": 3.0}
    assert summary([]) == {"n": 0}


def test_ratios_keep_rounds_together() -> None:
    assert ratios([2.0, 30.0], [1.0, 10.0]) == [2.0, 3.0]
    with pytest.raises(ValueError, match="longer"):
        ratios([2.0], [1.0, 10.0])


def test_noise_of_a_still_machine_is_one() -> None:
    assert noise([2.0, 2.0, 2.0]) == {"n": 3, "p99_to_median": 1.0, "max_to_min": 1.0}
    assert noise([]) == {"n": 0}


def test_timed_gives_the_result_and_what_it_took() -> None:
    result, taken = timed(lambda: sum(range(20_000)))
    assert result == 199_990_000
    assert taken.wall > 0
    assert taken.cpu > 0


def test_work_that_fails_is_not_counted() -> None:
    series = Series()
    with pytest.raises(ZeroDivisionError):
        series.take(lambda: 1 / 0)
    assert series.told()["wall_ms"] == {"n": 0}


@pytest.mark.parametrize(
    ("aim", "met"),
    [
        (Aim("a", "", 16.0, "ms", most=16.7), True),
        (Aim("a", "", 16.8, "ms", most=16.7), False),
        (Aim("a", "", 0.98, "", least=0.97), True),
        (Aim("a", "", 0.96, "", least=0.97), False),
    ],
)
def test_an_aim_is_met_up_to_and_including_its_limit(aim: Aim, met: bool) -> None:
    assert aim.told()["met"] is met
