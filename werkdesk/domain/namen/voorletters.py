"""Initials (BRP specification; domain facts 3.1.5)."""

from __future__ import annotations

import unicodedata

from werkdesk.domain.namen.persoonsnaam import known


def voorletters(voornamen: str | None) -> str | None:
    """``J.P.`` of ``Jan Pieter``; ``None`` without given names.

    One letter and a full stop per name; a hyphenated name gives one letter, ``IJsbrand`` gives I. A name of
    one letter gets no full stop and is set apart from a next initial: ``X M.``. Capitals stay as registered.
    """
    names = known(voornamen)
    if names is None:
        return None
    initials = ""
    for name in names.split(" "):
        letter = _first_letter(name)
        if initials and not initials.endswith("."):
            initials += " "
        initials += letter if letter == name else f"{letter}."
    return initials


def _first_letter(name: str) -> str:
    """The first character with the combining marks that belong to it."""
    end = 1
    while end < len(name) and unicodedata.combining(name[end]):
        end += 1
    return name[:end]
