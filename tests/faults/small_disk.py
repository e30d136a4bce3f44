"""A disk of its own, that a test can fill to the last byte. Needs root; other accounts skip."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.faults.fault_desk import FaultDesk

__all__ = ["moved", "small_disk"]


class SmallDisk:
    """A disk of its own. ``fill`` leaves no byte; ``free`` takes the filling away."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._filler = folder / "vulling"

    def fill(self, leave: int = 0) -> None:
        """Write until there is no room."""
        with self._filler.open("ab", buffering=0) as file, suppress(OSError):
            while file.write(bytes(4096)) == 4096:
                pass
        if leave:
            with self._filler.open("r+b") as file:
                file.truncate(self._filler.stat().st_size - leave)

    def free(self) -> None:
        """Somebody tidied up."""
        self._filler.unlink()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[SmallDisk]:
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("needs root to mount a small disk")
    folder = tmp_path / "klein"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("no mounting here")
    try:
        yield SmallDisk(folder)
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=False)


@pytest.fixture
def moved(broken_desk: FaultDesk, small_disk: SmallDisk) -> FaultDesk:
    """The desk, with its profile on the small disk."""
    place = small_disk.folder / "balie"
    shutil.copytree(broken_desk.folder, place)
    broken_desk.folder = place
    return broken_desk
