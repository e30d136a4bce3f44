"""The profile is local, private, and made when missing."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from werkdesk.errors import Unavailable
from werkdesk.workstation.folders import open_profile, resources_folder


def test_a_chosen_profile_is_made_and_closed_to_others(tmp_path: Path) -> None:
    folders = open_profile(tmp_path / "a" / "b")
    assert folders.profile.is_dir()
    assert folders.profile.stat().st_mode & 0o077 == 0
    assert len({folders.desk, folders.logs, folders.register}) == 3
    assert open_profile(tmp_path / "a" / "b") == folders


@pytest.mark.skipif(sys.platform != "linux", reason="other platforms have other places")
def test_the_standard_profile_is_in_the_local_data_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert open_profile().profile == tmp_path / "werkdesk"


def test_a_relative_profile_does_not_move_with_the_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert open_profile(Path("hier")).profile == tmp_path / "hier"


def test_a_profile_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "profiel").write_text("")
    with pytest.raises(Unavailable, match=r"profiel\.onbereikbaar"):
        open_profile(tmp_path / "profiel")


def test_a_profile_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda _, mode: mode != os.W_OK)
    with pytest.raises(Unavailable, match=r"schijf\.alleen_lezen"):
        open_profile(tmp_path)


def test_resources_stand_beside_the_package(tmp_path: Path) -> None:
    (tmp_path / "resources").mkdir()
    assert resources_folder(tmp_path / "werkdesk") == tmp_path / "resources"


def test_missing_resources_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "nergens"))
    with pytest.raises(Unavailable, match=r"bestanden\.ontbreken"):
        resources_folder(tmp_path / "werkdesk")
