"""The signed-in window: the frame with its screens, and what happens between them."""

from __future__ import annotations

import itertools
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from werkdesk.domain.bezoek import Bezoek
from werkdesk.errors import WerkdeskError
from werkdesk.ui.explaining import Explaining
from werkdesk.ui.frame.command_set import CommandSet, Handler
from werkdesk.ui.frame.dead_keys import DeadKeys
from werkdesk.ui.frame.frame import FIXED, Frame
from werkdesk.ui.frame.host import Host
from werkdesk.ui.frame.opening import Opening, TypedFacts
from werkdesk.ui.frame.overlay import Overlay
from werkdesk.ui.frame.place_screen import Commands, PlaceScreen
from werkdesk.ui.frame.window_ahead import window_ahead
from werkdesk.ui.going_on import go_on_with
from werkdesk.ui.keys import KeyMap
from werkdesk.ui.kit.notice import Notice
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.look_reasons import REASON_OF_PLACE
from werkdesk.ui.open_dossiers import OpenDossiers
from werkdesk.ui.pill_state import pill_state
from werkdesk.ui.screens.brieven.screen import BrievenScreen
from werkdesk.ui.screens.hal.calls import Calls
from werkdesk.ui.screens.hal.park_panel import ParkPanel
from werkdesk.ui.screens.hal.screen import HalScreen
from werkdesk.ui.screens.hal.ticket_panel import TicketPanel
from werkdesk.ui.screens.hulp.pages import split_pages
from werkdesk.ui.screens.regels.screen import RegelsScreen
from werkdesk.ui.screens.zoeken.search import Search
from werkdesk.ui.teksten import frame as t
from werkdesk.ui.teksten import hal, zoeken
from werkdesk.ui.teksten.verbinding import pill_words
from werkdesk.ui.texts import explain
from werkdesk.ui.werkplek_actions import WerkplekActions
from werkdesk.ui.work_lists import make_lists
from werkdesk.usecases.changes import Changes, Topic
from werkdesk.usecases.overzichten import Verbinding


