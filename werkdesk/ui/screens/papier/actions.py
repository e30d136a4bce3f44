"""Everything letters need of the rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from werkdesk.domain.papier import Brief
from werkdesk.usecases.papieren import LetterPreview, LetterPrinted, LetterWanted


class PageImage(Protocol):
    """Pixels row by row, four bytes each (red, green, blue, alpha); ``stride`` bytes a row."""

    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...
    @property
    def stride(self) -> int: ...
    @property
    def rgba(self) -> bytes: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class PapierActions:
    """All of it runs on lane ``office``, except ``printer`` and ``clock``.

    ``preview``: the PDF a person would get; nothing is recorded. ``print_new(preview, exemplaren)``: kept,
    then handed to the printer or put aside. ``print_again(brief, exemplaren)``: byte for byte. ``kept``: the
    PDF of a kept letter, ``None`` when this desk does not have it. ``render(pdf, page, scale)``:
    one page, from 0, scale 1 is 72 pixels an inch. ``printer``: its shown name, empty when there is none.
    ``is_open(moment)``: whether the office is open then.
    """

    preview: Callable[[LetterWanted], LetterPreview]
    print_new: Callable[[LetterPreview, int], LetterPrinted]
    print_again: Callable[[UUID, int], LetterPrinted]
    kept: Callable[[Brief], bytes | None]
    render: Callable[[bytes, int, float], PageImage]
    printer: Callable[[], str]
    is_open: Callable[[datetime], bool]
    clock: Callable[[], datetime]
