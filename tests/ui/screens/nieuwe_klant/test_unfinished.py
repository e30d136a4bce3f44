"""A new person who was typed and not saved is told again, and one key goes on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hands import Hands
from PySide6.QtWidgets import QWidget
from visit_desk import VisitDesk

from tests.fakes import WIE
from werkdesk.ui.frame.opening import TypedFacts
from werkdesk.ui.keys import KeyMap
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.screens.hal.unfinished import UnfinishedList
from werkdesk.ui.screens.nieuwe_klant.page import PersonPage
from werkdesk.usecases.onbewaard import Onbewaard

Show = Callable[[QWidget], Hands]
FIRST = TypedFacts(tekst="Stroomuitval 12-12-1990", geslachtsnaam="Stroomuitval", geboortedatum="12-12-1990")


def make(desk: VisitDesk, tasks: Tasks) -> PersonPage:
    return PersonPage(desk.klant, tasks, desk.host, cap=KeyMap().cap, gemeenten=WIE.gemeenten)


@pytest.fixture
def begun(desk: VisitDesk, tasks: Tasks, hands: Show) -> VisitDesk:
    """A desk that lost its power while a new person was typed."""
    page = make(desk, tasks)
    at = hands(page)
    page.start_new(FIRST, None)
    page.fields.focus("voornamen")
    at.type("Zeven")
    page.flush()
    at.settle()
    return desk


def searched(desk: VisitDesk, tasks: Tasks, hands: Show, facts: TypedFacts) -> tuple[PersonPage, Hands]:
    page = make(desk, tasks)
    at = hands(page)
    page.start_new(facts, None)
    at.settle()
    return page, at


def test_another_search_for_the_same_surname_proposes_the_draft_and_one_key_brings_it_all_back(
    begun: VisitDesk, tasks: Tasks, hands: Show
) -> None:
    page, at = searched(begun, tasks, hands, TypedFacts(tekst="stroomuitval", geslachtsnaam="stroomuitval"))
    assert page.unfinished.isVisible()
    assert "Nieuwe klant Stroomuitval" in page.unfinished.button.text()
    page.begin()
    at.press("Alt+0")
    at.settle()
    texts = page.fields.texts()
    assert (texts["geslachtsnaam"], texts["voornamen"], texts["geboortedatum"]) == (
        "Stroomuitval", "Zeven", "12-12-1990",
    )  # fmt: skip
    assert page.unfinished.isHidden()
    page.save()
    at.settle()
    assert not begun.desk.concepten


def test_somebody_with_another_surname_is_not_proposed(begun: VisitDesk, tasks: Tasks, hands: Show) -> None:
    page, _ = searched(begun, tasks, hands, TypedFacts(tekst="berg", geslachtsnaam="Berg"))
    assert page.unfinished.isHidden()


def test_the_same_search_brings_it_back_by_itself(begun: VisitDesk, tasks: Tasks, hands: Show) -> None:
    page, _ = searched(begun, tasks, hands, FIRST)
    assert page.fields.texts()["voornamen"] == "Zeven"
    assert page.unfinished.isHidden()


def test_the_hall_names_it_without_a_bsn_and_a_digit_opens_it(begun: VisitDesk, hands: Show) -> None:
    (one,) = begun.klant.unfinished()
    card, wanted = UnfinishedList(), list[Onbewaard]()
    at = hands(card)
    card.wanted.connect(wanted.append)
    card.show_found((one,), begun.clock())
    assert card.list.rows[0].option.text == "Nieuwe klant Stroomuitval (10:09)"
    card.list.setFocus()
    at.press("1")
    assert wanted == [one]
    card.show_found((), begun.clock())
    assert card.isHidden()
