"""For whom a sheet is: beside the wordmark, whole, or the sheet is not made."""

from __future__ import annotations

import pytest

from tests.letters.examples import NASTY_NAMES, explanation_uit
from tests.letters.test_address_window import boxes, within
from werkdesk.errors import Refused
from werkdesk.letters.press import Press

PLACE = (115, 13, 185, 38)
"""Millimetres: left, top, right, bottom of what is free beside the wordmark."""


@pytest.mark.parametrize("name", [*NASTY_NAMES[:2], "A. Voorbeeld", "Van " + "Fictief-Voorbeeld " * 11])
def test_name_and_address_stand_beside_the_wordmark_and_clear_of_the_date(press: Press, name: str) -> None:
    sheet = explanation_uit(name)
    found = [sign for sign, box in boxes(press.make(sheet).pdf) if sign.strip() and within(box, PLACE)]
    wanted = "".join("".join(sheet.adresregels).split())
    assert len(found) >= len(wanted) - wanted.count("-")
    assert "".join(found).startswith("Voor")


def test_nobody_is_named_when_nobody_is_known(press: Press) -> None:
    found = [
        sign for sign, box in boxes(press.make(explanation_uit(adresregels=())).pdf) if within(box, PLACE)
    ]
    assert "".join(found).strip() == ""


def test_a_name_that_fits_at_no_size_is_refused_and_not_cut(press: Press) -> None:
    with pytest.raises(Refused) as caught:
        press.make(explanation_uit("Fictief-Voorbeeld " * 60))
    assert (caught.value.code, caught.value.field) == ("brief.adres_past_niet", "adresregels")
