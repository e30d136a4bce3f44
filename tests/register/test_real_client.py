"""The desk's own HTTP client against the real register, over real TLS."""

from __future__ import annotations

import hashlib
import socket
import threading
from collections.abc import Iterator

import pytest

from tests.fixtures.register import EnrolledTestDesk, TestRegister
from tests.fixtures.register_desk import DeskClient, written_in
from tests.fixtures.rule_tables import program_tables
from tests.patience import PATIENCE
from werkdesk.errors import Refused, Unavailable
from werkdesk.messages.wire import Cursor, EnrolRequest, Pull, SignInRequest
from werkdesk.register.certificates import own_certificate, server_context
from werkdesk.register.ids import new_id
from werkdesk.register.service import Listen, make_server
from werkdesk.register.wiring import wire
from werkdesk.transport.register_client import RegisterClient

pytestmark = pytest.mark.postgres


@pytest.fixture
def url(register: TestRegister) -> Iterator[str]:
    context = server_context(own_certificate(register.profile, "127.0.0.1"))
    wired = wire(register.engine, register.keys, program_tables)
    door = socket.create_server(("127.0.0.1", 0))
    server = make_server(wired.application, wired.bell, Listen(host="127.0.0.1", port=0), door, context)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [door]})
    thread.start()
    yield f"https://127.0.0.1:{door.getsockname()[1]}"
    wired.bell.close()
    server.should_exit = True
    thread.join(timeout=PATIENCE)


def test_a_desk_enrols_signs_in_synchronises_and_sends_a_paper(register: TestRegister, url: str) -> None:
    ca = register.profile.ca.read_text("utf-8")
    request = EnrolRequest(
        code=register.desk_code(), public_key="aa", instance_id="i", hostname="pc", app_version="0"
    )
    with RegisterClient(url, ca) as client:
        assert client.hello().pull_rows == 2_000
        enrolled = client.enrol(request)
    desk = DeskClient(
        None,  # type: ignore[arg-type]
        EnrolledTestDesk(enrolled.desk_id, enrolled.token, "i", enrolled.balie, "kantoor"),
    )
    _, code = register.staff()
    with RegisterClient(url, ca, enrolled.token) as client:
        who = client.sign_in(SignInRequest(desk_id=enrolled.desk_id, user="f.balie", code=code))
        assert who.roles == ["balie"]
        before = desk.hash
        push = desk.push_of([desk.mutation(written_in()) for _ in range(40)], before)
        answer = client.sync(push)
        assert answer.push is not None
        assert {outcome.outcome for outcome in answer.push.outcomes} == {"applied"}
        pull = Pull(cursors=[Cursor(scope="kantoor")], wait_s=5)
        (feed,) = client.sync(desk.request(pull=pull, epoch=answer.epoch)).feeds
        assert [change.t for change in feed.changes] == ["balie", "medewerker", *["klant"] * 40]
        content = bytes(range(256)) * 10_000
        name = hashlib.sha256(content).hexdigest()
        client.send_blob(name, content)
        client.send_blob(name, content)
        client.send_blob(hashlib.sha256(b"").hexdigest(), b"")


def test_the_client_hears_refusals_in_its_own_words(register: TestRegister, url: str) -> None:
    ca = register.profile.ca.read_text("utf-8")
    request = EnrolRequest(
        code="AAAA-AAAA-AAAA", public_key="", instance_id="i", hostname="pc", app_version="0"
    )
    with RegisterClient(url, ca) as client, pytest.raises(Refused):
        client.enrol(request)
    revoked = register.enrol()
    register.revoke(revoked)
    call = DeskClient(None, revoked).pull_request()  # type: ignore[arg-type]
    with RegisterClient(url, ca, revoked.token) as client, pytest.raises(Refused) as refused:
        client.sync(call)
    assert refused.value.details["status"] == 403
    with RegisterClient(url, ca, new_id().hex) as client, pytest.raises(Refused) as refused:
        client.sync(call)
    assert refused.value.details["status"] == 401
    with RegisterClient(url, None) as client, pytest.raises(Unavailable, match=r"register\.certificaat"):
        client.hello()
