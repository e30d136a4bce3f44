from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from werkdesk.ui.kit.clipboard import SecretClipboard
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.tips import set_tip


def test_a_copied_number_is_marked_secret_and_wiped(qapp: QApplication, qtbot: QtBot) -> None:
    board = QGuiApplication.clipboard()
    secret = SecretClipboard(board, keep=10)
    secret.copy("999993653")
    data = board.mimeData()
    assert board.text() == "999993653"
    assert bytes(data.data("x-kde-passwordManagerHint").data()) == b"secret"
    qtbot.waitUntil(lambda: board.text() == "")


def test_what_someone_else_copied_meanwhile_stays(qapp: QApplication) -> None:
    board = QGuiApplication.clipboard()
    secret = SecretClipboard(board)
    secret.copy("999993653")
    board.setText("iets anders")
    secret.wipe()
    assert board.text() == "iets anders"
    board.clear()


def test_a_tip_shows_exactly_its_characters(qtbot: QtBot) -> None:
    label = Label("x")
    qtbot.addWidget(label)
    set_tip(label, "<img src=x>")
    assert "<img" not in label.toolTip()
    assert "&lt;img src=x&gt;" in label.toolTip()
    set_tip(label, "")
    assert label.toolTip() == ""
