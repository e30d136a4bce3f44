"""Icons from one family, Phosphor, painted as glyphs beside a word.

The font comes from the package qtawesome. Importing that package costs as much processor time as a whole bare
window (measured: 0.2 s), so only its font file is read, at the first icon.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPixmap

from werkdesk.ui.kit.look import look

CODES = MappingProxyType(
    {
        "arrow-counter-clockwise": 0xF021,
        "arrows-clockwise": 0xF045,
        "bell": 0xF082,
        "briefcase": 0xF0A0,
        "buildings": 0xF0A8,
        "calendar": 0xF0AC,
        "caret-down": 0xF0C2,
        "caret-left": 0xF0C3,
        "caret-right": 0xF0C4,
        "chart-bar": 0xF0D2,
        "check": 0xF0E7,
        "check-circle": 0xF0E8,
        "clock": 0xF0F9,
        "cloud-check": 0xF101,
        "cloud-slash": 0xF106,
        "envelope": 0xF154,
        "file-text": 0xF170,
        "gear": 0xF19B,
        "hourglass-medium": 0xF1D3,
        "house": 0xF1D8,
        "identification-card": 0xF1DC,
        "info": 0xF1E0,
        "keyboard": 0xF1E5,
        "lock": 0xF1FF,
        "magnifying-glass": 0xF20A,
        "minus": 0xF21A,
        "money": 0xF21C,
        "phone-call": 0xF26F,
        "plus": 0xF27F,
        "printer": 0xF288,
        "question": 0xF293,
        "student": 0xF2FB,
        "ticket": 0xF327,
        "user-plus": 0xF34F,
        "users": 0xF351,
        "warning": 0xF35C,
        "warning-circle": 0xF35D,
        "x": 0xF36D,
    }
)
"""The icons in use and their code points in Phosphor 1.3; a test compares them with the installed family."""

NAMES = frozenset(CODES)


def icon_folder() -> Path | None:
    """Where the installed package keeps its fonts; ``None`` when it is not there."""
    spec = find_spec("qtawesome")
    return Path(spec.origin).parent / "fonts" if spec is not None and spec.origin is not None else None


@lru_cache(maxsize=1)
def _family() -> str:
    folder = icon_folder()
    if folder is None:
        return ""
    number = QFontDatabase.addApplicationFont(str(next(folder.glob("phosphor-*.ttf"))))
    return next(iter(QFontDatabase.applicationFontFamilies(number)), "")


@lru_cache(maxsize=32)
def _icon_font(pixels: int) -> QFont:
    font = QFont(_family())
    font.setPixelSize(pixels)
    return font


def paint_icon(painter: QPainter, name: str, box: QRectF, colour: QColor) -> None:
    """Paint icon ``name`` centred in ``box``; its height decides the size. Nothing when the family is
    absent.
    """
    if not _family():
        return
    painter.save()
    painter.setFont(_icon_font(round(box.height())))
    painter.setPen(colour)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, chr(CODES[name]))
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
