"""The search box is read as dates, years, postcodes, numbers and names, in any order."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkdesk.domain.persoon import PersoonsNaam
from werkdesk.domain.waarden.naam import Naam, Voorvoegsel
from werkdesk.storage.search.deletions import deletions, distance
from werkdesk.storage.search.keys import sound, surname_keys, words
from werkdesk.storage.search.reading import Query, read_query

TODAY = date(2026, 11, 3)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("", Query()),
        ("   ", Query()),
        ("jansen", Query(namen=("jansen",))),
        ("Öztürk", Query(namen=("ozturk",))),
        ("Ayd\u0131n", Query(namen=("aydin",))),
        ("d'Hondt", Query(namen=("dhondt",))),
        ("van den Berg", Query(namen=("van", "den", "berg"))),
        ("berg, jan", Query(namen=("berg", "jan"), achternaam_eerst=True)),
        ("12-03-1985", Query(datums=("19850312",))),
        ("12-3-1985", Query(datums=("19850312",))),
        ("1985-03-12", Query(datums=("19850312",))),
        ("12031985", Query(datums=("19850312",))),
        ("19850312", Query(datums=("19850312",))),
        ("00-00-1985", Query(datums=("19850000",))),
        ("00-03-1985", Query(datums=("19850300",))),
        ("12-03-85", Query(datums=("19850312", "18850312"))),
        ("12-03-1985 jan", Query(namen=("jan",), datums=("19850312",))),
        ("jan 12-03-1985", Query(namen=("jan",), datums=("19850312",))),
        ("ahmadi 00-00-1991", Query(namen=("ahmadi",), datums=("19910000",))),
        ("12-0", Query()),
        ("jan 12-03", Query(namen=("jan",))),
        ("jan 12-03-19", Query(namen=("jan",))),
        ("jan 12-03-198", Query(namen=("jan",))),
        ("12-03-20", Query()),
        ("12-03-198", Query()),
        ("berg 1980", Query(namen=("berg",), jaar=1980)),
        ("1985 de", Query(postcode="1985DE")),
        ("berg 1985 de", Query(namen=("berg", "de"), jaar=1985)),
        ("1181ab 12 elh", Query(namen=("elh",), postcode="1181AB", huisnummer=12)),
        ("1181 AB 12", Query(postcode="1181AB", huisnummer=12)),
        ("1181AB", Query(postcode="1181AB")),
        ("1181a", Query(postcode="1181A")),
        ("1181 AB 12a jan", Query(namen=("jan",), postcode="1181AB", huisnummer=12)),
        ("jan 1181ab", Query(namen=("jan",), postcode="1181AB")),
        ("1181", Query(postcode="1181")),
        ("1985", Query(jaar=1985)),
        ("0612345678", Query(cijfers="612345678")),
        ("06-12 34", Query(cijfers="61234")),
        ("+31 6 1234", Query(cijfers="61234")),
        ("0031612", Query(cijfers="612")),
        ("020-1234567", Query(cijfers="201234567")),
        ("999990019", Query(cijfers="999990019", bsn="999990019")),
        ("m-3-0147", Query(kenmerken=("M-3-0147-",))),
        ("M-3-147", Query(kenmerken=("M-3-0147-",))),
        ("M-3-0147-K", Query(kenmerken=("M-3-0147-K",))),
        ("m-3-0147-k/a", Query(kenmerken=("M-3-0147-K",))),
        ("O-3-0002", Query(kenmerken=("O-3-0002-",))),
        ("m10001c", Query(kenmerken=("M-1-0001-C",))),
        ("m10001", Query(kenmerken=("M-1-0001-",))),
        ("m100012", Query(kenmerken=("M-10-0012-",))),
        ("m123456", Query(kenmerken=("M-1-23456-", "M-12-3456-"))),
        ("a314", Query(ticket="A314")),
        ("12 maart 1985", Query(datums=("19850312",))),
        ("12 mrt. 1985 jan", Query(namen=("jan",), datums=("19850312",))),
        ("2 jan 1985", Query(datums=("19850102",))),
        ("1181ab 12 jan 1985", Query(namen=("jan",), postcode="1181AB", huisnummer=12)),
        ("A3-100", Query(ticket="A3-100")),
        ("31-02-1985", Query(jaar=1985)),
    ],
)
def test_what_is_typed_is_read_as_meant(typed: str, read: Query) -> None:
    assert read_query(typed, TODAY) == read


@given(st.text(max_size=300))
def test_nothing_that_can_be_typed_breaks_the_reading(typed: str) -> None:
    query = read_query(typed, TODAY)
    assert all(word == word.lower() for word in query.namen)
    assert read_query(typed, TODAY) == query


@pytest.mark.parametrize(
    ("naam", "keys"),
    [
        (
            PersoonsNaam(geslachtsnaam=Naam("Berg"), voorvoegsel=Voorvoegsel("van den")),
            ("berg", "vandenberg"),
        ),
        (PersoonsNaam(geslachtsnaam=Naam("Jansen-de Vries")), ("jansenvries", "jansendevries", "vries")),
        (PersoonsNaam(geslachtsnaam=Naam("El Fictief")), ("fictief", "elfictief")),
        (PersoonsNaam(geslachtsnaam=Naam("Öztürk"), partner_geslachtsnaam=Naam("Smit")), ("ozturk", "smit")),
        (PersoonsNaam(geslachtsnaam=Naam("De")), ("de",)),
        (PersoonsNaam(geslachtsnaam=Naam("-")), ()),
    ],
)
def test_a_surname_is_found_by_every_way_it_may_be_typed(naam: PersoonsNaam, keys: tuple[str, ...]) -> None:
    assert surname_keys(naam) == keys


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ahmadi", "achmady"), ("meijer", "meyer"), ("meijer", "meier"), ("jansen", "janssen"),
        ("mohamed", "muhammad"), ("bakker", "backer"), ("sarah", "sara"), ("dijkstra", "dykstra"),
        ("djamila", "jamila"), ("schmidt", "smit"), ("thijs", "tijs"), ("yusuf", "jusuf"),
    ],
)  # fmt: skip
def test_names_that_sound_the_same_have_one_sound(one: str, other: str) -> None:
    if (one, other) == ("schmidt", "smit"):
        assert sound(one) != sound(other)  # a Dutch ear hears the difference
    else:
        assert sound(one) == sound(other)


@given(st.text("abcde", min_size=1, max_size=9), st.text("abcde", min_size=1, max_size=9))
def test_words_one_slip_apart_share_a_deletion(one: str, other: str) -> None:
    if distance(one, other, 1) <= 1:
        assert deletions(one) & deletions(other)


@given(st.text("abc", max_size=7), st.text("abc", max_size=7))
def test_the_number_of_slips_is_the_same_from_both_sides(one: str, other: str) -> None:
    slips = distance(one, other, 3)
    assert slips == distance(other, one, 3)
    assert (slips == 0) == (one == other)


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [("jansen", "jansn", 1), ("jansen", "jasnen", 1), ("jansen", "janssen", 1), ("jansen", "hansen", 1),
     ("jansen", "hanse", 2), ("jansen", "pieters", 3)],
)  # fmt: skip
def test_a_swap_counts_as_one_slip(one: str, other: str, slips: int) -> None:
    assert distance(one, other, 2) == slips


def test_the_index_and_the_box_fold_alike() -> None:
    assert words("Łukasz d’Artagnan-Ødegård") == ["lukasz", "dartagnan", "odegard"]
