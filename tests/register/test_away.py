"""PostgreSQL that goes away is 503 and a pause, never a 500, and it comes back by itself."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from tests.fixtures.register import Postgres, TestRegister
from tests.fixtures.register_desk import DeskClient, written_in
from werkdesk.register.database import open_engine

pytestmark = pytest.mark.postgres

NewDesk = Callable[[], DeskClient]


def test_connections_that_were_cut_are_made_anew(
    new_desk: NewDesk, register: TestRegister, postgres: Postgres
) -> None:
    desk = new_desk()
    desk.push(written_in())
    engine = open_engine(postgres.cluster.url("postgres"))
    with engine.connect() as connection:
        connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s",
            (register.engine.url.database,),
        )
    engine.dispose()
    desk.push(written_in())
    desk.pull()
    assert len(desk.of_type("klant")) == 2


def test_without_a_database_the_desk_is_told_to_wait(
    new_desk: NewDesk, register: TestRegister, postgres: Postgres
) -> None:
    desk = new_desk()
    before = desk.hash
    push = msgspec.json.encode(desk.push_of([desk.mutation(written_in())], before))
    assert register.engine.url.database is not None
    postgres.cluster.drop_database(register.engine.url.database)
    for response in (desk.raw(push), desk.http.get("/v1/health")):
        assert (response.status_code, response.json()["code"]) == (503, "busy")
        assert response.json()["retry_after_ms"] > 0
    assert desk.http.get("/v1/hello").status_code == 200


def test_a_record_that_somebody_holds_is_waited_for_and_then_given_up(
    new_desk: NewDesk, register: TestRegister, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = new_desk()
    with register.engine.begin() as holder:
        holder.exec_driver_sql("UPDATE head SET seq = seq")
        other = open_engine(register.engine.url)
        with other.connect() as connection:
            connection.exec_driver_sql("SET lock_timeout = '50ms'")
            with pytest.raises(Exception, match="lock timeout"):
                connection.exec_driver_sql("UPDATE head SET seq = seq")
        other.dispose()
    assert desk.push(written_in()).last_mseq == 1
