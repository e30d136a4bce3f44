"""Who it is about stays in sight under every panel: at 100 and 200 %, on a page that is low, and on one that
is too low.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from werkdesk.ui.frame.overlay import Overlay
from werkdesk.ui.kit import theme
from werkdesk.ui.kit.identity_card import Identity, IdentityCard
from werkdesk.ui.kit.look import Look
from werkdesk.ui.kit.side_panel import HelpPanel, SidePanel
from werkdesk.ui.kit.tokens import Density

PERSON = Identity(
    "Elhamdaoui-van den Berg, mw. S. (fictief)",
    line="Sanne · geboren 12 maart 1985 (41)",
    bsn_caption="BSN",
    bsn="•••••3653",
    badge_caption="Identiteit",
    badge="Nog niet gezien",
    stacked=True,
    change="Wijzigen",
)
Opened = Overlay | SidePanel


def overlay(host: QWidget, card: IdentityCard) -> Overlay:
    panel = Overlay(host, "Identiteit", card)
    panel.ask()
    return panel


def explanation(host: QWidget, card: IdentityCard) -> HelpPanel:
    panel = HelpPanel(host, "Uitleg", "Sluiten")
    panel.keep_clear = lambda: card
    panel.show_help("Identiteit controleren", "Vraag om een geldig document.\n\n" * 9)
    return panel


def page(qtbot: QtBot, size: tuple[int, int]) -> tuple[QWidget, IdentityCard]:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(*size)
    card = IdentityCard(PERSON)
    layout = QVBoxLayout(host)
    layout.addWidget(card)
    layout.addStretch(1)
    host.show()
    return host, card


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def place(widget: QWidget, host: QWidget) -> QRect:
    return QRect(widget.mapTo(host, QPoint()), widget.size())


@pytest.mark.parametrize("opens", [overlay, explanation])
@pytest.mark.parametrize(("scale", "size"), [(1.0, (1150, 700)), (1.0, (724, 400)), (2.0, (1448, 800))])
def test_a_panel_never_covers_the_identity_bar(
    qapp: QApplication,
    qtbot: QtBot,
    opens: Callable[[QWidget, IdentityCard], Opened],
    scale: float,
    size: tuple[int, int],
) -> None:
    theme.apply(qapp, Look(scale=scale, density=Density.COMPACT))
    host, card = page(qtbot, size)
    panel = opens(host, card)
    settle()
    assert not place(panel, host).intersects(place(card, host))
    assert host.rect().contains(place(panel, host))
    assert not panel.who.isVisible()


@pytest.mark.parametrize("opens", [overlay, explanation])
def test_it_goes_down_when_the_card_grows(
    qtbot: QtBot, opens: Callable[[QWidget, IdentityCard], Opened]
) -> None:
    host, card = page(qtbot, (1150, 700))
    panel = opens(host, card)
    settle()
    card.setMinimumHeight(card.height() + 60)
    settle()
    assert not place(panel, host).intersects(place(card, host))


@pytest.mark.parametrize("opens", [overlay, explanation])
def test_where_there_is_no_room_the_panel_says_the_name_itself(
    qtbot: QtBot, opens: Callable[[QWidget, IdentityCard], Opened]
) -> None:
    host, card = page(qtbot, (683, 240))
    panel = opens(host, card)
    settle()
    assert place(panel, host).intersects(place(card, host))
    assert panel.who.isVisible()
    assert panel.who.text() == PERSON.name
    assert panel.who.height() >= panel.who.heightForWidth(panel.who.width())


def test_the_facts_stand_beside_a_short_name_and_under_a_long_one(qtbot: QtBot) -> None:
    host, card = page(qtbot, (950, 400))
    settle()
    low = card.height()
    assert card.badge is not None
    assert card.badge.mapTo(card, QPoint(0, 0)).y() < card.line.geometry().bottom()
    host.resize(560, 400)
    settle()
    assert card.badge.mapTo(card, QPoint(0, 0)).y() >= card.line.geometry().bottom()
    assert card.height() > low
