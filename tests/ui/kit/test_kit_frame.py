"""The widgets of the frame: rail, status line, notices, sync pill, identity, dates, panels, pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from showing import Show

from werkdesk.ui.kit import sync_pill as sync_pill_module
from werkdesk.ui.kit.buttons import OutlineButton, PrimaryButton
from werkdesk.ui.kit.choice_row import Option
from werkdesk.ui.kit.cover import Cover
from werkdesk.ui.kit.date_line import DatesCard, LegalDate
from werkdesk.ui.kit.field import help_key_of
from werkdesk.ui.kit.identity_card import Identity, IdentityCard
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.notice import READ_SECONDS, UNDO_SECONDS, Notice, NoticeBar
from werkdesk.ui.kit.page_view import PageView
from werkdesk.ui.kit.pages import Pages
from werkdesk.ui.kit.rail import Place, Rail
from werkdesk.ui.kit.side_panel import Deed, Doors, HelpPanel, KeyCard, blocks
from werkdesk.ui.kit.status_line import StatusLine
from werkdesk.ui.kit.sync_pill import SyncPill, SyncState
from werkdesk.ui.kit.text_field import TextField
from werkdesk.ui.kit.tokens import LIGHT, Tone


@pytest.fixture
def rail(show: Show) -> Rail:
    made = Rail(
        "Werkdesk", [Place("hal", "Hal", "house"), Place("klanten", "Klanten"), Place("brieven", "Brieven")]
    )
    show(made)
    return made


def test_the_rail_says_where_one_goes_and_shows_where_one_is(rail: Rail) -> None:
    went: list[str] = []
    rail.went.connect(went.append)
    rail.go("brieven")
    assert went == []
    QTest.mouseClick(rail.items["klanten"], Qt.MouseButton.LeftButton)
    assert went == ["klanten"]
    assert [item.isChecked() for item in rail.items.values()] == [False, True, False]


def test_the_rail_works_by_keyboard(rail: Rail) -> None:
    went: list[str] = []
    rail.went.connect(went.append)
    rail.items["hal"].setFocus()
    QTest.keyClick(rail.items["hal"], Qt.Key.Key_Up)
    assert rail.items["brieven"].hasFocus()
    QTest.keyClick(rail.items["brieven"], Qt.Key.Key_Return)
    assert went == ["brieven"]


def test_a_place_comes_and_goes_with_its_count(rail: Rail) -> None:
    rail.add_place(Place("bezoek", "Bezoek A014"), at=1)
    rail.show_count("bezoek", "06:12")
    rail.show_count("nergens", "1")
    assert rail.items["bezoek"].accessibleName() == "Bezoek A014, 06:12"
    rail.remove_place("bezoek")
    rail.remove_place("bezoek")
    assert list(rail.items) == ["hal", "klanten", "brieven"]


@pytest.fixture
def line(show: Show) -> StatusLine:
    made = StatusLine("Sluiten", timer=False)
    made.show_facts("Regels van 1 juli 2026", "Printer gereed")
    show(made)
    return made


def noting(told: list[str], word: str) -> Callable[[], None]:
    def note() -> None:
        told.append(word)

    return note


def test_undo_is_offered_for_ten_seconds_and_then_the_act_is_over(line: StatusLine) -> None:
    told: list[str] = []
    line.notify(
        Notice(
            "Afgerond.",
            Tone.GOOD,
            "&Ongedaan maken",
            noting(told, "undo"),
            UNDO_SECONDS,
            noting(told, "over"),
        )
    )
    assert line.notices.action.text() == "Ongedaan maken (10)"
    assert line.notices.action.accessibleName() == "Ongedaan maken"
    for _ in range(9):
        line.notices.tick()
    assert (line.notices.action.text(), told) == ("Ongedaan maken (1)", [])
    line.notices.tick()
    assert told == ["over"]
    assert line.facts.isVisible()
    line.notices.tick()
    assert told == ["over"]


def test_undo_undoes_once_and_is_not_over(line: StatusLine) -> None:
    told: list[str] = []
    line.notify(
        Notice("Afgerond.", action="Ongedaan", do=noting(told, "undo"), seconds=10, over=noting(told, "over"))
    )
    QTest.mouseClick(line.notices.action, Qt.MouseButton.LeftButton)
    assert told == ["undo"]
    assert not line.notices.undo()
    assert line.facts.isVisible()


def test_a_newer_notice_ends_the_older_act(line: StatusLine) -> None:
    told: list[str] = []
    line.notify(
        Notice(
            "Eerste.", action="Ongedaan", do=noting(told, "undo 1"), seconds=10, over=noting(told, "over 1")
        )
    )
    line.notify(
        Notice(
            "Tweede.", action="Ongedaan", do=noting(told, "undo 2"), seconds=10, over=noting(told, "over 2")
        )
    )
    assert told == ["over 1"]
    assert line.notices.undo()
    assert told == ["over 1", "undo 2"]


def test_a_notice_without_time_stays_until_it_is_closed(line: StatusLine) -> None:
    line.notify(Notice("De printer is op.", Tone.WARN))
    line.notices.tick()
    assert line.notices.isVisible()
    QTest.mouseClick(line.notices.close_button, Qt.MouseButton.LeftButton)
    assert line.notices.isHidden()


def test_good_news_that_asks_nothing_goes_by_itself(line: StatusLine) -> None:
    line.notify(Notice("Bewaard.", Tone.GOOD))
    for _ in range(READ_SECONDS - 1):
        line.notices.tick()
    assert line.notices.isVisible()
    line.notices.tick()
    assert line.facts.isVisible()


def test_a_notice_without_room_takes_two_smaller_lines_and_leaves_the_undo(line: StatusLine) -> None:
    news = "A920 is opgeroepen naar balie 1"
    line.window().resize(600, 300)
    line.notify(Notice(news, Tone.GOOD, "Ongedaan maken", noting([], ""), UNDO_SECONDS))
    QApplication.processEvents()
    assert line.notices.text.property("role") == "label"
    assert line.notices.close_button.isHidden()
    assert line.notices.action.isVisible()
    assert line.notices.text.heightForWidth(line.notices.text.width()) <= line.notices.height()
    line.window().resize(1400, 300)
    QApplication.processEvents()
    assert line.notices.text.property("role") == "body"
    assert line.notices.close_button.isVisible()


def test_a_notice_waits_for_whoever_is_about_to_close_it(line: StatusLine) -> None:
    line.notify(Notice("Bewaard.", Tone.GOOD))
    line.notices.close_button.setFocus()
    for _ in range(2 * READ_SECONDS):
        line.notices.tick()
    assert line.notices.isVisible()


def test_a_notice_moves_nothing(line: StatusLine) -> None:
    before = line.geometry(), line.pill.geometry()
    line.notify(Notice("Afgerond. " * 60, Tone.GOOD, "Ongedaan maken", noting([], ""), 10))
    QApplication.processEvents()
    assert (line.geometry(), line.pill.geometry()) == before


def test_a_notice_bar_keeps_its_own_clock(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    bar = NoticeBar("Sluiten")
    show(bar)
    assert bar._timer is not None
    bar.show_notice(Notice("Afgerond.", seconds=2))
    assert bar._timer.isActive()
    bar._timer.timeout.emit()
    bar._timer.timeout.emit()
    assert bar.isHidden()
    assert not bar._timer.isActive()


def test_the_pill_announces_a_change_of_state_once(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(sync_pill_module, "announce", lambda _, text: said.append(text))
    pill = SyncPill()
    show(pill)
    pill.show_state(SyncState.OFFLINE, "Geen verbinding · 1 wacht")
    pill.show_state(SyncState.OFFLINE, "Geen verbinding · 2 wachten")
    pill.show_state(SyncState.UP_TO_DATE, "Bijgewerkt")
    assert said == ["Geen verbinding · 1 wacht", "Bijgewerkt"]
    assert pill.accessibleName() == "Bijgewerkt"


def test_a_sentence_for_a_screen_reader_moves_no_focus(show: Show) -> None:
    field, pill = TextField("Naam"), SyncPill()
    show(field, pill)
    field.line.setFocus()
    QAccessible.setActive(True)
    try:
        pill.show_state(SyncState.OFFLINE, "Geen verbinding")
    finally:
        QAccessible.setActive(False)
    assert field.line.hasFocus()


def test_the_pill_opens_the_outbox_by_mouse_and_key(show: Show) -> None:
    pill = SyncPill("Bijgewerkt")
    show(pill)
    clicks: list[bool] = []
    pill.clicked.connect(lambda: clicks.append(True))
    QTest.mouseClick(pill, Qt.MouseButton.LeftButton)
    QTest.keyClick(pill, Qt.Key.Key_Space)
    assert len(clicks) == 2


PERSON = Identity(
    "Tesfay, dhr. Y.", "1998", "BSN", "•••••3653", "Identiteit", "gezien", facts=(("Taal", "Tigrinya"),)
)


def test_the_number_is_whole_only_while_it_is_held(show: Show) -> None:
    card = IdentityCard(PERSON)
    show(card)
    asked: list[bool] = []
    card.bsn_asked.connect(lambda: asked.append(True))
    bsn = card.bsn
    assert bsn is not None
    card.reveal_bsn("999993653")
    assert bsn.shown == "•••••3653"
    QTest.mousePress(bsn, Qt.MouseButton.LeftButton)
    card.reveal_bsn("999993653")
    assert (asked, bsn.shown) == ([True], "999993653")
    assert "999993653" not in bsn.accessibleName() + bsn.text() + card.accessibleDescription()
    QTest.mouseRelease(bsn, Qt.MouseButton.LeftButton)
    assert bsn.shown == "•••••3653"


@pytest.mark.parametrize(("tone", "colour"), [(Tone.GOOD, LIGHT.accent), (Tone.WARN, LIGHT.warn_mark)])
def test_the_bar_of_the_card_warns(show: Show, tone: Tone, colour: str) -> None:
    card = IdentityCard(Identity("Naam", badge="woord", tone=tone))
    show(card)
    image = card.grab().toImage()
    assert image.pixelColor(3, image.height() // 2).name().upper() == colour


def test_another_person_leaves_nothing_of_the_first(show: Show) -> None:
    card = IdentityCard(PERSON)
    show(card)
    card.show_identity(Identity("Iemand anders"))
    QApplication.processEvents()
    texts = " ".join(label.text() for label in card.findChildren(Label) if label.isVisible())
    assert texts.split() == ["Iemand", "anders"]
    assert "Tigrinya" not in card.accessibleDescription()


def test_dates_explain_themselves_and_stay_when_equal(show: Show) -> None:
    card = DatesCard("Wat nu loopt", "Er loopt nog niets.")
    show(card)
    dates = [LegalDate("Besluit uiterlijk", "12-01-2027", "8 weken · Awb 4:13", "regel.D05")]
    card.show_dates(dates)
    line = card.lines[0]
    assert help_key_of(line) == "regel.D05"
    assert line.accessibleName() == "Besluit uiterlijk: 12-01-2027"
    card.show_dates(list(dates))
    assert card.lines[0] is line


def test_help_reads_headings_points_and_paragraphs() -> None:
    text = "Een zin\nover twee regels.\n\n# Kop\n- punt een\n  loopt door\n- punt twee\nslot <b>"
    assert list(blocks(text)) == [
        ("text", "Een zin over twee regels."),
        ("heading", "Kop"),
        ("point", "punt een loopt door"),
        ("point", "punt twee slot <b>"),
    ]


def test_help_opens_beside_the_work_and_typing_goes_on(show: Show) -> None:
    field = TextField("Naam")
    window = show(field)
    window.resize(900, 500)
    field.line.setFocus()
    panel = HelpPanel(window, "Uitleg", "Sluiten")
    panel.show_help("Zoektermijn", "Vier weken.")
    assert panel.isVisible()
    assert field.line.hasFocus()
    assert panel.geometry().right() < window.width()
    window.resize(700, 400)
    assert window.rect().contains(panel.geometry())
    assert panel.close_panel()
    assert not panel.close_panel()


@pytest.mark.parametrize(("x", "width", "side"), [(20, 200, "right"), (650, 200, "left"), (20, 860, "right")])
def test_help_leaves_what_it_explains_in_sight_where_there_is_room(
    show: Show, x: int, width: int, side: str
) -> None:
    window = show(QWidget())
    window.resize(1000, 500)
    field = TextField("Geldig tot en met", parent=window)
    field.setGeometry(x, 100, width, 90)
    field.show()
    field.line.setFocus()
    panel = HelpPanel(window, "Uitleg", "Sluiten")
    panel.show_help("Geldig tot en met", "De laatste dag.")
    at_left = panel.geometry().center().x() < window.width() // 2
    assert at_left == (side == "left")
    assert window.rect().contains(panel.geometry())
    assert panel.geometry().intersects(field.geometry()) == (width == 860)


def test_what_can_be_done_with_a_page_is_a_button_that_goes_with_it(show: Show) -> None:
    done: list[bool] = []
    window = show(QWidget())
    panel = HelpPanel(window, "Uitleg", "Sluiten")
    panel.show_help(
        "Besluit", "Acht weken.", deed=Deed(words="Afdrukken", key="Ctrl P", do=lambda: done.append(True))
    )
    assert panel.deed_button is not None
    panel.deed_button.click()
    assert done == [True]
    assert panel.open_deed() is not None
    panel.close_panel()
    assert panel.open_deed() is None
    panel.show_help("Telefoon", "Tien cijfers.")
    assert panel.deed_button is None
    assert panel.open_deed() is None


@pytest.mark.parametrize(("height", "under"), [(900, True), (420, False)])
def test_an_explanation_begins_at_its_first_line_where_there_is_room(
    show: Show, height: int, under: bool
) -> None:
    window = show(QWidget())
    window.resize(1000, height)
    panel = HelpPanel(window, "Uitleg", "Sluiten")
    opened: list[str] = []
    laws = [Option(str(number), f"Wet {number}") for number in range(4)]
    for _ in range(2):  # what was shown before leaves nothing behind
        text = "\n\n".join(f"Zin {number}." for number in range(60))
        panel.show_help("Besluit", text, Doors(question="Lees het artikel", options=laws, go=opened.append))
        QApplication.processEvents()
        focused = QApplication.focusWidget()
        assert panel.doors is not None
        assert focused is not None
        assert panel.doors.isAncestorOf(focused)
        assert panel.content.isAncestorOf(panel.doors) is not under
        assert panel.content.verticalScrollBar().value() == 0 or not under
    QTest.keyClick(focused, Qt.Key.Key_2)
    assert opened == ["1"]


def test_the_key_card_shows_every_line(show: Show) -> None:
    window = show(QWidget())
    card = KeyCard(window, "Toetsen", "Sluiten")
    card.show_keys(
        [("Bezoek", [("F8", "Oproepen"), ("Ctrl+F8", "Niet verschenen")]), ("Klant", [("F3", "Zoeken")])]
    )
    texts = [label.text() for label in card.findChildren(Label)]
    assert {"Bezoek", "Oproepen", "Niet verschenen", "Klant", "Zoeken"} <= set(texts)


def test_pages_are_built_when_they_are_first_shown(show: Show) -> None:
    built: list[str] = []

    def make(name: str) -> Callable[[], QWidget]:
        def factory() -> QWidget:
            built.append(name)
            return QWidget()

        return factory

    pages = Pages()
    pages.add("hal", make("hal"))
    pages.add("bezoek", make("bezoek"))
    show(pages)
    first = pages.go("hal")
    assert built == ["hal"]
    pages.go("bezoek")
    assert pages.go("hal") is first
    pages.drop("bezoek")
    pages.go("bezoek")
    assert built == ["hal", "bezoek", "bezoek"]


def test_a_cover_in_the_stack_hides_the_work_from_eyes_and_keys(show: Show) -> None:
    work, cover = TextField("Naam"), Cover("Werkdesk", "Vergrendeld")
    pin = TextField("Pincode", secret=True)
    cover.put(pin)
    pages = Pages()
    pages.add("werk", lambda: work)
    pages.add("slot", lambda: cover)
    show(pages)
    pages.go("werk")
    pages.go("slot")
    assert not work.line.isVisible()
    pin.line.setFocus()
    QTest.keyClick(pin.line, Qt.Key.Key_Tab)
    assert not work.line.hasFocus()


def picture(width: int) -> QImage:
    image = QImage(width, width * 2, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    return image


def test_the_preview_asks_for_pages_in_sight_only(show: Show) -> None:
    view = PageView("Voorbeeld", lambda number, count: f"Bladzijde {number} van {count}")
    window = show(view)
    window.resize(500, 500)
    QApplication.processEvents()
    asked: list[int] = []

    def ask(page: int, width: int) -> QImage:
        asked.append(page)
        return picture(width)

    view.show_pages(20, ask)
    QApplication.processEvents()
    assert 0 in asked
    assert 19 not in asked
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    assert 19 in asked
    assert view.sheets[0].accessibleName() == "Bladzijde 1 van 20"


def test_a_picture_may_come_later_and_zoom_asks_again(show: Show) -> None:
    view = PageView("Voorbeeld", lambda number, count: f"{number}/{count}")
    show(view)
    widths: list[int] = []

    def later(page: int, width: int) -> None:
        widths.append(width)

    view.show_pages(1, later)
    view.put(0, picture(200))
    view.put(5, picture(200))
    assert view.sheets[0].image is not None
    before = view.sheets[0].sizeHint().width()
    QTest.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.sheets[0].sizeHint().width() > before
    assert len(set(widths)) >= 2
    QTest.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == 1.0
    view.wipe()
    assert view.sheets == []


def test_enter_in_the_preview_prints(show: Show) -> None:
    view = PageView("Voorbeeld", lambda number, count: f"{number}/{count}")
    show(view)
    entered: list[bool] = []
    view.entered.connect(lambda: entered.append(True))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert entered == [True]


def test_a_button_shows_its_key_and_enter_presses_it(show: Show) -> None:
    button = PrimaryButton("&Bewaren", "Ctrl+Return")
    without = OutlineButton("&Bewaren")
    show(button, without)
    presses: list[bool] = []
    button.clicked.connect(lambda: presses.append(True))
    assert button.key_text == "Ctrl Enter"
    assert button.sizeHint().width() > without.sizeHint().width() + 40
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert presses == [True]
    button.setEnabled(False)
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert presses == [True]


def test_a_narrow_card_keeps_its_words_on_one_line_above_the_facts(show: Show) -> None:
    card = IdentityCard(replace(PERSON, stacked=True, change="Wijzigen", address="adres geheim · houd vast"))
    show(card)
    card.resize(card.minimumSizeHint().width(), card.height())
    assert card.badge is not None
    assert card.badge.mapTo(card, QPoint(0, 0)).y() >= card.line.geometry().bottom()
    assert card.name.width() > card.width() / 2


def test_a_long_help_title_takes_two_lines(show: Show) -> None:
    host = QWidget()
    show(host)
    host.resize(420, 500)
    panel = HelpPanel(host, "Uitleg", "Sluiten")
    panel.show_help("Een bezoek van begin tot eind en daarna", "Tekst")
    QApplication.processEvents()
    title = panel.title
    assert title.height() >= title.heightForWidth(title.width())
    assert title.height() > title.fontMetrics().height() * 1.5


def test_a_folded_rail_still_says_which_desk_and_who(show: Show) -> None:
    rail = Rail("Werkdesk", ())
    show(rail)
    rail.show_foot("Balie 1 · raadhuis Amstelveen", "Werkplein AA", "R. de Wit (fictief)")
    rail.fold(True)
    assert rail.foot.isVisible()
    assert rail.foot.text() == "Balie 1\nR. de Wit (fictief)"
    rail.fold(False)
    assert "Werkplein AA" in rail.foot.text()
