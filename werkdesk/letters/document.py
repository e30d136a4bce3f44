"""A letter with every field in its place.

What the page layout gets to see. Plain text and its role, no markup.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a line of text is."""

    HEADING = "kop"
    SUBHEADING = "tussenkop"
    PARAGRAPH = "alinea"
    SMALL = "klein"
    BULLET = "punt"
    NUMBERED = "nummer"


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one face."""

    text: str
    bold: bool = False


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading or a paragraph."""

    role: Role
    runs: Runs


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; numbered lists count from 1."""

    numbered: bool
    items: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; every row has as many cells as the header. ``right``: columns that align right."""

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    right: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class SignatureBoxes:
    """Who signs an agreement: role and name."""

    parties: tuple[tuple[Runs, Runs], ...]


@dataclass(frozen=True, slots=True)
class LetterClosing:
    """Greeting, room to sign, name and function."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""


Part = Passage | Listing | Grid | SignatureBoxes | LetterClosing | PageBreak
