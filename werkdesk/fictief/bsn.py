"""Burgerservicenummers from the test range only: 9999xxxxx that pass the eleven test, each once.

There are 9,090 of them. A set of more people has people without a number; a made-up number outside the test
range could belong to somebody.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from random import Random

from werkdesk.domain.waarden.bsn import Bsn

_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2)


def test_bsns(dice: Random) -> Iterator[Bsn]:
    """All numbers of the test range, shuffled."""
    valid = list(_valid())
    dice.shuffle(valid)
    return (Bsn(digits) for digits in valid)


@cache
def _valid() -> tuple[str, ...]:
    """The eleven test leaves one last digit to eight others, or none."""
    found = []
    for first in map(str, range(99_990_000, 100_000_000)):
        last = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, first, strict=True)) % 11
        if last < 10:
            found.append(f"{first}{last}")
    return tuple(found)
