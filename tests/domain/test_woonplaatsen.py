"""A town proposes its gemeente; what is recorded goes first."""

from __future__ import annotations

import pytest

from werkdesk.domain.persoon import Adres, KlantFeiten
from werkdesk.domain.woonplaatsen import likely_gemeente


@pytest.mark.parametrize(
    ("town", "recorded", "expected"),
    [
        ("Amstelveen", None, "0362"),
        ("KUDELSTAART", None, "0358"),
        ("Nes aan de Amstel", None, "0362"),
        ("Amsterdam", None, None),
        (None, None, None),
        ("Aalsmeer", "0362", "0362"),
    ],
)
def test_a_town_proposes_its_gemeente(town: str | None, recorded: str | None, expected: str | None) -> None:
    feiten = KlantFeiten(adres=Adres(woonplaats=town), gemeente=recorded)
    assert likely_gemeente(feiten) == expected


def test_without_an_address_nothing_is_proposed() -> None:
    assert likely_gemeente(KlantFeiten()) is None
