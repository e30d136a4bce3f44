"""Marks without a composed letter stand on their letter."""

from __future__ import annotations

import pypdfium2
import pytest

from tests.letters.conformance import faults
from tests.letters.examples import letter_l01
from werkdesk.letters.press import Press
from werkdesk.letters.tagging.combining import pieces
from werkdesk.letters.typeface import letter_typeface

FACE = letter_typeface().regular


def test_plain_text_is_one_piece() -> None:
    assert list(pieces("Voorbeeld é", FACE, 10)) == [("Voorbeeld é", 0.0, 0.0)]


@pytest.mark.parametrize(
    "text", ["M\u0302a", "aM\u0302", "x\u0323\u0301y", "ÇÇ\u030c\u030c", "\u0301a", "m\u0303\u0303"]
)
def test_every_sign_is_painted_once_in_its_order(text: str) -> None:
    assert "".join(piece for piece, _, _ in pieces(text, FACE, 10)) == text


def test_a_mark_stands_over_the_middle_of_its_letter_and_above_a_capital() -> None:
    (_, _, _), (mark, right, up), (rest, after, level) = pieces("M\u0302a", FACE, 1000)
    assert mark == "\u0302"
    # The glyph of a mark lies left of its origin, so the origin comes near the right half of the letter.
    assert FACE.width("M", 1000) * 0.3 < right < FACE.width("M", 1000)
    assert up > 100
    assert (rest, after, level) == ("a", FACE.width("M", 1000), 0.0)


def test_the_ink_of_a_mark_lies_within_its_letter(press: Press) -> None:
    document = pypdfium2.PdfDocument(press.make(letter_l01("M\u0302 Voorbeeld")).pdf)
    text = document[0].get_textpage()
    at = text.search("Mevrouw M").get_next()[0] + len("Mevrouw ")
    letter, mark = text.get_charbox(at), text.get_charbox(at + 1)
    document.close()
    assert letter[0] <= mark[0]
    assert mark[2] <= letter[2]
    assert mark[1] >= letter[1]


def test_a_letter_with_loose_marks_conforms(press: Press) -> None:
    assert faults(press.make(letter_l01("X\u0323\u0301 M\u0302 Ç\u030c")).pdf) == []
