"""The structure tree: what a screen reader hears, in the order it hears it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Tag(StrEnum):
    """The standard structure types used in letters (ISO 32000-1, 14.8.4)."""

    DOCUMENT = "Document"
    SECTION = "Sect"
    TITLE = "H1"
    HEADING = "H2"
    SUBHEADING = "H3"
    PARAGRAPH = "P"
    LIST = "L"
    ITEM = "LI"
    LABEL = "Lbl"
    BODY = "LBody"
    TABLE = "Table"
    HEAD = "THead"
    BODY_ROWS = "TBody"
    ROW = "TR"
    HEADER_CELL = "TH"
    CELL = "TD"


class Trait(StrEnum):
    """Attributes an element may carry, as they are written in its attribute dictionary."""

    NONE = ""
    COLUMN_HEADER = "/O/Table/Scope/Column"
    ROW_HEADER = "/O/Table/Scope/Row"
    BULLETS = "/O/List/ListNumbering/Disc"
    NUMBERS = "/O/List/ListNumbering/Decimal"


@dataclass(frozen=True, slots=True)
class Content:
    """One marked-content sequence: ``page`` counts from 0, ``mcid`` from 0 within the page."""

    page: int
    mcid: int


class Element:
    """A node of the tree. Children and pieces of content stand in reading order."""

    __slots__ = ("children", "parent", "tag", "trait")

    def __init__(self, tag: Tag, parent: Element | None = None, trait: Trait = Trait.NONE) -> None:
        self.tag = tag
        self.trait = trait
        self.parent = parent
        self.children: list[Element | Content] = []
        if parent is not None:
            parent.children.append(self)

    def add(self, tag: Tag, trait: Trait = Trait.NONE) -> Element:
        """A new last child."""
        return Element(tag, self, trait)

    def has_content(self) -> bool:
        """Whether anything was painted for this element or below it.

        Empty cells count: rows must stay regular.
        """
        if self.tag in {Tag.CELL, Tag.HEADER_CELL}:
            return True
        return any(isinstance(child, Content) or child.has_content() for child in self.children)
