"""A template after reading: a tree of blocks, every one with the line it came from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from werkdesk.letters.document import Role


@dataclass(frozen=True, slots=True)
class Text:
    """Fixed words."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class FieldRef:
    """A place for a field; ``name`` is in the vocabulary."""

    name: str
    bold: bool = False


Inline = tuple[Text | FieldRef, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A heading, paragraph or list item. ``begins`` is true for the first item of a list."""

    role: Role
    content: Inline
    line: int
    begins: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """A table row.

    The row that ``begins`` a table is its header. ``right`` tells which columns align right.
    """

    cells: tuple[Inline, ...]
    line: int
    begins: bool
    right: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """``yes`` when the condition holds (or a field or list of that name is filled), else ``no``."""

    condition: str
    negated: bool
    yes: tuple[Block, ...]
    no: tuple[Block, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Repeat:
    """``body`` once for every row of the list whose singular is ``singular``."""

    singular: str
    body: tuple[Block, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Signatures:
    """Signature boxes of an agreement: each row gives a role and a name. Never split over pages."""

    body: tuple[Block, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Closing:
    """The closing of a letter: greeting, room for a signature, name and function."""

    line: int


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows starts on a new page."""

    line: int


Block = Line | Row | Choice | Repeat | Signatures | Closing | NewPage


class Form(StrEnum):
    """Where the text stands: a letter has a window for the address, the others do not.

    A sheet is handed over with its explanation and begins with a salutation, like a letter. A proof sheet
    has the window of a letter with the lines of the envelope around it, and is to nobody.
    """

    LETTER = "brief"
    AGREEMENT = "overeenkomst"
    SHEET = "blad"
    PROOF = "proefblad"


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A template that was read without a fault.

    ``digest``: eight hexadecimals over all text that took part.
    """

    code: str
    title: str
    version: str
    language: str
    form: Form
    body: tuple[Block, ...]
    digest: str
