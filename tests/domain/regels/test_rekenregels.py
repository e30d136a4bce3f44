"""Single readings that a jurist fixed, one test each."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkdesk.domain.regels.gevallen import Evaluator


def _uitkomst(evaluator: Evaluator, soort: str, **invoer: Any) -> Any:
    return evaluator.beoordeel(soort, invoer).uitkomst


@given(
    norm=st.integers(0, 500_000),
    inkomen=st.integers(0, 500_000),
    day=st.dates(date(2024, 1, 1), date(2028, 12, 31)),
)
def test_an_advance_is_the_least_amount_in_cents_that_is_enough(
    norm: int, inkomen: int, day: date, evaluator: Evaluator
) -> None:
    found = _uitkomst(
        evaluator,
        "voorschot",
        aanvraagdatum=day.isoformat(),
        norm=f"{norm // 100}.{norm % 100:02}",
        inkomen=f"{inkomen // 100}.{inkomen % 100:02}",
    )
    cents = int(found["minimum"].replace(".", ""))
    exact = Fraction(max(0, norm - inkomen) * found["percentage"], 100)
    assert found["percentage"] == (95 if day >= date(2026, 1, 1) else 90)
    assert exact <= cents < exact + 1


@given(day=st.dates(date(2024, 1, 1), date(2030, 12, 31)), number=st.integers(1, 6))
def test_the_dates_of_an_advance_are_those_of_d04_and_d05(
    day: date, number: int, evaluator: Evaluator
) -> None:
    found = _uitkomst(evaluator, "voorschot", aanvraagdatum=day.isoformat(), norm="1.00", aantal=number)
    for term in found["termijnen"]:
        if term["nummer"] == 1:
            alone = _uitkomst(evaluator, "termijn", code="D04", aanvraagdatum=day.isoformat())
        else:
            alone = _uitkomst(
                evaluator, "termijn", code="D05", aanvraagdatum=day.isoformat(), volgnummer=term["nummer"]
            )
        assert term == {"nummer": term["nummer"], **alone}
        assert term["onverschoven"] == (day + timedelta(days=28 * term["nummer"])).isoformat()


@pytest.mark.parametrize(
    ("normsoort", "minimum"),
    [
        ("alleenstaand_21", "1348.49"),
        ("gehuwd_21", "1926.41"),
        ("alleenstaand_18_20", "332.90"),
        ("alleenstaand_18_20_zonder_ouders", "1057.03"),
    ],
)
def test_a_norm_comes_from_the_table(normsoort: str, minimum: str, evaluator: Evaluator) -> None:
    found = _uitkomst(evaluator, "voorschot", aanvraagdatum="2026-12-31", normsoort=normsoort)
    assert found["minimum"] == minimum


@pytest.mark.parametrize(
    ("days", "amount"),
    [(0, "0.00"), (14, "322.00"), (15, "357.00"), (42, "1442.00"), (43, "1442.00"), (9999, "1442.00")],
)
def test_the_penalty_rises_in_three_steps_to_its_ceiling(
    days: int, amount: str, evaluator: Evaluator
) -> None:
    found = _uitkomst(evaluator, "termijn", code="D11", dagen_te_laat=days)
    assert found == {"dagen": min(days, 42), "bedrag": amount}


def test_a_suspension_of_two_neighbouring_days_adds_nothing(evaluator: Evaluator) -> None:
    opschortingen = [{"verzonden_op": "2026-06-10", "einde": "2026-06-11"}]
    found = _uitkomst(
        evaluator, "termijn", code="D06", ontvangstdatum="2026-06-02", opschortingen=opschortingen
    )
    assert (found["opgeschorte_dagen"], found["onverschoven"]) == (0, "2026-07-28")


def test_72_hours_are_real_hours_over_both_changes_of_the_clock(evaluator: Evaluator) -> None:
    for found, last in [
        ("2026-10-24T10:00:00+02:00", "2026-10-27T09:00:00+01:00"),
        ("2027-03-27T10:00:00+01:00", "2027-03-30T11:00:00+02:00"),
        ("2026-07-01T08:00:00Z", "2026-07-04T10:00:00+02:00"),
    ]:
        assert _uitkomst(evaluator, "termijn", code="D19", ontdekt_op=found) == {"uiterste_moment": last}


def test_a_term_set_by_the_college_ends_on_its_day_but_the_letter_names_an_ordinary_one(
    evaluator: Evaluator,
) -> None:
    plain = _uitkomst(
        evaluator, "termijn", code="ALG", vanaf="2026-12-11", aantal=14, eenheid="dagen", grondslag="college"
    )
    letter = _uitkomst(evaluator, "termijn", code="D08", verzonden_op="2026-12-11", dagen=14)
    assert plain["uiterste_datum"] == "2026-12-25"
    assert letter == {
        "onverschoven": "2026-12-25",
        "uiterste_datum": "2026-12-28",
        "streefdatum": "2026-12-24",
    }


def test_an_extension_asks_a_new_test_also_after_a_bad_one(evaluator: Evaluator) -> None:
    answers = {
        **dict.fromkeys(("V1", "V2", "V3", "V4", "Z1", "Z2", "Z3", "Z5"), "nee"),
        "V5": "ja",
        "V6": "ja",
    }
    bad = _uitkomst(
        evaluator,
        "verdringing",
        antwoorden={**answers, "Z4": "ja", "V1": "ja"},
        datum_toets="2026-11-30",
        verlenging=True,
    )
    assert (bad["oordeel"], bad["nieuwe_toets"], bad["geldig_tot"]) == ("VERDRINGING", True, None)


def test_the_first_of_sending_and_handing_over_makes_a_besluit_known(evaluator: Evaluator) -> None:
    found = _uitkomst(
        evaluator, "bezwaar", brief="L12", verzonden_op="2026-11-16", uitgereikt_op="2026-11-13"
    )
    assert found["eerste_dag"] == "2026-11-14"


def test_an_identity_check_gives_all_reasons_in_their_order(evaluator: Evaluator) -> None:
    found = _uitkomst(
        evaluator,
        "identiteit",
        documentsoort="WID-4",
        proces="melding",
        controledatum="2026-06-30",
        geldig_tot="2026-06-29",
        vorm="kopie",
        gelijkenis_akkoord=False,
        land="US",
        met_foto=False,
        inwoner=False,
    )
    assert found["redenen"] == [
        "soort_niet_toegelaten_op_datum",
        "verlopen",
        "geen_origineel",
        "gelijkenis_niet_akkoord",
        "land_niet_toegelaten",
        "geen_inwoner",
        "geen_foto",
    ]
    assert (found["vastgesteld"], found["mag_verder"]) == (False, True)


@pytest.mark.parametrize(
    ("first", "second", "answer"),
    [
        ("00000000", "19850312", "ONBEKEND"),
        ("19850000", "19850312", "ONBEKEND"),
        ("19850000", "19860312", "NEE"),
        ("19850300", "19850412", "NEE"),
        ("19850312", "19850313", "NEE"),
        ("19850312", "19850312", "JA"),
        ("19850000", "19850000", "ONBEKEND"),
    ],
)
def test_incomplete_birth_dates_never_merge_by_themselves(
    first: str, second: str, answer: str, evaluator: Evaluator
) -> None:
    meldingen = [
        {
            "id": name,
            "balie": "1",
            "moment": "2026-11-03T10:00:00Z",
            "gesynchroniseerd_op": "2026-11-06T08:00:00Z",
            "geslachtsnaam": surname,
            "geboortedatum": born,
        }
        for name, surname, born in (("B", "Strauß", first), ("A", "STRAUSS", second))
    ]
    found = _uitkomst(evaluator, "samenvoegen", meldingen=meldingen)
    assert found["samenvoegen"] == answer
    assert found["eerste"] == ("A" if answer == "JA" else None)


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"regel1": "Laan 2", "land": {"code": "5010"}}, {"adresregel1": "Laan 2", "land": {"code": "5010"}}),
        ({"regel1": "Laan 2"}, {}),
        ({"land": {"code": "5010"}}, {"land": {"code": "5010"}}),
    ],
)
def test_an_address_abroad_needs_a_country_and_a_line(
    fields: dict[str, Any], shown: dict[str, Any], evaluator: Evaluator
) -> None:
    found = _uitkomst(evaluator, "adres", gevraagd=["adresregel1", "land", "brief"], **fields)
    assert found == {**shown, "brief": "VERZENDEN" if "adresregel1" in shown else "UITREIKEN"}


def test_a_letter_outside_the_catalogue_is_judged_by_the_table_that_is_named(evaluator: Evaluator) -> None:
    found = evaluator.beoordeel("bezwaar", {"brief": "L01"})
    assert "brief.alle" in {regel.id for regel in found.uitleg.regels}
