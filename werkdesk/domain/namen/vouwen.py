"""Folded text for sorting, searching and comparing names (domain facts 3.1.4)."""

from __future__ import annotations

import unicodedata

_TABLE = str.maketrans({"ø": "o", "ł": "l", "ß": "ss", "đ": "d", "æ": "ae"})


def vouw(text: str) -> str:
    """Case-folded text without diacritics: NFD without combining marks, and ø→o ł→l ß→ss đ→d æ→ae.

    For comparing only: what is stored and printed keeps every mark.
    """
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFD", text.casefold())
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    return bare.translate(_TABLE)
