"""The benchmark of the search on a small cache: it runs, and what it promises holds there too."""

from __future__ import annotations

from random import Random

from tests.benchmarks.search import measure
from tests.benchmarks.search_load import keystrokes, mistyped, wanted


def test_everybody_meant_is_on_the_list_within_a_frame() -> None:
    figures = measure(2_000, sample=40)
    assert figures.cpu_p99 < 1 / 60
    assert figures.recall["bsn"] == figures.recall["telefoon"] == 1
    assert figures.recall["naam + datum"] == figures.recall["typefout + datum"] == 1
    assert figures.recall["adres"] == 1
    assert figures.recall["typefout"] >= 0.97


def test_the_same_seed_types_the_same_keys() -> None:
    one, other = list(wanted(200, sample=20)), list(wanted(200, sample=20))
    assert one == other
    assert list(keystrokes(one[0]))[-1] == one[0].text


def test_a_slip_changes_a_word_by_one_letter_at_most() -> None:
    dice = Random(3)
    for _ in range(200):
        assert abs(len(mistyped(dice, "verzonnen")) - 9) <= 1
