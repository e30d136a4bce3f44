"""The search on a small cache: who was meant is found, and a key makes SQLite do little."""

from __future__ import annotations

from pathlib import Path
from random import Random
from statistics import median

from tests.benchmarks.search import measure
from tests.benchmarks.search_load import filled, keystrokes, mistyped, wanted
from tests.benchmarks.vm_steps import counting_steps


def test_everybody_meant_is_on_the_list() -> None:
    figures = measure(1_000, sample=16)
    assert figures.recall["bsn"] == figures.recall["telefoon"] == 1
    assert figures.recall["naam + datum"] == figures.recall["typefout + datum"] == 1
    assert figures.recall["adres"] == 1
    assert figures.recall["typefout"] >= 0.97
    assert len(figures.cpu) == len(figures.wall) > 500


def test_a_key_costs_as_much_whether_few_or_many_are_known(tmp_path: Path) -> None:
    """Eight times as many people; a search that looks at them all would take eight times as many steps."""
    few, many = steps_of_keys(tmp_path / "few", 150), steps_of_keys(tmp_path / "many", 1_200)
    assert 0 < max(many) < 3 * max(few)
    assert 0 < median(many) < 3 * median(few)


def steps_of_keys(folder: Path, people: int) -> list[int]:
    cache, _ = filled(folder, people)
    found = []
    with counting_steps(cache) as since:
        for meant in wanted(people, sample=4):
            for text in keystrokes(meant):
                cache.overzichten.zoek(text)
                found.append(since())
    cache.close()
    return found


def test_the_same_seed_types_the_same_keys() -> None:
    one, other = list(wanted(200, sample=20)), list(wanted(200, sample=20))
    assert one == other
    assert list(keystrokes(one[0]))[-1] == one[0].text


def test_a_slip_changes_a_word_by_one_letter_at_most() -> None:
    dice = Random(3)
    for _ in range(200):
        assert abs(len(mistyped(dice, "verzonnen")) - 9) <= 1
