"""Who is this: the same card on every window and preview."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from werkdesk.ui.kit.badge import Badge, BadgeButton
from werkdesk.ui.kit.buttons import PlainButton
from werkdesk.ui.kit.card import Card
from werkdesk.ui.kit.hold_to_show import HoldToShow
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, Row, clear
from werkdesk.ui.kit.look import color_of, look, look_signals
from werkdesk.ui.kit.paint import CHIP_HEIGHT, painter_on, side_bar
from werkdesk.ui.kit.tokens import CARD_RADIUS, Tone

BAR = 6


@dataclass(frozen=True, slots=True)
class Identity:
    """What the card shows, all as ready text.

    ``line``: first name, birth date, age, address. ``bsn``: masked, as ``•••••3653``; empty when there is
    none. ``address``: what stands for a secret address, such as "geheim"; empty when it is not secret.
    ``badge``: the word of the identity check in ``tone``; ``Tone.WARN`` turns the bar to warning too.
    ``change``: words of the button for changing these facts, with ``change_key`` on it; empty for none.
    ``stacked``: a narrow page; the facts have no captions, and come under the words where they must.
    ``urgent``: what cannot wait until tomorrow. ``facts``: (caption, text) from left to right, such as Taal
    and Lopende melding.
    """

    name: str
    line: str = ""
    bsn_caption: str = ""
    bsn: str = ""
    badge_caption: str = ""
    badge: str = ""
    tone: Tone = Tone.GOOD
    facts: tuple[tuple[str, str], ...] = ()
    address_caption: str = ""
    address: str = ""
    change: str = ""
    change_key: str = ""
    urgent_caption: str = ""
    urgent: str = ""
    stacked: bool = False


class Fact(QWidget):
    """A caption above a value; as high as a badge, so that what stands beside each other is on one line."""

    def __init__(self, caption: str, value: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.caption, self.value = Label(caption, "caption"), value
        Column(self, gap=2).put(self.caption, self.value)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look_signals().changed.connect(self._fit)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        self.value.setMinimumHeight(look().px(CHIP_HEIGHT) + 2)


class IdentityCard(Card):
    """Name at 22, what tells two people apart, the state of the check, and the facts of now.

    ``show_identity(identity)`` fills it. ``bsn_asked``: someone holds the masked number down; log it, then
    call ``reveal_bsn(whole)``. ``address_asked`` and ``reveal_address(whole)`` do the same for a secret
    address, which then stands at the end of the line. The card keeps neither of its own.
    ``badge_asked``: somebody wants to do something about the check. ``change_asked``: change these facts.
    """

    badge_asked = Signal()
    change_asked = Signal()
    bsn_asked = Signal()
    address_asked = Signal()

    def __init__(self, identity: Identity | None = None, parent: QWidget | None = None) -> None:
        super().__init__(margins=(20, 12), parent=parent)
        self.identity = identity or Identity("")
        self._shown = False
        self.name = Label("", "name", wrap=True, selectable=True)
        self.line = Label("", "body", tone=Tone.NEUTRAL, wrap=True)
        self.bsn: HoldToShow | None = None
        self.address: HoldToShow | None = None
        self.badge: BadgeButton | None = None
        self.change: PlainButton | None = None
        words = Column(gap=2)
        words.put(self.name, self.line)
        self._facts = Row(gap=24)
        self._row = row = Row(gap=24, margins=(6, 0, 0, 0))
        row.addLayout(words, 1)
        row.addLayout(self._facts)
        self.body.addLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.show_identity(self.identity)

    def show_identity(self, identity: Identity) -> None:
        """Show another person, or the same with newer facts; what is equal is left alone."""
        if self._shown and identity == self.identity:
            return  # the focus may be in here, or a hand on the number
        self._shown, self.identity = True, identity
        self.name.setText(identity.name)
        self.line.setText(identity.line)
        self.line.setVisible(bool(identity.line))
        self.setAccessibleName(identity.name)
        self.setAccessibleDescription(
            ". ".join(
                filter(
                    None,
                    [
                        identity.line,
                        identity.badge,
                        identity.urgent,
                        *(" ".join(fact) for fact in identity.facts),
                    ],
                )
            )
        )
        clear(self._facts)
        self.bsn = self.address = self.badge = self.change = None
        if identity.bsn:
            self.bsn = HoldToShow(identity.bsn, identity.bsn_caption)
            self.bsn.asked.connect(self.bsn_asked)
            self._add(identity.bsn_caption, self.bsn)
        if identity.address:
            self.address = HoldToShow(identity.address, identity.address_caption)
            self.address.setProperty("helpKey", "klant.geheim")
            self.address.asked.connect(self.address_asked)
            self.address.released.connect(self._hide_address)
            self._add(identity.address_caption, self.address)
        if identity.badge:
            self.badge = BadgeButton(identity.badge, identity.tone, identity.badge_caption)
            self.badge.setProperty("helpKey", "identiteit")
            self.badge.clicked.connect(self.badge_asked)
            self._add(identity.badge_caption, self.badge)
        if identity.urgent:
            self._add(identity.urgent_caption, Badge(identity.urgent, Tone.BAD))
        for caption, text in identity.facts:
            self._add(caption, Label(text))
        if identity.change:
            self.change = PlainButton(identity.change, identity.change_key)
            self.change.setProperty("helpKey", "klant")
            self.change.clicked.connect(self.change_asked)
            self._facts.addWidget(self.change, 0, Qt.AlignmentFlag.AlignVCenter)
        self._fit_row()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_row()

    @Slot()
    def _fit_row(self) -> None:
        """Without captions the facts come under the words, unless both have room beside each other."""
        now, direction = look(), QBoxLayout.Direction
        words = QFontMetricsF(now.font("name")).horizontalAdvance(self.identity.name)
        line = QFontMetricsF(now.font("body")).horizontalAdvance(self.identity.line)
        room = self.contentsRect().width() - now.space(20) * 2 - now.space(24) * 2
        beside = max(words, line) + self._facts.sizeHint().width() <= room
        under = self.identity.stacked and not beside
        self._facts.setAlignment(Qt.AlignmentFlag.AlignLeft if under else Qt.AlignmentFlag(0))
        self._row.setDirection(direction.TopToBottom if under else direction.LeftToRight)
        self._row.set_gap(4 if under else 24)

    def reveal_bsn(self, whole: str) -> None:
        """Show the whole number while it is held down."""
        if self.bsn is not None:
            self.bsn.reveal(whole)

    def reveal_address(self, whole: str) -> None:
        """Show the address at the end of the line, as long as its mask is held down; else nothing happens."""
        if self.address is not None and self.address.isDown():
            self.line.setText(" · ".join(filter(None, (self.identity.line, whole))))

    @Slot()
    def _hide_address(self) -> None:
        self.line.setText(self.identity.line)

    def _add(self, caption: str, value: QWidget) -> None:
        shown = value if self.identity.stacked else Fact(caption, value)
        self._facts.addWidget(shown, 0, Qt.AlignmentFlag.AlignVCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        now = look()
        warns = self.identity.tone in (Tone.WARN, Tone.BAD)
        colour = color_of(now.theme.mark_of(self.identity.tone)) if warns else now.color("accent")
        painter = painter_on(self)
        side_bar(painter, QRectF(self.rect()), colour, now.px(BAR), now.px(CARD_RADIUS))
        painter.end()
