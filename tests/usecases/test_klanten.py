"""Persons: a surname is enough, changes name only what differs, and of a document little is kept."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, datetime
from types import SimpleNamespace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import AMSTERDAM, WIE, FakeClock, FakeDesk, FakeIds
from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.bezoek import Bezoek, BezoekReden
from werkdesk.domain.klant import Document, Klant
from werkdesk.domain.persoon import Adres, AdresFunctie, Geslacht, KlantFeiten, PersoonsNaam
from werkdesk.domain.waarden.naam import Naam
from werkdesk.domain.waarden.telefoon import Telefoon
from werkdesk.errors import Refused
from werkdesk.usecases.klanten import SeenDocument, change_klant, record_klant


def seen(**parts: object) -> SeenDocument:
    given_parts = {"document": Document.PASPOORT, "laatste_vier": "7731", "geldig_tot": date(2031, 3, 1)}
    return SeenDocument(**{**given_parts, **parts})  # type: ignore[arg-type]


def test_a_surname_is_enough(at: SimpleNamespace, desk: FakeDesk, feiten: KlantFeiten) -> None:
    saved = at.klant(feiten)
    klant = desk.get(Klant, saved.klant)
    assert klant.feiten == feiten
    assert klant.niveau == 1


def test_without_a_name_nobody_is_made(at: SimpleNamespace, desk: FakeDesk) -> None:
    with pytest.raises(Refused) as refused:
        at.klant(KlantFeiten())
    assert (refused.value.code, refused.value.field) == ("naam.ontbreekt", "geslachtsnaam")
    assert desk.acts == []


def test_a_new_person_is_tied_to_the_visit_in_the_same_unit(
    at: SimpleNamespace, desk: FakeDesk, feiten: KlantFeiten
) -> None:
    ticket = at.ticket(BezoekReden.BIJSTAND)
    saved = at.klant(feiten, "lijkt op een ander, maar is het niet", ticket.bezoek)
    assert desk.get(Bezoek, ticket.bezoek).klant == saved.klant
    assert desk.units[-1] == 2
    made = next(act for act in desk.acts if isinstance(act, g.KlantIngeschreven))
    assert made.toch_nieuw == "lijkt op een ander, maar is het niet"


def test_a_new_person_for_an_unknown_visit_is_not_kept_at_all(
    at: SimpleNamespace, desk: FakeDesk, feiten: KlantFeiten
) -> None:
    with pytest.raises(Refused, match=r"bezoek\.onbekend"):
        at.klant(feiten, None, UUID(int=77))
    assert desk.stands == {}


def test_only_what_differs_is_written(at: SimpleNamespace, desk: FakeDesk, feiten: KlantFeiten) -> None:
    rid = at.klant(feiten).klant
    wordt = replace(feiten, telefoon=Telefoon("0612345678"), geslacht=Geslacht.VROUW)
    at.change_klant(rid, wordt, ("telefoon", "email", "naam"))
    act = desk.acts[-1]
    assert isinstance(act, g.KlantGewijzigd)
    assert act.velden == ("telefoon",)
    assert act.was == KlantFeiten()
    assert act.wordt == KlantFeiten(telefoon=Telefoon("0612345678"))
    assert desk.get(Klant, rid).feiten.geslacht is None  # it was not among the named fields


def test_a_change_that_changes_nothing_is_not_written(
    at: SimpleNamespace, desk: FakeDesk, feiten: KlantFeiten
) -> None:
    rid = at.klant(feiten).klant
    before = len(desk.acts)
    assert not at.change_klant(rid, feiten, ("naam", "telefoon"))
    assert len(desk.acts) == before


def test_a_field_that_does_not_exist_is_a_defect_of_ours(at: SimpleNamespace, feiten: KlantFeiten) -> None:
    rid = at.klant(feiten).klant
    with pytest.raises(AttributeError):
        at.change_klant(rid, feiten, ("schoenmaat",))


_FIELDS = [f.name for f in fields(KlantFeiten)]
_ADRES = st.sampled_from([None, Adres(functie=AdresFunctie.GEEN), Adres(straat="Teststraat", huisnummer=3)])
_FEITEN = st.builds(
    KlantFeiten,
    naam=st.sampled_from([PersoonsNaam(geslachtsnaam=Naam("Een")), PersoonsNaam(geslachtsnaam=Naam("Twee"))]),
    geslacht=st.sampled_from([None, *Geslacht]),
    adres=_ADRES,
    taal=st.sampled_from([None, "nl", "ti"]),
    tolk=st.sampled_from([None, True, False]),
)


@given(was=_FEITEN, wordt=_FEITEN, velden=st.lists(st.sampled_from(_FIELDS), unique=True))
def test_after_a_change_the_named_fields_are_as_wished_and_the_others_as_they_were(
    was: KlantFeiten, wordt: KlantFeiten, velden: list[str]
) -> None:
    desk = FakeDesk()
    rid = record_klant(was, wie=WIE, work=desk.work, clock=FakeClock(), new_id=FakeIds()).klant
    change_klant(rid, wordt, tuple(velden), wie=WIE, work=desk.work)
    after = desk.get(Klant, rid).feiten
    for veld in _FIELDS:
        assert getattr(after, veld) == getattr(wordt if veld in velden else was, veld)


def test_of_a_document_only_kind_last_four_and_validity_are_kept(
    at: SimpleNamespace, desk: FakeDesk, feiten: KlantFeiten
) -> None:
    rid = at.klant(feiten).klant
    at.document(rid, seen(laatste_vier=" 77-3b "))
    controle = desk.get(Klant, rid).controles[0]
    assert (controle.laatste_vier, controle.gezien_door) == ("773B", "t.verzonnen")
    assert desk.get(Klant, rid).niveau == 2


@pytest.mark.parametrize("typed", ["", "773", "SPEC2014731", "77311", "é731", "\x007731x"])
def test_more_or_less_than_four_characters_is_refused(
    typed: str, at: SimpleNamespace, feiten: KlantFeiten
) -> None:
    rid = at.klant(feiten).klant
    with pytest.raises(Refused) as refused:
        at.document(rid, seen(laatste_vier=typed))
    assert (refused.value.code, refused.value.field) == ("document.cijfers", "laatste_vier")


def test_a_document_is_valid_up_to_and_including_its_last_day(
    at: SimpleNamespace, clock: FakeClock, feiten: KlantFeiten
) -> None:
    rid = at.klant(feiten).klant
    at.document(rid, seen(geldig_tot=clock().date()))
    clock.forward(days=1)
    with pytest.raises(Refused, match=r"document\.verlopen"):
        at.document(rid, seen(geldig_tot=date(2026, 11, 3)))


def test_a_driving_licence_counts_from_july_2026(
    at: SimpleNamespace, clock: FakeClock, feiten: KlantFeiten
) -> None:
    rid = at.klant(feiten).klant
    licence = seen(document=Document.RIJBEWIJS)
    clock.now = datetime(2026, 6, 30, 23, 59, tzinfo=AMSTERDAM)
    with pytest.raises(Refused, match=r"document\.niet_geldig"):
        at.document(rid, licence)
    clock.now = datetime(2026, 7, 1, 0, 0, tzinfo=AMSTERDAM)
    at.document(rid, licence)


def test_a_foreign_passport_needs_its_country(at: SimpleNamespace, feiten: KlantFeiten) -> None:
    rid = at.klant(feiten).klant
    with pytest.raises(Refused, match=r"document\.land"):
        at.document(rid, seen(document=Document.EU_PASPOORT))
    at.document(rid, seen(document=Document.EU_PASPOORT, land="PL"))


def test_without_a_document_the_reason_is_kept_and_later_a_document_replaces_it(
    at: SimpleNamespace, desk: FakeDesk, feiten: KlantFeiten
) -> None:
    rid = at.klant(feiten).klant
    with pytest.raises(Refused, match=r"reden\.ontbreekt"):
        at.no_document(rid, "  ")
    at.no_document(rid, "paspoort gestolen, aangifte gedaan")
    assert desk.get(Klant, rid).niveau == 0
    at.document(rid, seen())
    klant = desk.get(Klant, rid)
    assert (klant.niveau, klant.niet_vastgesteld) == (2, None)
