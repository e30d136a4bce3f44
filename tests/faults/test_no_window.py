"""Who starts Werkdesk by an icon has no terminal: why it does not open is said in a window of its own."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from werkdesk.commandline.main import main
from werkdesk.desk import no_window
from werkdesk.desk.no_window import is_needed, say_why
from werkdesk.errors import Unavailable, WerkdeskError
from werkdesk.ui.kit.message import Message
from werkdesk.ui.texts import explain_code

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


class Terminal(io.StringIO):
    """A terminal that somebody looks at."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environment", "errors", "needed"),
    [
        ({"DISPLAY": ":0"}, None, True),
        ({"DISPLAY": ":0"}, io.StringIO(), True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, None, True),
        ({"DISPLAY": ":0"}, Terminal(), False),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, None, False),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "minimal:x=y"}, None, False),
        ({}, io.StringIO(), sys.platform == "win32"),
    ],
)
def test_a_window_is_for_who_has_a_screen_and_no_terminal(
    environment: dict[str, str], errors: io.StringIO | None, needed: bool
) -> None:
    assert is_needed(environment, errors) is needed


def test_the_sentence_is_shown_and_goes_away_by_itself(qtbot: QtBot) -> None:
    seen: list[str] = []

    def look() -> None:
        shown = [
            one for one in QApplication.topLevelWidgets() if isinstance(one, Message) and one.isVisible()
        ]
        seen.extend(one.text.text() for one in shown)

    QTimer.singleShot(100, look)
    say_why(Unavailable("schijf.alleen_lezen"), longest_ms=400)
    assert seen == [explain_code("schijf.alleen_lezen")]


def test_opening_says_it_there_and_on_standard_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    told: list[WerkdeskError] = []
    monkeypatch.setattr(no_window, "is_needed", lambda *_: True)
    monkeypatch.setattr(no_window, "say_why", told.append)
    (tmp_path / "bestand").write_text("")
    assert main(["desk", "open", "--profile", str(tmp_path / "bestand")]) == 1
    assert [error.code for error in told] == ["profiel.onbereikbaar"]
    assert "niet bereikbaar" in capfdbinary.readouterr().err.decode()


def test_without_standard_error_nothing_breaks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr(no_window, "is_needed", lambda *_: False)
    (tmp_path / "bestand").write_text("")
    assert main(["desk", "open", "--profile", str(tmp_path / "bestand")]) == 1
