"""The register's question about a placement, as it stands on F5: who, where, what changed, what to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from accessibility import problems
from hands import Hands
from PySide6.QtWidgets import QWidget

from werkdesk.domain.afdoening import Keuze
from werkdesk.domain.plaatsing import BLOCK, SIGNAAL, VRIJ, Carrousel
from werkdesk.ui.screens.outbox.question_card import QuestionCard
from werkdesk.ui.screens.outbox.question_words import answered_line, placement_words, told_when_done
from werkdesk.ui.teksten import plaatsing as t
from werkdesk.usecases.vraagrijen import AfgedaanRow, BotsingRow, Getypt

Show = Callable[[QWidget], Hands]
NOW = datetime(2026, 11, 23, 10, 42, tzinfo=UTC)
ROW = BotsingRow(
    id=UUID(int=1), record="plaatsing", rid=UUID(int=2), veld="carrousel",
    telt=Getypt(waarde=Carrousel(oordeel=BLOCK, treffers=(("CAR-2", BLOCK), ("CAR-5", SIGNAAL)))),
    anders=Getypt(waarde=Carrousel(oordeel=VRIJ, voorlopig=True), hier=True),
    klant_id=UUID(int=3), klant="Tesfay, Y.", kenmerk="Fictief Depot B.V.",
)  # fmt: skip


@pytest.fixture
def card(hands: Show) -> tuple[QuestionCard, Hands, list[tuple[str, str]]]:
    made = QuestionCard(ROW, NOW)
    told: list[tuple[str, str]] = []
    made.answered.connect(lambda value, reason: told.append((value, reason)))
    return made, hands(made), told


def test_it_says_who_where_what_changed_and_what_to_do(card: tuple[QuestionCard, Hands, object]) -> None:
    made, at, _ = card
    assert made.title.text() == "Tesfay, Y. bij Fictief Depot B.V.: gaat deze plaatsing door?"
    for words in (
        "Bij het vastleggen was de uitkomst: geen bezwaar",
        "is de uitkomst: mag niet",
        "24 maanden",
        "vertel het de klant",
    ):
        assert words in made.told.text()
    assert [row.option.value for row in made.choices.rows] == ["nemen", "houden", "later"]
    assert problems(at.window) == []


def test_letting_it_go_on_asks_for_a_reason(
    card: tuple[QuestionCard, Hands, list[tuple[str, str]]],
) -> None:
    made, at, told = card
    made.setFocus()
    at.type("1")
    assert made.reason.editor.hasFocus()
    assert made.reason.editor.accessibleName() == t.REDEN
    at.type("De werkgever neemt hem aan.")
    at.press("Return")
    assert told == [(Keuze.NEMEN.value, "De werkgever neemt hem aan.")]


def test_withdrawing_needs_none(card: tuple[QuestionCard, Hands, list[tuple[str, str]]]) -> None:
    made, at, told = card
    made.setFocus()
    at.type("2")
    assert made.reason.isHidden()
    at.press("Return")
    assert told == [(Keuze.HOUDEN.value, "")]


def test_the_answer_reads_back() -> None:
    line = AfgedaanRow(
        id=ROW.id, keuze=Keuze.NEMEN, medewerker="J. Baas", balie=2, moment=NOW, reden="na overleg", vraag=ROW
    )
    assert "de plaatsing gaat door: na overleg" in answered_line(line, NOW).zin
    assert told_when_done(ROW, Keuze.HOUDEN).endswith(t.GEKOZEN["houden"])


def test_a_question_that_cannot_be_read_shows_no_numbers() -> None:
    assert placement_words(replace(ROW, telt=Getypt(waarde=None))) == ""
