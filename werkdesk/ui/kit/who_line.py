"""Who a panel is about: it hangs under their card, and where there is no room for that it says their name."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from werkdesk.ui.kit.identity_card import IdentityCard
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.look import look

GAP = 8


def top_under(anchor: QWidget | None, host: QWidget, least: int) -> int:
    """Y in ``host`` for a panel: under ``anchor`` when that can be seen and leaves ``least`` pixels."""
    gap = look().px(GAP)
    if anchor is None or not anchor.isVisible() or not host.isAncestorOf(anchor):
        return gap
    under = anchor.mapTo(host, QPoint(0, anchor.height())).y() + gap
    return under if host.height() - under - gap >= least else gap


class WhoLine(Label):
    """The name of the card that its panel covers; hidden while that card is in sight."""

    def __init__(self) -> None:
        super().__init__("", "strong", wrap=True)
        self.hide()

    def show_covered(self, anchor: QWidget | None, host: QWidget, top: int) -> None:
        """``top``: where the panel begins in ``host``."""
        card = anchor if isinstance(anchor, IdentityCard) and anchor.isVisible() else None
        below = card.mapTo(host, QPoint(0, card.height())).y() if card is not None else top
        self.setText(card.identity.name if card is not None and top < below else "")
        self.setVisible(bool(self.text()))
