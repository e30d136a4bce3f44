"""Burgerservicenummers from the test range only: 9999xxxxx that pass the eleven test, each once.

There are 9,090 of them. A set of more people has people without a number; a made-up number outside the test
range could belong to somebody.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from werkdesk.domain.waarden.bsn import Bsn

_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def test_bsns(dice: Random) -> Iterator[Bsn]:
    """All numbers of the test range, shuffled."""
    valid = [number for number in range(999_900_000, 1_000_000_000) if _passes(number)]
    dice.shuffle(valid)
    return (Bsn(str(number)) for number in valid)


def _passes(number: int) -> bool:
    return sum(w * int(d) for w, d in zip(_WEIGHTS, str(number), strict=True)) % 11 == 0
