"""What a scanner, a broken proxy and slow senders do to the register: 4xx or silence, and it stays well."""

from __future__ import annotations

import json
import re
import socket
from contextlib import ExitStack
from random import Random
from urllib.parse import urlsplit

import httpx
import pytest

from tests.faults.fault_desk import FaultDesk, save
from tests.fixtures.register import TestRegister
from tests.patience import PATIENCE
from werkdesk.messages.paths import ENROL, HEALTH, SIGN_IN, SYNC
from werkdesk.register import bodies

pytestmark = pytest.mark.postgres
SECRET = "Zeldzaamverzonnen999990019"


def address(url: str) -> tuple[str, int]:
    place = urlsplit(url)
    assert place.hostname is not None
    assert place.port is not None
    return place.hostname, place.port


def well(url: str) -> bool:
    """Whether it answers that it is well."""
    return httpx.get(url + HEALTH, trust_env=False, timeout=PATIENCE).status_code == 200


def spoken(url: str, words: bytes) -> bytes:
    """Everything that comes back for these bytes, until the other side is done or a second is over."""
    with socket.create_connection(address(url), timeout=1) as line:
        answer = b""
        try:
            line.sendall(words)
            line.shutdown(socket.SHUT_WR)
            while piece := line.recv(65536):
                answer += piece
        except OSError:
            pass
        return answer


def head(method: str, path: str, *lines: str) -> bytes:
    return "\r\n".join((f"{method} {path} HTTP/1.1", "Host: x", *lines, "", "")).encode("latin-1")


JSON_TYPE = "Content-Type: application/json"
WEBSOCKET = (
    "Upgrade: websocket",
    "Connection: Upgrade",
    "Sec-WebSocket-Key: eA==",
    "Sec-WebSocket-Version: 13",
)
CHUNKED = "Transfer-Encoding: chunked"


def post(body: bytes, *lines: str) -> bytes:
    """A call to ``/v1/sync`` with these header lines and whatever body."""
    return head("POST", SYNC, JSON_TYPE, *lines) + body


ODD: dict[str, bytes] = {
    "nothing": b"",
    "noise": Random(3).randbytes(4_000),
    "zeroes": bytes(4_000),
    "a TLS hello": b"\x16\x03\x01\x02",
    "no protocol": b"GET /v1/health\r\n\r\n",
    "HTTP/9": b"GET /v1/health HTTP/9.9\r\n\r\n",
    "no host": b"GET /v1/health HTTP/1.1\r\n\r\n",
    "space in path": b"GET /v1/ health HTTP/1.1\r\nHost: x\r\n\r\n",
    "long line": b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
    "many headers": head("GET", "/v1/health", *(f"X-{n}: {'y' * 90}" for n in range(3_000))),
    "long header": head("GET", "/v1/health", "X: " + "y" * 300_000),
    "negative length": post(b"", "Content-Length: -1"),
    "length of letters": post(b"", "Content-Length: vier"),
    "two lengths": post(b"{}}", "Content-Length: 2", "Content-Length: 3"),
    "length and chunks": post(b"{}", "Content-Length: 2", CHUNKED),
    "wrong chunks": post(b"zz\r\nhallo\r\n", CHUNKED),
    "endless chunk": post(b"ffffffffffffffff\r\n{", CHUNKED),
    "another coding": post(b"", "Transfer-Encoding: gzip"),
    "half a body": post(b"{", "Content-Length: 500"),
    "zero in path": head("GET", "/v1/\x00health"),
    "path up": head("GET", "/v1/../../etc/passwd"),
    "path up, hidden": head("GET", "/v1/blobs/%2e%2e%2f%2e%2e%2fetc%2fpasswd"),
    "whole address": head("GET", "http://elders.test/v1/health/x"),
    "tunnel": head("CONNECT", "elders.test:443"),
    "other verb": head("PROPFIND", SYNC),
    "trace": head("TRACE", SYNC),
    "upgrade": head("GET", SYNC, *WEBSOCKET),
    "smuggled line": head("GET", "/v1/health", "X: y\nZ: w"),
    "bare newlines": b"GET /x HTTP/1.1\nHost: x\n\n",
    "name in path": head("GET", f"/v1/klanten/{SECRET}?bsn={SECRET}"),
    "name in token": post(b"{}", f"Authorization: Bearer {SECRET}", "Content-Length: 2"),
    "name in body": post(b'{"code":"' + SECRET.encode() + b'"} ', f"Content-Length: {len(SECRET) + 12}"),
    "expectation": post(b"{}", "Content-Length: 2", "Expect: 100-continue"),
}
HARMLESS = ("smuggled line", "no host")
"""Read as if nothing were wrong; the answer is the health, which is for everybody."""


