"""Ordinary days and the Algemene termijnenwet, against a library and against the words of the law."""

from __future__ import annotations

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkdesk.domain.regels.kalender import Kalender, easter, feestdagen
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.regels.termijn import TermijnRekenaar, shift
from werkdesk.domain.regels.uitleg import Uitleg

DAY = timedelta(days=1)
DATES = st.dates(min_value=date(2020, 1, 1), max_value=date(2050, 12, 31))


@pytest.mark.parametrize("year", range(2014, 2060))
def test_the_holidays_are_those_of_the_library_with_good_friday_and_may_5(
    year: int, regels: RegelSet
) -> None:
    library = set(holidays.country_holidays("NL", years=year, categories=("public", "optional")))
    sundays = {easter(year), easter(year) + timedelta(days=49)}
    assert set(feestdagen(regels, year)) | sundays == library | {date(year, 5, 5)}


def test_kings_day_moves_to_saturday_when_the_27th_is_a_sunday(rekenaar: TermijnRekenaar) -> None:
    assert rekenaar.kalender.feestdag(date(2025, 4, 26)) == "Koningsdag"
    assert rekenaar.kalender.feestdag(date(2025, 4, 27)) is None
    assert rekenaar.kalender.feestdag(date(2026, 4, 27)) == "Koningsdag"


def test_a_decreed_day_counts_for_that_calendar_only(rekenaar: TermijnRekenaar) -> None:
    day = date(2026, 12, 24)
    decreed = rekenaar.kalender.met([day])
    assert decreed.feestdag(day) == "aangewezen dag"
    assert rekenaar.kalender.is_gewoon(day)
    assert decreed.atw(date(2026, 11, 26), day) == date(2026, 12, 28)


@given(begin=DATES, length=st.integers(min_value=1, max_value=90))
def test_a_covered_term_is_what_articles_1_and_2_say(
    begin: date, length: int, rekenaar: TermijnRekenaar
) -> None:
    kalender = rekenaar.kalender
    end = begin + timedelta(days=length)
    found = kalender.atw(begin, end)
    last = end
    while not kalender.is_gewoon(last):
        last += DAY
    ordinary = [
        begin + timedelta(days=n) for n in range(1, 40) if kalender.is_gewoon(begin + timedelta(days=n))
    ]
    within = [day for day in ordinary if day <= last]
    assert found == (ordinary[1] if length >= 3 and len(within) < 2 else last)
    assert kalender.is_gewoon(found)
    assert found >= end


@given(
    begin=DATES,
    later=st.integers(0, 40),
    number=st.integers(1, 400),
    unit=st.sampled_from(["dagen", "weken", "maanden"]),
)
def test_an_earlier_start_never_ends_later(
    begin: date, later: int, number: int, unit: str, rekenaar: TermijnRekenaar
) -> None:
    first = rekenaar.vooruit(begin, number, unit, atw=True, uitleg=Uitleg())
    second = rekenaar.vooruit(begin + timedelta(days=later), number, unit, atw=True, uitleg=Uitleg())
    assert first.uiterste_datum <= second.uiterste_datum
    assert first.onverschoven <= second.onverschoven


@given(
    begin=DATES,
    number=st.integers(1, 400),
    unit=st.sampled_from(["dagen", "weken", "maanden", "jaren"]),
    by_law=st.booleans(),
)
def test_the_target_never_follows_the_legal_date_and_only_covered_terms_shift(
    begin: date, number: int, unit: str, by_law: bool, rekenaar: TermijnRekenaar
) -> None:
    uitleg = Uitleg()
    term = rekenaar.vooruit(begin, number, unit, atw=by_law, uitleg=uitleg)
    assert term.streefdatum is not None
    assert term.streefdatum <= term.onverschoven <= term.uiterste_datum
    assert rekenaar.kalender.is_gewoon(term.streefdatum)
    assert term.onverschoven == shift(begin, number, unit)
    limit = {"dagen": 90, "weken": 12, "maanden": 3, "jaren": 0}[unit]
    if by_law and number <= limit:
        assert rekenaar.kalender.is_gewoon(term.uiterste_datum)
    else:
        assert term.uiterste_datum == term.onverschoven


@given(begin=DATES, number=st.integers(1, 60), unit=st.sampled_from(["dagen", "weken", "maanden"]))
def test_the_explanation_names_the_article_that_moved_the_date(
    begin: date, number: int, unit: str, rekenaar: TermijnRekenaar
) -> None:
    uitleg = Uitleg()
    term = rekenaar.vooruit(begin, number, unit, atw=True, uitleg=uitleg)
    named = {regel.id for regel in uitleg.regels}
    assert "termijn.telling" in named or "termijn.maanden" in named
    if term.uiterste_datum != term.onverschoven:
        assert "atw.artikel_1" in named
        assert any("schuift" in zin for zin in uitleg.zinnen)
    if term.uiterste_datum != rekenaar.kalender.eerste_gewone(term.onverschoven):
        assert unit == "maanden" or number <= 90
        assert ("atw.gewone_dagen" in named) == (term.uiterste_datum != term.onverschoven)


@given(begin=DATES, number=st.integers(1, 36), unit=st.sampled_from(["dagen", "weken", "maanden", "jaren"]))
def test_a_term_counted_back_is_never_shifted(
    begin: date, number: int, unit: str, rekenaar: TermijnRekenaar
) -> None:
    term = rekenaar.achteruit(begin, number, unit, Uitleg())
    assert term.uiterste_datum == term.onverschoven == shift(begin, -number, unit)
    assert term.streefdatum is None


def test_a_calendar_is_made_from_the_tables_and_not_from_the_program(regels: RegelSet) -> None:
    assert "feestdag.goede_vrijdag" in regels.ids()
    assert Kalender(regels).feestdag(date(2026, 4, 3)) == "Goede Vrijdag"
