"""Changing rules in the window: the form, the concept, the trial on cases, and two people to publish."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from accessibility import accelerators, problems
from hands import Hands
from msgspec import Raw
from PySide6.QtWidgets import QLabel, QWidget
from rule_office import CASES, NO_LINE, Chair, Register

from werkdesk.domain.termijn import RegelVerwijzing
from werkdesk.errors import Refused
from werkdesk.messages.rule_calls import CaseChange, RulesPropose
from werkdesk.ui.kit.field import help_key_of
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.screens.regels.screen import RegelsScreen
from werkdesk.ui.screens.regels.werkkamer import CONCEPT, LEZEN, VERSIE, VOORSTELLEN, Workroom
from werkdesk.ui.teksten import regels_beheer as t
from werkdesk.ui.texts import explain
from werkdesk.usecases.changes import Changes, Topic

Make = Callable[[QWidget], Hands]
MENUS = frozenset("BKPWEH")
"""Alt letters of the menus."""
D01 = RegelVerwijzing(regel="D01", versie="2015-01-01", bron="Pw 41 lid 4")


@pytest.fixture
def register() -> Register:
    return Register()


@pytest.fixture
def author(register: Register, tasks: Tasks) -> Chair:
    return Chair(register, tasks)


@pytest.fixture
def second(register: Register, tasks: Tasks) -> Chair:
    return Chair(register, tasks, user="b.beheer")


def sit(chair: Chair, hands: Make) -> tuple[RegelsScreen, Hands, Workroom]:
    """The place with somebody at it, standing on the zoektermijn."""
    screen = chair.screen()
    at = hands(screen)
    screen.came()
    at.settle()
    screen.show_rule(D01)
    at.settle()
    assert screen.work is not None
    return screen, at, screen.work


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def write_version(at: Hands, work: Workroom, waarde: str = "3", vanaf: str = "1-1-2027") -> None:
    """Fill the form by keys alone: value, day, gemeente, certainty."""
    at.press("F2")
    assert work.here == VERSIE
    at.type(waarde)
    form = work.version.form
    form.vanaf.editor.setFocus()
    at.type(vanaf)
    form.gemeente.editor.setFocus()
    at.type("Aalsmeer")
    form.zekerheid.editor.setFocus()
    at.type("met")
    at.press("Ctrl+Return")


def propose(at: Hands, work: Workroom) -> None:
    """Choose the case file, try, and lay before a colleague."""
    work.concept_page.cases.choose_button.click()
    work.concept_page.cases.run.click()
    at.settle()
    at.press("Ctrl+Return")


def proposed(author: Chair, hands: Make) -> RegelsScreen:
    screen, at, work = sit(author, hands)
    write_version(at, work)
    propose(at, work)
    return screen


def judge(second: Chair, hands: Make) -> tuple[RegelsScreen, Hands, Workroom]:
    screen, at, work = sit(second, hands)
    work.go(VOORSTELLEN)
    work.focus_page()
    at.settle()
    return screen, at, work


# ------------------------------------------------------------------------------ who sees what


def test_who_only_reads_sees_the_place_as_it_was(author: Chair, hands: Make) -> None:
    screen = author.screen(reads_only=True)
    at = hands(screen)
    screen.came()
    at.settle()
    assert screen.work is None
    assert screen.detail.change.isHidden()
    assert set(screen.commands()) == {"lijst.vinden"}
    assert screen.heading().count == ""
    assert author.register.asked == []


def test_a_team_leader_judges_and_does_not_change(register: Register, tasks: Tasks, hands: Make) -> None:
    leader = Chair(register, tasks, user="t.lead", role="teamleider")
    screen, _, work = sit(leader, hands)
    assert [row.option.value for row in work.strip.rows] == [LEZEN, VOORSTELLEN]
    assert screen.detail.change.isHidden()
    assert "wijzigen" not in screen.commands()


# ------------------------------------------------------------------------------ the form


def test_a_new_version_is_written_with_keys_alone(author: Chair, hands: Make) -> None:
    _, at, work = sit(author, hands)
    write_version(at, work)
    [made] = work.concept.wijzigingen
    assert (made.regel, made.gemeente, made.waarde, made.vanaf, made.tot) == (
        "D01", "0358", "3", "2027-01-01", "",
    )  # fmt: skip
    assert work.here == CONCEPT
    assert work.concept_page.table.hasFocus()
    assert author.notices[-1].text == t.OPGENOMEN.format(regel="Zoektermijn")
    assert "1 regel" in [row.option.note for row in work.strip.rows]


def test_the_form_shows_what_holds_now_beside_it(author: Chair, hands: Make) -> None:
    _, at, work = sit(author, hands)
    at.press("F2")
    assert "4 weken" in words(work.version.now)
    assert "01-01-2015 – loopt door" in words(work.version.now)
    assert work.version.form.waarde.value() == "4"
    assert work.version.form.vanaf.value() == ""


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [("waarde", "drie", "regels.waarde"), ("vanaf", "", "datum.ontbreekt"), ("wet", "", "regels.bron")],
)
def test_what_is_refused_stands_at_its_field(
    author: Chair, hands: Make, field: str, text: str, code: str
) -> None:
    _, at, work = sit(author, hands)
    at.press("F2")
    form = work.version.form
    for name, value in {"vanaf": "1-1-2027", "zekerheid": "aanname", "waarde": "3", field: text}.items():
        form.fields[name].set_value(value)
    at.press("Ctrl+Return")
    assert form.fields[field].error.startswith(explain(Refused(code)))
    assert form.fields[field].editor.hasFocus()
    assert work.here == VERSIE
    assert work.concept.wijzigingen == ()


def test_a_rule_that_has_no_periods_holds_for_every_gemeente(author: Chair, hands: Make) -> None:
    screen, at, work = sit(author, hands)
    screen.show_rule(RegelVerwijzing(regel="atw.artikel_1", versie="", bron=""))
    at.press("F2")
    assert not work.version.form.gemeente.isEnabled()
    assert work.version.form.waarde.below.text() == t.wenk("ja_nee")


def test_a_form_that_was_begun_comes_back_after_a_restart(author: Chair, hands: Make) -> None:
    _, at, work = sit(author, hands)
    at.press("F2")
    at.type("2")
    assert work.back()
    assert work.here == LEZEN
    work.left()
    at.settle()
    _, again, fresh = sit(author, hands)
    again.press("F2")
    assert fresh.version.form.waarde.value() == "2"
    fresh.version.form.cancel.click()
    again.settle()
    assert fresh.here == LEZEN
    fresh.left()
    again.settle()
    assert author.drafts == {}


# ------------------------------------------------------------------------------ the concept


def test_a_concept_survives_a_restart(author: Chair, hands: Make) -> None:
    _, at, work = sit(author, hands)
    write_version(at, work)
    work.concept_page.note.edit.setFocus()
    at.type("nieuwe wet")
    work.left()
    at.settle()
    _, again, fresh = sit(author, hands)
    fresh.go(CONCEPT)
    again.settle()
    assert [one.waarde for one in fresh.concept.wijzigingen] == ["3"]
    assert fresh.concept_page.note.value() == "nieuwe wet"


def test_drafts_of_one_are_not_those_of_another(author: Chair, second: Chair, hands: Make) -> None:
    _, at, work = sit(author, hands)
    write_version(at, work)
    work.left()
    at.settle()
    second.drafts = author.drafts
    _, _, other = sit(second, hands)
    assert other.concept.is_leeg


def test_a_change_is_changed_taken_out_and_put_back(author: Chair, hands: Make) -> None:
    _, at, work = sit(author, hands)
    write_version(at, work)
    at.press("F2")
    form = work.version.form
    form.vanaf.set_value("1-2-2027")
    at.press("Ctrl+Return")
    assert [one.vanaf for one in work.concept.wijzigingen] == ["2027-02-01"]
    work.concept_page.drop.click()
    assert work.concept.wijzigingen == ()
    assert not work.concept_page.propose.isEnabled()
    undo = author.notices[-1].do
    assert undo is not None
    undo()
    assert len(work.concept.wijzigingen) == 1
    work.concept_page.throw.click()
    assert work.concept.is_leeg


def test_escape_goes_back_step_by_step(author: Chair, hands: Make) -> None:
    screen, at, work = sit(author, hands)
    write_version(at, work)
    at.press("F2")
    assert work.here == VERSIE
    assert screen.back()
    assert work.here == CONCEPT
    assert screen.back()
    assert work.here == LEZEN
    assert screen.table.hasFocus()
    assert not screen.back()


# ------------------------------------------------------------------------------ the trial


def test_the_trial_shows_who_would_be_treated_differently(author: Chair, hands: Make) -> None:
    _, at, work = sit(author, hands)
    write_version(at, work)
    page = work.concept_page
    page.cases.choose_button.click()
    page.cases.run.click()
    at.settle()
    text = page.result.words()
    assert "1 regel anders · 2 van 6 uitkomsten anders (3 gevallen voor 2 gemeenten)" in text
    assert "nieuw: 3 weken, 01-01-2027 – loopt door" in text
    assert "jong-2027 · Aalsmeer (0358)" in text
    assert "eerste aanvraagdatum: 01-03-2027 wordt 22-02-2027" in text
    assert "jong-2026" not in text
    assert author.register.asked[-1].user == "a.beheer"
    assert not any(isinstance(one, RulesPropose) for one in author.register.asked)


def test_a_trial_is_out_of_date_when_the_rules_change(author: Chair, hands: Make) -> None:
    _, at, work = sit(author, hands)
    write_version(at, work)
    work.concept_page.cases.run.click()
    at.settle()
    assert work.proef is not None
    work.concept_page.note.edit.setFocus()
    at.type("waarom")
    assert work.proef is not None
    work.concept_page.cases.field.editor.setFocus()
    at.type("x.json")
    assert work.proef is None
    assert work.concept_page.trial.text() == t.PROEF_NOG_NIET


@pytest.mark.parametrize(
    ("content", "code"),
    [(None, "bestand.onleesbaar"), (b"{", "gevallen.json"), (b"{}", "gevallen.formaat")],
)
def test_a_case_file_that_cannot_be_used_is_told_at_its_field(
    author: Chair, hands: Make, content: bytes | None, code: str
) -> None:
    author.files = {} if content is None else {"gevallen.json": content}
    _, at, work = sit(author, hands)
    write_version(at, work)
    work.concept_page.cases.choose_button.click()
    work.concept_page.cases.run.click()
    at.settle()
    assert work.concept_page.cases.field.error == explain(Refused(code))
    assert work.proef is None


def test_an_address_dropped_from_a_file_manager_is_a_path(author: Chair, hands: Make) -> None:
    _, at, work = sit(author, hands)
    write_version(at, work)
    row = work.concept_page.cases
    row.field.set_value("file:///map/mijn%20gevallen.json")
    assert row.path() == "/map/mijn gevallen.json"


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
    _, at, _ = judge(second, hands)
    at.press("Ctrl+Return")
    tasks.changed.emit(Changes(Topic.REGELS))
    screen.refresh()
    at.settle()
    assert "versie 1 van dit kantoor" in screen.stand.text()
    assert any(line.waarde == "3 weken" and line.gemeente == "0358" for line in screen.table.rows.rows)


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
