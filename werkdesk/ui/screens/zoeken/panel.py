"""The panel of results: wide enough for an address and a BSN, with the road to a new person at its foot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal

from werkdesk.ui.kit.buttons import Button, OutlineButton, PlainButton
from werkdesk.ui.kit.hits import Hit, HitsPanel
from werkdesk.ui.kit.look import look
from werkdesk.ui.teksten import zoeken as t

WIDE = 740


class ResultsPanel(HitsPanel):
    """``show_answer`` shows hits or look-alikes with a sentence above them. ``new_asked()``: make a person.

    Look-alikes are never chosen beforehand: Enter on the box must not open somebody who only looks alike.
    """

    new_asked = Signal()

    def __init__(self, new_key: str) -> None:
        super().__init__(t.RESULTATEN, nothing="", more=t.nieuwe)
        self.setProperty("helpKey", "zoeken")
        self.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.new_plain: Button = PlainButton(t.NIEUW, new_key, icon="user-plus")
        self.new_button: Button = OutlineButton(t.NIEUW, new_key, icon="user-plus")
        for button in (self.new_plain, self.new_button):
            button.clicked.connect(self.new_asked)
        self.new_button.hide()
        self.foot.put(self.new_plain, self.new_button, 1)

    def show_answer(self, text: str, hits: Sequence[Hit], sentence: str, *, alike: bool, fresh: bool) -> None:
        """Show what was found, or who looks alike under ``sentence``; an empty sentence is not shown."""
        self.nothing.setText(sentence)
        self.show_hits(text, hits, fresh=fresh)
        self.nothing_box.setVisible(bool(sentence))
        self.new_button.setVisible(bool(sentence))
        self.new_plain.setVisible(not sentence)
        if alike and fresh:
            self.list.setCurrentIndex(QModelIndex())
        self._place()

    def has_current(self) -> bool:
        """Whether a row is chosen."""
        return self.list.currentIndex().isValid()

    def _place(self) -> None:
        super()._place()
        host = self.parentWidget()
        if host is not None:
            now = look()
            room = host.width() - self.x() - now.px(8)
            self.resize(min(max(self.width(), now.px(WIDE)), room), self.height())
