"""Dates as they are typed at the counter."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkdesk.domain.datums import Driewaardig
from werkdesk.domain.waarden.bedrag import euro, parse_bedrag
from werkdesk.domain.waarden.datum import (
    datum_met_weekdag,
    korte_datum,
    lange_datum,
    parse_datum,
    weeknummer,
)
from werkdesk.domain.waarden.geboortedatum import GeboorteDatum
from werkdesk.errors import Refused

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("3-11", date(2026, 11, 3)),
        ("3-11-26", date(2026, 11, 3)),
        ("03-11-2026", date(2026, 11, 3)),
        ("3/11/26", date(2026, 11, 3)),
        ("3 nov", date(2026, 11, 3)),
        ("3 november 2026", date(2026, 11, 3)),
        ("1 mrt 2027", date(2027, 3, 1)),
        ("03112026", date(2026, 11, 3)),
        ("2026-11-03", date(2026, 11, 3)),
        ("v", TODAY),
        ("m", date(2026, 11, 22)),
        ("g", date(2026, 11, 20)),
        ("+7", date(2026, 11, 28)),
        ("-1", date(2026, 11, 20)),
        ("+4w", date(2026, 12, 19)),
        ("+3m", date(2027, 2, 21)),
        ("+1j", date(2027, 11, 21)),
        ("1-1-46", date(2046, 1, 1)),
        ("1-1-47", date(1947, 1, 1)),
    ],
)
def test_short_forms_mean_what_the_counter_means(typed: str, meant: date) -> None:
    assert parse_datum(typed, TODAY) == meant


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "datum.ontbreekt"),
        ("31-2", "datum.bestaat_niet"),
        ("29-2-2027", "datum.bestaat_niet"),
        ("3-13-2026", "datum.bestaat_niet"),
        ("+9999j", "datum.bestaat_niet"),
        ("morgenvroeg", "datum.vorm"),
        ("3 m 2026", "datum.vorm"),
        ("3-11-2", "datum.vorm"),
    ],
)
def test_what_is_no_date_is_refused_with_its_own_code(typed: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_datum(typed, TODAY, field="dag")
    assert (refused.value.code, refused.value.field) == (code, "dag")


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2040, 12, 31)))
def test_a_date_as_shown_is_read_back_as_the_same_date(day: date) -> None:
    assert parse_datum(korte_datum(day), TODAY) == day
    assert parse_datum(lange_datum(day), TODAY) == day
    assert parse_datum(day.isoformat(), TODAY) == day


def test_dates_are_written_in_dutch() -> None:
    assert datum_met_weekdag(date(2026, 11, 3)) == "dinsdag 3 november 2026"
    assert korte_datum(date(2026, 11, 3)) == "03-11-2026"
    assert weeknummer(date(2027, 1, 1)) == 53


@pytest.mark.parametrize(
    ("typed", "stored", "shown"),
    [
        ("12-03-1985", "19850312", "12-03-1985"),
        ("12-3-85", "19850312", "12-03-1985"),
        ("00-03-1985", "19850300", "00-03-1985"),
        ("00-00-1985", "19850000", "00-00-1985"),
        ("3-1985", "19850300", "00-03-1985"),
        ("1985", "19850000", "00-00-1985"),
        ("12031985", "19850312", "12-03-1985"),
        ("19850312", "19850312", "12-03-1985"),
        ("1985-03-12", "19850312", "12-03-1985"),
        ("onbekend", "00000000", "00-00-0000"),
        ("1-1-27", "19270101", "01-01-1927"),
    ],
)
def test_a_birth_date_keeps_what_is_unknown(typed: str, stored: str, shown: str) -> None:
    value = GeboorteDatum.parse(typed, TODAY)
    assert (value, value.shown) == (stored, shown)
    assert GeboorteDatum.parse(shown, TODAY) == value


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "geboortedatum.ontbreekt"),
        ("zomer 1985", "geboortedatum.vorm"),
        ("12-00-1985", "geboortedatum.vorm"),
        ("31-02-1985", "geboortedatum.bestaat_niet"),
        ("22-11-2026", "geboortedatum.toekomst"),
        ("2027", "geboortedatum.toekomst"),
    ],
)
def test_a_wrong_birth_date_is_refused(typed: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        GeboorteDatum.parse(typed, TODAY)
    assert refused.value.code == code


def test_a_birth_date_answers_questions_in_three_values() -> None:
    incomplete = GeboorteDatum("19991100")
    assert not incomplete.complete
    assert incomplete.day is None
    assert incomplete.lang == "november 1999"
    assert incomplete.leeftijd(TODAY) is None
    assert incomplete.jonger_dan(27, TODAY) is Driewaardig.ONBEKEND
    assert incomplete.jonger_dan(27, date(2026, 10, 31)) is Driewaardig.JA
    assert GeboorteDatum("19991115").day == date(1999, 11, 15)


@pytest.mark.parametrize(
    ("typed", "cents"),
    [
        ("1.234,56", 123456),
        ("1234,5", 123450),
        ("1234.56", 123456),
        ("€ 12", 1200),
        ("12,-", 1200),
        ("1.234", 123400),
    ],
)
def test_amounts_are_read_with_comma_and_point(typed: str, cents: int) -> None:
    assert parse_bedrag(typed) == cents


@pytest.mark.parametrize("typed", ["", "twaalf", "1,234.56", "12.3456", "1.23,4", "-5"])
def test_what_is_no_amount_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match=r"bedrag\.vorm"):
        parse_bedrag(typed)


def test_amounts_are_shown_the_dutch_way() -> None:
    assert euro(123456) == "€\u00a01.234,56"
    assert parse_bedrag(euro(98765432)) == 98765432
