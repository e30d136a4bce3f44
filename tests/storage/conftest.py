"""Keys, a vault in memory and a folder for the tests of the storage package."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from tests.fixtures.cache import cache, cache_folder  # noqa: F401 - fixtures by name
from werkdesk.errors import Locked
from werkdesk.storage.keyslots.desk_keys import DeskKeys
from werkdesk.storage.keyslots.kdf import KdfParams

DESK = UUID("01900000-0000-7000-8000-000000000001")


class MemoryVault:
    """A key store that is a dictionary; ``backend_name`` and content may be changed by a test."""

    def __init__(self) -> None:
        self.backend_name = "memory"
        self.is_os_store = True
        self.entries: dict[str, bytes] = {}

    def read(self, service: str) -> bytes:
        if service not in self.entries:
            raise Locked("sleutelbos.leeg")
        return self.entries[service]

    def store(self, service: str, secret: bytes) -> None:
        self.entries[service] = secret

    def forget(self, service: str) -> None:
        self.entries.pop(service, None)


@pytest.fixture
def vault() -> MemoryVault:
    return MemoryVault()


@pytest.fixture
def cheap() -> KdfParams:
    """As weak as Argon2id allows; only for tests."""
    return KdfParams(iterations=1, memory_kib=8, lanes=1)


@pytest.fixture
def desk() -> UUID:
    return DESK


@pytest.fixture
def keys() -> DeskKeys:
    return DeskKeys(bytearray(range(32)), cache=UUID(int=7), desk=DESK)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "balie"
    made.mkdir()
    return made
