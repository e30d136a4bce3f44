"""The embedded PostgreSQL: shared by who uses it, stopped by the last, taken over after a kill."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.fixtures.register import Postgres
from werkdesk.errors import Refused, Unavailable
from werkdesk.register.cluster import Cluster
from werkdesk.register.database import database_url, open_engine
from werkdesk.register.profile import Profile
from werkdesk.register.programs import run_program

pytestmark = pytest.mark.postgres

GONE = 2**22 - 1
"""A process number that no process gets soon."""
HOLDER = (
    "import sys; from pathlib import Path; from werkdesk.register.profile import Profile;"
    "from werkdesk.register.cluster import Cluster; c = Cluster(Profile(Path(sys.argv[1]))); c.start();"
    "print('started', flush=True); sys.stdin.read()"
)


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Cluster]:
    cluster = Cluster(Profile(tmp_path / "eigen"))
    yield cluster
    cluster.stop()


def test_whoever_leaves_last_stops_it_and_a_kill_is_leaving_too(own: Cluster, tmp_path: Path) -> None:
    other = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path / "eigen")],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    assert other.stdout is not None
    assert other.stdout.readline() == b"started\n"
    own.start()
    server = own.postmaster()
    assert not own.alone()
    other.kill()
    other.communicate()
    assert own.alone()
    assert own.postmaster() == server
    own.ensure_database("werkdesk")
    own.stop()
    assert own.postmaster() is None
    own.start()
    own.ensure_database("werkdesk")
    with psycopg.connect(own.url().set(drivername="postgresql").render_as_string(False)) as connection:
        assert connection.execute("SHOW fsync").fetchone() == ("on",)
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)


def test_a_server_that_is_killed_while_it_starts_is_begun_anew(
    own: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    own.start()
    own.stop()
    starts = []

    def killed_once(name: str, *others: Any, **named: Any) -> int:
        if name == "pg_ctl":
            starts.append(name)
        if len(starts) == 1:  # what a kill leaves: its file, with a number that nobody has
            (own._folder / "postmaster.pid").write_text(f"{GONE}\n", encoding="utf-8")
            return 1
        (own._folder / "postmaster.pid").unlink(missing_ok=True)
        return run_program(name, *others, **named)

    monkeypatch.setattr("werkdesk.register.cluster.run_program", killed_once)
    own.start()
    assert starts == ["pg_ctl", "pg_ctl"]
    own.ensure_database("werkdesk")


def test_a_server_that_never_starts_is_told_and_not_waited_for(
    own: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    own.start()
    own.stop()
    monkeypatch.setattr("werkdesk.register.cluster.run_program", lambda *_, **__: 1)
    with pytest.raises(Unavailable, match=r"register\.databank_start"):
        own.start()


def test_its_log_holds_no_value_of_a_failed_statement(postgres: Postgres) -> None:
    with psycopg.connect(
        postgres.cluster.url("postgres").set(drivername="postgresql").render_as_string(False)
    ) as connection:
        connection.execute("CREATE TEMP TABLE kanarie (naam text UNIQUE)")
        for query in (
            "INSERT INTO kanarie VALUES (%(naam)s), (%(naam)s)",
            "SELECT * FROM kanarie WHERE naam = %(naam)s AND 1/0 = 1",
            "SELECT 'Kanarie999' FROM bestaat_niet",
        ):
            with pytest.raises(psycopg.Error):
                connection.execute(query, {"naam": "Kanarie999"})
            connection.rollback()
            connection.execute("CREATE TEMP TABLE IF NOT EXISTS kanarie (naam text UNIQUE)")
    folder = Path(postgres.keys_file).parent / "postgres"
    assert "Kanarie999" not in (folder / "werkdesk.log").read_text("utf-8")


def test_an_error_of_the_engine_holds_no_value(postgres: Postgres) -> None:
    engine = open_engine(postgres.cluster.url("postgres"))
    with engine.connect() as connection, pytest.raises(Exception, match="bestaat_niet") as caught:
        connection.exec_driver_sql("SELECT %s FROM bestaat_niet", ("Kanarie999",))
    assert "Kanarie999" not in str(caught.value)
    engine.dispose()


@pytest.mark.parametrize("text", ["", "mysql://h/x", "geheim", "sqlite://"])
def test_only_postgresql_is_spoken_and_the_url_is_not_repeated(text: str) -> None:
    with pytest.raises(Refused) as refused:
        database_url(text)
    assert str(refused.value) == "register.databank_url"


def test_a_folder_with_a_very_long_name_works_too(tmp_path: Path) -> None:
    cluster = Cluster(Profile(tmp_path / ("lang" * 30) / "register"))
    cluster.start()
    try:
        cluster.ensure_database("werkdesk")
        engine = open_engine(cluster.url())
        with engine.connect() as connection:
            assert connection.exec_driver_sql("SELECT 1").scalar_one() == 1
        engine.dispose()
    finally:
        cluster.stop()
