"""Whoever changes, takes out, moves, adds or cuts off lines of the access log is noticed, with the line.

One database for all of it: every forgery is done in a transaction, verified in it, and taken back.
"""

# ruff: noqa: S608 - forged by hand, out of nobody's input

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from tests.fixtures.blikken import looks, request_of
from tests.fixtures.register import TestRegister
from werkdesk.register.inzage.calls import LookCalls
from werkdesk.register.inzage.verify import Anchor, Verified, verify

pytestmark = pytest.mark.postgres

FIELDS = {
    "at": "at + interval '1 microsecond'", "received_at": "received_at - interval '1 hour'",
    "actor": "'iemand.anders'", "acting_for": "'ander'", "role": "'teamleider'", "desk": "gen_random_uuid()",
    "desk_number": "9", "visit": "gen_random_uuid()", "action": "'wijzigen'", "object_type": "'balie'",
    "object_id": "gen_random_uuid()", "shown": "'bsn'", "paper": "'L01'", "reason_code": "'post'",
    "reason_text": "'iets'", "result": "'geweigerd'", "entry": "gen_random_uuid()",
    "hash": "sha256(hash)", "previous_hash": "sha256(hash)",
}  # fmt: skip
ALL = "scope, entry, at, {actor}, acting_for, role, desk, desk_number, visit, action, object_type, object_id,"
ALL += " shown, paper, reason_code, reason_text, result"
CUT = "DELETE FROM access_log WHERE number > 4"
FORGERIES: dict[str, tuple[tuple[str, ...], tuple[int, str]]] = {
    "a line taken out": (("DELETE FROM access_log WHERE number = 4",), (4, "ontbreekt")),
    "a line taken out and papered over": (
        (
            "DELETE FROM access_log WHERE number = 4", "UPDATE access_log SET number = 4 WHERE number = 5",
            "UPDATE access_log SET number = 5 WHERE number = 6",
        ),
        (4, "gewijzigd"),
    ),
    "lines that changed places": (
        (
            "UPDATE access_log SET number = -1 WHERE number = 2",
            "UPDATE access_log SET number = 2 WHERE number = 5",
            "UPDATE access_log SET number = 5 WHERE number = -1",
        ),
        (2, "gewijzigd"),
    ),
    "the end cut off": ((CUT,), (5, "afgekapt")),
    "the end cut off, with a head that fits": (
        (
            CUT,
            "UPDATE access_head SET number = 4, hash = (SELECT hash FROM access_log WHERE number = 4)",
        ),
        (4, "zegel"),
    ),
    "the beginning cut off": (("DELETE FROM access_log WHERE number < 3",), (1, "ontbreekt")),
    "everything gone": (("TRUNCATE access_log",), (1, "afgekapt")),
    "the head gone": (("DELETE FROM access_head",), (6, "kop")),
    "a head of another hash": (("UPDATE access_head SET hash = sha256(hash)",), (6, "kop")),
    "a line added behind the function": (
        (
            "INSERT INTO access_log (at, scope, actor, acting_for, role, action, object_type, shown,"
            " reason_code, reason_text, result, previous_hash, hash, number, entry, received_at, paper)"
            " SELECT at, scope, actor, acting_for, role, action, object_type, shown, reason_code,"
            " reason_text, result, hash, sha256(hash), 7, gen_random_uuid(), received_at, paper"
            " FROM access_log WHERE number = 6",
        ),
        (7, "gewijzigd"),
    ),
    "a line added by the function, past the register": (
        (
            f"SELECT append_access({ALL.format(actor='actor').replace('entry', 'gen_random_uuid()')})"
            " FROM access_log WHERE number = 6",
        ),
        (7, "zegel"),
    ),
    "all of it written anew": (
        (
            "CREATE TEMP TABLE oud ON COMMIT DROP AS SELECT * FROM access_log ORDER BY number",
            "TRUNCATE access_log", "DELETE FROM access_head",
            f"SELECT append_access({ALL.format(actor=chr(39) + 'iemand.anders' + chr(39))}) FROM oud",
        ),
        (6, "zegel"),
    ),
}  # fmt: skip


class Log:
    """A log of six lines that somebody with the database, and without the key file, gets at."""

    def __init__(self, register: TestRegister) -> None:
        self.register, self.desk = register, register.enrol()
        calls = LookCalls(register.engine, "e", register.keys)
        calls.take(self.desk.token, request_of(self.desk, looks(6)))

    @contextmanager
    def forged(self, *statements: str) -> Iterator[Connection]:
        """The log as somebody left it; afterwards it is as it was."""
        with self.register.engine.connect() as connection:
            connection.exec_driver_sql("ALTER TABLE access_log DISABLE TRIGGER access_log_only_grows")
            for statement in statements:
                connection.exec_driver_sql(statement)
            yield connection
            connection.rollback()

    def verify(self, connection: Connection, anchor: Anchor | None = None) -> Verified:
        return verify(connection, self.desk.scope, self.register.keys, anchor)

    def found(self, *statements: str, anchor: Anchor | None = None) -> list[tuple[int, str]]:
        with self.forged(*statements) as connection:
            return [(one.regel, one.fout) for one in self.verify(connection, anchor).gevonden]


@pytest.fixture
def log(register: TestRegister) -> Log:
    return Log(register)


def test_every_kind_of_tampering_is_found_at_its_line(log: Log) -> None:
    assert log.found() == []
    for name, value in FIELDS.items():
        found = log.found(f"UPDATE access_log SET {name} = {value} WHERE number = 3")
        assert (3, "gewijzigd") in found, name
    for name, (statements, expected) in FORGERIES.items():
        assert expected in log.found(*statements), name
    assert log.found() == []


def test_an_older_log_that_was_put_back_with_its_seal_is_found_by_an_anchor(log: Log) -> None:
    with log.forged() as connection:
        number, hash_ = log.verify(connection).kop.split(":")
    anchor = Anchor(int(number), hash_)
    assert log.found(anchor=anchor) == []
    seal = log.register.keys.log_seal(log.desk.scope, 0, bytes(32)).hex()
    put_back = (
        "TRUNCATE access_log",
        f"UPDATE access_head SET number = 0, hash = decode(repeat('00', 32), 'hex'), seal = '\\x{seal}'",
    )
    assert log.found(*put_back) == []
    assert log.found(*put_back, anchor=anchor) == [(6, "anker")]


def test_the_database_refuses_what_is_no_addition(log: Log) -> None:
    for statement in ("UPDATE access_log SET actor = 'x'", "DELETE FROM access_log", "TRUNCATE access_log"):
        with (
            pytest.raises(DBAPIError, match="access_log only grows"),
            log.register.engine.begin() as connection,
        ):
            connection.exec_driver_sql(statement)
    assert log.found() == []
