"""The peak board: who carries how much, marking cases, giving them and taking that back; by keys alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from accessibility import problems
from cut_words import cut_words
from hands import Hands
from PySide6.QtWidgets import QWidget

from werkdesk.domain.melding import MeldingStatus
from werkdesk.domain.werkvoorraad import Stap
from werkdesk.errors import Refused
from werkdesk.ui.frame.host import Host
from werkdesk.ui.kit.notice import Notice
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.verdeling.actions import VerdelingActions
from werkdesk.ui.screens.verdeling.cases import EIGENAAR, CasesCard
from werkdesk.ui.screens.verdeling.screen import VerdelingScreen
from werkdesk.ui.teksten import verdeling as t
from werkdesk.ui.texts import SENTENCES
from werkdesk.usecases.changes import Changes, Topic
from werkdesk.usecases.werkvoorraad import Overgedragen, Werklast, WerkRow

NOW = datetime(2026, 11, 3, 9, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
CASE = WerkRow(
    melding=UUID(int=1), kenmerk="M-1-0001-C", klant_id=UUID(int=101), klant="Fictief, A.", moment=NOW,
    dagen=16, werkdagen=12, gemeente="0362", status=MeldingStatus.GEMELD, stap=Stap.BELLEN,
    stap_datum=date(2026, 11, 5), te_laat=True, eigenaar="v.vertrokken", eigenaar_naam="v.vertrokken",
    eigenaar_actief=False, ontbreekt=(), onverzonden=False,
)  # fmt: skip
CASES = tuple(
    replace(CASE, melding=UUID(int=number), klant_id=UUID(int=100 + number), klant=f"Fictief, {number}")
    for number in range(1, 4)
)


def load(user: str, naam: str, zaken: int, **facts: object) -> Werklast:
    given = {"actief": True, "nieuw": 0, "oudste": NOW, "te_laat": 0, "vandaag": 0, "eerste": None} | facts
    return Werklast(eigenaar=user, naam=naam, zaken=zaken, **given)  # type: ignore[arg-type]


@dataclass
class Board:
    tasks: Tasks
    loads: tuple[Werklast, ...] = (
        load("v.vertrokken", "v.vertrokken", 3, actief=False, te_laat=2, eerste=date(2026, 11, 5)),
        load("r.dewit", "R. de Wit (fictief)", 9),
        load("s.bakker", "S. Bakker (fictief)", 2),
    )
    cases: dict[str, tuple[WerkRow, ...]] = field(default_factory=lambda: {"v.vertrokken": CASES})
    given: list[tuple[tuple[int, ...], str]] = field(default_factory=list)
    back: list[Overgedragen] = field(default_factory=list)
    opened: list[UUID] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    fail: Refused | None = None
    rollen: tuple[str, ...] = ("balie", "teamleider")

    def give(self, ids: Sequence[UUID], user: str) -> Overgedragen:
        if self.fail is not None:
            raise self.fail
        self.given.append((tuple(rid.int for rid in ids), user))
        left = tuple(row for row in self.cases["v.vertrokken"] if row.melding not in ids)
        self.cases = {**self.cases, "v.vertrokken": left}
        return Overgedragen(Changes(Topic.MELDING), user, tuple((rid, None) for rid in ids))

    def take_back(self, done: Overgedragen) -> Changes:
        self.back.append(done)
        return Changes(Topic.MELDING)

    def screen(self) -> VerdelingScreen:
        def nothing(*_: object) -> None:
            """Not asked here."""

        host = Host(
            notify=self.notices.append, go=nothing, open=nothing, open_klant=self.opened.append,
            close=nothing, search=nothing, explain=nothing, tell=nothing,
        )  # fmt: skip
        actions = VerdelingActions(
            load=lambda: self.loads, cases=lambda who: self.cases.get(who, ()), give=self.give,
            take_back=self.take_back, today=lambda: date(2026, 11, 19), ik="r.dewit",
            rollen=self.rollen,
        )  # fmt: skip
        return VerdelingScreen(actions, self.tasks, host, give_key="F2")


@pytest.fixture
def board(tasks: Tasks) -> Board:
    return Board(tasks)


def shown(board: Board, hands: Callable[[QWidget], Hands]) -> tuple[VerdelingScreen, Hands]:
    screen = board.screen()
    typing = hands(screen)
    for _ in range(2):
        screen.came()
        settle(screen, typing)
    screen.table.choose("v.vertrokken")
    settle(screen, typing)
    return screen, typing


def settle(screen: VerdelingScreen, typing: Hands) -> None:
    """Also past the short wait before the cases of a colleague are read."""
    typing.settle()
    if screen._soon.isActive():
        screen._soon.stop()
        screen._read_cases()
        typing.settle()


def give(screen: VerdelingScreen, typing: Hands) -> None:
    """F2, as the frame passes it on."""
    screen.commands()["wijzigen"]()
    typing.settle()


def test_only_a_team_leader_gives_the_cases_of_others(
    board: Board, hands: Callable[[QWidget], Hands]
) -> None:
    board.rollen = ("balie",)
    screen, typing = shown(board, hands)
    assert not screen.cases.give_button.isEnabled()
    assert screen.cases.remark.text() == t.NIET_DOOR_U
    screen.cases.table.selectRow(0)
    assert not screen.cases.give_button.isEnabled()
    give(screen, typing)
    assert screen.give_panel.isHidden()
    assert [notice.text for notice in board.notices] == [SENTENCES["overdragen.rol"]]


def test_who_is_gone_stands_on_top_and_their_cases_beside_it(
    board: Board, hands: Callable[[QWidget], Hands]
) -> None:
    screen, _ = shown(board, hands)
    assert screen.table.hasFocus()
    assert screen.remark.text() == "14 zaken bij 2 collega's · 3 zonder eigenaar"
    assert screen.heading().count == "3"
    assert t.naam(board.loads[0]) == "v.vertrokken (weg)"
    assert screen.cases.heading.text() == "Zaken van v.vertrokken"
    assert [row.klant for row in screen.cases.table.rows.rows] == ["Fictief, 1", "Fictief, 2", "Fictief, 3"]


def test_all_cases_stand_there_first_with_who_carries_them(
    board: Board, hands: Callable[[QWidget], Hands]
) -> None:
    board.cases[""] = (
        CASE,
        replace(CASE, melding=UUID(int=9), eigenaar_naam="R. de Wit", eigenaar_actief=True),
    )
    screen = board.screen()
    typing = hands(screen)
    screen.came()
    settle(screen, typing)
    everybody = screen.table.chosen()
    assert (everybody.naam, everybody.zaken, everybody.te_laat) == ("Iedereen", 14, 2)
    assert (everybody.eerste, everybody.oudste) == (date(2026, 11, 5), NOW)
    assert screen.cases.heading.text() == "Alle zaken"
    table = screen.cases.table
    assert not table.isColumnHidden(EIGENAAR)
    owners = [table.rows.columns[EIGENAAR].text(row) for row in table.rows.rows]
    assert owners == ["v.vertrokken (weg)", "R. de Wit"]
    screen.table.choose("v.vertrokken")
    settle(screen, typing)
    assert table.isColumnHidden(EIGENAAR)


def test_what_came_in_today_is_counted(board: Board, hands: Callable[[QWidget], Hands]) -> None:
    board.loads = (replace(board.loads[0], actief=True, nieuw=60),)
    screen, _ = shown(board, hands)
    assert screen.remark.text() == "3 zaken bij 1 collega · 60 nieuw vandaag"


def test_space_marks_and_goes_on_and_the_least_burdened_is_offered_first(
    board: Board, hands: Callable[[QWidget], Hands]
) -> None:
    screen, typing = shown(board, hands)
    typing.press("Return")
    assert screen.cases.table.hasFocus()
    typing.press("Space")
    typing.press("Space")
    assert screen.cases.remark.text() == "2 gekozen"
    give(screen, typing)
    offered = [one.eigenaar for one in screen.give_panel.people.rows.rows]
    assert offered == ["s.bakker", "r.dewit"]
    typing.press("Down")
    typing.press("Return")
    settle(screen, typing)
    assert board.given == [((1, 2), "r.dewit")]
    assert board.notices[-1].text == "2 zaken zijn nu van R. de Wit (fictief)"
    assert [row.klant for row in screen.cases.table.rows.rows] == ["Fictief, 3"]
    assert screen.cases.marked == set()


def test_without_a_mark_the_chosen_case_goes(board: Board, hands: Callable[[QWidget], Hands]) -> None:
    screen, typing = shown(board, hands)
    typing.press("Return")
    typing.press("Down")
    give(screen, typing)
    typing.press("Return")
    assert board.given == [((2,), "s.bakker")]
    assert board.notices[-1].text == "1 zaak is nu van S. Bakker (fictief)"


def test_all_of_them_are_marked_at_once_and_not_any_more(
    board: Board, hands: Callable[[QWidget], Hands]
) -> None:
    screen, typing = shown(board, hands)
    typing.press("Return")
    typing.press("Ctrl+A")
    assert screen.cases.remark.text() == "3 gekozen"
    typing.press("Ctrl+A")
    assert screen.cases.remark.text() == t.SPATIE


def test_giving_can_be_taken_back(board: Board, hands: Callable[[QWidget], Hands]) -> None:
    screen, typing = shown(board, hands)
    typing.press("Return")
    give(screen, typing)
    typing.press("Return")
    undo = board.notices[-1].do
    assert undo is not None
    undo()
    typing.settle()
    assert [done.was for done in board.back] == [((UUID(int=1), None),)]
    assert board.notices[-1].text == t.TERUG


def test_escape_leaves_everything_where_it_is(board: Board, hands: Callable[[QWidget], Hands]) -> None:
    screen, typing = shown(board, hands)
    assert "terug" not in screen.commands()
    typing.press("Return")
    give(screen, typing)
    screen.commands()["terug"]()
    assert screen.give_panel.isHidden()
    assert screen.cases.table.hasFocus()
    assert board.given == []


def test_what_is_refused_says_so_and_moves_nothing(board: Board, hands: Callable[[QWidget], Hands]) -> None:
    board.fail = Refused("medewerker.onbekend", field="eigenaar")
    screen, typing = shown(board, hands)
    typing.press("Return")
    typing.press("Space")
    give(screen, typing)
    typing.press("Return")
    assert board.notices[-1].tone is Tone.BAD
    assert screen.cases.marked == {UUID(int=1)}


def test_marks_never_go_along_to_another_colleague(board: Board, hands: Callable[[QWidget], Hands]) -> None:
    board.cases["r.dewit"] = (replace(CASE, melding=UUID(int=9)),)
    screen, typing = shown(board, hands)
    typing.press("Return")
    typing.press("Ctrl+A")
    screen.table.choose("r.dewit")
    settle(screen, typing)
    assert screen.cases.marked == set()
    assert screen.cases.picked() == ()
    assert "wijzigen" not in screen.commands()


def test_enter_on_a_case_opens_the_dossier(board: Board, hands: Callable[[QWidget], Hands]) -> None:
    _, typing = shown(board, hands)
    typing.press("Return")
    typing.press("Return")
    assert board.opened == [UUID(int=101)]


def test_more_cases_than_the_list_holds_are_told(board: Board, hands: Callable[[QWidget], Hands]) -> None:
    board.loads = (replace(board.loads[0], zaken=140), *board.loads[1:])
    screen, _ = shown(board, hands)
    assert screen.cases.remark.text().endswith("de oudste 3 van 140 staan hier")


def test_every_control_has_a_name_and_help(board: Board, hands: Callable[[QWidget], Hands]) -> None:
    screen, typing = shown(board, hands)
    typing.press("Return")
    give(screen, typing)
    assert problems(screen) == []


def test_every_step_has_words() -> None:
    assert set(t.STAPPEN) == set(Stap)


@pytest.mark.parametrize("width", [500, 670, 720, 1050])
def test_no_word_is_cut_at_the_widths_of_the_counter(
    board: Board, hands: Callable[[QWidget], Hands], width: int
) -> None:
    cases = CasesCard("F2", lambda _: True)
    hands(cases)
    owners = ("R. de Wit", "S. Bakker-Visser")
    cases.show_cases(
        t.iedereen(board.loads),
        [
            replace(CASE, melding=UUID(int=number), eigenaar_naam=owner, eigenaar_actief=True)
            for number, owner in enumerate(owners)
        ],
    )
    cases.table.resize(width, 400)
    assert cut_words(cases.table) == []
    assert cases.table.isColumnHidden(EIGENAAR) == (width < 600)


@pytest.mark.parametrize("width", [310, 380, 640])
def test_no_colleague_is_cut(board: Board, hands: Callable[[QWidget], Hands], width: int) -> None:
    screen, _ = shown(board, hands)
    screen.table.resize(width, 300)
    assert cut_words(screen.table) == []
