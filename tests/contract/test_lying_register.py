"""Nothing a register says, or fails to say, does more than raise one of the foreseen failures."""

from __future__ import annotations

import socket
from datetime import UTC, datetime
from uuid import UUID, uuid4

import msgspec
import pytest
import zstandard

from tests.contract.lying_register import Answerer, http, lying, says
from werkdesk.errors import Refused, Unavailable, WerkdeskError
from werkdesk.messages.wire import (
    Change,
    Cursor,
    Feed,
    Mutation,
    Outcome,
    Problem,
    Pull,
    Push,
    PushResult,
    SyncAnswer,
    SyncRequest,
)
from werkdesk.transport import bodies, register_client
from werkdesk.transport.register_client import RegisterClient

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
DESK = UUID(int=1)


def mutation() -> Mutation:
    return Mutation(
        id=uuid4(), mseq=1, unit=uuid4(), unit_n=1, record="klant", rid=uuid4(), soort="KlantIngeschreven",
        base_rev=0, schema=1, body=msgspec.Raw(b"{}"), made_at=NOW, actor="a.test", hash="0" * 64,
    )  # fmt: skip


def request(*, push: Push | None = None, scopes: tuple[str, ...] = ("kantoor",)) -> SyncRequest:
    pull = Pull(cursors=[Cursor(scope=scope) for scope in scopes])
    return SyncRequest(desk_id=DESK, instance_id="i", push=push, pull=pull)


def answer_with(**parts: object) -> bytes:
    return msgspec.json.encode(SyncAnswer(epoch="e", server_time=NOW, **parts))  # type: ignore[arg-type]


def failure(answer: Answerer, asked: SyncRequest | None = None) -> WerkdeskError:
    with lying(answer) as register, RegisterClient(register.url, None) as client:
        with pytest.raises((Unavailable, Refused)) as caught:
            client.sync(asked or request())
        return caught.value


def test_an_honest_answer_is_read() -> None:
    with lying(says(http("200 OK", answer_with()))) as register, RegisterClient(register.url, None) as client:
        assert client.sync(request()).epoch == "e"


def test_two_calls_use_one_connection() -> None:
    ports: set[int] = set()

    def note(connection: socket.socket, _: bytes) -> None:
        ports.add(connection.getpeername()[1])
        connection.sendall(http("200 OK", answer_with()))

    with lying(note) as register, RegisterClient(register.url, None) as client:
        client.sync(request())
        client.sync(request())
    assert len(ports) == 1


def test_a_kept_connection_that_was_closed_is_replaced_without_a_failure() -> None:
    def once(connection: socket.socket, _: bytes) -> None:
        connection.sendall(http("200 OK", answer_with()))
        connection.shutdown(socket.SHUT_RDWR)

    with lying(once) as register, RegisterClient(register.url, None) as client:
        for _ in range(5):
            client.sync(request())
        assert len(register.requests) == 5


@pytest.mark.parametrize(
    "body",
    [
        b"<html>Inloggen op het netwerk</html>",
        b"",
        b"null",
        b"[]",
        b'{"epoch":1}',
        answer_with()[:-1],
        answer_with()[:-1] + b',"nieuw":1}',
        b"[" * 200_000,
        b'{"epoch":"e","server_time":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b'{"epoch":"\xff"}',
        b"\x00" * 100,
    ],
    ids=["html", "empty", "null", "list", "types", "cut", "unknown", "deep", "deep-value", "latin", "nul"],
)
def test_a_body_that_is_no_answer_counts_as_no_answer(body: bytes) -> None:
    assert failure(says(http("200 OK", body))).code == "register.antwoord"


def test_deep_json_inside_a_record_does_not_break_the_reader() -> None:
    deep = b'{"a":' * 5_000 + b"1" + b"}" * 5_000
    feed = answer_with().replace(
        b'"feeds":[]',
        b'"feeds":[{"scope":"kantoor","from_seq":0,"to_seq":1,"tag":"","more":false,"floor":0,"changes":['
        b'{"q":1,"t":"klant","id":"%s","v":1,"k":"put","u":"%s","f":%s}]}]'
        % (str(uuid4()).encode(), str(uuid4()).encode(), deep),
    )
    assert failure(says(http("200 OK", feed))).code == "register.antwoord"


def test_a_page_of_a_proxy_is_no_answer_and_is_not_read() -> None:
    assert failure(says(http("200 OK", b"<html>", "text/html"))).code == "register.antwoord"


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "307 Temporary Redirect", "204 No Content"])
def test_a_redirect_is_not_followed(status: str) -> None:
    answer = http(status, b"", "application/json", "Location: http://127.0.0.1:9/v1/sync")
    with lying(says(answer)) as register, RegisterClient(register.url, None) as client:
        with pytest.raises(Unavailable, match=r"register\.antwoord"):
            client.sync(request())
        assert len(register.requests) == 1


