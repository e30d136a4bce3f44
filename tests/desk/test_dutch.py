"""Qt's own words: no English in the menu of a field."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from werkdesk.desk.dutch import read_dutch, speak_dutch


def test_the_menu_of_a_field_speaks_dutch(qtbot: QtBot) -> None:
    assert speak_dutch()
    assert speak_dutch()  # another sign-in
    field = QLineEdit("tekst")
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    assert "Alles selecteren" in [action.text().split("\t")[0].replace("&", "") for action in menu.actions()]
    menu.deleteLater()


def test_the_words_come_with_qt() -> None:
    assert len(read_dutch()) > 50_000
