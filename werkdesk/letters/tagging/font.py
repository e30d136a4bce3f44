"""A TrueType font that embeds itself as PDF/A wants, and whose common subset is made once."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import cached_property
from io import BytesIO

import uharfbuzz
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName, PDFTrueTypeFont
from reportlab.pdfbase.ttfonts import FF_NONSYMBOLIC, FF_SYMBOLIC, SUBSETN, TTFont

from werkdesk.letters.tagging.objects import Stream
from werkdesk.letters.tagging.to_unicode import to_unicode_map

# Every letter starts with this subset (after ASCII), in this order. A letter without rarer signs then embeds
# exactly the same font program, which is cut and compressed once per run: most of the time of a letter.
_COMMON = "€·‘’“”–…•§ëéèêïíöóòôüúáàâäçñËÉÈÖÜÄÏÁşŞğıİćčšžłńśęąŠŽČŁō"


class LetterFont(TTFont):  # type: ignore[misc]
    """One face. ReportLab keeps, per document, which characters are used; several documents may be open."""

    def __init__(self, name: str, data: bytes) -> None:
        super().__init__(name, BytesIO(data), asciiReadable=1, shapable=False)
        self._data = data
        self._widths = {chr(code): width for code, width in self.face.charWidths.items()}
        self._characters = frozenset(map(chr, self.face.charToGlyph))
        self._common: tuple[int, ...] = ()
        self._common_program: tuple[bytes, int] | None = None

    @property
    def characters(self) -> frozenset[str]:
        """What the face has a glyph for."""
        return self._characters

    def glyph(self, character: str) -> int:
        """The number of its glyph in the face."""
        return int(self.face.charToGlyph[ord(character)])

    @cached_property
    def shaper(self) -> uharfbuzz.Font:
        """The face as HarfBuzz sees it; made when a name first needs it."""
        return uharfbuzz.Font(uharfbuzz.Face(self._data))

    def width(self, text: str, size: float) -> float:
        """Width of a line of text in points."""
        return float(size * sum(map(self._widths.__getitem__, text)) / 1000)

    def open_in(self, document: PDFDocument) -> None:
        """Give the common characters their fixed codes in a new document."""
        self.splitString(_COMMON, document)
        self._common = tuple(self.state[document].subsets[0])

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802 - ReportLab calls it by this name
        """Write the font: one object group per subset of at most 256 characters."""
        state = self.state[doc]
        state.frozen = 1
        for number, characters in enumerate(state.subsets):
            self._add_subset(doc, number, characters)
        del self.state[doc]

    def _add_subset(self, doc: PDFDocument, number: int, characters: Sequence[int]) -> None:
        face = self.face
        name = (SUBSETN(number) + b"+" + face.name + face.subfontNameX).decode("ascii")
        internal = self.getSubsetInternalName(number, doc)[1:]
        program, length = self._program(characters)
        flags = (face.flags & ~FF_NONSYMBOLIC) | FF_SYMBOLIC
        descriptor = PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": PDFName(name),
                "Flags": flags,
                "FontBBox": PDFArray(face.bbox),
                "Ascent": face.ascent,
                "Descent": face.descent,
                "CapHeight": face.capHeight,
                "ItalicAngle": face.italicAngle,
                "StemV": face.stemV,
                "MissingWidth": face.defaultWidth,
                "FontFile2": doc.Reference(Stream(program, entries=f"/Length1 {length}", packed=True)),
            }
        )
        font = PDFTrueTypeFont()
        font.BaseFont = name
        font.FirstChar = 0
        font.LastChar = len(characters) - 1
        font.Widths = "[" + " ".join(f"{face.getCharWidth(code):g}" for code in characters) + "]"
        font.ToUnicode = doc.Reference(Stream(to_unicode_map(name, characters)))
        font.FontDescriptor = doc.Reference(descriptor)
        doc.Reference(font, internal)
        doc.idToObject["BasicFonts"].dict[internal] = font

    def _program(self, characters: Sequence[int]) -> tuple[bytes, int]:
        """The subset as a compressed TrueType program and its plain length in bytes.

        Only the subset that every letter shares is remembered: a set of rarer letters says something of a
        name.
        """
        shared = tuple(characters) == self._common
        if shared and self._common_program is not None:
            return self._common_program
        program = self.face.makeSubset(list(characters))
        made = zlib.compress(program), len(program)
        if shared:
            self._common_program = made
        return made
