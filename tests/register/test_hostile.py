"""Bodies and headers from somebody who means harm: always a 4xx, never an echo, never a crash."""

from __future__ import annotations

import random
from collections.abc import Callable

import httpx
import msgspec
import pytest
import zstandard

from tests.fixtures.register_desk import DeskClient, written_in
from werkdesk.messages.paths import ENROL, SIGN_IN, SYNC
from werkdesk.messages.wire import Problem

pytestmark = pytest.mark.postgres

NewDesk = Callable[[], DeskClient]
SECRET = "Kanarie999"


def refused(response: httpx.Response) -> int:
    """The status of an answer that refuses in our own form and repeats nothing."""
    assert 400 <= response.status_code < 500, (response.status_code, response.content[:200])
    msgspec.json.decode(response.content, type=Problem)
    assert SECRET not in response.text
    return response.status_code


BODIES = [
    b"", b"null", b"17", b"[]", b"{}", b"{", b"\x00", b"\xff\xfe", b"NaN", b'{"desk_id":NaN}', b"1e999",
    b"[" * 100_000, b'{"a":' * 50_000, b'"\\ud800"', b'{"desk_id":"Kanarie999"}',
    b'{"desk_id":"' + b"9" * 5_000 + b'"}', b'{"Kanarie999":1}', b"9" * 5_000, b"-", b'{"desk_id":1e400}',
]  # fmt: skip


@pytest.mark.parametrize("path", [SYNC, ENROL, SIGN_IN])
def test_a_body_that_is_no_message_is_refused(new_desk: NewDesk, path: str) -> None:
    desk = new_desk()
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {desk.desk.token}"}
    for body in BODIES:
        assert refused(desk.http.post(path, content=body, headers=headers)) in (413, 422), body[:20]


def test_an_unknown_field_is_refused(new_desk: NewDesk) -> None:
    desk = new_desk()
    message = msgspec.json.decode(msgspec.json.encode(desk.pull_request()))
    assert refused(desk.raw(msgspec.json.encode({**message, SECRET: 1}))) == 422


def test_a_huge_body_is_cut_off_before_it_is_read(new_desk: NewDesk) -> None:
    desk = new_desk()
    assert refused(desk.raw(b" " * (5 << 20))) == 413


def test_a_huge_body_without_a_length_is_cut_off_too(new_desk: NewDesk) -> None:
    desk = new_desk()
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {desk.desk.token}"}
    pieces = (b" " * 65_536 for _ in range(100))
    assert refused(desk.http.post(SYNC, content=pieces, headers=headers)) == 413


def test_a_bomb_is_cut_off_while_it_unpacks(new_desk: NewDesk) -> None:
    desk = new_desk()
    bomb = zstandard.ZstdCompressor(level=19).compress(b" " * (200 << 20))
    assert len(bomb) < 100_000
    assert refused(desk.raw(bomb, **{"Content-Encoding": "zstd"})) == 413


@pytest.mark.parametrize("encoding", ["zstd", "gzip", "br", "zstd, zstd"])
def test_a_body_that_does_not_unpack_is_refused(new_desk: NewDesk, encoding: str) -> None:
    assert refused(new_desk().raw(b"{}rubbish", **{"Content-Encoding": encoding})) == 422


def test_a_push_may_be_compressed(new_desk: NewDesk) -> None:
    desk = new_desk()
    before = desk.hash
    body = msgspec.json.encode(desk.push_of([desk.mutation(written_in())], before))
    response = desk.raw(zstandard.ZstdCompressor().compress(body), **{"Content-Encoding": "zstd"})
    assert response.json()["push"]["last_mseq"] == 1


@pytest.mark.parametrize(
    "change",
    [
        {"actor": "a\x00b"},
        {"actor": "x" * 1_000},
        {"record": "klant\n"},
        {"soort": "\u202e"},
        {"base_rev": 1 << 31},
        {"base_rev": -1},
        {"unit_n": 1 << 40},
        {"clock_ms": 1 << 63},
        {"schema": -1},
    ],
)
def test_an_envelope_that_no_table_can_hold_is_refused(new_desk: NewDesk, change: dict[str, object]) -> None:
    desk = new_desk()
    before = desk.hash
    request = desk.push_of([desk.mutation(written_in(), **change)], before)
    assert refused(desk.raw(msgspec.json.encode(request))) == 422


def test_a_chain_hash_that_does_not_fit_is_refused(new_desk: NewDesk) -> None:
    desk = new_desk()
    before = desk.hash
    false = msgspec.structs.replace(desk.mutation(written_in()), hash="0" * 64)
    assert refused(desk.raw(msgspec.json.encode(desk.push_of([false], before)))) == 422


def test_more_acts_than_a_push_may_hold_are_refused(new_desk: NewDesk) -> None:
    desk = new_desk()
    before = desk.hash
    mutations = [desk.mutation(written_in()) for _ in range(501)]
    assert refused(desk.raw(msgspec.json.encode(desk.push_of(mutations, before)))) == 413


@pytest.mark.parametrize("token", ["x", "Bearer", "ÿ" * 50, "x" * 8_000])
def test_a_token_that_is_not_known_is_refused(new_desk: NewDesk, token: str) -> None:
    desk = new_desk()
    body = msgspec.json.encode(desk.pull_request())
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {token}".encode("latin-1")}
    assert refused(desk.http.post(SYNC, content=body, headers=headers)) == 401  # type: ignore[arg-type]


def test_a_call_without_a_token_is_refused(new_desk: NewDesk) -> None:
    desk = new_desk()
    body = msgspec.json.encode(desk.pull_request())
    assert refused(desk.http.post(SYNC, content=body, headers={"Content-Type": "application/json"})) == 401


@pytest.mark.parametrize("kind", ["text/html", "application/x-www-form-urlencoded", ""])
def test_another_kind_of_body_is_refused(new_desk: NewDesk, kind: str) -> None:
    desk = new_desk()
    assert refused(desk.raw(b"{}", **{"Content-Type": kind})) == 422


def test_a_newer_protocol_is_told_to_wait_for_the_register(new_desk: NewDesk) -> None:
    desk = new_desk()
    body = msgspec.json.encode(desk.pull_request())
    assert refused(desk.raw(body, **{"Werkdesk-Protocol": "2"})) == 426


@pytest.mark.parametrize("path", ["/", "/v1", "/v1/blobs/", "/v1/sync/..%2f", "/v1/" + "x" * 5_000])
def test_a_path_that_is_not_there_is_not_found(new_desk: NewDesk, path: str) -> None:
    assert refused(new_desk().http.get(path)) in (404, 405)


def test_random_damage_to_a_good_push_never_breaks_the_register(new_desk: NewDesk) -> None:
    desk = new_desk()
    before = desk.hash
    good = msgspec.json.encode(desk.push_of([desk.mutation(written_in()) for _ in range(2)], before))
    dice = random.Random(20261121)
    for _ in range(150):
        bad = bytearray(good)
        for _ in range(dice.choice((1, 1, 2, 8))):
            place = dice.randrange(len(bad))
            match dice.randrange(3):
                case 0:
                    bad[place] = dice.randrange(256)
                case 1:
                    del bad[place : place + dice.randrange(1, 40)]
                case _:
                    bad[place:place] = bad[place : place + dice.randrange(1, 40)]
        status = desk.raw(bytes(bad)).status_code
        assert status == 200 or 400 <= status < 500, (status, bytes(bad))
    assert desk.http.get("/v1/health").status_code == 200
