"""Initials, and names in lists in their order (rule cases 4.7)."""

from __future__ import annotations

import unicodedata

import pytest

from werkdesk.domain.namen.lijst import lijst, lijstnaam
from werkdesk.domain.namen.persoonsnaam import NaamPersoon
from werkdesk.domain.namen.voorletters import voorletters


@pytest.mark.parametrize(
    ("given_names", "initials"),
    [
        ("Noor", "N."),
        ("Noor Anna Fleur", "N.A.F."),
        ("Anna-Fleur", "A."),
        ("IJsbrand Theo", "I.T."),
        ("Q", "Q"),
        ("Q X", "Q X"),
        ("X Noor", "X N."),
        ("Noor X", "N.X"),
        ("Noor X Anna", "N.X A."),
        ("Élise Özil", "É.Ö."),
        (unicodedata.normalize("NFD", "Élise É"), unicodedata.normalize("NFD", "É.É")),
        ("del Noor", "d.N."),
        (" Noor   Anna ", "N.A."),
        (".", None),
        ("", None),
        (None, None),
    ],
)
def test_a_given_name_gives_one_letter(given_names: str | None, initials: str | None) -> None:
    assert voorletters(given_names) == initials


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"voornamen": "Noor", "voorvoegsel": "van der", "geslachtsnaam": "Eik"}, "Eik, N. van der"),
        ({"voorvoegsel": "van der", "geslachtsnaam": "Eik"}, "Eik, van der"),
        ({"voornamen": "Noor", "geslachtsnaam": "Eik"}, "Eik, N."),
        ({"geslachtsnaam": "Eik"}, "Eik"),
        ({"voornamen": "Noor", "geslachtsnaam": "."}, None),
    ],
)
def test_a_list_shows_the_own_surname_first(fields: dict[str, str], name: str | None) -> None:
    for use in ("E", "P", "V", "N"):
        assert lijstnaam(NaamPersoon(naamgebruik=use, **fields)) == name


def test_a_list_is_sorted_on_folded_surname_then_initials_then_prefix() -> None:
    rows = [
        ("Anna", "de", "Zwam"),
        ("Bo", None, "Ømer"),
        ("Bo", None, "Omar"),
        ("Bo", "van", "Strauß"),
        ("Bo", "de", "Strauss"),
        ("Anna", None, "Strauss"),
        ("Bo", None, "Łuk"),
        ("Bo", None, "Æbel"),
        ("Bo", None, "Aecht"),
        ("Bo", None, "Đuk"),
    ]
    personen = [NaamPersoon(voornamen=v, voorvoegsel=p, geslachtsnaam=g) for v, p, g in rows]
    assert lijst(personen) == [
        "Æbel, B.",
        "Aecht, B.",
        "Đuk, B.",
        "Łuk, B.",
        "Omar, B.",
        "Ømer, B.",
        "Strauss, A.",
        "Strauss, B. de",
        "Strauß, B. van",
        "Zwam, A. de",
    ]


def test_equal_names_keep_their_order() -> None:
    names = ["Strauß", "Strauss", "STRAUSS"]
    for order in (names, names[::-1]):
        assert lijst([NaamPersoon(geslachtsnaam=name) for name in order]) == order
