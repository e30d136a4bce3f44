"""The identity check by document, day and process (Pw 17 lid 3; domain facts 3.3)."""

from __future__ import annotations

from typing import Any

import pytest

from werkdesk.domain.regels.gevallen import Evaluator

EU_EN_EER = set(
    [
        "AT",
        "BE",
        "BG",
        "HR",
        "CY",
        "CZ",
        "DK",
        "EE",
        "FI",
        "FR",
        "DE",
        "GR",
        "HU",
        "IE",
        "IT",
        "LV",
        "LT",
        "LU",
        "MT",
        "NL",
        "PL",
        "PT",
        "RO",
        "SK",
        "SI",
        "ES",
        "SE",
        "IS",
        "LI",
        "NO",
    ]
)
SEEN = {"geldig_tot": "2031-05-01", "vorm": "origineel", "gelijkenis_akkoord": True}
DOCUMENTS: dict[str, dict[str, Any]] = {
    "WID-1": SEEN,
    "WID-2": SEEN,
    "WID-3": {**SEEN, "land": "BE", "houder_heeft_nationaliteit": True},
    "WID-4": {**SEEN, "land": "BE", "met_foto": True, "inwoner": True},
    "EID": {"niveau": "substantieel"},
    "geen": {},
}


def _check(evaluator: Evaluator, soort: str, op: str = "2026-09-15", **changed: Any) -> dict[str, Any]:
    invoer = {"documentsoort": soort, "proces": "besluit", "controledatum": op, **DOCUMENTS[soort], **changed}
    outcome: dict[str, Any] = evaluator.beoordeel("identiteit", invoer).uitkomst
    return outcome


@pytest.mark.parametrize("soort", DOCUMENTS)
@pytest.mark.parametrize(("op", "new_means"), [("2026-06-30", False), ("2026-07-01", True)])
def test_a_driving_licence_and_an_electronic_means_count_from_july(
    soort: str, op: str, new_means: bool, evaluator: Evaluator
) -> None:
    against = ["soort_niet_toegelaten_op_datum"] if soort in ("WID-4", "EID") and not new_means else []
    if soort == "geen":
        against = ["geen_document"]
    for proces, further in (("besluit", not against), ("melding", True)):
        assert _check(evaluator, soort, op, proces=proces) == {
            "vastgesteld": not against,
            "redenen": against,
            "mag_verder": further,
        }


@pytest.mark.parametrize(
    ("soort", "changed", "reason"),
    [
        ("WID-1", {"geldig_tot": "2026-09-14"}, "verlopen"),
        ("WID-1", {"geldig_tot": "2026-09-15"}, None),
        ("WID-2", {"vorm": "kopie"}, "geen_origineel"),
        ("WID-2", {"vorm": "foto_op_telefoon"}, "geen_origineel"),
        ("WID-2", {"gelijkenis_akkoord": False}, "gelijkenis_niet_akkoord"),
        ("WID-3", {"houder_heeft_nationaliteit": False}, "nationaliteit_anders"),
        ("WID-4", {"inwoner": False}, "geen_inwoner"),
        ("WID-4", {"land": "NL", "inwoner": None}, None),
        ("WID-4", {"land": "NL", "inwoner": False}, None),
        ("WID-4", {"met_foto": False}, "geen_foto"),
        ("EID", {"niveau": "laag"}, "niveau_te_laag"),
        ("EID", {"niveau": "hoog"}, None),
        ("WID-1", {"land": "GB", "houder_heeft_nationaliteit": False}, None),
    ],
)
def test_each_defect_has_its_reason(
    soort: str, changed: dict[str, Any], reason: str | None, evaluator: Evaluator
) -> None:
    assert _check(evaluator, soort, **changed)["redenen"] == ([reason] if reason else [])


@pytest.mark.parametrize("soort", ["WID-3", "WID-4"])
def test_only_states_of_the_union_and_the_economic_area_are_admitted(
    soort: str, evaluator: Evaluator
) -> None:
    others = {"GB", "CH", "TR", "US", "MA", "UA", "UK", "EL", "ZZ"}
    for country in EU_EN_EER | others:
        against = _check(evaluator, soort, land=country)["redenen"]
        assert against == ([] if country in EU_EN_EER else ["land_niet_toegelaten"]), country
