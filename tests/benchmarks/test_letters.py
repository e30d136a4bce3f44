"""The benchmark of the letters runs, and measures what it says it does."""

from __future__ import annotations

import pypdfium2
import pytest

from tests.benchmarks import letters
from tests.letters.examples import letter_l01
from werkdesk.letters.press import Press
from werkdesk.letters.resources import load_resources


def test_it_runs_and_gives_a_figure_for_each(capsys: pytest.CaptureFixture[str]) -> None:
    figures = letters.measure(rounds=1)
    assert set(figures) == {"vloer", "gewone naam", "zeldzame tekens", "voorbeeld"}
    assert all(one.cpu_ms >= 0 for one in figures.values())
    assert figures["vloer"].keer_vloer == 1


def test_the_floor_draws_the_words_of_the_letter_itself() -> None:
    letters.measure(rounds=1)
    made = Press(load_resources(letters.RESOURCES)).make(letter_l01()).pdf
    assert _words(letters.plain(made)()) == _words(made)


def _words(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return text.replace("\x02", "").replace("\ufffe", "").split()
