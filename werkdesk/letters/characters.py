"""What may stand in a field of a letter: one line of visible text.

Data come from people, from e-mail and from other systems. Control and direction signs could hide or reorder
what a letter says, so they go; what cannot be printed is refused by its code point, never dropped in silence.
"""

from __future__ import annotations

import unicodedata

from werkdesk.errors import Refused
from werkdesk.letters.typeface import letter_typeface

MOST_CHARACTERS = 2_000
_NO_BREAK = {"\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", "\N{FIGURE SPACE}"}
SCRIPTS = {
    "ARABIC": "Arabische", "HEBREW": "Hebreeuwse", "SYRIAC": "Syrische", "ETHIOPIC": "Ethiopische",
    "ARMENIAN": "Armeense", "GEORGIAN": "Georgische", "CJK": "Chinese", "HIRAGANA": "Japanse",
    "KATAKANA": "Japanse", "HANGUL": "Koreaanse", "DEVANAGARI": "Indiase", "BENGALI": "Bengaalse",
    "TAMIL": "Tamil", "GURMUKHI": "Punjabi", "SINHALA": "Singalese", "THAI": "Thaise", "KHMER": "Khmer",
    "MYANMAR": "Birmese", "TIBETAN": "Tibetaanse",
}  # fmt: skip
"""First word of the Unicode name of a letter -> its script, as an adjective before "letters"."""
# Cc control, Cf format (direction, joiners, soft hyphen): nothing a reader can see.
_INVISIBLE = {"Cc", "Cf"}


def clean(text: str, field: str) -> str:
    """``text`` in NFC on one line, without invisible signs.

    Raises ``Refused('brief.veld_te_lang')`` above 2,000 characters (a cut letter would mislead) and
    ``Refused('brief.teken_ontbreekt', teken='U+2603')`` for the first sign the typeface lacks.
    """
    if len(text) > MOST_CHARACTERS:
        raise Refused("brief.veld_te_lang", field=field, grens=MOST_CHARACTERS)
    composed = unicodedata.normalize("NFC", "".join(_visible(character) for character in text)).strip()
    require_glyphs(composed, field)
    return composed


def require_glyphs(text: str, field: str) -> None:
    """Raise ``Refused`` when a character of ``text`` cannot be printed.

    ``brief.schrift`` (detail ``schrift``, in Dutch) for a letter of a script that our letters do not set:
    words from right to left, or signs that join. The BRP writes every name in Latin letters (LO GBA 3), so
    there is always a spelling that can. ``brief.teken_ontbreekt`` for any other sign.
    """
    missing = letter_typeface().missing(text)
    if missing is None:
        return
    script = script_of(chr(int(missing[2:], 16)))
    if script:
        raise Refused("brief.schrift", field=field, schrift=script)
    raise Refused("brief.teken_ontbreekt", field=field, teken=missing)


def script_of(character: str) -> str:
    """The script of a letter as an adjective in Dutch; empty for a sign, or a script without a name here."""
    if not unicodedata.category(character).startswith(("L", "M")):
        return ""
    return SCRIPTS.get(unicodedata.name(character, "").split(" ")[0], "")


def _visible(character: str) -> str:
    if character in _NO_BREAK:
        return "\N{NO-BREAK SPACE}"
    if character.isspace():
        return " "
    return "" if unicodedata.category(character) in _INVISIBLE else character
