"""Migrations and models say the same, and a database of another version is refused."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine

from tests.fixtures.register import Postgres, TestRegister
from werkdesk.errors import Refused
from werkdesk.register.database import open_engine
from werkdesk.register.ids import new_id
from werkdesk.register.inzage.tables import metadata
from werkdesk.register.schema import newest_schema, present_schema, require_schema, upgrade_schema

pytestmark = pytest.mark.postgres


@pytest.fixture
def empty(postgres: Postgres) -> Iterator[Engine]:
    name = f"leeg{new_id().hex}"
    postgres.cluster.ensure_database(name)
    engine = open_engine(postgres.cluster.url(name))
    yield engine
    engine.dispose()
    postgres.cluster.drop_database(name)


def test_the_migrations_make_exactly_the_models(register: TestRegister) -> None:
    with register.engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        assert compare_metadata(context, metadata) == []


def test_a_difference_between_migrations_and_models_is_seen(register: TestRegister) -> None:
    with register.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE desk ADD COLUMN overbodig text")
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, metadata) != []


def test_upgrading_twice_changes_nothing(empty: Engine) -> None:
    assert upgrade_schema(empty) == upgrade_schema(empty) == newest_schema()
    require_schema(empty)


def test_an_empty_database_is_not_a_register(empty: Engine) -> None:
    with pytest.raises(Refused, match=r"register\.niet_ingericht"):
        require_schema(empty)


def test_a_database_of_a_newer_version_is_refused(register: TestRegister) -> None:
    with register.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = 'v9999_later'")
    with pytest.raises(Refused, match=r"register\.schema_nieuw"):
        require_schema(register.engine)


def test_the_present_version_is_the_newest_one(register: TestRegister) -> None:
    with register.engine.connect() as connection:
        assert present_schema(connection) == newest_schema()
