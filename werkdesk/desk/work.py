"""The work of one session: everything the door does not need, so it is loaded after the door is shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from werkdesk.desk.dutch import speak_dutch
from werkdesk.desk.session import Desk, DeskSession
from werkdesk.desk.visit import VisitMaker
from werkdesk.desk.window_actions import werkplek_actions
from werkdesk.ui.keys import KeyMap
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.screens.bezoek.screen import VisitScreen
from werkdesk.ui.werkplek import Werkplek


def make_work(
    desk: Desk,
    session: DeskSession,
    tasks: Tasks,
    keymap: KeyMap,
    commands: dict[str, Callable[[], None]],
    owner: QWidget,
) -> Werkplek:
    """The frame with its screens for this session. On the thread of the screens; reads nothing there."""
    speak_dutch()
    visits = VisitMaker(desk, session, tasks, keymap.cap)
    actions = werkplek_actions(desk, session, visits, VisitScreen.answers)
    return Werkplek(actions, tasks, keymap, commands, owner)