def test_a_403_of_a_proxy_is_not_taken_for_a_refusal() -> None:
    assert failure(says(http("403 Forbidden", b"<html>", "text/html"))).code == "register.antwoord"
    assert failure(says(http("403 Forbidden", b"{}"))).code == "register.antwoord"


@pytest.mark.parametrize(
    ("status", "said", "code"),
    [
        (401, "unauthorized", "register.niet_aangemeld"),
        (403, "revoked", "register.ingetrokken"),
        (403, "wrong_code", "register.code"),
        (409, "gap", "register.reeks"),
        (409, "forked", "register.gekloond"),
        (409, "history_changed", "register.geschiedenis"),
        (410, "cursor_too_old", "register.te_lang_weg"),
        (413, "too_large", "register.te_groot"),
        (422, "unreadable", "register.onleesbaar"),
        (426, "upgrade", "register.bijwerken"),
        (404, "not_found", "register.geweigerd"),
        (403, "een.woord.dat.niemand.kent", "register.geweigerd"),
    ],
)
def test_each_refusal_of_a_whole_call_has_its_own_code(status: int, said: str, code: str) -> None:
    refused = failure(says(http(f"{status} X", msgspec.json.encode(Problem(code=said)))))
    assert isinstance(refused, Refused)
    assert refused.code == code


def test_a_defect_of_the_register_is_something_to_wait_for() -> None:
    problem = msgspec.json.encode(Problem(code="defect", retry_after_ms=5000))
    broken = failure(says(http("500 X", problem)))
    assert isinstance(broken, Unavailable)
    assert broken.code == "register.bezig"


def test_a_push_that_was_not_taken_comes_back_in_our_words() -> None:
    answer = http("200 OK", answer_with(push_error="gap"))
    with lying(says(answer)) as register, RegisterClient(register.url, None) as client:
        assert client.sync(request()).push_error == "register.reeks"


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_a_busy_register_says_how_long_to_wait(status: int) -> None:
    problem = msgspec.json.encode(Problem(code="bezig", retry_after_ms=1500))
    busy = failure(says(http(f"{status} X", problem)))
    assert isinstance(busy, Unavailable)
    assert (busy.code, busy.details["retry_after_ms"]) == ("register.bezig", 1500)


def test_a_wish_to_wait_for_ever_is_cut_to_ten_minutes() -> None:
    problem = msgspec.json.encode(Problem(code="bezig", retry_after_ms=10**12))
    assert failure(says(http("503 X", problem))).details["retry_after_ms"] == 600_000


def test_an_endless_body_is_cut_off() -> None:
    sent: list[int] = []

    def endless(connection: socket.socket, _: bytes) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")
        for _part in range(4_096):  # 256 MiB, far more than sockets keep for a client that no longer reads
            connection.sendall(b" " * 65536)
            sent.append(65536)

    with (
        lying(endless) as register,
        RegisterClient(register.url, None) as client,
        pytest.raises(Unavailable, match=r"register\.antwoord"),
    ):
        client.hello()
    assert len(sent) < 4_096


def test_an_unpacking_bomb_is_stopped() -> None:
    bomb = zstandard.ZstdCompressor().compress(b" " * (bodies.SMALL_BODY * 50))
    answer = http("200 OK", bomb, "application/json", "Content-Encoding: zstd")
    with (
        lying(says(answer)) as register,
        RegisterClient(register.url, None) as client,
        pytest.raises(Unavailable, match=r"register\.antwoord"),
    ):
        client.hello()


@pytest.mark.parametrize("encoding", ["zstd", "gzip", "br", "zstd, zstd"])
def test_a_body_in_another_coding_than_it_says_is_no_answer(encoding: str) -> None:
    answer = http("200 OK", answer_with(), "application/json", f"Content-Encoding: {encoding}")
    assert failure(says(answer)).code == "register.antwoord"


def test_outcomes_of_other_mutations_are_not_believed() -> None:
    sent = Push(prev_hash="0" * 64, mutations=[mutation(), mutation()])
    ids = [one.id for one in sent.mutations]
    for claimed in ([], ids[:1], ids[::-1], [*ids, uuid4()], [uuid4(), uuid4()]):
        result = PushResult(
            outcomes=[Outcome(id=one, outcome="applied") for one in claimed], last_mseq=2, last_hash=""
        )
        said = says(http("200 OK", answer_with(push=result)))
        assert failure(said, request(push=sent)).details["reden"] == "uitkomsten"


def test_a_push_without_a_word_about_it_is_not_believed() -> None:
    sent = Push(prev_hash="0" * 64, mutations=[mutation()])
    silent = failure(says(http("200 OK", answer_with())), request(push=sent))
    assert silent.details["reden"] == "uitkomsten"


