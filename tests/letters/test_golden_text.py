"""The shipped letters, page by page and tag by tag, against stored text: a change of wording or order shows.

After a wanted change run this file with ``WERKDESK_HERNIEUW=1`` and read the difference.
"""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from tests.letters.conformance import elements, kids
from tests.letters.examples import MAKERS
from werkdesk.letters.press import Press

GOLDEN = Path(__file__).parent / "golden"


def readable(pdf: bytes) -> str:
    """Pages as text, then the structure as an indented list of tags."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in document]
    document.close()
    shown = [f"=== pagina {number}\n{text.strip()}\n" for number, text in enumerate(pages, start=1)]
    with pikepdf.open(BytesIO(pdf)) as opened:
        tags = "\n".join(_indented(next(elements(opened)), 0))
    return "".join(shown).translate({2: "-", 0xFFFE: "-"}) + f"=== structuur\n{tags}\n"


def _indented(element: pikepdf.Object, depth: int) -> list[str]:
    lines = ["  " * depth + str(element.S).lstrip("/")]
    for child in kids(element):
        if "/S" in child:
            lines += _indented(child, depth + 1)
    return lines


@pytest.mark.parametrize("soort", sorted(MAKERS))
def test_the_letter_reads_as_it_was_approved(press: Press, soort: str) -> None:
    path = GOLDEN / f"{soort}.txt"
    found = readable(press.make(MAKERS[soort]()).pdf)
    if os.environ.get("WERKDESK_HERNIEUW"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")


def test_the_operators_of_a_page_are_readable_when_asked(press: Press) -> None:
    plain = press.make(MAKERS["L01"](), compress=False).pdf
    assert b"(Wij hebben uw melding ontvangen) Tj" in plain
    assert b"/H1<</MCID" in plain
