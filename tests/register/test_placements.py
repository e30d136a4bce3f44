"""The register checks the banencarrousel again with everything it knows, and asks what has to be decided."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from tests.fixtures.plaatsingen import MOMENT, decided, placed
from tests.fixtures.register import TestRegister
from tests.fixtures.register_desk import DeskClient, fictitious, fictitious_bsn, written_in
from werkdesk.commandline.register import add_parser
from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.afdoening import Keuze
from werkdesk.domain.plaatsing import Plaatsingskeuze
from werkdesk.register.checkup import check_register
from werkdesk.register.database import in_transaction
from werkdesk.register.listing import KINDS, list_kind
from werkdesk.register.personnel import add_staff

pytestmark = pytest.mark.postgres

NewDesk = Callable[[], DeskClient]
LATER = {"begin": date(2027, 2, 10), "einde": date(2027, 3, 31)}


@pytest.fixture
def desks(register: TestRegister, new_desk: NewDesk) -> tuple[DeskClient, DeskClient]:
    register.staff(role="teamleider")
    return new_desk(), new_desk()


def somebody(desk: DeskClient, **facts: Any) -> UUID:
    person = written_in(fictitious(**facts))
    assert [one.outcome for one in desk.push(person).outcomes] == ["applied"]
    return person.id


def place(desk: DeskClient, klant: UUID, **other: Any) -> UUID:
    act = placed(klant, **other)
    assert [one.outcome for one in desk.push(act).outcomes] == ["applied"]
    return act.id


def word_on(desk: DeskClient, rid: UUID) -> dict[str, Any]:
    desk.pull()
    word: dict[str, Any] = desk.of_type("plaatsing")[rid]["hertoets"]
    return word


def questions(desk: DeskClient) -> dict[UUID, UUID]:
    """Open questions: the placement they are about -> their name."""
    desk.pull()
    found = desk.of_type("botsing").items()
    return {UUID(body["rid"]): rid for rid, body in found if body["open"]}


def test_a_forecast_that_holds_is_confirmed(desks: tuple[DeskClient, DeskClient]) -> None:
    one, _ = desks
    rid = place(one, somebody(one))
    assert word_on(one, rid)["uitkomst"] == "bevestigd"
    assert questions(one) == {}


def test_what_another_desk_placed_before_overturns_a_forecast(desks: tuple[DeskClient, DeskClient]) -> None:
    one, two = desks
    first = place(one, somebody(one))
    second = place(two, somebody(two), **LATER)
    assert word_on(two, first)["uitkomst"] == "bevestigd"
    word = word_on(two, second)
    assert word["uitkomst"] == "anders"
    assert word["carrousel"]["treffers"] == [["CAR-5", "SIGNAAL"]]
    assert not word["carrousel"]["voorlopig"]
    assert list(questions(one)) == list(questions(two)) == [second]


def test_an_earlier_placement_that_arrives_later_overturns_what_was_confirmed(
    desks: tuple[DeskClient, DeskClient],
) -> None:
    one, two = desks
    second = place(two, somebody(two), **LATER)
    assert word_on(two, second)["uitkomst"] == "bevestigd"
    place(one, somebody(one))
    assert word_on(two, second)["uitkomst"] == "anders"
    assert list(questions(two)) == [second]


def test_a_question_goes_when_the_other_placement_is_withdrawn(desks: tuple[DeskClient, DeskClient]) -> None:
    one, two = desks
    first = place(one, somebody(one))
    second = place(two, somebody(two), **LATER)
    assert list(questions(two)) == [second]
    one.push(decided(first, Plaatsingskeuze.INTREKKEN))
    assert questions(two) == {}
    assert word_on(two, second)["uitkomst"] == "bevestigd"


def test_a_signal_that_was_seen_at_the_counter_is_not_asked_about(
    desks: tuple[DeskClient, DeskClient],
) -> None:
    one, two = desks
    place(one, somebody(one))
    klant = somebody(two)
    shown = placed(klant).carrousel
    seen = type(shown)(oordeel="SIGNAAL", treffers=(("CAR-5", "SIGNAAL"),))
    second = place(two, klant, carrousel=seen, **LATER)
    assert word_on(two, second)["uitkomst"] == "bevestigd"
    assert questions(two) == {}


@pytest.mark.parametrize("keuze", [Plaatsingskeuze.DOORGAAN, Plaatsingskeuze.INTREKKEN])
def test_a_decision_closes_the_question_everywhere(
    desks: tuple[DeskClient, DeskClient], register: TestRegister, keuze: Plaatsingskeuze
) -> None:
    one, two = desks
    place(one, somebody(one))
    second = place(two, somebody(two), **LATER)
    (question,) = questions(two).values()
    answer = g.VraagAfgedaan(id=question, keuze=Keuze.NEMEN, medewerker="f.balie", balie=2, moment=MOMENT)
    result = two.push(answer, decided(second, keuze, (("CAR-5", "SIGNAAL"),)), together=True)
    assert [outcome.outcome for outcome in result.outcomes] == ["applied", "applied"]
    assert questions(one) == questions(two) == {}
    assert in_transaction(register.engine, lambda c: check_register(c, register.profile).quarantined) == 0


def test_a_decision_that_is_taken_back_asks_the_same_question_again(
    desks: tuple[DeskClient, DeskClient],
) -> None:
    one, two = desks
    place(one, somebody(one))
    second = place(two, somebody(two), **LATER)
    (question,) = questions(two).values()
    answer = g.VraagAfgedaan(id=question, keuze=Keuze.NEMEN, medewerker="f.balie", balie=2, moment=MOMENT)
    two.push(answer, decided(second, Plaatsingskeuze.DOORGAAN, (("CAR-5", "SIGNAAL"),)), together=True)
    again = g.VraagHeropend(id=question, medewerker="f.balie", balie=2, moment=MOMENT + timedelta(seconds=5))
    two.push(decided(second, Plaatsingskeuze.TERUG), again, together=True)
    assert questions(one) == questions(two) == {second: question}


def test_one_person_in_two_offices_is_one_person(
    register: TestRegister, desks: tuple[DeskClient, DeskClient]
) -> None:
    one, _ = desks
    bsn, office = fictitious_bsn(7), register.second_office()
    in_transaction(register.engine, lambda c: add_staff(c, office, "f.elders", "Fictief", ["teamleider"]))
    away = DeskClient(one.http, register.enrol(office))
    person = written_in(fictitious(bsn=bsn))
    result = away.push(person, placed(person.id, medewerker="f.elders"), actor="f.elders")
    assert [outcome.outcome for outcome in result.outcomes] == ["applied", "applied"]
    second = place(one, somebody(one, bsn=bsn), **LATER)
    assert word_on(one, second)["carrousel"]["treffers"] == [["CAR-2", "BLOCK"]]
    assert list(questions(one)) == [second]
    away.pull()
    assert second not in away.of_type("plaatsing")


def test_the_register_lists_placements(register: TestRegister, desks: tuple[DeskClient, DeskClient]) -> None:
    one, _ = desks
    rid = place(one, somebody(one))
    (line,) = in_transaction(register.engine, lambda c: list(list_kind(c, "plaatsingen", "kantoor")))
    assert (line["id"], line["feiten"]["werkgever"]["kvk"]) == (str(rid), "12345678")
    assert line["hertoets"]["uitkomst"] == "bevestigd"


def test_a_block_goes_on_only_by_a_team_leader_and_the_law_by_nobody(
    register: TestRegister, desks: tuple[DeskClient, DeskClient]
) -> None:
    one, _ = desks
    rid = place(one, somebody(one))
    in_transaction(
        register.engine, lambda c: add_staff(c, register.office, "f.km", "Fictief", ["klantmanager"])
    )
    block = decided(rid, Plaatsingskeuze.DOORGAAN, (("CAR-2", "BLOCK"),))
    law = decided(rid, Plaatsingskeuze.DOORGAAN, (("CAR-1", "BLOCK"),))
    by_other = one.push(replace(block, medewerker="f.km"), actor="f.km")
    assert [(each.outcome, each.reason) for each in by_other.outcomes] == [("quarantined", "plaatsing.rol")]
    assert [(each.outcome, each.reason) for each in one.push(law).outcomes] == [
        ("quarantined", "plaatsing.wet")
    ]
    assert [each.outcome for each in one.push(block).outcomes] == ["applied"]


def test_the_command_line_lists_every_kind_that_the_register_lists() -> None:
    parser = argparse.ArgumentParser()
    add_parser(parser.add_subparsers())
    for kind in KINDS:
        assert parser.parse_args(["register", "list", kind, "--json"]).kind == kind
