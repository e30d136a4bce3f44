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
from werkdesk.ui.screens.overeenkomst import fields, form, payments, years
from werkdesk.ui.screens.overeenkomst.form import Typed
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
HALF = {"half_doel": "helft van de vakken", "half_uiterlijk": "1-8-2027", "half_bewijs": "cijferlijst"}
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
    return {**dict.fromkeys(fields.FIELDS, ""), **GOOD, **more}


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
    assert page.costs.total.text() == "Totaal €\u00a01.234,56"
    page.costs.years.more.click()
    page.years[1].by_name["boeken"].editor.setFocus()
    at.type("100")
    assert page.costs.total.text() == "Totaal €\u00a01.334,56"
    at.type("x")
    assert "nog niet te tellen" in page.costs.total.text()


def test_a_year_can_go_away_again(page: AgreementPage, at: Hands) -> None:
    page.costs.years.more.click()
    page.years[1].by_name["lesgeld"].set_value("10")
    page.years[0].away.click()
    at.settle()
    assert len(page.years) == 1
    assert page.years[0].title.text() == "Jaar 1"
    assert page.costs.total.text() == "Totaal €\u00a010,00"


def test_a_milestone_outside_the_term_is_refused_at_its_own_field(page: AgreementPage, at: Hands) -> None:
    fill(page)
    page.years[0].show_texts({**YEAR, "uiterlijk": "1-2-2031"})
    page.save()
    at.settle()
    assert page.years[0].by_name["uiterlijk"].error


def test_an_end_before_the_begin_is_refused() -> None:
    found = form.problems(Typed(texts(einde="31-1-2026")), NOW)
    assert found["einde"].code == "overeenkomst.einde"


def test_everything_typed_is_a_draft_and_comes_back(
    page: AgreementPage, at: Hands, desk: VisitDesk, tasks: Tasks, hands: Show
) -> None:
    at.type("Timmeren")
    page.costs.years.more.click()
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


@pytest.mark.parametrize("field", fields.FIELDS)
def test_every_field_reads_or_refuses_hostile_text_with_its_own_name(field: str) -> None:
    for value in HOSTILE:
        found = form.problems(Typed(texts(werkgever="Zorg Fictief") | {field: value}), NOW)
        assert set(found) <= {field, "einde"}, value[:40]
        assert all(error.code in SENTENCES for error in found.values())


@pytest.mark.parametrize("name", years.YEAR_FIELDS)
def test_every_field_of_a_year_reads_or_refuses_hostile_text(name: str) -> None:
    for value in HOSTILE:
        found = form.problems(Typed(texts(), [{**YEAR, **HALF, name: value}]), NOW)
        assert set(found) <= {years.year_field(0, name)}, value[:40]
        assert all(error.code in SENTENCES for error in found.values())


def test_an_empty_year_is_no_year() -> None:
    assert (
        form.terms(Typed(texts(), [dict.fromkeys(years.YEAR_FIELDS, ""), YEAR]), NOW).mijlpalen[0].jaar == 1
    )


@pytest.mark.parametrize("nonsense", [{"_jaren": "x"}, {"_jaren": "99"}, {"_jaren": "-1"}, {}])
def test_nonsense_in_a_draft_gives_an_empty_form(nonsense: dict[str, str]) -> None:
    assert 1 <= len(form.from_draft(nonsense).years) <= years.MOST_YEARS


def test_sixty_one_hours_a_week_is_too_much() -> None:
    with pytest.raises(Refused, match=r"uren\.aantal"):
        fields.read("uren_per_week", "61", NOW)
    assert fields.read("uren_per_week", "60", NOW) == 60


def test_tab_goes_from_one_year_into_the_next(page: AgreementPage, at: Hands) -> None:
    page.costs.years.more.click()
    page.costs.years.more.click()
    at.settle()
    for row, then in pairwise(page.years):
        row.away.setFocus()
        at.press("Tab")
        assert then.by_name["doel"].editor.hasFocus()


