"""What a list looks like for somebody at a terminal."""

from __future__ import annotations

from werkdesk.commandline.table import table_lines

RIJ = {
    "id": "0e2a4b6c-0000-4000-8000-0123456789ab",
    "kenmerk": "M-1-0001-K",
    "klant": "0e2a4b6c-0000-4000-8000-0123456789ac",
    "ontbreekt": ["geboortedatum", "postcode"],
    "onverzonden": True,
    "toelichting": "een\ttab en\neen regel",
    "bezoek": None,
}


def test_a_list_has_a_heading_and_no_numbers_of_records() -> None:
    assert list(table_lines([RIJ, {**RIJ, "ontbreekt": [], "onverzonden": False}])) == [
        "kenmerk\tontbreekt\tonverzonden\ttoelichting\tbezoek",
        "M-1-0001-K\tgeboortedatum, postcode\tja\teen tab en een regel\t-",
        "M-1-0001-K\t-\t-\teen tab en een regel\t-",
    ]


def test_an_empty_list_says_nothing() -> None:
    assert list(table_lines([])) == []
