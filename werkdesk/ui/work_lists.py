"""The places that are lists, made once for a window, in the order of the rail."""

from __future__ import annotations

from dataclasses import dataclass

from werkdesk.ui.frame.host import Host
from werkdesk.ui.frame.list_place import ListPlace
from werkdesk.ui.frame.place_screen import PlaceScreen
from werkdesk.ui.keys import KeyMap
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.screens.bellen.screen import BellenScreen
from werkdesk.ui.screens.brieven.screen import BrievenScreen
from werkdesk.ui.screens.jongeren.screen import JongerenScreen
from werkdesk.ui.screens.klanten.screen import KlantenScreen
from werkdesk.ui.screens.outbox.screen import OutboxScreen
from werkdesk.ui.screens.regels.screen import RegelsScreen
from werkdesk.ui.screens.termijnen.screen import TermijnenScreen
from werkdesk.ui.screens.verdeling.screen import VerdelingScreen
from werkdesk.ui.screens.voorschot.screen import VoorschottenScreen
from werkdesk.ui.werkplek_actions import WerkplekActions


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkLists:
    """One of each."""

    klanten: KlantenScreen
    termijnen: TermijnenScreen
    verdeling: VerdelingScreen
    bellen: BellenScreen
    jongeren: JongerenScreen
    voorschotten: VoorschottenScreen
    brieven: BrievenScreen
    outbox: OutboxScreen
    regels: RegelsScreen

    def in_rail(self) -> tuple[PlaceScreen, ...]:
        """All of them, in the order of the rail."""
        return (*self.of_work(), self.outbox, self.regels)

    def of_work(self) -> tuple[ListPlace, ...]:
        """Those whose figure stands in the rail from the start."""
        first = (self.klanten, self.termijnen, self.verdeling, self.bellen)
        return (*first, self.jongeren, self.voorschotten, self.brieven)


def make_lists(actions: WerkplekActions, tasks: Tasks, host: Host, keymap: KeyMap) -> WorkLists:
    """Make them; nothing is read yet."""
    cap = keymap.cap
    return WorkLists(
        klanten=KlantenScreen(actions.klanten, tasks, host),
        termijnen=TermijnenScreen(actions.termijnen, tasks, host),
        verdeling=VerdelingScreen(actions.verdeling, tasks, host, give_key=cap("wijzigen")),
        bellen=BellenScreen(actions.bellen, tasks, host),
        jongeren=JongerenScreen(actions.jongeren, tasks, host),
        voorschotten=VoorschottenScreen(actions.voorschotten, tasks, host),
        brieven=BrievenScreen(actions.brieven, tasks, host, print_key=cap("papier.afdrukken")),
        outbox=OutboxScreen(actions.outbox, tasks, host),
        regels=RegelsScreen(
            actions.regels,
            tasks,
            host,
            find_key=cap("lijst.vinden"),
            edit_key=cap("wijzigen"),
            save_key=cap("bewaren.verder"),
        ),
    )