def test_tab_goes_from_the_terms_into_the_first_year_and_at_the_end_to_the_button(
    page: AgreementPage, at: Hands
) -> None:
    page.by_name["verdringing"].editor.setFocus()
    at.press("Tab")
    assert page.years[0].by_name["doel"].editor.hasFocus()
    page.costs.years.more.setFocus()
    at.press("Tab")
    assert page.costs.payments.more.hasFocus()
    at.press("Tab")
    assert page.make_button.hasFocus()


def test_both_columns_are_a_stop_of_f6(page: AgreementPage, at: Hands) -> None:
    page.costs.years.more.click()
    at.settle()
    terms, costs = page.panes()
    costs.setFocus()
    assert page.years[0].by_name["doel"].editor.hasFocus()
    terms.setFocus()
    assert page.by_name["opleiding"].editor.hasFocus()
    page.years[0].away.click()
    at.settle()
    costs.setFocus()
    assert page.years[0].by_name["doel"].editor.hasFocus()


def test_what_is_missing_is_named_at_the_field_and_in_one_line(page: AgreementPage, at: Hands) -> None:
    fill(page, opleider="", einde="")
    page.save()
    at.settle()
    assert page.by_name["opleider"].error == "Vul in: Opleider."
    assert page.by_name["einde"].error == "Vul in: Eindigt op."
    assert page.status.text() == "Nog niet goed: Opleider, Eindigt op."
    assert page.by_name["opleider"].editor.hasFocus()


def test_the_next_missing_field_has_the_focus_when_the_first_is_filled(
    page: AgreementPage, at: Hands
) -> None:
    fill(page, opleider="", einde="")
    page.save()
    at.settle()
    at.type("Fictief College")
    page.save()
    at.settle()
    assert page.by_name["einde"].editor.hasFocus()


def test_a_gap_in_a_year_is_named_and_gets_the_focus(page: AgreementPage, at: Hands) -> None:
    fill(page)
    page.years[0].show_texts({**YEAR, "bewijs": ""})
    page.save()
    at.settle()
    assert page.years[0].by_name["bewijs"].error == "Vul in: Bewijs."
    assert page.years[0].by_name["bewijs"].editor.hasFocus()


def test_a_draft_that_is_kept_does_not_wipe_what_is_wrong(page: AgreementPage, at: Hands) -> None:
    fill(page, opleider="")
    page.save()
    page.drafts.touch()
    page.flush()
    at.settle()
    assert page.status.text() == "Nog niet goed: Opleider."


def test_the_employer_signs_with_address_number_and_name(
    page: AgreementPage, at: Hands, desk: VisitDesk
) -> None:
    fill(
        page, werkgever="Zorg Fictief", werkgever_adres="Zorglaan 2, Amstelveen", werkgever_kvk="69599084",
        werkgever_tekent="mevrouw D. Verzonnen", taken="helpen bij het eten", verzekering="de gemeente",
        verdringing="geen verdringing, 3-11-2026, V-12",
    )  # fmt: skip
    page.save()
    at.settle()
    (made,) = desk.desk.all(Overeenkomst)
    terms = made.voorwaarden
    assert (terms.werkgever, terms.werkgever_adres, terms.werkgever_kvk, terms.werkgever_tekent) == (
        "Zorg Fictief", "Zorglaan 2, Amstelveen", "69599084", "mevrouw D. Verzonnen",
    )  # fmt: skip
    assert (terms.taken, terms.verzekering) == ("helpen bij het eten", "de gemeente")


def test_facts_of_an_employer_without_a_name_ask_for_the_name() -> None:
    found = form.problems(Typed(texts(werkgever_adres="Zorglaan 2")), NOW)
    assert set(found) == {"werkgever"}


def test_somebody_else_pays_only_when_they_are_named(page: AgreementPage, at: Hands, desk: VisitDesk) -> None:
    other = page.by_name["betaalt_anders"]
    assert not other.isVisible()
    fill(page, betaalt="")
    page.by_name["betaalt"].editor.setFocus()
    at.type("6")
    assert other.isVisible()
    page.save()
    at.settle()
    assert other.error == "Vul in: Wie betaalt dan."
    other.set_value("het fonds van de zorg")
    page.save()
    at.settle()
    (made,) = desk.desk.all(Overeenkomst)
    assert made.voorwaarden.betaalt == "het fonds van de zorg"


