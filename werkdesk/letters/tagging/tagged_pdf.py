"""One tagged PDF from the first page to the last byte."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFResourceDictionary,
    PDFString,
)

from werkdesk.letters.tagging.about import About
from werkdesk.letters.tagging.clock import LetterClock
from werkdesk.letters.tagging.colour_profile import srgb_profile
from werkdesk.letters.tagging.content import PageContent
from werkdesk.letters.tagging.font import LetterFont
from werkdesk.letters.tagging.objects import Catalog, Page, Stream
from werkdesk.letters.tagging.structure import write_structure
from werkdesk.letters.tagging.tree import Element, Tag
from werkdesk.letters.tagging.xmp import xmp_packet

_VERSION = (1, 7)  # PDF/UA-1 and PDF/A-2 both rest on ISO 32000-1


class TaggedPdf(PDFDocument):  # type: ignore[misc]  # ReportLab has no types
    """A PDF/A-2a and PDF/UA-1 file in memory. Not for use by two threads at a time.

    Add elements below ``root`` in reading order, open pages with ``new_page`` and paint on what it returns.
    """

    def __init__(self, about: About, fonts: Sequence[LetterFont], *, compress: bool = True) -> None:
        super().__init__(dummyoutline=1, compression=1, invariant=1, pdfVersion=_VERSION, lang=about.language)
        self._timeStamp = LetterClock(about.made)
        self._about = about
        self._compress = compress
        self._contents: list[tuple[PageContent, float, float]] = []
        self.root = Element(Tag.DOCUMENT)
        self._use_own_catalog()
        self._describe()
        for font in fonts:
            font.open_in(self)

    def new_page(self, width: float, height: float) -> PageContent:
        """A new last page, measures in points."""
        content = PageContent(self, len(self._contents))
        self._contents.append((content, width, height))
        return content

    def finish(self) -> bytes:
        """The bytes of the file. The document cannot be used afterwards."""
        digest = hashlib.sha256(repr(self._about).encode())
        for number, (content, width, height) in enumerate(self._contents):
            operators = content.finish()
            digest.update(operators)
            self._add_page(number, operators, width, height)
        self.Catalog.StructTreeRoot = write_structure(
            self, self.root, [page.elements for page, _, _ in self._contents]
        )
        for font in self.delayedFonts:
            font.addObjects(self)
        # A fingerprint of what is said and where, instead of ReportLab's, which stirs in the time.
        mark = digest.hexdigest()[:32]
        self._ID = f"[<{mark}><{mark}>]".encode("ascii")
        data: bytes = self.format()
        return data

    def _use_own_catalog(self) -> None:
        catalog = Catalog()
        catalog.Pages = self.Pages
        catalog.Lang = PDFString(self._about.language)
        catalog.MarkInfo = "<</Marked true>>"
        catalog.ViewerPreferences = "<</DisplayDocTitle true>>"
        profile = self.Reference(Stream(srgb_profile(), entries="/N 3"), "Profile")
        catalog.OutputIntents = PDFArray([self._output_intent(profile)])
        packet = Stream(xmp_packet(self._about), entries="/Type/Metadata/Subtype/XML", compress=False)
        catalog.Metadata = self.Reference(packet, "Metadata")
        self.Catalog = self._catalog = catalog

    def _output_intent(self, profile: PDFObjectReference) -> str:
        number = self.idToObjectNumberAndVersion[profile.name][0]
        return (
            "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)"
            f"/DestOutputProfile {number} 0 R>>"
        )

    def _describe(self) -> None:
        about = self._about
        self.setTitle(about.title)
        self.setAuthor(about.author)
        self.setSubject(about.subject)
        self.setKeywords(about.keywords)
        self.setCreator(about.creator)
        self.setProducer(about.producer)

    def _add_page(self, number: int, operators: bytes, width: float, height: float) -> None:
        page = Page()
        page.pagewidth = width
        page.pageheight = height
        page.Contents = Stream(operators, compress=self._compress)
        page.Resources = PDFResourceDictionary()
        page.Resources.basicFonts()
        page.StructParents = number
        page.Tabs = PDFName("S")
        self.addPage(page)
