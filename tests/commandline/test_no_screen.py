"""Without a screen, or with a folder that cannot be written, a command says so in one Dutch sentence."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from werkdesk.commandline.main import main
from werkdesk.desk.beeldscherm import require_screen
from werkdesk.errors import Refused


@pytest.mark.parametrize("words", [("demo",), ("desk", "open"), ()])
def test_no_window_without_a_screen(
    words: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert main(["--profile", str(tmp_path / "balie"), *words]) == 1
    said = capfdbinary.readouterr()
    assert "Er is hier geen beeldscherm" in said.err.decode()
    assert said.out == b""


@pytest.mark.parametrize(
    ("environment", "platform"),
    [
        ({"DISPLAY": ":0"}, "linux"),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux"),
        ({}, "win32"),
        ({}, "darwin"),
    ],
)
def test_where_there_is_a_screen_nothing_is_said(environment: dict[str, str], platform: str) -> None:
    require_screen(environment, platform)


def test_no_screen_is_a_refusal() -> None:
    with pytest.raises(Refused, match=r"beeldscherm\.ontbreekt"):
        require_screen({"DISPLAY": ""}, "linux")


def test_a_demo_without_a_folder_to_write_in_stops_at_once(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    (tmp_path / "bestand").write_text("geen map", encoding="utf-8")
    assert main(["demo", "--headless", "--dir", os.fspath(tmp_path / "bestand" / "uit")]) == 1
    said = capfdbinary.readouterr().err.decode()
    assert said == "map.onschrijfbaar (dir): In deze map kan niet geschreven worden. Kies een andere map.\n"


def test_a_wrong_number_of_desks_is_explained(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["demo", "--desks", "1"])
    assert ended.value.code == 2
    assert "bij --desks: kies 2 tot 9 balies." in capfdbinary.readouterr().err.decode()
