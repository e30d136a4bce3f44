"""Wrong input gives a code and a field, never a trace, whatever it is."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkdesk.domain.regels.gevallen import SOORTEN, Evaluator
from werkdesk.errors import Refused

CODES = {"soort.onbekend", "veld.ontbreekt", "veld.ongeldig", "volgorde.ongeldig", "regel.geen_versie"}
_PLAATS = {
    "persoon": "P1",
    "instrument": "WEP",
    "kvk": "90000011",
    "functie": "magazijn",
    "begin": "2026-01-01",
    "einde": "2026-02-28",
}
GOOD: dict[str, dict[str, Any]] = {
    "waarde": {"type": "bsn", "tekst": "111222333"},
    "termijn": {
        "code": "D06",
        "ontvangstdatum": "2026-03-10",
        "opschortingen": [{"verzonden_op": "2026-03-12", "einde": "2026-03-20"}],
        "aangewezen_dagen": ["2026-05-06"],
    },
    "zoektermijn": {
        "meldingsdatum": "2026-11-02",
        "aanvraagdatum": "2026-11-03",
        "personen": [
            {"geboortedatum": "20020000", "uitzondering": "pro_vso", "uitgeschreven_op": "2026-07-01"}
        ],
    },
    "voorschot": {"aanvraagdatum": "2026-07-10", "norm": "1419.46", "inkomen": "1.00", "aantal": 3},
    "leeftijd": {"geboortedatum": "19991100", "peildatum": "2026-11-02"},
    "identiteit": {
        "documentsoort": "WID-4",
        "proces": "besluit",
        "controledatum": "2026-09-15",
        "geldig_tot": "2031-05-01",
        "vorm": "origineel",
        "gelijkenis_akkoord": True,
        "land": "DE",
        "met_foto": True,
        "inwoner": True,
    },
    "naam": {
        "vorm": "aanschrijfwijze",
        "persoon": {
            "geslacht": "V",
            "voornamen": "Ida",
            "geslachtsnaam": "Hof",
            "aanduidingNaamgebruik": "V",
        },
        "partners": [{"geslachtsnaam": "Oud", "aangaanDatum": "19900101", "ontbindingDatum": "20000000"}],
    },
    "adres": {
        "gevraagd": ["adresregel1", "adresregel2", "land", "brief"],
        "straatnaam": "Dorpsstraat",
        "huisnummer": "12",
        "postcode": "1181AB",
        "gemeente": {"code": "0362", "naam": "Amstelveen"},
    },
    "plaatsing": {"instrument": "WEP", "begin": "2026-08-31", "einde": "2026-11-29"},
    "carrousel": {
        "plan": {**_PLAATS, "begin": "2026-06-01", "einde": "2026-07-31", "verlengingsbesluit": True},
        "historie": [
            {
                **_PLAATS,
                "intentie": True,
                "contract": {"kvk": "90000011", "begin": "2026-03-01", "einde": "2026-09-30"},
            }
        ],
        "historie_volledig": True,
    },
    "verdringing": {
        "antwoorden": dict.fromkeys(
            ["V1", "V2", "V3", "V4", "V5", "V6", "Z1", "Z2", "Z3", "Z4", "Z5"], "nee"
        ),
        "datum_toets": "2026-10-05",
        "begin_plaatsing": "2026-11-02",
        "verlenging": False,
    },
    "bezwaar": {"brief": "L13", "verzonden_op": "2026-11-13", "aangewezen_dagen": []},
    "samenvoegen": {
        "meldingen": [
            {
                "id": name,
                "balie": "1",
                "moment": f"2026-11-0{number}T10:00:00+01:00",
                "gesynchroniseerd_op": "2026-11-06T08:00:00+01:00",
                "bsn": None,
                "geslachtsnaam": "Hof",
                "geboortedatum": "19850300",
            }
            for number, name in ((3, "M-1"), (4, "M-2"))
        ]
    },
}
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(max_size=12)
    | st.sampled_from(
        ["9999-12-31", "0001-01-01", "00000000", "99991231", "2026-02-30", "D05", "JA", "\ud800", "1e9.00"]
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def _paths(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Paths of everything inside a case, itself left out."""
    parts: list[tuple[str | int, Any]] = []
    if isinstance(value, dict):
        parts = list(value.items())
    elif isinstance(value, list):
        parts = list(enumerate(value))
    return [found for key, item in parts for found in ((*path, key), *_paths(item, (*path, key)))]


def _with(invoer: dict[str, Any], path: tuple[str | int, ...], value: Any) -> dict[str, Any]:
    changed: Any = copy.deepcopy(invoer)
    inner = changed
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return dict(changed)


