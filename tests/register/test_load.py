"""Filling a register in bulk, and the file of fictitious BRP persons."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine

from tests.fixtures.register import TestRegister
from tests.fixtures.register_desk import MOMENT, DeskClient, fictitious, fictitious_bsn, written_in
from werkdesk.domain.klant import Klant
from werkdesk.errors import Refused
from werkdesk.register import load
from werkdesk.register.brp_file import read_test_persons
from werkdesk.register.database import in_transaction
from werkdesk.register.ids import new_id
from werkdesk.register.load import load_records

pytestmark = pytest.mark.postgres

NewDesk = Callable[[], DeskClient]
SHARED = Path(__file__).parents[2] / "../shared/data/brp/test_persons.json"
PERSON: dict[str, Any] = {
    "burgerservicenummer": str(fictitious_bsn(20)),
    "geslacht": ["V", "vrouw"],
    "naam": {
        "aanduidingNaamgebruik": ["V", "partner, eigen"],
        "voornamen": "Fictie Proef ",
        "voorvoegsel": "van der",
        "geslachtsnaam": "Verzonnen",
        "adellijkeTitelPredicaat": {"soort": "titel", "code": "BS", "omschrijving": "barones"},
    },
    "geboorte": {"datum": "19780600"},
    "verblijfplaats": {
        "functieAdres": ["B", "briefadres"], "straat": "Proefstraat", "huisnummer": "4", "huisletter": "a",
        "huisnummertoevoeging": "II", "postcode": "1181 AB", "woonplaats": "Amstelveen",
        "aanduidingBijHuisnummer": ["to", "tegenover"],
    },
    "gemeenteVanInschrijving": ["0362", "Amstelveen"],
    "geheimhoudingPersoonsgegevens": "7",
    "partners": [
        {"naam": {"geslachtsnaam": "Vroeger"}, "ontbindingHuwelijkPartnerschap": {"datum": "20010101"}},
        {"naam": {"geslachtsnaam": "Bedacht", "voorvoegsel": "de"}},
    ],
}  # fmt: skip


def people(count: int) -> Iterator[tuple[str, Klant]]:
    for number in range(count):
        yield "klant", Klant(id=new_id(), feiten=fictitious(f"Fictief{number}"), sinds=MOMENT)


def read(tmp_path: Path, *persons: dict[str, Any]) -> list[Klant]:
    file = tmp_path / "personen.json"
    file.write_text(json.dumps({"personen": persons}), "utf-8")
    return [klant for _, klant in read_test_persons(file, datetime.now(UTC)).records("kantoor")]


def test_loaded_records_reach_desks_through_the_feed(new_desk: NewDesk, register: TestRegister) -> None:
    desk = new_desk()
    desk.pull()
    done = load_records(register.engine, "kantoor", people(5_500), register.keys.bsn_hash)
    assert (done.added, done.present) == (5_500, 0)
    desk.pull(wait_s=5)
    assert len(desk.of_type("klant")) == 5_500


def test_loading_twice_adds_nothing(register: TestRegister) -> None:
    batch = list(people(10))
    load_records(register.engine, "kantoor", batch, register.keys.bsn_hash)
    again = load_records(register.engine, "kantoor", [*batch, *people(1)], register.keys.bsn_hash)
    assert (again.added, again.present) == (1, 10)


def test_who_comes_in_later_with_a_loaded_bsn_is_a_duplicate(
    new_desk: NewDesk, register: TestRegister
) -> None:
    facts = fictitious(bsn=fictitious_bsn(21))
    known = Klant(id=new_id(), feiten=facts, sinds=MOMENT)
    load_records(register.engine, "kantoor", [("klant", known)], register.keys.bsn_hash)
    (outcome,) = new_desk().push(written_in(facts)).outcomes
    assert (outcome.outcome, outcome.canonical) == ("duplicate", known.id)


def test_a_record_of_an_unknown_type_or_office_is_refused(register: TestRegister) -> None:
    klant = Klant(id=new_id(), feiten=fictitious(), sinds=MOMENT)
    with pytest.raises(Refused, match=r"bericht\.soort"):
        load_records(register.engine, "kantoor", [("melding", klant)], register.keys.bsn_hash)
    with pytest.raises(Refused, match=r"kantoor\.onbekend"):
        load_records(register.engine, "weg", [("klant", klant)], register.keys.bsn_hash)


def test_thousands_of_people_take_two_transactions(
    register: TestRegister, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes: list[int] = []

    def counting(engine: Engine, work: Callable[[Connection], int]) -> int:
        sizes.append(in_transaction(engine, work))
        return sizes[-1]

    monkeypatch.setattr(load, "in_transaction", counting)
    load_records(register.engine, "kantoor", people(5_500), register.keys.bsn_hash)
    assert sizes == [5_000, 500]


def test_every_part_of_a_brp_person_is_taken_over(tmp_path: Path) -> None:
    (klant,) = read(tmp_path, PERSON)
    facts, name, address = klant.feiten, klant.feiten.naam, klant.feiten.adres
    assert name is not None
    assert address is not None
    assert (name.geslachtsnaam, name.voorvoegsel, name.voornamen) == ("Verzonnen", "van der", "Fictie Proef")
    assert (name.naamgebruik, name.titel) == ("V", "BS")
    assert (name.partner_voorvoegsel, name.partner_geslachtsnaam) == ("de", "Bedacht")
    assert (facts.geboortedatum, facts.geslacht, facts.gemeente) == ("19780600", "V", "0362")
    assert facts.geheim is True
    assert (address.functie, address.straat, address.huisnummer) == ("B", "Proefstraat", 4)
    assert (address.huisletter, address.toevoeging, address.aanduiding) == ("a", "II", "to")
    assert (address.postcode, address.woonplaats, address.land) == ("1181AB", "Amstelveen", None)


@pytest.mark.parametrize(
    ("place", "land", "lines"),
    [
        ({"land": ["5010", "België"], "regel1": "Rue 25", "regel2": "Bruxelles"}, "België", 2),
        ({"land": ["5003", "Zwitserland"]}, "Zwitserland", 0),
        ({"land": {"code": "0000"}}, "onbekend", 0),
        ({"land": ["6030", "Nederland"], "locatiebeschrijving": "woonboot"}, None, 0),
    ],
)
def test_an_address_abroad_keeps_its_lines_and_country(
    tmp_path: Path, place: dict[str, Any], land: str | None, lines: int
) -> None:
    (klant,) = read(tmp_path, {**PERSON, "verblijfplaats": place})
    assert klant.feiten.adres is not None
    assert klant.feiten.adres.land == land
    assert len(klant.feiten.adres.buitenland) == lines


def relation(name: str, began: str | None = None, **ended: Any) -> dict[str, Any]:
    begin = {} if began is None else {"aangaanHuwelijkPartnerschap": {"datum": began}}
    return {"naam": {"geslachtsnaam": name}, **begin, **ended}


EXES = [
    relation("Eerder", "19900101", ontbindingHuwelijkPartnerschap={"datum": "19990000"}),
    relation("Later", "19950101", ontbindingHuwelijkPartnerschap={"datum": "20010101"}),
    relation("Ooit", "19800101", ontbindingHuwelijkPartnerschap={}),
]


@pytest.mark.parametrize(
    ("usage", "partners", "name"),
    [
        ("P", [relation("Tweede", "20100101"), relation("Oudste", "20050000")], "Oudste"),
        ("P", [relation("Tweede", "20100101"), relation("Onbekend")], "Onbekend"),
        ("P", [*EXES, relation("Nu", "20200101")], "Nu"),
        ("P", EXES, "Later"),
        ("E", [*EXES, relation("Nu", "20200101")], "Nu"),
        ("E", EXES, None),
        ("P", [], None),
    ],
)
def test_the_partner_is_the_one_that_the_brp_rules_choose(
    tmp_path: Path, usage: str, partners: list[dict[str, Any]], name: str | None
) -> None:
    own = {**PERSON["naam"], "aanduidingNaamgebruik": [usage, "?"]}
    (klant,) = read(tmp_path, {**PERSON, "naam": own, "partners": partners})
    assert klant.feiten.naam is not None
    assert klant.feiten.naam.partner_geslachtsnaam == name


@pytest.mark.parametrize(
    ("place", "town"),
    [
        ({"straat": "Proefstraat", "huisnummer": "4", "postcode": "1181AB"}, "Amstelveen"),
        ({"locatiebeschrijving": "woonboot"}, "Amstelveen"),
        (
            {"straat": "Proefstraat", "huisnummer": "4", "woonplaats": "Nes aan de Amstel"},
            "Nes aan de Amstel",
        ),
        ({"land": ["5010", "België"], "regel1": "Rue 25"}, None),
        ({"land": {"code": "0000"}}, None),
    ],
)
def test_a_town_that_is_not_registered_is_that_of_the_gemeente(
    tmp_path: Path, place: dict[str, Any], town: str | None
) -> None:
    (klant,) = read(tmp_path, {**PERSON, "verblijfplaats": place})
    assert klant.feiten.adres is not None
    assert klant.feiten.adres.woonplaats == town


def test_a_person_with_nothing_that_fits_is_loaded_all_the_same(tmp_path: Path) -> None:
    hopeless = {
        "burgerservicenummer": "123", "geslacht": ["X", "?"], "naam": {"geslachtsnaam": "\x00"},
        "geboorte": {"datum": "onbekend"}, "verblijfplaats": {"postcode": "x", "huisnummer": "4a"},
    }  # fmt: skip
    first, second = read(tmp_path, hopeless, {})
    assert (first.feiten.bsn, first.feiten.naam, first.feiten.geboortedatum) == (None, None, None)
    assert first.feiten.geen_bsn_reden == "onbekend"
    assert first.id != second.id


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"personen":1}', '{"personen":[1]}', "NaN"])
def test_a_file_of_another_form_is_refused(tmp_path: Path, content: str) -> None:
    file = tmp_path / "personen.json"
    file.write_text(content, "utf-8")
    with pytest.raises(Refused, match=r"bestand\.vorm"):
        read_test_persons(file, datetime.now(UTC))


def test_every_published_test_person_is_loaded(register: TestRegister) -> None:
    if not SHARED.exists():
        pytest.skip("the published test persons are not beside this folder")
    persons = read_test_persons(SHARED, datetime.now(UTC))
    done = load_records(register.engine, "kantoor", persons.records("kantoor"), register.keys.bsn_hash)
    assert done.added == len(persons.persons) > 600
    assert persons.left_out == {}
