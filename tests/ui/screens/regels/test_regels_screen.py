"""The reading room of rules: finding a record, reading it in full, and going to the law."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

import pytest
from hands import Hands
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from werkdesk.domain.termijn import RegelVerwijzing
from werkdesk.ui.frame.host import Host
from werkdesk.ui.kit.notice import Notice
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.screens.regels.actions import RegelsActions
from werkdesk.ui.screens.regels.rows import found, line_of
from werkdesk.ui.screens.regels.screen import RegelsScreen
from werkdesk.ui.teksten import regels as t
from werkdesk.usecases.changes import Changes, Topic
from werkdesk.usecases.regels.kiezen import Geweigerd, RegelStand
from werkdesk.usecases.regels.uitleg import RegelUitleg

STAND = RegelStand(
    kenmerk="2026-11-21 0123456789ab", versie="2026-11-21", vingerafdruk="0" * 64, herkomst="programma",
    basis="2026-11-21", houdbaar_tot=date(2027, 5, 20), te_oud=False,
)  # fmt: skip
LAW = "https://wetten.overheid.nl/jci1.3:c:BWBR0015703&artikel=41"
OLD = RegelUitleg(
    regel="D01", versie="2015-01-01", bron="Pw 41 lid 4", zekerheid="geverifieerd", bekend=True,
    naam="Zoektermijn", waarde="4 weken", tekst="U zoekt eerst vier weken zelf naar werk.",
    vindplaats=LAW, peildatum="meldingsdatum", geldig_tot=date(2026, 12, 31), vastgesteld_door="j.jurist",
)  # fmt: skip
NEW = replace(OLD, versie="2027-01-01", zekerheid="aanname", waarde="2 weken", geldig_tot=None)
CALL = replace(
    OLD, regel="bellen.norm", bron="werkafspraak 3.2", naam="Terugbellen", waarde="2 dagen",
    tekst="Wij bellen u terug.", vindplaats=None, peildatum=None, geldig_tot=None, vastgesteld_door=None,
)  # fmt: skip


@dataclass
class Room:
    """A screen over three records, and what it asked of others."""

    tasks: Tasks
    rules: tuple[RegelUitleg, ...] = (OLD, NEW, CALL)
    stand: RegelStand = STAND
    opens: bool = True
    laws: list[str] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    went: list[str] = field(default_factory=list)

    def screen(self) -> RegelsScreen:
        actions = RegelsActions(lijst=lambda: self.rules, stand=lambda: self.stand, open_wet=self._open)
        return RegelsScreen(actions, self.tasks, self._host(), find_key="Ctrl+F")

    def _open(self, address: str) -> bool:
        self.laws.append(address)
        return self.opens

    def _host(self) -> Host:
        def nothing(*_: object) -> None:
            """Not asked here."""

        return Host(
            notify=self.notices.append, go=self.went.append, open=nothing, open_klant=nothing,
            close=nothing, search=nothing, explain=nothing, tell=nothing,
        )  # fmt: skip


@pytest.fixture
def room(tasks: Tasks) -> Room:
    return Room(tasks)


def words(screen: QWidget) -> str:
    return "\n".join(label.text() for label in screen.findChildren(QLabel))


def shown(room: Room, hands: Callable[[QWidget], Hands]) -> tuple[RegelsScreen, Hands]:
    screen = room.screen()
    typing = hands(screen)
    screen.came()
    typing.settle()
    return screen, typing


def test_every_word_that_is_typed_must_stand_in_the_record() -> None:
    lines = tuple(line_of(one) for one in (OLD, NEW, CALL))
    assert [line.waarde for line in found(lines, "zoek pw")] == ["4 weken", "2 weken"]
    assert [line.naam for line in found(lines, "TERUGBÉLLEN")] == ["Terugbellen"]
    assert [line.waarde for line in found(lines, "art. 41 bevestigd")] == ["2 weken"]
    assert found(lines, "zoek werkafspraak") == ()


def test_a_record_is_read_in_full(room: Room, hands: Callable[[QWidget], Hands]) -> None:
    screen, _ = shown(room, hands)
    screen.show_rule(RegelVerwijzing(regel="D01", versie="2015-01-01", bron="Pw 41 lid 4"))
    text = words(screen.detail)
    for part in (
        "4 weken", "U zoekt eerst vier weken", "Pw art. 41 lid 4", "Participatiewet (BWBR0015703)",
        "01-01-2015", "31-12-2026", "dag van de melding", "j.jurist", "D01",
    ):  # fmt: skip
        assert part in text
    assert "01-01-2027 – loopt door: 2 weken" in text


def test_only_what_is_not_confirmed_gets_a_chip() -> None:
    assert line_of(OLD).zeker == ""
    assert line_of(NEW).zeker == "nog niet bevestigd"


def test_finding_while_typing_and_back_by_keys(room: Room, hands: Callable[[QWidget], Hands]) -> None:
    screen, typing = shown(room, hands)
    screen.commands()["lijst.vinden"]()
    typing.type("terug")
    assert [line.naam for line in screen.table.rows.rows] == ["Terugbellen"]
    assert screen.count.text() == "1 van 3 regels"
    assert screen.detail.regel == CALL
    typing.press("Return")
    assert screen.table.hasFocus()
    screen.back()
    assert len(screen.table.rows.rows) == 3


def test_enter_opens_the_article_and_says_when_there_is_none(
    room: Room, hands: Callable[[QWidget], Hands]
) -> None:
    screen, typing = shown(room, hands)
    screen.table.choose(("D01", "2015-01-01", None))
    screen.table.setFocus()
    typing.press("Return")
    assert room.laws == [LAW]
    screen.table.choose(("bellen.norm", "2015-01-01", None))
    typing.press("Return")
    assert room.laws == [LAW]
    assert "werkafspraak 3.2" in room.notices[-1].text
    assert screen.detail.law.isHidden()


def test_an_address_that_does_not_open_is_told(room: Room, hands: Callable[[QWidget], Hands]) -> None:
    room.opens = False
    screen, _ = shown(room, hands)
    screen.show_rule(RegelVerwijzing(regel="D01", versie="2015-01-01", bron="Pw 41 lid 4"))
    screen.detail.law.click()
    assert LAW in room.notices[-1].text


def test_a_rule_asked_before_the_list_was_read_is_chosen_after_it(
    room: Room, hands: Callable[[QWidget], Hands]
) -> None:
    screen = room.screen()
    typing = hands(screen)
    screen.show_rule(RegelVerwijzing(regel="D01", versie="2027-01-01", bron="Pw 41 lid 4"), "termijnen")
    screen.came()
    typing.settle()
    assert screen.detail.regel == NEW
    assert screen.back()
    assert room.went == ["termijnen"]
    assert not screen.back()


def test_a_rule_that_is_gone_is_told_and_nothing_breaks(
    room: Room, hands: Callable[[QWidget], Hands]
) -> None:
    screen, _ = shown(room, hands)
    screen.show_rule(RegelVerwijzing(regel="X99", versie="2015-01-01", bron="Pw 1"))
    assert "X99" in room.notices[-1].text


def test_a_refused_version_is_shown_with_its_line_and_the_desk_goes_on(
    room: Room, hands: Callable[[QWidget], Hands], qtbot: QtBot
) -> None:
    screen, _ = shown(room, hands)
    assert screen.warning.isHidden()
    bad = Geweigerd(nummer=4, code="regels.gat", bestand="termijnen.toml", regelnummer=12, reden="2026-07-01")
    room.stand = replace(STAND, geweigerd=(bad,), komend=(5,))
    room.tasks.changed.emit(Changes(Topic.REGELS))
    qtbot.waitUntil(lambda: not screen.warning.isHidden())
    assert "Versie 4" in screen.warning.text()
    assert "termijnen.toml, regel 12" in screen.warning.text()
    assert "Versie 5 gaat later in" in screen.warning.text()
    assert len(screen.table.rows.rows) == 3


def test_the_version_of_an_office_names_who_signed_it() -> None:
    own = replace(STAND, nummer=3, vanaf=date(2027, 1, 1), vastgesteld_door="j.jurist", herkomst="kantoor")
    first = t.stand_regels(own)[0]
    assert "versie 3 van dit kantoor, vanaf 01-01-2027, vastgesteld door j.jurist" in first
    assert t.stand_regels(replace(STAND, te_oud=True))[1] == t.TE_OUD
    assert t.rules_in_short(STAND) == "Rekent met regels van 21 november 2026"
    assert t.rules_in_short(own).endswith("21 november 2026, versie 3 van dit kantoor")


@pytest.mark.parametrize(
    ("bron", "shown"),
    [
        ("Pw 41 lid 4", "Pw art. 41 lid 4"),
        ("Wet BRP 2.7", "Wet BRP art. 2.7"),
        ("werkafspraak 5.6", "werkafspraak 5.6"),
        ("AVG 13", "AVG 13"),
    ],
)
def test_an_article_is_written_as_people_read_it(bron: str, shown: str) -> None:
    assert t.artikel(bron) == shown


def test_values_and_gemeenten_read_as_words() -> None:
    assert [t.waarde("L02"), t.waarde("pro_vso"), t.waarde("4 weken")] == [
        "Uitnodiging intake",
        "pro vso",
        "4 weken",
    ]
    assert [t.gemeente("0358"), t.gemeente("9999"), t.gemeente(None)] == ["Aalsmeer", "9999", "alle"]
