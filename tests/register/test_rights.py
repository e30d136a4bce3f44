"""The register decides who may do what, whatever a desk says, and by what the desk could know."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, get_args
from uuid import UUID

import msgspec
import pytest

from tests.fixtures.acts import example
from tests.fixtures.register import TestRegister
from tests.fixtures.register_desk import MOMENT, DeskClient, written_in
from tests.fixtures.rights import allowed
from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain import voorschot_gebeurtenissen as v
from werkdesk.domain.melding import MeldingFeiten
from werkdesk.domain.rechten import GEWEIGERD, RECHTEN
from werkdesk.domain.regels.rollen import ROLLEN
from werkdesk.domain.voorschot import Voorschotbesluit
from werkdesk.messages.wire import Mutation, Outcome, Push, PushResult
from werkdesk.register.database import in_transaction
from werkdesk.register.listing import list_kind
from werkdesk.register.personnel import restore_staff, revoke_staff, set_roles

pytestmark = pytest.mark.postgres
NewDesk = Callable[[], DeskClient]
KINDS = get_args(g.Gebeurtenis)
LEAD = "f.leider"


def why(result: PushResult) -> list[str]:
    return [one.reason or one.outcome for one in result.outcomes]


def demote(register: TestRegister, user: str, *roles: str) -> None:
    in_transaction(register.engine, lambda c: set_roles(c, "kantoor", user, ["balie"], roles))


def run(register: TestRegister, sql: str, *values: Any) -> None:
    in_transaction(register.engine, lambda c: c.exec_driver_sql(sql, values) and None)


def melding(desk: DeskClient) -> UUID:
    """A case that f.balie recorded at this desk."""
    klant = written_in()
    made = desk.melding(klant.id)
    desk.push(klant, made, together=True)
    return made.id


def given(rid: UUID, to: str | None, was: str | None = None) -> g.MeldingGewijzigd:
    empty = MeldingFeiten()
    return g.MeldingGewijzigd(
        id=rid, velden=("eigenaar",), was=replace(empty, eigenaar=was), wordt=replace(empty, eigenaar=to)
    )


def proposed(rid: UUID, by: str) -> v.VoorschotVoorgesteld:
    return v.VoorschotVoorgesteld(id=rid, bedrag=100_000, medewerker=by, moment=MOMENT)


def granted(rid: UUID, by: str) -> v.VoorschotBesloten:
    return v.VoorschotBesloten(id=rid, besluit=Voorschotbesluit.VERLENEN, medewerker=by, moment=MOMENT)


def paid(rid: UUID, by: str) -> v.VoorschotBetaald:
    return v.VoorschotBetaald(id=rid, nummer=1, dag=MOMENT.date(), medewerker=by, moment=MOMENT)


# ---------------------------------------------------------------------- act x role


def test_the_register_refuses_each_act_that_a_role_may_not_do_and_no_other(
    register: TestRegister, new_desk: NewDesk
) -> None:
    desk = new_desk()
    refused, expected = set(), set()
    for rol in ROLLEN:
        user = f"f.{rol.replace('_', '')}"
        register.seat(desk.desk.id, user, role=rol)
        outcomes = desk.push(*(example(kind, user) for kind in KINDS), actor=user).outcomes
        for kind, one in zip(KINDS, outcomes, strict=True):
            if one.outcome == "quarantined" and one.reason in GEWEIGERD:
                refused.add((rol, kind.__name__, one.reason))
            if rol not in allowed(kind.__name__):
                expected.add((rol, kind.__name__, RECHTEN[kind].code))
    assert refused == expected


def test_nothing_of_what_is_refused_is_lost(register: TestRegister, new_desk: NewDesk) -> None:
    desk = new_desk()
    rid = melding(desk)
    act = granted(rid, "f.balie")
    assert why(desk.push(proposed(rid, "f.balie"), act)) == ["applied", "voorschot.rol"]
    kept = in_transaction(register.engine, lambda c: list(list_kind(c, "mutaties", None)))
    (mine,) = [one for one in kept if one["soort"] == "VoorschotBesloten"]
    assert (mine["uitkomst"], mine["reden"]) == ("quarantined", "voorschot.rol")
    desk.pull()
    assert desk.of_type("melding")[rid]["voorschot"]["besluit"] is None


# ---------------------------------------------------------------------- who it is


def test_an_author_whom_the_office_does_not_know_is_not_believed(new_desk: NewDesk) -> None:
    desk = new_desk()
    assert why(desk.push(written_in(), actor="f.verzonnen")) == ["recht.onbekend"]


def test_a_colleague_of_another_office_is_nobody_here(register: TestRegister, new_desk: NewDesk) -> None:
    other = register.second_office()
    elsewhere = register.enrol(other)
    register.seat(elsewhere.id, "f.elders", place=other)
    assert why(new_desk().push(written_in(), actor="f.elders")) == ["recht.onbekend"]


def test_an_act_in_the_name_of_another_than_its_author_is_refused(
    register: TestRegister, new_desk: NewDesk
) -> None:
    desk = new_desk()
    register.seat(desk.desk.id, LEAD, role="teamleider")
    rid = melding(desk)
    lie = granted(rid, LEAD)
    assert why(desk.push(proposed(rid, "f.balie"), lie)) == ["applied", "recht.naam"]


# ---------------------------------------------------------------------- four eyes


def test_the_same_person_never_decides_on_their_own_proposal(
    register: TestRegister, new_desk: NewDesk
) -> None:
    desk = new_desk()
    register.seat(desk.desk.id, LEAD, role="teamleider")
    rid = melding(desk)
    own = desk.push(proposed(rid, LEAD), granted(rid, LEAD), actor=LEAD)
    assert why(own) == ["applied", "voorschot.zelfde_persoon"]


def test_two_persons_at_two_desks_pay_an_advance(register: TestRegister, new_desk: NewDesk) -> None:
    one, two = new_desk(), new_desk()
    register.seat(two.desk.id, LEAD, role="teamleider")
    rid = melding(one)
    one.push(proposed(rid, "f.balie"))
    assert why(two.push(granted(rid, LEAD), paid(rid, LEAD), actor=LEAD)) == ["applied", "applied"]


def test_a_desk_speaks_in_an_advance_only_for_who_signed_in_there(
    register: TestRegister, new_desk: NewDesk
) -> None:
    one, two = new_desk(), new_desk()
    register.seat(two.desk.id, LEAD, role="teamleider")
    rid = melding(one)
    lie = one.push(proposed(rid, LEAD), written_in(), actor=LEAD)
    assert why(lie) == ["recht.niet_hier", "applied"]  # helping a klant needs no code at that desk
    assert why(one.push(granted(rid, LEAD), actor=LEAD)) == ["recht.niet_hier"]


# ---------------------------------------------------------------------- giving cases


def test_a_case_goes_away_by_its_owner_and_back_by_who_gave_it(
    register: TestRegister, new_desk: NewDesk
) -> None:
    desk = new_desk()
    register.seat(desk.desk.id, "f.ander")
    rid = melding(desk)
    assert why(desk.push(given(rid, "f.ander"), actor="f.ander")) == ["overdragen.rol"]
    assert why(desk.push(given(rid, "f.ander"))) == ["applied"]
    assert why(desk.push(given(rid, None, "f.ander"))) == ["applied"]


def test_nobody_takes_a_case_back_that_they_did_not_give(register: TestRegister, new_desk: NewDesk) -> None:
    desk = new_desk()
    register.seat(desk.desk.id, "f.ander")
    register.seat(desk.desk.id, LEAD, role="teamleider")
    rid = melding(desk)
    assert why(desk.push(given(rid, "f.ander"), actor=LEAD)) == ["applied"]
    assert why(desk.push(given(rid, None, "f.ander"))) == ["overdragen.rol"]
    assert why(desk.push(given(rid, None, "f.ander"), actor=LEAD)) == ["applied"]


# ---------------------------------------------------------------------- what a desk could know


@pytest.fixture
def office(register: TestRegister, new_desk: NewDesk) -> tuple[DeskClient, UUID]:
    """A desk with a team leader, and a case whose advance waits for a decision."""
    desk = new_desk()
    register.seat(desk.desk.id, LEAD, role="teamleider")
    rid = melding(desk)
    desk.push(proposed(rid, "f.balie"))
    desk.pull()
    desk.pull()  # only now the register knows that the desk knows
    return desk, rid


def written(desk: DeskClient, *acts: g.Gebeurtenis) -> tuple[str, list[Mutation]]:
    """Acts of the team leader, written and not sent."""
    before = desk.hash
    return before, [desk.mutation(act, actor=LEAD) for act in acts]


def send(desk: DeskClient, work: tuple[str, Sequence[Mutation]]) -> list[str]:
    answer = desk.call(desk.request(push=Push(prev_hash=work[0], mutations=list(work[1]))))
    assert answer.push is not None
    return why(answer.push)


def test_who_was_offline_when_the_role_went_is_not_punished(
    register: TestRegister, office: tuple[DeskClient, UUID]
) -> None:
    desk, rid = office
    work = written(desk, granted(rid, LEAD))
    demote(register, LEAD, "teamleider")
    assert send(desk, work) == ["applied"]


def test_work_from_before_the_news_counts_also_when_the_news_came_first(
    register: TestRegister, office: tuple[DeskClient, UUID]
) -> None:
    desk, rid = office
    work = written(desk, granted(rid, LEAD))
    demote(register, LEAD, "teamleider")
    desk.pull()
    desk.pull()
    assert send(desk, work) == ["applied"]


def test_after_the_news_a_role_that_went_is_gone(
    register: TestRegister, office: tuple[DeskClient, UUID]
) -> None:
    desk, rid = office
    demote(register, LEAD, "teamleider")
    desk.pull()
    desk.pull()
    assert send(desk, written(desk, granted(rid, LEAD))) == ["voorschot.rol"]
    assert send(desk, written(desk, written_in())) == ["applied"]


def test_who_left_does_nothing_any_more_and_who_came_back_does(
    register: TestRegister, office: tuple[DeskClient, UUID]
) -> None:
    desk, rid = office
    in_transaction(register.engine, lambda c: revoke_staff(c, "kantoor", LEAD))
    desk.pull()
    desk.pull()
    assert send(desk, written(desk, granted(rid, LEAD))) == ["recht.vertrokken"]
    in_transaction(register.engine, lambda c: restore_staff(c, "kantoor", LEAD))
    assert send(desk, written(desk, granted(rid, LEAD))) == ["applied"]


def test_a_desk_that_sends_and_never_listens_is_held_to_the_news_after_five_minutes(
    register: TestRegister, office: tuple[DeskClient, UUID]
) -> None:
    desk, rid = office
    demote(register, LEAD, "teamleider")
    assert send(desk, written(desk, written_in())) == ["applied"]  # its first call since
    run(register, "UPDATE desk_heard SET since = since - interval '301 seconds' WHERE at IS NULL")
    assert send(desk, written(desk, written_in())) == ["applied"]  # this one states how far it is
    assert send(desk, written(desk, granted(rid, LEAD))) == ["voorschot.rol"]


def test_a_desk_cannot_keep_room_for_acts_that_it_makes_up_later(
    register: TestRegister, office: tuple[DeskClient, UUID]
) -> None:
    desk, rid = office
    demote(register, LEAD, "teamleider")
    desk.pull()
    boast = desk.pull_request()
    desk.call(msgspec.structs.replace(boast, last_mseq=desk.mseq + 1, last_hash="f" * 64))
    assert send(desk, written(desk, granted(rid, LEAD))) == ["voorschot.rol"]


def test_room_that_was_kept_is_lost_after_three_days(
    register: TestRegister, office: tuple[DeskClient, UUID]
) -> None:
    desk, rid = office
    demote(register, LEAD, "teamleider")
    desk.pull()
    desk.call(msgspec.structs.replace(desk.pull_request(), last_mseq=desk.mseq + 50, last_hash="f" * 64))
    run(register, "UPDATE desk_heard SET at = at - interval '73 hours'")
    assert send(desk, written(desk, granted(rid, LEAD))) == ["voorschot.rol"]


def test_a_role_that_came_counts_before_the_register_hears_that_the_desk_knows(
    register: TestRegister, office: tuple[DeskClient, UUID]
) -> None:
    desk, rid = office
    in_transaction(register.engine, lambda c: set_roles(c, "kantoor", "f.balie", ["klantmanager"]))
    outcome: Outcome = desk.push(proposed(rid, LEAD), actor=LEAD).outcomes[0]
    assert outcome.outcome == "applied"
    assert why(desk.push(granted(rid, "f.balie"))) == ["applied"]


def test_a_new_desk_begins_with_the_staff_of_today(register: TestRegister, new_desk: NewDesk) -> None:
    first = new_desk()
    register.seat(first.desk.id, LEAD, role="teamleider")
    rid = melding(first)
    first.push(proposed(rid, "f.balie"))
    demote(register, LEAD, "teamleider")
    fresh = new_desk()
    register.seat(fresh.desk.id, LEAD)
    assert send(fresh, written(fresh, granted(rid, LEAD))) == ["voorschot.rol"]
