"""The focus ring: one painted overlay that follows the keyboard focus through all windows.

Light and dark: two pixels of accent on the edge and three of soft accent around it; around filled buttons a
gap and the accent ring. High contrast: three pixels of ``#FFDD00`` (WCAG 2.4.7, 1.4.11).
A widget may set ``focus_shape`` to ``"gap"`` (filled), ``"edge"`` (default), ``"rail"`` (on the dark rail) or
``"none"`` (paints its own),
and ``focus_radius`` in pixels at 100 %.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from werkdesk.ui.kit.half_gone import half_gone
from werkdesk.ui.kit.look import look
from werkdesk.ui.kit.paint import box, painter_on
from werkdesk.ui.kit.tokens import RADIUS

REACH = 5
_MOVES = frozenset(
    {
        QEvent.Type.Move,
        QEvent.Type.Resize,
        QEvent.Type.Show,
        QEvent.Type.Hide,
        QEvent.Type.ZOrderChange,
        QEvent.Type.ParentChange,
        QEvent.Type.LayoutRequest,
    }
)


class FocusRing(QWidget):
    """Lies over the focused widget, lets the mouse through, and takes no part in layout or accessibility."""

    def __init__(self, host: QWidget, target: QWidget) -> None:
        super().__init__(host)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._host, self._target = host, target
        self._watched: list[QWidget] = []
        self.shown = QRect()
        step: QWidget | None = target
        while step is not None and step is not host:
            step.installEventFilter(self)
            self._watched.append(step)
            step = step.parentWidget()
        self.follow()

    @property
    def target(self) -> QWidget:
        """The widget the ring is around."""
        return self._target

    def follow(self) -> None:
        """Take the place of the target and come to the front."""
        reach = look().px(REACH)
        spot = self._target.mapTo(self._host, QPoint(0, 0))
        whole = QRect(spot, self._target.size()).adjusted(-reach, -reach, reach, reach)
        self.setGeometry(whole)
        self.shown = (whole & self._window_on_target(reach)).translated(-whole.topLeft())
        self.update()
        self.setVisible(self._target.isVisibleTo(self._host))
        self.raise_()

    def _window_on_target(self, reach: int) -> QRect:
        """What of the host can be seen through the scroll areas between it and the target."""
        room = self._host.rect()
        for one in self._watched:
            area = one.parentWidget()
            if isinstance(area, QAbstractScrollArea) and area.viewport() is one:
                seen = QRect(one.mapTo(self._host, QPoint(0, 0)), one.size())
                room &= seen.adjusted(-reach, -reach, reach, reach)
        return room

    def let_go(self) -> None:
        """Hide and look at nothing any more."""
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A page that is torn down sends its last moves when part of the way to the host is gone already.
        if not half_gone(self) and event.type() in _MOVES and all(map(isValid, self._watched)):
            self.follow()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        if getattr(self._target, "focus_shape", "edge") == "none":
            return  # a table that got its first rows meanwhile
        now = look()
        reach = now.px(REACH)
        inner = QRectF(self.rect()).adjusted(reach, reach, -reach, -reach)
        radius = now.px(getattr(self._target, "focus_radius", RADIUS))
        width = now.px(now.theme.ring_width)
        painter = painter_on(self)
        painter.setClipRect(self.shown)
        shape = getattr(self._target, "focus_shape", "edge")
        if shape == "rail" and now.theme.ring_width <= 2:
            box(painter, inner, ground=None, line=now.color("rail_mark"), radius=radius, width=width)
        elif shape == "gap" or now.theme.ring_width > 2:
            gap = now.px(2)
            outer = inner.adjusted(-gap - width, -gap - width, gap + width, gap + width)
            outer = outer.intersected(QRectF(self.rect()))
            box(painter, outer, ground=None, line=now.color("ring"), radius=radius + gap + width, width=width)
        else:
            soft = now.px(3)
            outer = inner.adjusted(-soft, -soft, soft, soft)
            box(painter, outer, ground=None, line=now.color("ring_soft"), radius=radius + soft, width=soft)
            box(painter, inner, ground=None, line=now.color("ring"), radius=radius, width=width)
        painter.end()


class RingKeeper(QObject):
    """Moves the ring when the focus moves. One per application, made by ``theme.apply``."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.setObjectName("focusring")
        self.ring: FocusRing | None = None
        app.focusChanged.connect(self.on_focus)
        self.on_focus(None, app.focusWidget())

    @Slot(QWidget, QWidget)
    def on_focus(self, _: QWidget | None, gained: QWidget | None) -> None:
        """Remove the old ring and put one around the widget that gained the focus."""
        if self.ring is not None:
            ring, self.ring = self.ring, None
            # Its end comes later: it must not take the next ring along, nor show itself again until then.
            ring.destroyed.disconnect(self._forget)
            ring.let_go()
            ring.deleteLater()
        if (
            gained is None
            or _in_popup(gained)
            or gained.isWindow()
            or getattr(gained, "focus_shape", "edge") == "none"
        ):
            return
        target = gained.focusProxy() or gained
        host = _host_for(target)
        if host is not None:
            self.ring = FocusRing(host, target)
            self.ring.destroyed.connect(self._forget)

    @Slot()
    def _forget(self) -> None:
        self.ring = None


def _host_for(target: QWidget) -> QWidget | None:
    """The nearest ancestor in which the whole ring fits; so the ring scrolls with its widget."""
    reach = look().px(REACH)
    host = target.parentWidget()
    while host is not None and not host.isWindow():
        spot = QRect(target.mapTo(host, QPoint(0, 0)), target.size())
        if host.rect().contains(spot.adjusted(-reach, -reach, reach, reach)):
            return host
        host = host.parentWidget()
    return host


def _in_popup(widget: QWidget) -> bool:
    """Lists and menus that open have a line of their own and mark the row they are at."""
    return widget.window().windowType() == Qt.WindowType.Popup


def ring_of(app: QApplication) -> RingKeeper:
    """The keeper of this application; made at the first call."""
    keeper = app.findChild(RingKeeper, "focusring")
    return keeper if isinstance(keeper, RingKeeper) else RingKeeper(app)
