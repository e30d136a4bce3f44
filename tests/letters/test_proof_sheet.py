"""The proof sheet: windows where they are, an address in both, a line to measure by; preprinted paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pypdfium2
import pytest

from tests.letters.examples import MAKERS, letter_l01, proof_sheet
from tests.letters.test_address_window import LEFT_WINDOW, RIGHT_WINDOW, in_window, letters_of
from tests.letters.test_pages import texts
from werkdesk.errors import Refused
from werkdesk.letters.house_style import read_house_style
from werkdesk.letters.press import Press

DOTS = 200 / 25.4
"""Pixels a millimetre."""


def with_house(resources: Mapping[str, bytes], old: bytes, new: bytes) -> Press:
    name = "huisstijl/0362.toml"
    assert old in resources[name]
    return Press({**resources, name: resources[name].replace(old, new)})


def dark_at(pdf: bytes, x: float, y: float) -> bool:
    """Whether something is drawn within half a millimetre of this place, in millimetres."""
    document = pypdfium2.PdfDocument(pdf)
    image = document[0].render(scale=200 / 72).to_pil().convert("L")
    document.close()
    box = [round(part * DOTS) for part in (x - 0.5, y - 0.5, x + 0.5, y + 0.5)]
    lowest, _ = image.crop((box[0], box[1], box[2], box[3])).getextrema()
    return bool(lowest < 200)


@pytest.mark.parametrize(("side", "left"), [(b"links", 0), (b"rechts", 70)])
def test_both_windows_are_drawn_where_the_envelope_has_them(
    resources: Mapping[str, bytes], side: bytes, left: int
) -> None:
    pdf = with_house(resources, b'kant = "links"', b'kant = "' + side + b'"').make(proof_sheet()).pdf
    c5 = 20 if not left else 80
    for x, y in ((35 + left, 70), (105 + left, 70), (70 + left, 80), (c5, 85), (c5 + 110, 85), (c5 + 50, 90)):
        assert dark_at(pdf, x, y), (x, y)
    assert not dark_at(pdf, 30 + left, 83)


def test_folds_are_marked_at_both_edges(press: Press) -> None:
    pdf = press.make(proof_sheet()).pdf
    for y in (107, 158):
        assert dark_at(pdf, 10, y)
        assert dark_at(pdf, 200, y)
    assert not dark_at(pdf, 10, 130)


def test_the_line_to_measure_is_a_hundred_millimetres(press: Press) -> None:
    pdf = press.make(proof_sheet()).pdf
    assert dark_at(pdf, 30, 263.2)
    assert dark_at(pdf, 130, 263.2)
    assert not dark_at(pdf, 29, 263.2)
    assert not dark_at(pdf, 131, 263.2)
    assert "100 millimeter" in texts(pdf)[0]


@pytest.mark.parametrize(("side", "window"), [(b"links", LEFT_WINDOW), (b"rechts", RIGHT_WINDOW)])
def test_its_address_is_in_the_window_like_that_of_a_letter(
    resources: Mapping[str, bytes], side: bytes, window: tuple[float, ...]
) -> None:
    press = with_house(resources, b'kant = "links"', b'kant = "' + side + b'"')
    sheet = proof_sheet()
    assert letters_of(sheet.adresregels) in "".join(in_window(press.make(sheet).pdf, window).split())


def test_it_is_to_nobody_and_one_page(press: Press) -> None:
    made = press.make(proof_sheet())
    assert made.bladzijden == 1
    assert "Geachte" not in texts(made.pdf)[0]


@pytest.mark.parametrize("soort", sorted(MAKERS))
def test_paper_with_a_printed_letterhead_gets_no_second_wordmark(
    resources: Mapping[str, bytes], press: Press, soort: str
) -> None:
    preprinted = with_house(resources, b"voorbedrukt = false", b"voorbedrukt = true")
    plain, without = (each.make(MAKERS[soort](gemeente="0362")).pdf for each in (press, preprinted))
    assert dark_at(plain, 31, 20)
    assert not dark_at(without, 31, 20)
    assert not dark_at(without, 50, 25)


def test_all_else_stands_where_it_stood(resources: Mapping[str, bytes], press: Press) -> None:
    preprinted = with_house(resources, b"voorbedrukt = false", b"voorbedrukt = true").make(letter_l01())
    assert preprinted.bladzijden == press.make(letter_l01()).bladzijden
    assert letters_of(letter_l01().adresregels) in "".join(in_window(preprinted.pdf, LEFT_WINDOW).split())


@pytest.mark.parametrize(
    ("written", "field"), [(b'"ja"', "papier.voorbedrukt"), (b"1", "papier.voorbedrukt")]
)
def test_anything_but_true_or_false_is_refused(
    resources: Mapping[str, bytes], written: bytes, field: str
) -> None:
    press = with_house(resources, b"voorbedrukt = false", b"voorbedrukt = " + written)
    with pytest.raises(Refused) as caught:
        press.make(letter_l01())
    assert (caught.value.code, caught.value.field) == ("huisstijl.ongeldig", field)


def test_a_house_style_from_before_the_setting_is_read(resources: Mapping[str, bytes]) -> None:
    text = resources["huisstijl/0362.toml"].decode().replace("voorbedrukt = false", "")
    assert read_house_style(text).preprinted is False
    assert replace(read_house_style(text), preprinted=True).preprinted