def test_a_name_for_another_payer_goes_when_it_is_none_any_more(page: AgreementPage, at: Hands) -> None:
    fill(page, betaalt="anders", betaalt_anders="het fonds")
    page.by_name["betaalt"].editor.setFocus()
    at.type("1")
    assert not page.by_name["betaalt_anders"].isVisible()
    assert page.typed().terms["betaalt_anders"] == ""


def test_payments_are_kept_row_by_row(page: AgreementPage, at: Hands, desk: VisitDesk) -> None:
    fill(page)
    page.costs.payments.more.click()
    at.type("Lesgeld")
    at.press("Tab")
    at.type("de werkgever")
    page.costs.payments.more.click()
    page.save()
    at.settle()
    (made,) = desk.desk.all(Overeenkomst)
    (paid,) = made.voorwaarden.betalingen  # the empty row is no payment
    assert (paid.wat, paid.wie, paid.aan, paid.wanneer) == ("Lesgeld", "de werkgever", None, None)


def test_a_payment_without_a_payer_is_refused_at_its_field(page: AgreementPage, at: Hands) -> None:
    fill(page)
    page.costs.payments.more.click()
    at.type("Boeken")
    page.save()
    at.settle()
    assert page.costs.payments.rows[0].by_name["wie"].error == "Vul in: Wie betaalt dit."
    assert page.costs.payments.rows[0].by_name["wie"].editor.hasFocus()


def test_the_last_payment_can_go_away_too(page: AgreementPage, at: Hands) -> None:
    page.costs.payments.more.click()
    page.costs.payments.rows[0].away.click()
    at.settle()
    assert page.costs.payments.rows == []
    assert page.costs.payments.more.hasFocus()


@pytest.mark.parametrize("name", payments.PAY_FIELDS)
def test_every_field_of_a_payment_reads_or_refuses_hostile_text(name: str) -> None:
    whole = {"wat": "Lesgeld", "wie": "de gemeente", "aan": "de opleider", "wanneer": "vooraf"}
    for value in HOSTILE:
        found = form.problems(Typed(texts(), [], [{**whole, name: value}]), NOW)
        assert set(found) <= {payments.pay_field(0, name)}, value[:40]
        assert all(error.code in SENTENCES for error in found.values())


def test_a_step_halfway_stands_before_the_end_of_its_year() -> None:
    made = form.terms(Typed(texts(), [{**YEAR, **HALF}]), NOW)
    assert [(one.jaar, one.halverwege, one.doel) for one in made.mijlpalen] == [
        (1, True, "helft van de vakken"),
        (1, False, "alle vakken"),
    ]
    assert made.mijlpalen[0].kosten == 0


def test_half_a_step_halfway_is_asked_to_be_whole() -> None:
    found = form.problems(Typed(texts(), [{**YEAR, "half_doel": "iets"}]), NOW)
    assert set(found) == {years.year_field(0, "half_uiterlijk"), years.year_field(0, "half_bewijs")}


def test_yes_and_no_are_answers_and_nothing_is_none() -> None:
    made = form.terms(Typed(texts(uitkering_loopt="ja", doorbetalen="nee")), NOW)
    assert (made.uitkering_loopt, made.doorbetalen) == (True, False)
    assert form.terms(Typed(texts()), NOW).uitkering_loopt is None


def test_a_draft_keeps_payments_too() -> None:
    typed = Typed(texts(dagen="maandag"), [YEAR], [{"wat": "Boeken", "wie": "", "aan": "", "wanneer": ""}])
    again = form.from_draft(form.as_draft(typed))
    assert again.terms["dagen"] == "maandag"
    assert again.payments == typed.payments
    assert again.years[0]["lesgeld"] == "1.250,50"


def test_a_new_row_is_in_sight_with_its_whole_field(page: AgreementPage, at: Hands) -> None:
    for _ in range(3):
        page.costs.years.more.click()
        at.settle()
    page.costs.payments.more.click()
    at.settle()
    field, view = page.costs.payments.rows[0].by_name["wat"].editor, page.costs.pane.viewport()
    top = field.mapTo(view, field.rect().topLeft()).y()
    assert field.hasFocus()
    assert top >= 0
    assert top + field.height() <= view.height()
