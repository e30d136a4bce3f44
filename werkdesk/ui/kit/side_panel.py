"""Panels that lie over the right of the page and stand in nobody's way: help (F1) and the key card
(Ctrl+F1).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget
from shiboken6 import isValid

from werkdesk.ui.kit.announce import announce
from werkdesk.ui.kit.buttons import OutlineButton, PlainButton
from werkdesk.ui.kit.card import Panel, Separator
from werkdesk.ui.kit.choice_row import Option
from werkdesk.ui.kit.choices import ChoiceList
from werkdesk.ui.kit.field import Field
from werkdesk.ui.kit.half_gone import half_gone
from werkdesk.ui.kit.keycap import KeyCap
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Row, clear
from werkdesk.ui.kit.lent_keys import LentKeys
from werkdesk.ui.kit.look import look, look_signals
from werkdesk.ui.kit.scroll import Scroll
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.kit.who_line import WhoLine, top_under

LEAST = 150
"""Height at 100 % under which a panel rather covers the card it hangs under, and names who it is about."""
LOW, WIDE_WHEN_LOW = 360, 560
"""Lower than this a panel is wider: the same words in fewer lines."""


class SidePanel(Panel):
    """Over the right side of ``host``, as high as it; at the left when what it is about stands at the right.

    Does not take the focus: typing goes on. ``keep_clear()``: the card of who this is about; it hangs under
    that.

    ``open_panel()``, ``close_panel()`` (True when it was open, so Esc can ask it first); ``closed()``.
    """

    closed = Signal()
    wide = 400

    def __init__(self, host: QWidget, title: str, close_text: str, close_key: str = "Esc") -> None:
        super().__init__(title, parent=host)
        self.head_box.show()
        self.wrap_title()
        self._host = host
        self.close_button = PlainButton(close_text, close_key)
        self.close_button.clicked.connect(self.close_panel)
        self.head.addWidget(self.close_button)
        self.who = WhoLine()
        self.content = Scroll(gap=8)
        self.put(self.who, self.content)
        self.keep_clear: Callable[[], QWidget | None] = _nobody
        self._clear: QWidget | None = None
        host.installEventFilter(self)
        look_signals().changed.connect(self._place)
        self._keys = LentKeys(self)
        self.hide()

    def open_panel(self) -> None:
        """Show the panel over the page."""
        self._place()
        self.show()
        self.raise_()
        self._keys.borrow()
        announce(self, self.title.text())

    @Slot()
    def close_panel(self) -> bool:
        """Hide the panel; False when it was not open."""
        if self.isHidden():
            return False
        inside = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self.hide()
        self._keys.give_back()
        if inside:
            self.give_back()
        self.closed.emit()
        return True

    def give_back(self) -> None:
        """The panel had the focus and closes."""
        self._host.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _place(self) -> None:
        now = look()
        gap = now.px(8)
        card = self._watch(self.keep_clear())
        top = top_under(card, self._host, now.px(LEAST))
        self.who.show_covered(card, self._host, top)
        height = self._host.height() - top - gap
        wide = self.wide if height >= now.px(LOW) else WIDE_WHEN_LOW
        width = min(now.px(wide), self._host.width() - 2 * gap)
        right = QRect(self._host.width() - width - gap, top, width, height)
        left = right.translated(gap - right.x(), 0)
        about = self._about()
        covers = about is not None and right.intersects(about) and not left.intersects(about)
        self.setGeometry(left if covers else right)

    def _watch(self, card: QWidget | None) -> QWidget | None:
        """Follow this card: it may grow, or come to stand lower, while the panel is open."""
        if card is not None and card is not self._clear:
            card.installEventFilter(self)
        self._clear = card
        return card

    def _about(self) -> QRect | None:
        """Where that stands which must stay in sight, in the host."""
        return None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        moved = event.type() in (QEvent.Type.Resize, QEvent.Type.Move)
        if moved and not half_gone(self) and not self.isHidden() and watched in (self._host, self._clear):
            self._place()
        return super().eventFilter(watched, event)


def _nobody() -> QWidget | None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    """Where a reader can go on: a short list with digits. ``go(value)``: this one was chosen."""

    question: str
    options: Sequence[Option]
    go: Callable[[str], None]
    help_key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Something to do with what is shown, as a button under it. ``key``: as it stands on the button."""

    words: str
    key: str
    do: Callable[[], None]


