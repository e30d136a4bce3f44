"""The register's fixtures and desks that speak to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import httpx
import pytest

from tests.fixtures.register import *  # noqa: F403 - fixtures
from tests.fixtures.register import TestRegister
from tests.fixtures.register_desk import DeskClient
from tests.patience import PATIENCE


@pytest.fixture
def new_desk(register: TestRegister, served: str) -> Iterator[Callable[[], DeskClient]]:
    """Makes desks of the office, enrolled and connected."""
    clients: list[httpx.Client] = []

    def make() -> DeskClient:
        http = httpx.Client(base_url=served, timeout=PATIENCE, trust_env=False)
        clients.append(http)
        return DeskClient(http, register.enrol())

    yield make
    for http in clients:
        http.close()