def test_there_is_a_good_case_of_every_kind(evaluator: Evaluator) -> None:
    assert GOOD.keys() == SOORTEN.keys()
    for soort, invoer in GOOD.items():
        assert evaluator.beoordeel(soort, invoer).uitleg.regels, soort


@given(data=st.data())
def test_any_value_in_any_place_is_answered_or_refused(data: st.DataObject, evaluator: Evaluator) -> None:
    soort = data.draw(st.sampled_from(sorted(GOOD)))
    path = data.draw(st.sampled_from(_paths(GOOD[soort])))
    invoer = _with(GOOD[soort], path, data.draw(JSON))
    refusal = None
    try:
        evaluator.beoordeel(soort, invoer)
    except Refused as refused:
        refusal = refused
    assert refusal is None or (refusal.code in CODES and refusal.field)


@given(soort=JSON, invoer=JSON)
def test_any_case_at_all_is_answered_or_refused(soort: Any, invoer: Any, evaluator: Evaluator) -> None:
    with pytest.raises(Refused) as refused:
        evaluator.beoordeel(soort, {"x": invoer})
    assert (refused.value.code, refused.value.field) == ("soort.onbekend", "soort")


def _refusal(
    evaluator: Evaluator, soort: str, path: tuple[str | int, ...], value: Any
) -> tuple[str, str | None]:
    with pytest.raises(Refused) as refused:
        evaluator.beoordeel(soort, _with(GOOD[soort], path, value))
    return refused.value.code, refused.value.field


@pytest.mark.parametrize(
    ("soort", "path", "value", "code", "field"),
    [
        ("waarde", ("tekst",), None, "veld.ontbreekt", "tekst"),
        ("waarde", ("tekst",), 111222333, "veld.ongeldig", "tekst"),
        ("waarde", ("type",), "rsin", "veld.ongeldig", "type"),
        ("termijn", ("code",), "D20", "veld.ongeldig", "code"),
        ("termijn", ("aangewezen_dagen", 0), "2026-13-01", "veld.ongeldig", "aangewezen_dagen[0]"),
        ("termijn", ("aangewezen_dagen",), "2026-05-06", "veld.ongeldig", "aangewezen_dagen"),
        ("termijn", ("opschortingen", 0, "einde"), None, "veld.ontbreekt", "opschortingen[0].einde"),
        (
            "termijn",
            ("opschortingen", 0, "einde"),
            "2026-03-11",
            "volgorde.ongeldig",
            "opschortingen[0].einde",
        ),
        (
            "termijn",
            ("opschortingen", 0, "verzonden_op"),
            "2026-03-09",
            "volgorde.ongeldig",
            "opschortingen[0].verzonden_op",
        ),
        ("termijn", ("opschortingen", 0), [], "veld.ongeldig", "opschortingen[0]"),
        ("zoektermijn", ("personen",), [], "veld.ongeldig", "personen"),
        (
            "zoektermijn",
            ("personen", 0, "uitzondering"),
            "anders",
            "veld.ongeldig",
            "personen[0].uitzondering",
        ),
        ("zoektermijn", ("aanvraagdatum",), "2026-11-01", "volgorde.ongeldig", "aanvraagdatum"),
        ("voorschot", ("norm",), None, "veld.ontbreekt", "norm"),
        ("voorschot", ("norm",), 1419.46, "veld.ongeldig", "norm"),
        ("voorschot", ("norm",), "-1.00", "veld.ongeldig", "norm"),
        ("voorschot", ("aantal",), True, "veld.ongeldig", "aantal"),
        ("voorschot", ("aantal",), 1.0, "veld.ongeldig", "aantal"),
        ("voorschot", ("aantal",), 10**9, "veld.ongeldig", "aantal"),
        ("leeftijd", ("peildatum",), "20261102", "veld.ongeldig", "peildatum"),
        ("identiteit", ("land",), "de", "veld.ongeldig", "land"),
        ("identiteit", ("inwoner",), None, "veld.ontbreekt", "inwoner"),
        ("naam", ("persoon", "geslacht"), "", "veld.ongeldig", "persoon.geslacht"),
        ("naam", ("persoon",), None, "veld.ontbreekt", "persoon"),
        (
            "naam",
            ("partners", 0, "ontbindingDatum"),
            "20001301",
            "veld.ongeldig",
            "partners[0].ontbindingDatum",
        ),
        ("adres", ("gevraagd", 1), "regel2", "veld.ongeldig", "gevraagd[1]"),
        ("adres", ("huisnummer",), 12, "veld.ongeldig", "huisnummer"),
        ("adres", ("huisnummer",), "12a", "veld.ongeldig", "huisnummer"),
        ("adres", ("gemeente", "code"), 362, "veld.ongeldig", "gemeente.code"),
        ("adres", ("gemeente", "naam"), 362, "veld.ongeldig", "gemeente.naam"),
        ("plaatsing", ("einde",), "2026-08-30", "volgorde.ongeldig", "einde"),
        ("plaatsing", ("begin",), "9999-12-01", "volgorde.ongeldig", "einde"),
        ("carrousel", ("plan", "kvk"), "9000001", "veld.ongeldig", "plan.kvk"),
        ("carrousel", ("plan", "begin"), "2026-01-01", "volgorde.ongeldig", "historie[0].begin"),
        (
            "carrousel",
            ("historie", 0, "contract", "einde"),
            "2026-02-01",
            "volgorde.ongeldig",
            "historie[0].contract.einde",
        ),
        ("carrousel", ("historie", 0, "contract", "kvk"), None, "veld.ontbreekt", "historie[0].contract.kvk"),
        ("verdringing", ("antwoorden", "Z5"), None, "veld.ontbreekt", "antwoorden.Z5"),
        ("verdringing", ("antwoorden", "V6"), "JA", "veld.ongeldig", "antwoorden.V6"),
        ("verdringing", ("begin_plaatsing",), "2026-10-04", "volgorde.ongeldig", "begin_plaatsing"),
        ("bezwaar", ("brief",), "L17", "veld.ongeldig", "brief"),
        ("samenvoegen", ("meldingen", 1, "bsn"), "111222334", "veld.ongeldig", "meldingen[1].bsn"),
        (
            "samenvoegen",
            ("meldingen", 1, "moment"),
            "2026-11-04T10:00+01:00",
            "veld.ongeldig",
            "meldingen[1].moment",
        ),
        ("samenvoegen", ("meldingen",), [{}], "veld.ongeldig", "meldingen"),
    ],
)
def test_the_smallest_wrong_part_is_named(
    soort: str, path: tuple[str | int, ...], value: Any, code: str, field: str, evaluator: Evaluator
) -> None:
    assert _refusal(evaluator, soort, path, value) == (code, field)