def test_odd_words_get_a_refusal_or_silence_and_leave_it_well(
    register: TestRegister, served: str, caplog: pytest.LogCaptureFixture
) -> None:
    for name, words in ODD.items():
        answer = spoken(served, words)
        for status in re.findall(rb"^HTTP/1\.[01] (\d{3})", answer, re.MULTILINE):
            assert status[:1] in (b"1", b"4") or (status == b"200" and name in HARMLESS), (name, answer)
        assert SECRET.encode() not in answer, name
        assert b"Traceback" not in answer, name
    assert well(served)
    assert SECRET not in caplog.text


def test_odd_messages_get_4xx_and_repeat_nothing(register: TestRegister, served: str) -> None:
    deep = '{"code":' * 3_000 + "1" + "}" * 3_000
    texts = [
        "", "null", "[]", '"x"', "0", "NaN", "{", deep, "[" * 90_000, '{"code":NaN}', '{"code":1e999}',
        json.dumps({"code": SECRET, "user": SECRET, "desk_id": SECRET}), json.dumps({SECRET: SECRET}),
        '{"code":"\\ud800"}', '{"code":"a\\u0000b"}', '{"code":"' + "9" * 70_000 + '"}',
        '{"code":' + "9" * 9_000 + "}", json.dumps({"code": [SECRET]}), '{"code":"a","code":"b"}',
        json.dumps({"code": {"code": SECRET}}),
        json.dumps({
            "code": "ABCD-EFGH-JKMN", "public_key": SECRET, "instance_id": "\u202e", "hostname": "\x7f",
            "app_version": "x" * 600,
        }),
    ]  # fmt: skip
    tokens = [
        b"",
        b"Bearer x",
        b"Bearer " + SECRET.encode(),
        b"Basic eDp5",
        b"Bearer \xff",
        b"Bearer " + b"x" * 9_000,
    ]
    with httpx.Client(base_url=served, trust_env=False, timeout=PATIENCE) as client:
        for path in (ENROL, SIGN_IN, SYNC):
            for body in texts:
                for token in tokens:
                    headers = [(b"Content-Type", b"application/json"), (b"Authorization", token)]
                    answer = client.post(path, content=body.encode(), headers=headers)
                    assert 400 <= answer.status_code < 500, (path, body[:60], answer.status_code)
                    assert SECRET not in answer.text
    assert well(served)


def test_a_refusal_reaches_who_is_still_sending(served: str) -> None:
    """Not heard out, the line is reset under the answer, and the caller thinks there is no register."""
    body = b"[" * 900_000
    words = head("POST", ENROL, JSON_TYPE, f"Content-Length: {len(body)}")
    with socket.create_connection(address(served), timeout=PATIENCE) as line, line.makefile("rb") as answers:
        line.sendall(words + body)
        assert answers.read().startswith(b"HTTP/1.1 413 ")


def test_two_hundred_who_say_nothing_and_fifty_who_dribble_keep_nobody_waiting(
    broken_desk: FaultDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bodies, "_SECONDS", 3600.0)  # nobody is sent away meanwhile
    with ExitStack() as held:
        for number in range(250):
            line = held.enter_context(socket.create_connection(address(broken_desk.url)))
            if number % 5 == 0:
                line.sendall(head("POST", SYNC, JSON_TYPE, "Content-Length: 90000") + b'{"desk_id":')
            elif number % 5 == 1:
                line.sendall(b"GET /v1/health HTTP/1.1\r\nHost:")
        assert well(broken_desk.url)
        with broken_desk.at_work() as (desk, session):
            kenmerk = save(session)
            assert desk.sync().fout is None
    assert broken_desk.at_register() == [kenmerk]


def test_a_body_that_does_not_come_is_not_waited_for(
    register: TestRegister, served: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bodies, "_SECONDS", 0.2)
    with socket.create_connection(address(served), timeout=PATIENCE) as line:
        line.sendall(head("POST", SYNC, JSON_TYPE, "Content-Length: 500") + b"{")
        answer = line.recv(65536)
    assert answer.startswith(b"HTTP/1.1 408 ")
