"""What a letter has to satisfy as a file.

An independent validator, and what that validator does not look at.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import page
import pikepdf

HEADINGS = {"/H1": 1, "/H2": 2, "/H3": 3}
CONTAINERS = {"/Document", "/Sect", "/L", "/LI", "/Table", "/THead", "/TBody", "/TR"}


def failures(pdf: bytes, profile: str) -> list[str]:
    """Failed rules of PDF/A (``2a``) or PDF/UA (``ua1``)."""
    report = page.validate_pdf_bytes(pdf, profile=profile)
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]


def faults(pdf: bytes) -> list[str]:
    """Everything that is wrong, the validator's findings and our own."""
    found = failures(pdf, "2a") + failures(pdf, "ua1")
    with pikepdf.open(BytesIO(pdf)) as document:
        found += [*parent_tree_faults(document), *table_faults(document), *heading_faults(document)]
        found += [*font_faults(document), *title_faults(document)]
    return found


def elements(document: pikepdf.Pdf) -> Iterator[Any]:
    """All structure elements in reading order."""

    def below(element: Any) -> Iterator[Any]:
        yield element
        for child in kids(element):
            if "/S" in child:
                yield from below(child)

    root = document.Root.get("/StructTreeRoot")
    if root is not None:
        for child in kids(root):
            yield from below(child)


def kids(element: Any) -> list[Any]:
    """The children of an element, whether they stand in an array or alone."""
    found = element.get("/K")
    if found is None:
        return []
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def parent_tree_faults(document: pikepdf.Pdf) -> Iterator[str]:
    """Page content and tree must point at each other: two entries swapped pass every validator."""
    root = document.Root.get("/StructTreeRoot")
    if root is None:
        yield "no structure tree"
        return
    numbers = list(root.ParentTree.Nums)
    rows = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
    seen = 0
    for element in elements(document):
        for kid in kids(element):
            if "/MCID" not in kid:
                continue
            seen += 1
            row = rows.get(int(kid.Pg.StructParents))
            if row is None or row[int(kid.MCID)].objgen != element.objgen:
                yield f"parent tree disagrees at {element.S} on content {int(kid.MCID)}"
    if seen != sum(len(row) for row in rows.values()):
        yield "parent tree and tree hold a different number of pieces"


def table_faults(document: pikepdf.Pdf) -> Iterator[str]:
    """Every table has headers with a scope, and rows of one length."""
    for element in elements(document):
        if element.S == "/TH" and element.get("/A", {}).get("/Scope") is None:
            yield "TH without scope"
        if element.S == "/Table":
            rows = [child for child in _below(element) if child.S == "/TR"]
            if not any(cell.S == "/TH" for row in rows for cell in kids(row)):
                yield "table without TH"
            if len({len(kids(row)) for row in rows}) != 1:
                yield "rows of different length"


def heading_faults(document: pikepdf.Pdf) -> Iterator[str]:
    """One H1, first; no level left out."""
    levels = [HEADINGS[str(element.S)] for element in elements(document) if str(element.S) in HEADINGS]
    if levels.count(1) != 1 or levels[0] != 1:
        yield f"headings {levels}"
    for one, other in itertools.pairwise(levels):
        if other > one + 1:
            yield f"heading {other} below {one}"


def font_faults(document: pikepdf.Pdf) -> Iterator[str]:
    """Every font is embedded and leads back to text."""
    for sheet in document.pages:
        for name, font in sheet.Resources.Font.items():
            if "/FontDescriptor" not in font or "/FontFile2" not in font.FontDescriptor:
                yield f"{name} is not embedded"
            if "/ToUnicode" not in font:
                yield f"{name} has no ToUnicode"


def title_faults(document: pikepdf.Pdf) -> Iterator[str]:
    """Information dictionary and XMP give one title."""
    with document.open_metadata() as packet:
        if str(document.docinfo.get("/Title", "")) != packet.get("dc:title", ""):
            yield "titles differ"


def _below(element: Any) -> Iterator[Any]:
    for child in kids(element):
        if "/S" in child:
            yield child
            yield from _below(child)


def spoken(pdf: bytes) -> list[str]:
    """The tree as a list of tags in reading order."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return [str(element.S).lstrip("/") for element in elements(document)]
