"""The whole kit, painted: in three themes, at 100 and 200 %, comfortable and compact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from accessibility import problems
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from werkdesk.ui.kit import gallery, gallery_more, theme
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.look import Look
from werkdesk.ui.kit.tokens import THEMES, Density

WINDOWS: dict[str, Callable[[], QWidget]] = {
    "bezoek": gallery.gallery_window,
    "hal": gallery_more.hall_window,
    "panelen": gallery_more.panels_window,
    "toetsen": gallery_more.keys_window,
    "aanmelden": gallery_more.cover_window,
    "menu": gallery_more.sample_menu,
}


def grab(window: QWidget, qtbot: QtBot, target: Path) -> QImage:
    qtbot.addWidget(window)
    window.show()
    QApplication.processEvents()
    picture = window.grab()
    assert picture.save(str(target))
    return picture.toImage()


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("which", WINDOWS)
def test_every_window_paints_on_its_own_ground(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, which: str, name: str, scale: float
) -> None:
    theme.apply(qapp, Look(THEMES[name], scale))
    window = WINDOWS[which]()
    if which != "menu":
        window.resize(round(1440 * scale), round(900 * scale))
    image = grab(window, qtbot, tmp_path / f"{which}.png")
    counted = Counter(
        image.pixelColor(x, y).name().upper()
        for x in range(0, image.width(), 17)
        for y in range(0, image.height(), 17)
    )
    seen = {colour for colour, times in counted.items() if times > counted.total() / 300}
    mine = THEMES[name]
    assert (mine.card if which == "menu" else mine.window) in seen
    strangers = {"#F0F0F0", "#EFEFEF", "#C0C0C0"} - {getattr(mine, slot) for slot in mine.__slots__}
    assert seen & strangers == set(), "grounds of an unstyled Qt show through"


@pytest.mark.parametrize("which", ["bezoek", "hal", "aanmelden"])
def test_nothing_is_cut_off_on_a_small_screen(qapp: QApplication, qtbot: QtBot, which: str) -> None:
    theme.apply(qapp, Look(density=Density.COMPACT))
    window = WINDOWS[which]()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    QApplication.processEvents()
    assert (window.width(), window.height()) == (1366, 768)
    cut = [label.text() for label in window.findChildren(Label) if label.isVisible() and _cut(label)]
    assert cut == []


def _cut(label: Label) -> bool:
    """Whether a label is lower than its own text needs at its width."""
    if not label.wordWrap() or not label.text():
        return False
    return label.height() < label.heightForWidth(label.width())


@pytest.mark.parametrize("which", [name for name in WINDOWS if name != "menu"])
def test_every_window_can_be_used_without_eyes(qtbot: QtBot, which: str) -> None:
    window = WINDOWS[which]()
    qtbot.addWidget(window)
    window.show()
    assert problems(window) == []


def test_the_walker_finds_what_is_wrong(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QTableView, QVBoxLayout

    window = QWidget()
    layout = QVBoxLayout(window)
    combo = QComboBox()
    combo.addItem("Balie")
    for widget in (QLineEdit(), combo, QTableView(), QPushButton("&Bewaren"), QPushButton("&Bellen")):
        layout.addWidget(widget)
    qtbot.addWidget(window)
    window.show()
    assert problems(window) == [
        "QLineEdit in QWidget has no accessible name",
        "QComboBox in QWidget has no accessible name",
        "QTableView in QWidget has no accessible name",
        "QTableView in QWidget is a list without a name of its own",
        "Alt+B is used 2 times",
    ]
    combo.setAccessibleName("Balie")
    assert "QComboBox in QWidget is named by its value" in problems(window)


def test_a_theme_can_be_changed_under_a_full_window(qapp: QApplication, qtbot: QtBot) -> None:
    window = gallery.gallery_window()
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    for name in ("donker", "hoog contrast", "licht"):
        theme.switch(qapp, theme=THEMES[name])
        QApplication.processEvents()
        assert window.grab().toImage().pixelColor(1430, 80) == QColor(THEMES[name].window)
    before = window.minimumSizeHint().height()
    theme.switch(qapp, scale=2.0)
    QApplication.processEvents()
    assert window.minimumSizeHint().height() > 1.5 * before
