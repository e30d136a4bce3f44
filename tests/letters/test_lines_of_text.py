"""Lines: nothing lost, nothing wider than asked, units whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkdesk.letters.document import Run
from werkdesk.letters.layout.lines import LONGEST_WORD, break_lines
from werkdesk.letters.layout.measures import Style
from werkdesk.letters.layout.pagination import paginate
from werkdesk.letters.layout.strips import Strip, keep_ends_together

STYLE = Style(10, 13, (0, 0, 0))
TEXTS = st.text(st.sampled_from("aWi -/.\u00a0é"), max_size=120)


@given(texts=st.lists(st.tuples(TEXTS, st.booleans()), max_size=5), width=st.floats(20, 400))
def test_every_sign_stands_on_a_line_in_its_order(texts: list[tuple[str, bool]], width: float) -> None:
    runs = tuple(Run(text, bold) for text, bold in texts if text)
    lines = break_lines(runs, STYLE, width)
    written = "".join(run.text for line in lines for run in line.runs)
    assert written.replace(" ", "") == "".join(run.text for run in runs).replace(" ", "")


@given(text=TEXTS, width=st.floats(20, 400))
def test_no_line_is_wider_than_asked(text: str, width: float) -> None:
    for line in break_lines((Run(text),) if text else (), STYLE, width):
        assert line.width <= width + 0.02
        drawn = "".join(run.text for run in line.runs)
        assert STYLE.width(drawn.removesuffix(" ")) <= width + 0.02


@given(text=TEXTS)
def test_a_line_that_ends_between_words_ends_with_a_space(text: str) -> None:
    lines = break_lines((Run(text),) if text else (), STYLE, 100)
    joined = "".join(run.text for line in lines for run in line.runs)
    assert joined.split(" ") == [word for word in text.strip(" ").split(" ")] or "  " in text


def test_a_long_word_is_broken_after_sixty_signs_even_on_a_wide_line() -> None:
    lines = break_lines((Run("i" * 150),), STYLE, 10_000)
    assert "".join(run.text for run in lines[0].runs) == "i" * 150
    narrow = break_lines((Run("x " + "i" * 150),), STYLE, STYLE.width("i" * 100))
    assert all(len("".join(run.text for run in line.runs)) <= LONGEST_WORD * 2 for line in narrow)


def test_a_name_is_broken_after_a_hyphen_first() -> None:
    lines = break_lines((Run("Voorbeeld-Fictief"),), STYLE, STYLE.width("Voorbeeld-Fi"))
    assert ["".join(run.text for run in line.runs) for line in lines] == ["Voorbeeld-", "Fictief"]


def _nothing(*_: object) -> None:
    """Paints nothing."""


@given(
    heights=st.lists(st.floats(1, 60), min_size=1, max_size=60),
    keeps=st.lists(st.booleans(), min_size=60, max_size=60),
)
def test_strips_keep_their_order_and_stay_on_the_page(heights: list[float], keeps: list[bool]) -> None:
    strips = [
        Strip(height, _nothing, before=2, keep=keep) for height, keep in zip(heights, keeps, strict=False)
    ]
    pages = paginate(strips, first_top=50, next_top=20, bottom=120)
    assert [placed.strip for page in pages for placed in page] == strips
    for page in pages:
        assert all(placed.top + placed.strip.height <= 120.001 for placed in page)
        tops = [placed.top for placed in page]
        assert tops == sorted(tops)


@pytest.mark.parametrize("count", range(1, 30))
def test_no_line_of_a_paragraph_stands_alone(count: int) -> None:
    filler = [Strip(10, _nothing) for _ in range(7)]
    paragraph = keep_ends_together([Strip(10, _nothing) for _ in range(count)])
    pages = paginate([*filler, *paragraph], 0, 0, 100)
    own = [sum(placed.strip in paragraph for placed in page) for page in pages]
    assert count < 2 or 1 not in own
