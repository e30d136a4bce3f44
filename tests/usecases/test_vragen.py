"""Questions answered by a person: the answer and the value are one unit, and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import cast
from uuid import UUID

import pytest

from tests.fakes import WIE, FakeClock, FakeDesk, fake_rekenaar
from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.afdoening import Afdoening, Keuze
from werkdesk.domain.intake import Antwoord, Intake
from werkdesk.domain.kenmerk import KenmerkSoort, make_kenmerk
from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import Melding, MeldingFeiten, MeldingStatus
from werkdesk.domain.persoon import KlantFeiten
from werkdesk.domain.waarden.telefoon import Telefoon
from werkdesk.errors import Refused
from werkdesk.usecases.overzichten import Overzichten
from werkdesk.usecases.vraagrijen import BotsingRow, Getypt, GeweigerdRow, Vragen
from werkdesk.usecases.vragen import Beantwoord, answer_question, put_away, send_again, take_back

KLANT, MELDING, VRAAG = UUID(int=71), UUID(int=72), UUID(int=73)
ONE, TWO, THREE = Telefoon("0612345621"), Telefoon("0612345687"), Telefoon("0201234567")


class Questions:
    """The one read of these use cases."""

    def __init__(self, *rows: BotsingRow | GeweigerdRow) -> None:
        self._told = Vragen(
            botsingen=tuple(row for row in rows if isinstance(row, BotsingRow)),
            geweigerd=tuple(row for row in rows if isinstance(row, GeweigerdRow)),
        )

    def vragen(self) -> Vragen:
        return self._told


def about(
    record: str = "klant", rid: UUID = KLANT, veld: str = "telefoon", telt: object = ONE, anders: object = TWO
) -> BotsingRow:
    return BotsingRow(
        id=VRAAG, record=record, rid=rid, veld=veld, telt=Getypt(waarde=telt), anders=Getypt(waarde=anders),
        tweede=veld == "telefoon",
    )  # fmt: skip


@pytest.fixture
def desk() -> FakeDesk:
    made = FakeDesk()
    now = FakeClock()()
    klant = Klant(id=KLANT, feiten=KlantFeiten(telefoon=ONE), sinds=now)
    melding = Melding(
        id=MELDING, kenmerk=make_kenmerk(KenmerkSoort.MELDING, 3, 1), klant=KLANT, moment=now,
        feiten=MeldingFeiten(kinderen=2), status=MeldingStatus.GEMELD, medewerker="t.verzonnen", balie=3,
    )  # fmt: skip
    intake = Intake(id=MELDING, antwoorden={"taal": Antwoord(keuzes=("goed",))})
    made.stands = {(one.soort, one.id): one for one in (klant, melding, intake)}
    return made


def answer(desk: FakeDesk, row: BotsingRow, keuze: Keuze) -> Beantwoord:
    return answer_question(
        VRAAG, keuze, wie=WIE, work=desk.work, clock=FakeClock(),
        overzichten=cast("Overzichten", Questions(row)), rekenaar=fake_rekenaar,
    )  # fmt: skip


def undo(desk: FakeDesk, done: Beantwoord) -> None:
    take_back(done, wie=WIE, work=desk.work, clock=FakeClock(), rekenaar=fake_rekenaar)


def facts(desk: FakeDesk) -> KlantFeiten:
    return desk.get(Klant, KLANT).feiten


def test_the_answer_comes_before_the_value_in_one_unit(desk: FakeDesk) -> None:
    answer(desk, about(), Keuze.NEMEN)
    assert desk.units == [2]
    settled, changed = desk.acts
    assert isinstance(settled, g.VraagAfgedaan)
    assert (settled.id, settled.keuze, settled.medewerker, settled.balie) == (
        VRAAG, Keuze.NEMEN, "t.verzonnen", 3,
    )  # fmt: skip
    assert isinstance(changed, g.KlantGewijzigd)
    assert (changed.was.telefoon, changed.wordt.telefoon) == (ONE, TWO)
    assert facts(desk).telefoon == TWO


def test_keeping_a_value_says_so_in_the_act(desk: FakeDesk) -> None:
    answer(desk, about(), Keuze.HOUDEN)
    _, changed = desk.acts
    assert isinstance(changed, g.KlantGewijzigd)
    assert (changed.velden, changed.was.telefoon, changed.wordt.telefoon) == (("telefoon",), ONE, ONE)


def test_both_numbers_fill_two_fields_and_going_back_empties_the_second(desk: FakeDesk) -> None:
    done = answer(desk, about(), Keuze.BEIDE)
    assert (facts(desk).telefoon, facts(desk).telefoon2) == (ONE, TWO)
    undo(desk, done)
    assert (facts(desk).telefoon, facts(desk).telefoon2) == (ONE, None)
    assert desk.get(Afdoening, VRAAG).heropend


def test_going_back_leaves_what_somebody_else_changed_meanwhile(desk: FakeDesk) -> None:
    done = answer(desk, about(), Keuze.NEMEN)
    klant = desk.get(Klant, KLANT)
    desk.stands["klant", KLANT] = replace(klant, feiten=replace(klant.feiten, telefoon=THREE))
    undo(desk, done)
    assert facts(desk).telefoon == THREE
    assert desk.get(Afdoening, VRAAG).heropend


def test_a_value_that_changed_since_it_was_shown_is_not_overwritten(desk: FakeDesk) -> None:
    with pytest.raises(Refused, match=r"vraag\.veranderd"):
        answer(desk, about(telt=THREE), Keuze.NEMEN)
    assert desk.acts == []


@pytest.mark.parametrize("keuze", [Keuze.WEGGELEGD, Keuze.OPNIEUW, Keuze.BEIDE])
def test_only_what_the_question_offers_can_be_chosen(desk: FakeDesk, keuze: Keuze) -> None:
    with pytest.raises(Refused, match=r"vraag\.keuze"):
        answer(desk, about("melding", MELDING, "kinderen", 2, 3), keuze)


def test_a_question_that_cannot_be_read_here_cannot_be_answered_here(desk: FakeDesk) -> None:
    with pytest.raises(Refused, match=r"vraag\.keuze"):
        answer(desk, replace(about(), gelezen=False), Keuze.HOUDEN)


def test_a_question_that_is_gone_was_answered(desk: FakeDesk) -> None:
    with pytest.raises(Refused, match=r"vraag\.beantwoord"):
        answer(desk, replace(about(), id=UUID(int=99)), Keuze.HOUDEN)


@pytest.mark.parametrize(("keuze", "kinderen"), [(Keuze.HOUDEN, 2), (Keuze.NEMEN, 3)])
def test_a_fact_of_a_melding_is_answered_too(desk: FakeDesk, keuze: Keuze, kinderen: int) -> None:
    done = answer(desk, about("melding", MELDING, "kinderen", 2, 3), keuze)
    assert desk.get(Melding, MELDING).feiten.kinderen == kinderen
    assert isinstance(desk.acts[1], g.MeldingGewijzigd)
    assert (desk.acts[1].was.kinderen, desk.acts[1].wordt.kinderen) == (2, kinderen)
    undo(desk, done)
    assert desk.get(Melding, MELDING).feiten.kinderen == 2


def test_an_answer_of_the_intake_is_answered_too(desk: FakeDesk) -> None:
    good, other = Antwoord(keuzes=("goed",)), Antwoord(keuzes=("tolk",))
    done = answer(desk, about("intake", MELDING, "taal", good, other), Keuze.NEMEN)
    assert desk.get(Intake, MELDING).antwoorden["taal"] == other
    undo(desk, done)
    assert desk.get(Intake, MELDING).antwoorden["taal"] == good


def refused(act: g.Gebeurtenis | None) -> GeweigerdRow:
    return GeweigerdRow(
        id=VRAAG, soort="KlantGewijzigd", act=act, code="klant.onbekend", medewerker="Tess Verzonnen",
        moment=FakeClock()(), klant_id=KLANT,
    )  # fmt: skip


def test_refused_facts_are_recorded_anew_on_top_of_what_is_there(desk: FakeDesk) -> None:
    act = g.KlantGewijzigd(
        id=KLANT, velden=("telefoon",), was=KlantFeiten(telefoon=THREE), wordt=KlantFeiten(telefoon=TWO)
    )
    send_again(
        VRAAG, wie=WIE, work=desk.work, clock=FakeClock(),
        overzichten=cast("Overzichten", Questions(refused(act))), rekenaar=fake_rekenaar,
    )  # fmt: skip
    settled, again = desk.acts
    assert isinstance(settled, g.VraagAfgedaan)
    assert settled.keuze is Keuze.OPNIEUW
    assert isinstance(again, g.KlantGewijzigd)
    assert (again.was.telefoon, again.wordt.telefoon) == (ONE, TWO)


def test_work_is_put_away_with_its_reason_and_nothing_else_changes(desk: FakeDesk) -> None:
    before = dict(desk.stands)
    put_away(
        VRAAG, " Dubbel getypt ", wie=WIE, work=desk.work, clock=FakeClock(),
        overzichten=cast("Overzichten", Questions(refused(None))),
    )  # fmt: skip
    answer_given = desk.get(Afdoening, VRAAG)
    assert (answer_given.keuze, answer_given.reden) == (Keuze.WEGGELEGD, "Dubbel getypt")
    assert {key: value for key, value in desk.stands.items() if key[0] != "afdoening"} == before
