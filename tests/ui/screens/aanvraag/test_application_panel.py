"""Noting an application over the visit, by keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from accessibility import problems
from hands import Hands
from PySide6.QtWidgets import QWidget
from visit_desk import SANNE, YONAS, VisitDesk

from werkdesk.domain.intake import Antwoord, Intake
from werkdesk.domain.melding import Kanaal, Melding, MeldingFeiten, MeldingStatus, Uitzondering
from werkdesk.domain.regels.soorten.voorschot import NORMSOORTEN
from werkdesk.domain.waarden.geboortedatum import GeboorteDatum
from werkdesk.domain.waarden.iban import Iban
from werkdesk.ui.dossier.leefvorm import household_of
from werkdesk.ui.frame.opening import Opening
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.screens.aanvraag import form
from werkdesk.ui.screens.aanvraag.panel import ApplicationPanel
from werkdesk.ui.screens.bezoek.screen import VisitScreen
from werkdesk.ui.teksten import aanvraag as t
from werkdesk.ui.texts import SENTENCES
from werkdesk.usecases.aanvragen import Aanvraag
from werkdesk.usecases.meldingen import NewMelding

Show = Callable[[QWidget], Hands]
FACTS = MeldingFeiten(gemeente="0362", uitzondering=Uitzondering.GEEN, heeft_partner=False)


def opened(desk: VisitDesk, tasks: Tasks, hands: Show, klant: UUID) -> tuple[VisitScreen, Hands]:
    desk.melding.record(NewMelding(klant=klant, feiten=FACTS))
    visit = desk.screen(tasks, Opening(bezoek=desk.bezoek(klant), klant=klant))
    found = hands(visit)
    visit.came()
    found.settle()
    return visit, found


@pytest.fixture
def scene(desk: VisitDesk, tasks: Tasks, hands: Show) -> tuple[VisitScreen, Hands]:
    return opened(desk, tasks, hands, SANNE.id)


def panel_of(visit: VisitScreen) -> ApplicationPanel:
    found = visit.parts.panels["melding.aanvraag"]
    assert isinstance(found, ApplicationPanel)
    return found


def test_an_application_of_today_is_noted_by_keys(scene: tuple[VisitScreen, Hands], desk: VisitDesk) -> None:
    visit, at = scene
    at.press("Shift+F2")
    panel = panel_of(visit)
    assert panel.fields.day.editor.hasFocus()
    at.press("Tab", "Tab", "Tab", "Space", "Tab")
    at.type("1")
    at.type("412,50")
    at.press("Tab")
    at.type("NL91ABNA0417164300")
    at.press("Ctrl+Return")
    facts = desk.desk.all(Melding)[0].feiten
    assert (facts.aanvraagdatum, facts.aanvraagkanaal) == (date(2026, 11, 3), Kanaal.BALIE)
    assert (facts.aanvraag_ondertekend, facts.aanvraag_ontvangen_op) == (True, None)
    assert (facts.normsoort, facts.inkomen, facts.iban) == (
        "alleenstaand_21", 41_250, Iban("NL91ABNA0417164300"),
    )  # fmt: skip
    assert panel.isHidden()
    assert visit.running.card.dates[1].when == "01-12-2026"
    assert desk.notices[-1].text == t.BEWAARD.format(kenmerk=desk.desk.all(Melding)[0].kenmerk)
    assert not any(key.startswith("aanvraag:") for key in desk.desk.concepten)


@pytest.mark.parametrize(
    ("wonen", "norm"),
    [("alleen", "alleenstaand_21"), ("partner_kinderen", "gehuwd_21"), ("anderen_27", ""), ("ouders", "")],
)
def test_what_the_intake_told_is_not_asked_again(
    desk: VisitDesk, tasks: Tasks, hands: Show, wonen: str, norm: str
) -> None:
    melding = desk.melding.record(NewMelding(klant=SANNE.id, feiten=FACTS)).melding
    desk.intake.answer(melding.id, "wonen", Antwoord(keuzes=(wonen,)))
    visit = desk.screen(tasks, Opening(bezoek=desk.bezoek(SANNE.id), klant=SANNE.id))
    at = hands(visit)
    visit.came()
    at.settle()
    at.press("Shift+F2")
    assert panel_of(visit).fields.household.value() == norm
    assert (panel_of(visit).fields.household.hint == t.LEEFVORM_VOORSTEL) is bool(norm)


def test_a_household_is_only_proposed_to_who_is_certainly_21() -> None:
    told = Intake(id=YONAS.id, antwoorden={"wonen": Antwoord(keuzes=("alleen",))})
    for born, norm in (
        ("20051103", "alleenstaand_21"),
        ("20051104", ""),
        ("20050000", ""),
        ("19900000", "alleenstaand_21"),
    ):
        klant = replace(SANNE, feiten=replace(SANNE.feiten, geboortedatum=GeboorteDatum(born)))
        assert household_of(told, klant, date(2026, 11, 3)) == norm, born
    assert household_of(None, SANNE, date(2026, 11, 3)) == ""


def test_without_a_signature_it_says_so_at_that_field(
    scene: tuple[VisitScreen, Hands], desk: VisitDesk
) -> None:
    visit, at = scene
    at.press("Shift+F2", "Ctrl+Return")
    panel = panel_of(visit)
    assert panel.isVisible()
    assert panel.fields.signed.error == SENTENCES["aanvraag.handtekening"]
    assert desk.desk.all(Melding)[0].feiten.aanvraagdatum is None


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [("inkomen", "veel", "bedrag.vorm"), ("iban", "NL91ABNA0417164301", "iban.controle")],
)
def test_what_cannot_be_read_is_told_at_its_field_and_nothing_is_kept(
    scene: tuple[VisitScreen, Hands], desk: VisitDesk, name: str, text: str, code: str
) -> None:
    visit, at = scene
    at.press("Shift+F2")
    field = panel_of(visit).fields.by_name[name]
    field.set_value(text)  # type: ignore[union-attr]
    at.press("Ctrl+Return")
    assert field.error == SENTENCES[code]
    assert desk.desk.all(Melding)[0].feiten.aanvraagdatum is None


def test_in_the_search_period_it_names_the_first_day_and_offers_an_early_treatment(
    desk: VisitDesk, tasks: Tasks, hands: Show
) -> None:
    visit, at = opened(desk, tasks, hands, YONAS.id)
    at.press("Shift+F2")
    panel = panel_of(visit)
    assert panel.fields.early.isVisible()
    panel.fields.signed.set_values(("ja",))
    at.press("Ctrl+Return")
    assert panel.fields.day.error == SENTENCES["aanvraag.zoektermijn"].format(vanaf="01-12-2026")
    panel.fields.early.set_values(("ja",))
    at.press("Ctrl+Return")
    assert panel.fields.early.error == SENTENCES["aanvraag.vervroegen"]


def test_who_is_27_is_not_asked_about_an_early_treatment(scene: tuple[VisitScreen, Hands]) -> None:
    visit, at = scene
    at.press("Shift+F2")
    assert not panel_of(visit).fields.early.isVisible()


def test_escape_keeps_a_draft_that_comes_back(scene: tuple[VisitScreen, Hands], desk: VisitDesk) -> None:
    visit, at = scene
    at.press("Shift+F2")
    panel_of(visit).fields.income.editor.setFocus()
    at.type("99,50")
    visit.left()
    visit.commands()["terug"]()
    at.settle()
    assert any(key.startswith("aanvraag:") for key in desk.desk.concepten)
    at.press("Shift+F2")
    assert panel_of(visit).fields.text_of("inkomen") == "99,50"


def test_a_colleague_who_changes_it_meanwhile_does_not_lose_what_is_typed_here(
    scene: tuple[VisitScreen, Hands], desk: VisitDesk
) -> None:
    visit, at = scene
    at.press("Shift+F2")
    panel = panel_of(visit)
    panel.fields.income.editor.setFocus()
    at.type("10")
    rid = desk.desk.all(Melding)[0].id
    theirs = Aanvraag(
        aanvraagdatum=date(2026, 11, 3), aanvraag_ondertekend=True, normsoort="gehuwd_21", inkomen=5_000
    )
    desk.aanvraag.apply(rid, theirs)
    visit.refresh()
    at.settle()
    assert (panel.fields.text_of("inkomen"), panel.fields.text_of("normsoort")) == ("10", "gehuwd_21")
    assert panel.newer.isVisible()


def test_the_panel_goes_when_the_melding_is_closed_elsewhere(
    scene: tuple[VisitScreen, Hands], desk: VisitDesk
) -> None:
    visit, at = scene
    at.press("Shift+F2")
    closed = desk.desk.all(Melding)[0]
    desk.desk.stands["melding", closed.id] = type(closed)(
        **{name: getattr(closed, name) for name in closed.__slots__ if name != "status"},
        status=MeldingStatus.GESLOTEN,
    )
    visit.refresh()
    at.settle()
    assert panel_of(visit).isHidden()
    assert "melding.aanvraag" not in visit.commands()


def test_it_can_be_used_without_eyes(scene: tuple[VisitScreen, Hands]) -> None:
    visit, at = scene
    at.press("Shift+F2")
    assert problems(visit) == []


def test_every_household_of_the_tables_has_words() -> None:
    assert set(t.LEEFVORMEN) == set(NORMSOORTEN)


def test_nothing_typed_is_nothing_to_keep(desk: VisitDesk) -> None:
    shown = form.texts_of(FACTS)
    assert form.command(shown, shown, desk.clock()) is None


def test_an_application_that_is_kept_leaves_no_draft(
    scene: tuple[VisitScreen, Hands], desk: VisitDesk
) -> None:
    visit, at = scene
    at.press("Shift+F2", "Tab", "Tab", "Tab", "Space")
    panel = panel_of(visit)
    panel.flush()
    at.settle()
    assert desk.desk.concepten
    at.press("Ctrl+Return")
    panel.flush()
    at.settle()
    assert not desk.desk.concepten


def test_a_draft_that_is_older_than_a_colleagues_application_says_so(
    scene: tuple[VisitScreen, Hands], desk: VisitDesk
) -> None:
    visit, at = scene
    at.press("Shift+F2")
    panel = panel_of(visit)
    texts = panel.fields.texts()
    panel.fields.show_texts({**texts, "iban": "NL91ABNA0417164300"})
    panel.flush()
    at.settle()
    panel.close_overlay()
    melding = desk.desk.all(Melding)[0]
    newer = replace(melding.feiten, iban=Iban("NL20INGB0001234567"))
    desk.desk.stands["melding", melding.id] = replace(melding, feiten=newer)
    visit.refresh()
    at.settle()
    at.press("Shift+F2")
    assert panel.fields.texts()["iban"] == "NL91ABNA0417164300"
    assert not panel.newer.isHidden()
