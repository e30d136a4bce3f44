"""The connection to PostgreSQL, and which failures are worth trying again."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import TypeVar

import psycopg
from psycopg import errors
from sqlalchemy import URL, Connection, Engine, create_engine, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from werkdesk.errors import Refused, Unavailable

T = TypeVar("T")

POOL = 10
_OPTIONS = (
    "-c timezone=UTC -c application_name=werkdesk -c lock_timeout=20s"
    " -c idle_in_transaction_session_timeout=60s"
)
_ATTEMPTS = 5
_AGAIN = (errors.SerializationFailure, errors.DeadlockDetected, errors.UniqueViolation)


def database_url(text: str) -> URL:
    """Read the URL an administrator gave. Raises ``Refused('register.databank_url')``, without the URL."""
    try:
        url = make_url(text)
    except ArgumentError:
        raise Refused("register.databank_url") from None
    if url.get_backend_name() != "postgresql":
        raise Refused("register.databank_url")
    return url.set(drivername="postgresql+psycopg")


def open_engine(url: URL) -> Engine:
    """An engine whose errors and log lines hold no parameters."""
    return create_engine(
        url,
        hide_parameters=True,
        pool_size=POOL,
        max_overflow=4,
        pool_timeout=20,
        pool_pre_ping=True,
        connect_args={"connect_timeout": 10, "options": _OPTIONS},
    )


def raw(connection: Connection) -> psycopg.Connection:
    """The psycopg connection below, for COPY and for speed; it shares the transaction."""
    if not connection.in_transaction():
        connection.begin()  # else a later commit would be one of nothing
    driver = connection.connection.driver_connection
    assert isinstance(driver, psycopg.Connection)  # noqa: S101 - the engine knows one driver
    return driver


def in_transaction(engine: Engine, work: Callable[[Connection], T]) -> T:
    """Run ``work`` in one transaction, again when another one crossed it, up to five times.

    Raises ``Unavailable('register.bezet')`` when it keeps being crossed, ``Unavailable('register.databank')``
    when the database is away. Anything else passes as it is.
    """
    for attempt in range(_ATTEMPTS):
        try:
            with engine.begin() as connection:
                return work(connection)
        except (DBAPIError, psycopg.Error) as error:
            cause = error.orig if isinstance(error, DBAPIError) else error
            if isinstance(cause, _AGAIN):
                time.sleep(random.random() * 0.01 * 2**attempt)  # noqa: S311 - spreads retries, no secret
                continue
            if isinstance(cause, psycopg.OperationalError | psycopg.InterfaceError):
                raise Unavailable("register.databank") from None
            raise
    raise Unavailable("register.bezet", retry_after_ms=500)
