"""The call-back list: the number, the norm, the outcome by digit and the letter after the third miss."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hands import Hands
from PySide6.QtWidgets import QLabel, QWidget

from werkdesk.domain.belpoging import Belpoging, BelUitkomst, Dagdeel
from werkdesk.domain.regels.terugbellen import BelStand
from werkdesk.domain.termijn import RegelVerwijzing
from werkdesk.errors import Unavailable
from werkdesk.ui.frame.host import Host
from werkdesk.ui.kit.field import help_key_of
from werkdesk.ui.kit.notice import Notice
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.bellen.actions import BellenActions
from werkdesk.ui.screens.bellen.screen import BellenScreen
from werkdesk.usecases.changes import Changes, Topic
from werkdesk.usecases.meldingen import MeldingSaved
from werkdesk.usecases.terugbellen import Bellijst, BelRow

TODAY = date(2026, 11, 19)
NOW = datetime(2026, 11, 17, 10, 15, tzinfo=ZoneInfo("Europe/Amsterdam"))
RULE = RegelVerwijzing(regel="bellen.norm", versie="2015-01-01", bron="werkafspraak F7", zekerheid="aanname")
STAND = BelStand(
    norm_datum=TODAY, werkdagen_over=0, gesproken=False, gemist=0, telt=0, nodig=3, laatste=None,
    nog=(Dagdeel.OCHTEND, Dagdeel.MIDDAG), dagdelen=2, brief=None, brief_reden=None, regels=(RULE,),
    uitleg=("Wij bellen u binnen twee werkdagen.",),
)  # fmt: skip
MISS = Belpoging(
    moment=NOW, dagdeel=Dagdeel.OCHTEND, uitkomst=BelUitkomst.VOICEMAIL, medewerker="r.dewit",
    notitie="teruggebeld gevraagd",
)  # fmt: skip
FIRST = BelRow(
    melding=UUID(int=1), kenmerk="M-1-0001-C", klant_id=UUID(int=101), klant="Fictief, A.",
    telefoon=("06-12 34 56 78",), taal="ti", tolk=True, gemeente="0362", moment=NOW, eigenaar="r.dewit",
    stand=replace(
        STAND, norm_datum=TODAY - timedelta(days=1), werkdagen_over=-1, gemist=1, telt=1, laatste=MISS,
        nog=(Dagdeel.MIDDAG,),
    ),
    pogingen=(MISS,), brief=None, brief_kenmerk=None, onverzonden=False,
    namen={"r.dewit": "R. de Wit (fictief)"},
)  # fmt: skip
SECOND = replace(
    FIRST, melding=UUID(int=2), klant_id=UUID(int=102), klant="Fictief, B.", telefoon=(), taal="nl",
    tolk=False,
    stand=replace(STAND, brief="L02", brief_reden="geen_nummer"), pogingen=(), brief="L02",
)  # fmt: skip


@dataclass
class Phone:
    tasks: Tasks
    rows: tuple[BelRow, ...] = (FIRST, SECOND)
    fail: Unavailable | None = None
    noted: list[tuple[int, BelUitkomst, str]] = field(default_factory=list)
    opened: list[UUID] = field(default_factory=list)
    papers: list[tuple[UUID, str, UUID]] = field(default_factory=list)
    total: int = 0
    read: list[str] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    def note(self, melding: UUID, uitkomst: BelUitkomst, notitie: str) -> MeldingSaved:
        if self.fail is not None:
            raise self.fail
        self.noted.append((melding.int, uitkomst, notitie))
        self.rows = tuple(row for row in self.rows if row.melding != melding)
        return MeldingSaved(Changes(Topic.MELDING), None)  # type: ignore[arg-type]

    def list(self, what: str) -> Bellijst:
        self.read.append(what)
        late = sum(row.stand.te_laat for row in self.rows)
        return Bellijst(rijen=self.rows, totaal=self.total or len(self.rows), te_laat=late)

    def screen(self) -> BellenScreen:
        def nothing(*_: object) -> None:
            """Not asked here."""

        host = Host(
            notify=self.notices.append, go=nothing, open=nothing, open_klant=self.opened.append,
            close=nothing, search=nothing, explain=nothing, tell=nothing,
            start_paper=lambda *asked: self.papers.append(asked),
        )  # fmt: skip
        actions = BellenActions(
            calls=lambda: self.list("rows"), counts=lambda: self.list("counts"), note=self.note,
            today=lambda: TODAY,
        )  # fmt: skip
        return BellenScreen(actions, self.tasks, host)


@pytest.fixture
def phone(tasks: Tasks) -> Phone:
    return Phone(tasks)


def shown(phone: Phone, hands: Callable[[QWidget], Hands]) -> tuple[BellenScreen, Hands]:
    screen = phone.screen()
    typing = hands(screen)
    for _ in range(2):
        screen.came()
        typing.settle()
    return screen, typing


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_number_language_and_earlier_attempts_stand_beside_the_list(
    phone: Phone, hands: Callable[[QWidget], Hands]
) -> None:
    screen, _ = shown(phone, hands)
    text = words(screen.panel)
    for part in (
        "06-12 34 56 78",
        "tolk",
        "Probeer ook: middag",
        "di 17-11-2026 10:15, ochtend · Voicemail · R. de Wit (fictief)",
        "Nog twee keer bellen.",
        "Bel drie keer, op ten minste twee dagdelen.",
    ):
        assert part in text
    assert screen.heading().count == "2"
    assert screen.remark.text() == "2 te bellen · 1 te laat"


def test_late_says_so_in_words(phone: Phone, hands: Callable[[QWidget], Hands]) -> None:
    screen, _ = shown(phone, hands)
    assert screen._left(FIRST) == "1 dag te laat"
    assert screen._tone(FIRST) is Tone.BAD
    assert screen._tone(SECOND) is Tone.WARN


@pytest.mark.parametrize(("digit", "uitkomst"), list(zip("12345", BelUitkomst, strict=True)))
def test_enter_and_a_digit_note_one_attempt(
    phone: Phone, hands: Callable[[QWidget], Hands], digit: str, uitkomst: BelUitkomst
) -> None:
    screen, typing = shown(phone, hands)
    typing.press("Return")
    typing.type(digit)
    assert phone.noted == [(1, uitkomst, "")]
    assert "Fictief, A." in phone.notices[-1].text
    typing.settle()
    assert [row.klant for row in screen.table.rows.rows] == ["Fictief, B."]
    assert screen.panel.row == SECOND


def test_a_digit_in_the_list_notes_the_call_with_who_is_chosen(
    phone: Phone, hands: Callable[[QWidget], Hands]
) -> None:
    screen, typing = shown(phone, hands)
    typing.press("Down")
    typing.type("2")
    assert phone.noted == [(2, BelUitkomst.GEEN_GEHOOR, "")]
    assert screen.table.hasFocus()
    assert "blijft staan" in phone.notices[-1].text


def test_a_note_goes_along_and_never_to_somebody_else(
    phone: Phone, hands: Callable[[QWidget], Hands]
) -> None:
    screen, typing = shown(phone, hands)
    screen.panel.note.set_value("belt morgen terug")
    screen.table.choose(SECOND.melding)
    assert screen.panel.note.value() == ""
    screen.table.choose(FIRST.melding)
    screen.panel.note.set_value("belt morgen terug")
    typing.press("Return")
    typing.type("1")
    assert phone.noted == [(1, BelUitkomst.GESPROKEN, "belt morgen terug")]


def test_an_attempt_that_is_not_saved_says_so_and_keeps_the_note(
    phone: Phone, hands: Callable[[QWidget], Hands]
) -> None:
    phone.fail = Unavailable("cache.bezet")
    screen, typing = shown(phone, hands)
    screen.panel.note.set_value("belt terug")
    typing.press("Return")
    typing.type("2")
    assert "bezet" in screen.panel.outcomes.error
    assert screen.panel.note.value() == "belt terug"
    phone.fail = None
    typing.type("2")
    assert phone.noted == [(1, BelUitkomst.GEEN_GEHOOR, "belt terug")]


def test_a_letter_is_proposed_with_its_reason_until_it_is_made(
    phone: Phone, hands: Callable[[QWidget], Hands]
) -> None:
    phone.rows = (SECOND,)
    screen, _ = shown(phone, hands)
    assert "Er is geen telefoonnummer. Stuur nu:" in words(screen.panel)
    screen.panel.dossier.click()
    assert phone.opened == [SECOND.klant_id]
    screen.panel.show_row(replace(SECOND, brief=None, brief_kenmerk="M-1-0001-C"))
    assert "De brief M-1-0001-C is al gemaakt." in words(screen.panel)


def test_f1_explains_the_norm_and_names_its_rule(phone: Phone, hands: Callable[[QWidget], Hands]) -> None:
    screen, _ = shown(phone, hands)
    key = help_key_of(screen.table)
    assert screen.explain(key) == ("Terugbellen", "Wij bellen u binnen twee werkdagen.")
    assert screen.rules_behind(key) == (RULE,)


def test_nobody_to_call_leaves_an_empty_panel(phone: Phone, hands: Callable[[QWidget], Hands]) -> None:
    phone.rows = ()
    screen, _ = shown(phone, hands)
    assert screen.panel.row is None
    assert screen.panel.outcomes.isHidden()
    assert screen.heading().count == ""


def test_enter_on_a_proposed_letter_opens_that_letter_for_that_case(
    phone: Phone, hands: Callable[[QWidget], Hands]
) -> None:
    phone.rows = (SECOND,)
    screen, typing = shown(phone, hands)
    typing.press("Return")
    assert phone.papers == [(SECOND.klant_id, "L02", SECOND.melding)]
    screen.panel.letter.click()
    assert len(phone.papers) == 2
    phone.rows = (FIRST,)
    screen.refresh()
    typing.settle()
    assert screen.panel.letter.isHidden()
    typing.press("Return")
    assert len(phone.papers) == 2


def test_two_misses_in_one_morning_count_as_one(phone: Phone, hands: Callable[[QWidget], Hands]) -> None:
    twice = replace(FIRST, pogingen=(MISS, MISS), stand=replace(FIRST.stand, gemist=2, telt=1))
    phone.rows = (twice,)
    screen, _ = shown(phone, hands)
    assert screen.table.rows.columns[2].text(twice) == "1 van 3"
    assert "Twee keer op hetzelfde dagdeel telt als één keer." in words(screen.panel)


def test_a_list_that_does_not_hold_everybody_says_so(phone: Phone, hands: Callable[[QWidget], Hands]) -> None:
    phone.total = 4900
    screen, _ = shown(phone, hands)
    assert screen.heading().count == "4900"
    assert screen.remark.text() == "4900 te bellen · 1 te laat · de eerste 2 staan hier"


def test_a_hidden_list_reads_its_figure_only_until_it_is_seen(
    phone: Phone, hands: Callable[[QWidget], Hands]
) -> None:
    screen = phone.screen()
    typing = hands(screen)
    typing.settle()
    screen.hide()
    phone.read.clear()
    phone.rows = (FIRST,)
    for _ in range(5):
        phone.tasks.changed.emit(Changes(Topic.MELDING))
        screen._settle.stop()  # the burst ends now, not when its time is over
        screen._settle.timeout.emit()
        typing.settle()
    assert set(phone.read) == {"counts"}
    assert screen.heading().count == "1"
    phone.read.clear()
    screen.show()
    typing.settle()
    assert phone.read == ["rows"]
