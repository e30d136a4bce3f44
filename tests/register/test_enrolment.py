"""How a PC becomes a desk and a member of staff comes to it, and how both are shut out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import msgspec
import pytest

from tests.fixtures.register import TestRegister
from tests.fixtures.register_desk import DeskClient, written_in
from werkdesk.errors import Refused
from werkdesk.messages.paths import ENROL, SIGN_IN
from werkdesk.messages.wire import EnrolAnswer, EnrolRequest, SignInAnswer, SignInRequest
from werkdesk.register.database import in_transaction
from werkdesk.register.desks import add_desk, list_desks
from werkdesk.register.offices import add_office
from werkdesk.register.personnel import add_staff, new_code, revoke_staff

pytestmark = pytest.mark.postgres

NewDesk = Callable[[], DeskClient]
JSON = {"Content-Type": "application/json"}


def enrolment(code: str, **other: Any) -> EnrolRequest:
    values = {"public_key": "aa", "instance_id": "bb", "hostname": "pc", "app_version": "1"}
    return EnrolRequest(code=code, **{**values, **other})


def enrol(url: str, request: EnrolRequest) -> httpx.Response:
    return httpx.post(url + ENROL, content=msgspec.json.encode(request), headers=JSON, trust_env=False)


def sign_in(desk: DeskClient, user: str, code: str) -> httpx.Response:
    request = SignInRequest(desk_id=desk.desk.id, user=user, code=code)
    headers = {**JSON, "Authorization": f"Bearer {desk.desk.token}"}
    return desk.http.post(SIGN_IN, content=msgspec.json.encode(request), headers=headers)


def test_a_code_makes_a_pc_a_desk(register: TestRegister, served: str) -> None:
    answer = msgspec.json.decode(enrol(served, enrolment(register.desk_code())).content, type=EnrolAnswer)
    assert (answer.balie, answer.office, answer.office_name) == (1, "kantoor", "Werkplein Proef")
    assert (answer.location, answer.gemeenten, answer.scopes) == ("Hal", ["0362", "0358"], ["kantoor"])
    assert answer.register_key == register.keys.public_key
    (state,) = in_transaction(register.engine, list_desks)
    assert (state.hostname, state.waits_for_code) == ("pc", False)


def test_a_code_may_be_typed_as_it_is_read_out(register: TestRegister, served: str) -> None:
    code = register.desk_code().lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert enrol(served, enrolment(code)).status_code == 200


def test_a_code_works_once_but_the_same_pc_may_ask_again(register: TestRegister, served: str) -> None:
    code = register.desk_code()
    first, again = (enrol(served, enrolment(code)) for _ in range(2))
    assert first.json()["desk_id"] == again.json()["desk_id"]
    other = enrol(served, enrolment(code, instance_id="cc"))
    assert (other.status_code, other.json()["code"]) == (403, "wrong_code")


def test_a_code_is_too_old_after_a_quarter_of_an_hour(register: TestRegister, served: str) -> None:
    code = register.desk_code()
    with register.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE enrol_code SET expires_at = expires_at - interval '15 minutes'")
    assert enrol(served, enrolment(code)).status_code == 403


def test_the_register_keeps_no_code_and_no_token(register: TestRegister, served: str) -> None:
    code = register.desk_code()
    token = enrol(served, enrolment(code)).json()["token"]
    with register.engine.connect() as connection:
        codes = connection.exec_driver_sql("SELECT enrol_code::text FROM enrol_code").scalars().all()
        desks = connection.exec_driver_sql("SELECT desk::text FROM desk").scalars().all()
    assert codes
    assert not any(code.replace("-", "") in row or token in row for row in (*codes, *desks))


def test_who_guesses_codes_must_wait(register: TestRegister, served: str) -> None:
    answers = [enrol(served, enrolment("AAAA-AAAA-AAAA")) for _ in range(11)]
    assert [answer.status_code for answer in answers] == [403] * 10 + [429]
    assert answers[-1].json()["retry_after_ms"] > 0


def test_a_member_of_staff_comes_to_a_desk_with_a_code(new_desk: NewDesk, register: TestRegister) -> None:
    desk = new_desk()
    _, code = register.staff()
    response = sign_in(desk, "F.Balie ", code)
    answer = msgspec.json.decode(response.content, type=SignInAnswer)
    assert (answer.user, answer.name, answer.roles) == ("f.balie", "Fictieve Medewerker", ["balie"])
    assert sign_in(desk, "f.balie", code).status_code == 200  # the answer was lost, say
    assert sign_in(new_desk(), "f.balie", code).status_code == 403
    desk.pull()
    assert [one["user"] for one in desk.of_type("medewerker").values()] == ["f.balie"]


def test_a_code_of_one_person_is_no_code_for_another(new_desk: NewDesk, register: TestRegister) -> None:
    _, code = register.staff()
    register.staff("t.leider")
    desk = new_desk()
    assert sign_in(desk, "t.leider", code).status_code == 403
    assert sign_in(desk, "f.balie", code).status_code == 200  # the wrong attempt did not spend it


def test_a_desk_code_is_no_staff_code(new_desk: NewDesk, register: TestRegister) -> None:
    register.staff()
    assert sign_in(new_desk(), "f.balie", register.desk_code()).status_code == 403


def test_a_revoked_desk_is_refused_at_its_next_call_and_its_work_stays(
    new_desk: NewDesk, register: TestRegister
) -> None:
    desk, other = new_desk(), new_desk()
    klant = written_in()
    desk.push(klant)
    register.revoke(desk.desk)
    response = desk.raw(msgspec.json.encode(desk.pull_request()))
    assert (response.status_code, response.json()["code"]) == (403, "revoked")
    assert sign_in(desk, "f.balie", "x").status_code == 403
    other.pull()
    assert klant.id in other.of_type("klant")
    assert other.of_type("balie")[desk.desk.id]["active"] is False


def test_the_number_of_a_revoked_desk_does_not_come_back(register: TestRegister) -> None:
    desk = register.enrol()
    register.revoke(desk)
    made = in_transaction(register.engine, lambda c: add_desk(c, register.office, "Zijzaal"))
    assert made.balie == desk.balie + 1
    with pytest.raises(Refused, match=r"balie\.bestaat"):
        in_transaction(register.engine, lambda c: add_desk(c, register.office, None, desk.balie))


def test_a_revoked_member_of_staff_gets_no_code_and_desks_hear_it(
    new_desk: NewDesk, register: TestRegister
) -> None:
    desk = new_desk()
    member, code = register.staff()
    in_transaction(register.engine, lambda c: revoke_staff(c, member.scope, member.user))
    assert sign_in(desk, "f.balie", code).status_code == 403
    with pytest.raises(Refused, match=r"medewerker\.onbekend"):
        in_transaction(register.engine, lambda c: new_code(c, member.scope, member.user))
    desk.pull()
    assert desk.of_type("medewerker")[member.id]["active"] is False


@pytest.mark.parametrize(
    ("values", "code"),
    [
        (("Kantoor", "Naam", ["0362"], ["Hal"]), "kantoor.code"),
        (("kantoor2", " ", ["0362"], ["Hal"]), "kantoor.naam"),
        (("kantoor2", "Naam", ["362"], ["Hal"]), "kantoor.gemeente"),
        (("kantoor2", "Naam", ["0362"], []), "kantoor.locatie"),
        (("kantoor", "Naam", ["0362"], ["Hal"]), "kantoor.bestaat"),
    ],
)
def test_an_office_must_make_sense(register: TestRegister, values: tuple[Any, ...], code: str) -> None:
    with pytest.raises(Refused) as refused:
        in_transaction(register.engine, lambda c: add_office(c, *values))
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("user", "name", "role", "code"),
    [
        ("F Balie", "Naam", "balie", "medewerker.gebruiker"),
        ("f.balie", "", "balie", "medewerker.naam"),
        ("f.balie", "Naam", "koning", "medewerker.rol"),
    ],
)
def test_a_member_of_staff_must_make_sense(
    register: TestRegister, user: str, name: str, role: str, code: str
) -> None:
    with pytest.raises(Refused) as refused:
        in_transaction(register.engine, lambda c: add_staff(c, register.office, user, name, [role]))
    assert refused.value.code == code