class Werkplek(QObject):
    """``frame`` is the widget. ``window_commands``: commands that belong to the window (lock, theme, size).

    ``used()``: somebody is at work. Everything is public that a colleague can reach, so that a test or the
    player of the demo finds it by name: ``hal``, ``outbox``, ``search``, ``calls``, ``commands``.
    """

    used = Signal()

    def __init__(
        self,
        actions: WerkplekActions,
        tasks: Tasks,
        keymap: KeyMap,
        window_commands: dict[str, Handler],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.actions, self._tasks = actions, tasks
        self._numbers = itertools.count(1)
        self._openings: dict[str, Opening] = {}
        self._line: Verbinding | None = None
        self.frame = Frame(keymap)
        self.ahead = window_ahead(self.frame, keymap)
        self.host = Host(
            notify=self.frame.status.notify,
            go=self.frame.go,
            open=self._open_beside_typing,
            open_klant=self.open_from_here,
            close=self.close_place,
            search=self._search,
            explain=self.explain,
            tell=self.frame.show_help,
            take_up=self._take_up_again,
            let_go=self._let_go,
            start_paper=self.start_paper,
            hold_keys=self.ahead.hold,
            drop_keys=self.ahead.drop,
        )
        self.calls = Calls(actions.hal, tasks, self.host, self)
        self.dossiers = OpenDossiers(self.frame, keymap, self.calls)
        self.hal = HalScreen(actions.hal, tasks, self.calls, call_key=keymap.cap("bezoek.oproepen"))
        self.hal.unfinished.wanted.connect(partial(go_on_with, self.frame, self.open_klant, self.open))
        lists = make_lists(actions, tasks, self.host, keymap)
        self.klanten, self.termijnen, self.verdeling = lists.klanten, lists.termijnen, lists.verdeling
        self.bellen, self.jongeren, self.voorschotten = lists.bellen, lists.jongeren, lists.voorschotten
        self.brieven, self.outbox, self.regels = lists.brieven, lists.outbox, lists.regels
        self._lists = lists
        for place in (self.hal, *lists.in_rail()):
            self.frame.add_place(place)
        self.explaining = Explaining(
            self.frame,
            self.regels,
            print_key=keymap.cap("papier.afdrukken"),
            open_klant=self.open_from_here,
            close=self.close_place,
        )
        self.search = Search(
            self.frame.box, self.frame, actions.zoeken, tasks, new_key=keymap.cap("klant.nieuw")
        )
        self.ticket = TicketPanel(self.frame, self.frame.bar, actions.hal, tasks, self.host)
        self.parking = ParkPanel(self.frame, self.calls)
        answers = actions.visit_answers | HalScreen.answers | BrievenScreen.answers | RegelsScreen.answers
        self.commands = CommandSet(
            self.frame,
            keymap,
            self._own_commands() | window_commands,
            answers,
            self._answers_here,
            menu_bar=self.frame.menu_bar,
            used=self.used.emit,
        )
        DeadKeys(self.frame, keymap, self.commands.actions, self.host.notify, self.dossiers.why_not_here)
        self._bind()
        self._begin()

    def _own_commands(self) -> dict[str, Handler]:
        return {
            "bezoek.nummer": partial(self._ask_over, self.ticket),
            "bezoek.oproepen": self.calls.call_next,
            "bezoek.herhalen": self.calls.recall,
            "bezoek.niet_verschenen": self.calls.no_show,
            "bezoek.parkeren": partial(self._ask_over, self.parking),
            "bezoek.hervatten": self._go_to_later,
            "ongedaan": self._undo,
            "zoeken": self.search.focus_box,
            "klant.nieuw": self._new_klant,
            "dossier.volgende": partial(self.dossiers.step, 1),
            "dossier.sluiten": self._close_here,
            "verzenden": self._send_now,
            "vak.volgende": partial(self.frame.step_pane, 1),
            "vak.vorige": partial(self.frame.step_pane, -1),
            "terug": self.back,
            "help.veld": self._help,
            "help.toetsen": lambda: self.frame.show_keys(self.commands.card()),
            **{f"plaats.{name}": partial(self.frame.go, name) for name in FIXED if name != "verzenden"},
            **{f"dossier.{number}": partial(self.dossiers.go, number) for number in range(1, 10)},
        }

    @Slot()
    def _wait_for_answer(self) -> None:
        self.ahead.hold(self.frame.box, lambda: self.search.enter_waits)

    def _ask_over(self, panel: Overlay) -> None:
        """Open a panel of the window itself, under who is being helped."""
        panel.hang_under(self.frame.top())
        panel.ask()

    def _answers_here(self) -> Commands:
        """What the place answers; an explanation that lies over it takes the key of printing."""
        deed = self.frame.help.open_deed()
        here = self.frame.commands()
        return {**here, "papier.afdrukken": deed.do} if deed is not None else here

    def _bind(self) -> None:
        only, at_desk = self.commands.only_when, self._has_visit
        for name in ("bezoek.herhalen", "bezoek.niet_verschenen", "bezoek.parkeren"):
            only(name, at_desk)
        only("dossier.sluiten", self._may_close)
        only("dossier.volgende", lambda: bool(self.frame.open_names()))
        for number in range(1, 10):
            only(f"dossier.{number}", partial(self.dossiers.has, number))
        self.frame.moved.connect(self.commands.refresh)
        self.frame.help.closed.connect(self.commands.refresh)
        self.frame.action_asked.connect(self.commands.run)
        self.frame.status.pill.clicked.connect(self._show_outbox)
        self.calls.changed.connect(self.commands.refresh)
        self.calls.visit_gone.connect(self._drop_visit)
        self.search.opened.connect(self.open_klant)
        self.search.found.connect(self._searched_first)
        self.search.entering.connect(self._wait_for_answer)
        self.search.stayed.connect(self.ahead.drop)
        self.frame.places.moved.connect(self.search.moved)
        self.search.new_asked.connect(self._open_new)
        self.outbox.line_read.connect(self._show_line)
        self._tasks.unclaimed.connect(self._show_unclaimed)
        self._tasks.changed.connect(self._on_changed)
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self.tick)

    def _begin(self) -> None:
        self.frame.rail.show_foot(*self.actions.foot)
        for place in self._lists.of_work():
            place.renew()
        self._tasks.run(self, "office", self.actions.hulp.read, self._keep_pages)
        self._tasks.run(self, "office", self.actions.status, self._show_status)
        self._tasks.run(self, "cache", self.actions.own_visit, self._take_up)
        self.commands.refresh()
        self._second.start()
        self.frame.go("hal")

    def stop(self) -> None:
        """This window goes away: drafts are written, nothing ticks any more."""
        self._second.stop()
        self.ahead.stop()
        self.frame.places.leave_all()

    def write_drafts(self) -> None:
        """What is typed anywhere goes to disk now."""
        self.frame.places.leave_all()

    def hide_work(self) -> None:
        """The desk locks: drafts are written, and nothing of a client stays in the search box."""
        self.write_drafts()
        self.ahead.stop()
        self.search.wipe()
        self.frame.close_panels()

    def openings(self) -> tuple[Opening, ...]:
        """What is open, to open it again for the same colleague."""
        places = ((self.frame.places.place(name), opening) for name, opening in self._openings.items())
        return tuple((place.reopening() if place is not None else None) or first for place, first in places)

    @Slot()
    def tick(self) -> None:
        """A second passed: waits and the pill."""
        now = self.actions.clock()
        self.frame.tick(now)
        if self._line is not None:
            words = pill_words(self._line, now, short=self.frame.is_narrow)
            self.frame.status.pill.show_state(pill_state(self._line, now), words)

    def _open_beside_typing(self, opening: Opening) -> None:
        """The answer to F8 may come while F3 was pressed already: never take the keys out of the box."""
        self.open(opening, focus=not self.frame.box.hasFocus())

    def open(self, opening: Opening, *, focus: bool = True) -> None:
        """Show a visit or dossier; what is open already is shown again."""
        name = self._name_of(opening)
        if self.frame.places.place(name) is None:
            self._openings[name] = opening
            self.frame.add_place(self.actions.make_visit(name, opening, self.host))
        self.frame.places.go(name, focus=focus)

    def open_from_here(self, klant: UUID) -> None:
        """The list that is shown is why."""
        here = self.frame.here
        self.open_klant(klant, REASON_OF_PLACE.get(here.name, "") if here is not None else "")

    def open_klant(self, klant: UUID, reden: str = "") -> None:
        """A person was found: the place that is shown may take them; else their dossier opens."""
        here = self.frame.here
        if here is not None and here.accept_klant(klant):
            self.frame.go(here.name)
            return
        for name in self.frame.open_names():
            place = self.frame.places.place(name)
            if place is not None and place.klant == klant:
                self.frame.go(name)
                return
        self.open(Opening(klant=klant, reden=reden))

    def _let_go(self, bezoek: UUID) -> None:
        self.calls.ended(bezoek)

    def start_paper(self, klant: UUID, code: str, melding: UUID) -> None:
        """A list proposed a letter: to the dossier, with that letter in front."""
        self.open_from_here(klant)
        here = self.frame.here
        if here is not None and here.klant == klant:
            here.start_paper(code, melding)

    def close_place(self, place: PlaceScreen) -> None:
        """A visit or dossier is done."""
        opening = self._openings.pop(place.name, None)
        if opening is not None and opening.bezoek is not None:
            self.calls.ended(opening.bezoek.id)
        self.frame.remove_place(place.name)

    def explain(self, help_key: str) -> None:
        """Show what the place says about this key, or the page of the handleiding."""
        self.explaining.explain(help_key)
        self.commands.refresh()

    def back(self) -> None:
        """Esc: close the nearest thing that is open; the drafts stay."""
        if self.ticket.close_overlay() or self.parking.close_overlay():
            return
        if self.frame.close_panels() or self.search.close():
            return
        if self.frame.here is self.regels and self.regels.back():
            return
        self.frame.commands().get("terug", self.frame.go_back)()

    def _name_of(self, opening: Opening) -> str:
        if opening.bezoek is not None:
            return f"bezoek:{opening.bezoek.id}"
        return f"klant:{opening.klant}" if opening.klant is not None else f"nieuw:{next(self._numbers)}"

    @Slot(object)
    def _drop_visit(self, rid: UUID) -> None:
        place = self.frame.places.place(f"bezoek:{rid}")
        if place is not None:
            self.close_place(place)

    @Slot(object)
    def _open_new(self, facts: TypedFacts) -> None:
        here = self.frame.here
        if here is None or not here.accept_new(facts):
            self.open(Opening(nieuw=facts))

    def _new_klant(self) -> None:
        if not self.search.can_make_new:
            self.host.notify(Notice(zoeken.EERST_ZOEKEN))
        self.search.make_new()

    @Slot()
    def _searched_first(self) -> None:
        notices = self.frame.status.notices
        if notices.notice is not None and notices.notice.text == zoeken.EERST_ZOEKEN:
            notices.dismiss()

    def _search(self, text: str) -> None:
        self.search.focus_box(text)

    def _go_to_later(self) -> None:
        self.frame.go("hal")
        self.hal.go_to_later()

    def _undo(self) -> None:
        if not self.frame.status.notices.undo():
            self.host.notify(Notice(t.NIETS_ONGEDAAN))

    def _send_now(self) -> None:
        self.frame.go("verzenden")
        self.outbox.try_now()

    @Slot()
    def _show_outbox(self) -> None:
        self.frame.go("verzenden")

    def _help(self) -> None:
        self.explain(self.frame.help_wanted())

    def _has_visit(self) -> bool:
        return self.calls.bezoek is not None

    def _may_close(self) -> bool:
        here = self.frame.here
        opening = self._openings.get(here.name) if here is not None else None
        return opening is not None and opening.bezoek is None

    def _close_here(self) -> None:
        if self.frame.here is not None and self._may_close():
            self.close_place(self.frame.here)

    @Slot(object)
    def _show_line(self, line: Verbinding) -> None:
        self._line = line
        self.tick()

    @Slot(object)
    def _show_unclaimed(self, error: WerkdeskError) -> None:
        self.host.notify(Notice(explain(error), Tone.BAD))

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.topics & (Topic.PAPIER | Topic.REGELS):
            self._tasks.run(self, "office", self.actions.status, self._show_status)

    def _keep_pages(self, files: dict[str, str]) -> None:
        self.explaining.pages = split_pages(files)

    def _show_status(self, facts: tuple[str, ...]) -> None:
        self.frame.status.show_facts(*facts)

    def _take_up_again(self, bezoek: Bezoek) -> None:
        self.calls.take_up(bezoek)

    def _take_up(self, bezoek: Bezoek | None) -> None:
        if bezoek is not None and self.calls.bezoek is None:
            self.calls.take_up(bezoek)
            self.open(Opening(bezoek=bezoek, klant=bezoek.klant))
            self.host.notify(Notice(hal.HERVAT.format(nummer=bezoek.nummer)))
