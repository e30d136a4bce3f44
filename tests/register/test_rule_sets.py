"""An office's own rules: one person proposes, another approves, desks get them signed."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.fixtures.register import TestRegister
from tests.fixtures.register_desk import DeskClient
from tests.fixtures.rule_tables import program_tables, search_case, search_term, write_cases
from werkdesk.commandline.register import add_parser
from werkdesk.errors import Refused
from werkdesk.messages.rule_set import Regelset, open_signed
from werkdesk.register.database import in_transaction
from werkdesk.register.personnel import add_staff

pytestmark = pytest.mark.postgres

NewDesk = Callable[[], DeskClient]


class Cli:
    """``werkdesk register rules`` on one register, in this process."""

    def __init__(self, register: TestRegister, capture: pytest.CaptureFixture[bytes]) -> None:
        self._options = ["--profile", str(register.profile.folder.parent), "--database", register.url]
        self._capture = capture
        self.lines: list[dict[str, Any]] = []
        self.out = self.words = ""

    def __call__(self, *words: str, as_json: bool = True) -> int:
        parser = argparse.ArgumentParser()
        add_parser(parser.add_subparsers(required=True))
        asked = ["--json"] if as_json else []
        arguments = parser.parse_args(["register", "rules", *words, *self._options, *asked])
        code: int = arguments.handler(arguments)
        out, err = self._capture.readouterr()
        self.out, self.words = out.decode(), err.decode()
        self.lines = [json.loads(line) for line in self.out.splitlines()] if as_json else []
        return code


@pytest.fixture
def rules(register: TestRegister, capfdbinary: pytest.CaptureFixture[bytes]) -> Cli:
    for user, role in (("a.beheer", "functioneel_beheerder"), ("b.lead", "teamleider"), ("c.balie", "balie")):
        in_transaction(
            register.engine,
            lambda c, user=user, role=role: add_staff(c, register.office, user, "Fictief", [role]),  # type: ignore[misc]
        )
    return Cli(register, capfdbinary)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "eigen.toml"
    path.write_text(search_term(3), encoding="utf-8")
    return path


def test_one_person_proposes_and_another_approves(
    rules: Cli, table: Path, register: TestRegister, new_desk: NewDesk
) -> None:
    assert rules("propose", str(table), "--user", "a.beheer", "--note", "proef") == 0
    [proposed] = rules.lines
    assert (proposed["nummer"], proposed["stand"], proposed["regels_anders"]) == (1, "concept", 2)
    desk = new_desk()
    desk.pull()
    assert desk.of_type("regelset") == {}
    assert rules("approve", "1", "--user", "b.lead") == 0
    assert rules.lines[0]["vastgesteld_door"] == "b.lead"
    desk.pull()
    [body] = desk.of_type("regelset").values()
    record = Regelset(**{**body, "id": body["id"]})
    document = open_signed(record, register.keys.publisher_public, "kantoor")
    assert (document.nummer, document.stand, document.opgesteld_door) == (1, "vastgesteld", "a.beheer")
    assert document.tabellen == {"eigen.toml": search_term(3)}
    assert document.vingerafdruk == proposed["vingerafdruk"]


def test_who_proposes_does_not_approve(rules: Cli, table: Path) -> None:
    assert rules("propose", str(table), "--user", "a.beheer") == 0
    assert rules("approve", "1", "--user", " A.Beheer ") == 1
    assert rules.words.startswith("regels.zelfde_persoon: ")
    assert rules("list") == 0
    assert rules.lines[0]["stand"] == "concept"


@pytest.mark.parametrize(
    ("user", "code"),
    [("c.balie", "regels.rol"), ("b.lead", "regels.rol"), ("niemand", "medewerker.onbekend")],
)
def test_only_the_functional_administrator_proposes(rules: Cli, table: Path, user: str, code: str) -> None:
    assert rules("propose", str(table), "--user", user) == 1
    assert rules.words.startswith(f"{code}: ")


def test_a_case_that_changes_stops_a_proposal_until_it_is_meant(
    rules: Cli, table: Path, tmp_path: Path
) -> None:
    cases = write_cases(
        tmp_path / "gevallen.json", search_case("oud", "2026-12-31"), search_case("nieuw", "2027-01-01")
    )
    asked = ("propose", str(table), "--user", "a.beheer", "--cases", cases)
    assert rules(*asked) == 1
    [changed] = rules.lines[0]["gevallen_anders"]
    assert (changed["id"], changed["gemeente"]) == ("nieuw", "0358")
    assert changed["nu"]["uitkomst"]["eerste_aanvraagdatum"] == "2027-01-29"
    assert changed["straks"]["uitkomst"]["eerste_aanvraagdatum"] == "2027-01-22"
    assert rules.words.startswith("regels.gevallen_anders: 1 gevallen")
    assert rules("list") == 0
    assert rules.lines == []
    assert rules(*asked, "--accept") == 0
    assert rules("show", "1") == 0
    assert rules.lines[0]["effect"]["changed"] == [changed]
    assert rules("show", "1", as_json=False) == 0
    assert "geval nieuw, gemeente 0358: andere uitkomst" in rules.out


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("geldig_tot = 2026-12-31", "geldig_tot = 2026-12-30", "regels.gat", 17),
        ("geldig_tot = 2026-12-31", "geldig_tot = 2027-01-01", "regels.overlap", 17),
        ('eenheid = "weken"', 'eenheid = "wekn"', "regels.eenheid", 8),
        ("[[regel]]", "[[regel", "regels.toml", 4),
        ('"0358"', '"0363"', "regels.gemeente", 4),
        ('id = "D01"', 'id = "D0l"', "regels.onbekend", 5),
    ],
)
def test_a_bad_table_is_refused_with_file_line_and_reason(
    rules: Cli, table: Path, old: str, new: str, code: str, line: int
) -> None:
    table.write_text(search_term(3).replace(old, new, 2 if "0358" in old else 1), encoding="utf-8")
    assert rules("propose", str(table), "--user", "a.beheer") == 1
    assert rules.words.startswith(f"eigen.toml:{line}: {code}: "), rules.words
    assert rules("list") == 0
    assert rules.lines == []


def test_a_withdrawn_version_is_published_as_withdrawn(
    rules: Cli, table: Path, register: TestRegister, new_desk: NewDesk
) -> None:
    rules("propose", str(table), "--user", "a.beheer")
    rules("approve", "1", "--user", "b.lead")
    assert rules("withdraw", "1", "--user", "b.lead", "--reason", "klopt niet") == 0
    assert rules.lines[0]["reden"] == "klopt niet"
    desk = new_desk()
    desk.pull()
    [body] = desk.of_type("regelset").values()
    document = open_signed(Regelset(**body), register.keys.publisher_public, "kantoor")
    assert (document.stand, document.ingetrokken_door) == ("vervallen", "b.lead")
    assert rules("approve", "1", "--user", "b.lead") == 1
    assert rules.words.startswith("regels.al_besloten: ")


def test_an_older_proposal_is_not_approved_after_a_newer_one(rules: Cli, table: Path) -> None:
    rules("propose", str(table), "--user", "a.beheer")
    rules("propose", str(table), "--user", "a.beheer")
    assert rules("approve", "2", "--user", "b.lead") == 0
    assert rules("approve", "1", "--user", "b.lead") == 1
    assert rules.words.startswith("regels.ingehaald: ")
    assert rules("approve", "7", "--user", "b.lead") == 1
    assert rules.words.startswith("regels.versie_onbekend: ")


def test_a_next_version_keeps_the_tables_that_hold_unless_they_are_replaced(
    rules: Cli, table: Path, tmp_path: Path
) -> None:
    rules("propose", str(table), "--user", "a.beheer")
    rules("approve", "1", "--user", "b.lead")
    assert rules("propose", str(table), "--user", "a.beheer") == 1
    assert rules.words.startswith("regels.geen_wijziging: ")
    other = tmp_path / "ander.toml"
    other.write_text(search_term(2, gemeente="0362"), encoding="utf-8")
    rules("propose", str(other), "--user", "a.beheer")
    assert rules.lines[0]["bestanden"] == ["ander.toml", "eigen.toml"]
    rules("propose", str(other), "--user", "a.beheer", "--replace")
    assert rules.lines[0]["bestanden"] == ["ander.toml"]
    assert {one["soort"] for one in rules.lines[0]["anders"]} == {"nieuw", "weg"}
    assert rules("show", "2", "--out", str(tmp_path / "uit")) == 0
    assert (tmp_path / "uit" / "eigen.toml").read_text("utf-8") == search_term(3)


def test_a_signature_of_another_register_or_over_another_text_is_refused(
    rules: Cli, table: Path, register: TestRegister
) -> None:
    rules("propose", str(table), "--user", "a.beheer")
    rules("approve", "1", "--user", "b.lead")
    with register.engine.connect() as connection:
        body = connection.exec_driver_sql("SELECT body FROM record WHERE type = 'regelset'").scalar_one()
    record = Regelset(**json.loads(body))
    key = register.keys.publisher_public
    forged = Regelset(**{**json.loads(body), "document": record.document.replace("= 3", "= 1")})
    for one, with_key, office, code in (
        (forged, key, "kantoor", r"regels\.handtekening"),
        (record, "00" * 32, "kantoor", r"regels\.handtekening"),
        (record, "", "kantoor", r"regels\.sleutel"),
        (record, key, "elders", r"regels\.ander_kantoor"),
    ):
        with pytest.raises(Refused, match=code) as caught:
            open_signed(one, with_key, office)
        assert caught.value.details["bestand"] == "regelset 1"
        assert caught.value.details["reden"]


def test_the_version_an_office_proposed_against_is_the_program_of_today(rules: Cli, table: Path) -> None:
    rules("propose", str(table), "--user", "a.beheer")
    assert rules.lines[0]["basis"] == program_tables().versie
