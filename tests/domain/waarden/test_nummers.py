"""BSN, RSIN, IBAN and the numbers of the trade register. Every number here is made up."""

from __future__ import annotations

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.nl import bsn as stdnum_bsn

from werkdesk.domain.waarden.bsn import Bsn
from werkdesk.domain.waarden.iban import Iban
from werkdesk.domain.waarden.kvk import KvkNummer, Rsin, Vestigingsnummer
from werkdesk.errors import Refused


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("111222333", "111222333"),
        ("1112.22.333", "111222333"),
        ("111-222 333", "111222333"),
        ("10000008", "010000008"),
        ("00000036", "000000036"),
    ],
)
def test_a_bsn_is_nine_digits_however_it_was_typed(typed: str, stored: str) -> None:
    assert Bsn(typed) == stored


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "bsn.vorm"),
        ("1112223", "bsn.vorm"),
        ("1112223333", "bsn.vorm"),
        ("11122233A", "bsn.vorm"),
        ("١١١٢٢٢٣٣٣", "bsn.vorm"),
        ("111222333\n", "bsn.vorm"),
        ("111222334", "bsn.elfproef"),
        ("000000000", "bsn.elfproef"),
        ("00000000", "bsn.elfproef"),
    ],
)
def test_a_wrong_bsn_is_refused_with_its_own_code_and_field(typed: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        Bsn(typed, field="bsn")
    assert (refused.value.code, refused.value.field) == (code, "bsn")


def test_a_bsn_shows_only_its_last_four_digits_in_repr_and_mask() -> None:
    bsn = Bsn("111222333")
    assert bsn.masked == "•••••2333"
    assert "111222333" not in repr(bsn)


def test_a_value_survives_copying_and_pickling_with_its_class() -> None:
    bsn = Bsn("111222333")
    for twin in (copy.deepcopy(bsn), pickle.loads(pickle.dumps(bsn))):  # noqa: S301 - our own bytes
        assert (type(twin), twin) == (Bsn, bsn)


@given(st.integers(min_value=1, max_value=999_999_999))
def test_the_eleven_test_agrees_with_the_library_for_every_number(number: int) -> None:
    typed = f"{number:09}"
    try:
        ours = bool(Bsn(typed))
    except Refused:
        ours = False
    assert ours == stdnum_bsn.is_valid(typed)


def test_an_rsin_takes_nine_digits_and_never_eight() -> None:
    assert Rsin("111222333") == "111222333"
    with pytest.raises(Refused, match=r"rsin\.vorm"):
        Rsin("10000008")
    with pytest.raises(Refused, match=r"rsin\.elfproef"):
        Rsin("111222334")


@pytest.mark.parametrize("typed", ["NL91ABNA0417164300", "nl91 abna 0417 1643 00"])
def test_an_iban_is_stored_in_capitals_and_shown_in_groups(typed: str) -> None:
    iban = Iban(typed)
    assert iban == "NL91ABNA0417164300"
    assert iban.shown == "NL91 ABNA 0417 1643 00"
    assert "0417164300" not in repr(iban)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("NL91ABNA0417164301", "iban.controle"),
        ("NL26TEST012345678", "iban.vorm"),
        ("NL91ABN10417164300", "iban.vorm"),
        ("NL91ABNA0417164300\u00a0", "iban.vorm"),
        ("ıE29AIBK93115212345678", "iban.vorm"),
        ("", "iban.vorm"),
    ],
)
def test_a_wrong_iban_is_refused(typed: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        Iban(typed)
    assert refused.value.code == code


@pytest.mark.parametrize("typed", ["BE68539007547034", "DE89370400440532013000", "GB29NWBK60161331926819"])
def test_an_iban_of_another_country_needs_only_its_check_digits(typed: str) -> None:
    assert Iban(typed) == typed
    with pytest.raises(Refused, match=r"iban\.controle"):
        Iban(typed[:-1] + str((int(typed[-1]) + 1) % 10))


def test_numbers_of_the_trade_register_are_counted_not_guessed() -> None:
    assert KvkNummer("90.00.12-34") == "90001234"
    assert Vestigingsnummer("000012345678") == "000012345678"
    with pytest.raises(Refused, match=r"kvk\.vorm"):
        KvkNummer("9000123")
    with pytest.raises(Refused, match=r"vestiging\.vorm"):
        Vestigingsnummer("12345678")
