"""Parts of a name keep every sign a register may deliver, and no hidden one."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkdesk.domain.namen.vouwen import vouw
from werkdesk.domain.waarden.naam import Naam, Voorvoegsel
from werkdesk.errors import Refused


def test_a_name_is_composed_and_trimmed_and_keeps_its_marks() -> None:
    assert Naam("  Zoe\u0308   van\tDyck ") == "Zoë van Dyck"
    assert Naam("Żáïŀëñøŕ Åłéèç") == "Żáïŀëñøŕ Åłéèç"


def test_markup_in_a_name_is_text_like_any_other() -> None:
    hostile = '<b>O\'Brien</b> &amp; "x"; DROP TABLE--'
    assert Naam(hostile) == hostile


@pytest.mark.parametrize("typed", ["", "   ", "\t\n"])
def test_a_name_of_nothing_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match=r"naam\.ontbreekt \(geslachtsnaam\)"):
        Naam(typed, field="geslachtsnaam")


@pytest.mark.parametrize(
    "sign", ["\x00", "\x1b", "\u202e", "\u200b", "\ufeff", "\ud800", "\ue000", "\u2066", "\uffff"]
)
def test_hidden_signs_in_a_name_are_refused(sign: str) -> None:
    with pytest.raises(Refused, match=r"naam\.tekens"):
        Naam(f"Ber{sign}g")


@pytest.mark.parametrize("typed", ["😀 Li", "李", "محمد", "Шевченко", "👨‍👩‍👧", "★"])
def test_a_name_that_is_entered_is_in_latin_script(typed: str) -> None:
    with pytest.raises(Refused, match=r"naam\.schrift \(voornamen\)"):
        Naam.entered(typed, field="voornamen")
    if "\u200d" not in typed:
        assert Naam(typed) == typed, "what is kept already stays readable"


@pytest.mark.parametrize("typed", ["Żáïŀëñøŕ", "Ķūniņš-Ŵyŷ", "O’Brien ʼt", "Nº 1°", "Ngọc Ánh", "M̧ā", "<b>"])
def test_every_latin_name_may_be_entered(typed: str) -> None:
    assert Naam.entered(typed)


def test_a_name_has_at_most_two_hundred_characters_after_composing() -> None:
    assert len(Naam("e\u0301" * 200)) == 200
    with pytest.raises(Refused, match=r"naam\.te_lang") as refused:
        Naam("x" * 201)
    assert refused.value.details == {"hoogstens": 200}


@pytest.mark.parametrize("typed", ["van der", "'t", "in 't", "De las", "op den"])
def test_a_prefix_may_hold_letters_spaces_and_apostrophes(typed: str) -> None:
    assert Voorvoegsel(typed) == typed


@pytest.mark.parametrize(
    ("typed", "code"), [("", "ontbreekt"), ("van der aan t", "te_lang"), ("v4n", "tekens"), ("v/d", "tekens")]
)
def test_a_wrong_prefix_is_refused(typed: str, code: str) -> None:
    with pytest.raises(Refused, match=rf"voorvoegsel\.{code}"):
        Voorvoegsel(typed)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Özdemir", "ozdemir"),
        ("Łukasik", "lukasik"),
        ("Strauß", "strauss"),
        ("Đorđević", "dordevic"),
        ("Ægir", "aegir"),
    ],
)
def test_folding_takes_marks_and_capitals_away(text: str, folded: str) -> None:
    assert vouw(text) == folded


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=0x24F), max_size=30))
def test_folding_is_settled_after_one_time_and_blind_to_form(text: str) -> None:
    assert vouw(vouw(text)) == vouw(text)
    assert vouw(unicodedata.normalize("NFD", text)) == vouw(unicodedata.normalize("NFC", text))
