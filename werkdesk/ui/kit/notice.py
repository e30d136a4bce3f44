"""Messages that do not stand in the way: one line, an action, a countdown. Never a dialog, never over a
field.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QTimer, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from werkdesk.ui.kit.announce import announce
from werkdesk.ui.kit.buttons import PlainButton
from werkdesk.ui.kit.icons import paint_icon
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Row
from werkdesk.ui.kit.look import color_of, look
from werkdesk.ui.kit.paint import box, painter_on
from werkdesk.ui.kit.tips import set_tip
from werkdesk.ui.kit.tokens import RADIUS, Tone

UNDO_SECONDS = 10
READ_SECONDS = 10
"""How long news that asks nothing stays: long enough to read, gone before the next client."""
SECOND = 1_000
_ICONS = {
    Tone.NEUTRAL: "info",
    Tone.ACCENT: "info",
    Tone.GOOD: "check-circle",
    Tone.WARN: "warning",
    Tone.BAD: "warning-circle",
}


@dataclass(frozen=True, slots=True)
class Notice:
    """``action``: words on the button, such as "Ongedaan maken"; ``do``: what it does.

    ``seconds``: how long the action is offered; 0 is until it is replaced or closed, or ``READ_SECONDS`` for
    news that asks nothing (no action, no warning). ``over``: called once when the time is over or another
    notice came, so that an act that waited can go on; not after the action.
    """

    text: str
    tone: Tone = Tone.NEUTRAL
    action: str = ""
    do: Callable[[], None] | None = None
    seconds: int = 0
    over: Callable[[], None] | None = None

    @property
    def lasts(self) -> int:
        """Seconds until it goes by itself; 0 is until somebody closes it."""
        asks = bool(self.action) or self.tone in (Tone.WARN, Tone.BAD)
        return self.seconds or (0 if asks else READ_SECONDS)


class NoticeBar(QWidget):
    """Shows one notice; a newer one takes its place. Keeps its height when empty, so nothing moves.

    The clock is ``tick()``, once a second by a timer of its own; ``timer=False`` leaves it to the caller
    (tests).
    ``closed``: nothing is shown any more.
    """

    closed = Signal()

    def __init__(self, close_text: str, *, timer: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice: Notice | None = None
        self.seconds_left = 0
        self.text = Label("", "body", wrap=True)
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.action = PlainButton("")
        self.action.clicked.connect(self._act)
        self.close_button = PlainButton(close_text)
        self.close_button.clicked.connect(self.dismiss)
        row = Row(self, gap=8, margins=(38, 2, 4, 2))
        row.addWidget(self.text, 1)
        row.put(self.action, self.close_button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self._timer = QTimer(self) if timer else None
        if self._timer is not None:
            self._timer.setInterval(SECOND)
            self._timer.timeout.connect(self.tick)
        self.hide()

    def show_notice(self, notice: Notice) -> None:
        """Show a notice; the one that stood there is over."""
        self._end()
        self.notice, self.seconds_left = notice, notice.lasts
        self.text.setText(notice.text)
        self.text.set_tone(None if notice.tone is Tone.NEUTRAL else notice.tone)
        self.action.setVisible(bool(notice.action))
        self._word_action()
        set_tip(self.text, notice.text)
        self._fit()
        self.show()
        self.update()
        if self._timer is not None and notice.lasts:
            self._timer.start()
        announce(self, notice.text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """One line where there is room; else two smaller ones, without a button for what goes by itself."""
        if self.notice is None:
            return
        now = look()
        buttons = [self.close_button, *([self.action] if self.notice.action else [])]
        taken = now.px(42) + sum(one.sizeHint().width() + now.px(8) for one in buttons)
        wanted = QFontMetricsF(now.font("body")).horizontalAdvance(self.notice.text)
        tight = wanted > self.width() - taken
        self.text.set_role("label" if tight else "body")
        self.close_button.setHidden(tight and bool(self.notice.action) and self.notice.lasts > 0)

    def undo(self) -> bool:
        """Do what the action does, as Ctrl+Z outside a field would; False when there is none."""
        if self.notice is None or self.notice.do is None:
            return False
        self._act()
        return True

    @Slot()
    def tick(self) -> None:
        """One second passed."""
        if self.notice is None or not self.notice.lasts:
            return
        if not self.notice.action and self.close_button.hasFocus():
            return  # somebody is on their way to close it: the focus may not fall away under them
        self.seconds_left -= 1
        if self.seconds_left <= 0:
            self.dismiss()
        else:
            self._word_action()

    @Slot()
    def dismiss(self) -> None:
        """Take the notice away; its time is over."""
        self._end()
        self.hide()
        self.closed.emit()

    def _end(self) -> None:
        notice, self.notice = self.notice, None
        if self._timer is not None:
            self._timer.stop()
        if notice is not None and notice.over is not None:
            notice.over()

    @Slot()
    def _act(self) -> None:
        notice, self.notice = self.notice, None
        self.dismiss()
        if notice is not None and notice.do is not None:
            notice.do()

    def _word_action(self) -> None:
        if self.notice is not None:
            left = f" ({self.seconds_left})" if self.notice.seconds else ""
            # No Alt letter: a notice comes over any form, and Ctrl+Z does the same.
            words = self.notice.action.replace("&", "")
            self.action.setText(f"{words}{left}")
            self.action.setAccessibleName(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.notice is None:
            return
        now, tone = look(), self.notice.tone
        painter = painter_on(self)
        whole = QRectF(self.rect())
        edge = color_of(now.theme.ink_of(tone)) if now.theme.ring_width > 2 else None
        box(painter, whole, ground=color_of(now.theme.ground_of(tone)), line=edge, radius=now.px(RADIUS))
        size = now.px(18)
        where = QRectF(now.px(11), (whole.height() - size) / 2, size, size)
        paint_icon(painter, _ICONS[tone], where, color_of(now.theme.ink_of(tone)))
        painter.end()
