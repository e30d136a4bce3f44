"""Writing tables, typing values, and a new period in a series: the ways into a rule table by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fixtures.rule_tables import program_tables
from werkdesk.domain.regels.eenheden import EENHEDEN
from werkdesk.domain.regels.invoegen import voeg_in
from werkdesk.domain.regels.lezen import load_tables
from werkdesk.domain.regels.schrijven import rauwe_waarde, schrijf_tabel, veld_op_regel
from werkdesk.domain.regels.waarde_tekst import lees_waarde, toon_waarde

BASIS = program_tables()
TODAY = date(2026, 11, 22)


def test_every_record_of_the_program_is_written_and_read_back_the_same() -> None:
    text = schrijf_tabel(BASIS.regels, tabel="alles", versie=TODAY, toelichting='met "tekens" \\ en\nregels')
    assert load_tables({"alles.toml": text.encode()}).vingerafdruk == BASIS.vingerafdruk


def test_every_value_is_shown_as_it_may_be_typed() -> None:
    for regel in BASIS.regels:
        shown = toon_waarde(regel.eenheid, regel.waarde)
        assert lees_waarde(regel.eenheid, shown) == rauwe_waarde(regel.eenheid, regel.waarde), regel.id


@pytest.mark.parametrize(
    ("eenheid", "tekst", "waarde"),
    [
        ("weken", " 3 ", 3),
        ("euro", "1.419,46", "1419.46"),
        ("euro", "€ 23", "23.00"),
        ("ja_nee", "Ja", True),
        ("codes", "a, b", ["a", "b"]),
        ("codes", "geen", []),
        ("datums", "1-5-2027, 24-12-2027", [date(2027, 5, 1), date(2027, 12, 24)]),
        ("maanden_reeks", "2, 6", [2, 6]),
        ("staffel", "14 dagen 23,00; 14 dagen à 35,00", [
            {"dagen": 14, "bedrag": "23.00"}, {"dagen": 14, "bedrag": "35.00"},
        ]),
        ("feestdag", "27-4 (zondag: -1)", {"maand": 4, "dag": 27, "op_zondag": -1}),
        ("feestdag", "pasen + 1", {"pasen": 1}),
    ],
)  # fmt: skip
def test_values_are_typed_the_dutch_way(eenheid: str, tekst: str, waarde: object) -> None:
    assert lees_waarde(eenheid, tekst) == waarde


@pytest.mark.parametrize(
    ("eenheid", "tekst"),
    [
        ("weken", ""), ("weken", "drie"), ("weken", "-1"), ("weken", "３"), ("procent", "101"),
        ("euro", "12,5"), ("euro", "1.41"), ("ja_nee", "soms"), ("codes", "a,,b"), ("datums", "31-02-2027"),
        ("tijdvakken", "12:00-09:00"), ("staffel", "veel"), ("feestdag", "40-13"), ("tekst", ""),
        ("maanden_reeks", "6, 2"),
    ],
)  # fmt: skip
def test_what_is_no_value_of_the_unit_is_refused(eenheid: str, tekst: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        lees_waarde(eenheid, tekst)


@given(st.sampled_from(sorted(EENHEDEN)), st.text(max_size=40))
def test_no_text_breaks_the_reading_of_values(eenheid: str, tekst: str) -> None:
    try:
        value = lees_waarde(eenheid, tekst)
    except (ValueError, OverflowError):
        return
    kept = EENHEDEN[eenheid](value)
    assert EENHEDEN[eenheid](rauwe_waarde(eenheid, kept)) == kept


@given(
    st.lists(st.dates(date(2015, 1, 1), date(2040, 1, 1)), min_size=1, max_size=5, unique=True),
    st.dates(date(2010, 1, 1), date(2045, 1, 1)),
    st.none() | st.integers(0, 4000),
)
def test_a_new_period_never_makes_an_overlap_or_a_hole_inside_the_series(
    starts: list[date], vanaf: date, days: int | None
) -> None:
    like = BASIS.reeks("D01")[0]
    begins = sorted(starts)
    ends = [date.fromordinal(day.toordinal() - 1) for day in begins[1:]]
    series = [
        replace(like, geldig_vanaf=begin, geldig_tot=end)
        for begin, end in zip(begins, [*ends, None], strict=True)
    ]
    tot = None if days is None else date.fromordinal(vanaf.toordinal() + days)
    new = replace(like, waarde=9, geldig_vanaf=vanaf, geldig_tot=tot)
    made = voeg_in(series, new)
    assert new in made
    for earlier, later in pairwise(made):
        assert earlier.geldig_tot is not None
        assert earlier.geldig_tot < later.geldig_vanaf
        touches = {earlier.geldig_vanaf, later.geldig_vanaf} & {vanaf}
        if not touches or begins[0] <= vanaf:
            assert earlier.geldig_tot.toordinal() + 1 == later.geldig_vanaf.toordinal()


def test_the_line_of_a_refusal_names_the_field_we_wrote() -> None:
    text = schrijf_tabel(BASIS.reeks("D01"), tabel="x", versie=TODAY)
    number = 1 + text.split("\n").index('eenheid = "weken"')
    assert (veld_op_regel(text, number), veld_op_regel(text, 4), veld_op_regel(text, 0)) == (
        "eenheid",
        "",
        "",
    )
