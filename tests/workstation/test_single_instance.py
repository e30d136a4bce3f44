"""One process per profile, also after a process was killed, also along another path."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from werkdesk.errors import Unavailable
from werkdesk.workstation.file_lock import FileLock
from werkdesk.workstation.single_instance import request_raise, take_profile

HOLDER = Path(__file__).parent / "processes" / "profile_holder.py"


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that has the profile."""
    with subprocess.Popen(
        [sys.executable, str(HOLDER), str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "genomen\n"
        yield process
        process.kill()


def test_the_second_is_told_who_was_first(holder: subprocess.Popen[str], tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match=r"werkdesk\.al_geopend") as caught:
        take_profile(tmp_path)
    assert caught.value.details["pid"] == holder.pid


def test_after_kill_9_the_profile_is_free(holder: subprocess.Popen[str], tmp_path: Path) -> None:
    holder.kill()
    holder.wait()
    take_profile(tmp_path).release()


def test_a_symlink_to_the_profile_is_the_same_profile(
    holder: subprocess.Popen[str], tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("elders") / "profiel"
    other.symlink_to(tmp_path, target_is_directory=True)
    with pytest.raises(Unavailable, match=r"werkdesk\.al_geopend"):
        take_profile(other)


def test_a_second_start_makes_the_first_come_forward_once(tmp_path: Path) -> None:
    first = take_profile(tmp_path)
    assert not first.raise_requested()
    done = subprocess.run(
        [sys.executable, str(HOLDER), str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("werkdesk.al_geopend ")
    assert (first.raise_requested(), first.raise_requested()) == (True, False)
    first.release()


def test_a_request_to_a_process_that_died_is_not_for_the_next(tmp_path: Path) -> None:
    request_raise(tmp_path)
    instance = take_profile(tmp_path)
    assert not instance.raise_requested()
    instance.release()


def test_two_profiles_do_not_know_each_other(holder: subprocess.Popen[str], tmp_path: Path) -> None:
    other = tmp_path / "tweede"
    other.mkdir()
    take_profile(other).release()


def test_a_profile_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match=r"profiel\.onbereikbaar"):
        take_profile(tmp_path / "nergens")
    request_raise(tmp_path / "nergens")


def test_a_strange_lock_file_names_nobody(holder: subprocess.Popen[str], tmp_path: Path) -> None:
    (tmp_path / "werkdesk.lock").write_bytes(b"\xff\xfe not a number")
    with pytest.raises(Unavailable) as caught:
        take_profile(tmp_path)
    assert caught.value.details["pid"] == 0


def test_only_the_holder_writes_in_the_file(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        FileLock(tmp_path / "slot").write("1")
