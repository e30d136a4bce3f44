"""A letter costs no more than the same text on a plain ReportLab canvas, as a ratio in one run."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from io import BytesIO

import pypdfium2
import pytest
from pymupdf_fonts import NotoSans_Bold, NotoSans_Regular
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.letters.examples import letter_l01
from werkdesk.letters.pages import render_page
from werkdesk.letters.press import Press


def plain(pdf: bytes) -> Callable[[], None]:
    """Draw the lines of ``pdf`` with drawString and two embedded faces: the floor that others start from."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_bounded().splitlines() for page in document]
    document.close()

    def draw() -> None:
        canvas = Canvas(BytesIO(), invariant=1, initialFontName="Plain")
        for lines in pages:
            for number, line in enumerate(lines):
                canvas.setFont("Plain" if number % 6 else "Plain-Bold", 10.5)
                canvas.drawString(80, 780 - 14 * number, line.strip("\r\n\x02\ufffe"))
            canvas.showPage()
        canvas.save()

    return draw


def best(*actions: Callable[[], object]) -> list[float]:
    """Fastest time of each in seconds of this processor.

    Taking turns, so that a busy machine is busy for all.
    """
    times: list[list[float]] = [[] for _ in actions]
    for _ in range(25):
        for action, own in zip(actions, times, strict=True):
            start = time.process_time()
            action()
            own.append(time.process_time() - start)
    return [min(own) for own in times]


def test_a_tagged_letter_costs_at_most_one_and_a_half_times_plain_text(
    press: Press, record_testsuite_property: Callable[[str, object], None]
) -> None:
    pdfmetrics.registerFont(TTFont("Plain", BytesIO(NotoSans_Regular.fontbuffer)))
    pdfmetrics.registerFont(TTFont("Plain-Bold", BytesIO(NotoSans_Bold.fontbuffer)))
    common, rare = letter_l01(), letter_l01("Ģ. Ķūniņš-Ŵyŷ")
    draw = plain(press.make(common).pdf)
    draw()
    floor, *costs = best(draw, partial(press.make, common), partial(press.make, rare))
    ratios = {"common": costs[0] / floor, "rare": costs[1] / floor}
    for name, ratio in ratios.items():
        record_testsuite_property(f"ratio_{name}", round(ratio, 2))
    assert ratios["common"] <= 1.5
    assert ratios["rare"] <= 1.6


def test_a_preview_is_made_and_painted_quickly(press: Press) -> None:
    letter = letter_l01()
    assert best(lambda: render_page(press.make(letter).pdf, 0, 100 / 72))[0] < 0.1


@pytest.mark.parametrize("soort", ["L01"])
def test_a_thousand_letters_do_not_grow_memory_of_the_faces(press: Press, soort: str) -> None:
    from werkdesk.letters.typeface import letter_typeface

    for _ in range(50):
        press.make(letter_l01(soort=soort))
    assert all(len(face.state) == 0 for face in letter_typeface().faces)
