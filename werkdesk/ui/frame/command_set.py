"""Every command as one QAction in a menu: the place that is shown answers first, then the frame."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenuBar, QWidget

from werkdesk.ui.keys import Key, KeyMap, Place, install

Handler = Callable[[], None]
FRAME_FIRST = frozenset({"terug"})
"""Esc closes the nearest thing: help or a search that lies over the place comes before the place."""


class CommandSet(QObject):
    """``own``: what the frame does by itself. ``places``: names that only a place can answer.

    ``here()``: the commands of the place that is shown. ``refresh()`` greys what nobody answers now.
    ``used``: called at every command, a sign that somebody is at work.
    """

    def __init__(
        self,
        window: QWidget,
        keymap: KeyMap,
        own: Mapping[str, Handler],
        places: Iterable[str],
        here: Callable[[], Mapping[str, Handler]],
        *,
        menu_bar: QMenuBar,
        used: Handler,
    ) -> None:
        super().__init__(window)
        self.keymap, self._own, self._here, self._used = keymap, dict(own), here, used
        self._free: dict[str, Callable[[], bool]] = {}
        names = set(own) | set(places)
        handlers = {name: partial(self.run, name) for name in names}
        self.actions: dict[str, QAction] = install(window, keymap, handlers, menu_bar=menu_bar)
        self.refresh()

    def only_when(self, name: str, free: Callable[[], bool]) -> None:
        """Grey a command of the frame unless ``free()``."""
        self._free[name] = free

    def run(self, name: str) -> None:
        """Do a command, as its key or its menu line would."""
        self._used()
        of_place = self._here().get(name)
        of_frame = self._own.get(name) if self._own_is_free(name) else None
        handler = (of_frame or of_place) if name in FRAME_FIRST else (of_place or of_frame)
        if handler is not None:
            handler()

    def refresh(self) -> None:
        """Grey what nobody answers now."""
        here = self._here()
        for name, action in self.actions.items():
            enabled = name in here or self._own_is_free(name)
            if action.isEnabled() != enabled:
                action.setEnabled(enabled)

    def card(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """(heading, [(key, what it does)]) of what can be done in this window, for Ctrl+F1."""
        known = {key.name for key in self.keymap.keys.values() if self._exists(key)}
        known.add("Dossier 1 tot en met 9")
        lines = (
            (heading, [(cap, words) for cap, words in keys if words in known or words.endswith(")")])
            for heading, keys in self.keymap.card()
        )
        return [(heading, keys) for heading, keys in lines if keys]

    def _exists(self, key: Key) -> bool:
        return key.action in self.actions or key.place is not Place.OVERAL

    def _own_is_free(self, name: str) -> bool:
        return name in self._own and self._free.get(name, _always)()


def _always() -> bool:
    return True
