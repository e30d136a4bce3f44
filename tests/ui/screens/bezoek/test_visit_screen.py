"""A whole visit by keys: script 1 of the counter, and what happens when the world is in the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

import pytest
from accessibility import problems
from hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from visit_desk import SANNE, YONAS, VisitDesk

from werkdesk.domain.bezoek import Bezoek, BezoekStatus, Uitkomst
from werkdesk.domain.brief import BriefGegevens, Ondertekenaar
from werkdesk.domain.intake import Antwoord, Intake
from werkdesk.domain.inzage import Getoond
from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import Bevestiging, Melding, MeldingFeiten, Uitleg
from werkdesk.domain.papier import Brief
from werkdesk.domain.termijn import RegelVerwijzing, Termijn
from werkdesk.ui.frame.opening import Opening, TypedFacts
from werkdesk.ui.kit.badge import Badge
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.bezoek import pages, side
from werkdesk.ui.screens.bezoek.columns import Fold
from werkdesk.ui.screens.bezoek.screen import VisitScreen
from werkdesk.ui.teksten import bezoek as t
from werkdesk.ui.teksten import melding as mt
from werkdesk.ui.teksten import termijnen as tt
from werkdesk.usecases.briefgegevens.feiten import BriefFeiten
from werkdesk.usecases.changes import Changes, Topic
from werkdesk.usecases.meldingen import NewMelding
from werkdesk.usecases.spoedhulp import Spoedhulp

Show = Callable[[QWidget], Hands]
MENUS = frozenset("BKPWEH")


def _narrower(widget: QWidget, width: int) -> bool:
    return widget.width() < width


def tell(facts: BriefFeiten) -> BriefGegevens:
    return BriefGegevens(
        soort=facts.code, gemeente="0362", datum=facts.datum, kenmerk=facts.kenmerk,
        ondertekenaar=Ondertekenaar(naam="R. Voorbeeld", functie="medewerker"),
    )  # fmt: skip


@pytest.fixture
def desk() -> VisitDesk:
    return VisitDesk(verteller=tell)


@pytest.fixture
def visit(desk: VisitDesk, tasks: Tasks) -> VisitScreen:
    return desk.screen(tasks, Opening(bezoek=desk.bezoek(SANNE.id), klant=SANNE.id))


@pytest.fixture
def at(visit: VisitScreen, hands: Show) -> Hands:
    found = hands(visit)
    visit.came()
    found.settle()
    return found


def test_script_one_by_keys_alone(visit: VisitScreen, at: Hands, desk: VisitDesk) -> None:
    at.press("Ctrl+I")
    at.type("p7731")
    at.type("03-2031")
    at.press("Tab", "Space")
    at.press("Ctrl+N", "Space")
    at.type("0612345678")
    at.press("Tab")
    at.type("3")
    at.type("30-10")
    at.press("Ctrl+Return")
    at.type("1251111")
    at.type("1")
    at.press("Return")
    at.type("12")
    at.press("Ctrl+P", "Return")
    at.type("1234")
    at.press("Ctrl+F9")
    at.type("1")
    made = desk.desk.all(Melding)[0]
    assert desk.desk.get(Klant, SANNE.id).controles[0].laatste_vier == "7731"
    assert made.feiten.uitleg == tuple(Uitleg)
    assert made.feiten.bevestiging is Bevestiging.AFDRUK
    assert made.bezoek == visit.bezoek.id  # type: ignore[union-attr]
    assert len(desk.desk.all(Intake)[0].antwoorden) == 10
    assert desk.desk.all(Brief)[0].code == "L01"
    bezoek = desk.desk.all(Bezoek)[0]
    assert (bezoek.status, bezoek.uitkomst) == (BezoekStatus.AFGEROND, Uitkomst.MELDING)
    assert desk.closed == ["bezoek:test"]
    assert not desk.desk.concepten


def test_the_end_of_a_visit_can_be_taken_back(at: Hands, desk: VisitDesk) -> None:
    at.press("Ctrl+F9")
    at.type("2")
    notice = desk.notices[-1]
    assert notice.seconds == 10
    assert notice.do is not None
    notice.do()
    at.settle()
    assert desk.desk.all(Bezoek)[0].status is BezoekStatus.AAN_BALIE
    assert desk.opened[-1].klant == SANNE.id
    assert desk.taken_up


def test_a_referral_asks_where_to(visit: VisitScreen, at: Hands, desk: VisitDesk) -> None:
    at.press("Ctrl+F9")
    at.type("4")
    assert visit.finishing.place_field.isVisible()
    at.press("Return")
    assert visit.finishing.place_field.error
    at.type("UWV")
    at.press("Return")
    assert desk.desk.all(Bezoek)[0].verwezen_naar == "UWV"


def test_ending_with_a_melding_that_is_not_kept_warns(visit: VisitScreen, at: Hands) -> None:
    at.press("Ctrl+N", "Space")
    at.press("Ctrl+F9")
    assert visit.finishing.warning.isVisible()


def test_the_identity_card_says_who_it_is(visit: VisitScreen, at: Hands) -> None:
    identity = visit.card.identity
    assert identity.name == "Elhamdaoui-van den Berg, mw. S."
    assert identity.line.startswith(
        "Sanne · geboren 12 maart 1985 (41) · Laan der Kroon 12 B, 1181\N{NO-BREAK SPACE}AB Amstelv"
    )
    assert identity.bsn == "•••••3653"
    assert identity.tone is Tone.WARN
    assert visit.heading().window.startswith("Elhamdaoui-van den Berg, mw. S. – 12-03-1985")


def test_the_whole_bsn_is_shown_while_it_is_held_and_that_is_noted(
    visit: VisitScreen, at: Hands, desk: VisitDesk
) -> None:
    assert visit.card.bsn is not None
    visit.card.bsn.setDown(True)
    visit.card.bsn_asked.emit()
    at.settle()
    assert desk.seen(Getoond.BSN) == [SANNE.id]
    assert visit.card.bsn.shown == "999993653"


def test_the_chip_opens_the_identity_panel_by_enter_and_by_mouse(visit: VisitScreen, at: Hands) -> None:
    panel = visit.parts.panels["klant.identiteit"]
    badge = visit.card.badge
    assert badge is not None
    badge.setFocus()
    at.press("Return")
    assert panel.isVisible()
    at.press("Escape")
    QTest.mouseClick(badge, Qt.MouseButton.LeftButton)
    at.settle()
    assert panel.isVisible()


def test_changing_a_person_has_a_control_that_can_be_seen(visit: VisitScreen, at: Hands) -> None:
    change = visit.card.change
    assert change is not None
    assert (change.text(), change.key_text, change.isVisible()) == ("Wijzigen", "F2", True)
    QTest.mouseClick(change, Qt.MouseButton.LeftButton)
    at.settle()
    assert visit.page == pages.PERSON


def test_a_visit_says_what_a_dead_key_waits_for(desk: VisitDesk, tasks: Tasks, hands: Show) -> None:
    unknown = desk.screen(tasks, Opening(bezoek=desk.bezoek()))
    hands(unknown)
    for command in ("melding.nieuw", "papier.afdrukken"):
        assert command not in unknown.commands()
        assert unknown.why_not(command) == t.EERST_WIE
    known = desk.screen(tasks, Opening(klant=SANNE.id))
    hands(known).settle()
    assert "melding" in known.why_not("controles")
    assert known.why_not("melding.nieuw") == ""


def test_a_secret_address_is_read_only_while_its_place_is_held_and_that_is_noted(
    desk: VisitDesk, tasks: Tasks, hands: Show
) -> None:
    secret = replace(SANNE, id=UUID(int=771), feiten=replace(SANNE.feiten, geheim=True))
    desk.desk.stands["klant", secret.id] = secret
    visit = desk.screen(tasks, Opening(klant=secret.id))
    at = hands(visit)
    at.settle()
    visit.new_melding()
    at.settle()
    seen = [label.text() for label in visit.findChildren(QLabel)]
    assert "Kroon" not in f"{seen} {visit.card.accessibleDescription()} {visit.card.identity}"
    assert "Kroon" not in visit.parts.melding.fields.address.rows[0].option.text
    card = visit.card
    assert card.address is not None
    card.address.setDown(True)
    card.address_asked.emit()
    at.settle()
    assert desk.seen(Getoond.ADRES) == [secret.id]
    assert card.line.text().endswith("Laan der Kroon 12 B, 1181 AB Amstelveen")
    card.address.setDown(False)
    card.address.released.emit()
    assert "Kroon" not in card.line.text()


def test_an_unknown_visitor_gets_the_next_key_and_then_a_name(
    desk: VisitDesk, tasks: Tasks, hands: Show
) -> None:
    visit = desk.screen(tasks, Opening(bezoek=desk.bezoek()))
    found = hands(visit)
    visit.came()
    assert visit.page == pages.WHO
    assert visit.who.search_button.hasFocus()
    assert "melding.nieuw" not in visit.commands()
    found.press("Return")
    assert desk.searched == [""]
    assert visit.accept_klant(YONAS.id)
    found.settle()
    assert visit.page == pages.WORK
    assert desk.desk.all(Bezoek)[0].klant == YONAS.id
    assert visit.card.identity.name == "Tesfay, dhr. Y."


def test_an_open_dossier_is_not_swapped_for_another_person(visit: VisitScreen, at: Hands) -> None:
    assert not visit.accept_klant(YONAS.id)
    assert visit.accept_klant(SANNE.id)
    assert not visit.accept_new(TypedFacts(geslachtsnaam="Jansen"))


def test_a_new_person_made_in_the_visit_is_its_visitor(desk: VisitDesk, tasks: Tasks, hands: Show) -> None:
    visit = desk.screen(tasks, Opening(bezoek=desk.bezoek()))
    found = hands(visit)
    assert visit.accept_new(TypedFacts(tekst="ahmadi", geslachtsnaam="Ahmadi"))
    found.settle()
    found.press("Ctrl+Return")
    assert visit.page == pages.WORK
    assert visit.card.identity.name == "Ahmadi"
    assert desk.desk.all(Bezoek)[0].klant == visit.klant
    found.press("Ctrl+N", "Ctrl+Return")
    assert desk.desk.all(Melding)[0].klant == visit.klant


def test_a_dossier_without_a_number_has_nothing_to_finish(desk: VisitDesk, tasks: Tasks, hands: Show) -> None:
    visit = desk.screen(tasks, Opening(klant=SANNE.id))
    hands(visit)
    assert "bezoek.afronden" not in visit.commands()
    assert visit.heading().rail == "Elhamdaoui-van den Berg, mw. S."


def test_esc_goes_back_one_step_and_keeps_the_draft(visit: VisitScreen, at: Hands, desk: VisitDesk) -> None:
    at.press("Ctrl+Shift+A")
    at.type("Timmeren")
    at.press("Escape") if "terug" not in visit.commands() else visit.commands()["terug"]()
    at.settle()
    assert visit.page == pages.WORK
    assert any(key.startswith("overeenkomst:") for key in desk.desk.concepten)
    assert "terug" not in visit.commands()


def test_esc_throws_an_empty_melding_away(visit: VisitScreen, at: Hands, desk: VisitDesk) -> None:
    at.press("Ctrl+N")
    assert visit.parts.melding.is_new
    at.press("Esc")
    assert not visit.parts.melding.is_new
    assert visit.parts.melding.begin_button.hasFocus()  # type: ignore[attr-defined]
    assert visit.parts.melding.nothing.text() == mt.GEEN  # type: ignore[attr-defined]
    visit.left()
    at.settle()
    assert not desk.desk.concepten
    assert "terug" not in visit.commands()


def test_esc_leaves_a_melding_and_keeps_what_was_typed(
    visit: VisitScreen, at: Hands, desk: VisitDesk
) -> None:
    at.press("Ctrl+N")
    visit.parts.melding.fields.focus("kinderen")  # type: ignore[attr-defined]
    at.type("2")
    at.press("Esc")
    assert not visit.parts.melding.is_new
    assert visit.parts.melding.nothing.text() == mt.GEEN_CONCEPT  # type: ignore[attr-defined]
    visit.left()
    at.settle()
    assert list(desk.desk.concepten) == [f"melding:nieuw:{SANNE.id}"]
    at.press("Ctrl+N")
    assert visit.parts.melding.fields.text_of("kinderen") == "2"  # type: ignore[attr-defined]
    at.press("Ctrl+Return")
    assert desk.desk.all(Melding)[0].feiten.kinderen == 2
    assert "terug" not in visit.commands()


def test_esc_in_a_second_melding_goes_back_to_the_first(
    visit: VisitScreen, at: Hands, desk: VisitDesk
) -> None:
    at.press("Ctrl+N", "Ctrl+Return", "Ctrl+N", "Ctrl+N")
    assert visit.parts.melding.is_new
    at.press("Esc")
    assert not visit.parts.melding.is_new
    first = desk.desk.all(Melding)[0]
    assert visit.parts.melding.card.remark.text() == str(first.kenmerk)  # type: ignore[attr-defined]


def test_an_agreement_goes_straight_to_paper(visit: VisitScreen, at: Hands, desk: VisitDesk) -> None:
    at.press("Ctrl+Shift+A")
    page = visit.parts.agreement
    for name, text in {
        "opleiding": "Timmeren", "opleider": "Fictief College", "vraag_arbeidsmarkt": "brief",
        "begin": "1-2-2027", "einde": "31-1-2029",
    }.items():  # fmt: skip
        page.by_name[name].set_value(text)  # type: ignore[attr-defined]
    at.press("Ctrl+Return")
    assert visit.page == pages.PREVIEW
    at.press("Return")
    assert desk.desk.all(Brief)[0].code == "OPL"


def test_a_letter_without_a_melding_says_what_comes_first(
    visit: VisitScreen, at: Hands, desk: VisitDesk
) -> None:
    at.press("Ctrl+P")
    assert desk.notices[-1].text == t.EERST_MELDING
    assert visit.page == pages.WORK


def test_changes_from_another_desk_land_without_moving_the_focus(
    visit: VisitScreen, at: Hands, desk: VisitDesk, tasks: Tasks
) -> None:
    at.press("Ctrl+N", "Ctrl+Return")
    before = QApplication.focusWidget()
    melding = desk.desk.all(Melding)[0]
    desk.set(SANNE, taal="ti", tolk=True)
    tasks.changed.emit(Changes(Topic.KLANT, frozenset({SANNE.id, melding.id})))
    at.settle()
    assert ("Taal", "Tigrinya, met tolk") in visit.card.identity.facts
    assert QApplication.focusWidget() is before


def test_f1_on_a_date_explains_rule_and_source(visit: VisitScreen, at: Hands, desk: VisitDesk) -> None:
    at.press("Ctrl+N", "Ctrl+Return")
    line = visit.running.card.lines[0]
    told = visit.explain(line.date.help_key)
    assert told is not None
    title, text = told
    assert title == "Aanvraag mogelijk"
    assert "Pw art. 41 lid 12: Aanvraag direct mogelijk maken. Geldt vanaf" in text
    assert "nog niet bevestigd" in text
    assert "D02" not in text
    assert visit.explain("melding.telefoon") is None


@pytest.mark.parametrize(
    ("parts", "when", "tone"),
    [
        ({"uiterste_datum": date(2026, 11, 30), "code": "D01"}, "30-11-2026", Tone.ACCENT),
        ({"uiterste_datum": date(2026, 11, 20), "code": "D06"}, "20-11-2026", Tone.BAD),
        ({"uiterste_datum": date(2026, 11, 20), "code": "D01"}, "20-11-2026", Tone.ACCENT),
        ({"streefdatum": date(2026, 11, 21), "stand": "vandaag", "code": "D02"}, "vandaag", Tone.ACCENT),
        ({"streefdatum": date(2026, 11, 20), "stand": "vandaag", "code": "D02"}, "20-11-2026", Tone.ACCENT),
        ({"stand": "na aanvraag", "code": "D04"}, "na aanvraag", Tone.ACCENT),
        ({"stand": "uitzondering nog vragen", "code": "D01"}, "uitzondering nog vragen", Tone.WARN),
    ],
)
def test_a_running_date_says_when_and_how_bad(parts: Mapping[str, Any], when: str, tone: Tone) -> None:
    shown = side.legal_date(Termijn(naam="Iets", **parts), date(2026, 11, 21))
    assert (shown.when, shown.tone) == (when, tone)


def test_a_day_from_which_something_may_be_done_is_never_late() -> None:
    term = Termijn(code="D01", naam="Zoektermijn", uiterste_datum=date(2026, 10, 5))
    assert tt.waarom(term, date(2026, 11, 22)) == "kan nu · F1"
    assert tt.waarom(replace(term, code="D06"), date(2026, 11, 22)) == "48 dagen te laat · F1"


def test_certainty_is_said_where_it_is_weak() -> None:
    sure = RegelVerwijzing(regel="D06", versie="1994-01-01", bron="Awb 4:13 lid 2")
    guess = RegelVerwijzing(regel="D01", versie="2015-01-01", bron="Pw 41 lid 4", zekerheid="aanname")
    assert tt.ZEKER_WEL in tt.uitleg(Termijn(code="D06", naam="Besluit", regels=(sure,)), date(2026, 11, 21))
    weak = Termijn(code="D01", naam="Zoektermijn", regels=(sure, guess))
    assert tt.ZEKER_AANNAME in tt.uitleg(weak, date(2026, 11, 21))
    assert "nog niet bevestigd" in tt.waarom(weak, date(2026, 11, 21))


@pytest.mark.parametrize(
    ("width", "height", "fold"), [(1200, 700, Fold.THREE), (1000, 600, Fold.TWO), (600, 900, Fold.ONE)]
)
def test_the_columns_fold_with_the_room(
    visit: VisitScreen, at: Hands, qtbot: QtBot, width: int, height: int, fold: Fold
) -> None:
    at.window.resize(width + 80, height)
    qtbot.waitUntil(lambda: visit.columns.fold is fold)


def test_the_drawer_opens_for_the_focus_and_closes_after_it(
    visit: VisitScreen, at: Hands, qtbot: QtBot
) -> None:
    at.press("Ctrl+N", "Ctrl+Return")
    at.window.resize(1080, 700)
    qtbot.waitUntil(lambda: visit.columns.fold is Fold.TWO)
    assert visit.columns.open_button in visit.panes()
    visit.columns.toggle()
    assert visit.columns.drawer.isVisible()
    assert visit.running.card.lines[0].hasFocus()
    visit.parts.intake.begin()
    assert visit.columns.drawer.isHidden()


def test_nothing_in_the_columns_is_cut_off(visit: VisitScreen, at: Hands, qtbot: QtBot) -> None:
    at.press("Ctrl+N", "Ctrl+Return")
    for width in (1200, 1000, 620):
        at.window.resize(width, 800)
        qtbot.waitUntil(partial(_narrower, visit, width))
        QApplication.processEvents()
        for label in visit.findChildren(QLabel):
            if label.isVisible() and label.text():
                need = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
                assert label.height() >= need - 1, (width, label.text())


def test_alt_letters_are_unique_on_every_page_and_free_of_the_menus(visit: VisitScreen, at: Hands) -> None:
    at.press("Ctrl+N")
    visit.parts.melding.fields.show_more(True)  # type: ignore[attr-defined]
    for go in ("Ctrl+N", "F2", "Ctrl+Shift+A"):
        at.press(go)
        seen: dict[str, str] = {}
        for widget in (*visit.findChildren(QLabel), *visit.findChildren(QPushButton)):
            text = widget.text()
            place = text.replace("&&", "").find("&")
            if not widget.isVisible() or place < 0:
                continue
            letter = text.replace("&&", "")[place + 1].upper()
            assert letter not in MENUS, text
            assert letter not in seen, (text, seen.get(letter))
            seen[letter] = text


def test_every_page_can_be_used_without_eyes(visit: VisitScreen, at: Hands) -> None:
    at.press("Ctrl+N", "Ctrl+Return")
    assert problems(visit) == []
    for key in ("F2", "Ctrl+Shift+A", "Ctrl+P"):
        at.press(key)
        assert problems(visit) == [], key


def test_every_command_a_visit_gives_is_one_it_promised(visit: VisitScreen, at: Hands) -> None:
    for key in ("Ctrl+N", "F2", "Ctrl+Shift+A"):
        at.press(key)
        assert set(visit.commands()) <= VisitScreen.answers


def test_under_27_the_running_date_asks_for_the_exception(desk: VisitDesk, tasks: Tasks, hands: Show) -> None:
    desk.melding.record(NewMelding(klant=YONAS.id, feiten=MeldingFeiten()))
    visit = desk.screen(tasks, Opening(klant=YONAS.id))
    hands(visit)
    assert visit.running.card.dates[0].when == "uitzondering nog vragen"
    assert visit.running.card.dates[0].tone is Tone.WARN


def offered(_gemeente: str | None, need: str) -> tuple[Spoedhulp, ...]:
    return (Spoedhulp(spoed=(need,), naam="Voedselbank", doe="Bel.", telefoon="(020) 000 00 01"),)


def test_what_cannot_wait_stands_on_the_card_with_whom_to_call(
    desk: VisitDesk, tasks: Tasks, hands: Show
) -> None:
    desk.offers = offered
    visit = desk.screen(tasks, Opening(bezoek=desk.bezoek(SANNE.id), klant=SANNE.id))
    at = hands(visit)
    visit.came()
    at.settle()
    assert visit.urgent.isHidden()
    at.press("Ctrl+N", "Ctrl+Return")
    (one,) = desk.desk.all(Melding)
    desk.intake.answer(one.id, "spoed", Antwoord(keuzes=("geen_eten",)))
    visit.refresh()
    at.settle()
    assert visit.card.identity.urgent == "spoed: geen eten"
    assert "spoed: geen eten" in [badge.text() for badge in visit.card.findChildren(Badge)]
    said = visit.urgent.words()
    assert "Geen eten" in said
    assert "Voedselbank: (020) 000 00 01" in said
    assert t.SPOED_VOORBEELD in said
    desk.intake.answer(one.id, "spoed", Antwoord(keuzes=("geen",)))
    visit.refresh()
    at.settle()
    assert visit.urgent.isHidden()
    assert not visit.card.identity.urgent
