"""A new person: a surname is enough, look-alikes stay in sight, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

import pytest
from hands import Hands
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from visit_desk import SANNE, VisitDesk

from tests.fakes import AMSTERDAM, WIE
from werkdesk.domain.klant import Klant
from werkdesk.domain.persoon import AdresFunctie, KlantFeiten
from werkdesk.domain.waarden.telefoon import Telefoon
from werkdesk.errors import Refused, Unavailable
from werkdesk.ui.frame.opening import TypedFacts
from werkdesk.ui.keys import KeyMap
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.screens.nieuwe_klant import form
from werkdesk.ui.screens.nieuwe_klant.alike import AlikeList
from werkdesk.ui.screens.nieuwe_klant.page import PersonPage
from werkdesk.ui.texts import SENTENCES
from werkdesk.usecases.overzichten import KlantHit

Show = Callable[[QWidget], Hands]
NOW = datetime(2026, 11, 21, 10, 9, tzinfo=AMSTERDAM)
SEARCHED = TypedFacts(tekst="ahmadi 00-00-1991", geslachtsnaam="Ahmadi", geboortedatum="00-00-1991")
ALIKE = KlantHit(
    id=SANNE.id, naam="Ahmadi, R.", geboren="1991", adres="", bsn="", open_meldingen=0, onverzonden=False,
    waarom="klank",
)  # fmt: skip
HOSTILE = (
    "<script>alert(1)</script>",
    "a\x00b",
    "naam\u202eegnad",
    "😀😀",
    "9" * 10_000,
    "\u200b",
    "31-02-1985",
    "123456789",
    "ش" * 300,
)


@pytest.fixture
def page(desk: VisitDesk, tasks: Tasks) -> PersonPage:
    return PersonPage(desk.klant, tasks, desk.host, cap=KeyMap().cap, gemeenten=WIE.gemeenten)


@pytest.fixture
def at(page: PersonPage, hands: Show) -> Hands:
    found = hands(page)
    page.start_new(SEARCHED, None)
    page.begin()
    found.settle()
    return found


def made(desk: VisitDesk) -> list[Klant]:
    return [one for one in desk.desk.all(Klant) if one.id.int >= 0x1000]


def test_the_search_carries_its_facts_over(page: PersonPage, at: Hands) -> None:
    assert page.fields.texts()["geslachtsnaam"] == "Ahmadi"
    assert page.fields.texts()["geboortedatum"] == "00-00-1991"
    assert page.fields.focused() == "voornamen"
    assert "ahmadi" in page.card.remark.text()


def test_a_surname_and_one_key_make_a_person(page: PersonPage, at: Hands, desk: VisitDesk) -> None:
    new: list[UUID] = []
    page.made.connect(new.append)
    page.save()
    at.settle()
    (klant,) = made(desk)
    assert klant.feiten.naam is not None
    assert klant.feiten.naam.geslachtsnaam == "Ahmadi"
    assert klant.feiten.geboortedatum == "19910000"
    assert new == [klant.id]
    assert not desk.desk.concepten


def test_without_a_surname_it_says_so_at_the_field(page: PersonPage, at: Hands, desk: VisitDesk) -> None:
    page.start_new(TypedFacts(tekst="1181ab 12", postcode="1181AB", huisnummer="12"), None)
    at.settle()
    page.save()
    at.settle()
    assert page.fields.by_name["geslachtsnaam"].error
    assert page.fields.focused() == "geslachtsnaam"
    assert not made(desk)


def test_a_look_alike_shows_first_names_and_the_known_part_of_a_birth_date(qtbot: QtBot) -> None:
    alike = AlikeList()
    qtbot.addWidget(alike)
    alike.show_hits([replace(ALIKE, geboren="19910000", voornamen="Reza", geheim=True)])
    assert alike.list.rows[0].option.text.startswith("Ahmadi, R. (Reza) · 00-00-1991 · geheim adres\n")


def test_a_look_alike_is_taken_with_one_key(page: PersonPage, at: Hands, desk: VisitDesk) -> None:
    chosen: list[UUID] = []
    page.chosen.connect(chosen.append)
    desk.alike = (ALIKE,)
    page.fields.focus("geslachtsnaam")
    at.type("n")
    at.press("Tab")
    page.save()
    at.settle()
    assert "zelfde klank" in page.alike.list.rows[0].option.text
    page.alike.take(0)
    assert chosen == [SANNE.id]
    assert not made(desk)


def test_saving_beside_a_look_alike_asks_why_in_one_key(page: PersonPage, at: Hands, desk: VisitDesk) -> None:
    desk.alike = (ALIKE,)
    page.start_new(SEARCHED, None)
    at.settle()
    page.save()
    at.settle()
    assert not made(desk)
    assert page.sure_card.isVisible()
    at.type("2")
    assert len(made(desk)) == 1
    act = desk.desk.acts[-1]
    assert act.toch_nieuw == "hier nooit geweest"  # type: ignore[union-attr]


def test_saving_waits_for_the_look_alikes_of_what_was_just_typed(
    page: PersonPage, at: Hands, desk: VisitDesk
) -> None:
    desk.alike = (ALIKE,)
    page.fields.by_name["geslachtsnaam"].set_value("Ahmadie")
    page.save()
    at.settle()
    assert not made(desk)
    assert page.sure_card.isVisible()


def test_look_alikes_that_cannot_be_asked_keep_nobody_from_saving(
    page: PersonPage, at: Hands, desk: VisitDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(_name: str, _born: str | None) -> tuple[KlantHit, ...]:
        raise Unavailable("cache.bezet")

    monkeypatch.setattr(page, "_actions", page._actions.__class__(**{
        **{name: getattr(page._actions, name) for name in ("record", "change", "drafts", "clock")},
        "lijkt_op": away,
    }))  # fmt: skip
    page.fields.by_name["geslachtsnaam"].set_value("Ahmadie")
    page.save()
    at.settle()
    assert len(made(desk)) == 1


def test_no_bsn_has_a_reason_and_a_bsn_takes_it_away(page: PersonPage, at: Hands, desk: VisitDesk) -> None:
    page.fields.focus("geen_bsn")
    at.type("2")
    page.save()
    at.settle()
    assert made(desk)[0].feiten.geen_bsn_reden == "gestolen of kwijt"
    texts = {**form.EMPTY, "geslachtsnaam": "X", "bsn": "999993653", "geen_bsn": "geen document"}
    assert form.feiten(texts, KlantFeiten(), NOW).geen_bsn_reden is None


def test_no_fixed_address_is_an_answer(page: PersonPage, at: Hands, desk: VisitDesk) -> None:
    page.fields.focus("adres_soort")
    at.type("3")
    assert not page.fields.by_name["straat"].isVisible()
    page.save()
    at.settle()
    adres = made(desk)[0].feiten.adres
    assert adres is not None
    assert adres.functie is AdresFunctie.GEEN


def test_a_draft_belongs_to_its_own_search(page: PersonPage, at: Hands, desk: VisitDesk) -> None:
    at.type("Reza")
    page.flush()
    at.settle()
    page.start_new(TypedFacts(tekst="jansen", geslachtsnaam="Jansen"), None)
    at.settle()
    assert page.fields.texts()["voornamen"] == ""
    page.start_new(SEARCHED, None)
    at.settle()
    assert page.fields.texts()["voornamen"] == "Reza"


def test_changes_name_only_what_differs(page: PersonPage, at: Hands, desk: VisitDesk) -> None:
    dossier = desk.dossier(SANNE.id)
    assert dossier is not None
    page.start_change(dossier)
    at.settle()
    page.fields.by_name["telefoon"].set_value("0612345678")
    page.save()
    at.settle()
    assert desk.desk.acts[-1].velden == ("telefoon",)  # type: ignore[union-attr]
    assert desk.desk.get(Klant, SANNE.id).feiten.telefoon == "+31612345678"


def with_phone(desk: VisitDesk, number: str) -> None:
    """Another desk's newer phone number came in."""
    known = desk.desk.get(Klant, SANNE.id)
    feiten = replace(known.feiten, telefoon=Telefoon(number, field="telefoon"))
    desk.desk.stands["klant", SANNE.id] = replace(known, feiten=feiten)


