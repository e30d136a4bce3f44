"""Questions as people type them, about people who are really there. Everybody is fictitious."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from werkdesk.bench.queries import Question, keystrokes, make_questions
from werkdesk.bench.search import is_found
from werkdesk.domain.klant import Klant
from werkdesk.fictief.personen import make_people
from werkdesk.usecases.overzichten import KlantHit


@pytest.fixture(scope="module")
def people() -> list[Klant]:
    return list(make_people(7, 400, date(2026, 11, 23)))


def test_every_key_but_a_space_asks_something() -> None:
    assert list(keystrokes("de b")) == ["d", "de", "de b"]


def test_every_kind_of_question_is_asked_equally_often(people: list[Klant]) -> None:
    kinds = [question.soort for question in make_questions(7, people, (), 5)]
    assert {kind: kinds.count(kind) for kind in kinds} == dict.fromkeys(set(kinds), 5)
    assert len(set(kinds)) == 12


def test_the_same_seed_asks_the_same(people: list[Klant]) -> None:
    assert make_questions(7, people, (), 3) == make_questions(7, people, (), 3)


def test_a_typing_error_is_one_and_not_none(people: list[Klant]) -> None:
    slips = [q for q in make_questions(7, people, (), 40) if q.soort == "typefout"]
    assert slips
    for slip in slips:
        assert slip.text != slip.achternaam.lower()
        assert abs(len(slip.text) - len(slip.achternaam)) <= 1


def hit(naam: str, number: int) -> KlantHit:
    return KlantHit(
        id=UUID(int=number), naam=naam, geboren="", adres="", bsn="", open_meldingen=0, onverzonden=False
    )


def surnames(klant: UUID) -> set[str]:
    """Number 2 goes by a partner's name, number 3 does not."""
    return {2: {"osterman", "ozturk"}, 3: {"osterman"}}[klant.int]


def test_a_bare_name_is_found_when_a_bearer_is_found() -> None:
    question = Question("achternaam", "ozturk", UUID(int=1), "Öztürk", is_exact=False)
    assert is_found(question, [hit("Osterman, A.", 2)], surnames)
    assert not is_found(question, [hit("Osterman, A.", 3)], surnames)
    assert not is_found(question, [], surnames)


def test_a_date_that_fits_more_people_than_a_list_holds_is_answered_by_a_full_list() -> None:
    question = Question("datum", "01-01-1980", UUID(int=1), "", is_exact=False)
    assert is_found(question, [hit("Osterman, A.", 3)] * 50, surnames)
    assert not is_found(question, [hit("Osterman, A.", 3)] * 49, surnames)


def test_a_name_with_a_date_is_found_only_when_the_very_person_is() -> None:
    question = Question("achternaam_datum", "ozturk 01-01-1980", UUID(int=1), "Öztürk", is_exact=True)
    assert not is_found(question, [hit("Öztürk, A.", 2)], surnames)
    assert is_found(question, [hit("Öztürk, A.", 2), hit("Öztürk, B.", 1)], surnames)
