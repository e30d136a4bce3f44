"""Write the structure tree and its way back from page content (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObjectReference

from werkdesk.letters.tagging.objects import Verbatim
from werkdesk.letters.tagging.tree import Content, Element


def write_structure(
    document: PDFDocument, root: Element, pages: Sequence[Sequence[Element]]
) -> PDFObjectReference:
    """Add the tree below ``root`` to ``document`` and return a reference to its top.

    ``pages[n]`` holds the elements of page ``n`` in the order of their marked content; page objects are named
    ``Page1``, ``Page2`` ... already. Elements for which nothing was painted are left out.
    """
    return _Writer(document).write(root, pages)


class _Writer:
    def __init__(self, document: PDFDocument) -> None:
        self._document = document
        self._numbers: dict[Element, int] = {}

    def write(self, root: Element, pages: Sequence[Sequence[Element]]) -> PDFObjectReference:
        top = Verbatim("")
        reference = self._document.Reference(top, "StructTreeRoot")
        top_number = self._number_of("StructTreeRoot")
        objects = self._reserve(root)
        for element, place in objects:
            parent = top_number if element.parent is None else self._numbers[element.parent]
            place.text = self._element(element, parent)
        rows = " ".join(f"{page} {self._row(page, elements)}" for page, elements in enumerate(pages))
        top.text = (
            f"<</Type/StructTreeRoot/K {self._numbers[root]} 0 R"
            f"/ParentTree<</Nums[{rows}]>>/ParentTreeNextKey {len(pages)}>>"
        )
        return reference

    def _reserve(self, element: Element) -> list[tuple[Element, Verbatim]]:
        """Give every element an object number first: parents and children name each other."""
        place = Verbatim("")
        name = f"Element{len(self._numbers)}"
        self._document.Reference(place, name)
        self._numbers[element] = self._number_of(name)
        reserved = [(element, place)]
        for child in element.children:
            if isinstance(child, Element) and child.has_content():
                reserved += self._reserve(child)
        return reserved

    def _element(self, element: Element, parent: int) -> str:
        kids = [
            self._kid(child)
            for child in element.children
            if isinstance(child, Content) or child in self._numbers
        ]
        attributes = f"/A<<{element.trait}>>" if element.trait else ""
        return f"<</S/{element.tag}/P {parent} 0 R{attributes}/K[{' '.join(kids)}]>>"

    def _kid(self, child: Element | Content) -> str:
        if isinstance(child, Element):
            return f"{self._numbers[child]} 0 R"
        page = self._number_of(f"Page{child.page + 1}")
        return f"<</Type/MCR/Pg {page} 0 R/MCID {child.mcid}>>"

    def _row(self, page: int, elements: Sequence[Element]) -> str:
        name = f"Parents{page}"
        row = " ".join(f"{self._numbers[element]} 0 R" for element in elements)
        self._document.Reference(Verbatim(f"[{row}]"), name)
        return f"{self._number_of(name)} 0 R"

    def _number_of(self, name: str) -> int:
        return int(self._document.idToObjectNumberAndVersion[name][0])
