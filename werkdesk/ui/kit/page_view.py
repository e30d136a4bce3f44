"""Pages of a PDF as pictures, for the preview. The pictures come from a callable; nothing touches the
disk.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QKeyEvent, QPaintEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from werkdesk.ui.kit.layout import Column, clear
from werkdesk.ui.kit.look import look, look_signals
from werkdesk.ui.kit.paint import painter_on

ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
A4 = 297 / 210
AHEAD = 200
_ZOOM_KEYS = frozenset({Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_0})
Ask = Callable[[int, int], QImage | None]


class Sheet(QWidget):
    """One page of paper with a thin edge."""

    def __init__(self, number: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = number
        self.image: QImage | None = None
        self._width = 100
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def fit(self, width: int) -> None:
        """Be ``width`` pixels wide; as high as the picture asks, or A4 while there is none."""
        self._width = width
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        share = self.image.height() / self.image.width() if self.image and self.image.width() else A4
        return QSize(self._width, round(self._width * share))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(painter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if self.image is not None:
            painter.drawImage(self.rect(), self.image)
        painter.setPen(look().color("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class PaperGround(QWidget):
    """What the sheets lie on."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)


class PageView(QScrollArea):
    """``show_pages(count, ask)``: ``ask(page from 0, width in device pixels)`` gives a QImage, or ``None``
    when it will come later through :meth:`put`. Only pages in sight are asked for.

    Keys: Ctrl with + - 0 zoom, PgUp and PgDn pages; ``entered()`` on Enter (print), Esc goes to the window.
    ``page_name``: page number from 1 and count -> accessible name.
    """

    entered = Signal()
    focus_radius = 4

    def __init__(
        self, name: str, page_name: Callable[[int, int], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._page_name = page_name
        self._ask: Ask | None = None
        self._asked: dict[int, int] = {}
        self.zoom = 1.0
        self.sheets: list[Sheet] = []
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._paper = PaperGround()
        self._column = Column(self._paper, gap=16, margins=16)
        self.setWidget(self._paper)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().valueChanged.connect(self._fetch)
        look_signals().changed.connect(self._fit)

    def show_pages(self, count: int, ask: Ask) -> None:
        """Show another document from its first page."""
        clear(self._column)
        self._ask, self._asked = ask, {}
        self.sheets = [Sheet(number, self._page_name(number + 1, count)) for number in range(count)]
        for sheet in self.sheets:
            self._column.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)
        self.verticalScrollBar().setValue(0)
        self._fit()

    def put(self, page: int, image: QImage) -> None:
        """The picture of a page that was asked for earlier; too late for another document is harmless."""
        if 0 <= page < len(self.sheets):
            self.sheets[page].image = image
            self.sheets[page].updateGeometry()
            self.sheets[page].update()

    def set_zoom(self, zoom: float) -> None:
        """1.0 fits the width."""
        self.zoom = min(ZOOMS[-1], max(ZOOMS[0], zoom))
        self._fit()

    def step_zoom(self, by: int) -> None:
        """To the next zoom step up (1) or down (-1)."""
        nearest = min(range(len(ZOOMS)), key=lambda place: abs(ZOOMS[place] - self.zoom))
        self.set_zoom(ZOOMS[min(len(ZOOMS) - 1, max(0, nearest + by))])

    def wipe(self) -> None:
        """Forget the document and its pictures."""
        self.show_pages(0, lambda _page, _width: None)

    def _sheet_width(self) -> int:
        room = self.viewport().width() - look().px(40)
        return round(max(120, min(room, look().px(900))) * self.zoom)

    @Slot()
    def _fit(self) -> None:
        width = self._sheet_width()
        for sheet in self.sheets:
            sheet.fit(width)
        self._column.activate()
        self._fetch()

    @Slot()
    def _fetch(self) -> None:
        if self._ask is None:
            return
        width = round(self._sheet_width() * self.devicePixelRatioF())
        # Computed and not asked of the layout, which has not placed new sheets yet.
        gap = self._column.spacing()
        first = self.verticalScrollBar().value() - AHEAD
        last = self.verticalScrollBar().value() + self.viewport().height() + AHEAD
        bottom = gap
        for sheet in self.sheets:
            top, bottom = bottom, bottom + sheet.sizeHint().height() + gap
            if self._asked.get(sheet.number) != width and bottom >= first and top <= last:
                self._asked[sheet.number] = width
                image = self._ask(sheet.number, width)
                if image is not None:
                    self.put(sheet.number, image)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
            return
        super().wheelEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if control and event.key() in _ZOOM_KEYS:
                # Here the paper grows, not the whole window.
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal if control:
                self.step_zoom(1)
            case Qt.Key.Key_Minus if control:
                self.step_zoom(-1)
            case Qt.Key.Key_0 if control:
                self.set_zoom(1.0)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not control:
                self.entered.emit()
            case _:
                super().keyPressEvent(event)
