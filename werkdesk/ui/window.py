"""The main window: the door, the quick cover and the signed-in work, one at a time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from shiboken6 import isValid

from werkdesk.errors import WerkdeskError
from werkdesk.ui.appearance import Appearance
from werkdesk.ui.hall_screen import HallScreen
from werkdesk.ui.keys import KeyMap
from werkdesk.ui.kit.layout import Column
from werkdesk.ui.kit.message import Message
from werkdesk.ui.kit.notice import Notice
from werkdesk.ui.kit.scroll import Scroll
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.theme import dress
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.aanmelden.actions import AanmeldActions
from werkdesk.ui.screens.aanmelden.screen import AanmeldScreen
from werkdesk.ui.screens.slot.cover import QuickCover
from werkdesk.ui.screens.slot.idle import IdleWatch
from werkdesk.ui.staff_watch import StaffWatch
from werkdesk.ui.teksten import aanmelden, fouten_techniek, frame
from werkdesk.ui.texts import explain

if TYPE_CHECKING:  # the work is loaded after the door is shown
    from werkdesk.ui.werkplek import Werkplek

FIRST_SIZE = QSize(1440, 900)
MakeWork = Callable[[Any, KeyMap, dict[str, Callable[[], None]], QWidget], "Werkplek"]
"""Builds the work of a session: session, keys, commands of the window, owner."""


class DeskWindow(QWidget):
    """``make_work`` builds the work of whoever signed in; ``lock()`` runs on lane ``cache``.

    A session that is the same object as before shows the same work again; another one builds the window
    anew, and drafts come back from where the visits kept them. ``closed``: the window is gone; stop the rest.
    ``defect_seen(number)`` may be emitted on any thread. ``idle``: another pause than five minutes.
    """

    closed = Signal()
    defect_seen = Signal(str)

    def __init__(
        self,
        door: AanmeldActions,
        tasks: Tasks,
        *,
        make_work: MakeWork,
        lock: Callable[[], object],
        keymap: KeyMap | None = None,
        idle: IdleWatch | None = None,
    ) -> None:
        super().__init__()
        self._tasks, self._make_work, self._lock_session = tasks, make_work, lock
        self._keymap = keymap or KeyMap()
        self._session: Any = None
        self._is_locked = self._idle_warning = False
        self._was_in: QWidget | None = None
        self.work: Werkplek | None = None
        self.setWindowTitle(frame.PRODUCT)
        self.appearance = Appearance(self)
        self.appearance.fit(self.sizeHint())  # before anything is dressed for a size that it will not have
        dress(self)
        self.stack = QStackedWidget()
        self.door = AanmeldScreen(door, tasks)
        self.door.signed_in.connect(self._signed_in)
        self.cover = QuickCover(self._keymap.cap("afdekken"), self._keymap.cap("vergrendelen"))
        self.cover.uncovered.connect(self._uncover)
        self.cover.lock_asked.connect(self.lock)
        self._door_page = Scroll()  # at 200 % on a small screen the door is higher than the window
        self._door_page.body.addWidget(self.door, 1)
        self.stack.addWidget(self._door_page)
        self.stack.addWidget(self.cover)
        Column(self).put(self.stack)
        self.hall = HallScreen(self)
        self.idle = idle or IdleWatch(parent=self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)
        self.idle.warned.connect(self._warn_idle)
        self.idle.calmed.connect(self._calm)
        self.idle.expired.connect(self.lock)
        self._watching = False
        self.defect_seen.connect(self.show_defect)

    def sizeHint(self) -> QSize:
        screen = self.screen().availableSize()
        return FIRST_SIZE.boundedTo(screen)

    @property
    def is_locked(self) -> bool:
        """Whether work is hidden behind the door."""
        return self._is_locked

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        handle = self.windowHandle()
        if not self._watching and handle is not None:
            self._watching = True
            handle.installEventFilter(self.idle)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.appearance.fit(event.size())

    @Slot()
    def lock(self) -> None:
        """Hide the work at once; then let the session forget its key. Drafts are written first."""
        if self.work is None or self._is_locked:
            return
        self._is_locked = True
        self._close_popups()
        self._was_in = QApplication.focusWidget() if self.stack.currentWidget() is self.work.frame else None
        self.idle.stop()
        self._write_preferences()
        self.work.hide_work()
        self.door.locked(self.work.actions.medewerker)
        self._show_door()
        # The field that just lost the focus may have put its text in order: that too is written before the
        # key goes, on the same lane, and nothing is left to be written after it.
        self.work.write_drafts()
        self._tasks.run(self, "cache", self._lock_session)

    @Slot()
    def switch_user(self) -> None:
        """Another colleague takes over; the work of this one is closed once they signed in."""
        self.lock()
        self.door.switch_user()
        self.door.begin()

    @Slot()
    def cover_work(self) -> None:
        """F12: hide everything until F12 or Enter."""
        if self.work is not None and not self._is_locked:
            self._close_popups()
            self._was_in = QApplication.focusWidget()
            self.setWindowTitle(frame.PRODUCT)
            self.stack.setCurrentWidget(self.cover)
            self._hold_work()

    @Slot(str)
    def show_defect(self, nummer: str) -> None:
        """Our own code failed: say so with the number; what was typed stays."""
        text = fouten_techniek.TECHNIEK["defect"].format(nummer=nummer)
        self._show(frame.DEFECT_TITEL, text)

    def _show(self, title: str, text: str) -> None:
        message = Message(title, text, frame.SLUIT_BERICHT, parent=self)
        message.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        message.open()

    def to_front(self) -> None:
        """A second start of the program brings this window to the front."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing is asked: nothing can be lost. Drafts are written, unsent work is in the outbox."""
        self.idle.stop()
        if self.work is not None:
            if not self._is_locked:
                self._write_preferences()
            self.work.stop()
        self.hall.close()
        super().closeEvent(event)
        self.closed.emit()

    @Slot(object)
    def _signed_in(self, session: Any) -> None:
        work = self.work
        is_new = work is None or session is not self._session
        if work is None or is_new:
            work = self._start_work(session)
        self._is_locked = False
        self._show_work(work)
        self.idle.start()
        if is_new and work.actions.tidings:
            self._show(frame.HERSTELD_TITEL, " ".join(work.actions.tidings))

    def _show_work(self, work: Werkplek) -> None:
        work.frame.setEnabled(True)
        self.stack.setCurrentWidget(work.frame)
        self._retitle()
        before, self._was_in = self._was_in, None
        if before is not None and isValid(before) and work.frame.isAncestorOf(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)  # typing goes on where it was
        elif work.frame.here is not None:
            work.frame.here.came()

    def _start_work(self, session: Any) -> Werkplek:
        before, self._session = self.work, session
        work = self._make_work(session, self._keymap, self._commands(), self)
        same = before is not None and before.actions.medewerker == work.actions.medewerker
        again = before.openings() if before is not None and same else ()
        if before is not None:
            before.stop()
            self.stack.removeWidget(before.frame)
            before.frame.deleteLater()
            before.deleteLater()
        self.work = work
        watch = StaffWatch(work.actions.renew, self._tasks, work)
        watch.renewed.connect(self._renewed)
        watch.barred.connect(self._barred)
        work.frame.titled.connect(self._retitle)
        work.used.connect(self.idle.seen)
        work.hal.hal_read.connect(self.hall.show_hal)
        self.stack.addWidget(work.frame)
        for opening in again:
            work.open(opening)
        self._tasks.run(work, "cache", work.actions.preferences.read, self._apply_preferences)
        return work

    @Slot(object)
    def _renewed(self, session: Any) -> None:
        """Other roles: the work is built anew, and says so. What was typed comes back from its draft."""
        work = self.work
        if work is None or self._is_locked:
            return  # whoever unlocks gets the new session
        is_shown = self.stack.currentWidget() is work.frame
        work.write_drafts()
        work = self._start_work(session)
        if is_shown:
            self._show_work(work)
        else:
            self._hold_work()
        work.host.notify(Notice(frame.ROLLEN_ANDERS, Tone.WARN))

    @Slot(object)
    def _barred(self, error: WerkdeskError) -> None:
        """No access any more: the work is hidden at once, and the door says why."""
        if not self._is_locked:
            self.lock()
            self._show(frame.TITEL_SLOT, explain(error))

    def _commands(self) -> dict[str, Callable[[], None]]:
        return {
            "vergrendelen": self.lock,
            "gebruiker.wisselen": self.switch_user,
            "afdekken": self.cover_work,
            "afsluiten": self._close_window,
            "beeld.groter": partial(self._resize_text, 1),
            "beeld.kleiner": partial(self._resize_text, -1),
            "beeld.gewoon": partial(self._resize_text, 0),
            "beeld.thema": self._next_theme,
            "halscherm": self._toggle_hall,
            "halscherm.geluid": self._toggle_sound,
        }

    def _close_window(self) -> None:
        self.close()

    @Slot()
    def _uncover(self) -> None:
        if self.work is not None and not self._is_locked:
            self._show_work(self.work)

    def _show_door(self) -> None:
        self.stack.setCurrentWidget(self._door_page)
        self._hold_work()
        self.setWindowTitle(frame.TITEL_SLOT)
        self.door.begin()

    def _hold_work(self) -> None:
        """Qt gives the keys to a hidden field that asks for them: a late answer would take the PIN."""
        if self.work is not None:
            self.work.frame.setEnabled(False)

    @Slot()
    def _retitle(self) -> None:
        if self.work is not None and self.stack.currentWidget() is self.work.frame:
            self.setWindowTitle(self.work.frame.title)

    def _close_popups(self) -> None:
        popup = QApplication.activePopupWidget()
        while popup is not None:
            popup.close()
            popup = QApplication.activePopupWidget()
        for message in self.findChildren(Message):
            message.close()

    @Slot(QWidget, QWidget)
    def _focus_moved(self, _: QWidget | None, gained: QWidget | None) -> None:
        """The focus moves only when somebody does something, also by way of a screen reader."""
        if gained is not None:
            self.idle.seen()

    @Slot(int)
    def _warn_idle(self, seconds: int) -> None:
        if self.work is not None and not self._is_locked and not self._idle_warning:
            self._idle_warning = True
            self.work.host.notify(
                Notice(
                    aanmelden.STRAKS_SLOT,
                    Tone.WARN,
                    action=aanmelden.BLIJF,
                    do=self.idle.seen,
                    seconds=seconds,
                )
            )

    @Slot()
    def _calm(self) -> None:
        if self.work is not None and self._idle_warning:
            self.work.frame.status.notices.dismiss()
        self._idle_warning = False

    def _resize_text(self, by: int) -> None:
        self._tell(frame.GROOTTE.format(procent=round(self.appearance.resize_text(by) * 100)))

    def _next_theme(self) -> None:
        self._tell(frame.THEMA.format(naam=self.appearance.next_theme()))

    def _toggle_hall(self) -> None:
        self.hall.toggle()

    def _toggle_sound(self) -> None:
        self._tell(frame.GELUID_AAN if self.hall.toggle_sound() else frame.GELUID_UIT)

    def _tell(self, words: str) -> None:
        if self.work is not None:
            self.work.host.notify(Notice(words, Tone.NEUTRAL))
            self._write_preferences()

    def _write_preferences(self) -> None:
        if self.work is None:
            return
        chosen = self.appearance.chosen() | {
            "geometry": bytes(self.saveGeometry().toBase64().data()).decode("ascii"),
            "sound": "aan" if self.hall.sound else "uit",
        }
        self._tasks.run(self.work, "cache", partial(self.work.actions.preferences.write, chosen))

    def _apply_preferences(self, chosen: dict[str, str]) -> None:
        self.appearance.choose(chosen)
        self.hall.sound = chosen.get("sound") == "aan"
        geometry = chosen.get("geometry", "")
        if geometry and not (self.isMaximized() or self.isFullScreen()):
            self.restoreGeometry(QByteArray.fromBase64(QByteArray(geometry.encode("ascii"))))
