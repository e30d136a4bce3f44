from __future__ import annotations

from functools import partial
from types import SimpleNamespace
from typing import Any

import pytest

from tests.fakes import WIE, FakeClock, FakeDesk, FakeIds, FakePress, FakePrinter, fake_rekenaar
from werkdesk.domain.persoon import KlantFeiten, PersoonsNaam
from werkdesk.domain.waarden.naam import Naam
from werkdesk.usecases import inloop, klanten, meldingen


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def at(desk: FakeDesk, clock: FakeClock) -> SimpleNamespace:
    """The use cases as a screen gets them: bound to one member of staff at one desk."""
    ids = FakeIds()

    def bound(function: Any, *names: str) -> Any:
        parts: dict[str, Any] = {
            "wie": WIE, "work": desk.work, "clock": clock, "new_id": ids, "overzichten": desk,
            "rekenaar": fake_rekenaar,
        }  # fmt: skip
        return partial(function, **{name: parts[name] for name in names})

    everyone = ("wie", "work", "clock")
    return SimpleNamespace(
        ticket=bound(inloop.give_ticket, *everyone, "new_id"),
        call_next=bound(inloop.call_next, *everyone, "overzichten"),
        call=bound(inloop.call, *everyone),
        no_show=bound(inloop.no_show, *everyone),
        park=bound(inloop.park, *everyone),
        resume=bound(inloop.resume, *everyone),
        choose=bound(inloop.choose_klant, "wie", "work"),
        finish=bound(inloop.finish, *everyone),
        reopen=bound(inloop.reopen, *everyone),
        klant=bound(klanten.record_klant, *everyone, "new_id"),
        change_klant=bound(klanten.change_klant, "wie", "work"),
        document=bound(klanten.note_document, *everyone),
        no_document=bound(klanten.note_no_document, *everyone),
        melding=bound(meldingen.record_melding, *everyone, "new_id", "rekenaar"),
        change_melding=bound(meldingen.change_melding, "wie", "work", "rekenaar"),
        answer=bound(meldingen.answer_intake, "wie", "work"),
        ids=ids,
    )


@pytest.fixture
def press() -> FakePress:
    return FakePress()


@pytest.fixture
def printer() -> FakePrinter:
    return FakePrinter()


@pytest.fixture
def feiten() -> KlantFeiten:
    """A fictitious person of whom only a surname is known."""
    return KlantFeiten(naam=PersoonsNaam(geslachtsnaam=Naam("Verzonnen")))
