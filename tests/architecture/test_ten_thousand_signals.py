"""PySide6 6.12 on Python 3.11 loses a reference to None per call and aborts after some thousands of calls.

The pins in pyproject.toml avoid that pair; this test notices when they no longer do (decisions.md 8).
"""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

SETTERS = """
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel()
for number in range(10_000):
    label.setText(str(number))
assert label.text() == "9999"
"""

SIGNALS = """
from PySide6.QtCore import QObject, Signal
class Sender(QObject):
    told = Signal(object)
heard = []
sender = Sender()
sender.told.connect(heard.append)
for number in range(10_000):
    sender.told.emit(None if number % 2 else True)
assert len(heard) == 10_000
"""


@pytest.mark.parametrize("code", [SETTERS, SIGNALS], ids=["setText", "signals"])
def test_ten_thousand_calls_leave_the_interpreter_alive(code: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, "")
