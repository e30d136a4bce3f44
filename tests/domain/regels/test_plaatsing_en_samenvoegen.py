"""How long a place may last, and when two meldingen are one."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkdesk.domain.regels.gevallen import Evaluator
from werkdesk.errors import Refused

CEILINGS = {
    "proefplaats": (2, 6),
    "participatieplaats": (24, 36, 48),
    "WEP": (3, 6),
    "leerwerkstage": (6,),
    "LKS_forfaitair": (6,),
}
"""Months without and with each extension (domain facts 5.1)."""


def _plaatsing(evaluator: Evaluator, **invoer: Any) -> Any:
    return evaluator.beoordeel("plaatsing", invoer).uitkomst


@pytest.mark.parametrize("instrument", sorted(CEILINGS))
def test_a_place_from_the_first_ends_on_the_last_of_a_month(instrument: str, evaluator: Evaluator) -> None:
    found = _plaatsing(evaluator, instrument=instrument, begin="2026-01-01")
    ends = [
        date(2026 + months // 12, months % 12 + 1, 1) - timedelta(days=1) for months in CEILINGS[instrument]
    ]
    assert [found["laatste_dag"], *found["laatste_dagen_verlengd"]] == [day.isoformat() for day in ends]
    assert found["oordeel"] is None


@pytest.mark.parametrize("instrument", sorted(CEILINGS))
@given(begin=st.dates(date(2024, 1, 1), date(2035, 12, 31)))
def test_the_last_day_itself_is_within_and_the_day_after_is_not(
    instrument: str, begin: date, evaluator: Evaluator
) -> None:
    bare = _plaatsing(evaluator, instrument=instrument, begin=begin.isoformat())
    first = date.fromisoformat(bare["laatste_dag"])
    ceiling = date.fromisoformat([bare["laatste_dag"], *bare["laatste_dagen_verlengd"]][-1])
    beyond = "MET_VERLENGING" if ceiling > first else "BOVEN_PLAFOND"
    for day, verdict in [
        (begin, "BINNEN"),
        (first, "BINNEN"),
        (first + timedelta(days=1), beyond),
        (ceiling, "MET_VERLENGING" if ceiling > first else "BINNEN"),
        (ceiling + timedelta(days=1), "BOVEN_PLAFOND"),
    ]:
        found = _plaatsing(evaluator, instrument=instrument, begin=begin.isoformat(), einde=day.isoformat())
        assert found == {**bare, "oordeel": verdict}


@pytest.mark.parametrize(
    ("begin", "last"),
    [("2026-12-31", "2027-02-27"), ("2027-12-31", "2028-02-28"), ("2026-07-31", "2026-09-29")],
)
def test_two_months_from_the_end_of_a_month_end_a_day_before_the_shorter_one(
    begin: str, last: str, evaluator: Evaluator
) -> None:
    assert _plaatsing(evaluator, instrument="proefplaats", begin=begin)["laatste_dag"] == last


def _samen(evaluator: Evaluator, een: dict[str, Any], ander: dict[str, Any]) -> Any:
    bare = {
        "balie": "1",
        "moment": "2026-11-03T10:00:00+01:00",
        "gesynchroniseerd_op": "2026-11-06T08:00:00+01:00",
        "geslachtsnaam": "Hof",
        "geboortedatum": "19850312",
    }
    meldingen = [{**bare, "id": "A", **een}, {**bare, "id": "B", **ander}]
    return evaluator.beoordeel("samenvoegen", {"meldingen": meldingen}).uitkomst


def test_the_earliest_moment_counts_whatever_zone_it_is_written_in(evaluator: Evaluator) -> None:
    later, earlier = {"moment": "2026-11-03T10:00:00Z"}, {"moment": "2026-11-03T10:30:00+01:00"}
    assert _samen(evaluator, later, earlier)["eerste"] == "B"
    assert _samen(evaluator, earlier, later)["eerste"] == "A"
    same = {"moment": "2026-11-03T09:30:00Z"}
    assert _samen(evaluator, {**earlier, "id": "Z"}, same)["eerste"] == "B"


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-11-03T22:59:59Z", "2026-11-03"),
        ("2026-11-03T23:00:00Z", "2026-11-04"),
        ("2026-06-03T21:59:59Z", "2026-06-03"),
        ("2026-06-03T22:00:00Z", "2026-06-04"),
        ("2026-10-24T22:00:00Z", "2026-10-25"),
        ("2026-10-25T22:59:59Z", "2026-10-25"),
        ("2026-11-04T08:59:59+10:00", "2026-11-03"),
    ],
)
def test_the_day_is_the_calendar_day_in_the_netherlands(moment: str, day: str, evaluator: Evaluator) -> None:
    found = _samen(evaluator, {"moment": moment}, {"moment": "2027-01-01T12:00:00Z"})
    assert (found["meldingsdatum"], found["meldingsdata"]) == (day, {"A": day, "B": "2027-01-01"})


@pytest.mark.parametrize(
    ("een", "ander", "answer", "ground"),
    [
        ({"bsn": "999990019"}, {"bsn": "9999.900.19", "geslachtsnaam": "Anders"}, "JA", "bsn"),
        ({"bsn": "10000008"}, {"bsn": "010000008"}, "JA", "bsn"),
        ({"bsn": "999990019"}, {"bsn": "111222333"}, "NEE", None),
        ({"bsn": "999990019"}, {}, "JA", "naam_en_geboortedatum"),
        ({"bsn": None}, {"bsn": "999990019", "geslachtsnaam": "Hofman"}, "NEE", None),
        ({"geslachtsnaam": "Łukasik"}, {"geslachtsnaam": "LUKASIK"}, "JA", "naam_en_geboortedatum"),
        ({"geslachtsnaam": "Müller"}, {"geslachtsnaam": "Mu\u0308ller"}, "JA", "naam_en_geboortedatum"),
    ],
)
def test_one_bsn_alone_decides_nothing(
    een: dict[str, Any], ander: dict[str, Any], answer: str, ground: str | None, evaluator: Evaluator
) -> None:
    found = _samen(evaluator, een, ander)
    assert (found["samenvoegen"], found["grond"]) == (answer, ground)


@pytest.mark.parametrize("number", [0, 1, 3])
def test_two_meldingen_are_compared_and_no_other_number(number: int, evaluator: Evaluator) -> None:
    with pytest.raises(Refused) as refused:
        evaluator.beoordeel("samenvoegen", {"meldingen": [{"id": "A"}] * number})
    assert (refused.value.code, refused.value.field) == ("veld.ongeldig", "meldingen")
