"""The address shows in the window of the envelope, whole, or the letter is not made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pypdfium2
import pytest

from tests.letters.examples import letter_l01
from werkdesk.errors import Refused
from werkdesk.letters.press import Press

MM = 72 / 25.4
# Millimetres from the upper left corner: left, top, right, bottom of what every window shows.
LEFT_WINDOW = (37, 51, 103, 76)
RIGHT_WINDOW = (107, 51, 173, 76)
KEEP_CLEAR = (25, 45, 120, 95)

LONG_STREET = "Burgemeester Jonkheer van Fictief tot Voorbeeldstraat 12345 bis A"
ADDRESSES = (
    ("A. B", "Straat 1", "1181 AA  AMSTELVEEN"),
    ("Mevrouw A. Voorbeeld", "t.a.v. bewindvoerder", LONG_STREET, "1181 AA  AMSTELVEEN"),
    ("De heer " + "Fictief-" * 12 + "Voorbeeld", "Straat 1", "1181 AA  AMSTELVEEN"),
    ("Mevrouw Éva Példa", "3. em. ajtó 7", "Példa utca 12", "1055 Budapest", "HONGARIJE"),
    ("W" * 24, "W" * 24, "W" * 24, "W" * 24, "W" * 24),
)


def boxes(pdf: bytes) -> list[tuple[str, tuple[float, float, float, float]]]:
    """Every sign on page 1 with its box in millimetres from the upper left corner."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    text = page.get_textpage()
    found = []
    for at in range(text.count_chars()):
        left, bottom, right, top = text.get_charbox(at)
        box = (left / MM, 297 - top / MM, right / MM, 297 - bottom / MM)
        # PDFium gives a hyphen at the end of a line as U+0002 or U+FFFE.
        found.append((text.get_text_range(at, 1).translate({2: "-", 0xFFFE: "-"}), box))
    document.close()
    return found


def within(box: tuple[float, ...], area: tuple[float, ...], slack: float = 0.05) -> bool:
    return (
        box[0] >= area[0] - slack
        and box[1] >= area[1] - slack
        and box[2] <= area[2] + slack
        and box[3] <= area[3] + slack
    )


def in_window(pdf: bytes, window: tuple[float, ...]) -> str:
    return "".join(sign for sign, box in boxes(pdf) if sign.strip() and within(box, window))


def letters_of(lines: tuple[str, ...]) -> str:
    return "".join("".join(lines).split())


@pytest.mark.parametrize("address", ADDRESSES, ids=range(len(ADDRESSES)))
def test_the_whole_address_stands_in_the_window(press: Press, address: tuple[str, ...]) -> None:
    shown = in_window(press.make(letter_l01(adresregels=address)).pdf, LEFT_WINDOW)
    assert letters_of(address) in shown
    assert shown.startswith("GemeenteAmstelveen,")  # the sender above it


@pytest.mark.parametrize("address", ADDRESSES, ids=range(len(ADDRESSES)))
def test_nothing_else_stands_near_the_window(press: Press, address: tuple[str, ...]) -> None:
    pdf = press.make(letter_l01(adresregels=address)).pdf
    left, top, right, bottom = KEEP_CLEAR
    near = [
        sign
        for sign, box in boxes(pdf)
        if sign.strip() and box[0] < right and box[2] > left and box[1] < bottom and box[3] > top
    ]
    assert "".join(near) == in_window(pdf, LEFT_WINDOW)


def test_a_right_window_gets_the_address_on_the_right(resources: Mapping[str, bytes]) -> None:
    right = resources["huisstijl/0362.toml"].replace(b'kant = "links"', b'kant = "rechts"')
    pdf = Press({**resources, "huisstijl/0362.toml": right}).make(letter_l01()).pdf
    assert letters_of(letter_l01().adresregels) in in_window(pdf, RIGHT_WINDOW)


@pytest.mark.parametrize(
    "address",
    [
        ("V" * 200 + " " + "G" * 200, "S" * 80 + " 99999", "1181 AA  " + "P" * 80),
        tuple(f"regel {number}" for number in range(7)),
    ],
    ids=["longest legal name", "seven lines"],
)
def test_an_address_that_does_not_fit_is_refused_not_cut(press: Press, address: tuple[str, ...]) -> None:
    with pytest.raises(Refused) as caught:
        press.make(letter_l01(adresregels=address))
    assert (caught.value.code, caught.value.field) == ("brief.adres_past_niet", "adresregels")


def test_the_longest_legal_name_can_be_handed_over(press: Press) -> None:
    name = "Voornaam " * 22 + "Geslachtsnaam-" * 14 + "Fictief"
    made = press.make(letter_l01(adresregels=(name,), uitreiken=True))
    assert letters_of((name,)) in "".join(sign for sign, _ in boxes(made.pdf) if sign.strip())


@pytest.mark.parametrize("address", [(), ("Mevrouw A. Voorbeeld",), ("Mevrouw A. Voorbeeld", " \u200b ")])
def test_without_an_address_nothing_can_be_posted(press: Press, address: tuple[str, ...]) -> None:
    with pytest.raises(Refused) as caught:
        press.make(letter_l01(adresregels=address))
    assert (caught.value.code, caught.value.field) == ("brief.adres_onvolledig", "adresregels")


def test_without_an_address_a_letter_can_be_handed_over(press: Press) -> None:
    letter = replace(letter_l01(), adresregels=("Mevrouw A. Voorbeeld",), uitreiken=True)
    text = "".join(sign for sign, _ in boxes(press.make(letter).pdf))
    assert "Aan u overhandigd" in text
    assert "Postbus" not in text.split("Geachte")[0]
