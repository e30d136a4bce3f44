"""One small desk for all slices, its PIN stretched cheaply: nothing here is timed."""

from __future__ import annotations

from pathlib import Path

import pytest

from werkdesk.bench.office import Office, make_office
from werkdesk.storage.keyslots import slots
from werkdesk.storage.keyslots.kdf import KdfParams


def silent(_: str) -> None:
    """Nobody listens to the progress."""


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    cheap = KdfParams(iterations=1, memory_kib=64, lanes=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(slots.create_cache, "__kwdefaults__", {"kdf": cheap})
        return make_office(tmp_path_factory.mktemp("meting"), 500, silent)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kantoor"
