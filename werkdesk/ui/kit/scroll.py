"""A page that scrolls when it does not fit: at 200 %, or on a small screen, nothing is cut off."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QLayout, QScrollArea, QWidget

from werkdesk.ui.kit.card import Clear
from werkdesk.ui.kit.field import Field
from werkdesk.ui.kit.half_gone import half_gone
from werkdesk.ui.kit.layout import Column, Margins
from werkdesk.ui.kit.look import look, look_signals
from werkdesk.ui.kit.paint import painter_on


class Edge(QWidget):
    """A thin line where a page goes on out of sight, so that what is cut there does not look broken."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.fillRect(self.rect(), look().color("line"))
        painter.end()


class Scroll(QScrollArea):
    """``scroll.put(...)`` adds under each other. Never scrolls sideways; keeps the focused widget in
    sight. Without margins it begins and ends in the middle of a page: a line then shows that there is more.
    """

    focus_shape = "none"
    edges: tuple[Edge, ...] = ()

    def __init__(self, *, gap: int = 16, margins: Margins = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # A viewport of Qt's own would come back as "some widget", and PySide then loads every class of widget
        # there is to name it: 10 ms of processor time before the first frame.
        self.setViewport(QWidget())
        self._inner = inner = Clear()
        self.body = Column(inner, gap=gap, margins=margins)
        self.setWidget(inner)
        inner.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)
        look_signals().changed.connect(self._look_changed)
        self.edges = (Edge(self), Edge(self)) if margins == 0 else ()
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._show_edges)
        bar.rangeChanged.connect(self._show_edges)

    def without_edges(self) -> Scroll:
        """For a ground of its own, such as the rail."""
        for edge in self.edges:
            edge.deleteLater()
        self.edges = ()
        return self

    def put(self, *items: QWidget | QLayout | int) -> Scroll:
        """Add widgets, layouts or stretches."""
        self.body.put(*items)
        return self

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not half_gone(self) and watched is self._inner and event.type() == QEvent.Type.LayoutRequest:
            self._fit_width()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_edges()

    @Slot()
    def _show_edges(self) -> None:
        bar, where, thin = self.verticalScrollBar(), self.viewport().geometry(), look().px(1)
        beyond = (bar.value() > bar.minimum(), bar.value() < bar.maximum())
        tops = (where.top(), where.bottom() + 1 - thin)
        for edge, more, top in zip(self.edges, beyond, tops, strict=False):
            edge.setGeometry(where.left(), top, where.width(), thin)
            edge.setVisible(more)
            edge.raise_()

    def _fit_width(self) -> None:
        bar = self.verticalScrollBar().sizeHint().width()
        self.setMinimumWidth(self._inner.minimumSizeHint().width() + bar)

    def _on_focus(self, _: QWidget | None, gained: QWidget | None) -> None:
        if gained is not None and self.isAncestorOf(gained):
            self.keep_in_sight(gained)

    @Slot()
    def _look_changed(self) -> None:
        """Larger letters push what has the focus out of sight, once everything has its new place."""
        QTimer.singleShot(0, self, self._follow)

    @Slot()
    def _follow(self) -> None:
        self._on_focus(None, QApplication.focusWidget())

    def keep_in_sight(self, widget: QWidget) -> None:
        """Scroll as little as is needed to see it whole, with its ring.

        Of a list it is the chosen row that has to be seen, of a field also its label.
        """
        room = look().px(48)
        field = widget.parentWidget()
        if isinstance(field, Field) and field.height() <= self.viewport().height():
            top = field.mapTo(self._inner, field.rect().topLeft())
            self.ensureVisible(top.x(), top.y() + field.height(), 0, look().px(4))
            self.ensureVisible(top.x(), top.y(), 0, look().px(4))
            return
        row = _chosen_row(widget)
        if row is not None:
            top = widget.mapTo(self._inner, row.topLeft())
            self.ensureVisible(top.x(), top.y() + row.height(), 0, room)
            self.ensureVisible(top.x(), top.y(), 0, 2 * room)  # with the head of the list
            return
        self.ensureWidgetVisible(widget, room, room)
        if widget.height() + room > self.viewport().height():
            return
        # Qt is content when the text cursor of a field can be seen; its edge may then still be cut off.
        place = widget.mapTo(self._inner, widget.rect().center())
        half = widget.height() // 2
        for edge in (place.y() + half, place.y() - half):
            self.ensureVisible(place.x(), edge, 0, look().px(8))


def _chosen_row(widget: QWidget) -> QRect | None:
    """Where the chosen row of a list stands in it; ``None`` when it is no list, or nothing is chosen."""
    if not isinstance(widget, QAbstractItemView) or not widget.currentIndex().isValid():
        return None
    row = widget.visualRect(widget.currentIndex())
    return row.translated(widget.viewport().pos()) if row.isValid() else None
