"""Placing somebody by keys, with what the rules say while one types, and what comes after."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import partial
from types import SimpleNamespace
from typing import Any

import pytest
from accessibility import problems
from hands import Hands
from PySide6.QtWidgets import QVBoxLayout, QWidget
from visit_desk import REGELS, SANNE, YONAS, VisitDesk

from tests.fakes import WIE
from tests.fixtures.plaatsingen import BEDRIJF, GOED, placed, record
from werkdesk.domain.klant import Klant
from werkdesk.domain.plaatsing import BLOCK, Plaatsing
from werkdesk.domain.regels.plaatsing_oordeel import instrument_van, instrumenten, toets_van
from werkdesk.domain.regels.soorten.verdringing import VRAGEN
from werkdesk.ui.kit.notice import UNDO_SECONDS
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.screens.overeenkomst.from_placement import begun_with
from werkdesk.ui.screens.overeenkomst.page import EMPTY
from werkdesk.ui.screens.plaatsing import outlook
from werkdesk.ui.screens.plaatsing.actions import PlaatsingActions, Uitzicht
from werkdesk.ui.screens.plaatsing.follow import FollowPanel, steps_of
from werkdesk.ui.screens.plaatsing.panel import PlacementPanel
from werkdesk.ui.teksten import plaatsing as t
from werkdesk.ui.texts import SENTENCES
from werkdesk.usecases import plaatsingen
from werkdesk.usecases.overzichten import KlantDossier

Show = Callable[[QWidget], Hands]
LEAD = replace(WIE, rollen=("balie", "teamleider"))


@dataclass
class Placing:
    """The use cases of placements over the fake desk; ``weg``: since when the line is down."""

    desk: VisitDesk
    weg: datetime | None = None
    rollen: tuple[str, ...] = LEAD.rollen
    asked: list[str] = field(default_factory=list)

    def plaatsingen(self, *, klant: object = None, kvk: str | None = None) -> tuple[Plaatsing, ...]:
        known = self.desk.desk.all(Plaatsing)
        return tuple(one for one in known if one.klant == klant or one.feiten.werkgever.kvk == kvk)

    @property
    def actions(self) -> PlaatsingActions:
        desk, clock = self.desk, self.desk.clock
        wie = replace(LEAD, rollen=self.rollen)
        reads: Any = SimpleNamespace(
            plaatsingen=self.plaatsingen,
            verbinding=lambda: SimpleNamespace(weg_sinds=self.weg, laatste=clock() - timedelta(hours=1)),
        )
        at: dict[str, Any] = {"wie": wie, "work": desk.desk.work, "clock": clock}
        ruled: dict[str, Any] = {"overzichten": reads, "geldend": lambda: REGELS}
        found = instrumenten(REGELS, clock().date())
        return PlaatsingActions(
            instruments=lambda: tuple((instrument_van(one), one.naam) for one in found),
            employer=partial(plaatsingen.employer, overzichten=reads, clock=clock),
            foresee=lambda plan: Uitzicht(
                vooruitzicht=plaatsingen.foresee(plan, **ruled, clock=clock), weg_sinds=self.weg
            ),
            place=partial(plaatsingen.place, **at, **ruled, new_id=desk.ids),
            withdraw=partial(plaatsingen.withdraw, **at),
            second_opinion=partial(plaatsingen.second_opinion, **at),
            end=partial(plaatsingen.end_placement, **at),
            drafts=desk.drafts, clock=clock, ik=wie.medewerker, mag="teamleider" in self.rollen,
        )  # fmt: skip

    def made(self) -> Plaatsing:
        (one,) = self.desk.desk.all(Plaatsing)
        return one

    def dossier(self, klant: Klant) -> KlantDossier:
        found = self.desk.dossier(klant.id)
        assert found is not None
        return replace(found, plaatsingen=self.plaatsingen(klant=klant.id))

    def keep(self, *stands: Plaatsing) -> None:
        self.desk.desk.stands |= {("plaatsing", one.id): one for one in stands}


@pytest.fixture
def placing(desk: VisitDesk) -> Placing:
    return Placing(desk)


@pytest.fixture
def over(hands: Show) -> tuple[QWidget, Hands]:
    widget = QWidget()
    QVBoxLayout(widget)
    widget.setMinimumSize(1000, 760)
    return widget, hands(widget)


def panel_of(
    placing: Placing, over: tuple[QWidget, Hands], tasks: Tasks, klant: Klant = SANNE
) -> PlacementPanel:
    panel = PlacementPanel(
        over[0], placing.actions, tasks, placing.desk.host, save_key="Ctrl+Return", gemeente="0362"
    )
    panel.ask_about(placing.dossier(klant))
    over[1].settle()
    return panel


def fill(panel: PlacementPanel, at: Hands, **other: str) -> None:
    """What an employer tells, typed by field."""
    given = {
        "kvk": BEDRIJF, "naam": "Fictief Depot B.V.", "instrument": "1", "functie": "orderpicker",
        "begin": "1-12-2026", "einde": "31-1-2027", "uren": "24", **other,
    }  # fmt: skip
    for name, text in given.items():
        if panel.fields.text_of(name):
            continue
        panel.fields.focus(name)
        at.type(text)
    panel._foresee()
    at.settle()


def answer(panel: PlacementPanel, at: Hands, **other: str) -> None:
    """The displacement test by digits."""
    digits = {"ja": "1", "nee": "2", "onbekend": "3"}
    panel.test.setFocus()
    for _ in VRAGEN:
        if panel.test.open():
            at.type(digits[{**GOED, **other}[panel.test.question]])
    panel._foresee()
    at.settle()


def test_a_placement_is_noted_by_keys_with_its_judgements_and_undone(
    placing: Placing, over: tuple[QWidget, Hands], tasks: Tasks
) -> None:
    panel, at = panel_of(placing, over, tasks), over[1]
    assert problems(at.window) == []
    fill(panel, at)
    assert "nog 10 vragen" in panel.outlook.words()
    assert "Z3" in panel.test._known
    answer(panel, at)
    assert panel.button.hasFocus()
    assert "geen verdringing" in panel.short.text()
    panel.save()
    at.settle()
    made = placing.made()
    assert panel.isHidden()
    assert (made.feiten.werkgever.kvk, made.feiten.instrument, made.feiten.uren) == (BEDRIJF, "WEP", 24)
    assert made.toets is not None
    assert made.verdringing_akkoord
    assert made.carrousel.regels
    notice = placing.desk.notices[-1]
    assert notice.seconds == UNDO_SECONDS
    assert notice.do is not None
    notice.do()
    at.settle()
    assert not placing.made().telt


def test_what_is_known_of_an_employer_is_not_typed_again(
    placing: Placing, over: tuple[QWidget, Hands], tasks: Tasks
) -> None:
    placing.keep(record(YONAS.id))
    panel, at = panel_of(placing, over, tasks), over[1]
    panel.fields.focus("kvk")
    at.type(BEDRIJF)
    assert panel.fields.name.value() == "Fictief Depot B.V."
    assert panel.fields.known.text() == "Hier bekend: 1 plaatsing, nu 0."


def test_without_a_line_the_outcome_is_provisional_and_saved_all_the_same(
    placing: Placing, over: tuple[QWidget, Hands], tasks: Tasks
) -> None:
    placing.weg = placing.desk.clock().replace(hour=10, minute=42)
    placing.keep(record(SANNE.id, begin=date(2026, 9, 1), einde=date(2026, 10, 31)))
    panel, at = panel_of(placing, over, tasks), over[1]
    fill(panel, at)
    answer(panel, at)
    assert "geen verbinding sinds 10.42" in panel.outlook.words()
    assert "mag niet" in panel.outlook.words()
    assert panel.reason.isHidden()
    panel.save()
    at.settle()
    made = max(placing.desk.desk.all(Plaatsing), key=lambda one: one.feiten.begin)
    assert made.voorlopig
    assert placing.desk.notices[-1].text == t.BEWAARD_VOORLOPIG.format(werkgever="Fictief Depot B.V.")


def test_with_a_line_a_block_asks_a_team_leader_for_a_reason(
    placing: Placing, over: tuple[QWidget, Hands], tasks: Tasks
) -> None:
    placing.keep(record(SANNE.id, begin=date(2026, 9, 1), einde=date(2026, 10, 31)))
    panel, at = panel_of(placing, over, tasks), over[1]
    fill(panel, at)
    answer(panel, at)
    assert panel.seen is not None
    assert panel.seen.vooruitzicht.carrousel.oordeel == BLOCK
    title, words = panel.explain(outlook.CARROUSEL) or ("", "")
    assert (title, t.HITS["CAR-2"].rstrip(".") in words) == (t.CARROUSEL, True)
    assert [rule.regel for rule in panel.rules_behind(outlook.CARROUSEL)] == ["CAR-2"]
    panel.save()
    at.settle()
    assert panel.reason.editor.hasFocus()
    at.type("Met de directie besproken.")
    panel.save()
    at.settle()
    newest = max(placing.desk.desk.all(Plaatsing), key=lambda one: one.feiten.begin)
    assert newest.besluit is not None
    assert newest.te_beslissen == set()


def test_a_place_that_pushes_out_work_is_refused_with_the_way_out(
    placing: Placing, over: tuple[QWidget, Hands], tasks: Tasks
) -> None:
    panel, at = panel_of(placing, over, tasks), over[1]
    fill(panel, at)
    answer(panel, at, V1="ja")
    panel.save()
    at.settle()
    assert panel.status.text() == SENTENCES["plaatsing.verdringing"]
    assert placing.desk.desk.all(Plaatsing) == []


@pytest.mark.parametrize(
    ("einde", "digit", "code"),
    [("28-2-2027", "4", "plaatsing.verlenging"), ("30-9-2027", "4", "plaatsing.plafond")],
)
def test_a_ceiling_of_the_law_holds_at_the_date(
    placing: Placing, over: tuple[QWidget, Hands], tasks: Tasks, einde: str, digit: str, code: str
) -> None:
    panel, at = panel_of(placing, over, tasks), over[1]
    fill(panel, at, einde=einde, instrument=digit)
    assert "te lang" in panel.outlook.words()
    answer(panel, at, Z3="nee")
    panel.save()
    at.settle()
    assert panel.fields.end.error == SENTENCES[code]


def test_what_was_typed_comes_back(placing: Placing, over: tuple[QWidget, Hands], tasks: Tasks) -> None:
    panel, at = panel_of(placing, over, tasks), over[1]
    fill(panel, at)
    panel.test.setFocus()
    at.type("22")
    panel.flush()
    at.settle()
    panel.close_overlay()
    panel.ask_about(placing.dossier(SANNE))
    at.settle()
    assert panel.fields.work.value() == "orderpicker"
    assert panel.test.answers() == {"V1": "nee", "V2": "nee"}


def test_who_may_not_place_reads_who_can(placing: Placing, over: tuple[QWidget, Hands], tasks: Tasks) -> None:
    placing.rollen = ("balie",)
    panel = panel_of(placing, over, tasks)
    assert panel.short.text() == t.ROL
    assert not panel.button.isEnabled()


def test_the_end_of_a_placement_keeps_whether_the_contract_came(
    placing: Placing, over: tuple[QWidget, Hands], tasks: Tasks
) -> None:
    placing.keep(record(SANNE.id, intentie=True))
    at = over[1]
    panel = FollowPanel(over[0], placing.actions, tasks, placing.desk.host, save_key="Ctrl+Return")
    panel.ask_about(placing.dossier(SANNE))
    at.settle()
    assert problems(at.window) == []
    at.type("1")
    panel.from_day.editor.setFocus()
    at.type("1-2-2027")
    panel.save()
    at.settle()
    end = placing.made().einde
    assert end is not None
    assert end.contract is not None
    assert (end.einde, end.contract.begin) == (date(2027, 1, 31), date(2027, 2, 1))


def test_a_second_opinion_is_for_somebody_else() -> None:
    tested = toets_van({**GOED, "V2": "onbekend"}, date(2026, 11, 23), "0362", REGELS)
    plan = record(SANNE.id, toets=tested)
    assert "mag" not in steps_of(plan, "f.balie")
    assert "mag" in steps_of(plan, "c.ollega")


def test_an_agreement_begins_with_what_the_placement_says(placing: Placing) -> None:
    tested = toets_van(GOED, date(2026, 11, 23), "0362", REGELS)
    placing.keep(record(SANNE.id, toets=tested))
    terms = begun_with(EMPTY, placing.dossier(SANNE)).terms
    assert (terms["werkgever"], terms["werkgever_kvk"]) == ("Fictief Depot B.V.", BEDRIJF)
    assert terms["verdringing"] == "Geen verdringing, toets van 23-11-2026"
    assert begun_with(EMPTY, placing.dossier(YONAS)) == EMPTY
    assert placed(SANNE.id).feiten.werkgever.naam == terms["werkgever"]
