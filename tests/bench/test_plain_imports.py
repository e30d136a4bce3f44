"""Qt's import function costs memory and time for each module that comes after it."""

from __future__ import annotations

import subprocess
import sys

SCRIPT = """
import builtins
before = builtins.__import__
from werkdesk.desk.qt import load_qt
load_qt()
from PySide6.QtWidgets import QApplication
assert builtins.__import__ is before
print("plain")
"""


def test_qt_leaves_the_import_function_of_python_in_place() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "plain", done.stderr
