"""Contrast by the formula of WCAG 2.1 (relative luminance, sRGB), and the pairs this kit uses.

A municipality's own accent and rail colours go through :func:`problems` before they are used.
"""

from __future__ import annotations

from werkdesk.ui.kit.tokens import Theme

TEXT_PAIRS = (
    *((ink, ground) for ink in ("ink", "soft_ink") for ground in ("window", "card", "hover", "accent_soft")),
    *((ink, ground) for ink in ("accent", "bad", "good", "warn") for ground in ("window", "card")),
    ("accent", "accent_soft"),
    *(("accent", ground) for ground in ("hover", "good_soft", "warn_soft", "bad_soft")),
    ("bad", "hover"),
    ("accent_strong", "accent_soft"),
    ("on_accent", "accent"),
    ("on_accent", "accent_strong"),
    ("good", "good_soft"),
    ("warn", "warn_soft"),
    ("bad", "bad_soft"),
    ("ink", "good_soft"),
    ("ink", "warn_soft"),
    ("ink", "bad_soft"),
    ("rail_ink", "rail"),
    ("rail_ink", "rail_chosen"),
    ("rail_soft", "rail"),
    ("rail_soft", "rail_chosen"),
    ("tip_ink", "tip"),
)
"""(ink, ground) of everything that is read; at least 4.5, and 5.5 in the shipped themes."""

PART_PAIRS = (
    *(
        (part, ground)
        for part in ("control", "accent", "ring", "warn_mark", "faint_ink")
        for ground in ("window", "card")
    ),
    ("control", "hover"),
    ("control", "accent_soft"),
    ("accent", "accent_soft"),
    ("good", "good_soft"),
    ("bad", "card"),
    ("rail_mark", "rail_chosen"),
    ("rail_mark", "rail"),
    ("ring", "accent_soft"),
)
"""(part, ground) of borders, marks and the focus ring; at least 3."""


def luminance(colour: str) -> float:
    """Relative luminance 0..1 of ``#RRGGBB``."""

    def linear(part: str) -> float:
        share = int(part, 16) / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour[1:3]) + 0.7152 * linear(colour[3:5]) + 0.0722 * linear(colour[5:7])


def ratio(one: str, other: str) -> float:
    """Contrast ratio 1..21 of two colours."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def problems(theme: Theme, *, text: float = 4.5, parts: float = 3.0) -> list[tuple[str, str, float]]:
    """(ink role, ground role, ratio) of every pair below its minimum; empty when the theme may be used."""
    found = []
    for pairs, least in ((TEXT_PAIRS, text), (PART_PAIRS, parts)):
        for ink, ground in pairs:
            value = ratio(getattr(theme, ink), getattr(theme, ground))
            if value < least:
                found.append((ink, ground, round(value, 2)))
    return found
