"""Template and facts together give the parts of a letter.

Conditions decided, rows repeated, fields filled.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import assert_never

from werkdesk.letters.document import (
    Grid,
    LetterClosing,
    Listing,
    PageBreak,
    Part,
    Passage,
    Role,
    Run,
    Runs,
    SignatureBoxes,
)
from werkdesk.letters.template.blocks import (
    Block,
    Choice,
    Closing,
    FieldRef,
    Inline,
    Line,
    NewPage,
    Repeat,
    Row,
    Signatures,
)
from werkdesk.letters.template.facts import Facts

_LISTS = {Role.BULLET, Role.NUMBERED}
Here = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Item:
    """A list item that has not found its list yet."""

    runs: Runs
    numbered: bool
    begins: bool


@dataclass(frozen=True, slots=True)
class _Cells:
    """A table row that has not found its table yet."""

    cells: tuple[Runs, ...]
    right: tuple[bool, ...]
    begins: bool


def fill(body: tuple[Block, ...], facts: Facts) -> tuple[Part, ...]:
    """The parts of the letter in order.

    A table without rows is left out. Raises what ``Facts.value`` raises.
    """
    return tuple(_join(_Filler(facts).flatten(body, {})))


class _Filler:
    def __init__(self, facts: Facts) -> None:
        self._facts = facts

    def flatten(self, blocks: Iterable[Block], here: Here) -> list[Part | _Item | _Cells]:
        """Blocks without choices and repetitions; list items and table rows still stand alone."""
        flat: list[Part | _Item | _Cells] = []
        for block in blocks:
            flat += self._one(block, here)
        return flat

    def _one(self, block: Block, here: Here) -> list[Part | _Item | _Cells]:
        match block:
            case Choice():
                taken = block.yes if self._facts.holds(block.condition) != block.negated else block.no
                return self.flatten(taken, here)
            case Repeat():
                rows = self._facts.rows(block.singular)
                return _one_list([self.flatten(block.body, {**here, **row}) for row in rows])
            case Line():
                runs = self._runs(block.content, here)
                if block.role in _LISTS:
                    return [_Item(runs, numbered=block.role is Role.NUMBERED, begins=block.begins)]
                return [Passage(block.role, runs)]
            case Row():
                return [
                    _Cells(tuple(self._runs(cell, here) for cell in block.cells), block.right, block.begins)
                ]
            case Signatures():
                cells = [part for part in self.flatten(block.body, here) if isinstance(part, _Cells)]
                return [SignatureBoxes(tuple((cell.cells[0], cell.cells[1]) for cell in cells))]
            case Closing():
                return [LetterClosing()]
            case NewPage():
                return [PageBreak()]
            case _:
                assert_never(block)

    def _runs(self, content: Inline, here: Here) -> Runs:
        runs = []
        for part in content:
            if isinstance(part, FieldRef):
                text = here[part.name] if part.name in here else self._facts.value(part.name)
            else:
                text = part.text
            runs.append(Run(text, part.bold))
        return tuple(run for run in runs if run.text)


def _one_list(turns: list[list[Part | _Item | _Cells]]) -> list[Part | _Item | _Cells]:
    """A repeated item goes on with the list that the row before it began."""
    flat: list[Part | _Item | _Cells] = []
    for turn in turns:
        first = turn[0] if turn else None
        if flat and isinstance(first, _Item) and isinstance(flat[-1], _Item):
            turn = [replace(first, begins=False), *turn[1:]]
        flat += turn
    return flat


def _join(flat: list[Part | _Item | _Cells]) -> list[Part]:
    joined: list[Part] = []
    for kind, group in groupby(flat, type):
        parts = list(group)
        if kind is _Item:
            joined += _lists([part for part in parts if isinstance(part, _Item)])
        elif kind is _Cells:
            joined += _tables([part for part in parts if isinstance(part, _Cells)])
        else:
            joined += [part for part in parts if not isinstance(part, _Item | _Cells)]
    return joined


def _lists(items: list[_Item]) -> list[Part]:
    groups: list[list[_Item]] = []
    for item in items:
        if not groups or item.begins or item.numbered != groups[-1][0].numbered:
            groups.append([])
        groups[-1].append(item)
    return [Listing(group[0].numbered, tuple(item.runs for item in group)) for group in groups]


def _tables(rows: list[_Cells]) -> list[Part]:
    groups: list[list[_Cells]] = []
    for row in rows:
        if row.begins or not groups:
            groups.append([])
        groups[-1].append(row)
    return [
        Grid(group[0].cells, tuple(row.cells for row in group[1:]), group[0].right)
        for group in groups
        if len(group) > 1
    ]
