"""The client against the real routes, over HTTP in this process."""

from __future__ import annotations

import hashlib
from uuid import uuid4

import pytest

from tests.fixtures.register import TestRegister
from werkdesk.errors import Refused, Unavailable
from werkdesk.messages.wire import Cursor, EnrolRequest, Pull, SignInRequest, SyncRequest
from werkdesk.transport.register_client import RegisterClient

pytestmark = pytest.mark.postgres


def enrol_request(code: str) -> EnrolRequest:
    return EnrolRequest(
        code=code, public_key="00" * 32, instance_id=uuid4().hex, hostname="pc", app_version="0"
    )


@pytest.fixture
def client(register: TestRegister, served: str) -> RegisterClient:
    desk = register.enrol()
    register.extra["desk"] = desk
    return RegisterClient(served, None, desk.token)


def asked(register: TestRegister, **parts: object) -> SyncRequest:
    desk = register.extra["desk"]
    given = {"pull": Pull(cursors=[Cursor(scope="kantoor")]), **parts}
    return SyncRequest(desk_id=desk.id, instance_id=desk.instance_id, **given)  # type: ignore[attr-defined,arg-type]


def test_hello_says_who_the_register_is(client: RegisterClient) -> None:
    with client:
        assert client.hello().register_id == client.hello().register_id


def test_a_desk_and_a_colleague_are_enrolled_by_their_codes(register: TestRegister, served: str) -> None:
    _, code = register.staff("f.balie", "Fictieve Balie")
    with RegisterClient(served, None) as stranger:
        made = stranger.enrol(enrol_request(register.desk_code()))
    assert (made.office, made.location, made.gemeenten) == ("kantoor", "Hal", ["0362", "0358"])
    with RegisterClient(served, None, made.token) as desk:
        member = desk.sign_in(SignInRequest(desk_id=made.desk_id, user="f.balie", code=code))
    assert (member.user, member.name, member.roles) == ("f.balie", "Fictieve Balie", ["balie"])


def test_a_wrong_code_is_refused_in_our_words(register: TestRegister, served: str) -> None:
    with RegisterClient(served, None) as stranger, pytest.raises(Refused, match=r"register\.code"):
        stranger.enrol(enrol_request("AAAA-BBBB-CCCC"))


def test_an_empty_register_answers_an_empty_pull(register: TestRegister, client: RegisterClient) -> None:
    with client:
        answer = client.sync(asked(register))
    assert answer.scopes == ["kantoor"]
    assert answer.push is None
    assert all(change.t in ("balie", "medewerker") for feed in answer.feeds for change in feed.changes)


def test_without_a_good_token_nobody_is_helped(register: TestRegister, served: str) -> None:
    register.extra["desk"] = register.enrol()
    with RegisterClient(served, None, "x" * 43) as stranger, pytest.raises(Refused) as refused:
        stranger.sync(asked(register))
    assert refused.value.code == "register.niet_aangemeld"


def test_a_desk_that_was_shut_out_hears_so(register: TestRegister, client: RegisterClient) -> None:
    register.revoke(register.extra["desk"])  # type: ignore[arg-type]
    with client, pytest.raises(Refused, match=r"register\.ingetrokken"):
        client.sync(asked(register))


@pytest.mark.parametrize("size", [1, 1 << 20, (2 << 20) + 17])
def test_a_paper_arrives_whole_and_may_be_sent_twice(size: int, client: RegisterClient) -> None:
    content = bytes(size % 251 for _ in range(1)) * size
    sha256 = hashlib.sha256(content).hexdigest()
    with client:
        client.send_blob(sha256, content)
        client.send_blob(sha256, content)


def test_bytes_under_a_false_hash_are_not_taken(client: RegisterClient) -> None:
    with client, pytest.raises(Unavailable):
        client.send_blob("0" * 64, b"iets anders")
