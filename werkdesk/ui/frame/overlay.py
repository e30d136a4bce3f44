"""A small panel over the page for one short question: a new number, why somebody comes back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QApplication, QLayout, QSizePolicy, QWidget

from werkdesk.ui.kit.buttons import PlainButton
from werkdesk.ui.kit.card import Panel
from werkdesk.ui.kit.focus_spot import FocusSpot
from werkdesk.ui.kit.half_gone import half_gone
from werkdesk.ui.kit.layout import Row
from werkdesk.ui.kit.lent_keys import LentKeys
from werkdesk.ui.kit.look import look, look_signals
from werkdesk.ui.kit.scroll import Scroll
from werkdesk.ui.kit.who_line import WhoLine, top_under
from werkdesk.ui.teksten import hulp


class OverlayPage(Scroll):
    """Wants to be as high as what is in it, and scrolls when there is less: large text, a small screen."""

    def __init__(self) -> None:
        super().__init__(gap=12)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        flows = self.body.hasHeightForWidth()
        return self.body.totalHeightForWidth(width) if flows else self.body.totalSizeHint().height()


PAGES = {
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
}
LEAST = 150
"""Height at 100 % under which a panel rather covers what it hangs under, and names who it is about."""


class Overlay(Panel):
    """Lies over ``host`` at the right, under ``anchor`` when that can be seen. Not a window, not modal.

    ``put()`` adds what scrolls on a low page, ``foot`` is a Row for the button that always stays in sight.
    ``ask()`` opens it; subclasses put the focus in ``begin()``. ``close_overlay()`` gives the focus back to
    where it was; ``True`` when it was open. ``closed()``. It is as high as what is in it now, also when that
    changes while it is open; what has the focus stays in sight.
    """

    closed = Signal()
    wide = 460

    def __init__(self, host: QWidget, title: str, anchor: QWidget | None = None) -> None:
        super().__init__(title, parent=host)
        self.wrap_title()
        self.close_button = PlainButton(hulp.SLUIT, "Esc")
        self.close_button.clicked.connect(self.close_overlay)
        self.head.addWidget(self.close_button)
        self.head_box.show()
        self.who = WhoLine()
        self.body.addWidget(self.who)
        self.page = OverlayPage()
        self.body.addWidget(self.page, 1)
        self.foot = Row(gap=12)
        self.body.addLayout(self.foot)
        self._host = host
        self._anchor: QWidget | None = None
        self._before: FocusSpot | None = None
        self._keys = LentKeys(self)
        host.installEventFilter(self)
        inner = self.page.widget()
        if inner is not None:
            inner.installEventFilter(self)
        look_signals().changed.connect(self.place)
        self.hang_under(anchor)
        self.hide()

    def put(self, *items: QWidget | QLayout | int) -> Overlay:
        """Add under each other; what does not fit scrolls."""
        self.page.put(*items)
        return self

    def hang_under(self, anchor: QWidget | None) -> None:
        """Leave this widget in sight: who it is about."""
        if anchor is not self._anchor and anchor is not None:
            anchor.installEventFilter(self)
        self._anchor = anchor

    def ask(self) -> None:
        """Open it; asked again while it is open, it starts anew."""
        if self.isHidden():
            self._before = FocusSpot.now()
        self.place()
        self.show()
        self.raise_()
        self.begin()
        self._keys.borrow()
        self.place()  # only now is there in it what was asked for
        QTimer.singleShot(0, self, self._grow)

    def begin(self) -> None:
        """Empty the fields and put the focus in the first one."""

    @Slot()
    def close_overlay(self) -> bool:
        """Hide it; the focus goes back to where the work was."""
        if self.isHidden():
            return False
        self.hide()
        self._keys.give_back()
        before, self._before = self._before, None
        if before is not None:
            before.take()
        self.closed.emit()
        return True

    def _room(self) -> int:
        """Height in pixels between what it hangs under and the foot of the host."""
        return self._host.height() - self._top() - look().px(8)

    def _top(self) -> int:
        """Under the anchor, when that can be seen and leaves room; else as high as it has to be."""
        return top_under(self._anchor, self._host, look().px(LEAST))

    def place(self) -> None:
        """Take the place under the anchor, inside the host."""
        gap = look().px(24)
        width = min(look().px(self.wide), self._host.width() - 2 * gap)
        top = self._top()
        self.who.show_covered(self._anchor, self._host, top)
        layout = self.layout()
        self.setFixedWidth(width)
        self.page.updateGeometry()  # or it would go on with the height of what was in it before
        if layout is not None:
            self.page.body.activate()
            layout.activate()
        wanted = layout.totalHeightForWidth(width) if layout is not None else 0
        self.setGeometry(self._host.width() - width - gap, top, width, min(wanted, self._room()))

    @Slot()
    def _grow(self) -> None:
        """After the layout has done its work. At 200 % an answer may ask for more below the edge: the hands
        are already there.
        """
        if self.isHidden():
            return
        self.place()
        self._keys.borrow()
        focused = QApplication.focusWidget()
        if focused is not None and self.page.isAncestorOf(focused):
            self.page.ensureWidgetVisible(focused, 0, look().space(16))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A page up or down, wherever the focus is in it and nothing there wants the key."""
        action = PAGES.get(Qt.Key(event.key()))
        if action is None:
            super().keyPressEvent(event)
        else:
            self.page.verticalScrollBar().triggerAction(action)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if half_gone(self) or self.isHidden():
            return False
        if watched in (self._host, self._anchor) and event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self.place()
        elif watched is self.page.widget() and event.type() == QEvent.Type.LayoutRequest:
            QTimer.singleShot(0, self, self._grow)
        return super().eventFilter(watched, event)
