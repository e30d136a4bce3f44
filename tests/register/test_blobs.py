"""Papers travel in parts, may be broken off, and are only ever what their name says."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import httpx
import pytest

from tests.fixtures.register import TestRegister
from tests.fixtures.register_desk import DeskClient

pytestmark = pytest.mark.postgres

NewDesk = Callable[[], DeskClient]
CONTENT = bytes(range(256)) * 400
NAME = hashlib.sha256(CONTENT).hexdigest()


def put(desk: DeskClient, content: bytes, span: str | None = None, name: str = NAME) -> httpx.Response:
    headers = {"Authorization": f"Bearer {desk.desk.token}"}
    if span is not None:
        headers["Content-Range"] = span
    return desk.http.put(f"/v1/blobs/{name}", content=content, headers=headers)


def get(desk: DeskClient, name: str = NAME) -> httpx.Response:
    return desk.http.get(f"/v1/blobs/{name}", headers={"Authorization": f"Bearer {desk.desk.token}"})


def offset(response: httpx.Response) -> tuple[int, bool]:
    assert response.status_code == 200, response.text
    return response.json()["offset"], response.json()["complete"]


def test_a_blob_in_one_piece_comes_back_whole(new_desk: NewDesk) -> None:
    one, two = new_desk(), new_desk()
    assert offset(put(one, CONTENT)) == (len(CONTENT), True)
    assert get(two).content == CONTENT
    assert offset(put(two, CONTENT)) == (len(CONTENT), True)


def test_an_upload_that_was_broken_off_goes_on_where_it_stopped(new_desk: NewDesk) -> None:
    desk = new_desk()
    total = len(CONTENT)
    assert offset(put(desk, CONTENT[:1000], f"bytes 0-999/{total}")) == (1000, False)
    assert get(desk).status_code == 404
    head = desk.http.head(f"/v1/blobs/{NAME}", headers={"Authorization": f"Bearer {desk.desk.token}"})
    assert (head.headers["werkdesk-offset"], head.headers["werkdesk-complete"]) == ("1000", "0")
    # A part that was sent before, and one that comes too early, change nothing and tell where to go on.
    assert offset(put(desk, CONTENT[:1000], f"bytes 0-999/{total}")) == (1000, False)
    assert offset(put(desk, CONTENT[5000:6000], f"bytes 5000-5999/{total}")) == (1000, False)
    assert offset(put(desk, CONTENT[1000:], f"bytes 1000-{total - 1}/{total}")) == (total, True)
    assert get(desk).content == CONTENT


def test_bytes_that_are_not_what_their_name_says_are_thrown_away(new_desk: NewDesk) -> None:
    desk = new_desk()
    assert offset(put(desk, CONTENT[::-1])) == (0, False)
    assert get(desk).status_code == 404
    assert offset(put(desk, CONTENT)) == (len(CONTENT), True)


def test_an_empty_blob_is_a_blob(new_desk: NewDesk) -> None:
    desk, name = new_desk(), hashlib.sha256(b"").hexdigest()
    assert offset(put(desk, b"", "bytes 0--1/0", name)) == (0, True)
    assert get(desk, name).content == b""


@pytest.mark.parametrize(
    ("span", "status"),
    [
        ("bytes 0-999999999/1000000000", 422),
        ("bytes 0-1/2", 422),
        (f"bytes 0-{len(CONTENT) - 1}/99999999", 413),
        ("rubbish", 422),
        ("bytes 1-0/5", 422),
    ],
)
def test_a_range_that_makes_no_sense_is_refused(new_desk: NewDesk, span: str, status: int) -> None:
    assert put(new_desk(), CONTENT, span).status_code == status


@pytest.mark.parametrize("name", ["x", "A" * 64, "0" * 63, "%2e%2e"])
def test_a_name_that_is_no_hash_is_not_found(new_desk: NewDesk, name: str) -> None:
    assert put(new_desk(), CONTENT, name=name).status_code == 404


def test_a_part_beyond_the_limit_is_cut_off(new_desk: NewDesk) -> None:
    assert put(new_desk(), bytes(5 << 20)).status_code == 413


def test_another_office_does_not_see_it(new_desk: NewDesk, register: TestRegister) -> None:
    desk = new_desk()
    put(desk, CONTENT)
    stranger = DeskClient(desk.http, register.enrol(register.second_office()))
    assert get(stranger).status_code == 404
