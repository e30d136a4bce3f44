"""A register that is another one, an older one, or one that sends us away: said, and nothing is lost."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import trustme

from tests.contract.lying_register import http, lying, says
from tests.faults.fault_desk import USER, FaultDesk, here, save
from tests.fixtures.desk import PIN
from tests.fixtures.register import Postgres, TestRegister, serving
from tests.patience import PATIENCE
from werkdesk.errors import Locked
from werkdesk.register.backup import back_up, restore
from werkdesk.register.database import in_transaction, open_engine
from werkdesk.register.desks import revoke_desk
from werkdesk.register.ids import new_id
from werkdesk.register.personnel import revoke_staff
from werkdesk.register.profile import Profile
from werkdesk.register.secret_keys import read_keys
from werkdesk.register.wiring import OpenRegister
from werkdesk.ui.teksten.verbinding import pill_words
from werkdesk.ui.texts import explain_code

pytestmark = pytest.mark.postgres
OK = says(http("200 OK", b"{}"))


def context(ca: trustme.CA, name: str = "127.0.0.1", **wanted: object) -> ssl.SSLContext:
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ca.issue_cert(name, **wanted).configure_cert(made)  # type: ignore[arg-type]
    return made


def pem(ca: trustme.CA) -> str:
    return ca.cert_pem.bytes().decode()


STRANGERS: dict[str, Callable[[trustme.CA], tuple[ssl.SSLContext, str]]] = {
    "another authority": lambda ca: (context(trustme.CA()), "register.certificaat"),
    "another name": lambda ca: (context(ca, "elders.test"), "register.certificaat_naam"),
    "expired": lambda ca: (
        context(ca, not_after=datetime(2020, 1, 1, tzinfo=UTC)), "register.certificaat_verlopen",
    ),
    "not valid yet": lambda ca: (
        context(ca, not_before=datetime(2150, 1, 1, tzinfo=UTC)), "register.certificaat_verlopen",
    ),
}  # fmt: skip


@pytest.mark.parametrize("stranger", STRANGERS)
def test_a_stranger_hears_nothing_and_staff_hear_which_kind_of_stranger(
    broken_desk: FaultDesk, stranger: str
) -> None:
    ca = trustme.CA()
    tls, code = STRANGERS[stranger](ca)
    with lying(OK, tls) as liar:
        broken_desk.point_to(liar.url, pem(ca))
        with broken_desk.at_work() as (desk, session):
            kept = {save(session)}
            assert desk.sync().fout == code
            line = session.actions.lees.verbinding()
            assert (line.wachten, line.fout) == (2, code)
            assert "bel beheer" in pill_words(line, session.actions.clock())
            kept.add(save(session))  # work goes on
            assert here(session) == kept
        assert liar.requests == []
    sentence = explain_code(code)
    assert "Er is niets verstuurd" in sentence
    broken_desk.point_to(broken_desk.url)
    assert broken_desk.sync().fout is None
    assert set(broken_desk.at_register()) == kept


def test_a_register_that_speaks_without_tls_hears_nothing(broken_desk: FaultDesk) -> None:
    door = socket.create_server(("127.0.0.1", 0))
    heard: list[bytes] = []

    def speak() -> None:
        with suppress(OSError):
            while True:
                line, _ = door.accept()
                with line:
                    line.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
                    heard.append(line.recv(4096))

    speaker = threading.Thread(target=speak, daemon=True)
    speaker.start()
    try:
        broken_desk.point_to(f"https://127.0.0.1:{door.getsockname()[1]}", pem(trustme.CA()))
        with broken_desk.at_work() as (desk, session):
            save(session)
            assert desk.sync().fout == "register.certificaat_protocol"
            assert session.actions.lees.verbinding().wachten == 2
    finally:
        with suppress(OSError):
            door.shutdown(socket.SHUT_RDWR)
        door.close()
        speaker.join()
    assert not any(b"Bearer" in words for words in heard)


PORTAL = b"<html><body>Log in op het wifi-netwerk</body></html>"


@pytest.mark.parametrize(
    ("status", "head"),
    [
        ("200 OK", "Content-Type: text/html"), ("200 OK", "Content-Type: application/json"),
        ("302 Found", "Location: http://127.0.0.1:1/inloggen"), ("403 Forbidden", "Content-Type: text/html"),
        ("407 Proxy Authentication Required", "Content-Type: text/html"), ("404 Not Found", "X-A: b"),
        ("511 Network Authentication Required", "Content-Type: text/html"),
    ],
    ids=range(7),
)  # fmt: skip
def test_the_page_of_a_portal_is_no_receipt(broken_desk: FaultDesk, status: str, head: str) -> None:
    answer = (
        f"HTTP/1.1 {status}\r\n{head}\r\nContent-Length: {len(PORTAL)}\r\nConnection: close\r\n\r\n"
    ).encode() + PORTAL
    with lying(lambda connection, _: connection.sendall(answer)) as portal:
        broken_desk.point_to(portal.url)
        with broken_desk.at_work() as (desk, session):
            kenmerk = save(session)
            assert desk.sync().fout == "register.antwoord"
            assert session.actions.lees.verbinding().wachten == 2
    assert "U werkt door" in explain_code("register.antwoord")
    broken_desk.point_to(broken_desk.url)
    assert broken_desk.sync().fout is None
    assert broken_desk.at_register() == [kenmerk]


def _forward(url: str, request: bytes) -> bytes:
    """What the real register says to this request."""
    place = urlsplit(url)
    with socket.create_connection((place.hostname or "", place.port or 0), timeout=PATIENCE) as line:
        line.sendall(request)
        answer = b""
        while b"\r\n\r\n" not in answer:
            answer += line.recv(65536)
        head, _, body = answer.partition(b"\r\n\r\n")
        length = next(
            int(one.split(b":")[1])
            for one in head.split(b"\r\n")
            if one.lower().startswith(b"content-length")
        )
        while len(body) < length:
            body += line.recv(65536)
        return head + b"\r\n\r\n" + body


@pytest.mark.parametrize("told", [0, 40, 200], ids=["no byte", "half a head", "half a body"])
def test_an_answer_that_is_lost_after_the_register_committed_makes_nothing_double(
    broken_desk: FaultDesk, told: int
) -> None:
    cut = [told, told]

    def answer(connection: socket.socket, request: bytes) -> None:
        whole = _forward(broken_desk.url, request)
        if cut:
            connection.sendall(whole[: cut.pop()])
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        else:
            connection.sendall(whole)

    with lying(answer) as line:
        broken_desk.point_to(line.url)
        with broken_desk.at_work() as (desk, session):
            kept = {save(session) for _ in range(3)}
            first = desk.sync()
            waiting = session.actions.lees.verbinding().wachten
            assert waiting == 6 if first.fout else waiting == 0
            while cut:
                desk.sync()
            assert desk.sync().fout is None
            assert session.actions.lees.verbinding().wachten == 0
            assert here(session) == kept
    assert sorted(broken_desk.at_register()) == sorted(kept)


@pytest.fixture
def older(postgres: Postgres, broken_desk: FaultDesk, tmp_path: Path) -> Iterator[Callable[[], TestRegister]]:
    """Takes a backup now; called, it gives the register that was made from it."""
    file = tmp_path / "kopie.tar"
    register = broken_desk.register
    back_up(OpenRegister(register.profile, register.engine, None), file)
    name = f"leeg{new_id().hex}"
    postgres.cluster.ensure_database(name)
    engine = open_engine(postgres.cluster.url(name))
    spare = OpenRegister(Profile(tmp_path / "teruggezet"), engine, None)

    def make() -> TestRegister:
        restore(spare, file)
        return TestRegister(spare.profile, "", engine, read_keys(spare.profile), register.office)

    yield make
    engine.dispose()
    postgres.cluster.drop_database(name)


def test_a_register_that_was_put_back_is_noticed_and_nothing_is_lost_here(
    broken_desk: FaultDesk, older: Callable[[], TestRegister]
) -> None:
    with broken_desk.at_work() as (desk, session):
        kept = {save(session) for _ in range(3)}
        assert desk.sync().fout is None
    restored = older()
    with serving(restored) as url:
        broken_desk.point_to(url)
        with broken_desk.at_work() as (desk, session):
            kept.add(save(session))
            assert desk.sync().fout == "register.geschiedenis"
            line = session.actions.lees.verbinding()
            assert line.wachten == 2
            assert "bel beheer" in pill_words(line, session.actions.clock())
            assert here(session) == kept
            kept.add(save(session))
            assert here(session) == kept
    assert "teruggezet" in explain_code("register.geschiedenis")


def test_a_desk_that_was_shut_out_keeps_its_work_and_says_so(broken_desk: FaultDesk) -> None:
    in_transaction(broken_desk.register.engine, lambda c: revoke_desk(c, "kantoor", 1))
    with broken_desk.at_work() as (desk, session):
        kept = {save(session)}
        assert desk.sync().fout == "register.ingetrokken"
        line = session.actions.lees.verbinding()
        assert (line.wachten, line.fout) == (2, "register.ingetrokken")
        assert "bel beheer" in pill_words(line, session.actions.clock())
        assert here(session) == kept
    assert "buitengesloten" in explain_code("register.ingetrokken")
    assert broken_desk.at_register() == []
    with broken_desk.at_work() as (_, session):
        assert here(session) == kept


def test_a_colleague_who_was_shut_out_saves_nothing_more_and_keeps_the_draft(broken_desk: FaultDesk) -> None:
    desk = broken_desk.desk()
    session = desk.sign_in(USER, PIN)
    kept = {save(session)}
    in_transaction(broken_desk.register.engine, lambda c: revoke_staff(c, "kantoor", USER))
    assert desk.sync().fout is None
    with pytest.raises(Locked, match=r"medewerker\.ingetrokken"):
        save(session)
    session.actions.concepten.save("melding:1", {"toelichting": "half"}, USER)
    assert session.actions.concepten.read("melding:1") == {"toelichting": "half"}
    assert here(session) == kept
    desk.lock()
    with pytest.raises(Locked, match=r"medewerker\.ingetrokken"):
        desk.sign_in(USER, PIN)
    assert "ingetrokken" in explain_code("medewerker.ingetrokken")
    assert broken_desk.at_register() == sorted(kept)
