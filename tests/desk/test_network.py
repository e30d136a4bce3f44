"""The system says that the network is back: the desk tries soon, and nothing is loaded before it may be."""

from __future__ import annotations

import enum
import subprocess
import sys

from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from werkdesk.desk.network import NetworkWatch, load_information


class Reachability(enum.Enum):
    """As Qt's."""

    Disconnected = 1
    Site = 3
    Online = 4


class Information(QObject):
    """What a system tells."""

    reachabilityChanged = Signal(object)  # noqa: N815 - as Qt spells it


def test_a_network_that_comes_back_is_told_and_one_that_goes_is_not(qtbot: QtBot) -> None:
    information, heard = Information(), []
    watch = NetworkWatch(lambda: information)
    watch.came_back.connect(lambda: heard.append(1))
    information.reachabilityChanged.emit(Reachability.Online)
    assert heard == []
    watch.start()
    watch.start()
    information.reachabilityChanged.emit(Reachability.Disconnected)
    assert heard == []
    information.reachabilityChanged.emit(Reachability.Online)
    information.reachabilityChanged.emit(Reachability.Site)
    assert heard == [1, 1]


def test_a_system_that_tells_nothing_is_no_failure(qtbot: QtBot) -> None:
    watch = NetworkWatch(lambda: None)
    watch.start()
    assert watch.is_started


def test_what_qt_gives_has_the_signal_that_is_listened_to(qtbot: QtBot) -> None:
    found = load_information()
    if found is not None:
        assert hasattr(found, "reachabilityChanged")
        assert found.reachability().name in {"Unknown", "Disconnected", "Local", "Site", "Online"}  # type: ignore[attr-defined]


def test_the_window_does_not_load_it_before_its_first_frame() -> None:
    asked = "import sys, werkdesk.desk.window; sys.exit('PySide6.QtNetwork' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
