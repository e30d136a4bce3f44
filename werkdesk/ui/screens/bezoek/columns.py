"""Three columns where there is room, two with a drawer on a small screen, one that scrolls at 200 %."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QSizePolicy, QWidget

from werkdesk.ui.dossier.beside import LEAST, Block
from werkdesk.ui.dossier.parts import Part
from werkdesk.ui.kit.buttons import PlainButton
from werkdesk.ui.kit.card import Card, Clear, Panel
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, Row
from werkdesk.ui.kit.look import look, look_signals
from werkdesk.ui.kit.scroll import Scroll
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.teksten import bezoek as t

THREE_FROM = 1130
TWO_FROM = 720
TALL_FROM = 340
DRAWER = 360
SIDE_SHARE = (21, 19, 17)


class Fold(StrEnum):
    """How the room is used."""

    THREE = "drie"
    TWO = "twee"
    ONE = "een"


class VisitColumns(QWidget):
    """``first`` and ``second`` are the work; ``side`` holds the cards of what runs.

    Wide: three columns that scroll by themselves. From 1366 x 768 down the side folds to one line,
    ``show_line``, with a drawer that opens when the focus goes there. At 200 % everything stands under each
    other. ``drawn(bool)``: the drawer opened or closed.
    """

    drawn = Signal(bool)

    def __init__(self, first: Part, second: Part, side: QWidget) -> None:
        super().__init__()
        self.first, self.second = first, second
        self.fold = Fold.THREE
        self.line = Label("", wrap=True)
        self.open_button = PlainButton(t.UITKLAPPEN, "F6")
        self.open_button.clicked.connect(self.toggle)
        self.strip = Card(margins=(16, 2))
        strip = Row(gap=16)
        strip.addWidget(self.line, 1)
        strip.addWidget(self.open_button)
        self.strip.body.addLayout(strip)
        self.strip.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.side = Scroll(gap=0)
        self.side.put(side)
        self._side_inner = side
        self._beside = Clear()
        self._beside_box = Column(self._beside)
        self._block = Block()
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._block)
        self._pair.setContentsMargins(0, 0, 0, 0)
        for widget, share in zip((first, second, self._beside), SIDE_SHARE, strict=True):
            self._pair.addWidget(widget, share)
        self.pane = Scroll(gap=0)
        self.pane.body.addWidget(self._block, 1)
        outer = Column(self, gap=16)
        outer.put(self.strip)
        outer.addWidget(self.pane, 1)
        self.drawer = Panel(margins=12, parent=self)
        self.drawer.setAccessibleName(t.ZIJKANT)
        self.drawer.hide()
        self._beside_box.addWidget(self.side)
        look_signals().changed.connect(self._fit)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)
        self._fit()

    def show_line(self, words: str, *, warn: bool = False) -> None:
        """What runs, in one line, for when the side is folded."""
        self.line.set_tone(Tone.WARN if warn else None)
        self.line.setText(words)

    @Slot()
    def toggle(self) -> None:
        """Open or close the drawer."""
        if self.drawer.isHidden():
            self.open_drawer()
            parts = self._side_inner.findChildren(Part)
            first = next((part for part in parts if not part.isHidden()), None)
            if first is not None:
                first.begin()
        else:
            self.close_drawer()

    def open_drawer(self) -> None:
        """Show the side over the second column; only when it is folded."""
        if self.fold is Fold.TWO and self.drawer.isHidden():
            self.drawer.show()
            self._place()
            self.drawer.raise_()
            self.drawn.emit(True)

    def close_drawer(self) -> bool:
        """Close it; ``False`` when it was not open."""
        if self.drawer.isHidden():
            return False
        inside = self._has(QApplication.focusWidget())
        self.drawer.hide()
        if inside:
            self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.drawn.emit(False)
        return True

    def minimumSizeHint(self) -> QSize:
        """Small enough to be folded: what does not fit then, scrolls."""
        return QSize(look().px(LEAST), look().px(LEAST) // 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        now = look()
        wide = 0 if self.height() < now.px(TALL_FROM) else self.width()
        fold = Fold.ONE if wide < now.px(TWO_FROM) else Fold.TWO if wide < now.px(THREE_FROM) else Fold.THREE
        self._pair.setSpacing(now.space(16))
        way = QBoxLayout.Direction
        self._pair.setDirection(way.TopToBottom if fold is Fold.ONE else way.LeftToRight)
        self._block.flowing = fold is Fold.ONE
        for part in (self.first, self.second):
            part.set_flowing(fold is Fold.ONE)
        self._flow_side(fold is Fold.ONE)
        self._move_side(fold)
        self.strip.setVisible(fold is Fold.TWO)
        self._beside.setVisible(fold is not Fold.TWO)
        self.fold = fold
        self._place()

    def _flow_side(self, flowing: bool) -> None:
        policy = Qt.ScrollBarPolicy
        bar = policy.ScrollBarAlwaysOff if flowing else policy.ScrollBarAsNeeded
        self.side.setVerticalScrollBarPolicy(bar)
        self.side.setMinimumHeight(self._side_inner.sizeHint().height() + 2 if flowing else 0)

    def _move_side(self, fold: Fold) -> None:
        """The same cards in the third column, in the drawer, or under the rest."""
        in_drawer = self.side.parentWidget() is self.drawer
        if fold is Fold.TWO and not in_drawer:
            self._beside_box.removeWidget(self.side)
            self.drawer.body.addWidget(self.side, 1)
            self.side.show()
        elif fold is not Fold.TWO and in_drawer:
            self.drawer.hide()
            self.drawer.body.removeWidget(self.side)
            self._beside_box.addWidget(self.side)
            self.side.show()

    def _place(self) -> None:
        now = look()
        width = min(now.px(DRAWER), self.width())
        top = self.strip.height() + now.space(8) if self.fold is Fold.TWO else 0
        self.drawer.setGeometry(self.width() - width, top, width, max(0, self.height() - top))

    def _has(self, widget: QWidget | None) -> bool:
        return widget is not None and self.side.isAncestorOf(widget)

    def _on_focus(self, _: QWidget | None, gained: QWidget | None) -> None:
        """The drawer follows the focus: open when it goes in, closed when it goes elsewhere here."""
        if self.fold is not Fold.TWO or gained is None or not self.isAncestorOf(gained):
            return
        if not self._has(gained) and gained is not self.open_button:
            self.close_drawer()
