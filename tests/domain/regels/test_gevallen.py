"""The jurists' cases and the tables of the BRP, all of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from werkdesk.domain.regels.gevalbestand import answer_cases, read_cases, same_json
from werkdesk.domain.regels.gevallen import SOORTEN, Evaluator
from werkdesk.errors import Refused

SHARED = Path(__file__).parents[3] / "../shared"


def _shared(name: str) -> bytes:
    file = SHARED / name
    if not file.exists():
        pytest.skip("de gedeelde gevallen staan niet naast het project")
    return file.read_bytes()


def _case(**fields: Any) -> bytes:
    return json.dumps({"formaat": 1, "gevallen": [{"id": "g", **fields}]}).encode()


def test_every_visible_case_comes_out_as_expected_with_its_rules(evaluator: Evaluator) -> None:
    cases = read_cases(_shared("cases/zichtbaar.json"))
    results = answer_cases(cases, evaluator)
    assert [result.id for result in results if result.wijkt_af or result.klopt is None] == []
    assert {case["soort"] for case in cases} >= set(SOORTEN)
    for result in results:
        if result.antwoord is not None:
            assert result.antwoord.uitleg.regels, result.id
            assert result.antwoord.uitleg.zinnen, result.id


def test_every_brp_name_comes_out_as_the_brp_writes_it(evaluator: Evaluator) -> None:
    wrong = []
    for case in json.loads(_shared("data/brp/letter_names.json"))["cases"]:
        vorm, expected = case["kind"], case["expected"]
        if case.get("partial"):
            vorm, expected = "envelop", expected["naam"]
        found = evaluator.beoordeel("naam", {"vorm": vorm, **case["input"]}).uitkomst
        if not same_json(found, expected):
            wrong.append(case["id"])
    assert wrong == []


def test_every_brp_address_comes_out_as_the_brp_writes_it(evaluator: Evaluator) -> None:
    wrong = []
    for case in json.loads(_shared("data/brp/letter_addresses.json"))["cases"]:
        found = evaluator.beoordeel("adres", {"gevraagd": case["asked"], **case["input"]}).uitkomst
        if not same_json(found, case["expected"]):
            wrong.append(case["id"])
    assert wrong == []


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"{", "gevallen.json"),
        (b"\xff\xfe", "gevallen.json"),
        (b'{"formaat": 1, "gevallen": [NaN]}', "gevallen.json"),
        (b"[" * 100_000, "gevallen.json"),
        (b"[]", "gevallen.formaat"),
        (b'{"formaat": true, "gevallen": []}', "gevallen.formaat"),
        (b'{"formaat": 1.0, "gevallen": []}', "gevallen.formaat"),
        (b'{"formaat": 2, "gevallen": []}', "gevallen.formaat"),
        (b'{"formaat": 1, "gevallen": {}}', "gevallen.formaat"),
        (b'{"formaat": 1, "gevallen": [{"id": 5}]}', "gevallen.formaat"),
        (b'{"formaat": 1, "gevallen": [{"id": "a"}, {"id": "a"}]}', "gevallen.dubbel"),
    ],
)
def test_a_file_that_is_no_case_file_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        read_cases(content)
    assert refused.value.code == code


def test_equality_is_that_of_json_and_not_that_of_python() -> None:
    assert same_json({"a": [1, None]}, {"a": [1, None]})
    for one, other in [(1, True), (1, 1.0), ("1", 1), ([1, 2], [2, 1]), ({"a": None}, {}), (None, False)]:
        assert not same_json(one, other)


@pytest.mark.parametrize(
    ("fields", "klopt"),
    [
        ({"verwacht": {"fout": {"code": "veld.ontbreekt", "veld": "type"}}}, True),
        ({"verwacht": {"fout": {"code": "veld.ontbreekt", "veld": "tekst"}}}, False),
        ({"verwacht": None}, False),
        ({}, None),
    ],
)
def test_a_defect_is_right_only_when_that_defect_was_expected(
    fields: dict[str, Any], klopt: bool | None, evaluator: Evaluator
) -> None:
    [result] = answer_cases(read_cases(_case(soort="waarde", invoer={}, **fields)), evaluator)
    assert result.fout == {"code": "veld.ontbreekt", "veld": "type"}
    assert result.klopt is klopt


def test_a_null_expectation_is_not_an_absent_one(evaluator: Evaluator) -> None:
    invoer = {"vorm": "voorletters", "persoon": {}}
    [result] = answer_cases(read_cases(_case(soort="naam", invoer=invoer, verwacht=None)), evaluator)
    assert result.klopt is True


def test_an_explanation_without_an_expected_rule_is_a_difference(evaluator: Evaluator) -> None:
    fields: dict[str, Any] = {
        "soort": "voorschot",
        "invoer": {"aanvraagdatum": "2026-07-01", "norm": "1000.00"},
    }
    wanted = [{"regel": "voorschot.percentage_minimum", "versie": "2026-01-01"}]
    [good] = answer_cases(read_cases(_case(**fields, uitleg_bevat=wanted)), evaluator)
    [bad] = answer_cases(
        read_cases(_case(**fields, uitleg_bevat=[{**wanted[0], "versie": "2015-01-01"}])), evaluator
    )
    assert (good.uitleg_klopt, good.wijkt_af) == (True, False)
    assert (bad.uitleg_klopt, bad.wijkt_af) == (False, True)