@pytest.mark.parametrize(
    "moment",
    [
        "2026-11-03T10:00:00",
        "2026-11-03T10:00:00+01:60",
        "2026-11-03T10:00:00+24:00",
        "2026-11-03T24:00:00Z",
        "2026-11-03T10:60:00Z",
        "2026-11-03T10:00:60Z",
        "2026-02-29T10:00:00Z",
        "2026-11-03T10:00:00.0Z",
        "2026-11-03T10:00:00+0100",
        "2026-11-03t10:00:00z",
        "2026-11-03 10:00:00Z",
        "2026-11-03T10:00:00Z\n",
        "٢٠٢٦-١١-٠٣T10:00:00Z",
    ],
)
def test_a_moment_has_one_form_and_exists(moment: str, evaluator: Evaluator) -> None:
    with pytest.raises(Refused) as refused:
        evaluator.beoordeel("termijn", {"code": "D19", "ontdekt_op": moment})
    assert (refused.value.code, refused.value.field) == ("veld.ongeldig", "ontdekt_op")


def test_a_moment_may_stand_in_any_zone(evaluator: Evaluator) -> None:
    for moment in ("2026-11-03T23:59:59-00:00", "2026-11-04T13:44:59+13:45", "2026-11-04T23:58:59+23:59"):
        answer = evaluator.beoordeel("termijn", {"code": "D19", "ontdekt_op": moment}).uitkomst
        assert answer == {"uiterste_moment": "2026-11-07T00:59:59+01:00"}


def test_fields_that_a_kind_does_not_define_are_ignored(evaluator: Evaluator) -> None:
    for soort, invoer in GOOD.items():
        extra = {**invoer, "afgedrukt_op": 5, "onzin": ["x"]}
        assert evaluator.beoordeel(soort, extra).uitkomst == evaluator.beoordeel(soort, invoer).uitkomst
    plan = {**GOOD["carrousel"]["plan"], "intentie": 5, "contract": "nee"}
    assert evaluator.beoordeel("carrousel", {**GOOD["carrousel"], "plan": plan})


def test_a_term_that_leaves_the_calendar_names_the_field_that_drove_it_out(evaluator: Evaluator) -> None:
    for invoer, field in [
        ({"code": "D10", "bekendgemaakt_op": "9999-12-30"}, "bekendgemaakt_op"),
        ({"code": "ALG", "vanaf": "2026-01-01", "aantal": 10**12, "eenheid": "jaren"}, "aantal"),
        ({"code": "D05", "aanvraagdatum": "2026-01-01", "volgnummer": 10**30}, "volgnummer"),
        ({"code": "D19", "ontdekt_op": "9999-12-31T23:00:00Z"}, "ontdekt_op"),
    ]:
        with pytest.raises(Refused) as refused:
            evaluator.beoordeel("termijn", invoer)
        assert (refused.value.code, refused.value.field) == ("veld.ongeldig", field)
