"""The meter of the advance in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from werkdesk.domain.regels.voorschot_meter import FEITEN, Voorschotmeter
from werkdesk.domain.termijn import Termijn
from werkdesk.ui.keys import KeyMap
from werkdesk.ui.screens.bezoek.cards import AdvanceCard
from werkdesk.ui.screens.bezoek.meter import meter_lines
from werkdesk.ui.teksten import voorschot as t

TERM = Termijn(code="D04", naam="Voorschot", uiterste_datum=date(2026, 12, 18))
METER = Voorschotmeter(
    feiten=(("aanvraag", True), ("inkomen", False), ("rekening", False)), stap="verzamelen", datum=TERM,
    percentage=None, minimum=None, lening="", regels=(), uitleg=(),
)  # fmt: skip


def test_the_meter_counts_and_names_what_is_missing() -> None:
    assert meter_lines(METER) == (
        "1 van 3 gegevens bekend",
        "Nog nodig: het inkomen, een rekeningnummer.",
        "Betaal uiterlijk vr 18-12-2026.",
    )


def test_a_complete_meter_says_what_can_be_done_and_the_least_amount() -> None:
    ready = replace(METER, feiten=(("aanvraag", True),), stap="voorstellen", minimum=134900)
    lines = meter_lines(ready)
    assert lines[1] == t.COMPLEET
    assert "1.349,00" in lines[2]


def test_what_is_decided_has_no_last_day_any_more() -> None:
    assert meter_lines(replace(METER, stap="besloten"))[1:] == (t.BESLOTEN,)


def test_every_fact_has_words() -> None:
    assert set(t.FEITEN) == set(FEITEN)


def test_the_card_comes_and_goes_with_the_meter(qtbot: QtBot) -> None:
    card = AdvanceCard(KeyMap().cap)
    qtbot.addWidget(card)
    assert card.isHidden()
    card.show_meter(METER)
    assert not card.isHidden()
    assert "1 van 3 gegevens bekend" in [label.text() for label in card.findChildren(QLabel)]
    card.show_meter(None)
    assert card.isHidden()
