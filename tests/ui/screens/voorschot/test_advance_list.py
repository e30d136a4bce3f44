"""The list of advances that must be paid: by date, with what is missing and who must act."""

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
from visit_desk import VisitDesk

from werkdesk.domain.regels.voorschot_meter import FEITEN, Voorschotmeter
from werkdesk.domain.termijn import RegelVerwijzing, Termijn
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.screens.voorschot.actions import VoorschottenActions
from werkdesk.ui.screens.voorschot.screen import VoorschottenScreen
from werkdesk.ui.teksten import voorschot as t
from werkdesk.usecases.lijsten import VoorschotTelling
from werkdesk.usecases.voorschotten import VoorschotRow

Show = Callable[[QWidget], Hands]
TODAY = date(2026, 11, 18)  # a Wednesday
LAW = RegelVerwijzing(regel="D04", versie="2015-01-01", bron="Pw 52 lid 1")


def meter(day: date, stap: Any, *missing: str) -> Voorschotmeter:
    facts = tuple((code, code not in missing) for code in ("aanvraag", "identiteit", "inkomen"))
    term = Termijn(
        code="D04", naam="Voorschot", uiterste_datum=day, streefdatum=day, regels=(LAW,), uitleg=("Zo.",)
    )
    return Voorschotmeter(
        feiten=facts, stap=stap, datum=term, percentage=95, minimum=None if missing else 134_849, lening="",
        regels=(), uitleg=(),
    )  # fmt: skip


def row(number: int, day: date, stap: str, *missing: str) -> VoorschotRow:
    return VoorschotRow(
        melding=UUID(int=number), kenmerk=f"M-3-000{number}-K", klant_id=UUID(int=0xF0 + number),
        klant=f"Verzonnen {number}", eigenaar="t.verzonnen", uiterste=day, streef=day,
        te_laat=day < TODAY, meter=meter(day, stap, *missing), voorgesteld_door=None,
    )  # fmt: skip


ROWS = [
    row(1, date(2026, 11, 17), "verzamelen", "identiteit", "inkomen"),
    row(2, date(2026, 11, 18), "voorstellen"),
    row(3, date(2026, 11, 22), "beslissen"),
    row(4, date(2026, 11, 23), "beslissen"),
]


@pytest.fixture
def place(desk: VisitDesk, tasks: Tasks) -> VoorschottenScreen:
    actions = VoorschottenActions(
        advances=lambda: tuple(ROWS),
        counts=lambda: VoorschotTelling(totaal=140, te_laat=1),
        namen=lambda: (("t.verzonnen", "Tess Verzonnen"),),
        today=lambda: TODAY,
    )
    return VoorschottenScreen(actions, tasks, desk.host)


@pytest.fixture
def at(place: VoorschottenScreen, hands: Show) -> Hands:
    found = hands(place)
    place.came()
    found.settle()
    return found


def test_each_line_says_by_when_what_is_missing_and_how_much(place: VoorschottenScreen, at: Hands) -> None:
    late, now, *_ = place.table.rows.rows
    assert (late.uiterlijk, late.nog, late.nu) == (
        "di 17-11-2026", "1 dag te laat", "Nodig: document, inkomen",
    )  # fmt: skip
    assert (late.feiten, late.bedrag, late.eigenaar) == ("1 van 3", "", "Tess Verzonnen")
    assert (now.nog, now.nu, now.bedrag[-8:]) == ("vandaag", "Voorstellen", "1.348,49")
    assert place.heading().count == "1 te laat"
    assert "140" in place.remark.text()


@pytest.mark.parametrize(
    ("digit", "numbers"), [("2", [2, 3]), ("3", [1]), ("4", [2]), ("5", [3, 4]), ("1", [1, 2, 3, 4])]
)
def test_a_digit_in_the_list_filters_it(
    place: VoorschottenScreen, at: Hands, digit: str, numbers: list[int]
) -> None:
    at.type(digit)
    assert [line.melding.int for line in place.table.rows.rows] == numbers


def test_enter_opens_the_dossier_and_f1_explains_the_day(
    desk: VisitDesk, place: VoorschottenScreen, at: Hands
) -> None:
    line = place.table.rows.rows[0]
    told = place.explain(line.help_key)
    assert told is not None
    assert "Zo." in told[1]
    assert place.rules_behind(line.help_key) == (LAW,)
    at.press("Return")
    assert desk.opened[-1].klant == line.klant_id


def test_a_case_without_a_day_stands_there_too(place: VoorschottenScreen, at: Hands) -> None:
    waiting = replace(ROWS[0], uiterste=None, streef=None, te_laat=False)
    place.show_data(((waiting,), (), VoorschotTelling(totaal=1, te_laat=0)))
    line = place.table.rows.rows[0]
    assert (line.uiterlijk, line.nog) == (t.ZONDER_DATUM, "")


def test_it_can_be_used_without_eyes(place: VoorschottenScreen, at: Hands) -> None:
    assert problems(place) == []
    assert {name for name, _ in t.LIJST_FILTERS} == set(t.LIJST_LEEG)
    assert set(t.KORT) == set(FEITEN)


@pytest.mark.parametrize("width", [560, 660, 760, 1070, 1150, 1620])
def test_no_word_is_cut_at_the_widths_of_the_counter(
    place: VoorschottenScreen, at: Hands, width: int
) -> None:
    place.table.resize(width, 400)
    assert cut_words(place.table) == []
    titles = [column.title for number, column in enumerate(place.table.rows.columns)
              if not place.table.isColumnHidden(number)]  # fmt: skip
    assert {t.UITERLIJK_KOP, t.NOG, t.KLANT, t.STAP} <= set(titles)
    assert (t.EIGENAAR in titles) == (width >= 1000)