def change(page: PersonPage, at: Hands, desk: VisitDesk) -> None:
    """F2."""
    dossier = desk.dossier(SANNE.id)
    assert dossier is not None
    page.start_change(dossier)
    at.settle()


def test_a_change_takes_its_draft_along_also_when_the_field_tidies_up_later(
    page: PersonPage, at: Hands, desk: VisitDesk
) -> None:
    change(page, at, desk)
    page.fields.focus("telefoon")
    at.type("0612345678")
    page.flush()
    at.settle()
    assert desk.desk.concepten
    page.save()
    at.settle()
    assert not desk.desk.concepten
    page.fields.focus("email")  # the number is written the usual way now
    page.flush()
    at.settle()
    assert not desk.desk.concepten


def test_typing_the_same_in_another_way_leaves_no_draft(page: PersonPage, at: Hands, desk: VisitDesk) -> None:
    with_phone(desk, "0612345678")
    change(page, at, desk)
    page.fields.by_name["telefoon"].set_value("06 12345678")
    page.flush()
    at.settle()
    page.save()
    at.settle()
    assert not desk.desk.acts
    assert not desk.desk.concepten


def test_a_draft_that_is_older_than_a_colleagues_value_says_so_at_the_field(
    page: PersonPage, at: Hands, desk: VisitDesk
) -> None:
    change(page, at, desk)
    page.fields.by_name["telefoon"].set_value("0611111111")
    page.fields.by_name["email"].set_value("sanne@example.org")
    page.flush()
    at.settle()
    with_phone(desk, "0622222222")
    for _ in range(2):  # also when it was put aside again
        change(page, at, desk)
        assert page.fields.texts()["telefoon"] == "0611111111"
        assert "06-22 22 22 22" in page.fields.by_name["telefoon"].below.text()
        assert "Telefoon" in page.status.text()
        assert not page.fields.by_name["email"].below.text()
        page.fields.by_name["voornamen"].set_value("Sanne M")
        page.flush()
        at.settle()
    page.fields.focus("telefoon")
    at.type("1")
    assert not page.fields.by_name["telefoon"].below.text()


