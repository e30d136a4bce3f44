"""The desks of the played demo: one with a window, the others at work without one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from werkdesk.demo.wereld import DemoDesk
from werkdesk.desk.keeper import Keeper
from werkdesk.desk.papers import ChosenPrinter
from werkdesk.desk.session import Desk, DeskSession
from werkdesk.desk.window import LateDesk
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.window import DeskWindow
from werkdesk.usecases.changes import Changes
from werkdesk.usecases.overzichten import Overzichten
from werkdesk.workstation.printing.file_printer import FilePrinter
from werkdesk.workstation.vault.key_file import KeyFile


@dataclass(slots=True)
class WindowDesk:
    """The desk that is played: the real window over the real desk; its printer is a folder of PDF files."""

    window: DeskWindow
    tasks: Tasks
    desk: Desk

    @property
    def lees(self) -> Overzichten:
        """What this desk knows."""
        return self.desk.door.overzichten

    def close(self) -> None:
        """Put everything away, in the order the program itself does it."""
        self.window.close()
        self.tasks.close()
        self.desk.close()


def open_window_desk(made: DemoDesk, papers: Path) -> WindowDesk:
    """Open the window of a desk, at the sign-in screen."""
    tasks = Tasks()
    kept: list[Desk] = []

    def make(announce: Callable[[Changes], None]) -> Desk:
        printer = ChosenPrinter(lambda: FilePrinter(papers))
        kept.append(Desk(made.profile, KeyFile(made.key_file), announce=announce, printer=printer))
        return kept[0]

    late = LateDesk(make, tasks)
    late.build()
    window = late.window()
    Keeper(window, tasks, made.profile.folders.profile / "voorgrond", late).start()
    return WindowDesk(window, tasks, kept[0])


@dataclass(slots=True)
class QuietDesk:
    """A desk next door: signed in and live, nobody looks at its screen."""

    desk: Desk
    session: DeskSession

    @property
    def lees(self) -> Overzichten:
        """What this desk knows."""
        return self.session.actions.lees

    def close(self) -> None:
        """Sign out."""
        self.desk.close()


def open_quiet_desk(made: DemoDesk) -> QuietDesk:
    """Sign in at a desk without a window; its pump keeps it up to date."""
    desk = Desk(made.profile, KeyFile(made.key_file))
    return QuietDesk(desk, desk.sign_in(made.gebruiker, made.pin))
