"""What is open while a template is read: conditions, repetitions, signatures; each ends with ``[einde]``."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Protocol

from werkdesk.letters.template.blocks import Block, Choice, Repeat, Signatures


class Complain(Protocol):
    """Where faults go; ``line`` when it is not the line being read."""

    def __call__(self, code: str, found: str, meant: str, line: int | None = None) -> None: ...


class _Kind(Enum):
    CHOICE = auto()
    REPEAT = auto()
    SIGNATURES = auto()


@dataclass(slots=True)
class _Open:
    kind: _Kind
    line: int
    word: str = ""
    negated: bool = False
    first: list[Block] = field(default_factory=list)
    second: list[Block] | None = None

    def target(self) -> list[Block]:
        return self.first if self.second is None else self.second


class Nesting:
    """A stack of open blocks over the body itself."""

    def __init__(self, complain: Complain) -> None:
        self._complain = complain
        self._body: list[Block] = []
        self._stack: list[_Open] = []

    @property
    def depth(self) -> int:
        """How many blocks are open."""
        return len(self._stack)

    @property
    def singular(self) -> str | None:
        """The list that is being repeated over, innermost first."""
        return next((item.word for item in reversed(self._stack) if item.kind is _Kind.REPEAT), None)

    @property
    def inside_signatures(self) -> bool:
        """Whether rows belong to signature boxes here."""
        return any(item.kind is _Kind.SIGNATURES for item in self._stack)

    def add(self, block: Block) -> None:
        """Put a block where it belongs."""
        (self._stack[-1].target() if self._stack else self._body).append(block)

    def open_choice(self, condition: str, line: int, *, negated: bool) -> None:
        """``[als X]``."""
        self._stack.append(_Open(_Kind.CHOICE, line, condition, negated))

    def open_repeat(self, singular: str, line: int) -> None:
        """``[voor elke X]``."""
        self._stack.append(_Open(_Kind.REPEAT, line, singular))

    def open_signatures(self, line: int) -> None:
        """``[ondertekening]``."""
        self._stack.append(_Open(_Kind.SIGNATURES, line))

    def otherwise(self) -> None:
        """``[anders]``."""
        if not self._stack or self._stack[-1].kind is not _Kind.CHOICE or self._stack[-1].second is not None:
            self._complain("sjabloon.anders_teveel", "[anders]", "")
        else:
            self._stack[-1].second = []

    def close(self) -> None:
        """``[einde]``."""
        if not self._stack:
            self._complain("sjabloon.einde_teveel", "[einde]", "")
            return
        self._close_top()

    def finish(self) -> tuple[Block, ...]:
        """The body; what is still open is a fault at the line that opened it."""
        while self._stack:
            self._complain("sjabloon.einde_ontbreekt", self._stack[-1].word, "[einde]", self._stack[-1].line)
            self._close_top()
        return tuple(self._body)

    def _close_top(self) -> None:
        item = self._stack.pop()
        first = tuple(item.first)
        if item.kind is _Kind.CHOICE:
            self.add(Choice(item.word, item.negated, first, tuple(item.second or ()), item.line))
        elif item.kind is _Kind.REPEAT:
            self.add(Repeat(item.word, first, item.line))
        else:
            self.add(Signatures(first, item.line))
