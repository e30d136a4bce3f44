"""How text is dealt over pages: numbers, margins, what stays together."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import pypdfium2
import pytest

from tests.letters.conformance import faults
from tests.letters.examples import MAKERS, NASTY_NAMES, agreement_opl, letter_l01
from werkdesk.domain.brief import BriefGegevens
from werkdesk.letters.pages import page_count, render_page
from werkdesk.letters.press import Press

MM = 72 / 25.4
LONG = """code: L99
titel: Een lange brief
versie: 1
taal: nl-NL
vorm: brief
---
[voor elke mijlpaal]
# Wat is {{mijlpaal.jaar}}?
{{mijlpaal.doel}}
[einde]
"""


@pytest.fixture(scope="module")
def long_press(resources: Mapping[str, bytes]) -> Press:
    return Press({**resources, "brieven/L99.txt": LONG.encode()})


def long_letter(rows: int) -> BriefGegevens:
    row = {"doel": "Dit is een zin over iets dat u moet weten. " * 12}
    return letter_l01(
        soort="L99", rijen={"mijlpalen": tuple({"jaar": f"deel {at}", **row} for at in range(rows))}
    )


def texts(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    found = [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
    document.close()
    return found


@pytest.mark.parametrize("wanted", [1, 2, 9, 10])
def test_every_page_tells_its_number_and_their_total(long_press: Press, wanted: int) -> None:
    letters = (long_press.make(long_letter(rows)) for rows in range(1, 80))
    made = next(one for one in letters if one.bladzijden >= wanted)
    assert made.bladzijden == wanted == page_count(made.pdf)
    pages = texts(made.pdf)
    for number, text in enumerate(pages, start=1):
        assert re.findall(r"pagina \d+ van \d+", text) == [f"pagina {number} van {wanted}"]
        assert "M-3-0147-K/a" in text
    assert faults(made.pdf) == []


def test_nothing_is_lost_or_said_twice_over_many_pages(long_press: Press) -> None:
    letter = long_letter(30)
    text = " ".join(texts(long_press.make(letter).pdf))
    assert [f"deel {at}?" in text for at in range(30)] == [True] * 30
    assert text.count(" weten.") == 30 * 12


def test_no_heading_stands_alone_at_the_foot_of_a_page(long_press: Press) -> None:
    for rows in range(2, 24):
        for text in texts(long_press.make(long_letter(rows)).pdf):
            body = text.rsplit("M-3-0147-K/a", 1)[0]
            assert not re.search(r"Wat is deel \d+\?\s*$", body)


@pytest.mark.parametrize("soort", sorted(MAKERS))
@pytest.mark.parametrize("name", NASTY_NAMES)
def test_all_text_stays_inside_the_margins(press: Press, soort: str, name: str) -> None:
    document = pypdfium2.PdfDocument(press.make(MAKERS[soort](name)).pdf)
    for page in document:
        text = page.get_textpage()
        for at in range(text.count_chars()):
            if text.get_text_range(at, 1).strip():
                left, bottom, right, top = text.get_charbox(at)
                assert left >= 25 * MM
                assert right <= (210 - 25) * MM + 0.5
                assert bottom >= 10 * MM
                assert top <= (297 - 10) * MM
    document.close()


def test_all_parties_sign_on_one_page_with_text_above(press: Press) -> None:
    for rows in range(1, 14):
        letter = agreement_opl()
        years = tuple({**letter.rijen["mijlpalen"][0], "jaar": f"Jaar {at}"} for at in range(rows))
        pages = texts(press.make(replace(letter, rijen={**letter.rijen, "mijlpalen": years})).pdf)
        signing = [text for text in pages if "Handtekening" in text]
        assert len(signing) == 1
        assert signing[0].count("Handtekening") == 4
        assert signing[0].count("Naam in drukletters") == 4
        assert "Wie tekenen deze overeenkomst?" in signing[0]


def test_a_closing_is_never_split_from_its_text(press: Press) -> None:
    letter = letter_l01()
    for rows in range(1, 20):
        row = {"wat": "Iets", "wanneer": "ooit", "waarom": "daarom"}
        pages = texts(press.make(replace(letter, rijen={"termijnen": (row,) * rows})).pdf)
        closing = next(text for text in pages if "Met vriendelijke groet," in text)
        assert "R. Voorbeeld" in closing
        assert "Noem altijd het kenmerk" in closing or "M-3-0147-K/a. Met" in closing


def test_a_table_header_is_repeated_on_the_next_page(press: Press) -> None:
    row = {"wat": "Iets", "wanneer": "ooit", "waarom": "daarom " * 20}
    made = press.make(letter_l01(rijen={"termijnen": (row,) * 30}))
    with_rows = [text for text in texts(made.pdf) if "daarom daarom" in text]
    assert len(with_rows) >= 3
    assert all("Wat Wanneer Waarom" in text for text in with_rows)
    assert faults(made.pdf) == []


def test_a_row_higher_than_a_page_goes_on_over_the_next(press: Press) -> None:
    words = " ".join(f"woord{at}" for at in range(200))[:2000]
    row = {"wat": words, "wanneer": words, "waarom": words}
    made = press.make(letter_l01(rijen={"termijnen": (row,) * 3}))
    text = " ".join(texts(made.pdf))
    assert text.count("woord150 ") == 9
    assert faults(made.pdf) == []


def test_a_page_becomes_pixels_for_the_preview(press: Press) -> None:
    pdf = press.make(letter_l01()).pdf
    image = render_page(pdf, 0, 1.5)
    assert (image.width, image.height) == pytest.approx((893, 1263), abs=1)
    assert image.stride >= image.width * 4
    assert len(image.rgba) == image.stride * image.height
    assert image.rgba[:4] == b"\xff\xff\xff\xff"
    assert {image.rgba[at] for at in range(3, len(image.rgba), 4)} == {255}
    # The bar of the wordmark in the colour of Amstelveen: red, green, blue in this order.
    x, y = round(31 * MM * 1.5), round(20 * MM * 1.5)
    at = y * image.stride + 4 * x
    assert image.rgba[at : at + 3] == bytes.fromhex("14506B")


@pytest.mark.parametrize(
    ("page", "scale", "error"), [(9, 1, IndexError), (-1, 1, IndexError), (0, 99, ValueError)]
)
def test_a_page_or_scale_that_is_not_there_is_refused(
    press: Press, page: int, scale: float, error: type[Exception]
) -> None:
    with pytest.raises(error):
        render_page(press.make(letter_l01()).pdf, page, scale)
