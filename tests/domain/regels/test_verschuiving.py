"""A date that people moved after an outage: later only, by decision only, and never lost again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from werkdesk.domain.regels.verschuiving import (
    VERSCHUIVING,
    Verschuivingsbesluit,
    behoud_verschuiving,
    verschuif,
)
from werkdesk.domain.termijn import RegelVerwijzing, Termijn
from werkdesk.errors import Refused

RULE = RegelVerwijzing(regel="D06", versie="1994-01-01", bron="Awb 4:13 lid 2")
TERM = Termijn(
    code="D06",
    naam="Besluit op de aanvraag",
    begin=date(2026, 10, 5),
    uiterste_datum=date(2026, 11, 30),
    streefdatum=date(2026, 11, 30),
    regels=(RULE,),
    uitleg=("Acht weken.",),
)


def _besluit(day: date, on: date, reden: str = "Storing.", door: str = "teamleider") -> Verschuivingsbesluit:
    return Verschuivingsbesluit(
        nieuwe_datum=day, besloten_op=on, besloten_door=door, reden=reden, bron="werkafspraak storing"
    )


MOVED = verschuif(TERM, _besluit(date(2026, 12, 4), date(2026, 11, 27)))


def test_a_moved_date_names_the_decision_and_keeps_the_rules_before_it() -> None:
    assert (MOVED.uiterste_datum, MOVED.streefdatum) == (date(2026, 12, 4), TERM.streefdatum)
    assert MOVED.regels[0] is RULE
    assert (MOVED.regels[1].regel, MOVED.regels[1].versie) == (VERSCHUIVING, "2026-11-27")
    assert "was 30 november 2026" in MOVED.uitleg[-1]


@pytest.mark.parametrize("day", [date(2026, 11, 29), date(2026, 11, 30)])
def test_a_decision_never_shortens_a_term(day: date) -> None:
    with pytest.raises(Refused, match=r"verschuiving\.datum"):
        verschuif(TERM, _besluit(day, date(2026, 11, 27)))


@pytest.mark.parametrize(("reden", "door"), [(" ", "teamleider"), ("Storing.", " ")])
def test_a_decision_without_a_reason_or_a_name_moves_nothing(reden: str, door: str) -> None:
    with pytest.raises(Refused, match=r"verschuiving\.reden"):
        verschuif(TERM, _besluit(date(2026, 12, 4), date(2026, 11, 27), reden, door))


@pytest.mark.parametrize("code", ["D01", "PW41-6"])
def test_a_first_day_is_never_moved_to_a_later_one(code: str) -> None:
    with pytest.raises(Refused, match=r"verschuiving\.eerste_dag"):
        verschuif(replace(TERM, code=code), _besluit(date(2026, 12, 4), date(2026, 11, 27)))


def test_a_date_computed_anew_is_not_earlier_than_the_one_that_was_decided() -> None:
    (kept,) = behoud_verschuiving((MOVED,), (replace(TERM, uiterste_datum=date(2026, 12, 1)),))
    assert kept.uiterste_datum == date(2026, 12, 4)
    assert kept.regels == MOVED.regels
    assert kept.uitleg[-1].endswith("de laatste dag blijft 4 december 2026.")
    (again,) = behoud_verschuiving((kept,), (TERM,))
    assert again.uiterste_datum == date(2026, 12, 4)


@pytest.mark.parametrize("day", [date(2026, 12, 4), date(2026, 12, 11)])
def test_a_later_date_of_the_law_goes_before_a_decision(day: date) -> None:
    later = replace(TERM, uiterste_datum=day)
    assert behoud_verschuiving((MOVED,), (later,)) == (later,)


def test_without_a_decision_the_new_date_counts_also_when_it_is_earlier() -> None:
    earlier = replace(TERM, uiterste_datum=date(2026, 11, 2))
    assert behoud_verschuiving((TERM,), (earlier,)) == (earlier,)
    other = replace(MOVED, code="D07")
    assert behoud_verschuiving((other,), (earlier,)) == (earlier,)


def test_a_date_that_was_moved_twice_keeps_both_decisions() -> None:
    twice = verschuif(MOVED, _besluit(date(2026, 12, 11), date(2026, 12, 3)))
    (kept,) = behoud_verschuiving((twice,), (TERM,))
    assert kept.uiterste_datum == date(2026, 12, 11)
    assert [rule.versie for rule in kept.regels if rule.regel == VERSCHUIVING] == ["2026-11-27", "2026-12-03"]
