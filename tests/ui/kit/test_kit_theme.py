from __future__ import annotations

import json
import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from werkdesk.ui.kit import icons, theme
from werkdesk.ui.kit.buttons import PrimaryButton
from werkdesk.ui.kit.card import Card
from werkdesk.ui.kit.fonts import load_fonts
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.look import Look, look
from werkdesk.ui.kit.sheet import style_sheet
from werkdesk.ui.kit.text_field import TextField
from werkdesk.ui.kit.tokens import CONTRAST, DARK, FAMILY, LIGHT, THEMES, TYPE_SCALE, Density


def test_the_font_comes_from_the_package_in_two_weights(qapp: QApplication) -> None:
    assert load_fonts() == (FAMILY,)
    assert QFontInfo(look().font("body")).family() == FAMILY
    assert QFontInfo(look().font("strong")).bold()


@pytest.mark.parametrize("role", TYPE_SCALE)
def test_figures_have_one_width(qapp: QApplication, role: str) -> None:
    metrics = QFontMetricsF(look().font(role))
    assert len({metrics.horizontalAdvance(figure) for figure in "0123456789"}) == 1


def test_the_theme_changes_while_a_window_is_open(qapp: QApplication, qtbot: QtBot) -> None:
    card = Card("Titel")
    qtbot.addWidget(card)
    card.resize(200, 100)
    light = card.grab().toImage().pixelColor(100, 90)
    theme.switch(qapp, theme=DARK)
    dark = card.grab().toImage().pixelColor(100, 90)
    assert (light, dark) == (QColor(LIGHT.card), QColor(DARK.card))
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.window)


def test_at_two_hundred_percent_everything_is_twice_as_large(qapp: QApplication, qtbot: QtBot) -> None:
    field, button, name = TextField("Naam"), PrimaryButton("Bewaren", "F8"), Label("Naam", "name")
    for widget in (field, button, name):
        qtbot.addWidget(widget)
        widget.ensurePolished()
    field.line.ensurePolished()
    before = field.line.sizeHint().height(), button.sizeHint().height(), name.sizeHint().height()
    theme.switch(qapp, scale=2.0)
    after = field.line.sizeHint().height(), button.sizeHint().height(), name.sizeHint().height()
    for small, large in zip(before, after, strict=True):
        assert large == pytest.approx(2 * small, abs=3)


def test_the_computers_own_setting_is_followed(qapp: QApplication) -> None:
    hints = qapp.styleHints()
    assert theme.preferred(qapp) is LIGHT
    try:
        hints.setColorScheme(Qt.ColorScheme.Dark)
        expected = DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
        assert theme.preferred(qapp) is expected
    finally:
        hints.unsetColorScheme()


def test_scale_stays_between_one_and_two(qapp: QApplication) -> None:
    theme.switch(qapp, scale=9)
    assert look().scale == 2.0
    theme.switch(qapp, scale=0.1)
    assert look().scale == 1.0


def test_compact_controls_stay_large_enough_to_hit() -> None:
    compact = Look(density=Density.COMPACT)
    assert compact.control_height == compact.row_height == 32
    assert Look().control_height == 38
    assert 40 <= Look().primary_height <= 48


@pytest.mark.parametrize("name", THEMES)
def test_the_sheet_names_no_colour_outside_its_theme(name: str) -> None:
    mine = THEMES[name]
    known = {getattr(mine, slot) for slot in mine.__slots__}
    words = style_sheet(Look(mine)).replace(";", " ").split()
    colours = {word for word in words if word.startswith("#")}
    assert colours
    assert colours <= known


def test_text_in_the_sheet_follows_the_scale() -> None:
    assert "font-size: 22px" in style_sheet(Look())
    assert "font-size: 44px" in style_sheet(Look(scale=2.0))


def test_every_icon_exists_in_the_family(qapp: QApplication) -> None:
    folder = icons.icon_folder()
    assert folder is not None
    table = json.loads(next(folder.glob("phosphor-charmap*.json")).read_text(encoding="utf-8"))
    assert {name: int(table[name], 16) for name in icons.NAMES} == dict(icons.CODES)


def test_an_icon_is_painted_in_the_colour_of_its_role(qapp: QApplication) -> None:
    theme.switch(qapp, theme=CONTRAST)
    image = icons.icon("printer", "accent", 32).pixmap(32, 32).toImage()
    seen = {
        image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())
    }
    assert CONTRAST.accent in seen


def test_importing_the_kit_does_not_import_the_heavy_icon_package() -> None:
    code = (
        "import sys, werkdesk.ui.kit.gallery_more, werkdesk.ui.keys\n"
        "heavy = {'qtawesome', 'sqlalchemy', 'reportlab', 'httpx', 'keyring', 'asyncio'} & set(sys.modules)\n"
        "sys.exit(','.join(sorted(heavy)) or 0)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
