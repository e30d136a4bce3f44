"""What any text that staff type or another system sends must satisfy before it is kept."""

from __future__ import annotations

import unicodedata


def has_hidden_characters(text: str) -> bool:
    """Whether the text holds control, direction, invisible, private or half characters.

    Such characters make two names look equal that are not, or turn the reading direction of a letter. Markup
    and quotes are ordinary text here and pass.
    """
    if text.isascii():
        return not text.isprintable()
    return any(
        unicodedata.category(character) in {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
        or ord(character) & 0xFFFE == 0xFFFE
        for character in text
    )


def composed(text: str) -> str:
    """NFC, outer white space off and runs of white space as one space."""
    return " ".join(unicodedata.normalize("NFC", text).split())
