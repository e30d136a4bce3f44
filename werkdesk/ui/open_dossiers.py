"""The dossiers that are open, by their number: Ctrl+1 to Ctrl+9, and the next one."""

from __future__ import annotations

from werkdesk.ui.frame.frame import Frame
from werkdesk.ui.keys import KeyMap
from werkdesk.ui.screens.hal.calls import Calls
from werkdesk.ui.teksten import frame as t

OF_A_VISIT = ("bezoek.afronden", "bezoek.ander")
"""Commands that only the visit itself answers."""


class OpenDossiers:
    """In the order of the rail: who sits at the desk comes first."""

    def __init__(self, frame: Frame, keymap: KeyMap, calls: Calls) -> None:
        self._frame, self._keymap, self._calls = frame, keymap, calls

    def step(self, by: int) -> None:
        """To the next one, or the one before."""
        self._frame.places.step(by, self._frame.open_names())

    def go(self, number: int) -> None:
        """To the one with this number, from 1; nothing when there are fewer."""
        names = self._frame.open_names()
        if number <= len(names):
            self._frame.go(names[number - 1])

    def has(self, number: int) -> bool:
        """Whether that many are open."""
        return number <= len(self._frame.open_names())

    def why_not_here(self, command: str) -> str:
        """A visit that is open elsewhere in this window is no reason to say that there is none."""
        bezoek, names = self._calls.bezoek, self._frame.open_names()
        name = f"bezoek:{bezoek.id}" if bezoek is not None else ""
        if bezoek is None or command not in OF_A_VISIT or name not in names:
            return ""
        cap = self._keymap.cap(f"dossier.{names.index(name) + 1}")
        return t.ELDERS_BEZIG.format(nummer=bezoek.nummer, toets=cap)
