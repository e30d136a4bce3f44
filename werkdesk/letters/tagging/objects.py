"""PDF objects that ReportLab has no class for, or writes in a way PDF/A forbids."""

from __future__ import annotations

import zlib

from reportlab.pdfbase.pdfdoc import PDFCatalog, PDFDocument, PDFObject, PDFPage


class Verbatim(PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """An object whose text is already written."""

    __RefOnly__ = 1

    def __init__(self, text: str) -> None:
        self.text = text

    def format(self, document: PDFDocument) -> bytes:
        """The text as it stands."""
        return self.text.encode("ascii")


class Stream(PDFObject):  # type: ignore[misc]
    """A stream with an end-of-line before ``endstream``, which ISO 19005-2, 6.1.7.1 wants and ReportLab
    omits.

    ``entries`` is what stands in the dictionary besides length and filter. Nothing is wrapped in ASCII85: a
    fifth smaller. ``packed`` data are already compressed.
    """

    __RefOnly__ = 1

    def __init__(
        self, data: bytes, *, entries: str = "", compress: bool = True, packed: bool = False
    ) -> None:
        self.data = zlib.compress(data) if compress and not packed else data
        self.entries = entries + ("/Filter/FlateDecode" if compress or packed else "")

    def format(self, document: PDFDocument) -> bytes:
        """Dictionary and data."""
        head = f"<<{self.entries}/Length {len(self.data)}>>\nstream\n"
        # After a carriage return a line feed alone would read as one end-of-line, and the length as wrong.
        end = b"\r\n" if self.data.endswith(b"\r") else b"\n"
        return head.encode("ascii") + self.data + end + b"endstream\n"


class Catalog(PDFCatalog):  # type: ignore[misc]
    """The catalog with the entries that ReportLab silently drops when it writes one."""

    __NoDefault__ = (*PDFCatalog.__NoDefault__, "OutputIntents")


class Page(PDFPage):  # type: ignore[misc]
    """A page that knows its place in the parent tree and that tabbing follows the structure."""

    __NoDefault__ = (*PDFPage.__NoDefault__, "StructParents", "Tabs")