def test_a_colleagues_value_joins_the_open_form_field_by_field(
    page: PersonPage, at: Hands, desk: VisitDesk
) -> None:
    change(page, at, desk)
    page.fields.by_name["email"].set_value("sanne@example.org")
    with_phone(desk, "0622222222")
    dossier = desk.dossier(SANNE.id)
    assert dossier is not None
    page.show_dossier(dossier)
    assert page.fields.texts()["telefoon"] == "06-22 22 22 22"
    assert page.fields.texts()["email"] == "sanne@example.org"
    page.save()
    at.settle()
    assert desk.desk.acts[-1].velden == ("email",)  # type: ignore[union-attr]


def test_an_answer_that_comes_late_leaves_the_next_person_alone(
    page: PersonPage, at: Hands, desk: VisitDesk
) -> None:
    change(page, at, desk)
    page.fields.by_name["telefoon"].set_value("0611111111")
    page.save()
    page.start_new(SEARCHED, None)
    at.settle()
    page.fields.by_name["voornamen"].set_value("Reza")
    page.flush()
    at.settle()
    assert [key.startswith("klant:nieuw:") for key in desk.desk.concepten] == [True]
    page.save()
    at.settle()
    assert [one.feiten.naam.voornamen for one in made(desk) if one.feiten.naam] == ["Reza"]
    assert not desk.desk.concepten


def test_a_refused_change_stays_a_draft(page: PersonPage, at: Hands, desk: VisitDesk) -> None:
    change(page, at, desk)
    desk.fail["change_klant"] = Unavailable("schijf.vol")
    page.fields.by_name["telefoon"].set_value("0611111111")
    page.save()
    at.settle()
    page.flush()
    at.settle()
    assert desk.desk.concepten


def test_what_the_form_does_not_ask_stays(desk: VisitDesk) -> None:
    texts = form.texts_of(SANNE.feiten)
    assert form.changed(SANNE.feiten, form.feiten(texts, SANNE.feiten, NOW)) == ()


def test_a_full_disk_loses_nothing(page: PersonPage, at: Hands, desk: VisitDesk) -> None:
    desk.fail["record_klant"] = Unavailable("schijf.vol")
    at.type("Reza")
    page.save()
    at.settle()
    assert "schijf" in page.status.text()
    assert page.fields.texts()["voornamen"] == "Reza"


@pytest.mark.parametrize("field", form.FIELDS)
def test_every_field_reads_or_refuses_hostile_text_with_its_own_name(field: str) -> None:
    for value in HOSTILE:
        found = form.problems({**form.EMPTY, "geslachtsnaam": "X", field: value}, NOW)
        assert set(found) <= {field}, value[:40]
        assert all(error.field == field and error.code in SENTENCES for error in found.values())


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("huisnummer", "0", "huisnummer.vorm"),
        ("huisnummer", "100000", "huisnummer.vorm"),
        ("huisletter", "AB", "huisletter.vorm"),
        ("toevoeging", "12345", "toevoeging.vorm"),
        ("straat", "x" * 81, "tekst.te_lang"),
        ("locatie", "x" * 36, "tekst.te_lang"),
        ("voorvoegsel", "van der von", "voorvoegsel.te_lang"),
        ("geboortedatum", "22-11-2026", "geboortedatum.toekomst"),
    ],
)
def test_values_past_the_border_are_refused(field: str, value: str, code: str) -> None:
    with pytest.raises(Refused) as caught:
        form.read(field, value, NOW)
    assert caught.value.code == code
