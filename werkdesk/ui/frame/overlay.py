"""A small panel over the page for one short question: a new number, why somebody comes back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QLayout, QSizePolicy, QWidget
from shiboken6 import isValid

from werkdesk.ui.kit.card import Panel
from werkdesk.ui.kit.half_gone import half_gone
from werkdesk.ui.kit.look import look, look_signals
from werkdesk.ui.kit.scroll import Scroll


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


class Overlay(Panel):
    """Lies over ``host`` at the right, under ``anchor`` when that can be seen. Not a window, not modal.

    ``ask()`` opens it; subclasses put the focus in ``begin()``. ``close_overlay()`` gives the focus back to
    where it was; ``True`` when it was open. ``closed()``.
    """

    closed = Signal()
    wide = 460

    def __init__(self, host: QWidget, title: str, anchor: QWidget | None = None) -> None:
        super().__init__(title, parent=host)
        self.page = OverlayPage()
        self.body.addWidget(self.page, 1)
        self._host, self._anchor = host, anchor
        self._before: QWidget | None = None
        host.installEventFilter(self)
        look_signals().changed.connect(self.place)
        self.hide()

    def put(self, *items: QWidget | QLayout | int) -> Overlay:
        """Add under each other; what does not fit scrolls."""
        self.page.put(*items)
        return self

    def ask(self) -> None:
        """Open it; asked again while it is open, it starts anew."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
        self.place()
        self.show()
        self.raise_()
        self.begin()

    def begin(self) -> None:
        """Empty the fields and put the focus in the first one."""

    def close_overlay(self) -> bool:
        """Hide it; the focus goes back to where the work was."""
        if self.isHidden():
            return False
        self.hide()
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()
        return True

    def _room(self) -> int:
        """Height of the host in pixels."""
        return self._host.height()

    def place(self) -> None:
        """Take the place under the anchor, inside the host."""
        now = look()
        gap = now.px(24)
        width = min(now.px(self.wide), self._host.width() - 2 * gap)
        layout = self.layout()
        self.setFixedWidth(width)
        if layout is not None:
            self.page.body.activate()
            layout.activate()
        height = min(
            layout.totalHeightForWidth(width) if layout is not None else 0, self._host.height() - gap
        )
        top = now.px(64)
        if self._anchor is not None and self._anchor.isVisible():
            top = self._anchor.mapTo(self._host, QPoint(0, self._anchor.height())).y() + now.px(8)
        top = max(0, min(top, self._host.height() - height - now.px(8)))
        self.setGeometry(self._host.width() - width - gap, top, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if half_gone(self):
            return False
        if watched is self._host and event.type() == QEvent.Type.Resize and not self.isHidden():
            self.place()
        return super().eventFilter(watched, event)
