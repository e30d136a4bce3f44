"""Putting a look in force on the running application, and changing it at run time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6 import QtWidgets
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from werkdesk.ui.kit.fonts import load_fonts
from werkdesk.ui.kit.look import Look, color_of, look, look_signals
from werkdesk.ui.kit.ring import ring_of
from werkdesk.ui.kit.sheet import style_sheet
from werkdesk.ui.kit.tokens import CONTRAST, DARK, LIGHT, Density, Theme

DRESSED = "dressed"
STYLED = "styled"
STYLE = "fusion"
SMALLEST, LARGEST = 1.0, 2.0


def apply(
    app: QApplication, wanted: Look | None = None, *, font_cache: Path | None = None, sheet: bool = True
) -> None:
    """Style the application. Call once at start, and again with another look to switch.

    Everything follows at once: palette, font, sheet, painted widgets, margins, and the focus ring.
    ``font_cache``: a folder of this program's own where unpacked fonts are kept for the next start.
    ``sheet``: ``False`` when the first window brings the style sheet itself (:func:`dress`).
    """
    signals = look_signals()
    signals.current = wanted or signals.current
    now = signals.current
    load_fonts(font_cache)
    if app.property(STYLED) != STYLE:
        QtWidgets.QApplication.setStyle(STYLE)
        app.setProperty(STYLED, STYLE)
    app.setFont(now.font("body"))
    QToolTip.setFont(now.font("label"))
    app.setPalette(palette(now.theme))
    if sheet:
        _hang_sheet(app, style_sheet(now))
    ring_of(app)
    signals.changed.emit()


def dress(window: QWidget) -> None:
    """Hang the sheet on this top-level window; while a window has it, the application has none.

    With a sheet on the application, every ``addWidget`` of a half-built screen styles its whole subtree
    again: a visit of 600 widgets took 0.78 s of processor time. On the window they are styled once, when they
    come in: 0.21 s (measured). Menus, lists and dialogs of the window follow it.
    """
    window.setProperty(DRESSED, True)
    app = QApplication.instance()
    if isinstance(app, QApplication):
        _hang_sheet(app, style_sheet(look()))


def _hang_sheet(app: QApplication, sheet: str) -> None:
    windows = _dressed(app)
    wanted = "" if windows else sheet
    if app.styleSheet() != wanted:
        app.setStyleSheet(wanted)
    for window in windows:
        if window.styleSheet() != sheet:
            window.setStyleSheet(sheet)


def _dressed(app: QApplication) -> list[QWidget]:
    return [window for window in app.topLevelWidgets() if window.property(DRESSED)]


def switch(
    app: QApplication,
    *,
    theme: Theme | None = None,
    scale: float | None = None,
    density: Density | None = None,
) -> None:
    """Change part of the look; ``scale`` is held between 1.0 and 2.0."""
    now = look()
    wanted = replace(
        now,
        theme=theme or now.theme,
        scale=now.scale if scale is None else min(LARGEST, max(SMALLEST, scale)),
        density=density or now.density,
    )
    apply(app, wanted, sheet=bool(app.styleSheet() or _dressed(app)))


def preferred(app: QApplication) -> Theme:
    """The theme that the person chose for the whole computer: high contrast, dark, or light."""
    hints = app.styleHints()
    contrast = hints.accessibility().contrastPreference() if hasattr(hints, "accessibility") else None
    if contrast is not None and contrast == Qt.ContrastPreference.HighContrast:
        return CONTRAST
    return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT


def palette(theme: Theme) -> QPalette:
    """Palette of a theme, for whatever the sheet does not reach (native dialogs, placeholders, links)."""
    roles = QPalette.ColorRole
    colours = {
        roles.Window: theme.window,
        roles.WindowText: theme.ink,
        roles.Base: theme.card,
        roles.AlternateBase: theme.hover,
        roles.Text: theme.ink,
        roles.PlaceholderText: theme.soft_ink,
        roles.Button: theme.card,
        roles.ButtonText: theme.ink,
        roles.BrightText: theme.bad,
        roles.Highlight: theme.accent,
        roles.HighlightedText: theme.on_accent,
        roles.Link: theme.accent,
        roles.LinkVisited: theme.accent,
        roles.ToolTipBase: theme.tip,
        roles.ToolTipText: theme.tip_ink,
        roles.Light: theme.line,
        roles.Midlight: theme.line,
        roles.Mid: theme.control,
        roles.Dark: theme.control,
        roles.Shadow: theme.control,
        roles.Accent: theme.accent,
    }
    made = QPalette()
    for role, value in colours.items():
        made.setColor(role, color_of(value))
    for role in (roles.Text, roles.WindowText, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, color_of(theme.faint_ink))
    return made
