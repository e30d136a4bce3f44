"""A question between two desks is answered by a person: it closes for everybody, and no value is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from tests.fixtures.register import TestRegister
from tests.fixtures.register_desk import MOMENT, DeskClient, phoned, written_in
from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.afdoening import Keuze
from werkdesk.domain.persoon import KlantFeiten
from werkdesk.domain.waarden.telefoon import Telefoon
from werkdesk.messages.questions import conflict_id
from werkdesk.messages.wire import PushResult
from werkdesk.register.checkup import check_register
from werkdesk.register.database import in_transaction

pytestmark = pytest.mark.postgres

NewDesk = Callable[[], DeskClient]
ONE, TWO, THREE = "+31201234561", "+31201234562", "+31201234563"


def kinds(result: PushResult) -> list[str]:
    return [outcome.outcome for outcome in result.outcomes]


def answered(question: UUID, keuze: Keuze, balie: int = 1) -> g.VraagAfgedaan:
    return g.VraagAfgedaan(id=question, keuze=keuze, medewerker="f.balie", balie=balie, moment=MOMENT)


def reopened(question: UUID) -> g.VraagHeropend:
    return g.VraagHeropend(id=question, medewerker="f.balie", balie=1, moment=MOMENT + timedelta(seconds=5))


@pytest.fixture
def desks(new_desk: NewDesk) -> tuple[DeskClient, DeskClient]:
    return new_desk(), new_desk()


@pytest.fixture
def klant(desks: tuple[DeskClient, DeskClient]) -> UUID:
    """A person whose number is ONE according to desk one and TWO according to desk two."""
    one, two = desks
    person = written_in()
    one.push(person)
    one.push(phoned(person.id, None, ONE), base_rev=1)
    assert kinds(two.push(phoned(person.id, None, TWO), base_rev=1)) == ["conflict"]
    return person.id


def question_of(desk: DeskClient, field: str = "telefoon") -> UUID:
    desk.pull()
    (rid,) = [rid for rid, body in desk.of_type("botsing").items() if body["open"] and body["field"] == field]
    return rid


def open_questions(desk: DeskClient) -> int:
    desk.pull()
    return sum(body["open"] for body in desk.of_type("botsing").values())


def phone_of(desk: DeskClient, klant: UUID) -> str | None:
    desk.pull()
    value: str | None = desk.of_type("klant")[klant]["feiten"]["telefoon"]
    return value


def test_a_question_says_who_typed_the_value_that_counts(
    desks: tuple[DeskClient, DeskClient], klant: UUID
) -> None:
    one, two = desks
    body = two.of_type("botsing") or (two.pull(), two.of_type("botsing"))[1]
    (record,) = body.values()
    assert (record["register"], record["register_actor"], UUID(record["register_desk"])) == (
        ONE, "f.balie", one.desk.id,
    )  # fmt: skip
    assert record["register_at"].startswith("2026-11-23T09:30")
    assert UUID(record["desk_id"]) == two.desk.id


def test_who_typed_is_known_within_one_push_and_not_taken_from_an_act_that_clashed(
    register: TestRegister,
    desks: tuple[DeskClient, DeskClient],
) -> None:
    one, two = desks
    person = written_in()
    one.push(person, phoned(person.id, None, ONE))
    taal = g.KlantGewijzigd(
        id=person.id, velden=("telefoon", "taal"), was=KlantFeiten(),
        wordt=KlantFeiten(telefoon=Telefoon(TWO), taal="fa"),
    )  # fmt: skip
    register.seat(two.desk.id, "f.ander")
    two.push(taal, base_rev=1, actor="f.ander")
    two.push(phoned(person.id, TWO, THREE), base_rev=1, actor="f.ander")
    two.pull()
    (record,) = two.of_type("botsing").values()
    assert (record["register"], record["register_actor"]) == (ONE, "f.balie")


def test_the_name_of_a_question_follows_from_the_act(desks: tuple[DeskClient, DeskClient]) -> None:
    one, two = desks
    person = written_in()
    one.push(person, phoned(person.id, None, ONE))
    (outcome,) = two.push(phoned(person.id, None, TWO), base_rev=1).outcomes
    assert question_of(two) == conflict_id(outcome.id, "telefoon")


@pytest.mark.parametrize(("keuze", "wordt"), [(Keuze.HOUDEN, ONE), (Keuze.NEMEN, TWO)])
def test_an_answer_closes_the_question_at_both_desks_and_keeps_both_values(
    desks: tuple[DeskClient, DeskClient], klant: UUID, keuze: Keuze, wordt: str
) -> None:
    _, two = desks
    question = question_of(two)
    result = two.push(answered(question, keuze, 2), phoned(klant, ONE, wordt), base_rev=2, together=True)
    assert "conflict" not in kinds(result)
    assert "quarantined" not in kinds(result)
    for desk in desks:
        assert open_questions(desk) == 0
        assert phone_of(desk, klant) == wordt
        (record,) = desk.of_type("botsing").values()
        assert (record["register"], record["desk"]) == (ONE, TWO)
        (answer,) = desk.of_type("afdoening").values()
        assert (answer["id"], answer["keuze"], answer["medewerker"], answer["balie"]) == (
            str(question), keuze.value, "f.balie", 2,
        )  # fmt: skip


def test_two_who_answer_differently_leave_a_new_question_and_the_first_value(
    desks: tuple[DeskClient, DeskClient], klant: UUID
) -> None:
    one, two = desks
    question = question_of(one)
    one.push(answered(question, Keuze.HOUDEN), phoned(klant, ONE, ONE), base_rev=2, together=True)
    late = two.push(answered(question, Keuze.NEMEN), phoned(klant, ONE, TWO), base_rev=2, together=True)
    assert kinds(late) == ["same", "conflict"]
    assert phone_of(one, klant) == ONE
    assert question_of(one) != question
    assert open_questions(two) == 1
    (answer,) = one.of_type("afdoening").values()
    assert answer["keuze"] == "houden"


def test_two_who_answer_differently_the_other_way_round_do_so_too(
    desks: tuple[DeskClient, DeskClient], klant: UUID
) -> None:
    one, two = desks
    question = question_of(one)
    two.push(answered(question, Keuze.NEMEN), phoned(klant, ONE, TWO), base_rev=2, together=True)
    late = one.push(answered(question, Keuze.HOUDEN), phoned(klant, ONE, ONE), base_rev=2, together=True)
    assert kinds(late) == ["same", "conflict"]
    assert phone_of(one, klant) == TWO
    assert open_questions(one) == 1


def test_two_who_answer_the_same_need_nothing_more(desks: tuple[DeskClient, DeskClient], klant: UUID) -> None:
    one, two = desks
    question = question_of(one)
    for desk in desks:
        desk.push(answered(question, Keuze.NEMEN), phoned(klant, ONE, TWO), base_rev=2, together=True)
    assert open_questions(one) == 0
    assert phone_of(two, klant) == TWO


def test_an_answer_that_is_taken_back_asks_again(desks: tuple[DeskClient, DeskClient], klant: UUID) -> None:
    one, two = desks
    question = question_of(two)
    two.push(answered(question, Keuze.NEMEN), phoned(klant, ONE, TWO), base_rev=2, together=True)
    assert open_questions(one) == 0
    two.push(phoned(klant, TWO, ONE), reopened(question), base_rev=3, together=True)
    assert question_of(one) == question
    assert phone_of(one, klant) == ONE
    one.push(answered(question, Keuze.NEMEN), phoned(klant, ONE, TWO), base_rev=4, together=True)
    assert open_questions(two) == 0
    assert phone_of(two, klant) == TWO


def test_both_numbers_may_stay(desks: tuple[DeskClient, DeskClient], klant: UUID) -> None:
    one, two = desks
    question = question_of(two)
    both = replace(
        phoned(klant, ONE, ONE),
        velden=("telefoon", "telefoon2"),
        wordt=KlantFeiten(telefoon=Telefoon(ONE), telefoon2=Telefoon(TWO)),
    )
    two.push(answered(question, Keuze.BEIDE), both, base_rev=2, together=True)
    one.pull()
    facts = one.of_type("klant")[klant]["feiten"]
    assert (facts["telefoon"], facts["telefoon2"], open_questions(one)) == (ONE, TWO, 0)


def test_an_answer_while_somebody_changed_the_value_asks_anew(
    desks: tuple[DeskClient, DeskClient], klant: UUID
) -> None:
    one, two = desks
    question = question_of(two)
    one.push(phoned(klant, ONE, THREE), base_rev=2)
    two.push(answered(question, Keuze.NEMEN), phoned(klant, ONE, TWO), base_rev=2, together=True)
    assert phone_of(two, klant) == THREE
    new = question_of(two)
    assert new != question
    assert (two.of_type("botsing")[new]["register"], two.of_type("botsing")[new]["desk"]) == (THREE, TWO)


def test_taking_back_what_was_never_answered_waits(desks: tuple[DeskClient, DeskClient], klant: UUID) -> None:
    one, _ = desks
    assert kinds(one.push(reopened(question_of(one)))) == ["held"]


def test_refused_work_that_was_put_away_is_no_longer_counted(
    new_desk: NewDesk, register: TestRegister
) -> None:
    desk = new_desk()
    person = written_in()
    desk.push(person)
    result = desk.push(written_in(rid=person.id))
    assert kinds(result) == ["quarantined"]

    def waiting() -> int:
        return in_transaction(register.engine, lambda c: check_register(c, register.profile).quarantined)

    assert waiting() == 1
    refused = result.outcomes[0].id
    desk.push(replace(answered(refused, Keuze.WEGGELEGD), reden="Dubbel getypt"))
    assert waiting() == 0
    desk.push(reopened(refused))
    assert waiting() == 1
