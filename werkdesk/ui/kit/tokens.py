"""Design tokens: colour roles of the three themes, spacing, type scale, radius.

Colours are ``#RRGGBB``. Sizes are logical pixels at 100 %; :class:`werkdesk.ui.kit.look.Look` multiplies
them. Every pair that is used together is listed in :mod:`werkdesk.ui.kit.contrast` and computed in a test
(WCAG 2.1, 1.4.3 and 1.4.11).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

SPACES = (4, 8, 12, 16, 20, 24, 32)
RADIUS = 6
CARD_RADIUS = 8
FAMILY = "Noto Sans"

TYPE_SCALE = MappingProxyType(
    {
        "figure": (28, True),
        "name": (22, True),
        "question": (18, True),
        "title": (17, True),
        "body": (15, False),
        "strong": (15, True),
        "label": (13, False),
        "caption": (13, True),
    }
)
"""Role -> (pixels at 100 %, bold). Nothing is smaller than 13."""


class Density(StrEnum):
    """How much room a control takes; compact is for 1366 x 768."""

    COMFORTABLE = "ruim"
    COMPACT = "compact"


class Tone(StrEnum):
    """What a state means. A tone is never shown without a word."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Theme:
    """Colour roles; every value is ``#RRGGBB``."""

    name: str
    dark: bool
    window: str
    card: str
    hover: str
    ink: str
    soft_ink: str
    faint_ink: str
    line: str
    control: str
    accent: str
    accent_strong: str
    accent_soft: str
    on_accent: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    warn_mark: str
    bad: str
    bad_soft: str
    rail: str
    rail_chosen: str
    rail_ink: str
    rail_soft: str
    rail_mark: str
    ring: str
    ring_soft: str
    ring_width: int
    tip: str
    tip_ink: str

    def ink_of(self, tone: Tone) -> str:
        """The strong ink of a tone, for words and marks."""
        return {
            Tone.NEUTRAL: self.soft_ink,
            Tone.ACCENT: self.accent,
            Tone.GOOD: self.good,
            Tone.WARN: self.warn,
            Tone.BAD: self.bad,
        }[tone]

    def ground_of(self, tone: Tone) -> str:
        """The soft ground that belongs under :meth:`ink_of`."""
        return {
            Tone.NEUTRAL: self.hover,
            Tone.ACCENT: self.accent_soft,
            Tone.GOOD: self.good_soft,
            Tone.WARN: self.warn_soft,
            Tone.BAD: self.bad_soft,
        }[tone]

    def mark_of(self, tone: Tone) -> str:
        """The colour of a bar or dot without text in it (3:1 suffices)."""
        return self.warn_mark if tone is Tone.WARN else self.ink_of(tone)


LIGHT = Theme(
    name="licht",
    dark=False,
    window="#F4F6F9",
    card="#FFFFFF",
    hover="#EDF1F6",
    ink="#142030",
    soft_ink="#4A5768",
    faint_ink="#6B7787",
    line="#D3DAE3",
    control="#7C8999",
    accent="#0B5CAD",
    accent_strong="#084A8C",
    accent_soft="#E4EEF9",
    on_accent="#FFFFFF",
    good="#176B3A",
    good_soft="#E3F3E8",
    warn="#7A4B00",
    warn_soft="#FFF1D0",
    warn_mark="#B97309",
    bad="#B3261E",
    bad_soft="#FBE8E6",
    rail="#1B2B3D",
    rail_chosen="#34475C",
    rail_ink="#DCE5EF",
    rail_soft="#BCC9D7",
    rail_mark="#7AB8FF",
    ring="#0B5CAD",
    ring_soft="#C3DAF3",
    ring_width=2,
    tip="#142030",
    tip_ink="#F4F6F9",
)

DARK = Theme(
    name="donker",
    dark=True,
    window="#0F151C",
    card="#18212C",
    hover="#212C39",
    ink="#E8EDF3",
    soft_ink="#A8B4C2",
    faint_ink="#8793A2",
    line="#2C3846",
    control="#74828F",
    accent="#7AB8FF",
    accent_strong="#A3CEFF",
    accent_soft="#17304A",
    on_accent="#0F151C",
    good="#7CD69A",
    good_soft="#15301F",
    warn="#F2C063",
    warn_soft="#35280E",
    warn_mark="#D08A2B",
    bad="#FF9C94",
    bad_soft="#3D1B19",
    rail="#0A0F15",
    rail_chosen="#24303D",
    rail_ink="#C9D4E0",
    rail_soft="#9BA9B8",
    rail_mark="#7AB8FF",
    ring="#7AB8FF",
    ring_soft="#1F4468",
    ring_width=2,
    tip="#E8EDF3",
    tip_ink="#142030",
)

CONTRAST = Theme(
    name="hoog contrast",
    dark=True,
    window="#0B0C0C",
    card="#0B0C0C",
    hover="#2A2C2C",
    ink="#FFFFFF",
    soft_ink="#F0F0F0",
    faint_ink="#B8BCBC",
    line="#9A9E9E",
    control="#FFFFFF",
    accent="#8FD0FF",
    accent_strong="#C4E6FF",
    accent_soft="#0A2F4F",
    on_accent="#0B0C0C",
    good="#7DF0A5",
    good_soft="#04301A",
    warn="#FFD84D",
    warn_soft="#3A2C00",
    warn_mark="#FFD84D",
    bad="#FFB3AC",
    bad_soft="#4A0E0A",
    rail="#000000",
    rail_chosen="#2A2C2C",
    rail_ink="#FFFFFF",
    rail_soft="#F0F0F0",
    rail_mark="#8FD0FF",
    ring="#FFDD00",
    ring_soft="#FFDD00",
    ring_width=3,
    tip="#FFFFFF",
    tip_ink="#0B0C0C",
)

THEMES = MappingProxyType({theme.name: theme for theme in (LIGHT, DARK, CONTRAST)})
