"""The dates of a case on one line: shapes, keys, and the way from a date to its rule."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from werkdesk.desk.rekenaar import shipped_rules
from werkdesk.domain.regels.catalogus import PARAMETERS
from werkdesk.domain.termijn import RegelVerwijzing, Termijn
from werkdesk.ui.dossier.time_line import SIDE, Kind, Point, TimeLine
from werkdesk.ui.kit.date_line import DateLine, LegalDate
from werkdesk.ui.kit.field import help_key_of
from werkdesk.ui.screens.bezoek.side import RunningPart, points_of
from werkdesk.ui.teksten import termijnen as tt
from werkdesk.ui.teksten.regelnamen import REGELNAMEN

TODAY = date(2026, 11, 21)
POINTS = (
    Point(date(2026, 11, 9), Kind.BEGIN, "Melding", "termijn:D01"),
    Point(date(2027, 1, 4), Kind.UITERST, "Besluit uiterlijk", "termijn:D06"),
    Point(date(2026, 12, 31), Kind.STREEF, "Besluit uiterlijk", "termijn:D06"),
)


def shown(hands: Callable[[QWidget], Hands]) -> tuple[TimeLine, Hands]:
    line = TimeLine()
    typing = hands(line)
    line.show_points(POINTS, TODAY)
    line.track.setFocus()
    typing.settle()
    return line, typing


def test_the_line_begins_at_the_first_date_that_comes(hands: Callable[[QWidget], Hands]) -> None:
    line, _ = shown(hands)
    assert line.words.text() == "◇ Besluit uiterlijk: streefdatum do 31-12-2026, over 40 dagen"


def test_arrows_go_from_date_to_date_and_stop_at_the_ends(hands: Callable[[QWidget], Hands]) -> None:
    line, typing = shown(hands)
    typing.press("Right", "Right")
    assert line.words.text() == "■ Besluit uiterlijk: uiterste datum ma 04-01-2027, over 44 dagen"
    typing.press("Home", "Left")
    assert line.words.text() == "○ Melding: ma 09-11-2026"
    assert help_key_of(line.track) == "termijn:D01"


def test_enter_and_a_click_ask_for_the_chosen_date(hands: Callable[[QWidget], Hands]) -> None:
    line, typing = shown(hands)
    asked: list[str] = []
    line.asked.connect(asked.append)
    typing.press("Home", "Return")
    at = line.track.rect().center()
    at.setX(round(line.track.x_of(date(2027, 1, 4))))
    QTest.mouseClick(line.track, Qt.MouseButton.LeftButton, pos=at)
    assert asked == ["termijn:D01", "termijn:D06"]


def test_p_asks_for_the_chosen_date_on_paper(hands: Callable[[QWidget], Hands]) -> None:
    line, typing = shown(hands)
    paper: list[str] = []
    line.paper_asked.connect(paper.append)
    typing.press("Home", "P")
    assert paper == ["termijn:D01"]


def test_what_runs_asks_for_the_code_of_the_date(hands: Callable[[QWidget], Hands]) -> None:
    part = RunningPart()
    hands(part)
    paper: list[str] = []
    part.paper_asked.connect(paper.append)
    part.line.paper_asked.emit("termijn:D06")
    assert paper == ["D06"]


def test_a_screen_reader_hears_every_date_and_today(hands: Callable[[QWidget], Hands]) -> None:
    line, _ = shown(hands)
    words = line.track.accessibleDescription()
    for part in ("Melding: ma 09-11-2026", "streefdatum do 31-12-2026", "uiterste datum ma 04-01-2027"):
        assert part in words
    assert words.endswith("Vandaag is za 21-11-2026.")
    assert line.track.accessibleName()


def test_days_stand_in_proportion_with_today_among_them(hands: Callable[[QWidget], Hands]) -> None:
    track = shown(hands)[0].track
    places = [track.x_of(day) for day in (POINTS[0].day, TODAY, POINTS[2].day, POINTS[1].day)]
    assert places == sorted(places)
    assert 0 < places[0] < places[-1] < track.width()


def test_one_day_is_no_line(hands: Callable[[QWidget], Hands]) -> None:
    line, _ = shown(hands)
    line.show_points(POINTS[:1], TODAY)
    assert line.isHidden()
    line.show_points((), TODAY)
    assert line.isHidden()


def test_target_and_legal_date_on_one_day_are_one_mark_and_a_start_is_never_late() -> None:
    terms = (
        Termijn(code="D01", naam="Zoektermijn", begin=TODAY, uiterste_datum=date(2026, 12, 19)),
        Termijn(
            code="D04", naam="Voorschot", begin=TODAY,
            uiterste_datum=date(2026, 12, 18), streefdatum=date(2026, 12, 18),
        ),
        Termijn(
            code="D06", naam="Besluit", begin=TODAY,
            uiterste_datum=date(2027, 1, 18), streefdatum=date(2027, 1, 15),
        ),
    )  # fmt: skip
    kinds = [(point.kind, point.day) for point in points_of(terms)]
    assert kinds == [
        (Kind.BEGIN, TODAY),
        (Kind.BEGIN, date(2026, 12, 19)),
        (Kind.BEIDE, date(2026, 12, 18)),
        (Kind.STREEF, date(2027, 1, 15)),
        (Kind.UITERST, date(2027, 1, 18)),
    ]


def test_a_line_of_wat_nu_loopt_answers_enter_and_a_click(hands: Callable[[QWidget], Hands]) -> None:
    line = DateLine(LegalDate("Besluit uiterlijk", "04-01-2027", "Awb 4:13", "termijn:D06"))
    typing = hands(line)
    asked: list[str] = []
    line.asked.connect(asked.append)
    line.setFocus()
    typing.press("Return")
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    assert asked == ["termijn:D06", "termijn:D06"]


def test_an_explanation_names_start_facts_and_version() -> None:
    term = Termijn(
        code="D06", naam="Besluit", begin=TODAY, uiterste_datum=date(2027, 1, 18),
        feiten=(("aanvraagdatum", "2026-11-21"), ("geboortedatum", "19850000"), ("opschortingen", "")),
        regelset="2026-11-21 0123456789ab",
    )  # fmt: skip
    text = tt.uitleg(term, TODAY)
    assert "De termijn begint op zaterdag 21 november 2026." in text
    assert "- dag van de aanvraag: 21-11-2026" in text
    assert "- geboortedatum: 00-00-1985" in text
    assert "Berekend met de regels van 21-11-2026." in text
    assert "opschortingen" not in text


def test_an_explanation_reads_as_dutch_without_codes() -> None:
    rule = RegelVerwijzing(regel="zoektermijn.leeftijd", versie="2015-01-01", bron="Pw 41 lid 4")
    term = Termijn(
        code="D01",
        naam="Zoektermijn",
        feiten=(("gemeente", "0358"), ("uitzondering", "pro_vso")),
        regels=(rule,),
    )
    text = tt.uitleg(term, TODAY)
    assert "- Pw art. 41 lid 4: Leeftijdsgrens zoektermijn. Geldt vanaf 1 januari 2015 (bevestigd)." in text
    assert "- gemeente: Aalsmeer" in text
    assert "- uitzondering op de zoektermijn: Praktijkonderwijs of vso, korter" in text
    assert not any(raw in text for raw in ("zoektermijn.leeftijd", "2015-01-01", "0358"))


def test_every_rule_has_the_name_that_its_table_gives_it() -> None:
    given: dict[str, str] = {}
    for rule in shipped_rules().regels:
        given.setdefault(rule.id, rule.naam)
    assert {number: REGELNAMEN[number] for number in PARAMETERS} == {n: given[n] for n in PARAMETERS}


@pytest.mark.parametrize("days", [-60, 0, 300])
def test_the_word_today_stays_above_the_line(hands: Callable[[QWidget], Hands], days: int) -> None:
    line, _ = shown(hands)
    line.resize(260, 120)
    track = line.track
    track.points, track.today = POINTS, TODAY + timedelta(days=days)
    left, right = track.word_of_today(50.0)
    assert left >= SIDE // 2
    assert right <= track.width() - SIDE // 2
    assert left <= track.x_of(track.today) <= right
