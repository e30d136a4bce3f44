"""``werkdesk rules`` and ``desk status`` with the rules that an office published."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.commandline.test_desk import Verbs, bare  # noqa: F401 - fixtures by name
from tests.fixtures.register import TestRegister
from tests.fixtures.rule_tables import program_tables, search_case, search_term, write_cases
from werkdesk.messages.rule_set import Regelset
from werkdesk.register.admin_records import put_record
from werkdesk.register.database import in_transaction
from werkdesk.register.ids import new_id
from werkdesk.register.personnel import add_staff
from werkdesk.register.rules.decide import Decision, approve
from werkdesk.register.rules.propose import NewTables, propose

pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("cheap_pins")]


@pytest.fixture
def own_rules(bare: Verbs, register: TestRegister, served: str) -> Verbs:  # noqa: F811 - a fixture
    """A desk that got an own zoektermijn of three weeks for gemeente 0358, and a forged set after it."""
    now, basis = datetime.now(UTC), program_tables()
    for user in ("a.beheer", "b.beheer"):
        _hire(register, user)
    new = NewTables(files={"eigen.toml": search_term(3).encode()}, user="a.beheer", now=now)
    in_transaction(register.engine, lambda c: propose(c, register.office, new, basis))
    by, key = Decision(number=1, user="b.beheer", now=now), register.keys.publisher
    in_transaction(register.engine, lambda c: approve(c, register.office, by, basis, key))
    forged = Regelset(id=new_id(), nummer=2, document="{}", handtekening="00")
    in_transaction(register.engine, lambda c: put_record(c, "kantoor", "regelset", forged))
    _, user_code = register.staff("f.balie", "Fictieve Balie")
    words = ("desk", "enrol", served, register.desk_code(), "--user", "f.balie", "--user-code", user_code)
    assert bare.run(*words)[0] == 0, bare.errors
    assert bare.run("desk", "sync")[0] == 0, bare.errors
    return bare


def _hire(register: TestRegister, user: str) -> None:
    roles = ["functioneel_beheerder"]
    in_transaction(register.engine, lambda c: add_staff(c, register.office, user, "Fictief", roles))


def test_the_status_says_which_rules_count_and_which_were_refused(own_rules: Verbs) -> None:
    rules = own_rules.json("desk", "status")[0]["rules"]
    assert (rules["number"], rules["from"], rules["too_old"]) == (1, "kantoor", False)
    assert [(one["number"], one["code"], one["file"]) for one in rules["refused"]] == [
        (2, "regels.handtekening", "regelset 2")
    ]
    _, out = own_rules.run("desk", "status")
    assert "eigen versie 1" in out
    assert "LET OP: regelset 2: De handtekening van deze regels klopt niet." in out


def test_a_jurist_tests_her_cases_with_the_rules_of_a_desk(own_rules: Verbs, tmp_path: Path) -> None:
    cases = write_cases(tmp_path / "gevallen.json", search_case("a", "2027-02-01"))
    for gemeente, day in (("0358", "2027-02-22"), ("0362", "2027-03-01")):
        code, out = own_rules.run("rules", "test", cases, "--gemeente", gemeente, "--json")
        assert code == 0, own_rules.errors
        [answer] = json.loads(out)["antwoorden"]
        assert answer["uitkomst"]["eerste_aanvraagdatum"] == day
    _, out = own_rules.run("rules", "explain", "D01")
    assert "waarde 3 (weken)" in out
    assert "gemeente 0358" in out
    _, out = own_rules.run("rules", "list", "zoektermijn", "--json")
    assert {one["gemeente"] for one in json.loads(out)["regels"] if one["id"] == "D01"} == {"*", "0358"}


def test_a_rehearsal_starts_from_the_rules_of_the_desk(own_rules: Verbs, tmp_path: Path) -> None:
    cases = write_cases(tmp_path / "gevallen.json", search_case("a", "2027-02-01"))
    other = tmp_path / "ander.toml"
    other.write_text(search_term(2), encoding="utf-8")
    code, out = own_rules.run("rules", "rehearse", other, cases, "--gemeente", "0358", "--json")
    assert code == 0, own_rules.errors
    [changed] = json.loads(out)["anders"]
    assert changed["nu"]["uitkomst"]["eerste_aanvraagdatum"] == "2027-02-22"
    assert changed["straks"]["uitkomst"]["eerste_aanvraagdatum"] == "2027-02-15"


def test_a_profile_that_is_no_desk_has_no_rules(bare: Verbs, tmp_path: Path) -> None:  # noqa: F811
    assert bare.run("rules", "list")[0] == 1
    assert "balie.niet_aangemeld" in bare.errors
