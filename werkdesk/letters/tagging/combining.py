"""Where combining marks belong that have no composed letter (M with a circumflex, a dot below with an acute).

After NFC few names need this. Left to itself a PDF paints the mark behind its letter; the face knows the
right place (its GPOS table), and HarfBuzz reads it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import uharfbuzz

from werkdesk.letters.tagging.font import LetterFont

# A letter with the marks on it: combining diacritical marks and their supplements (Unicode blocks, all Mn).
_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_CLUSTER = re.compile(rf"[^{_MARKS}][{_MARKS}]+")


def pieces(text: str, font: LetterFont, size: float) -> Iterator[tuple[str, float, float]]:
    """``text`` in parts to be painted at a distance (right, up) in points from where it starts."""
    done = 0
    for cluster in _CLUSTER.finditer(text):
        start = cluster.start()
        if text[done : start + 1]:
            yield text[done : start + 1], font.width(text[:done], size), 0.0
        left = font.width(text[:start], size)
        for mark, (right, up) in zip(cluster[0][1:], _places(cluster[0], font), strict=True):
            yield mark, left + right * size / 1000, up * size / 1000
        done = cluster.end()
    if text[done:] or not text:
        yield text[done:], font.width(text[:done], size), 0.0


def _places(cluster: str, font: LetterFont) -> list[tuple[float, float]]:
    """Per mark its place in thousandths of the size from the start of the letter.

    A mark that HarfBuzz merged with its letter or with another mark is centred instead.
    """
    buffer = uharfbuzz.Buffer()
    buffer.add_str(cluster)
    buffer.guess_segment_properties()
    shaper = font.shaper
    uharfbuzz.shape(shaper, buffer, {"kern": False, "liga": False})
    scale = 1000 / shaper.face.upem
    middle = font.width(cluster[0], 1000) / 2
    at = 0.0
    found: dict[int, tuple[float, float]] = {}
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        found[info.codepoint] = ((at + place.x_offset) * scale, place.y_offset * scale)
        at += place.x_advance
    return [found.get(font.glyph(mark), (middle, 0.0)) for mark in cluster[1:]]
