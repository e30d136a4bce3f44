"""The fictitious people keep their promises."""

from datetime import date

from werkdesk.domain.persoon import AdresFunctie
from werkdesk.fictief.personen import make_people

TODAY = date(2026, 11, 21)


def test_the_same_seed_gives_the_same_people() -> None:
    assert list(make_people(3, 200, TODAY)) == list(make_people(3, 200, TODAY))


def test_another_seed_gives_other_people() -> None:
    assert list(make_people(3, 50, TODAY)) != list(make_people(4, 50, TODAY))


def test_every_bsn_is_in_the_test_range_and_given_once() -> None:
    numbers = [k.feiten.bsn for k in make_people(5, 2_000, TODAY) if k.feiten.bsn]
    assert all(number.startswith("9999") for number in numbers)
    assert len(numbers) == len(set(numbers)) > 1_800


def test_more_people_than_test_numbers_get_no_made_up_number() -> None:
    people = list(make_people(6, 12_000, TODAY))
    numbers = [k.feiten.bsn for k in people if k.feiten.bsn]
    assert len(people) == 12_000
    assert len(set(numbers)) == len(numbers) <= 9_091


def test_a_small_town_holds_every_kind_of_person() -> None:
    facts = [k.feiten for k in make_people(1, 3_000, TODAY)]
    assert {f.taal for f in facts} >= {"nl", "tr", "ar", "pl", "ti", "uk", "so"}
    assert {f.gemeente for f in facts} == {"0362", "0358"}
    assert any(f.bsn is None for f in facts)
    assert any(f.geheim for f in facts)
    assert any(f.adres and f.adres.functie is AdresFunctie.GEEN for f in facts)
    assert any(f.geboortedatum and not f.geboortedatum.complete for f in facts)
    assert any(f.naam and f.naam.voorvoegsel == "'t" for f in facts)
    assert any(f.naam and f.naam.partner_geslachtsnaam for f in facts)
    assert any(f.naam and f.naam.voornamen is None for f in facts)
