"""The access log of the register: what a desk brings is appended once, in one chain per office."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from tests.fixtures.blikken import KLANT, looks, request_of
from tests.fixtures.register import EnrolledTestDesk, TestRegister
from werkdesk.errors import Refused
from werkdesk.messages.inzage import BlikAnswer, BlikRequest
from werkdesk.register.inzage.append import BROKEN
from werkdesk.register.inzage.calls import LookCalls
from werkdesk.register.inzage.verify import rows_of, verify

pytestmark = pytest.mark.postgres


class Office:
    """One desk, and what the log says of its looks."""

    def __init__(self, register: TestRegister) -> None:
        self.register = register
        self.desk: EnrolledTestDesk = register.enrol()
        self.calls = LookCalls(register.engine, "e", register.keys)

    def send(self, request: BlikRequest) -> BlikAnswer:
        """As it comes over the wire."""
        wired = msgspec.json.decode(msgspec.json.encode(request), type=BlikRequest)
        return self.calls.take(self.desk.token, wired)

    def rows(self) -> list[Any]:
        """Every line of the log."""
        with self.register.engine.connect() as connection:
            return list(rows_of(connection, self.desk.scope))

    def is_sound(self) -> bool:
        """Whether verifying finds nothing."""
        with self.register.engine.connect() as connection:
            return verify(connection, self.desk.scope, self.register.keys).in_orde


@pytest.fixture
def office(register: TestRegister) -> Office:
    register.staff()
    return Office(register)


def test_a_look_is_in_the_log_with_who_when_what_why_and_where(office: Office) -> None:
    (look,) = looks(1, wat="bsn", reden="anders", toelichting="Vraagt naar zijn nummer — é", stuk="L01")
    answer = office.send(request_of(office.desk, (look,)))
    (row,) = office.rows()
    assert (row.number, row.at, row.actor, row.role) == (1, look.at, "f.balie", "balie")
    assert (row.object_type, row.object_id, row.shown) == ("klant", KLANT, "bsn")
    assert (row.reason_code, row.reason_text, row.paper) == ("anders", look.toelichting, "L01")
    assert (row.desk, row.desk_number, row.entry) == (office.desk.id, 1, look.id)
    assert (answer.n, answer.hash) == (1, look.hash)
    assert (answer.kop_nummer, answer.kop_hash) == (1, bytes(row.hash).hex())
    (next_one,) = looks(1, first=2, previous=look.hash, actor="x.onbekend")
    office.send(request_of(office.desk, (next_one,), look.hash))
    assert [(row.actor, row.role) for row in office.rows()][1] == ("x.onbekend", "")
    assert office.is_sound()


def test_a_look_that_is_sent_again_is_in_the_log_once(office: Office) -> None:
    run = looks(4)
    first = office.send(request_of(office.desk, run[:2]))
    again = office.send(request_of(office.desk, run[:2]))
    assert (again.n, again.hash, again.kop_nummer) == (first.n, first.hash, 2)
    answer = office.send(request_of(office.desk, run))
    assert (answer.n, [row.entry for row in office.rows()]) == (4, [one.id for one in run])


def test_a_run_that_does_not_join_is_taken_only_when_the_desk_says_it_lost_something(office: Office) -> None:
    run = looks(5)
    office.send(request_of(office.desk, run[:2]))
    answer = office.send(request_of(office.desk, run[3:], previous=run[2].hash))
    assert (answer.n, answer.hash, len(office.rows())) == (2, run[1].hash, 2)
    answer = office.send(request_of(office.desk, run[3:], previous=run[2].hash, lost=True))
    assert answer.n == 5
    assert [(row.action, row.reason_text) for row in office.rows()][2] == (BROKEN, "2 4")
    assert (len(office.rows()), office.is_sound()) == (5, True)


def test_two_desks_share_the_chain_of_their_office(office: Office) -> None:
    other = office.register.enrol()
    office.send(request_of(office.desk, looks(2)))
    office.calls.take(other.token, request_of(other, looks(2)))
    office.send(request_of(office.desk, ()))
    assert [row.desk for row in office.rows()] == [office.desk.id] * 2 + [other.id] * 2
    assert office.is_sound()


def test_what_is_no_chain_of_this_desk_is_refused(office: Office) -> None:
    (look,) = looks(1)
    changed = msgspec.structs.replace(look, reden="post")
    stranger = msgspec.structs.replace(request_of(office.desk, (look,)), instance_id="andere")
    with pytest.raises(Refused, match="unreadable"):
        office.send(request_of(office.desk, (changed,)))
    with pytest.raises(Refused, match="forked"):
        office.send(stranger)
    with pytest.raises(Refused, match="unauthorized"):
        office.calls.take("", request_of(office.desk, (look,)))
    for words in ("\x00", "regel\neen", "x" * 501):
        with pytest.raises(Refused, match="unreadable"):
            office.send(request_of(office.desk, looks(1, toelichting=words)))
    assert office.rows() == []


def test_a_newer_desk_may_tell_more(office: Office) -> None:
    body = msgspec.json.decode(msgspec.json.encode(request_of(office.desk, looks(1))))
    body["blikken"][0]["later"] = "meer"
    wired = msgspec.json.decode(msgspec.json.encode(body), type=BlikRequest)
    assert office.calls.take(office.desk.token, wired).n == 1
