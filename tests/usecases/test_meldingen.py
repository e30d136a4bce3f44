"""The melding: with a surname and nothing else; its day is money."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace
from uuid import UUID

import pytest

from tests.fakes import FakeClock, FakeDesk
from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.intake import VRAGEN, Antwoord, Intake
from werkdesk.domain.kenmerk import Kenmerk
from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import Kanaal, Melding, MeldingFeiten, MeldingReden, MeldingStatus
from werkdesk.domain.persoon import KlantFeiten
from werkdesk.domain.waarden.geboortedatum import GeboorteDatum
from werkdesk.errors import Refused
from werkdesk.usecases.changes import Topic
from werkdesk.usecases.meldingen import NewMelding


@pytest.fixture
def klant(at: SimpleNamespace, feiten: KlantFeiten) -> UUID:
    made: UUID = at.klant(feiten).klant
    return made


def test_a_surname_is_enough_and_the_gaps_are_listed(at: SimpleNamespace, klant: UUID) -> None:
    melding = at.melding(NewMelding(klant=klant, feiten=MeldingFeiten())).melding
    assert melding.kenmerk == Kenmerk(melding.kenmerk)
    assert melding.kenmerk.startswith("M-3-0001-")
    assert {"geboortedatum", "adres", "telefoon", "identiteit", "reden"} <= set(melding.ontbreekt)
    assert melding.status is MeldingStatus.GEMELD


def test_kenmerken_follow_each_other(at: SimpleNamespace, klant: UUID) -> None:
    given = [at.melding(NewMelding(klant=klant, feiten=MeldingFeiten())).melding.kenmerk for _ in range(3)]
    assert [kenmerk[:8] for kenmerk in given] == ["M-3-0001", "M-3-0002", "M-3-0003"]


def test_facts_of_the_person_travel_in_the_same_unit_and_decide_the_dates(
    at: SimpleNamespace, desk: FakeDesk, klant: UUID, feiten: KlantFeiten
) -> None:
    typed = replace(feiten, geboortedatum=GeboorteDatum("20040312"))
    saved = at.melding(
        NewMelding(
            klant=klant, feiten=MeldingFeiten(), klant_feiten=typed, klant_velden=("geboortedatum", "naam")
        )
    )
    assert saved.melding.status is MeldingStatus.ZOEKTERMIJN
    assert [t.code for t in saved.melding.termijnen] == ["D01"]
    assert "geboortedatum" not in saved.melding.ontbreekt
    assert desk.units[-1] == 2
    assert desk.get(Klant, klant).feiten.geboortedatum == "20040312"


def test_a_draft_goes_with_the_save_that_replaces_it(
    at: SimpleNamespace, desk: FakeDesk, klant: UUID
) -> None:
    desk.concepten["melding:1"] = ({"reden": "x"}, "t.verzonnen")
    saved = at.melding(NewMelding(klant=klant, feiten=MeldingFeiten(), concept="melding:1"))
    assert desk.concepten == {}
    assert Topic.CONCEPT in saved.changes.topics


def test_a_melding_by_post_keeps_its_own_day(at: SimpleNamespace, clock: FakeClock, klant: UUID) -> None:
    moment = clock() - timedelta(days=2)
    command = NewMelding(klant=klant, feiten=MeldingFeiten(kanaal=Kanaal.POST), moment=moment)
    assert at.melding(command).melding.meldingsdatum == moment.date()


def test_a_melding_of_tomorrow_is_refused(
    at: SimpleNamespace, desk: FakeDesk, clock: FakeClock, klant: UUID
) -> None:
    later = clock() + timedelta(minutes=1)
    with pytest.raises(Refused) as refused:
        at.melding(NewMelding(klant=klant, feiten=MeldingFeiten(), moment=later))
    assert (refused.value.code, refused.value.field) == ("moment.toekomst", "moment")
    assert not desk.all(Melding)


def test_an_external_reference_has_64_characters_at_most(at: SimpleNamespace, klant: UUID) -> None:
    kept = at.melding(NewMelding(klant=klant, feiten=MeldingFeiten(), externe_ref="r" * 64))
    assert kept.melding.externe_ref == "r" * 64
    with pytest.raises(Refused, match=r"ref\.te_lang"):
        at.melding(NewMelding(klant=klant, feiten=MeldingFeiten(), externe_ref="r" * 65))


def test_nobody_cannot_report(at: SimpleNamespace, desk: FakeDesk) -> None:
    with pytest.raises(Refused, match=r"klant\.onbekend"):
        at.melding(NewMelding(klant=UUID(int=9), feiten=MeldingFeiten()))
    assert desk.acts == []


def test_dates_are_computed_anew_only_when_a_fact_that_decides_them_changed(
    at: SimpleNamespace, desk: FakeDesk, klant: UUID, feiten: KlantFeiten
) -> None:
    rid = at.melding(NewMelding(klant=klant, feiten=MeldingFeiten())).melding.id
    at.change_melding(rid, MeldingFeiten(reden=MeldingReden.EINDE_WW), ("reden",))
    assert not any(isinstance(act, g.TermijnenHerrekend) for act in desk.acts)
    young = replace(feiten, geboortedatum=GeboorteDatum("20040312"))
    after = at.change_melding(rid, MeldingFeiten(), (), klant_feiten=young, klant_velden=("geboortedatum",))
    assert isinstance(desk.acts[-1], g.TermijnenHerrekend)
    assert after.melding.status is MeldingStatus.ZOEKTERMIJN
    assert after.melding.feiten.reden is MeldingReden.EINDE_WW


def test_a_change_that_changes_nothing_writes_nothing(
    at: SimpleNamespace, desk: FakeDesk, klant: UUID
) -> None:
    rid = at.melding(NewMelding(klant=klant, feiten=MeldingFeiten(gemeente="0362"))).melding.id
    before = len(desk.acts)
    saved = at.change_melding(rid, MeldingFeiten(gemeente="0362"), ("gemeente",))
    assert len(desk.acts) == before
    assert not saved.changes


def test_a_change_of_a_melding_that_is_not_there_is_refused(at: SimpleNamespace) -> None:
    with pytest.raises(Refused, match=r"melding\.onbekend"):
        at.change_melding(UUID(int=9), MeldingFeiten(), ())


def test_an_intake_is_answered_question_by_question_by_whoever_sits_there(
    at: SimpleNamespace, desk: FakeDesk, klant: UUID
) -> None:
    rid = at.melding(NewMelding(klant=klant, feiten=MeldingFeiten())).melding.id
    for vraag in VRAGEN:
        at.answer(rid, vraag.code, Antwoord(keuzes=(vraag.opties[0],)))
    assert set(desk.get(Intake, rid).antwoorden) == {vraag.code for vraag in VRAGEN}


def test_the_same_answer_twice_is_written_once(at: SimpleNamespace, desk: FakeDesk, klant: UUID) -> None:
    rid = at.melding(NewMelding(klant=klant, feiten=MeldingFeiten())).melding.id
    at.answer(rid, "spoed", Antwoord(keuzes=("geen",)))
    assert not at.answer(rid, "spoed", Antwoord(keuzes=("geen",)))
    assert sum(isinstance(act, g.IntakeBeantwoord) for act in desk.acts) == 1


@pytest.mark.parametrize(
    ("vraag", "antwoord", "code"),
    [
        ("schoenmaat", Antwoord(), "vraag.onbekend"),
        ("spoed", Antwoord(keuzes=("honger",)), "antwoord.onbekend"),
        ("uren", Antwoord(tekst="x" * 301), "tekst.te_lang"),
    ],
)
def test_an_answer_that_cannot_be_is_refused(
    vraag: str, antwoord: Antwoord, code: str, at: SimpleNamespace, klant: UUID
) -> None:
    rid = at.melding(NewMelding(klant=klant, feiten=MeldingFeiten())).melding.id
    with pytest.raises(Refused) as refused:
        at.answer(rid, vraag, antwoord)
    assert refused.value.code == code


def test_an_intake_needs_its_melding(at: SimpleNamespace) -> None:
    with pytest.raises(Refused, match=r"melding\.onbekend"):
        at.answer(UUID(int=9), "spoed", Antwoord(keuzes=("geen",)))
