"""House styles: complete, readable, honest about what is an example."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.letters.examples import letter_l01
from werkdesk.errors import Refused, Unavailable
from werkdesk.letters.contrast import colour_of, contrast
from werkdesk.letters.house_style import Side, read_house_style
from werkdesk.letters.press import Press
from werkdesk.letters.resources import load_resources


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#FFFFFF", 21), ("#FFFFFF", "#FFFFFF", 1), ("#777777", "#FFFFFF", 4.48)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(colour_of(one), colour_of(other)) == pytest.approx(ratio, abs=0.01)


@pytest.mark.parametrize("code", ["0362", "0358"])
def test_the_two_gemeenten_have_their_own_style(press: Press, code: str) -> None:
    house = press.house(code)
    assert house.code == code
    assert house.window is Side.LEFT
    assert house.example, "addresses were never confirmed by the gemeente"
    white = (1.0, 1.0, 1.0)
    assert min(contrast(colour, white) for colour in (house.accent, house.ink, house.soft)) >= 4.5
    assert house.accent != press.house("0358" if code == "0362" else "0362").accent


def test_a_pale_colour_for_text_is_refused(resources: Mapping[str, bytes]) -> None:
    text = resources["huisstijl/0362.toml"].decode().replace("#4A5768", "#9AA7B8")
    with pytest.raises(Refused) as caught:
        read_house_style(text)
    assert (caught.value.code, caught.value.field) == ("huisstijl.contrast", "kleuren.zacht")


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ('naam = "Amstelveen"', "", "naam"),
        ('"#14506B"', '"petrol"', "kleuren.accent"),
        ('"#14506B"', '"#GGGGGG"', "kleuren.accent"),
        ('"links"', '"midden"', "venster.kant"),
        (
            'bezoekadres = ["Laan Nieuwer-Amstel 1", "1182 JR Amstelveen"]',
            "bezoekadres = []",
            "contact.bezoekadres",
        ),
        ('code = "0362"', "code = 362", "code"),
        ("[contact]", "[contact", None),
    ],
)
def test_what_is_wrong_in_a_style_is_named(
    resources: Mapping[str, bytes], old: str, new: str, field: str | None
) -> None:
    text = resources["huisstijl/0362.toml"].decode()
    assert old in text
    with pytest.raises(Refused) as caught:
        read_house_style(text.replace(old, new))
    assert (caught.value.code, caught.value.field) == ("huisstijl.ongeldig", field)


def test_a_faulty_style_stops_only_letters_of_that_gemeente(resources: Mapping[str, bytes]) -> None:
    press = Press({**resources, "huisstijl/0358.toml": b"kapot ="})
    press.make(letter_l01())
    with pytest.raises(Refused) as caught:
        press.make(letter_l01(gemeente="0358"))
    assert caught.value.code == "huisstijl.ongeldig"


def test_a_sign_that_cannot_be_printed_is_found_in_a_style(resources: Mapping[str, bytes]) -> None:
    with pytest.raises(Refused) as caught:
        read_house_style(resources["huisstijl/0362.toml"].decode().replace("Postbus 4", "☎ 4"))
    assert caught.value.code == "brief.teken_ontbreekt"


def test_a_folder_without_letters_is_told(tmp_path: pytest.TempPathFactory) -> None:
    with pytest.raises(Unavailable) as caught:
        load_resources(tmp_path)  # type: ignore[arg-type]  # a plain path at run time
    assert caught.value.code == "brief.sjablonen_weg"
