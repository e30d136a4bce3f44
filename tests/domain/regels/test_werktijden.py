"""Working days of the counter are not the ordinary days of the Algemene termijnenwet."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from werkdesk.domain.belpoging import Dagdeel
from werkdesk.domain.regels.kalender import Kalender
from werkdesk.domain.regels.lezen import load_tables
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.regels.werktijden import Werktijden
from werkdesk.errors import Refused

GOEDE_VRIJDAG, BEVRIJDINGSDAG = date(2027, 3, 26), date(2027, 5, 5)


@pytest.fixture
def tijden(regels: RegelSet) -> Werktijden:
    return Werktijden(regels)


@pytest.mark.parametrize("day", [GOEDE_VRIJDAG, BEVRIJDINGSDAG])
def test_the_counter_is_open_on_days_that_the_law_does_not_count(
    day: date, tijden: Werktijden, regels: RegelSet
) -> None:
    assert not Kalender(regels).is_gewoon(day)
    assert tijden.is_werkdag(day)


@pytest.mark.parametrize(
    "day", [date(2026, 12, 25), date(2027, 3, 29), date(2026, 11, 21), date(2027, 4, 27)]
)
def test_the_counter_is_closed_on_holidays_and_in_weekends(day: date, tijden: Werktijden) -> None:
    assert not tijden.is_werkdag(day)


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        (datetime(2026, 11, 23, 8, 0, tzinfo=UTC), True),  # Monday, 9.00 in Amsterdam
        (datetime(2026, 11, 23, 7, 59, tzinfo=UTC), False),
        (datetime(2026, 11, 23, 15, 59, tzinfo=UTC), True),
        (datetime(2026, 11, 23, 16, 0, tzinfo=UTC), False),  # the last hour is not part of the day
        (datetime(2026, 11, 29, 10, 0, tzinfo=UTC), False),  # a Sunday
        (datetime(2026, 12, 25, 10, 0, tzinfo=UTC), False),
    ],
)
def test_somebody_is_there_in_the_hours_of_the_table(
    moment: datetime, is_open: bool, tijden: Werktijden
) -> None:
    assert tijden.is_open(moment) is is_open


def test_working_days_are_counted_past_weekend_and_christmas(tijden: Werktijden) -> None:
    assert tijden.na(date(2026, 12, 23), 2) == date(2026, 12, 28)  # Christmas is a Friday
    assert tijden.na(date(2026, 11, 20), 0) == date(2026, 11, 20)
    assert tijden.eerste(date(2026, 11, 21)) == date(2026, 11, 23)
    assert tijden.tussen(date(2026, 11, 20), date(2026, 11, 24)) == 2
    assert tijden.tussen(date(2026, 11, 24), date(2026, 11, 20)) == 0


@pytest.mark.parametrize(
    ("hour", "minute", "part"),
    [(8, 0, "ochtend"), (10, 59, "ochtend"), (11, 0, "middag"), (15, 59, "middag"), (16, 0, "avond")],
)
def test_parts_of_the_day_follow_the_clock_on_the_wall(
    hour: int, minute: int, part: str, tijden: Werktijden
) -> None:
    assert tijden.dagdeel(datetime(2026, 11, 23, hour, minute, tzinfo=UTC)) is Dagdeel(part)


@pytest.mark.parametrize(
    ("id_", "eenheid", "waarde"),
    [
        ("werktijd.maandag", "tijdvakken", '["9:00-12:00"]'),
        ("werktijd.maandag", "tijdvakken", '["09:00-12:00", "11:00-13:00"]'),
        ("werktijd.maandag", "tijdvakken", '["12:00-09:00"]'),
        ("werktijd.dagdelen", "tijden", '["17:00", "12:00"]'),
        ("werktijd.dagdelen", "tijden", '["12:00"]'),
        ("werktijd.dagdelen", "tijden", '["12:00", "25:00"]'),
    ],
)
def test_hours_that_cannot_be_are_refused(id_: str, eenheid: str, waarde: str, regels: RegelSet) -> None:
    text = f"""tabel = "proef"
versie = 2026-12-01

[[regel]]
id = "{id_}"
naam = "proef"
waarde = {waarde}
eenheid = "{eenheid}"
geldig_vanaf = 2015-01-01
peildatum = "datum"
bron = {{ wet = "werkafspraak" }}
zekerheid = "aanname"
"""
    with pytest.raises(Refused, match=r"regels\.waarde") as caught:
        load_tables({"proef.toml": text.encode()}, regels)
    assert (caught.value.details["bestand"], caught.value.details["regelnummer"]) == ("proef.toml", 7)


def test_an_office_that_never_opens_does_not_count_for_ever(regels: RegelSet) -> None:
    days = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag")
    text = 'tabel = "proef"\nversie = 2026-12-01\n' + "".join(
        f"""
[[regel]]
id = "werktijd.{day}"
naam = "dicht"
waarde = []
eenheid = "tijdvakken"
geldig_vanaf = 2015-01-01
peildatum = "datum"
bron = {{ wet = "werkafspraak" }}
zekerheid = "aanname"
"""
        for day in days
    )
    closed = Werktijden(load_tables({"proef.toml": text.encode()}, regels))
    assert closed.na(date(2026, 11, 23), 2) == date(2026, 11, 25)
