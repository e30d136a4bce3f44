"""Buttons with their key on them. One :class:`PrimaryButton` per screen; the rest outlined or plain.

``&`` in the text marks the Alt letter. ``key`` is what the cap shows (``"F8"``, ``"Ctrl+Return"``); the
shortcut itself is installed by :mod:`werkdesk.ui.keys`, so that one table decides.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFontMetricsF, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from werkdesk.ui.kit.icons import paint_icon
from werkdesk.ui.kit.keycap import legend
from werkdesk.ui.kit.look import look
from werkdesk.ui.kit.paint import box, cap_width, key_cap, painter_on
from werkdesk.ui.kit.tokens import RADIUS


@dataclass(frozen=True, slots=True)
class Inks:
    """Colours of one state of a button."""

    text: QColor
    ground: QColor | None
    line: QColor | None
    cap_text: QColor
    cap_line: QColor
    cap_ground: QColor | None = None


class Button(QPushButton):
    """What the three kinds share: painting, size, key, icon. Enter presses the button that has the focus."""

    focus_shape = "edge"
    focus_radius = RADIUS
    role = "strong"
    padding = 18

    def __init__(
        self, text: str, key: QKeySequence | str = "", *, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._key, self._icon = legend(key), icon
        self._lent = False
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def set_key(self, key: QKeySequence | str) -> None:
        """Show another key on the cap; empty removes the cap."""
        self._key = legend(key)
        self.updateGeometry()
        self.update()

    def lend_key(self, lent: bool) -> None:
        """Show no cap while the key does something else; the button keeps its size."""
        self._lent = lent
        self.update()

    @property
    def key_text(self) -> str:
        """What the cap shows; empty while the key is lent."""
        return "" if self._lent else self._key

    def control_height(self) -> int:
        """Height in pixels of this kind of button."""
        return look().control_height

    def sizeHint(self) -> QSize:
        now = look()
        width = 2 * now.px(self.padding) + self._text_width()
        if self._icon:
            width += now.px(26)
        if self._key:
            width += now.px(10) + cap_width(self._key)
        return QSize(round(width) + 1, self.control_height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self.click()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def _text_width(self) -> float:
        metrics = QFontMetricsF(look().font(self.role))
        return metrics.size(Qt.TextFlag.TextShowMnemonic, self.text()).width()

    def inks(self) -> Inks:
        """Colours for the present state."""
        raise NotImplementedError

    def paintEvent(self, event: QPaintEvent) -> None:
        now, inks = look(), self.inks()
        painter = painter_on(self)
        whole = QRectF(self.rect())
        box(painter, whole, ground=inks.ground, line=inks.line, radius=now.px(RADIUS))
        self._paint_content(painter, whole, inks)
        painter.end()

    def _paint_content(self, painter: QPainter, whole: QRectF, inks: Inks) -> None:
        now = look()
        text_width = self._text_width()
        key = self.key_text
        cap = cap_width(key) + now.px(10) if key else 0.0
        mark = now.px(26) if self._icon else 0.0
        left = whole.left() + (whole.width() - mark - text_width - cap) / 2
        if self._icon:
            size = now.px(18)
            where = QRectF(left, whole.center().y() - size / 2, size, size)
            paint_icon(painter, self._icon, where, inks.text)
        painter.setFont(now.font(self.role))
        painter.setPen(inks.text)
        painter.drawText(
            QRectF(left + mark, whole.top(), text_width + 1, whole.height()),
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic,
            self.text(),
        )
        if key:
            where = QRectF(left + mark + text_width + now.px(10), whole.top(), cap, whole.height())
            key_cap(painter, where, key, ink=inks.cap_text, line=inks.cap_line, ground=inks.cap_ground)


class PrimaryButton(Button):
    """The one filled button of a screen."""

    focus_shape = "gap"

    def control_height(self) -> int:
        return look().primary_height

    def inks(self) -> Inks:
        color = look().color
        if not self.isEnabled():
            return Inks(color("faint_ink"), color("hover"), color("line"), color("faint_ink"), color("line"))
        strong = self.isDown() or self.underMouse()
        on_accent = color("on_accent")
        return Inks(on_accent, color("accent_strong" if strong else "accent"), None, on_accent, on_accent)


class OutlineButton(Button):
    """A second action: accent line and words on the card."""

    def inks(self) -> Inks:
        color = look().color
        if not self.isEnabled():
            return Inks(color("faint_ink"), None, color("line"), color("faint_ink"), color("line"))
        ground = color("accent_soft") if self.isDown() or self.underMouse() else color("card")
        accent = color("accent")
        return Inks(accent, ground, accent, color("soft_ink"), color("line"), color("hover"))


class PlainButton(Button):
    """A third action: words only, a soft ground under the mouse."""

    padding = 12

    def inks(self) -> Inks:
        color = look().color
        if not self.isEnabled():
            return Inks(color("faint_ink"), None, None, color("faint_ink"), color("line"))
        ground = color("accent_soft") if self.isDown() or self.underMouse() else None
        return Inks(color("accent"), ground, None, color("soft_ink"), color("line"), color("hover"))


class DangerButton(OutlineButton):
    """An action that takes something away: red words and line. Its text says what goes."""

    def inks(self) -> Inks:
        color = look().color
        if not self.isEnabled():
            return super().inks()
        ground = color("bad_soft") if self.isDown() or self.underMouse() else color("card")
        return Inks(color("bad"), ground, color("bad"), color("soft_ink"), color("line"), color("hover"))