def test_outcomes_without_a_push_are_not_believed() -> None:
    result = PushResult(outcomes=[Outcome(id=uuid4(), outcome="applied")], last_mseq=1, last_hash="")
    assert failure(says(http("200 OK", answer_with(push=result)))).code == "register.antwoord"


def feed(scope: str, first: int, last: int, numbers: list[int]) -> Feed:
    changes = [Change(q=q, t="klant", id=uuid4(), v=1, k="leave", u=uuid4()) for q in numbers]
    return Feed(scope=scope, from_seq=first, to_seq=last, tag="", more=False, floor=0, changes=changes)


@pytest.mark.parametrize(
    "feeds",
    [
        [feed("elders", 0, 1, [1])],
        [feed("kantoor", 0, 1, [1]), feed("kantoor", 1, 2, [2])],
        [feed("kantoor", 0, 2, [2])],
        [feed("kantoor", 0, 2, [2, 1])],
        [feed("kantoor", 0, 1, [1, 2])],
        [feed("kantoor", 0, 3, [])],
    ],
    ids=["foreign", "twice", "hole", "order", "too-many", "missing"],
)
def test_a_feed_with_a_hole_or_of_a_foreign_scope_is_not_believed(feeds: list[Feed]) -> None:
    assert failure(says(http("200 OK", answer_with(feeds=feeds)))).code == "register.antwoord"


def test_a_register_that_hangs_up_is_unreachable() -> None:
    def hang_up(connection: socket.socket, _: bytes) -> None:
        connection.shutdown(socket.SHUT_RDWR)

    assert failure(hang_up).code == "register.onbereikbaar"


def test_nobody_there_is_unreachable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with (
        RegisterClient(f"http://127.0.0.1:{port}", None) as client,
        pytest.raises(Unavailable, match=r"register\.onbereikbaar"),
    ):
        client.sync(request())


def test_a_silent_register_runs_out_of_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(register_client, "READ_SECONDS", 0.2)
    assert failure(lambda _, __: None).code == "register.tijd"


def test_a_head_that_dribbles_runs_out_of_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(register_client, "READ_SECONDS", 0.2)
    monkeypatch.setattr(register_client, "CONNECT_SECONDS", 0.2)

    with lying(lambda _, __: None) as register:

        def dribble(connection: socket.socket, _: bytes) -> None:
            connection.sendall(b"HTTP/1.1 200 OK\r\nX-Veel: ")
            while not register.stopping.wait(0.05):
                connection.sendall(b"a")

        register.answer = dribble
        with (
            RegisterClient(register.url, None) as client,
            pytest.raises(Unavailable, match=r"register\.tijd"),
        ):
            client.sync(request())


def test_a_body_that_dribbles_runs_out_of_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, "GRACE_SECONDS", 0.2)

    with lying(lambda _, __: None) as register:

        def dribble(connection: socket.socket, _: bytes) -> None:
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")
            while not register.stopping.wait(0.05):
                connection.sendall(b" ")

        register.answer = dribble
        with (
            RegisterClient(register.url, None) as client,
            pytest.raises(Unavailable, match=r"register\.tijd"),
        ):
            client.sync(request())


def test_a_waiting_call_is_woken_from_another_thread() -> None:
    arrived: list[RegisterClient] = []

    def stop(_: socket.socket, __: bytes) -> None:
        arrived[0].abort()

    with lying(stop) as register, RegisterClient(register.url, None) as client:
        arrived.append(client)
        with pytest.raises(Unavailable, match=r"register\.onbereikbaar"):
            client.sync(request())
        with pytest.raises(Unavailable, match=r"register\.onbereikbaar"):
            client.sync(request())
        assert len(register.requests) == 1


def test_a_blob_goes_on_where_the_register_stopped() -> None:
    content = bytes(range(256)) * 10_000
    asked: list[bytes] = []

    def half(connection: socket.socket, got: bytes) -> None:
        span = next(line for line in got.split(b"\r\n") if line.lower().startswith(b"content-range"))
        asked.append(span)
        last = int(span.split(b"-")[-1].split(b"/")[0])
        held = last + 1 if asked[1:] else 100
        answer = {"epoch": "e", "server_time": NOW, "offset": held, "complete": held == len(content)}
        connection.sendall(http("200 OK", msgspec.json.encode(answer)))

    with lying(half) as register, RegisterClient(register.url, None) as client:
        client.send_blob("a" * 64, content)
    assert [span.split(b" ")[-1].split(b"-")[0] for span in asked] == [b"0", b"100", b"1048676", b"2097252"]


def test_a_register_that_never_completes_a_blob_is_given_up() -> None:
    stuck = msgspec.json.encode({"epoch": "e", "server_time": NOW, "offset": 0, "complete": False})
    with lying(says(http("200 OK", stuck))) as register, RegisterClient(register.url, None) as client:
        with pytest.raises(Unavailable, match=r"register\.antwoord"):
            client.send_blob("a" * 64, b"1234")
        assert len(register.requests) < 5
