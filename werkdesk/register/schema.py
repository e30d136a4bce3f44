"""Which schema the database has, and how it gets the newest one."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from werkdesk.errors import Refused

_LOCK = 7_355_621  # any number; two upgrades at once wait for each other


def upgrade_schema(engine: Engine) -> str:
    """Bring the schema to the newest version, in one transaction, and return it."""
    with engine.begin() as connection:
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    return newest_schema()


def present_schema(connection: Connection) -> str | None:
    """The version the database has, ``None`` when it is empty."""
    return MigrationContext.configure(connection).get_current_revision()


def newest_schema() -> str:
    """The version this program wants."""
    newest = ScriptDirectory.from_config(_config()).get_current_head()
    assert newest is not None  # noqa: S101 - the folder of migrations is never empty
    return newest


def require_schema(engine: Engine) -> None:
    """Raise ``Refused``: ``register.niet_ingericht``, ``register.schema_oud``, ``register.schema_nieuw``."""
    with engine.connect() as connection:
        present = present_schema(connection)
    if present is None:
        raise Refused("register.niet_ingericht")
    if present == newest_schema():
        return
    known = {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}
    raise Refused("register.schema_oud" if present in known else "register.schema_nieuw")


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    return config
