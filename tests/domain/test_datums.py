"""Months, birthdays, and dates of the BRP."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkdesk.domain.datums import (
    Driewaardig,
    birthday,
    brp_als_object,
    brp_interval,
    brp_jonger_dan,
    brp_leeftijd,
    is_brp_datum,
    parse_iso_datum,
    plus_months,
)

_TABEL = Path(__file__).parents[2] / "../shared/data/brp/dates_ages.json"
DATES = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))


def _cases(kind: str) -> list[dict[str, Any]]:
    if not _TABEL.exists():
        pytest.skip("de tabellen van de BRP staan niet naast het project")
    return [case for case in json.loads(_TABEL.read_text(encoding="utf-8"))["cases"] if case["kind"] == kind]


def test_every_brp_case_on_dates_gives_the_typed_object() -> None:
    for case in _cases("datum"):
        assert brp_als_object(case["input"]["gbaDatum"]) == case["expected"], case["id"]


def test_every_brp_case_on_ages_gives_the_age() -> None:
    for case in _cases("leeftijd"):
        born, today = case["input"]["geboortedatum"], date(2026, 11, 21)
        today = date.fromisoformat(case["input"].get("peildatum", today.isoformat()))
        if case["input"].get("relatief"):
            born = _relative(born, today)
        assert brp_leeftijd(born, today) == case["expected"], case["id"]


def _relative(words: str, today: date) -> str:
    """The table's words seen from ``today``: a known day, or a month with an unknown day."""
    when, years = words.split(" - ")
    count = int(years.split(" ")[0])
    if when == "vandaag":
        return today.replace(year=today.year - count).strftime("%Y%m%d")
    shifted = plus_months(today, {"vorige maand": -1, "deze maand": 0, "volgende maand": 1}[when])
    return f"{shifted.year - count:04}{shifted.month:02}00"


@pytest.mark.parametrize(
    "text", ["20260302", "2026-W10-1", "2026-3-2", "2026-02-29", "2026-03-02T00:00", "٢٠٢٦-03-02"]
)
def test_only_one_iso_form_is_a_date(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parse_iso_datum(text)


@pytest.mark.parametrize("text", ["19990600", "19990000", "00000000", "20000229"])
def test_unknown_parts_are_zeros_at_the_end(text: str) -> None:
    assert is_brp_datum(text)


@pytest.mark.parametrize(
    "text", ["20010015", "19000229", "20011300", "00000512", "0000051", "2001-1-1", "20010132"]
)
def test_a_day_without_its_month_and_a_day_that_does_not_exist_are_no_brp_date(text: str) -> None:
    assert not is_brp_datum(text)


def test_months_end_on_the_last_day_of_a_shorter_month() -> None:
    assert plus_months(date(2026, 5, 31), -3) == date(2026, 2, 28)
    assert plus_months(date(2024, 2, 29), 12) == date(2025, 2, 28)
    assert plus_months(date(2026, 12, 31), 2) == date(2027, 2, 28)
    with pytest.raises(OverflowError):
        plus_months(date(9999, 12, 1), 1)


@given(DATES, st.integers(min_value=-600, max_value=600))
def test_months_never_skip_a_month_and_keep_order(day: date, months: int) -> None:
    moved = plus_months(day, months)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    assert moved.day <= day.day
    assert plus_months(day + timedelta(days=1), months) >= moved


def test_a_leapling_grows_older_on_the_first_of_march() -> None:
    assert birthday(date(2000, 2, 29), 27) == date(2027, 3, 1)
    assert birthday(date(2000, 2, 29), 28) == date(2028, 2, 29)


@given(DATES, DATES, st.sampled_from([6, 4, 0]), st.integers(min_value=1, max_value=70))
def test_the_three_valued_test_is_what_all_possible_birth_dates_say(
    born: date, day: date, known: int, age: int
) -> None:
    brp = born.strftime("%Y%m%d")[:known].ljust(8, "0")
    interval = brp_interval(brp)
    answer = brp_jonger_dan(brp, age, day)
    if interval is None:
        assert answer is Driewaardig.ONBEKEND
        return
    first, last = interval
    possible = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    younger = {day < birthday(one, age) for one in possible}
    expected = (
        Driewaardig.ONBEKEND if len(younger) > 1 else Driewaardig.JA if True in younger else Driewaardig.NEE
    )
    assert answer is expected
