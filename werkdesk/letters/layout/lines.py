"""Break runs of text into lines, left aligned, first fit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from werkdesk.letters.document import Run, Runs
from werkdesk.letters.layout.measures import Style

LONGEST_WORD = 60
# Widths are sums of fractions: what was measured to fit exactly must fit.
_SLACK = 0.01
_WORDS = re.compile(r" +|[^ ]+")
_AFTER_HYPHEN = re.compile(r"[^-/]+[-/]*|[-/]+")


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line: runs in order and its width in points.

    Where a line ends between two words a space follows, outside ``width``: whoever hears or copies the text
    needs it.
    """

    runs: Runs
    width: float


@dataclass(slots=True)
class _Word:
    """Letters that stay together: pieces in one or two faces, and the white before them."""

    gap: Run | None
    gap_width: float
    pieces: list[tuple[Run, float]]
    width: float = 0.0
    letters: int = 0

    def add(self, run: Run, width: float) -> None:
        self.pieces.append((run, width))
        self.width += width
        self.letters += len(run.text)


def break_lines(runs: Runs, style: Style, width: float) -> tuple[TextLine, ...]:
    """Lines at most ``width`` wide.

    A word that is wider is broken after a hyphen or else where it fills the line, and any word after 60
    characters; nothing is ever left out.
    """
    lines: list[list[tuple[Run, float]]] = [[]]
    used = 0.0
    width += _SLACK
    for word in _words(runs, style):
        for part in _fitting(word, style, width):
            if lines[-1] and used + part.gap_width + part.width > width:
                if part.gap is not None:
                    lines[-1].append((Run(" ", lines[-1][-1][0].bold), 0.0))
                lines.append([])
                used = 0.0
            if lines[-1] and part.gap is not None:
                lines[-1].append((part.gap, part.gap_width))
                used += part.gap_width
            lines[-1] += part.pieces
            used += part.width
    return tuple(TextLine(_merged(line), sum(width for _, width in line)) for line in lines if line)


def widest_word(runs: Runs, style: Style) -> float:
    """Width of the widest word in points."""
    return max((word.width for word in _words(runs, style)), default=0.0)


def natural_width(runs: Runs, style: Style) -> float:
    """Width of all text on one line."""
    return sum(style.width(run.text, bold=run.bold) for run in runs)


def _words(runs: Runs, style: Style) -> Iterator[_Word]:
    word = _Word(None, 0.0, [])
    for run in runs:
        measure, size, bold = style.face(bold=run.bold).width, style.size, run.bold
        for text in _WORDS.findall(run.text):
            width = measure(text, size)
            if text[0] != " ":
                word.add(Run(text, bold), width)
                continue
            if word.pieces:
                yield word
            word = _Word(Run(text, bold), width, [])
    if word.pieces:
        yield word


def _fitting(word: _Word, style: Style, width: float) -> Iterable[_Word]:
    """The word itself, or parts of it that each fit on a line."""
    if word.width <= width and word.letters <= LONGEST_WORD:
        return (word,)
    return _broken(word, style, width)


def _broken(word: _Word, style: Style, width: float) -> Iterator[_Word]:
    gap, gap_width = word.gap, word.gap_width
    for run, _ in word.pieces:
        for text in _parts(run, style, width):
            part = _Word(gap, gap_width, [])
            part.add(Run(text, run.bold), style.width(text, bold=run.bold))
            yield part
            gap, gap_width = None, 0.0


def _parts(run: Run, style: Style, width: float) -> Iterator[str]:
    for syllable in _AFTER_HYPHEN.findall(run.text):
        rest = syllable
        while len(rest) > LONGEST_WORD or style.width(rest, bold=run.bold) > width:
            end = _longest_start(rest, style, width, bold=run.bold)
            yield rest[:end]
            rest = rest[end:]
        if rest:
            yield rest


def _longest_start(text: str, style: Style, width: float, *, bold: bool) -> int:
    end = min(LONGEST_WORD, len(text) - 1)
    while end > 1 and style.width(text[:end], bold=bold) > width:
        end -= 1
    return max(1, end)


def _merged(pieces: list[tuple[Run, float]]) -> Runs:
    merged: list[Run] = []
    for run, _ in pieces:
        if merged and merged[-1].bold == run.bold:
            merged[-1] = Run(merged[-1].text + run.text, run.bold)
        else:
            merged.append(run)
    return tuple(merged)
