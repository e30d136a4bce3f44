"""Rule tables from the window: who may, at which desk, and what is refused with file, line and reason."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from uuid import UUID

import httpx
import msgspec
import pytest
from sqlalchemy import insert

from tests.fixtures.register import TestRegister
from tests.fixtures.register_desk import DeskClient
from tests.fixtures.rule_tables import search_case, search_term
from werkdesk.messages import paths
from werkdesk.messages.rule_calls import (
    STATUS,
    RulesDecide,
    RulesDecided,
    RulesList,
    RulesProblem,
    RulesPropose,
    RulesProposed,
    RulesRequest,
    RulesShow,
    RulesWhole,
)
from werkdesk.messages.rule_set import Regelset, open_signed
from werkdesk.register.database import in_transaction
from werkdesk.register.ids import new_id
from werkdesk.register.personnel import add_staff, revoke_staff
from werkdesk.register.tables import staff_desk

pytestmark = pytest.mark.postgres

NewDesk = Callable[[], DeskClient]
SECRET = "Kanarie999"
OWN = {"eigen.toml": search_term(3)}
CASES = json.dumps({"formaat": 1, "gevallen": [search_case("jong", "2027-02-01")]})


class Member:
    """One member of staff at one desk."""

    def __init__(self, desk: DeskClient, user: str) -> None:
        self.desk, self.user = desk, user

    def ask(self, path: str, kind: type[Any], **facts: Any) -> httpx.Response:
        message = kind(desk_id=self.desk.desk.id, user=self.user, **facts)
        return self.post(path, msgspec.json.encode(message))

    def post(self, path: str, content: bytes, **headers: str) -> httpx.Response:
        standard = {"Content-Type": "application/json", "Authorization": f"Bearer {self.desk.desk.token}"}
        return self.desk.http.post(path, content=content, headers=standard | headers)

    def list(self) -> httpx.Response:
        return self.ask(paths.RULES_LIST, RulesRequest)

    def propose(self, tables: dict[str, str] = OWN, **facts: Any) -> httpx.Response:
        return self.ask(
            paths.RULES_PROPOSE, RulesPropose, **{"id": new_id(), "over": 0, "tables": tables, **facts}
        )

    def approve(self, number: int, rid: UUID) -> httpx.Response:
        return self.ask(paths.RULES_APPROVE, RulesDecide, number=number, id=rid)

    def withdraw(self, number: int, rid: UUID, reason: str = "klopt niet") -> httpx.Response:
        return self.ask(paths.RULES_WITHDRAW, RulesDecide, number=number, id=rid, reason=reason)


@pytest.fixture
def sit(register: TestRegister, new_desk: NewDesk) -> Callable[..., Member]:
    """Somebody with a role at a desk of their own; ``here=False``: they never signed in there."""

    def make(user: str, role: str, desk: DeskClient | None = None, *, here: bool = True) -> Member:
        place = desk or new_desk()

        def work(connection: Any) -> None:
            member, _ = add_staff(connection, register.office, user, "Fictief", [role])
            if here:
                connection.execute(insert(staff_desk).values(staff=member.id, desk=place.desk.id))

        in_transaction(register.engine, work)
        return Member(place, user)

    return make


@pytest.fixture
def author(sit: Callable[..., Member]) -> Member:
    return sit("a.beheer", "functioneel_beheerder")


@pytest.fixture
def second(sit: Callable[..., Member]) -> Member:
    return sit("b.beheer", "functioneel_beheerder")


def read(response: httpx.Response, kind: type[Any]) -> Any:
    assert response.status_code == 200, response.content[:300]
    return msgspec.json.decode(response.content, type=kind)


def refused(response: httpx.Response) -> RulesProblem:
    """The refusal, whose status belongs to its code."""
    problem = msgspec.json.decode(response.content, type=RulesProblem)
    assert response.status_code == STATUS[problem.code]
    return problem


def test_two_people_at_two_desks_publish_a_table(
    register: TestRegister, author: Member, second: Member
) -> None:
    made = read(author.propose(note="zoektermijn 2027", cases=CASES, accept=True), RulesProposed)
    assert (made.line.state, made.line.records, made.line.cases, made.line.cases_changed) == (
        "concept", 2, 1, 1,
    )  # fmt: skip
    [waiting] = read(second.list(), RulesList).sets
    assert (waiting.proposed_by, waiting.note, waiting.number) == ("a.beheer", "zoektermijn 2027", 1)
    whole = read(second.ask(paths.RULES_SHOW, RulesShow, number=1), RulesWhole)
    assert (whole.tables, whole.held_number, whole.held_tables) == (OWN, 0, {})
    [case] = whole.changed
    assert (case.id, case.gemeente) == ("jong", "0358")
    assert bytes(case.before) != bytes(case.after)
    decided = read(second.approve(1, waiting.id), RulesDecided)
    assert (decided.line.state, decided.line.approved_by) == ("vastgesteld", "b.beheer")
    after = read(second.ask(paths.RULES_SHOW, RulesShow, number=1), RulesWhole)
    assert (after.held_number, after.held_tables) == (0, {})  # what it was compared with stays readable
    author.desk.pull()
    [body] = author.desk.of_type("regelset").values()
    document = open_signed(Regelset(**body), register.keys.publisher_public, "kantoor")
    assert (document.vastgesteld_door, document.tabellen) == ("b.beheer", OWN)


def test_nobody_approves_their_own_proposal(author: Member) -> None:
    made = read(author.propose(), RulesProposed)
    assert refused(author.approve(1, made.line.id)).code == "regels.zelfde_persoon"
    assert read(author.list(), RulesList).sets[0].state == "concept"


@pytest.mark.parametrize("role", ["balie", "klantmanager", "werkgeversadviseur", "controller"])
def test_other_roles_do_not_even_look(sit: Callable[..., Member], role: str) -> None:
    member = sit("c.ander", role)
    asked = (
        member.list(), member.propose(), member.ask(paths.RULES_SHOW, RulesShow, number=1),
        member.approve(1, new_id()), member.withdraw(1, new_id()),
    )  # fmt: skip
    assert {refused(answer).code for answer in asked} == {"regels.rol"}


def test_a_team_leader_approves_and_does_not_propose(sit: Callable[..., Member], author: Member) -> None:
    leader = sit("t.leider", "teamleider")
    assert refused(leader.propose()).code == "regels.rol"
    made = read(author.propose(), RulesProposed)
    assert read(leader.approve(1, made.line.id), RulesDecided).line.approved_by == "t.leider"


def test_a_desk_does_not_speak_for_who_never_signed_in_there(
    register: TestRegister, sit: Callable[..., Member], author: Member, second: Member
) -> None:
    nowhere = sit("c.beheer", "functioneel_beheerder", author.desk, here=False)
    assert second.list().status_code == 200
    for member in (nowhere, Member(author.desk, second.user), Member(author.desk, "niemand")):
        problem = refused(member.list())
        assert (problem.code, problem.reason) == ("medewerker.niet_hier", "")
    in_transaction(register.engine, lambda c: revoke_staff(c, "kantoor", "a.beheer"))
    assert refused(author.list()).code == "medewerker.niet_hier"


def test_the_token_of_another_desk_or_none_is_refused(author: Member, second: Member) -> None:
    other = msgspec.json.encode(RulesRequest(desk_id=second.desk.desk.id, user="a.beheer"))
    assert author.post(paths.RULES_LIST, other).status_code == 409
    own = msgspec.json.encode(RulesRequest(desk_id=author.desk.desk.id, user="a.beheer"))
    assert author.post(paths.RULES_LIST, own, Authorization="Bearer x").status_code == 401
    assert author.post(paths.RULES_LIST, own, **{"Werkdesk-Protocol": "99"}).status_code == 426


def test_another_office_sees_nothing_of_it(register: TestRegister, author: Member) -> None:
    made = read(author.propose(), RulesProposed)
    place = register.second_office()
    desk = register.enrol(place)

    def hire(connection: Any) -> None:
        member, _ = add_staff(connection, place, "e.elders", "Fictief", ["functioneel_beheerder"])
        connection.execute(insert(staff_desk).values(staff=member.id, desk=desk.id))

    in_transaction(register.engine, hire)
    stranger = Member(DeskClient(author.desk.http, desk), "e.elders")
    assert read(stranger.list(), RulesList).sets == []
    assert refused(stranger.approve(1, made.line.id)).code == "regels.versie_onbekend"
    same = stranger.propose(id=made.line.id, tables={"eigen.toml": search_term(3, gemeente="0363")})
    assert same.status_code == 422
    assert same.json()["code"] == "unreadable"


def test_a_lost_answer_may_be_asked_again(author: Member, second: Member) -> None:
    rid = new_id()
    assert (
        read(author.propose(id=rid), RulesProposed).line == read(author.propose(id=rid), RulesProposed).line
    )
    first = read(second.approve(1, rid), RulesDecided)
    assert read(second.approve(1, rid), RulesDecided).line == first.line
    gone = read(second.withdraw(1, rid), RulesDecided)
    assert read(second.withdraw(1, rid), RulesDecided).line == gone.line
    assert (gone.line.withdrawn_by, gone.line.withdrawn_reason) == ("b.beheer", "klopt niet")
    assert len(read(author.list(), RulesList).sets) == 1


def test_what_was_not_read_is_not_decided_upon(author: Member, second: Member) -> None:
    read(author.propose(), RulesProposed)
    assert refused(second.approve(1, new_id())).code == "regels.versie_onbekend"
    assert refused(second.withdraw(1, new_id())).code == "regels.versie_onbekend"
    assert refused(second.withdraw(1, new_id(), " ")).code == "regels.reden"


def test_cases_that_change_unseen_keep_no_proposal(author: Member) -> None:
    answer = read(author.propose(cases=CASES), RulesProposed)
    assert (answer.line, [case.id for case in answer.changed]) == (None, ["jong"])
    assert read(author.list(), RulesList).sets == []


def test_a_proposal_over_tables_that_hold_no_more_is_refused(author: Member, second: Member) -> None:
    made = read(author.propose(), RulesProposed)
    read(second.approve(1, made.line.id), RulesDecided)
    again = {"eigen.toml": search_term(2)}
    assert refused(author.propose(again, over=0)).code == "regels.ingehaald"
    assert read(author.propose(again, over=1), RulesProposed).line.number == 2


def bad(change: Callable[[str], str], name: str = "eigen.toml") -> dict[str, str]:
    return {name: change(search_term(3))}


@pytest.mark.parametrize(
    ("tables", "code", "line", "reason"),
    [
        (bad(lambda t: t.replace("2026-12-31", "2026-12-30")), "regels.gat", 17, "sluit niet aan"),
        (bad(lambda t: t.replace("2026-12-31", "2027-01-02")), "regels.overlap", 17, "overlapt"),
        (bad(lambda t: t.replace("waarde = 3", "waarde = -3")), "regels.waarde", 20, "heel getal"),
        (bad(lambda t: t.replace('id = "D01"', 'id = "D99"')), "regels.onbekend", 5, "onbekende regel"),
        (bad(lambda t: t.replace("0358", "0363")), "regels.gemeente", 4, "dit kantoor werkt niet"),
        (bad(lambda t: t.replace("[[regel]]", "[[regel]", 1)), "regels.toml", 4, ""),
    ],
)
def test_a_bad_table_is_refused_with_file_line_and_reason(
    author: Member, tables: dict[str, str], code: str, line: int, reason: str
) -> None:
    problem = refused(author.propose(tables))
    assert (problem.code, problem.file, problem.line) == (code, "eigen.toml", line)
    assert reason in problem.reason


@pytest.mark.parametrize(
    "text",
    [
        "versie = 2027-01-01\na = " + "[" * 50_000,
        "versie = 2027-01-01\na = " + "9" * 6_000,
        search_term(3).replace("waarde = 3", "waarde = " + "[" * 5_000 + "]" * 5_000),
        search_term(3).replace("waarde = 3", "waarde = 1" + "0" * 400),
        search_term(3).replace("waarde = 3", "waarde = {maand = 99999999999999999999, dag = 1}"),
        "\x00",
        "",
    ],
)
def test_a_hostile_table_is_a_refusal_and_never_a_defect(author: Member, text: str) -> None:
    assert refused(author.propose({"eigen.toml": text}, cases=CASES)).code.startswith("regels.")


@pytest.mark.parametrize(
    ("cases", "code"),
    [
        ("[" * 100_000, "gevallen.json"),
        ("{}", "gevallen.formaat"),
        (json.dumps({"formaat": 1, "gevallen": [{"id": "a"}, {"id": "a"}]}), "gevallen.dubbel"),
        (
            json.dumps({"formaat": 1, "gevallen": [{"id": str(n)} for n in range(5_001)]}),
            "gevallen.te_veel",
        ),
    ],
)
def test_a_hostile_case_file_is_refused(author: Member, cases: str, code: str) -> None:
    assert refused(author.propose(cases=cases)).code == code


@pytest.mark.parametrize(
    "facts",
    [
        {"tables": {"../weg.toml": search_term(3)}},
        {"tables": {f"{SECRET}\x00.toml": search_term(3)}},
        {"tables": {f"f{n}.toml": "versie = 2027-01-01" for n in range(101)}},
        {"note": f"{SECRET}\x00"},
        {"note": SECRET * 500},
    ],
)
def test_what_nobody_types_is_unreadable_and_not_repeated(author: Member, facts: dict[str, Any]) -> None:
    answer = author.propose(**facts)
    assert (answer.status_code, answer.json()["code"]) == (422, "unreadable")
    assert SECRET not in answer.text


PATHS = [
    paths.RULES_LIST, paths.RULES_SHOW, paths.RULES_PROPOSE, paths.RULES_APPROVE, paths.RULES_WITHDRAW,
]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_a_body_that_is_no_message_is_refused(author: Member, path: str) -> None:
    for body in (b"", b"null", b"[", b"{", b"\xff", b"[" * 100_000, b'{"user":"Kanarie999"}'):
        answer = author.post(path, body)
        assert answer.status_code in (413, 422)
        assert SECRET not in answer.text


def test_a_huge_proposal_is_cut_off(author: Member) -> None:
    assert author.post(paths.RULES_PROPOSE, b" " * (5 << 20)).status_code == 413
    assert author.post(paths.RULES_LIST, b" " * 70_000).status_code == 413
