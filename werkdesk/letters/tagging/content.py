"""The drawing operators of one page, every one of them inside marked content."""

from __future__ import annotations

from enum import StrEnum

from reportlab.lib.rl_accel import escapePDF
from reportlab.pdfbase.pdfdoc import PDFDocument

from werkdesk.letters.tagging.combining import pieces
from werkdesk.letters.tagging.font import LetterFont
from werkdesk.letters.tagging.tree import Content, Element

Colour = tuple[float, float, float]


class Artifact(StrEnum):
    """What is painted but not read aloud (ISO 32000-1, 14.8.2.2)."""

    LAYOUT = "/Type/Layout"
    HEADER = "/Type/Pagination/Subtype/Header"
    FOOTER = "/Type/Pagination/Subtype/Footer"


class PageContent:
    """Operators of one page. Coordinates in points from the lower left corner.

    Painting outside ``enter`` is an error of ours: PDF/UA allows nothing unmarked.
    """

    def __init__(self, document: PDFDocument, number: int) -> None:
        self._document = document
        self._number = number
        self._operators: list[str] = []
        self._open: Element | Artifact | None = None
        self.elements: list[Element] = []

    def enter(self, mark: Element | Artifact) -> None:
        """What is painted from now on belongs to ``mark``; a mark that is open already stays open."""
        if mark is self._open:
            return
        self.leave()
        if isinstance(mark, Element):
            mcid = len(self.elements)
            self.elements.append(mark)
            mark.children.append(Content(self._number, mcid))
            self._operators.append(f"/{mark.tag}<</MCID {mcid}>>BDC")
        else:
            self._operators.append(f"/Artifact<<{mark}>>BDC")
        self._open = mark

    def leave(self) -> None:
        """Close the open mark."""
        if self._open is not None:
            self._operators.append("EMC")
            self._open = None

    def text(self, x: float, y: float, text: str, font: LetterFont, size: float, colour: Colour) -> None:
        """One piece of a line with its baseline at ``y``."""
        self._require_mark()
        parts = [f"BT {_colour(colour)} rg"]
        for piece, right, up in pieces(text, font, size):
            parts.append(f"1 0 0 1 {_number(x + right)} {_number(y + up)} Tm")
            for subset, codes in font.splitString(piece, self._document):
                name = font.getSubsetInternalName(subset, self._document)
                parts.append(f"{name} {_number(size)} Tf ({escapePDF(codes)}) Tj")
        parts.append("ET")
        self._operators.append(" ".join(parts))

    def box(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        """A filled rectangle with its lower left corner at ``x``, ``y``; rules are thin boxes."""
        self._require_mark()
        place = " ".join(_number(part) for part in (x, y, width, height))
        self._operators.append(f"{_colour(colour)} rg {place} re f")

    def finish(self) -> bytes:
        """Close the page and give its operators."""
        self.leave()
        return "\n".join(self._operators).encode("latin-1")

    def _require_mark(self) -> None:
        if self._open is None:
            raise AssertionError("painting outside marked content")


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")


def _colour(colour: Colour) -> str:
    return " ".join(_number(part) for part in colour)