ROOMY = 640
"""Height of a page from which the doors stand under the explanation, so that it begins at its first line."""


class HelpPanel(SidePanel):
    """Shows one page of the handleiding. ``doors``: the list at its end, or ``None``. ``deed``: likewise."""

    doors: ChoiceList | None = None
    deed: Deed | None = None
    deed_button: OutlineButton | None = None
    _before: QWidget | None = None

    def show_help(self, title: str, text: str, doors: Doors | None = None, deed: Deed | None = None) -> None:
        """``text``: plain lines; ``# `` starts a heading, ``- `` a point, an empty line a paragraph.

        Nothing else is markup: the page may quote data. With ``doors`` the focus goes to their list; closing
        gives it back. The button of ``deed`` stays in sight while the page scrolls.
        """
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            self._before = focused
        self.title.setText(title)
        clear(self.content.body)
        for kind, words in blocks(text):
            role = "strong" if kind == "heading" else "body"
            shown = f"•  {words}" if kind == "point" else words
            self.content.put(Label(shown, role, wrap=True, selectable=True))
        self._show_doors(doors)
        self._show_deed(deed)
        self.content.put(1)
        self.content.verticalScrollBar().setValue(0)
        self.open_panel()
        if self.doors is not None:
            self.doors.setFocus(Qt.FocusReason.OtherFocusReason)

    def _about(self) -> QRect | None:
        """The field or line that had the focus, with its label."""
        about = self._before
        if about is None or not isValid(about) or not about.isVisible() or not self._host.isAncestorOf(about):
            return None
        field = about.parentWidget()
        whole = field if isinstance(field, Field) else about
        return QRect(whole.mapTo(self._host, QPoint()), whole.size())

    def open_deed(self) -> Deed | None:
        """What can be done with what is shown now; ``None`` while the panel is closed."""
        return self.deed if not self.isHidden() else None

    def _show_deed(self, deed: Deed | None) -> None:
        if self.deed_button is not None:
            self.deed_button.hide()
            self.deed_button.deleteLater()
        self.deed, self.deed_button = deed, None
        if deed is not None:
            self.deed_button = OutlineButton(deed.words, deed.key, icon="printer")
            self.deed_button.clicked.connect(deed.do)
            self.put(self.deed_button)

    def _show_doors(self, doors: Doors | None) -> None:
        if self.doors is not None and isValid(self.doors):
            self.doors.hide()
            self.doors.deleteLater()
        self.doors = None
        if doors is None:
            return
        self.doors = ChoiceList(doors.question, doors.options, role="strong", help_key=doors.help_key)
        self.doors.chosen.connect(doors.go)
        if self._host.height() >= look().px(ROOMY):
            self.doors.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
            self.put(self.doors)
        else:
            self.content.put(self.doors)

    def give_back(self) -> None:
        """The focus goes back to what was explained, when that is still there."""
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)


def blocks(text: str) -> Iterator[tuple[str, str]]:
    """(kind, words) of a help page; kind is ``heading``, ``point`` or ``text``."""
    words: list[str] = []
    kind = "text"
    for line in (*text.splitlines(), ""):
        bare = line.strip()
        starts = "heading" if bare.startswith("#") else "point" if bare.startswith("- ") else ""
        if words and (not bare or starts):
            yield kind, " ".join(words)
            words, kind = [], "text"
        if starts == "heading":
            yield "heading", bare.lstrip("#").strip()
        elif starts == "point":
            words, kind = [bare[2:].strip()], "point"
        elif bare:
            words.append(bare)


class KeyCard(SidePanel):
    """All keys by place."""

    wide = 460

    def show_keys(self, groups: Sequence[tuple[str, Sequence[tuple[str, str]]]]) -> None:
        """``groups``: (place, [(key, what it does)]) in the order of the card."""
        clear(self.content.body)
        for place, keys in groups:
            heading = Row(margins=(0, 12, 0, 0))
            heading.addWidget(Label(place, "caption", tone=Tone.NEUTRAL))
            self.content.put(heading, Separator())
            for key, words in keys:
                self.content.put(_key_line(key, words))
        self.content.put(1)
        self.open_panel()


def _key_line(key: str, words: str) -> QWidget:
    line = QWidget()
    text = Label(words, wrap=True)
    text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    Row(line, gap=12).put(text, KeyCap(key))
    return line
