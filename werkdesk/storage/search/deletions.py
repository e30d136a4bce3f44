"""Names that differ by one slip of the finger: found by leaving out a letter on both sides.

Two words within one insertion, deletion, substitution or swap share a word after at most one deletion on each
side, so a slip is found by equality in an index (the idea of Garbe's SymSpell, 2012).
"""

from __future__ import annotations

BEGIN_LENGTHS = range(4, 10)
"""Beginnings of surnames that are indexed, for a slip in a name that is only half typed."""
LEAST_LENGTH = 4
_TWO_FROM = 7  # letters from which two slips are still the same name
_LONGEST = 40  # more letters do not make a name easier to find, only the index larger


def deletions(word: str) -> set[str]:
    """The word, and the word with each letter left out."""
    word = word[:_LONGEST]
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def allowed(word: str) -> int:
    """How many slips are still the same name."""
    return 2 if len(word) >= _TWO_FROM else 1


def distance(one: str, other: str, most: int) -> int:
    """Slips between two words: insertions, deletions, substitutions and swaps of neighbours, each counts one.

    Restricted Damerau-Levenshtein distance; ``most + 1`` stands for everything above ``most``.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    last: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, last, row = last, row, [i]
        for j, against in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1] if row[-1] <= most else most + 1
