"""Theme, size and density of this window: what the platform prefers, until a colleague chooses."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from werkdesk.ui.kit.look import look
from werkdesk.ui.kit.theme import LARGEST, SMALLEST, switch
from werkdesk.ui.kit.tokens import THEMES, Density

STEPS = (1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
COMPACT_BELOW = QSize(1400, 800)
"""A window narrower or lower than this, in pixels at 100 %, is compact."""


class Appearance:
    """``choose`` takes over what was kept; ``chosen`` is what to keep."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._theme: str = ""  # empty: as the platform

    def fit(self, size: QSize) -> None:
        """Compact on a small window, comfortable on a large one; near the border it stays as it is."""
        now = look()
        slack = 24 if now.density is Density.COMPACT else 0
        least = QSize(now.px(COMPACT_BELOW.width() + slack), now.px(COMPACT_BELOW.height() + slack))
        small = size.width() < least.width() or size.height() < least.height()
        wanted = Density.COMPACT if small else Density.COMFORTABLE
        app = QApplication.instance()
        if wanted is not now.density and isinstance(app, QApplication):
            switch(app, density=wanted)

    def next_theme(self) -> str:
        """Light, dark, high contrast, and round; returns its name."""
        names = tuple(THEMES)
        self._put(theme=names[(names.index(look().theme.name) + 1) % len(names)])
        return look().theme.name

    def resize_text(self, by: int) -> float:
        """A step larger (+1), smaller (-1), or back to 100 % (0); returns the scale."""
        now = min(range(len(STEPS)), key=lambda place: abs(STEPS[place] - look().scale))
        place = 0 if by == 0 else min(len(STEPS) - 1, max(0, now + by))
        self._put(scale=STEPS[place])
        return look().scale

    def chosen(self) -> dict[str, str]:
        """What to keep for this colleague."""
        return {"theme": self._theme, "scale": f"{look().scale:.2f}"}

    def choose(self, kept: Mapping[str, str]) -> None:
        """Take over what was kept; what cannot be read is left as it is."""
        theme = kept.get("theme", "")
        try:
            scale = float(kept.get("scale") or look().scale)
        except ValueError:
            scale = look().scale
        if theme in THEMES or scale != look().scale:
            self._put(theme=theme if theme in THEMES else "", scale=scale)

    def _put(self, *, theme: str = "", scale: float | None = None) -> None:
        app = QApplication.instance()
        self._theme = theme or self._theme
        if isinstance(app, QApplication):
            held = None if scale is None else min(LARGEST, max(SMALLEST, scale))
            switch(app, theme=THEMES.get(theme), scale=held)
            self.fit(self._window.size())
