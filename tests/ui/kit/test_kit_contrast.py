from __future__ import annotations

from dataclasses import replace

import pytest

from werkdesk.ui.kit.contrast import problems, ratio
from werkdesk.ui.kit.tokens import CONTRAST, LIGHT, THEMES, TYPE_SCALE, Theme


def test_the_formula_gives_the_figures_of_wcag() -> None:
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert ratio("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)
    assert ratio("#FFFFFF", "#767676") == ratio("#767676", "#FFFFFF")


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_every_pair_of_every_theme_can_be_read(theme: Theme) -> None:
    assert problems(theme, text=5.5, parts=3.0) == []


def test_high_contrast_goes_further_than_aa() -> None:
    assert problems(CONTRAST, text=7.0, parts=4.5) == []
    assert (CONTRAST.ring, CONTRAST.ring_width) == ("#FFDD00", 3)
    assert CONTRAST.window == "#0B0C0C"


def test_a_brand_colour_that_cannot_be_read_is_named() -> None:
    branded = replace(LIGHT, accent="#FFDD00")
    assert ("on_accent", "accent", 1.35) in problems(branded)
    assert ("accent", "card", 1.35) in problems(branded)


def test_nothing_is_smaller_than_thirteen() -> None:
    assert min(size for size, _ in TYPE_SCALE.values()) == 13
