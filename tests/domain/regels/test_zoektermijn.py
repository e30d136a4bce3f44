"""The search period against a naive reading: try every day that a birth date may stand for."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkdesk.domain.regels.gevallen import Evaluator

GROUNDS = ("geen", "onbekend", "pro_vso", "lks_doelgroep", "medische_urenbeperking", "andere_omstandigheden")
BY_LAW = GROUNDS[2:5]
FOUR_WEEKS = timedelta(days=28)


@st.composite
def _invoer(draw: st.DrawFn) -> dict[str, Any]:
    melding = draw(st.dates(date(2025, 10, 1), date(2028, 12, 31)))
    aanvraag = draw(st.none() | st.integers(0, 90).map(lambda days: melding + timedelta(days=days)))
    personen = []
    for _ in range(draw(st.integers(1, 2))):
        around = melding + timedelta(days=draw(st.integers(-500, 500)))
        born = date(
            around.year - 27, around.month, min(around.day, monthrange(around.year - 27, around.month)[1])
        )
        known = draw(st.sampled_from(["%Y%m%d", "%Y%m%d", "%Y%m00", "%Y0000", "00000000"]))
        person = {"geboortedatum": born.strftime(known), "uitzondering": draw(st.sampled_from(GROUNDS))}
        if draw(st.booleans()):
            left = (aanvraag or melding) - timedelta(
                days=draw(st.sampled_from([0, 300, 364, 365, 366, 367, 400]))
            )
            person["uitgeschreven_op"] = left.isoformat()
        personen.append(person)
    invoer: dict[str, Any] = {"meldingsdatum": melding.isoformat(), "personen": personen}
    return invoer | ({"aanvraagdatum": aanvraag.isoformat()} if aanvraag else {})


def _possible(brp: str) -> list[date] | None:
    """Every day the birth date may stand for; ``None`` for any day at all."""
    year, month, day = int(brp[:4]), int(brp[4:6]), int(brp[6:])
    if not year:
        return None
    months = [month] if month else range(1, 13)
    return [
        date(year, m, d)
        for m in months
        for d in ([day] if day else range(1, monthrange(year, m)[1] + 1))
    ]  # fmt: skip


def _27_on(born: date) -> date:
    if (born.month, born.day) == (2, 29) and monthrange(born.year + 27, 2)[1] == 28:
        return date(born.year + 27, 3, 1)
    return born.replace(year=born.year + 27)


def _year_before(day: date) -> date:
    return date(day.year - 1, day.month, min(day.day, monthrange(day.year - 1, day.month)[1]))


def _test(brp: str, melding: date) -> str:
    days = _possible(brp)
    if days is None:
        return "ONBEKEND"
    younger = {_27_on(born) > melding for born in days}
    return "ONBEKEND" if len(younger) == 2 else "JA" if younger.pop() else "NEE"


def _ground(person: dict[str, str], reference: date) -> str:
    left = person.get("uitgeschreven_op")
    if person["uitzondering"] == "pro_vso" and left and date.fromisoformat(left) < _year_before(reference):
        return "geen"
    return person["uitzondering"]


def _expected(invoer: dict[str, Any]) -> tuple[str, str, str | None, str, bool]:
    melding = date.fromisoformat(invoer["meldingsdatum"])
    reference = date.fromisoformat(invoer.get("aanvraagdatum", invoer["meldingsdatum"]))
    personen = invoer["personen"]
    tests = [_test(person["geboortedatum"], melding) for person in personen]
    grounds = [_ground(person, reference) for person in personen]
    by_law = [ground for ground in grounds if ground in BY_LAW]
    if "NEE" in tests:
        answer, reason = "NEE", "27_of_ouder"
    elif by_law:
        answer, reason = "NEE", by_law[0]
    elif "ONBEKEND" in tests:
        answer, reason = "ONBEKEND", "leeftijd_onbekend"
    elif "onbekend" in grounds:
        answer, reason = "ONBEKEND", "uitzondering_onbekend"
    else:
        answer, reason = "JA", "jonger_dan_27"
    first: str | None = melding.isoformat() if answer == "NEE" else None
    if answer == "JA":
        latest = melding + FOUR_WEEKS
        each = [
            {min(latest, _27_on(born)) for born in _possible(person["geboortedatum"]) or []}
            for person in personen
        ]
        days = {min(couple) for couple in product(*each)}
        first = days.pop().isoformat() if len(days) == 1 else None
    papers = "onbekend"
    if answer == "JA":
        papers = "bij_aanvraag"
    elif answer == "NEE" and "JA" in tests:
        papers = "voor_datum"
    elif answer == "NEE" and set(tests) == {"NEE"}:
        papers = "niet_nodig"
    early = any(
        test != "NEE" and ground == "andere_omstandigheden"
        for test, ground in zip(tests, grounds, strict=True)
    )
    return answer, reason, first, papers, early and answer != "NEE" and melding >= date(2026, 1, 1)


@given(invoer=_invoer())
def test_the_search_period_is_what_every_possible_birth_date_says(
    invoer: dict[str, Any], evaluator: Evaluator
) -> None:
    found = evaluator.beoordeel("zoektermijn", invoer).uitkomst
    stukken = found["schoolstukken"]
    assert _expected(invoer) == (
        found["zoektermijn"],
        found["reden"],
        found["eerste_aanvraagdatum"],
        stukken["wanneer"],
        found["vervroeging_mogelijk"],
    )
    d03 = evaluator.beoordeel("termijn", {"code": "D03", "meldingsdatum": invoer["meldingsdatum"]}).uitkomst
    assert stukken["uiterste_datum"] == (
        d03["uiterste_datum"] if stukken["wanneer"] == "voor_datum" else None
    )


@pytest.mark.parametrize(
    ("melding", "aanvraag", "left", "holds"),
    [
        ("2026-10-11", "2026-11-10", "2025-11-10", True),
        ("2026-10-11", "2026-11-10", "2025-11-09", False),
        ("2026-11-10", None, "2025-11-10", True),
        ("2026-11-10", None, "2025-11-09", False),
        ("2028-02-29", None, "2027-02-28", True),
        ("2028-02-29", None, "2027-02-27", False),
        ("2026-11-10", None, None, True),
    ],
)
def test_a_school_left_exactly_a_year_ago_still_counts(
    melding: str, aanvraag: str | None, left: str | None, holds: bool, evaluator: Evaluator
) -> None:
    person = {"geboortedatum": "20080301", "uitzondering": "pro_vso", "uitgeschreven_op": left}
    invoer = {"meldingsdatum": melding, "aanvraagdatum": aanvraag, "personen": [person]}
    answer = evaluator.beoordeel("zoektermijn", invoer).uitkomst
    assert (answer["zoektermijn"], answer["reden"]) == (
        ("NEE", "pro_vso") if holds else ("JA", "jonger_dan_27")
    )


@pytest.mark.parametrize(
    ("melding", "born", "first"),
    [
        ("2026-11-02", ["19991115"], "2026-11-15"),
        ("2026-11-02", ["19991130"], "2026-11-30"),
        ("2026-11-02", ["19991201"], "2026-11-30"),
        ("2026-11-02", ["19991200"], "2026-11-30"),
        ("2026-11-03", ["19991200"], "2026-12-01"),
        ("2026-11-04", ["19991200"], None),
        ("2026-10-31", ["19991100"], None),
        ("2026-10-31", ["19991105", "19991100"], None),
        ("2026-11-02", ["19991201", "20020000"], "2026-11-30"),
    ],
)
def test_a_birthday_that_may_fall_in_the_four_weeks_decides_the_first_day(
    melding: str, born: list[str], first: str | None, evaluator: Evaluator
) -> None:
    invoer = {"meldingsdatum": melding, "personen": [{"geboortedatum": day} for day in born]}
    answer = evaluator.beoordeel("zoektermijn", invoer).uitkomst
    assert (answer["zoektermijn"], answer["eerste_aanvraagdatum"]) == ("JA", first)


def test_days_between_two_birthdays_make_no_difference_when_one_is_certain_and_first(
    evaluator: Evaluator,
) -> None:
    people = [{"geboortedatum": "19991103"}, {"geboortedatum": "19991200"}]
    answer = evaluator.beoordeel("zoektermijn", {"meldingsdatum": "2026-11-02", "personen": people}).uitkomst
    assert answer["eerste_aanvraagdatum"] == "2026-11-03"
