"""Postcode, telephone and e-mail."""

from __future__ import annotations

import phonenumbers
import pytest

from werkdesk.domain.waarden.email import Email
from werkdesk.domain.waarden.postcode import Postcode
from werkdesk.domain.waarden.telefoon import Telefoon
from werkdesk.errors import Refused


@pytest.mark.parametrize("typed", ["1181AB", "1181 AB", "1181ab", "1181 aB"])
def test_a_postcode_is_stored_without_and_shown_with_a_space(typed: str) -> None:
    assert Postcode(typed) == "1181AB"
    assert Postcode(typed).shown == "1181 AB"


@pytest.mark.parametrize("typed", ["0181AB", "1181", "1181  AB", " 1181AB", "1181AB\n", "1181ÀB", "١١٨١AB"])
def test_text_that_is_no_postcode_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match=r"postcode\.vorm"):
        Postcode(typed)


def test_letters_that_are_not_issued_give_a_warning_and_no_refusal() -> None:
    assert Postcode("5746 SA").warning == "postcode.niet_uitgegeven"
    assert Postcode("5746 SB").warning is None


@pytest.mark.parametrize(
    ("typed", "stored", "shown"),
    [
        ("06-12 34 56 78", "+31612345678", "06-12 34 56 78"),
        ("(020) 540 49 11", "+31205404911", "020-540 49 11"),
        ("+31 (0)20 5404911", "+31205404911", "020-540 49 11"),
        ("0031(0)297 12 34 56", "+31297123456", "0297-12 34 56"),
        ("0800 1234", "+318001234", "0800-1234"),
        ("0900-1234567", "+319001234567", "0900-1234567"),
        ("14 020", "+3114020", "14 020"),
        ("+31 14 0297", "+31140297", "14 0297"),
        ("088 1234567", "+31881234567", "088-123 45 67"),
        ("+32 470 12 34 56", "+32470123456", "+32 470 12 34 56"),
        ("0049 30 123456", "+4930123456", "+49 30 123456"),
    ],
)
def test_a_number_is_stored_for_machines_and_shown_for_people(typed: str, stored: str, shown: str) -> None:
    assert Telefoon(typed) == stored
    assert Telefoon(typed).shown == shown
    assert Telefoon(Telefoon(typed)) == stored


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "06 1234567",
        "06123456789",
        "0800 123456",
        "+31 0612345678",
        "+31(0)(0)612345678",
        "+32 1234",
        "+0123456789",
        "000612345678",
        "++31612345678",
        "06+12345678",
        "bel 0612345678",
        "0612345678\n",
        "06\u00a012345678",
        "٠٦١٢٣٤٥٦٧٨",
        "14 120",
        "+1234567890123456",
    ],
)
def test_text_that_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match=r"telefoon\.vorm"):
        Telefoon(typed)


def test_area_codes_are_as_long_as_the_number_plan_of_the_library_says() -> None:
    checked = 0
    for area in range(100, 1000):
        national = f"{area}123456"
        number = phonenumbers.parse(f"+31{national}", None)
        if national[0] == "6" or area in (800, 900) or not phonenumbers.is_valid_number(number):
            continue
        expected = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL).split(" ")[0]
        assert Telefoon(f"0{national}").shown.split("-")[0] == expected
        checked += 1
    assert checked > 300


@pytest.mark.parametrize(
    "typed", ["a@b.nl", "jan.de-vries+werk@voorbeeld.example", "x!#$%&'*+/=?^_`{|}~-@a.bc"]
)
def test_an_address_is_kept_as_it_was_typed(typed: str) -> None:
    assert Email(typed) == typed


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "jan",
        "jan@",
        "@voorbeeld.nl",
        "jan@voorbeeld",
        "jan@voorbeeld.12",
        "jan@voorbeeld.n",
        "jan..p@voorbeeld.nl",
        ".jan@voorbeeld.nl",
        "jan.@voorbeeld.nl",
        "jan@@voorbeeld.nl",
        "jan@-voorbeeld.nl",
        "jan@voorbeeld-.nl",
        "jan@voorbeeld..nl",
        "jan@voor_beeld.nl",
        "jän@voorbeeld.nl",
        "jan@voorbeeld.nl\n",
        " jan@voorbeeld.nl",
        "a" * 65 + "@voorbeeld.nl",
        "jan@" + "v" * 64 + ".nl",
        "x" * 64 + "@" + ".".join(["v" * 61] * 3) + ".nlnl",
    ],
)
def test_text_that_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match=r"email\.vorm"):
        Email(typed)
