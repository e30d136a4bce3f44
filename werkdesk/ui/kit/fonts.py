"""One font everywhere: Noto Sans from the package pymupdf-fonts (OFL), loaded as an application font.

The repository holds no font file. Without the package the desk still starts, in the system's font.
"""

from __future__ import annotations

import pymupdf_fonts
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFontDatabase

FACES = ("notos", "notosbo")
_loaded: list[str] = []


def load_fonts() -> tuple[str, ...]:
    """Load regular and bold once; returns the families. Needs a QGuiApplication."""
    if not _loaded:
        for face in FACES:
            number = QFontDatabase.addApplicationFontFromData(QByteArray(pymupdf_fonts.myfont(face)))
            _loaded.extend(QFontDatabase.applicationFontFamilies(number))
    return tuple(dict.fromkeys(_loaded))
