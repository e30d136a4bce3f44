"""Qt's own words in Dutch: the menu of a field, the dialog for a file."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from PySide6.QtCore import QCoreApplication, QTranslator

_NAME = "nederlands"


@cache
def read_dutch() -> bytes:
    """The words that come with Qt, about 200 KB; empty where they are missing. Not on the screens' thread."""
    package = files("PySide6")
    for folder in (package / "Qt" / "translations", package / "translations"):  # Linux; Windows
        words = folder / "qtbase_nl.qm"
        if words.is_file():
            return words.read_bytes()
    return b""


def speak_dutch() -> bool:
    """Let Qt speak Dutch from now on; whether it does. Twice is fine. On the screens' thread.

    Before the screens are built: every widget that stands is told of a new language.
    """
    app = QCoreApplication.instance()
    if app is None or not read_dutch():
        return False
    if app.findChild(QTranslator, _NAME) is not None:
        return True
    words = QTranslator(app)
    words.setObjectName(_NAME)
    return words.load(read_dutch()) and QCoreApplication.installTranslator(words)
