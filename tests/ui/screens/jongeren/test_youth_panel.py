"""The card of a young person: yes, no or not known; grounds, evidence, what follows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from accessibility import problems
from hands import Hands
from PySide6.QtWidgets import QLabel, QWidget
from visit_desk import SANNE, YONAS, VisitDesk

from werkdesk.domain.intake import VRAGEN, Antwoord
from werkdesk.domain.melding import Melding, MeldingFeiten, Uitzondering
from werkdesk.domain.waarden.geboortedatum import GeboorteDatum
from werkdesk.ui.frame.opening import Opening
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.screens.bezoek.screen import VisitScreen
from werkdesk.ui.screens.jongeren.panel import YouthPanel
from werkdesk.ui.teksten import jongeren as t
from werkdesk.usecases.meldingen import NewMelding

Show = Callable[[QWidget], Hands]
Card = tuple[VisitScreen, YouthPanel, Hands]


@pytest.fixture
def card(desk: VisitDesk, tasks: Tasks, hands: Show) -> Callable[..., Card]:
    def show(klant: UUID = YONAS.id, **facts: Any) -> Card:
        feiten = MeldingFeiten(
            **{"gemeente": "0362", "uitzondering": Uitzondering.GEEN, "heeft_partner": False, **facts}
        )
        desk.melding.record(NewMelding(klant=klant, feiten=feiten))
        visit = desk.screen(tasks, Opening(klant=klant))
        at = hands(visit)
        visit.came()
        at.press("Ctrl+Shift+J")
        panel = visit.parts.panels["melding.jongere"]
        assert isinstance(panel, YouthPanel)
        return visit, panel, at

    return show


def words(panel: QWidget) -> str:
    return "\n".join(one.text() for one in panel.findChildren(QLabel) if one.isVisible())


def test_the_card_says_until_when_and_what_follows(card: Callable[..., Card]) -> None:
    _, panel, _ = card()
    said = words(panel)
    assert "De zoektermijn geldt tot en met ma 30-11-2026." in said
    assert "di 01-12-2026" in said
    assert "Gesprek over werk en school" in said
    assert "Schoolpapieren komen mee met de aanvraag." in said
    assert panel.seen.focus_row() is not None
    assert panel.seen.focus_row().hasFocus()  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("born", "facts", "says"),
    [
        ("19990000", {}, "Nog niet zeker of de zoektermijn geldt."),
        (None, {}, "Nog niet zeker of de zoektermijn geldt."),
        ("20040512", {"uitzondering": None}, "Vraag of een uitzondering geldt."),
        ("20040512", {"uitzondering": Uitzondering.PRO_VSO}, "De zoektermijn geldt niet."),
    ],
)
def test_what_is_not_known_is_said_and_never_guessed(
    desk: VisitDesk, card: Callable[..., Card], born: str | None, facts: dict[str, Any], says: str
) -> None:
    desk.set(YONAS, geboortedatum=GeboorteDatum(born) if born else None)
    _, panel, _ = card(**facts)
    assert says in words(panel)


def test_a_digit_notes_that_evidence_was_seen_its_kind_and_day_only(
    desk: VisitDesk, card: Callable[..., Card]
) -> None:
    visit, panel, at = card()
    first = panel.seen.rows[0].option
    at.type("1")
    [seen] = desk.desk.all(Melding)[0].bewijzen
    assert (seen.code, seen.medewerker, seen.moment) == (first.value, "t.verzonnen", desk.clock())
    assert desk.notices[-1].text == t.GENOTEERD.format(naam=first.text)
    assert first.value not in [row.option.value for row in panel.seen.rows]
    assert f"✓ {first.text}, di 03-11-2026" in words(panel)
    assert panel.seen.focus_row().hasFocus()  # type: ignore[union-attr]
    assert visit.panels.shown is panel


def test_the_ground_the_klant_named_adds_its_evidence_to_what_is_still_to_show(
    card: Callable[..., Card],
) -> None:
    _, panel, _ = card(uitzondering=Uitzondering.PRO_VSO)
    said = words(panel)
    assert said.index(t.NOG_TITEL) < said.index("Bewijs dat u van school bent") < said.index(t.ZIEN)
    assert t.GEKOZEN in said


def test_f1_on_a_ground_names_its_evidence_and_article(card: Callable[..., Card]) -> None:
    visit, _, _ = card()
    told = visit.explain("grond:lks_doelgroep")
    assert told is not None
    assert "Bewijs van de doelgroep" in told[1]
    assert "Pw 41 lid 4" in told[1]
    assert "nog niet bevestigd" in told[1]
    assert [one.regel for one in visit.rules_behind("grond:lks_doelgroep")] == ["uitzondering.lks_doelgroep"]
    assert visit.explain("termijn:D01") is not None


@pytest.mark.parametrize(
    ("answer", "says", "talk"),
    [("geen_diploma", "Geen diploma.", True), ("startkwalificatie", "Diploma mbo 2, havo of vwo.", False)],
)
def test_school_is_what_the_intake_says_and_what_that_asks_for(
    desk: VisitDesk, card: Callable[..., Card], answer: str, says: str, talk: bool
) -> None:
    visit, panel, at = card()
    assert t.SCHOOL_VRAAG in words(panel)
    desk.intake.answer(desk.desk.all(Melding)[0].id, "school", Antwoord(keuzes=(answer,)))
    visit.refresh()
    at.settle()
    assert says in words(panel)
    assert (t.SCHOOL_TERUG in words(panel)) is talk


def test_who_is_27_has_no_card(card: Callable[..., Card]) -> None:
    visit, panel, _ = card(SANNE.id)
    assert panel.isHidden()
    assert "melding.jongere" not in visit.commands()
    assert visit.youth.isHidden()


def test_the_side_says_it_too(card: Callable[..., Card]) -> None:
    visit, _, _ = card()
    assert "De zoektermijn geldt tot en met ma 30-11-2026." in visit.youth.words()


def test_answers_about_school_are_those_of_the_intake() -> None:
    question = next(one for one in VRAGEN if one.code == "school")
    assert set(question.opties) > t.NAAR_SCHOOL


def test_it_can_be_used_without_eyes(card: Callable[..., Card]) -> None:
    visit, _, _ = card()
    assert problems(visit) == []
