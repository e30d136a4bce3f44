"""The map from character codes back to text, so that a letter can be searched, copied and read aloud.

ReportLab's own map sends unused low codes to U+0000 and writes all rows in one block; PDF/A wants no U+0000
and the CMap form allows a hundred rows in a block (Adobe Technical Note 5411).
"""

from __future__ import annotations

from collections.abc import Sequence

_ROWS_PER_BLOCK = 100
_FIRST_PRINTABLE = 0x20
_DELETE = 0x7F


def to_unicode_map(name: str, characters: Sequence[int]) -> bytes:
    """The CMap for a font subset; ``characters[code]`` is the code point shown for byte ``code``."""
    used = [
        (code, char) for code, char in enumerate(characters) if char >= _FIRST_PRINTABLE and char != _DELETE
    ]
    blocks = []
    for start in range(0, len(used), _ROWS_PER_BLOCK):
        rows = [
            f"<{code:02X}> <{chr(char).encode('utf-16-be').hex().upper()}>"
            for code, char in used[start : start + _ROWS_PER_BLOCK]
        ]
        blocks.append("\n".join((f"{len(rows)} beginbfchar", *rows, "endbfchar")))
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo",
            f"<< /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
            f"/CMapName /{name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *blocks,
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        )
    ).encode("ascii")
