"""Whatever stands in a field is shown as text, or refused with a reason.

Never obeyed, never dropped in silence.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pypdfium2
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.letters.conformance import spoken
from tests.letters.examples import letter_l01, letter_l02
from tests.searching import examples
from werkdesk.domain.brief import BriefGegevens
from werkdesk.errors import Refused
from werkdesk.letters.characters import clean
from werkdesk.letters.press import Press
from werkdesk.letters.typeface import letter_typeface

LATIN = sorted(c for c in letter_typeface().regular.characters if c.isprintable() and ord(c) < 0x250)


def words(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    found = " ".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    # PDFium gives a hyphen at the end of a line as U+0002 or U+FFFE.
    return "".join(found.translate({2: "-", 0xFFFE: "-"}).split())


def with_place(text: str) -> BriefGegevens:
    letter = letter_l02()
    return replace(letter, velden={**letter.velden, "afspraak.plaats": text})


@settings(
    max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    text=st.text(
        st.sampled_from([*LATIN, "{", "}", "*", "|", "[", "]", "#", "<", "&", "\\", "(", ")"]), min_size=1
    )
)
def test_no_text_in_a_field_becomes_markup(press: Press, text: str) -> None:
    assume(clean(text, "x"))
    made = press.make(with_place(text))
    assert spoken(made.pdf) == spoken(press.make(with_place("kamer 3")).pdf)
    assert "".join(clean(text, "x").split()) in words(made.pdf)


@pytest.mark.parametrize(
    "text", ["[einde]", "# kop", "- punt", "{{klant.naam}}", "**vet**", "| a | b |", "<b>&amp;</b>"]
)
def test_the_language_of_templates_means_nothing_in_data(press: Press, text: str) -> None:
    made = press.make(with_place(text))
    assert "".join(text.split()) in words(made.pdf)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u0000b\x1bc\x7fd", "abcd"),
        ("a\u202eb\u2066c\u200fd", "abcd"),
        ("zacht\u00adafbreek\u200bbaar", "zachtafbreekbaar"),
        ("twee\r\nregels\ttab", "twee  regels tab"),
        ("Z\u030cofie", "Žofie"),
        ("  rand  ", "rand"),
        ("\u2007cijfer\u202f5", "\u00a0cijfer\u00a05".strip()),
    ],
)
def test_invisible_signs_go_and_the_rest_stays(text: str, shown: str) -> None:
    assert clean(text, "naam") == shown


@pytest.mark.parametrize(
    ("text", "code_point"),
    [
        ("Jan 😀", "U+1F600"),
        ("a ☃", "U+2603"),
        ("\u0661", "U+0661"),  # a digit is a sign, not a script
        ("a\ud800", "U+D800"),
        ("\ue000", "U+E000"),
    ],
)
def test_a_sign_that_cannot_be_printed_is_named_by_its_code_point(
    press: Press, text: str, code_point: str
) -> None:
    with pytest.raises(Refused) as caught:
        press.make(with_place(text))
    assert caught.value.code == "brief.teken_ontbreekt"
    assert caught.value.field == "afspraak.plaats"
    assert caught.value.details == {"teken": code_point}
    assert text not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("محمد", "Arabische"),
        ("Jan שלום", "Hebreeuwse"),
        ("ሰላም", "Ethiopische"),
        ("王", "Chinese"),
        ("\u064b", "Arabische"),  # a mark without a letter
        ("김", "Koreaanse"),
    ],
)
def test_letters_of_a_script_that_cannot_be_set_are_named_by_their_script(
    press: Press, text: str, script: str
) -> None:
    with pytest.raises(Refused) as caught:
        press.make(with_place(text))
    assert (caught.value.code, caught.value.field) == ("brief.schrift", "afspraak.plaats")
    assert caught.value.details == {"schrift": script}
    assert text not in str(caught.value)


@pytest.mark.parametrize("field", ["kenmerk", "aanhef", "adresregels"])
def test_the_fixed_parts_are_checked_like_fields(press: Press, field: str) -> None:
    value: Any = ("Mevrouw 😀", "Straat 1", "1181 AA  AMSTELVEEN") if field == "adresregels" else "M-1 😀"
    with pytest.raises(Refused) as caught:
        press.make(letter_l01(**{field: value}))
    assert (caught.value.code, caught.value.field) == ("brief.teken_ontbreekt", field)


def test_a_text_above_two_thousand_signs_is_refused_and_not_cut(press: Press) -> None:
    press.make(with_place("a " * 1000))
    with pytest.raises(Refused) as caught:
        press.make(with_place("a" * 2001))
    assert (caught.value.code, caught.value.field) == ("brief.veld_te_lang", "afspraak.plaats")


def test_two_hundred_rows_are_the_limit(press: Press) -> None:
    row = {"wat": "iets", "wanneer": "ooit", "waarom": "daarom"}
    press.make(letter_l01(rijen={"termijnen": (row,) * 200}))
    with pytest.raises(Refused) as caught:
        press.make(letter_l01(rijen={"termijnen": (row,) * 201}))
    assert (caught.value.code, caught.value.field) == ("brief.te_veel_rijen", "termijnen")


def test_an_endless_word_is_broken(press: Press) -> None:
    made = press.make(with_place("Q" * 2000))
    assert words(made.pdf).count("Q") == 2000


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"soort": "L77"}, "brief.soort_onbekend", "soort"),
        ({"soort": "../L01"}, "brief.soort_onbekend", "soort"),
        ({"gemeente": "9999"}, "brief.huisstijl_onbekend", "gemeente"),
        ({"velden": {}}, "brief.veld_ontbreekt", "melding.datum"),
        ({"velden": {"melding.dtum": "x"}}, "brief.veld_onbekend", "melding.dtum"),
        ({"voorwaarden": frozenset({"onder_72"})}, "brief.veld_onbekend", "onder_72"),
        ({"rijen": {"termijn": ()}}, "brief.veld_onbekend", "termijn"),
        ({"aanhef": " "}, "brief.veld_ontbreekt", "aanhef"),
        ({"kenmerk": ""}, "brief.veld_ontbreekt", "kenmerk"),
    ],
)
def test_what_is_wrong_is_told_at_the_field(
    press: Press, change: dict[str, Any], code: str, field: str
) -> None:
    with pytest.raises(Refused) as caught:
        press.make(letter_l01(**change))
    assert (caught.value.code, caught.value.field) == (code, field)


def test_a_field_of_white_alone_counts_as_missing(press: Press) -> None:
    with pytest.raises(Refused) as caught:
        press.make(with_place("\u200b \u202e"))
    assert (caught.value.code, caught.value.field) == ("brief.veld_ontbreekt", "afspraak.plaats")
