"""The list of the youth desk: who may apply first on top, filters by digit, F1 on a line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from accessibility import problems
from cut_words import cut_words
from hands import Hands
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from visit_desk import YONAS, VisitDesk

from werkdesk.domain.melding import MeldingFeiten, Uitzondering
from werkdesk.domain.waarden.geboortedatum import GeboorteDatum
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.screens.jongeren.actions import JongerenActions
from werkdesk.ui.screens.jongeren.screen import JongerenScreen
from werkdesk.ui.teksten import jongeren as t
from werkdesk.usecases.jongeren import JongereRow
from werkdesk.usecases.lijsten import JongerenTelling
from werkdesk.usecases.meldingen import NewMelding

Show = Callable[[QWidget], Hands]
BORN = ("20040512", "20010101", "19990000", None)
EXCEPTIONS = (Uitzondering.GEEN, Uitzondering.PRO_VSO, Uitzondering.GEEN, Uitzondering.GEEN)


@pytest.fixture
def rows(desk: VisitDesk) -> list[JongereRow]:
    made = []
    for number, (born, exception) in enumerate(zip(BORN, EXCEPTIONS, strict=True)):
        facts: dict[str, Any] = {"geboortedatum": GeboorteDatum(born) if born else None}
        klant = replace(YONAS, id=UUID(int=0xB0 + number), feiten=replace(YONAS.feiten, **facts))
        desk.desk.stands["klant", klant.id] = klant
        feiten = MeldingFeiten(gemeente="0362", heeft_partner=False, uitzondering=exception)
        made.append(desk.young(desk.melding.record(NewMelding(klant=klant.id, feiten=feiten)).melding.id))
    return made


@pytest.fixture
def place(desk: VisitDesk, tasks: Tasks, rows: list[JongereRow]) -> JongerenScreen:
    actions = JongerenActions(
        youths=lambda: tuple(rows),
        counts=lambda: JongerenTelling(totaal=len(rows), kan=len(rows) - 3, onzeker=2),
        namen=lambda: (("t.verzonnen", "Tess Verzonnen"),),
        today=lambda: date(2026, 11, 3), ik="t.verzonnen",
    )  # fmt: skip
    return JongerenScreen(actions, tasks, desk.host)


@pytest.fixture
def at(place: JongerenScreen, hands: Show) -> Hands:
    found = hands(place)
    place.came()
    found.settle()
    return found


def shown(place: JongerenScreen) -> list[str]:
    return [line.stand for line in place.table.rows.rows]


def test_each_line_says_yes_no_or_not_known(place: JongerenScreen, at: Hands) -> None:
    assert shown(place) == ["t/m 30-11-2026", "geldt niet", "niet zeker", "niet zeker"]
    first = place.table.rows.rows[0]
    assert (first.vanaf, first.nog, first.bewijs) == ("di 01-12-2026", "over 28 dagen", "0 van 3")
    assert (first.geboren, first.eigenaar) == ("12-05-2004", "Tess Verzonnen")
    assert [line.nog for line in place.table.rows.rows[1:]] == [t.KAN_NU, "", ""]
    assert place.heading().count == f"1 {t.KAN_NU}"


@pytest.mark.parametrize(("digit", "left"), [("2", 1), ("3", 1), ("4", 2), ("5", 4)])
def test_a_digit_in_the_list_filters_it(place: JongerenScreen, at: Hands, digit: str, left: int) -> None:
    at.type(digit)
    assert len(place.table.rows.rows) == left
    at.type("1")
    assert len(place.table.rows.rows) == 4


def test_evidence_that_was_seen_is_counted(
    desk: VisitDesk, place: JongerenScreen, at: Hands, rows: list[JongereRow]
) -> None:
    desk.jongere.note(rows[0].melding, "werk_gezocht")
    rows[0] = desk.young(rows[0].melding)
    place.refresh()
    at.settle()
    assert place.table.rows.rows[0].bewijs == "1 van 3"


def test_enter_opens_the_dossier_and_f1_explains_the_date(
    desk: VisitDesk, place: JongerenScreen, at: Hands
) -> None:
    line = place.table.rows.rows[0]
    told = place.explain(line.help_key)
    assert told is not None
    assert "4 weken na 3 november 2026" in told[1]
    assert any("Pw 41 lid 4" in one.bron for one in place.rules_behind(line.help_key))
    assert place.explain("jongeren") is None
    at.press("Return")
    assert desk.opened[-1].klant == line.klant_id


def test_an_empty_filter_says_what_is_not_there(
    place: JongerenScreen, at: Hands, rows: list[JongereRow]
) -> None:
    rows.clear()
    place.refresh()
    at.settle()
    assert place.nothing() == t.LEEG["alles"]
    place.filters.setFocus()
    at.type("4")
    assert place.nothing() == t.LEEG["onzeker"]


def test_hidden_it_counts_and_reads_nothing(
    place: JongerenScreen, at: Hands, rows: list[JongereRow], qtbot: QtBot
) -> None:
    assert place.heading().count == f"1 {t.KAN_NU}"
    before = place.data
    place.hide()
    del rows[1]
    place.renew()
    qtbot.waitUntil(lambda: place.heading().count == "")
    assert place.data is before
    place.show()
    at.settle()
    assert len(place.table.rows.rows) == 3


def test_it_can_be_used_without_eyes(place: JongerenScreen, at: Hands) -> None:
    assert problems(place) == []
    assert {name for name, _ in t.FILTERS} == set(t.LEEG)


@pytest.mark.parametrize("width", [640, 760, 1070, 1110, 1620])
def test_no_word_is_cut_at_the_widths_of_the_counter(place: JongerenScreen, at: Hands, width: int) -> None:
    place.table.resize(width, 400)
    assert cut_words(place.table) == []
