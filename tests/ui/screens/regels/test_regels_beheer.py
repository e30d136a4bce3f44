"""Changing rules in the window: the form, the concept, and the trial on cases."""

from __future__ import annotations

import pytest
from rule_hands import Make, sit, words, write_version
from rule_office import Chair, Register

from werkdesk.domain.termijn import RegelVerwijzing
from werkdesk.errors import Refused
from werkdesk.messages.rule_calls import RulesPropose
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.screens.regels.werkkamer import CONCEPT, LEZEN, VERSIE, VOORSTELLEN
from werkdesk.ui.teksten import regels_beheer as t
from werkdesk.ui.texts import explain


@pytest.fixture
def register() -> Register:
    return Register()


@pytest.fixture
def author(register: Register, tasks: Tasks) -> Chair:
    return Chair(register, tasks)


@pytest.fixture
def second(register: Register, tasks: Tasks) -> Chair:
    return Chair(register, tasks, user="b.beheer")


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


def test_a_sentence_that_may_be_old_is_asked_about(author: Chair, hands: Make) -> None:
    _, at, work = sit(author, hands)
    at.press("F2")
    form = work.version.form
    assert form.tekst.below.text() == t.UITLEG_WENK
    at.type("3")
    assert form.tekst.error == t.TEKST_OUD.format(oud="vier weken")
    form.tekst.edit.setFocus()
    at.type("Nieuw. ")
    assert form.tekst.error  # the old words still stand there
    form.tekst.edit.selectAll()
    at.type("Binnen drie weken.")
    assert form.tekst.error == ""
    assert form.tekst.below.text() == t.UITLEG_WENK


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
    assert work.drafting.proef is not None
    work.concept_page.note.edit.setFocus()
    at.type("waarom")
    assert work.drafting.proef is not None
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
