"""One font everywhere: Noto Sans from the package pymupdf-fonts (OFL), loaded as an application font.

The repository holds no font file. The package keeps its fonts packed (LZMA); unpacking two costs a sixth of
a bare window's processor time, so a start may keep them unpacked in a cache folder. Without that folder, or
with a broken file in it, they are unpacked again.
"""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path

import pymupdf_fonts
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFontDatabase

FACES = ("notos", "notosbo")
_loaded: list[str] = []


def load_fonts(cache: Path | None = None) -> tuple[str, ...]:
    """Load regular and bold once; returns the families. Needs a QGuiApplication.

    ``cache``: a folder of this program's own, or ``None``. A folder that cannot be read or written is no
    failure.
    """
    if not _loaded:
        for face in FACES:
            _loaded.extend(_from_cache(cache, face) or _from_package(cache, face))
    return tuple(dict.fromkeys(_loaded))


def _from_cache(cache: Path | None, face: str) -> list[str]:
    if cache is None:
        return []
    number = -1
    with suppress(OSError):
        number = _add((cache / f"{face}.ttf").read_bytes())
    return QFontDatabase.applicationFontFamilies(number) if number >= 0 else []


def _from_package(cache: Path | None, face: str) -> list[str]:
    data: bytes = pymupdf_fonts.myfont(face)
    if cache is not None:
        with suppress(OSError):
            _keep(cache / f"{face}.ttf", data)
    return QFontDatabase.applicationFontFamilies(_add(data))


def _add(data: bytes) -> int:
    """Qt's number of a font, -1 when the bytes are no font."""
    return QFontDatabase.addApplicationFontFromData(QByteArray(data)) if data else -1


def _keep(target: Path, data: bytes) -> None:
    """Write whole or not at all: a second start may read at the same moment."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as file:
        file.write(data)
    Path(file.name).replace(target)
