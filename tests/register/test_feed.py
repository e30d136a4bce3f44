"""Reading the feed: dense numbers, whole units, the newest state once a page, and history that changed."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from tests.fixtures.register import TestRegister
from tests.fixtures.register_desk import DeskClient, fictitious, phoned, written_in
from werkdesk.messages.wire import Cursor, Pull
from werkdesk.register.database import in_transaction
from werkdesk.register.epochs import begin_epoch

pytestmark = pytest.mark.postgres

NewDesk = Callable[[], DeskClient]


def asked(desk: DeskClient, cursor: Cursor, **other: object) -> tuple[int, str]:
    """Status and code of a pull from this cursor."""
    request = desk.request(pull=Pull(cursors=[cursor]), **other)
    response = desk.raw(msgspec.json.encode(request))
    return response.status_code, response.json().get("code", "")


def test_pages_end_where_units_end(new_desk: NewDesk) -> None:
    writer, reader = new_desk(), new_desk()
    reader.pull()
    for _ in range(4):
        writer.push(*[written_in() for _ in range(3)], together=True)
    pages = reader.pull(max_rows=4)
    assert [len(page.changes) for page in pages] == [3, 3, 3, 3]
    assert [page.more for page in pages] == [True, True, True, False]


def test_a_unit_longer_than_a_page_comes_whole(new_desk: NewDesk) -> None:
    writer, reader = new_desk(), new_desk()
    reader.pull()
    writer.push(*[written_in() for _ in range(9)], together=True)
    writer.push(written_in())
    assert [len(page.changes) for page in reader.pull(max_rows=2)] == [9, 1]


def test_the_state_of_a_record_stands_once_on_a_page_and_is_the_newest(new_desk: NewDesk) -> None:
    writer, reader = new_desk(), new_desk()
    reader.pull()
    klant = written_in()
    writer.push(
        klant, phoned(klant.id, None, "+31201234561"), phoned(klant.id, "+31201234561", "+31201234562")
    )
    (page,) = reader.pull()
    assert [(change.v, change.f is msgspec.UNSET) for change in page.changes] == [
        (1, True), (2, True), (3, False),
    ]  # fmt: skip
    assert reader.of_type("klant")[klant.id]["feiten"]["telefoon"] == "+31201234562"


def test_nothing_new_is_a_small_answer(new_desk: NewDesk) -> None:
    desk = new_desk()
    desk.push(written_in())
    desk.pull()
    body = msgspec.json.encode(desk.pull_request())
    answer = desk.raw(body)
    assert answer.json()["feeds"] == []
    assert len(body) < 450
    assert len(answer.content) < 450


def test_a_desk_reads_its_own_office_only(new_desk: NewDesk, register: TestRegister) -> None:
    desk = new_desk()
    desk.push(written_in(fictitious("Kantoorgeheim")))
    stranger = DeskClient(desk.http, register.enrol(register.second_office()))
    stranger.pull()
    assert {kind for kind, _ in stranger.records} == {"balie", "medewerker"}
    request = stranger.request(pull=Pull(cursors=[Cursor(scope="kantoor")]))
    assert stranger.call(request).feeds == []


def test_a_cursor_with_another_tag_is_another_history(new_desk: NewDesk) -> None:
    desk = new_desk()
    desk.push(written_in())
    desk.pull()
    assert desk.cursor is not None
    false = msgspec.structs.replace(desk.cursor, tag="00" * 8)
    assert asked(desk, false) == (409, "history_changed")


@pytest.mark.parametrize("seq", [1_000, -1, 1 << 62])
def test_a_cursor_beyond_the_feed_is_another_history(new_desk: NewDesk, seq: int) -> None:
    assert asked(new_desk(), Cursor(scope="kantoor", seq=seq, tag="x")) == (409, "history_changed")


def test_a_cursor_below_the_floor_is_too_old(new_desk: NewDesk, register: TestRegister) -> None:
    desk = new_desk()
    desk.push(written_in(), written_in(), written_in())
    with register.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE head SET floor = 2")
        connection.exec_driver_sql("DELETE FROM change WHERE seq <= 2")
    assert asked(desk, Cursor(scope="kantoor", seq=1, tag="x")) == (410, "cursor_too_old")
    assert asked(desk, Cursor(scope="kantoor", seq=2, tag="gone")) == (200, "")


def test_another_epoch_is_another_history(new_desk: NewDesk) -> None:
    desk = new_desk()
    epoch = desk.call(desk.pull_request()).epoch
    assert asked(desk, Cursor(scope="kantoor"), epoch=epoch) == (200, "")
    assert asked(desk, Cursor(scope="kantoor"), epoch="anders") == (409, "history_changed")


def test_a_hole_in_the_numbers_is_never_served(new_desk: NewDesk, register: TestRegister) -> None:
    desk = new_desk()
    desk.push(written_in(), written_in(), written_in())
    with register.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM change WHERE seq = 3")
    assert asked(desk, Cursor(scope="kantoor")) == (500, "defect")


def test_an_epoch_that_was_begun_is_the_present_one(register: TestRegister) -> None:
    name = in_transaction(register.engine, lambda c: begin_epoch(c, "restore"))
    with register.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT id, reason FROM epoch ORDER BY number").all()
    assert [row.reason for row in rows] == ["init", "restore"]
    assert rows[-1].id == name
