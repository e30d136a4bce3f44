"""The composition root of the register: profile, database, keys, calls, routes, read from top to bottom."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from functools import cache

from sqlalchemy import Engine
from starlette.applications import Starlette
from starlette.types import ASGIApp

from werkdesk.errors import Refused
from werkdesk.register.bell import Bell
from werkdesk.register.calls import Calls, Tables
from werkdesk.register.cluster import Cluster
from werkdesk.register.database import database_url, in_transaction, open_engine
from werkdesk.register.epochs import begin_register, check_keys, present_epoch, register_id
from werkdesk.register.herald import Herald
from werkdesk.register.profile import Profile
from werkdesk.register.routes import make_application
from werkdesk.register.rules.of_office import OfficeRules
from werkdesk.register.schema import require_schema, upgrade_schema
from werkdesk.register.secret_keys import SecretKeys, complete_keys, make_keys, read_keys


@dataclass(frozen=True, slots=True)
class OpenRegister:
    """A register whose database answers. ``cluster``: the embedded one, if it is."""

    profile: Profile
    engine: Engine
    cluster: Cluster | None


@contextmanager
def open_register(
    profile: Profile, database: str | None = None, *, ready: bool = True
) -> Iterator[OpenRegister]:
    """Open the register of a profile, embedded or at a URL.

    With ``ready`` its schema and keys must be in order: raises ``Refused`` (``register.niet_ingericht``,
    ``register.schema_oud``, ``register.sleutels_anders``...). Raises ``Unavailable`` without a database.
    """
    cluster: Cluster | None = None
    if database is not None:
        engine = open_engine(database_url(database))
    else:
        if ready and not (profile.cluster / "PG_VERSION").exists():
            raise Refused("register.niet_ingericht")
        cluster = Cluster(profile)
        cluster.start()
        engine = open_engine(cluster.url())
    try:
        if ready:
            in_transaction(engine, lambda connection: connection.exec_driver_sql("SELECT 1"))
            require_schema(engine)
            keys = read_keys(profile)
            in_transaction(engine, lambda connection: check_keys(connection, keys))
        yield OpenRegister(profile, engine, cluster)
    finally:
        engine.dispose()
        if cluster is not None:
            cluster.stop()


def make_ready(profile: Profile, database: str | None = None) -> str:
    """Make the register of this profile or bring it up to date, and return its schema. Twice is harmless."""
    with open_register(profile, database, ready=False) as register:
        if register.cluster is not None:
            register.cluster.ensure_database("werkdesk")
        in_transaction(register.engine, lambda connection: connection.exec_driver_sql("SELECT 1"))
        schema = upgrade_schema(register.engine)
        keys = complete_keys(profile) if profile.secrets.exists() else make_keys(profile)
        in_transaction(register.engine, lambda connection: begin_register(connection, keys))
        return schema


@dataclass(frozen=True, slots=True)
class Wired:
    """The application and the bell that ends its waiting."""

    application: ASGIApp
    bell: Bell


def wire(engine: Engine, keys: SecretKeys, tables: Tables) -> Wired:
    """Build the application over an open, ready database. ``tables``: read once, when they are asked for."""
    epoch, identity = in_transaction(
        engine, lambda connection: (present_epoch(connection), register_id(connection))
    )
    bell = Bell()
    shipped = cache(tables)
    herald = Herald(engine, bell.ring)
    calls = Calls(
        engine=engine, keys=keys, register=identity, epoch=epoch, bell=bell, herald=herald,
        tables=shipped, office_rules=OfficeRules(shipped),
    )  # fmt: skip

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        bell.open()
        herald.start()
        try:
            yield
        finally:
            bell.close()
            herald.stop()

    return Wired(make_application(calls, lifespan), bell)
