"""The one typeface of all letters, from a package: no font file in the project, the same on every machine.

Noto Sans (SIL Open Font License) covers every Latin letter of the Dutch registers, Greek and Cyrillic. A sign
it lacks would leave a silent gap on paper, so texts are checked before anything is painted.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pymupdf_fonts import NotoSans_Bold, NotoSans_Regular

from werkdesk.letters.tagging.font import LetterFont


@dataclass(frozen=True, slots=True)
class Typeface:
    """The two faces in use."""

    regular: LetterFont
    bold: LetterFont

    @property
    def faces(self) -> tuple[LetterFont, LetterFont]:
        """Both, in a fixed order."""
        return self.regular, self.bold

    def face(self, *, bold: bool) -> LetterFont:
        """The face for a piece of text."""
        return self.bold if bold else self.regular

    def missing(self, text: str) -> str | None:
        """The first character without a glyph, as ``U+0041``, or ``None``."""
        missing = set(text) - self.regular.characters - {"\N{NO-BREAK SPACE}"}
        if not missing:
            return None
        return f"U+{ord(next(character for character in text if character in missing)):04X}"


@cache
def letter_typeface() -> Typeface:
    """Parsed once per process, about 40 ms: ask for it off the UI thread."""
    return Typeface(
        regular=LetterFont("NotoSans", NotoSans_Regular.fontbuffer),
        bold=LetterFont("NotoSans-Bold", NotoSans_Bold.fontbuffer),
    )
