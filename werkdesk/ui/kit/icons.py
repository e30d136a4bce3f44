"""Icons from one family, Phosphor, painted as glyphs beside a word.

The font and its name table come from the package qtawesome. Importing that package costs more processor
time than a whole bare window (measured: 0.2 s), so only its two data files are read, at the first icon.
"""

from __future__ import annotations

import importlib.util
import json
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPixmap

from werkdesk.ui.kit.look import look

NAMES = frozenset(
    {
        "arrow-counter-clockwise",
        "arrows-clockwise",
        "bell",
        "briefcase",
        "buildings",
        "calendar",
        "caret-down",
        "caret-left",
        "caret-right",
        "chart-bar",
        "check",
        "check-circle",
        "clock",
        "cloud-check",
        "cloud-slash",
        "envelope",
        "file-text",
        "gear",
        "hourglass-medium",
        "house",
        "identification-card",
        "info",
        "keyboard",
        "lock",
        "magnifying-glass",
        "minus",
        "phone-call",
        "plus",
        "printer",
        "question",
        "ticket",
        "user-plus",
        "users",
        "warning",
        "warning-circle",
        "x",
    }
)
"""The icons in use; a test asks that the family has each of them."""


@lru_cache(maxsize=1)
def _family() -> tuple[str, dict[str, str]]:
    spec = importlib.util.find_spec("qtawesome")
    if spec is None or spec.origin is None:
        return "", {}
    folder = Path(spec.origin).parent / "fonts"
    table = json.loads(next(folder.glob("phosphor-charmap*.json")).read_text(encoding="utf-8"))
    number = QFontDatabase.addApplicationFont(str(next(folder.glob("phosphor-*.ttf"))))
    families = QFontDatabase.applicationFontFamilies(number)
    return (families[0] if families else ""), {
        name: chr(int(table[name], 16)) for name in NAMES if name in table
    }


def known_icons() -> frozenset[str]:
    """Names of ``NAMES`` that the installed family can draw."""
    return frozenset(_family()[1])


@lru_cache(maxsize=32)
def _icon_font(pixels: int) -> QFont:
    font = QFont(_family()[0])
    font.setPixelSize(pixels)
    return font


def paint_icon(painter: QPainter, name: str, box: QRectF, colour: QColor) -> None:
    """Paint icon ``name`` centred in ``box``; its height decides the size. Nothing when the family is
    absent.
    """
    family, glyphs = _family()
    if not family:
        return
    painter.save()
    painter.setFont(_icon_font(round(box.height())))
    painter.setPen(colour)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, glyphs[name])
    painter.restore()


def icon(name: str, role: str = "soft_ink", size: int = 18) -> QIcon:
    """A QIcon of ``size`` pixels at 100 % in a colour role, for menus and actions."""
    pixels = look().px(size)
    pixmap = QPixmap(pixels * 2, pixels * 2)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, name, QRectF(0, 0, pixels, pixels), look().color(role))
    painter.end()
    return QIcon(pixmap)
