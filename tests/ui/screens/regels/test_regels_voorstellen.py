"""Two people publish in the window: one proposes, another reads, tries and decides."""

from __future__ import annotations

from datetime import timedelta

import pytest
from accessibility import accelerators, problems
from msgspec import Raw
from rule_hands import Make, judge, proposed, sit, words, write_version
from rule_office import CASES, NO_LINE, NOW, PIN, Chair, Register

from werkdesk.errors import Locked, Refused
from werkdesk.messages.rule_calls import CaseChange
from werkdesk.ui.kit.field import help_key_of
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.screens.regels.werkkamer import CONCEPT, LEZEN, VERSIE, VOORSTELLEN
from werkdesk.ui.teksten import regels_beheer as t
from werkdesk.ui.texts import explain
from werkdesk.usecases.changes import Changes, Topic

MENUS = frozenset("BKPWEH")
"""Alt letters of the menus."""


@pytest.fixture
def register() -> Register:
    return Register()


@pytest.fixture
def author(register: Register, tasks: Tasks) -> Chair:
    return Chair(register, tasks)


@pytest.fixture
def second(register: Register, tasks: Tasks) -> Chair:
    return Chair(register, tasks, user="b.beheer")


# ------------------------------------------------------------------------------ proposing


def test_nothing_is_proposed_before_it_was_tried(author: Chair, hands: Make) -> None:
    _, at, work = sit(author, hands)
    write_version(at, work)
    at.press("Ctrl+Return")
    assert work.concept_page.failure.text() == t.EERST_PROEF
    assert work.concept_page.cases.run.hasFocus()
    assert author.register.rows == []


def test_a_proposal_empties_the_concept_and_waits_for_a_colleague(author: Chair, hands: Make) -> None:
    screen = proposed(author, hands)
    work = screen.work
    assert work is not None
    assert (work.here, work.concept.is_leeg, author.drafts) == (VOORSTELLEN, True, {})
    [row] = author.register.rows
    assert (row.proposed_by, row.cases, row.cases_changed) == ("a.beheer", 3, 2)
    judgement = work.proposals.judgement
    assert judgement.own.isVisible()
    assert judgement.own.text() == t.EIGEN
    assert judgement.approve.isHidden()
    assert judgement.reject.text() == t.INTREKKEN


def test_without_a_line_the_concept_stays(author: Chair, hands: Make) -> None:
    _, at, work = sit(author, hands)
    write_version(at, work)
    work.concept_page.cases.run.click()
    at.settle()
    author.register.fail = NO_LINE
    at.press("Ctrl+Return")
    assert work.concept_page.failure.text() == t.CONCEPT_BLIJFT.format(zin=explain(NO_LINE))
    assert len(work.concept.wijzigingen) == 1
    author.register.fail = None
    at.press("Ctrl+Return")
    assert len(author.register.rows) == 1


def test_what_is_typed_while_a_proposal_travels_is_kept(author: Chair, hands: Make) -> None:
    _, at, work = sit(author, hands)
    write_version(at, work)
    work.concept_page.cases.run.click()
    at.settle()
    work.drafting.propose()
    work.concept_page.note.edit.setPlainText("nog iets")
    at.settle()
    assert len(author.register.rows) == 1
    assert (author.register.rows[0].note, work.concept.toelichting) == ("", "nog iets")


def test_cases_that_only_the_register_sees_are_shown_before_they_are_accepted(
    author: Chair, hands: Make
) -> None:
    case = CaseChange(id="erbij", gemeente="0358", before=Raw(b"1"), after=Raw(b"2"))
    author.register.sees_more = [case]
    _, at, work = sit(author, hands)
    write_version(at, work)
    work.concept_page.cases.run.click()
    at.settle()
    at.press("Ctrl+Return")
    assert author.register.rows == []
    assert "erbij" in work.concept_page.result.words()
    at.press("Ctrl+Return")
    assert len(author.register.rows) == 1


# ------------------------------------------------------------------------------ judging


def test_what_waits_for_you_is_told_at_once(author: Chair, second: Chair, hands: Make) -> None:
    proposed(author, hands)
    screen, _, work = sit(second, hands)
    assert "1 wacht op u" in [row.option.note for row in work.strip.rows]
    assert screen.heading().count == "1"


