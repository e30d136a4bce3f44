"""Surfaces: page ground, card with title, panel, bars and a separating line."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLayout, QSizePolicy, QWidget

from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, Margins, Row
from werkdesk.ui.kit.look import look
from werkdesk.ui.kit.tokens import Tone


class Page(QWidget):
    """A quiet ground that cards lie on. ``Page.body`` is a Column."""

    def __init__(self, parent: QWidget | None = None, *, margins: int = 24, gap: int = 16) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.body = Column(self, gap=gap, margins=margins)


class Clear(QWidget):
    """A grouping without ground of its own."""


class Separator(QFrame):
    """One thin line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(look().px(40), look().px(1))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, look().px(1))


class Card(QFrame):
    """A card: title, soft remark beside or under it, body.

    ``card.body`` is a Column; ``card.put(...)`` adds to it. ``card.head`` is a Row at the height of the
    title, for an action at its right. Without title there is no head.
    """

    def __init__(
        self,
        title: str = "",
        remark: str = "",
        *,
        gap: int = 12,
        margins: Margins = (20, 16),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        outer = Column(self, gap=12, margins=margins)
        self.head = Row(gap=8)
        self.title = Label(title, "title")
        self.remark = Label(remark, "body", tone=Tone.NEUTRAL)
        self.head.put(self.title, self.remark, 1)
        self.head_box = Clear()
        self.head_box.setLayout(self.head)
        if not title:  # setVisible(True) on a widget without parent would show it as a window
            self.head_box.hide()
        outer.addWidget(self.head_box)
        self.setAccessibleName(title)
        self.body = Column(gap=gap)
        outer.addLayout(self.body, 1)

    def wrap_title(self) -> None:
        """A long title takes more lines beside what stands at its right, instead of being cut off. Ask this
        before anything is put there.
        """
        self.title.setWordWrap(True)
        self.head.takeAt(self.head.count() - 1)  # the stretch: the title takes the room now
        self.head.setStretchFactor(self.title, 1)

    def put(self, *items: QWidget | QLayout | int) -> Card:
        """Add widgets, layouts or stretches (numbers) to the body."""
        self.body.put(*items)
        return self


class Panel(Card):
    """A card that lies over the page: stronger line, same parts."""


class TopBar(QFrame):
    """The bar above the pages: search box, facts, primary action. ``bar.body`` is a Row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = Row(self, gap=16, margins=(24, 8))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def put(self, *items: QWidget | QLayout | int) -> TopBar:
        """Add from left to right; a number is a stretch."""
        self.body.put(*items)
        return self
