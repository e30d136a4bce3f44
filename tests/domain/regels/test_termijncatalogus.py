"""Every term of the catalogue against a plain second reading of it, with the holidays of a library."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from typing import Any

import holidays
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from werkdesk.domain.regels.gevallen import Evaluator

DAY = timedelta(days=1)

TERMS = {
    "D03": ("meldingsdatum", 4, "weken", True),
    "D04": ("aanvraagdatum", 4, "weken", True),
    "D06": ("ontvangstdatum", 8, "weken", True),
    "D07": ("ontvangstdatum", 8, "weken", True),
    "D09": ("vanaf", 4, "weken", True),
    "D10": ("bekendgemaakt_op", 6, "weken", True),
    "D12": ("aanvraagdatum", 8, "weken", True),
    "D13": ("loonwaarde_vastgesteld_op", 5, "weken", True),
    "D14": ("verzuim_op", 8, "weken", True),
    "D15 effect": ("begin", 9, "maanden", False),
    "D15 stop": ("begin", 12, "maanden", False),
    "D17": ("einde_uitkering", 12, "maanden", False),
    "D18": ("besluit_op", 3, "maanden", True),
}
"""Start fact, length, and whether the Algemene termijnenwet may shift the end (domain facts 2.3)."""
BACKWARDS = {"PW41-6": ("ww_einde", 4, "weken"), "PW44-5": ("meldingsdatum", 3, "maanden")}


@cache
def days_off(year: int) -> frozenset[date]:
    """Good Friday is optional in the library, and 5 May is one only every five years (Atw 3 counts both)."""
    library = holidays.country_holidays("NL", years=year, categories=("public", "optional"))
    return frozenset(library) | {date(year, 5, 5)}


def is_ordinary(day: date, decreed: frozenset[date] = frozenset()) -> bool:
    return day.weekday() < 5 and day not in days_off(day.year) and day not in decreed


NEAR_DAYS_OFF = st.builds(
    lambda day, back: day - timedelta(days=back),
    st.integers(2026, 2035).flatmap(lambda year: st.sampled_from(sorted(days_off(year)))),
    st.sampled_from([0, 1, 2, 3, 4, 5, 14, 28, 35, 42, 56, 84, 90]),
)
STARTS = NEAR_DAYS_OFF | st.dates(date(2026, 1, 1), date(2035, 9, 30))


def facts(name: str, begin: date) -> dict[str, Any]:
    code, *step = name.split()
    found = {"code": code, TERMS[name][0]: begin.isoformat()}
    return {**found, "stap": step[0]} if step else found


def dates(evaluator: Evaluator, invoer: dict[str, Any]) -> tuple[date, date, date | None]:
    """Unshifted, legal and target date."""
    found = evaluator.beoordeel("termijn", invoer).uitkomst
    target = found["streefdatum"]
    return (
        date.fromisoformat(found["onverschoven"]),
        date.fromisoformat(found["uiterste_datum"]),
        date.fromisoformat(target) if target else None,
    )


def check_length(begin: date, end: date, number: int, unit: str) -> None:
    """The end lies that many whole weeks on, or has the day number of the start in the right month."""
    if unit == "weken":
        assert end - begin == timedelta(weeks=number)
        return
    months = (end.year - begin.year) * 12 + end.month - begin.month
    last = monthrange(end.year, end.month)[1]
    assert (months, end.day) == (number, begin.day if begin.day <= last else last)


def check_legal(begin: date, plain: date, legal: date, decreed: frozenset[date]) -> None:
    """Atw 1 and 2 in their own words, and no day more than they give."""
    short = (plain - begin).days < 3

    def will_do(last: date) -> bool:
        within = [begin + n * DAY for n in range(1, (last - begin).days + 1)]
        enough = short or sum(is_ordinary(day, decreed) for day in within) >= 2
        return is_ordinary(last, decreed) and enough

    assert will_do(legal)
    assert legal >= plain
    assert not any(will_do(plain + n * DAY) for n in range((legal - plain).days))


@pytest.mark.parametrize("name", sorted(TERMS))
@given(begin=STARTS, decreed=st.lists(st.integers(-3, 90), max_size=6))
def test_a_term_of_the_catalogue_ends_where_the_law_says(
    name: str, begin: date, decreed: list[int], evaluator: Evaluator
) -> None:
    _, number, unit, covered = TERMS[name]
    off = frozenset(begin + timedelta(days=days) for days in decreed)
    extra = {"aangewezen_dagen": [day.isoformat() for day in sorted(off)]}
    plain, legal, target = dates(evaluator, facts(name, begin) | extra)
    check_length(begin, plain, number, unit)
    if covered:
        check_legal(begin, plain, legal, off)
    else:
        assert legal == plain
    assert target is not None
    assert target <= plain <= legal
    assert is_ordinary(target, off)
    assert not any(is_ordinary(target + n * DAY, off) for n in range(1, (plain - target).days + 1))


@pytest.mark.parametrize("name", sorted(TERMS))
@given(begin=STARTS, later=st.integers(1, 10))
def test_an_earlier_start_never_gives_a_later_end(
    name: str, begin: date, later: int, evaluator: Evaluator
) -> None:
    first = dates(evaluator, facts(name, begin))
    second = dates(evaluator, facts(name, begin + timedelta(days=later)))
    assert all(
        one is not None and other is not None and one <= other
        for one, other in zip(first, second, strict=True)
    )


@pytest.mark.parametrize("code", sorted(BACKWARDS))
@given(begin=st.dates(date(2026, 1, 1), date(2035, 12, 31)))
@example(begin=date(2026, 5, 31))
@example(begin=date(2028, 5, 29))
def test_a_term_of_the_catalogue_counted_back_is_a_first_day(
    code: str, begin: date, evaluator: Evaluator
) -> None:
    field, number, unit = BACKWARDS[code]
    plain, legal, target = dates(evaluator, {"code": code, field: begin.isoformat()})
    assert (legal, target) == (plain, None)
    if unit == "weken":
        assert begin - plain == timedelta(weeks=number)
    else:
        last = monthrange(plain.year, plain.month)[1]
        assert (begin.year - plain.year) * 12 + begin.month - plain.month == number
        assert plain.day == min(begin.day, last)


@given(begin=NEAR_DAYS_OFF, length=st.integers(1, 6))
@example(begin=date(2026, 4, 2), length=3)
@example(begin=date(2026, 4, 3), length=2)
@example(begin=date(2026, 12, 24), length=3)
def test_a_short_term_holds_two_ordinary_days_from_three_days_on(
    begin: date, length: int, evaluator: Evaluator
) -> None:
    invoer = {"code": "ALG", "vanaf": begin.isoformat(), "aantal": length, "eenheid": "dagen"}
    plain, legal, _ = dates(evaluator, invoer)
    assert plain == begin + timedelta(days=length)
    check_legal(begin, plain, legal, frozenset())


@pytest.mark.parametrize(
    ("number", "unit", "vanaf", "plain", "legal"),
    [
        (90, "dagen", "2026-01-03", "2026-04-03", "2026-04-07"),
        (91, "dagen", "2026-01-02", "2026-04-03", "2026-04-03"),
        (12, "weken", "2026-01-09", "2026-04-03", "2026-04-07"),
        (13, "weken", "2026-01-02", "2026-04-03", "2026-04-03"),
        (3, "maanden", "2026-01-03", "2026-04-03", "2026-04-07"),
        (4, "maanden", "2026-01-05", "2026-05-05", "2026-05-05"),
        (1, "jaren", "2025-05-05", "2026-05-05", "2026-05-05"),
    ],
)
def test_a_long_term_is_not_shifted(
    number: int, unit: str, vanaf: str, plain: str, legal: str, evaluator: Evaluator
) -> None:
    invoer = {"code": "ALG", "vanaf": vanaf, "aantal": number, "eenheid": unit}
    found = evaluator.beoordeel("termijn", invoer).uitkomst
    assert (found["onverschoven"], found["uiterste_datum"]) == (plain, legal)


@pytest.mark.parametrize(
    ("vanaf", "number", "unit", "richting", "plain"),
    [
        ("2026-01-31", 1, "maanden", "vooruit", "2026-02-28"),
        ("2028-01-31", 1, "maanden", "vooruit", "2028-02-29"),
        ("2026-03-31", 1, "maanden", "vooruit", "2026-04-30"),
        ("2026-02-28", 1, "maanden", "vooruit", "2026-03-28"),
        ("2026-08-31", 18, "maanden", "vooruit", "2028-02-29"),
        ("2028-02-29", 1, "jaren", "vooruit", "2029-02-28"),
        ("2028-02-29", 4, "jaren", "vooruit", "2032-02-29"),
        ("2026-03-31", 1, "maanden", "achteruit", "2026-02-28"),
        ("2028-03-30", 1, "maanden", "achteruit", "2028-02-29"),
        ("2026-01-31", 2, "maanden", "achteruit", "2025-11-30"),
    ],
)
def test_a_month_ends_on_its_day_number_or_on_the_last_day_of_a_shorter_one(
    vanaf: str, number: int, unit: str, richting: str, plain: str, evaluator: Evaluator
) -> None:
    invoer = {"code": "ALG", "vanaf": vanaf, "aantal": number, "eenheid": unit, "richting": richting}
    assert evaluator.beoordeel("termijn", invoer).uitkomst["onverschoven"] == plain


@given(begin=STARTS, number=st.integers(2, 30))
def test_a_repeated_advance_stays_a_term_of_four_weeks(
    begin: date, number: int, evaluator: Evaluator
) -> None:
    invoer = {"code": "D05", "aanvraagdatum": begin.isoformat(), "volgnummer": number}
    plain, legal, _ = dates(evaluator, invoer)
    assert plain == begin + timedelta(weeks=4 * number)
    check_legal(begin, plain, legal, frozenset())


@given(begin=STARTS, number=st.integers(1, 8))
def test_a_premium_is_counted_from_the_begin_and_never_chained(
    begin: date, number: int, evaluator: Evaluator
) -> None:
    invoer = {"code": "D16", "begin": begin.isoformat(), "volgnummer": number}
    plain, legal, _ = dates(evaluator, invoer)
    check_length(begin, plain, 6 * number, "maanden")
    assert legal == plain


@given(begin=STARTS, parts=st.lists(st.tuples(st.integers(0, 20), st.integers(0, 30)), max_size=4))
@example(begin=date(2026, 6, 2), parts=[(0, 0)])
@example(begin=date(2026, 6, 2), parts=[(0, 1), (0, 5)])
def test_suspended_days_are_those_between_and_the_end_shifts_once(
    begin: date, parts: list[tuple[int, int]], evaluator: Evaluator
) -> None:
    suspensions, between, day = [], 0, begin
    for pause, length in parts:
        sent = day + timedelta(days=pause)
        day = sent + timedelta(days=length)
        suspensions.append({"verzonden_op": sent.isoformat(), "einde": day.isoformat()})
        between += sum(sent < sent + n * DAY < day for n in range(length))
    invoer = {"code": "D06", "ontvangstdatum": begin.isoformat(), "opschortingen": suspensions}
    plain, legal, _ = dates(evaluator, invoer)
    assert evaluator.beoordeel("termijn", invoer).uitkomst["opgeschorte_dagen"] == between
    assert plain == begin + timedelta(days=56 + between)
    check_legal(begin, plain, legal, frozenset())


@given(sent=STARTS, length=st.none() | st.integers(1, 60))
def test_the_last_day_to_complete_is_the_next_ordinary_day(
    sent: date, length: int | None, evaluator: Evaluator
) -> None:
    invoer = {"code": "D08", "verzonden_op": sent.isoformat(), "dagen": length}
    plain, chosen, target = dates(evaluator, invoer)
    assert plain == sent + timedelta(days=14 if length is None else length)
    assert is_ordinary(chosen)
    assert not any(is_ordinary(plain + n * DAY) for n in range((chosen - plain).days))
    assert target is not None
    assert target <= plain <= chosen


@given(known=STARTS, decreed=st.lists(st.integers(38, 50), max_size=5), field=st.booleans())
def test_the_term_to_object_is_that_of_d10(
    known: date, decreed: list[int], field: bool, evaluator: Evaluator
) -> None:
    off = [(known + timedelta(days=days)).isoformat() for days in decreed]
    alone = dates(evaluator, {"code": "D10", "bekendgemaakt_op": known.isoformat(), "aangewezen_dagen": off})
    invoer = {
        "brief": "L07",
        "uitgereikt_op" if field else "verzonden_op": known.isoformat(),
        "aangewezen_dagen": off,
    }
    assert evaluator.beoordeel("bezwaar", invoer).uitkomst == {
        "bezwaarclausule": True,
        "eerste_dag": (known + DAY).isoformat(),
        "onverschoven": alone[0].isoformat(),
        "laatste_dag": alone[1].isoformat(),
    }


@pytest.mark.parametrize("brief", [f"L{number:02}" for number in range(1, 17)])
def test_only_a_besluit_that_was_made_known_can_be_objected_to(brief: str, evaluator: Evaluator) -> None:
    sent = evaluator.beoordeel("bezwaar", {"brief": brief, "verzonden_op": "2026-10-12"}).uitkomst
    kept = evaluator.beoordeel("bezwaar", {"brief": brief, "afgedrukt_op": "2026-10-12"}).uitkomst
    besluit = brief in {"L07", "L09", "L12", "L13", "L14"}
    assert sent["bezwaarclausule"] is kept["bezwaarclausule"] is besluit
    assert sent["laatste_dag"] == ("2026-11-23" if besluit else None)
    assert kept["eerste_dag"] is kept["onverschoven"] is kept["laatste_dag"] is None
