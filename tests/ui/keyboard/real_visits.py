"""The reception of the tests of the frame, with the real screen of a visit over its own fakes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from threading import Event
from typing import Any
from uuid import UUID

from fake_desk import FakeDesk
from visit_desk import SANNE, YONAS, VisitDesk

from tests.patience import PATIENCE
from werkdesk.domain.bezoek import BezoekReden
from werkdesk.domain.brief import BriefGegevens, Ondertekenaar
from werkdesk.domain.klant import Klant
from werkdesk.ui.frame.host import Host
from werkdesk.ui.frame.opening import Opening
from werkdesk.ui.frame.place_screen import PlaceScreen
from werkdesk.ui.keys import KeyMap
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.screens.bezoek.screen import VisitScreen
from werkdesk.ui.werkplek_actions import WerkplekActions
from werkdesk.usecases.briefgegevens.feiten import BriefFeiten
from werkdesk.usecases.inloop import Called
from werkdesk.usecases.overzichten import KlantHit


@dataclass
class RealVisits(FakeDesk):
    """``gate``: cleared, a dossier, a search and an act on a melding wait until it is set."""

    visit: VisitDesk = field(default_factory=lambda: VisitDesk(verteller=tell))
    gate: Event = field(default_factory=Event)
    tasks: Tasks | None = None
    screens: list[VisitScreen] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__post_init__()
        self.gate.set()
        self.klanten = [hit(SANNE, "Elhamdaoui-van den Berg, S."), hit(YONAS, "Tesfay, Y.")]
        self.put("A314", BezoekReden.BIJSTAND, "09:56:20", klant=SANNE.id)

    def call(self, rid: UUID) -> Called:
        called = super().call(rid)
        assert called.bezoek is not None
        self.visit.desk.stands["bezoek", rid] = called.bezoek
        return called

    def slowly(self, act: Callable[..., Any]) -> Callable[..., Any]:
        def waits(*args: Any, **more: Any) -> Any:
            assert self.gate.wait(PATIENCE)
            return act(*args, **more)

        return waits

    def search(self, text: str) -> tuple[KlantHit, ...]:
        assert self.gate.wait(PATIENCE)
        return super().search(text)

    def make_visit(self, name: str, opening: Opening, host: Host) -> PlaceScreen:
        assert self.tasks is not None
        visit, tasks = self.visit, self.tasks
        look = replace(visit.look, open=self.slowly(visit.look.open))
        actions = replace(visit.visit, look=look, dossier=self.slowly(visit.dossier))
        number = opening.bezoek.id if opening.bezoek is not None else None
        screen = VisitScreen(
            name,
            opening,
            actions,
            tasks,
            host,
            lambda over: visit.parts(tasks, over, number),
            cap=KeyMap().cap,
        )
        self.screens.append(screen)
        return screen

    def actions(self, _session: object = None) -> WerkplekActions:
        return replace(super().actions(), visit_answers=VisitScreen.answers)

    @property
    def shown(self) -> VisitScreen:
        """The visit or dossier that was opened last."""
        return self.screens[-1]


def tell(facts: BriefFeiten) -> BriefGegevens:
    """A letter with nothing in it."""
    return BriefGegevens(
        soort=facts.code, gemeente="0362", datum=facts.datum, kenmerk=facts.kenmerk,
        ondertekenaar=Ondertekenaar(naam="R. Voorbeeld", functie="medewerker"),
    )  # fmt: skip


def hit(klant: Klant, naam: str) -> KlantHit:
    """As a search finds them."""
    return KlantHit(
        id=klant.id, naam=naam, geboren=str(klant.feiten.geboortedatum), adres="", bsn="", open_meldingen=0,
        onverzonden=False,
    )  # fmt: skip
