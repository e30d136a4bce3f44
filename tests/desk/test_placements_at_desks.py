"""Two desks place people while the line is down; the register overturns one, and a person decides."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from tests.fixtures.desk import PIN, enrol
from tests.fixtures.plaatsingen import BEDRIJF, GOED, feiten
from tests.fixtures.register import TestRegister, serving
from werkdesk.desk.clock import DeskClock
from werkdesk.desk.session import Desk, DeskSession
from werkdesk.domain.afdoening import Keuze
from werkdesk.domain.persoon import KlantFeiten, PersoonsNaam
from werkdesk.domain.plaatsing import HertoetsUitkomst, Plaatsing
from werkdesk.domain.waarden.kvk import KvkNummer
from werkdesk.domain.waarden.naam import Naam
from werkdesk.errors import Refused
from werkdesk.register.database import in_transaction
from werkdesk.register.listing import list_kind
from werkdesk.ui.screens.outbox.question_words import answered_line, placement_words, question_of
from werkdesk.ui.teksten import plaatsing as t
from werkdesk.usecases.plaatsingen import Voornemen
from werkdesk.usecases.vraagrijen import BotsingRow

pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("cheap_pins")]
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
EERST = {"begin": date(2026, 12, 1), "einde": date(2027, 1, 15)}
DAARNA = {"begin": date(2027, 1, 18), "einde": date(2027, 2, 26)}


class SetClock(DeskClock):
    """A clock that stands still."""

    def __call__(self) -> datetime:
        return NOW


class At:
    """One desk with a team leader at it, and the line between it and the register."""

    def __init__(self, desk: Desk, session: DeskSession) -> None:
        self.desk, self.actions = desk, session.actions

    def sync(self) -> bool:
        return self.desk.sync().fout is None

    def plan(self, klant: UUID, **other: Any) -> Voornemen:
        return Voornemen(klant=klant, gemeente="0362", feiten=feiten(**other), antwoorden=GOED)

    def place(self, klant: UUID, **other: Any) -> Plaatsing:
        made: Plaatsing = self.actions.plaatsingen.place(self.plan(klant, **other)).plaatsing
        return made

    def known(self, rid: UUID) -> Plaatsing:
        return next(one for one in self.actions.lees.plaatsingen(kvk=BEDRIJF) if one.id == rid)

    def question(self) -> BotsingRow:
        (row,) = self.actions.lees.vragen().botsingen
        return row


class Line:
    """The service of the register on one address; it goes away and comes back."""

    def __init__(self, register: TestRegister) -> None:
        self._register, self._port, self._up = register, 0, ExitStack()

    def up(self) -> str:
        url = self._up.enter_context(serving(self._register, self._port))
        self._port = urlsplit(url).port or 0
        return url

    def down(self) -> None:
        self._up.close()


@pytest.fixture
def line(register: TestRegister) -> Iterator[Line]:
    found = Line(register)
    yield found
    found.down()


@pytest.fixture
def desks(register: TestRegister, line: Line, tmp_path: Path) -> Iterator[tuple[At, At]]:
    url, made = line.up(), []
    for number in (1, 2):
        profile, vault = enrol(
            register, url, tmp_path / f"balie-{number}", f"f.lead{number}", role="teamleider"
        )
        desk = Desk(profile, vault, clock=SetClock(), is_live=False)
        made.append(At(desk, desk.sign_in(f"f.lead{number}", PIN)))
    yield made[0], made[1]
    for one in made:
        one.desk.close()


@pytest.fixture
def people(desks: tuple[At, At]) -> tuple[UUID, UUID]:
    """Two people that both desks know."""
    one, two = desks
    made = [
        one.actions.klanten.record(KlantFeiten(naam=PersoonsNaam(geslachtsnaam=Naam(name)))).klant
        for name in ("Eerste", "Tweede")
    ]
    assert all(desk.sync() for desk in (one, two, one))
    return made[0], made[1]


def apart(desks: tuple[At, At], people: tuple[UUID, UUID], line: Line) -> tuple[Plaatsing, Plaatsing]:
    """What each desk placed while it was alone."""
    one, two = desks
    line.down()
    assert [desk.sync() for desk in desks] == [False, False]
    view = two.actions.plaatsingen.foresee(two.plan(people[1], **DAARNA))
    assert (view.carrousel.oordeel, view.carrousel.voorlopig) == ("VRIJ", True)
    assert view.carrousel.bijgewerkt is not None
    first, second = one.place(people[0], **EERST), two.place(people[1], **DAARNA)
    assert first.voorlopig
    assert second.voorlopig
    assert t.stand(second) == t.UITKOMST_VOORLOPIG
    line.up()
    assert all(desk.sync() for desk in (one, two, one))
    return first, second


def test_one_of_two_is_overturned_asked_about_answered_and_closed_everywhere(
    desks: tuple[At, At], people: tuple[UUID, UUID], line: Line, register: TestRegister
) -> None:
    first, second = apart(desks, people, line)
    one, two = desks
    for desk in desks:
        confirmed, other = desk.known(first.id).hertoets, desk.known(second.id).hertoets
        assert confirmed is not None
        assert other is not None
        assert (confirmed.uitkomst, other.uitkomst) == (HertoetsUitkomst.BEVESTIGD, HertoetsUitkomst.ANDERS)
        row = desk.question()
        assert question_of(row) == "Tweede bij Fictief Depot B.V.: gaat deze plaatsing door?"
        words = placement_words(row)
        assert t.HITS["CAR-5"].rstrip(".") in words
        assert "geen bezwaar" in words
        assert desk.actions.lees.verbinding().aandacht == 1
    asked = two.question().id
    with pytest.raises(Refused, match=r"reden\.ontbreekt"):
        two.actions.vragen.answer(asked, Keuze.NEMEN)
    done = two.actions.vragen.answer(asked, Keuze.NEMEN, "De werkgever neemt beiden aan.")
    assert two.actions.lees.verbinding().aandacht == 0
    assert all(desk.sync() for desk in (two, one))
    assert one.actions.lees.vragen().botsingen == two.actions.lees.vragen().botsingen == ()
    (told,) = one.actions.lees.vragen().afgedaan
    assert "neemt beiden aan" in answered_line(told, one.actions.clock()).zin
    (kept,) = in_transaction(register.engine, lambda c: list(list_kind(c, "botsingen", None)))
    assert (kept["open"], kept["rid"]) == (False, str(second.id))
    listed = in_transaction(register.engine, lambda c: list(list_kind(c, "plaatsingen", None)))
    assert [line["besluit"] is not None for line in listed] == [
        line["id"] == str(second.id) for line in listed
    ]
    two.actions.vragen.take_back(done)
    assert all(desk.sync() for desk in (two, one))
    assert one.question().id == two.question().id == asked


def test_withdrawing_it_is_the_other_answer(
    desks: tuple[At, At], people: tuple[UUID, UUID], line: Line
) -> None:
    _, second = apart(desks, people, line)
    one, two = desks
    two.actions.vragen.answer(two.question().id, Keuze.HOUDEN)
    assert all(desk.sync() for desk in (two, one))
    assert one.actions.lees.vragen().botsingen == ()
    assert not one.known(second.id).telt
    assert t.stand(one.known(second.id)) == t.INGETROKKEN
    assert one.actions.plaatsingen.employer(KvkNummer(BEDRIJF)).plaatsingen == 1


def test_with_a_line_a_block_is_decided_at_the_counter(
    desks: tuple[At, At], people: tuple[UUID, UUID]
) -> None:
    one, two = desks
    one.place(people[0], **EERST)
    assert all(desk.sync() for desk in (one, two))
    plan = two.plan(people[0], **DAARNA)
    with pytest.raises(Refused, match=r"reden\.ontbreekt"):
        two.actions.plaatsingen.place(plan)
    made = two.actions.plaatsingen.place(plan, "Met de directie besproken.").plaatsing
    assert all(desk.sync() for desk in (two, one))
    assert one.actions.lees.vragen().botsingen == ()
    known = one.known(made.id)
    assert known.besluit is not None
    assert t.stand(known) == t.UITKOMST_BEVESTIGD


def test_what_is_noted_is_undone_by_an_act_and_read_in_the_dossier(
    desks: tuple[At, At], people: tuple[UUID, UUID]
) -> None:
    one, two = desks
    made = one.place(people[0], **EERST)
    dossier = one.actions.lees.dossier(people[0])
    assert dossier is not None
    assert [place.id for place in dossier.plaatsingen] == [made.id]
    assert one.actions.plaatsingen.employer(KvkNummer(BEDRIJF)).werkgever == made.feiten.werkgever
    assert not one.actions.plaatsingen.withdraw(made.id).plaatsing.telt
    assert all(desk.sync() for desk in (one, two))
    assert [place.telt for place in two.actions.lees.plaatsingen(klant=people[0])] == [False]
