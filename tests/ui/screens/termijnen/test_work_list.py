"""The work list of dates: filters by digit, legal and target date, owner, age and the way to the rule."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from cut_words import cut_words
from hands import Hands
from PySide6.QtWidgets import QWidget

from tests.fixtures.werklijst import answer, counts
from werkdesk.domain.termijn import RegelVerwijzing, Termijn
from werkdesk.ui.frame.host import Host
from werkdesk.ui.kit.field import help_key_of
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.termijnen.actions import TermijnenActions
from werkdesk.ui.screens.termijnen.screen import TermijnenScreen
from werkdesk.usecases.overzichten import TermijnRow

TODAY = date(2026, 11, 19)  # a Thursday
NOW = datetime(2026, 11, 19, 9, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
RULE = RegelVerwijzing(regel="D06", versie="2015-01-01", bron="Awb 4:13 lid 2")


def row(
    number: int, code: str, left: int | None, *, who: str = "r.dewit", age: int = 0, **dates: object
) -> TermijnRow:
    day = TODAY + timedelta(days=left) if left is not None else None
    term = Termijn(
        code=code, naam=f"Termijn {code}", uiterste_datum=day, regels=(RULE,), **dates  # type: ignore[arg-type]
    )  # fmt: skip
    return TermijnRow(
        melding=UUID(int=number), kenmerk=f"M-1-000{number}-X", klant_id=UUID(int=100 + number),
        klant=f"Fictief, {number}", termijn=term, medewerker="r.dewit", eigenaar=who,
        moment=NOW - timedelta(days=age),
    )  # fmt: skip


ROWS = (
    row(1, "D06", 0, age=56, streefdatum=TODAY - timedelta(days=1)),
    row(2, "D04", -2, who="s.bakker"),
    row(3, "D06", 3),
    row(4, "D06", 4, who="s.bakker"),
    row(5, "D01", -5, who="v.vertrokken"),
    row(6, "D99", None, stand="na aanvraag"),
)


STAFF = {"r.dewit": "R. de Wit (fictief)", "s.bakker": "S. Bakker (fictief)"}


@dataclass
class WorkList:
    tasks: Tasks
    rows: tuple[TermijnRow, ...] = ROWS
    opened: list[UUID] = field(default_factory=list)

    def screen(self) -> TermijnenScreen:
        def nothing(*_: object) -> None:
            """Not asked here."""

        actions = TermijnenActions(
            termijnen=lambda vraag: answer(self.rows, vraag, STAFF),
            tellingen=lambda: counts(self.rows, TODAY, STAFF),
            medewerkers=lambda: tuple(STAFF.items()),
            today=lambda: TODAY,
            ik="r.dewit",
        )
        host = Host(
            notify=nothing, go=nothing, open=nothing, open_klant=self.opened.append, close=nothing,
            search=nothing, explain=nothing, tell=nothing,
        )  # fmt: skip
        return TermijnenScreen(actions, self.tasks, host)


@pytest.fixture
def work(tasks: Tasks) -> WorkList:
    return WorkList(tasks)


def shown(work: WorkList, hands: Callable[[QWidget], Hands]) -> tuple[TermijnenScreen, Hands]:
    screen = work.screen()
    typing = hands(screen)
    screen.came()
    typing.settle()
    screen.came()
    typing.settle()
    return screen, typing


def numbers(screen: TermijnenScreen) -> list[int]:
    return [line.key[0].int for line in screen.table.rows.rows]


@pytest.mark.parametrize(
    ("digit", "expected"),
    [
        ("1", [1]),
        ("2", [1, 3]),
        ("3", [2]),
        ("4", [6]),
        ("5", [5, 2, 1, 3, 4, 6]),
        ("7", [1, 3, 6]),
        ("8", [5]),
        ("0", [1, 5, 2, 3, 4, 6]),
    ],
)
def test_a_digit_in_the_list_chooses_what_is_shown(
    work: WorkList, hands: Callable[[QWidget], Hands], digit: str, expected: list[int]
) -> None:
    screen, typing = shown(work, hands)
    assert screen.table.hasFocus()
    typing.type(digit)
    assert numbers(screen) == expected
    assert screen.table.hasFocus()


def test_a_date_and_an_owner_are_chosen_together(work: WorkList, hands: Callable[[QWidget], Hands]) -> None:
    screen, typing = shown(work, hands)
    typing.type("27")
    assert numbers(screen) == [1, 3]
    notes = {option.option.value: option.option.note for option in screen.filters.when.rows}
    assert notes == {"vandaag": "1", "week": "2", "te_laat": "0", "wacht": "1", "alles": "3"}
    typing.type("6")
    assert numbers(screen) == [1, 3]


def test_the_owner_is_who_carries_the_case_on_and_not_who_recorded_it(
    work: WorkList, hands: Callable[[QWidget], Hands]
) -> None:
    screen, typing = shown(work, hands)
    typing.type("3")
    (line,) = screen.table.rows.rows
    assert line.eigenaar == "S. Bakker (fictief)"


def test_the_target_date_stays_in_sight_where_there_is_little_room(
    work: WorkList, hands: Callable[[QWidget], Hands]
) -> None:
    screen, typing = shown(work, hands)
    typing.type("1")
    rows = screen.table.rows

    def dates() -> tuple[str, ...]:
        return tuple(str(rows.data(rows.index(0, number))) for number in (0, 1))

    screen.table.resize(430, 400)
    assert not screen.table.isColumnHidden(1)
    assert dates() == ("19-11", "18-11")
    screen.table.resize(1100, 400)
    assert dates() == ("do 19-11-2026", "18-11-2026")


def test_every_filter_shows_how_many_it_holds(work: WorkList, hands: Callable[[QWidget], Hands]) -> None:
    screen, _ = shown(work, hands)
    notes = {row.option.value: row.option.note for strip in screen.filters.strips for row in strip.rows}
    assert notes == {
        "vandaag": "1", "week": "2", "te_laat": "1", "wacht": "1", "alles": "6",
        "iedereen": "6", "mijn": "3", "zonder": "1", "dringend": "", "oudste": "",
    }  # fmt: skip
    assert screen.filters.when.rows[2].accessibleName() == "Te laat, 1"
    assert screen.heading().count == "1 te laat"


def test_the_rail_counts_today_when_nothing_is_late(
    work: WorkList, hands: Callable[[QWidget], Hands]
) -> None:
    work.rows = (ROWS[0], ROWS[2])
    screen, _ = shown(work, hands)
    assert screen.heading().count == "1 vandaag"


def test_legal_and_target_date_step_owner_and_age_stand_in_the_line(
    work: WorkList, hands: Callable[[QWidget], Hands]
) -> None:
    screen, typing = shown(work, hands)
    typing.type("1")
    (line,) = screen.table.rows.rows
    assert (line.uiterlijk, line.streef) == ("do 19-11-2026", "18-11-2026")
    assert (line.wat, line.eigenaar, line.oud) == ("Besluit nemen", "R. de Wit (fictief)", "56 dagen")


def test_nobody_is_without_owner_and_an_unknown_step_keeps_its_name(
    work: WorkList, hands: Callable[[QWidget], Hands]
) -> None:
    screen, _ = shown(work, hands)
    lines = {line.key[0].int: line for line in screen.table.rows.rows}
    assert all(line.eigenaar for line in lines.values())
    assert lines[5].eigenaar == "v.vertrokken"
    assert lines[6].wat == "Termijn D99"
    assert lines[6].uiterlijk == "na aanvraag"


def test_a_day_from_which_something_may_be_done_is_never_late(
    work: WorkList, hands: Callable[[QWidget], Hands]
) -> None:
    screen, _ = shown(work, hands)
    first = screen.table.rows.rows[0]
    assert (first.key[1], first.nog, first.tone) == ("D01", "kan nu", Tone.ACCENT)


def test_enter_opens_the_dossier(work: WorkList, hands: Callable[[QWidget], Hands]) -> None:
    _, typing = shown(work, hands)
    typing.type("3")
    typing.press("Return")
    assert work.opened == [UUID(int=102)]


def test_f1_explains_the_chosen_line_and_names_its_rules(
    work: WorkList, hands: Callable[[QWidget], Hands]
) -> None:
    screen, typing = shown(work, hands)
    typing.type("1")
    key = help_key_of(screen.table)
    told = screen.explain(key)
    assert told is not None
    assert told[0] == "Besluit uiterlijk"
    assert screen.rules_behind(key) == (RULE,)
    assert screen.explain("termijnen") is None
    assert screen.rules_behind("termijnen") == ()


def test_a_case_without_any_date_stands_there_and_says_what_comes_first(
    work: WorkList, hands: Callable[[QWidget], Hands]
) -> None:
    work.rows = (replace(ROWS[0], termijn=Termijn(code="", naam="")),)
    screen, _ = shown(work, hands)
    (line,) = screen.table.rows.rows
    assert (line.uiterlijk, line.wat) == ("nog niet te bepalen", "Termijnen nog berekenen")
    assert screen.explain(line.help_key) is None  # then F1 shows the page of this place
    assert screen.explained_date(line.help_key) is None


def test_an_empty_filter_says_what_is_not_there(work: WorkList, hands: Callable[[QWidget], Hands]) -> None:
    work.rows = (ROWS[3],)
    screen, typing = shown(work, hands)
    typing.type("3")
    assert numbers(screen) == []
    assert screen.table._nothing == "Er is niets te laat."


def test_a_date_of_the_list_can_be_put_on_paper_for_its_klant(
    work: WorkList, hands: Callable[[QWidget], Hands]
) -> None:
    screen, _ = shown(work, hands)
    line = screen.table.rows.rows[0]
    assert screen.explained_date(line.help_key) == (line.klant_id, line.termijn.code)
    assert screen.explained_date("termijnen") is None


@pytest.mark.parametrize("width", [640, 760, 1070, 1110, 1620])
def test_no_word_is_cut_at_the_widths_of_the_counter(
    work: WorkList, hands: Callable[[QWidget], Hands], width: int
) -> None:
    screen, _ = shown(work, hands)
    screen.table.resize(width, 400)
    assert cut_words(screen.table) == []
