"""F1, the law behind it, and the explanation that goes home on paper: from any place, and back to it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from werkdesk.domain.termijn import RegelVerwijzing
from werkdesk.ui.frame.frame import Frame
from werkdesk.ui.frame.place_screen import PlaceScreen
from werkdesk.ui.kit.side_panel import Deed
from werkdesk.ui.screens.hulp.pages import HelpPage, find_page
from werkdesk.ui.screens.regels.doors import doors_to
from werkdesk.ui.screens.regels.screen import RegelsScreen
from werkdesk.ui.teksten import papier


class Explaining:
    """``pages``: the handleiding by key. ``open_klant`` shows the dossier a paper belongs to, ``close`` takes
    one away that was opened only for that.
    """

    def __init__(
        self,
        frame: Frame,
        regels: RegelsScreen,
        *,
        print_key: str,
        open_klant: Callable[[UUID], None],
        close: Callable[[PlaceScreen], None],
    ) -> None:
        self._frame, self._regels, self._print_key = frame, regels, print_key
        self._open_klant, self._close = open_klant, close
        self.pages: dict[str, HelpPage] = {}

    def explain(self, help_key: str) -> None:
        """Show what the place says about this key, or the page of the handleiding."""
        here = self._frame.here
        told = here.explain(help_key) if here is not None else None
        page = HelpPage(*told) if told is not None else find_page(self.pages, help_key)
        rules = here.rules_behind(help_key) if here is not None else ()
        doors = doors_to(rules, self._open_rule, help_key)
        self._frame.show_help(page.title, page.text, doors, self._deed_of(help_key))

    def _deed_of(self, help_key: str) -> Deed | None:
        """The explanation of a date can go home with whom it concerns."""
        here = self._frame.here
        about = here.explained_date(help_key) if here is not None else None
        if about is None:
            return None
        do = partial(self._print_explanation, *about)
        return Deed(words=papier.UITLEG_AFDRUKKEN, key=self._print_key, do=do)

    def _print_explanation(self, klant: UUID, termijn: str) -> None:
        """The explanation as paper inside the window, in the dossier it belongs to; then back to the list."""
        origin, known = self._frame.here, self._frame.open_names()
        self._frame.close_panels()
        self._open_klant(klant)
        there = self._frame.here
        if there is None:
            return
        if origin is None or there is origin:
            there.show_explanation(termijn)
            return
        only_for_this = there.name not in known
        there.show_explanation(termijn, partial(self._go_back, origin.name, there, only_for_this))

    def _go_back(self, origin: str, there: PlaceScreen, only_for_this: bool) -> None:
        self._frame.go(origin)
        if only_for_this and self._frame.here is not there:
            self._close(there)

    def _open_rule(self, named: RegelVerwijzing) -> None:
        """The second step from a date to the law: the rule itself, with its article."""
        origin = self._frame.here.name if self._frame.here is not None else ""
        self._frame.close_panels()
        self._frame.go("regels")
        self._regels.show_rule(named, origin if origin != "regels" else "")
