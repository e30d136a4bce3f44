"""Two desks on one record: what is merged, what stays a question for a person, when it closes."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest

from tests.fixtures.register_desk import DeskClient, phoned, written_in
from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.intake import Antwoord
from werkdesk.domain.persoon import KlantFeiten
from werkdesk.domain.waarden.email import Email
from werkdesk.messages.wire import PushResult
from werkdesk.register.ids import new_id

pytestmark = pytest.mark.postgres

NewDesk = Callable[[], DeskClient]
ONE, TWO, THREE = "+31201234561", "+31201234562", "+31201234563"


def kinds(result: PushResult) -> list[str]:
    return [outcome.outcome for outcome in result.outcomes]


def phone_of(desk: DeskClient, rid: UUID) -> str | None:
    desk.pull()
    value: str | None = desk.of_type("klant")[rid]["feiten"]["telefoon"]
    return value


def test_two_desks_that_change_different_fields_are_merged(new_desk: NewDesk) -> None:
    one, two = new_desk(), new_desk()
    klant = written_in()
    one.push(klant)
    one.push(phoned(klant.id, None, ONE), base_rev=1)
    mailed = g.KlantGewijzigd(
        id=klant.id, velden=("email",), was=KlantFeiten(), wordt=KlantFeiten(email=Email("a@b.example"))
    )
    assert kinds(two.push(mailed, base_rev=1)) == ["merged"]
    two.pull()
    facts = two.of_type("klant")[klant.id]["feiten"]
    assert (facts["telefoon"], facts["email"]) == (ONE, "a@b.example")


def test_a_desk_that_changes_its_own_work_twice_does_not_conflict_with_itself(new_desk: NewDesk) -> None:
    desk = new_desk()
    klant = written_in()
    result = desk.push(klant, phoned(klant.id, None, ONE), phoned(klant.id, ONE, TWO), base_rev=0)
    assert kinds(result) == ["applied"] * 3


def test_two_desks_that_change_one_field_leave_both_values_and_a_conflict(new_desk: NewDesk) -> None:
    one, two = new_desk(), new_desk()
    klant = written_in()
    one.push(klant)
    one.push(phoned(klant.id, None, ONE), base_rev=1)
    (outcome,) = two.push(phoned(klant.id, None, TWO), base_rev=1).outcomes
    assert outcome.outcome == "conflict"
    (clash,) = outcome.conflicts
    assert (clash.field, bytes(clash.base), bytes(clash.register), bytes(clash.desk)) == (
        "telefoon", b"null", f'"{ONE}"'.encode(), f'"{TWO}"'.encode(),
    )  # fmt: skip
    assert phone_of(one, klant.id) == ONE
    (record,) = one.of_type("botsing").values()
    assert (record["register"], record["desk"], record["open"]) == (ONE, TWO, True)
    assert one.cursor is not None
    assert one.cursor.seq == outcome.seq


def test_a_conflict_of_a_desk_that_goes_on_typing_stays_one(new_desk: NewDesk) -> None:
    one, two = new_desk(), new_desk()
    klant = written_in()
    one.push(klant, phoned(klant.id, None, ONE))
    assert kinds(two.push(phoned(klant.id, None, TWO), base_rev=1)) == ["conflict"]
    assert kinds(two.push(phoned(klant.id, TWO, THREE), base_rev=1)) == ["conflict"]
    two.pull()
    (record,) = two.of_type("botsing").values()
    assert record["desk"] == THREE


def test_a_conflict_closes_when_the_register_takes_the_other_value(new_desk: NewDesk) -> None:
    one, two = new_desk(), new_desk()
    klant = written_in()
    one.push(klant, phoned(klant.id, None, ONE))
    two.push(phoned(klant.id, None, TWO), base_rev=1)
    assert kinds(one.push(phoned(klant.id, ONE, TWO), base_rev=2)) == ["applied"]
    one.pull()
    (record,) = one.of_type("botsing").values()
    assert record["open"] is False


def test_the_same_value_from_two_desks_is_the_same(new_desk: NewDesk) -> None:
    one, two = new_desk(), new_desk()
    klant = written_in()
    one.push(klant, phoned(klant.id, None, ONE))
    (outcome,) = two.push(phoned(klant.id, None, ONE), base_rev=1).outcomes
    assert (outcome.outcome, outcome.rev) == ("same", 2)


def test_answers_of_an_intake_meet_per_question(new_desk: NewDesk) -> None:
    one, two = new_desk(), new_desk()
    rid = new_id()

    def answered(vraag: str, keuze: str) -> g.IntakeBeantwoord:
        return g.IntakeBeantwoord(id=rid, vraag=vraag, was=None, wordt=Antwoord(keuzes=(keuze,)))

    assert kinds(one.push(answered("taal", "goed"))) == ["applied"]
    assert kinds(two.push(answered("digitaal", "zelf"))) == ["merged"]
    assert kinds(two.push(answered("taal", "tolk"))) == ["conflict"]
    one.pull()
    answers = one.of_type("intake")[rid]["antwoorden"]
    assert {vraag: answer["keuzes"] for vraag, answer in answers.items()} == {
        "taal": ["goed"], "digitaal": ["zelf"],
    }  # fmt: skip
