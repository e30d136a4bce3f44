"""The training agreement: what it needs, what it counts, and that nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from itertools import pairwise
from uuid import UUID

import pytest
from hands import Hands
from PySide6.QtWidgets import QWidget
from visit_desk import SANNE, VisitDesk

from tests.fakes import AMSTERDAM, WIE
from werkdesk.domain.papier import Overeenkomst
from werkdesk.errors import Refused, Unavailable
from werkdesk.ui.keys import KeyMap
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.screens.overeenkomst import form
from werkdesk.ui.screens.overeenkomst.page import AgreementPage
from werkdesk.ui.texts import SENTENCES

Show = Callable[[QWidget], Hands]
NOW = datetime(2026, 11, 21, 10, 9, tzinfo=AMSTERDAM)
GOOD = {
    "opleiding": "Verpleegkundige",
    "opleider": "Fictief College",
    "vraag_arbeidsmarkt": "lijst van kansberoepen",
    "begin": "1-2-2027",
    "einde": "31-1-2030",
    "betaalt": "gemeente",
}
YEAR = {"doel": "alle vakken", "uiterlijk": "31-1-2028", "bewijs": "cijferlijst", "lesgeld": "1.250,50"}
HOSTILE = (
    "<b>x</b>",
    "a\x00b",
    "naam\u202eegnad",
    "😀",
    "9" * 10_000,
    "-1",
    "٣",
    "1.2.3,4",
    "€",
    "31-02-2027",
)


@pytest.fixture
def page(desk: VisitDesk, tasks: Tasks) -> AgreementPage:
    return AgreementPage(desk.overeenkomst, tasks, desk.host, cap=KeyMap().cap, gemeente=WIE.gemeenten[0])


@pytest.fixture
def at(page: AgreementPage, desk: VisitDesk, hands: Show) -> Hands:
    found = hands(page)
    page.start(desk.dossier(SANNE.id))  # type: ignore[arg-type]
    page.begin()
    found.settle()
    return found


def fill(page: AgreementPage, **more: str) -> None:
    for name, text in {**GOOD, **more}.items():
        page.by_name[name].set_value(text)


def texts(**more: str) -> dict[str, str]:
    return {**dict.fromkeys(form.FIELDS, ""), **GOOD, **more}


def test_it_is_drawn_up_and_handed_on_to_be_shown(page: AgreementPage, at: Hands, desk: VisitDesk) -> None:
    shown: list[UUID] = []
    page.saved.connect(shown.append)
    fill(page)
    page.years[0].show_texts(YEAR)
    page.save()
    at.settle()
    (made,) = desk.desk.all(Overeenkomst)
    assert shown == [made.id]
    assert made.voorwaarden.mijlpalen[0].lesgeld == 125_050
    assert made.gemeente == "0362"
    assert made.nummer in desk.notices[-1].text


def test_without_evidence_of_demand_it_is_refused_at_that_field(
    page: AgreementPage, at: Hands, desk: VisitDesk
) -> None:
    fill(page, vraag_arbeidsmarkt="")
    page.save()
    at.settle()
    assert page.by_name["vraag_arbeidsmarkt"].error
    assert not desk.desk.all(Overeenkomst)


def test_every_missing_field_is_named_at_once(page: AgreementPage, at: Hands) -> None:
    page.save()
    at.settle()
    wrong = {name for name, field in page.by_name.items() if field.error}
    assert wrong == {"opleiding", "opleider", "begin", "einde", "vraag_arbeidsmarkt"}
    assert page._focused() == "opleiding"


def test_totals_follow_every_key(page: AgreementPage, at: Hands) -> None:
    page.years[0].by_name["lesgeld"].editor.setFocus()
    at.type("1234,56")
    assert page.years[0].total.text() == "€\u00a01.234,56"
    assert page.total.text() == "Totaal €\u00a01.234,56"
    page.more_button.click()
    page.years[1].by_name["boeken"].editor.setFocus()
    at.type("100")
    assert page.total.text() == "Totaal €\u00a01.334,56"
    at.type("x")
    assert "nog niet te tellen" in page.total.text()


def test_a_year_can_go_away_again(page: AgreementPage, at: Hands) -> None:
    page.more_button.click()
    page.years[1].by_name["lesgeld"].set_value("10")
    page.years[0].away.click()
    at.settle()
    assert len(page.years) == 1
    assert page.years[0].title.text() == "Jaar 1"
    assert page.total.text() == "Totaal €\u00a010,00"


def test_a_milestone_outside_the_term_is_refused_at_its_own_field(page: AgreementPage, at: Hands) -> None:
    fill(page)
    page.years[0].show_texts({**YEAR, "uiterlijk": "1-2-2031"})
    page.save()
    at.settle()
    assert page.years[0].by_name["uiterlijk"].error


def test_an_end_before_the_begin_is_refused() -> None:
    found = form.problems(texts(einde="31-1-2026"), [], NOW)
    assert found["einde"].code == "overeenkomst.einde"


def test_everything_typed_is_a_draft_and_comes_back(
    page: AgreementPage, at: Hands, desk: VisitDesk, tasks: Tasks, hands: Show
) -> None:
    at.type("Timmeren")
    page.more_button.click()
    page.years[1].by_name["doel"].editor.setFocus()
    at.type("stage")
    page.flush()
    at.settle()
    again = AgreementPage(desk.overeenkomst, tasks, desk.host, cap=KeyMap().cap, gemeente="0362")
    second = hands(again)
    again.start(desk.dossier(SANNE.id))  # type: ignore[arg-type]
    second.settle()
    assert again.by_name["opleiding"].value() == "Timmeren"
    assert again.years[1].by_name["doel"].value() == "stage"
    assert again.years[1].by_name["doel"].editor.hasFocus()


def test_an_agreement_that_is_drawn_up_leaves_no_draft(
    page: AgreementPage, at: Hands, desk: VisitDesk
) -> None:
    at.type("x")
    page.flush()
    at.settle()
    assert desk.desk.concepten
    fill(page)
    page.save()
    at.settle()
    page.flush()
    at.settle()
    assert not desk.desk.concepten


def test_a_full_disk_loses_nothing(page: AgreementPage, at: Hands, desk: VisitDesk) -> None:
    desk.fail["record_agreement"] = Unavailable("schijf.vol")
    fill(page)
    page.save()
    at.settle()
    assert "schijf" in page.status.text()
    assert page.by_name["opleiding"].value() == "Verpleegkundige"


@pytest.mark.parametrize("field", form.FIELDS)
def test_every_field_reads_or_refuses_hostile_text_with_its_own_name(field: str) -> None:
    for value in HOSTILE:
        found = form.problems(texts(**{field: value}), [], NOW)
        assert set(found) <= {field, "einde"}, value[:40]
        assert all(error.code in SENTENCES for error in found.values())


@pytest.mark.parametrize("name", form.YEAR_FIELDS)
def test_every_field_of_a_year_reads_or_refuses_hostile_text(name: str) -> None:
    for value in HOSTILE:
        found = form.problems(texts(), [{**YEAR, name: value}], NOW)
        assert set(found) <= {form.year_field(0, name)}, value[:40]
        assert all(error.code in SENTENCES for error in found.values())


def test_an_empty_year_is_no_year() -> None:
    assert form.terms(texts(), [dict.fromkeys(form.YEAR_FIELDS, ""), YEAR], NOW).mijlpalen[0].jaar == 1


@pytest.mark.parametrize("nonsense", [{"_jaren": "x"}, {"_jaren": "99"}, {"_jaren": "-1"}, {}])
def test_nonsense_in_a_draft_gives_an_empty_form(nonsense: dict[str, str]) -> None:
    _, years = form.from_draft(nonsense)
    assert 1 <= len(years) <= form.MOST_YEARS


def test_sixty_one_hours_a_week_is_too_much() -> None:
    with pytest.raises(Refused, match=r"uren\.aantal"):
        form.read("uren_per_week", "61", NOW)
    assert form.read("uren_per_week", "60", NOW) == 60


def test_tab_goes_from_one_year_into_the_next(page: AgreementPage, at: Hands) -> None:
    page.more_button.click()
    page.more_button.click()
    at.settle()
    for row, then in pairwise(page.years):
        row.away.setFocus()
        at.press("Tab")
        assert then.by_name["doel"].editor.hasFocus()


def test_tab_goes_from_the_terms_into_the_first_year_and_at_the_end_to_the_button(
    page: AgreementPage, at: Hands
) -> None:
    page.by_name["werkgever"].editor.setFocus()
    at.press("Tab")
    assert page.years[0].by_name["doel"].editor.hasFocus()
    page.more_button.setFocus()
    at.press("Tab")
    assert page.make_button.hasFocus()


def test_both_columns_are_a_stop_of_f6(page: AgreementPage, at: Hands) -> None:
    page.more_button.click()
    at.settle()
    terms, years = page.panes()
    years.setFocus()
    assert page.years[0].by_name["doel"].editor.hasFocus()
    terms.setFocus()
    assert page.by_name["opleiding"].editor.hasFocus()
    page.years[0].away.click()
    at.settle()
    years.setFocus()
    assert page.years[0].by_name["doel"].editor.hasFocus()
