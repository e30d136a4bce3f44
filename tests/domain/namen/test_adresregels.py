"""Address lines: what stands where on an envelope, at home and abroad (rule cases 4.8)."""

from __future__ import annotations

from typing import Any

import pytest

from werkdesk.domain.namen.adresregels import Adresregels, BrpAdres, adresregels
from werkdesk.domain.namen.klantadres import als_brp
from werkdesk.domain.persoon import Adres

THUIS = {"straatnaam": "Kerkweg", "huisnummer": "12", "postcode": "1181AB", "woonplaats": "Amstelveen"}


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({}, "Kerkweg 12"),
        ({"huisletter": "b"}, "Kerkweg 12 b"),
        ({"toevoeging": "3"}, "Kerkweg 12-3"),
        ({"toevoeging": "3 hoog"}, "Kerkweg 12-3 hoog"),
        ({"toevoeging": "IV"}, "Kerkweg 12 IV"),
        ({"huisletter": "A", "toevoeging": "Hs"}, "Kerkweg 12 AHs"),
        ({"huisletter": "A", "toevoeging": "2"}, "Kerkweg 12 A2"),
        ({"aanduiding": "by"}, "Kerkweg bij 12"),
        ({"aanduiding": "to", "huisletter": "c"}, "Kerkweg t/o 12 c"),
        ({"aanduiding": "by", "toevoeging": "2"}, "Kerkweg bij 12-2"),
        ({"locatie": "Woonboot bij de brug"}, "Woonboot bij de brug"),
        ({"locatie": "Woonboot bij de brug", "straatnaam": ".", "huisnummer": "0"}, "Woonboot bij de brug"),
    ],
)
def test_the_parts_of_a_house_number_stand_as_the_standard_says(fields: dict[str, Any], line: str) -> None:
    assert adresregels(BrpAdres(**{**THUIS, **fields})).regel1 == line


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({}, "1181 AB  AMSTELVEEN"),
        ({"woonplaats": "Súdwest-Fryslân"}, "1181 AB  SÚDWEST-FRYSLÂN"),
        ({"woonplaats": "'s-Gravenhage"}, "1181 AB  'S-GRAVENHAGE"),
        ({"woonplaats": None, "gemeente": "Aalsmeer"}, "1181 AB  AALSMEER"),
        ({"woonplaats": ".", "gemeente": "Aalsmeer"}, "1181 AB  AALSMEER"),
        ({"gemeente": "Aalsmeer"}, "1181 AB  AMSTELVEEN"),
        ({"postcode": None}, "AMSTELVEEN"),
        ({"woonplaats": None}, "1181 AB"),
        ({"woonplaats": None, "postcode": None}, None),
    ],
)
def test_the_second_line_has_two_spaces_and_capitals(fields: dict[str, Any], line: str | None) -> None:
    assert adresregels(BrpAdres(**{**THUIS, **fields})).regel2 == line


@pytest.mark.parametrize(
    "fields",
    [
        {"straatnaam": None},
        {"straatnaam": "."},
        {"straatnaam": " "},
        {"huisnummer": None},
        {"huisnummer": "0"},
        {"huisnummer": "00000"},
    ],
)
def test_without_street_or_number_there_is_no_line_and_no_sending(fields: dict[str, Any]) -> None:
    lines = adresregels(BrpAdres(**{**THUIS, **fields}))
    assert lines == Adresregels()
    assert not lines.te_verzenden


def test_lines_abroad_are_taken_over_with_the_spaces_inside_them() -> None:
    abroad = BrpAdres(
        buitenland=("Rue\nFictive 26 ", "1000  BRUXELLES", None), land_code="5010", land="België"
    )
    assert adresregels(abroad) == Adresregels("Rue Fictive 26", "1000  BRUXELLES", None, toon_land=True)


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ("6030", Adresregels("Laan 2", None, None, toon_land=False)),
        ("0000", Adresregels()),
        (None, Adresregels()),
        ("5010", Adresregels("Laan 2", None, None, toon_land=True)),
    ],
)
def test_the_country_stands_below_unless_it_is_ours_or_unknown(code: str | None, lines: Adresregels) -> None:
    assert adresregels(BrpAdres(buitenland=("Laan 2", None, None), land_code=code, land="Land")) == lines


def test_a_country_alone_is_no_address_to_send_to() -> None:
    assert (
        adresregels(BrpAdres(buitenland=("", ".", None), land_code="5003", land="Zwitserland"))
        == Adresregels()
    )
    assert not adresregels(BrpAdres(land_code="5003", land="Zwitserland")).te_verzenden


@pytest.mark.parametrize(
    ("adres", "lines"),
    [
        (Adres(buitenland=("Laan 2",), land="België"), Adresregels("Laan 2", toon_land=True)),
        (Adres(buitenland=("Laan 2", "1181 AB Amstelveen")), Adresregels("Laan 2", "1181 AB Amstelveen")),
        (Adres(buitenland=("Laan 2",), land="Onbekend"), Adresregels()),
        (Adres(land="onbekend"), Adresregels()),
    ],
)
def test_what_a_klant_has_abroad_follows_the_same_rule(adres: Adres, lines: Adresregels) -> None:
    assert adresregels(als_brp(adres)) == lines
