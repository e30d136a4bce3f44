"""Results as you type, in a panel under the box.

The rule that keeps the wrong person from being opened: **rows never change places while a hand is on the
list.** A hand is on it from the first arrow key, or while the mouse is over it, until the text changes. An
answer that comes meanwhile waits behind a button. Enter before the answer is there opens nothing old: it
opens the answer when that is one person, and else shows the list.
"""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from werkdesk.errors import WerkdeskError
from werkdesk.ui.frame.opening import TypedFacts
from werkdesk.ui.kit.focus_spot import FocusSpot
from werkdesk.ui.kit.half_gone import half_gone
from werkdesk.ui.kit.search_box import SearchBox
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.screens.zoeken.actions import Answer, ZoekActions, ask
from werkdesk.ui.screens.zoeken.facts import is_ticket
from werkdesk.ui.screens.zoeken.panel import ResultsPanel
from werkdesk.ui.screens.zoeken.rows import as_hit
from werkdesk.ui.teksten import zoeken as t
from werkdesk.ui.texts import explain
from werkdesk.usecases.changes import Changes, Topic


class Search(QObject):
    """Joins ``box`` and a panel over ``host``. One question is under way at a time; the newest text wins.

    ``opened(UUID)``: this person was chosen. ``new_asked(TypedFacts)``: a new person, with what was typed.
    ``entering()``: Enter was pressed before the answer was there; ``stayed()``: that opened nobody.
    ``found()``: an answer is shown, also that there is nobody.
    """

    opened = Signal(object)
    new_asked = Signal(object)
    entering = Signal()
    found = Signal()
    stayed = Signal()

    def __init__(
        self, box: SearchBox, host: QWidget, actions: ZoekActions, tasks: Tasks, *, new_key: str
    ) -> None:
        super().__init__(box)
        self._actions, self._tasks, self.box = actions, tasks, box
        self._asked: str | None = None
        self._answer: Answer | None = None
        self._last: Answer | None = None  # what was searched last for this visitor, also after Esc
        self._place = ""
        self._hand = self._enter_waits = False
        self._before: FocusSpot | None = None
        self.panel = ResultsPanel(new_key)
        self.panel.anchor_to(box, host)
        self.panel.list.activated.connect(self._activated)
        self.panel.opened.connect(self._open)
        self.panel.new_asked.connect(self.make_new)
        order = (box, self.panel.list, self.panel.new_plain, self.panel.new_button)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
        box.typed.connect(self._typed)
        box.stepped.connect(self._stepped)
        box.entered.connect(self._entered)
        box.escaped.connect(self.close)
        box.left_alone.connect(self.wipe)
        tasks.changed.connect(self._on_changed)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._hands_moved)

    def focus_box(self, text: str = "") -> None:
        """F3: go to the box and take what stands there along; remember where the work was."""
        focused = QApplication.focusWidget()
        if focused is not self.box and not self.panel.isAncestorOf(focused or self.box):
            self._before = FocusSpot.now()
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()
        if text:
            self.box.setText(text)
        if text or self.panel.isHidden():
            self._typed(self.box.text())

    @Slot(QWidget, QWidget)
    def _hands_moved(self, _: QWidget | None, now: QWidget | None) -> None:
        """Whoever goes on elsewhere sees the page again; what was typed stays in the box."""
        if half_gone(self) or now is None or self.panel.isHidden() or now.window() is not self.box.window():
            return
        if now is not self.box and not self.panel.isAncestorOf(now):
            self.panel.hide()

    @Slot()
    def close(self) -> bool:
        """Esc: empty the box, and back to where the work was. ``False`` when there was nothing to close."""
        inside = self.box.hasFocus() or self.panel.isAncestorOf(QApplication.focusWidget() or self.box)
        if not inside and self.panel.isHidden():
            return False
        last = self._last
        self.wipe()
        self._last = last
        before, self._before = self._before, None
        if (before is None or not before.take()) and inside:
            self.box.clearFocus()
        return True

    def wipe(self) -> None:
        """Nothing typed and nobody shown: after opening somebody, at locking, for the next client."""
        self.box.clear_now()
        self.panel.model.reset(())
        self._answer = self._last = None

    @Slot(str)
    def moved(self, place: str) -> None:
        """Another place is shown: what was searched at the one before is not of this visitor."""
        if place != self._place:
            self._place, self._last = place, None

    @property
    def enter_waits(self) -> bool:
        """Whether Enter was pressed and the answer is not there yet."""
        return self._enter_waits

    @property
    def can_make_new(self) -> bool:
        """A new person only after a search: true once an answer to what stands there was shown, or stood
        there until Esc.
        """
        return self._searched() is not None

    def _searched(self) -> Answer | None:
        text = self._text()
        if not text:
            return self._last
        return self._answer if self._answer is not None and self._answer.text == text else None

    @Slot()
    def make_new(self) -> None:
        """Make a new person from what was typed; without a search the box gets the focus instead."""
        searched = self._searched()
        if searched is None:
            self.focus_box()
            return
        facts: TypedFacts = searched.facts
        self._before = None
        self.wipe()
        self.new_asked.emit(facts)

    def _text(self) -> str:
        return self.box.text().strip()

    @Slot(str)
    def _typed(self, _: str) -> None:
        text = self._text()
        self._hand = self._enter_waits = False
        self.panel.expect(text)
        if text:
            self._ask()
        else:
            self._answer = None

    def _ask(self) -> None:
        text = self._text()
        if self._asked is not None or not text:
            return
        self._asked = text
        self._tasks.run(self, "cache", partial(ask, self._actions, text), self._answered, self._failed)

    def _answered(self, answer: Answer) -> None:
        self._asked = None
        if answer.text != self._text():
            self._ask()
            return
        self.found.emit()
        again = self._answer is not None and self._answer.text == answer.text
        self._answer = self._last = answer
        rows = tuple(as_hit(found) for found in (*answer.hits, *answer.alike))
        words = "" if answer.hits else t.NIEMAND_MAAR if answer.alike else t.NIEMAND
        if is_ticket(answer.text) and not answer.hits:
            words = t.NUMMER_ONBEKEND
        held = self._hand_on() and bool(self.panel.model.hits)
        self.panel.show_answer(
            answer.text,
            rows,
            words.format(tekst=answer.text),
            alike=not answer.hits,
            fresh=not (held or again),
        )
        if self._enter_waits:
            self._enter_waits = False
            if len(answer.hits) == 1:
                self.panel.open_current()
            else:
                self.stayed.emit()

    def _failed(self, error: WerkdeskError) -> None:
        self._asked, self._enter_waits = None, False
        self.stayed.emit()
        self.panel.show_answer(self._text(), (), explain(error), alike=False, fresh=True)

    def _hand_on(self) -> bool:
        return self._hand or (self.panel.isVisible() and self.panel.list.underMouse())

    @Slot(int)
    def _stepped(self, by: int) -> None:
        if self.panel.model.hits:
            self._hand = True
        self.panel.step(by)

    @Slot()
    def _entered(self) -> None:
        fresh = self._answer is not None and self._answer.text == self._text()
        if fresh or self._hand:
            self.panel.open_current()
        elif self._text():
            self._enter_waits = True
            self.entering.emit()

    @Slot(QModelIndex)
    def _activated(self, index: QModelIndex) -> None:
        self._open(self.panel.model.hits[index.row()].key)

    @Slot(object)
    def _open(self, key: object) -> None:
        if isinstance(key, UUID):
            self._before = None
            self.wipe()
            self.opened.emit(key)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.topics & (Topic.KLANT | Topic.MELDING) and self.panel.isVisible():
            self._ask()
