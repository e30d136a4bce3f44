"""The look in force: theme, scale and density; and what follows from them in pixels, fonts and colours.

Painted widgets ask :func:`look` while painting; they hold no colour and no size of their own. Changing the
look is :func:`werkdesk.ui.kit.theme.apply`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont

from werkdesk.ui.kit.tokens import FAMILY, LIGHT, TYPE_SCALE, Density, Theme

TNUM = QFont.Tag("tnum")


@dataclass(frozen=True, slots=True)
class Look:
    """``scale`` is 1.0 to 2.0 and multiplies fonts and spacing alike (WCAG 1.4.4)."""

    theme: Theme = LIGHT
    scale: float = 1.0
    density: Density = Density.COMFORTABLE

    def px(self, size: float) -> int:
        """Pixels for a size given at 100 %."""
        return round(size * self.scale)

    def pick(self, comfortable: float, compact: float) -> int:
        """One of two sizes, by density."""
        return self.px(comfortable if self.density is Density.COMFORTABLE else compact)

    def space(self, size: int) -> int:
        """Pixels for a margin or gap; from 16 up a step smaller when compact."""
        if self.density is Density.COMPACT and size >= 16:
            size = {16: 12, 20: 16, 24: 16, 32: 24}.get(size, size)
        return self.px(size)

    @property
    def control_height(self) -> int:
        return self.pick(38, 32)

    @property
    def row_height(self) -> int:
        return self.pick(40, 32)

    @property
    def primary_height(self) -> int:
        return self.pick(44, 38)

    def font(self, role: str) -> QFont:
        """Font of a role in ``TYPE_SCALE``, with figures of one width."""
        size, bold = TYPE_SCALE[role]
        return _font(self.px(size), bold)

    def color(self, role: str) -> QColor:
        """Colour of a role in :class:`Theme`. Do not change the answer; it is shared."""
        return _color(getattr(self.theme, role))


@lru_cache(maxsize=64)
def _font(pixels: int, bold: bool) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(pixels)
    font.setBold(bold)
    font.setFeature(TNUM, 1)
    return font


@lru_cache(maxsize=256)
def _color(text: str) -> QColor:
    return QColor(text)


def color_of(value: str) -> QColor:
    """Colour object of a token value ``#RRGGBB``; shared, do not change it."""
    return _color(value)


class LookSignals(QObject):
    """``changed`` is emitted after a new look is in force; layouts re-measure on it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.current = Look()


_SIGNALS = LookSignals()


def look() -> Look:
    """The look in force."""
    return _SIGNALS.current


def look_signals() -> LookSignals:
    """The one object that announces a new look."""
    return _SIGNALS
