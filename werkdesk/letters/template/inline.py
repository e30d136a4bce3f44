"""Words within a line: fixed text, ``**bold**`` and ``{{fields}}``."""

from __future__ import annotations

import re
from collections.abc import Callable

from werkdesk.letters.template.blocks import FieldRef, Inline, Text
from werkdesk.letters.template.problems import nearest

# What went wrong: code, what was found, what may have been meant.
Complain = Callable[[str, str, str], None]

_MARKS = re.compile(r"(\*\*|\{\{.*?\}\}|\{\{|\}\})")


def read_inline(text: str, known: frozenset[str], complain: Complain) -> Inline:
    """The parts of one line. ``known`` is the closed list of fields here; faults go to ``complain``."""
    parts: list[Text | FieldRef] = []
    bold = False
    for piece in _MARKS.split(text):
        if piece == "**":
            bold = not bold
        elif piece in {"{{", "}}"}:
            complain("sjabloon.veld_open", text, "")
        elif piece.startswith("{{"):
            name = piece[2:-2].strip()
            if name not in known:
                complain("sjabloon.veld_onbekend", name, nearest(name, known))
            parts.append(FieldRef(name, bold))
        elif piece:
            parts.append(Text(piece, bold))
    if bold:
        complain("sjabloon.vet_open", text, "")
    return tuple(parts)