def test_the_register_is_asked_now_and_then_while_nobody_looks(
    author: Chair, second: Chair, hands: Make
) -> None:
    screen = second.screen()
    at = hands(screen)
    screen.tick(NOW)
    at.settle()
    assert screen.heading().count == ""
    proposed(author, hands)
    screen.tick(NOW + timedelta(minutes=9))
    at.settle()
    assert screen.heading().count == ""
    screen.tick(NOW + timedelta(minutes=10))
    at.settle()
    assert screen.heading().count == "1"


def test_a_colleague_reads_it_tries_it_and_approves(author: Chair, second: Chair, hands: Make) -> None:
    proposed(author, hands)
    _, at, work = judge(second, hands)
    judgement = work.proposals.judgement
    text = words(judgement)
    for part in (
        "Voorgesteld door A. Beheer (fictief)", "nieuw: 3 weken", "jong-2027 · Aalsmeer (0358)",
        "Proef van de indiener: 3 gevallen, 2 uitkomsten anders.",
    ):  # fmt: skip
        assert part in text
    second.files["eigen.json"] = CASES
    judgement.cases.field.set_value("eigen.json")
    judgement.cases.run.click()
    at.settle()
    assert "2 van 6 uitkomsten anders" in judgement.tried.text()
    at.press("Ctrl+Return")
    assert judgement.pin.error == t.PIN_ONTBREEKT
    at.type("13579")
    at.press("Ctrl+Return")
    assert judgement.pin.error == explain(Locked("pin.onjuist", over=4))
    assert second.register.rows[0].state == "concept"
    at.type(PIN)
    at.press("Ctrl+Return")
    [row] = second.register.rows
    assert (row.state, row.approved_by) == ("vastgesteld", "b.beheer")
    assert second.woken == 1
    assert second.notices[-1].text == t.VASTGESTELD.format(nummer=1)
    assert judgement.approve.isHidden()


def test_a_rejection_needs_a_reason_and_its_author_reads_it(
    author: Chair, second: Chair, hands: Make
) -> None:
    screen = proposed(author, hands)
    _, at, work = judge(second, hands)
    judgement = work.proposals.judgement
    judgement.reject.click()
    at.settle()
    assert judgement.reason.error == explain(Refused("regels.reden"))
    at.type("De verordening is nog niet vastgesteld.")
    judgement.reject.click()
    at.settle()
    assert second.register.rows[0].state == "vervallen"
    assert screen.work is not None
    screen.work.judging.ask()
    at.settle()
    text = words(screen.work.proposals.judgement)
    assert "Afgewezen door B. Beheer (fictief)" in text
    assert "De verordening is nog niet vastgesteld." in text


def test_nobody_approves_what_they_could_not_read(author: Chair, second: Chair, hands: Make) -> None:
    proposed(author, hands)
    _, at, work = sit(second, hands)
    second.register.fail = NO_LINE
    work.go(VOORSTELLEN)
    at.settle()
    judgement = work.proposals.judgement
    assert not judgement.approve.isEnabled()
    assert judgement.failure.text() == explain(NO_LINE)
    assert work.proposals.remark.text() == explain(NO_LINE)
    at.press("Ctrl+Return")
    assert second.register.rows[0].state == "concept"


def test_after_publishing_the_place_says_which_version_counts(
    author: Chair, second: Chair, tasks: Tasks, hands: Make
) -> None:
    screen = proposed(author, hands)
    _, at, work = judge(second, hands)
    work.proposals.judgement.pin.set_value(PIN)
    at.press("Ctrl+Return")
    tasks.changed.emit(Changes(Topic.REGELS))
    screen.refresh()
    at.settle()
    assert "versie 1 van dit kantoor" in screen.stand.text()
    assert any(line.waarde == "3 weken" and line.gemeente == "Aalsmeer" for line in screen.table.rows.rows)


# ------------------------------------------------------------------------------ for everybody


@pytest.mark.parametrize("page", [LEZEN, VERSIE, CONCEPT, VOORSTELLEN])
def test_every_page_can_be_used_without_eyes_and_without_a_mouse(
    author: Chair, second: Chair, hands: Make, page: str
) -> None:
    proposed(author, hands)
    screen, at, work = sit(second, hands)
    if page == VERSIE:
        at.press("F2")
    else:
        work.go(page)
    at.settle()
    assert problems(screen) == []
    assert MENUS.isdisjoint(accelerators(screen))
    for stop in screen.panes():
        stop.setFocus()
        assert help_key_of(stop).startswith("regels")
