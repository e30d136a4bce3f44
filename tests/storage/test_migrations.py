"""The cache moves from every earlier shape to ours, with its data, and never from a later one."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine
from sqlalchemy.schema import CreateIndex, CreateTable

from tests.fixtures.cache import again, new_cache
from tests.storage.acts import enrolled, facts, save
from werkdesk.errors import Refused
from werkdesk.storage.migrations.run import STEPS, current, migrate
from werkdesk.storage.tables.every import DERIVED, TRUTH, every_table


def shape_of(connection: Connection) -> dict[str, str]:
    """Every table and index with its words, without white space."""
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {row.name: " ".join(row.sql.split()) for row in rows}


def test_the_models_are_what_the_migrations_end_up_with() -> None:
    modelled, migrated = create_engine("sqlite://"), create_engine("sqlite://")
    with modelled.begin() as one, migrated.begin() as other:
        for table in every_table().sorted_tables:
            one.exec_driver_sql(str(CreateTable(table).compile(one)))
            for index in table.indexes:
                one.exec_driver_sql(str(CreateIndex(index).compile(one)))
        migrate(other)
        assert shape_of(other) == shape_of(one)
    modelled.dispose()
    migrated.dispose()


def test_every_table_is_either_a_source_or_derived() -> None:
    names = [table.name for table in (*TRUTH, *DERIVED)]
    assert sorted(names) == sorted(every_table().tables)


@pytest.mark.parametrize("taken", range(len(STEPS)))
def test_a_cache_of_an_earlier_shape_gets_the_missing_steps_only(taken: int) -> None:
    """With data from version 1 on: an empty file has nothing to keep."""
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        if taken:
            migrate(connection, STEPS[:taken])
            connection.exec_driver_sql("INSERT INTO setting (name, value) VALUES ('proef', '1')")
        assert current(connection) == taken
        assert migrate(connection)
        assert current(connection) == len(STEPS)
        assert not migrate(connection)
        if taken:
            kept = connection.exec_driver_sql("SELECT value FROM setting WHERE name = 'proef'").scalar_one()
            assert kept == "1"
    engine.dispose()


def test_a_step_that_fails_leaves_the_cache_as_it_was(cache_folder: Path) -> None:
    handles = new_cache(cache_folder)
    person = enrolled(facts("Blijft"))
    save(handles, person)
    broken = (*STEPS, ("CREATE TABLE nieuw (a)", "INSERT INTO bestaat_niet VALUES (1)"))
    with pytest.raises(Exception, match="bestaat_niet"), handles.writer.transaction() as connection:
        migrate(connection, broken)
    handles.close()
    reopened = again(cache_folder)
    with reopened.writer.transaction() as connection:
        assert current(connection) == len(STEPS)
        assert "nieuw" not in shape_of(connection)
    assert reopened.overzichten.dossier(person.id) is not None
    reopened.close()


def test_a_cache_of_a_later_program_is_refused_and_left_alone(cache_folder: Path) -> None:
    handles = new_cache(cache_folder)
    person = enrolled(facts("Blijft"))
    save(handles, person)
    with handles.writer.transaction() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version = {len(STEPS) + 1}")
    handles.close()
    with pytest.raises(Refused) as refused:
        again(cache_folder)
    assert refused.value.code == "cache.nieuwer"
    with pytest.raises(Refused):
        again(cache_folder)  # still there, still refused: nothing was set aside or made anew
    assert [path.name for path in cache_folder.glob("*beschadigd*")] == []
