"""The displacement test: which answers are bad, what follows, how long it holds (domain facts 5.5)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkdesk.domain.datums import plus_months
from werkdesk.domain.regels.gevallen import Evaluator

GOOD = {
    "V1": "nee", "V2": "nee", "V3": "nee", "V4": "nee", "V5": "ja", "V6": "ja",
    "Z1": "nee", "Z2": "nee", "Z3": "nee", "Z4": "ja", "Z5": "nee",
}  # fmt: skip
BAD = {question: "ja" if good == "nee" else "nee" for question, good in GOOD.items()}


def _outcome(evaluator: Evaluator, answers: dict[str, str], **more: Any) -> dict[str, Any]:
    invoer = {"antwoorden": {**GOOD, **answers}, "datum_toets": "2026-11-30", **more}
    outcome: dict[str, Any] = evaluator.beoordeel("verdringing", invoer).uitkomst
    return outcome


@pytest.mark.parametrize("question", GOOD)
def test_one_bad_answer_is_displacement_in_v_and_a_closer_look_in_z(
    question: str, evaluator: Evaluator
) -> None:
    found = _outcome(evaluator, {question: BAD[question]})
    assert found["oordeel"] == ("VERDRINGING" if question[0] == "V" else "NADER_ONDERZOEK")
    assert (found["slechte_antwoorden"], found["onbekende_antwoorden"]) == ([question], [])
    unknown = _outcome(evaluator, {question: "onbekend"})
    assert unknown["oordeel"] == "NADER_ONDERZOEK"
    assert (unknown["slechte_antwoorden"], unknown["onbekende_antwoorden"]) == ([], [question])


@given(answers=st.fixed_dictionaries({q: st.sampled_from(["ja", "nee", "onbekend"]) for q in GOOD}))
def test_the_answers_alone_decide_and_are_listed_in_their_order(
    answers: dict[str, str], evaluator: Evaluator
) -> None:
    found = _outcome(evaluator, answers)
    bad = [question for question in GOOD if answers[question] == BAD[question]]
    unknown = [question for question in GOOD if answers[question] == "onbekend"]
    if any(question[0] == "V" for question in bad):
        expected = "VERDRINGING"
    else:
        expected = "NADER_ONDERZOEK" if bad or unknown else "GEEN_VERDRINGING"
    assert found == {
        "oordeel": expected,
        "slechte_antwoorden": bad,
        "onbekende_antwoorden": unknown,
        "geldig_tot": None if expected == "VERDRINGING" else "2027-02-28",
        "nieuwe_toets": None,
        "overeenkomst_afdrukbaar": expected == "GEEN_VERDRINGING",
    }


@given(
    tested=st.dates(date(2026, 1, 1), date(2029, 12, 31)),
    days=st.integers(0, 100),
    answers=st.sampled_from([{}, {"Z1": "ja"}, {"V1": "ja"}]),
    extension=st.booleans(),
)
def test_a_test_holds_three_months_and_never_for_an_extension(
    tested: date, days: int, answers: dict[str, str], extension: bool, evaluator: Evaluator
) -> None:
    begin = tested + timedelta(days=days)
    found = _outcome(
        evaluator,
        answers,
        datum_toets=tested.isoformat(),
        begin_plaatsing=begin.isoformat(),
        verlenging=extension,
    )
    new: bool | None = begin > plus_months(tested, 3)
    if answers.get("V1"):
        new = None
    if extension:
        new = True
    assert found["nieuwe_toets"] is new
    assert found["overeenkomst_afdrukbaar"] is (answers == {} and not new)
