"""Names in letters: name use, partners, titles, unknown parts (rule cases 4.7; BRP specification)."""

from __future__ import annotations

from typing import Any

import pytest

from werkdesk.domain.namen.persoonsnaam import NaamPartner, NaamPersoon
from werkdesk.domain.namen.schrijven import aanhef, aanschrijfwijze, lopende_tekst, volledige_naam

VAN_DER_EIK = {"voornamen": "Noor Anna", "voorvoegsel": "van der", "geslachtsnaam": "Eik"}
DE_BEUK = NaamPartner(voorvoegsel="de", geslachtsnaam="Beuk")


def _vormen(persoon: NaamPersoon, *partners: NaamPartner) -> tuple[str | None, str | None, str | None]:
    line = aanschrijfwijze(persoon, partners)
    return aanhef(persoon, partners), line.naam if line else None, lopende_tekst(persoon, partners)


@pytest.mark.parametrize(
    ("use", "name", "envelope"),
    [
        ("E", "Van der Eik", "N.A. van der Eik"),
        ("P", "De Beuk", "N.A. de Beuk"),
        ("V", "De Beuk-van der Eik", "N.A. de Beuk-van der Eik"),
        ("N", "Van der Eik-de Beuk", "N.A. van der Eik-de Beuk"),
    ],
)
def test_each_name_use_has_its_order_and_its_capitals(use: str, name: str, envelope: str) -> None:
    for geslacht, greeting, running in (
        ("V", f"Geachte mevrouw {name}", f"mevrouw {name}"),
        ("M", f"Geachte heer {name}", f"de heer {name}"),
        ("O", f"Geachte {envelope}", envelope),
    ):
        persoon = NaamPersoon(geslacht=geslacht, naamgebruik=use, **VAN_DER_EIK)
        assert _vormen(persoon, DE_BEUK) == (greeting, envelope, running)


@pytest.mark.parametrize("use", ["E", "P", "V", "N"])
@pytest.mark.parametrize("partners", [(), (NaamPartner(),), (NaamPartner(geslachtsnaam="."),)])
def test_without_a_known_partner_the_own_name_is_used(use: str, partners: tuple[NaamPartner, ...]) -> None:
    persoon = NaamPersoon(geslacht="M", naamgebruik=use, **VAN_DER_EIK)
    assert _vormen(persoon, *partners) == (
        "Geachte heer Van der Eik",
        "N.A. van der Eik",
        "de heer Van der Eik",
    )


@pytest.mark.parametrize("own", [None, "", ".", " "])
def test_an_unknown_own_name_leaves_only_the_name_of_the_partner(own: str | None) -> None:
    fields: dict[str, Any] = {"geslacht": "V", "voornamen": "Noor", "voorvoegsel": "van"}
    for use in ("E", "V", "N"):
        assert _vormen(NaamPersoon(**fields, geslachtsnaam=own, naamgebruik=use), DE_BEUK) == (None,) * 3
    assert _vormen(NaamPersoon(**fields, geslachtsnaam=own, naamgebruik="P"), DE_BEUK) == (
        "Geachte mevrouw De Beuk",
        "N. de Beuk",
        "mevrouw De Beuk",
    )


@pytest.mark.parametrize(
    ("prefix", "shown"), [("'t", "'t Eik"), ("in 't", "In 't Eik"), ("Op Den", "Op Den Eik"), ("", "Eik")]
)
def test_without_initials_the_first_part_gets_the_capital(prefix: str, shown: str) -> None:
    persoon = NaamPersoon(voorvoegsel=prefix, geslachtsnaam="Eik")
    assert _vormen(persoon) == (f"Geachte {shown}", shown, shown)


def _relatie(name: str, start: str | None, end: str | None = None) -> NaamPartner:
    return NaamPartner(geslachtsnaam=name, aangaan=start, ontbinding=end)


@pytest.mark.parametrize(
    ("partners", "chosen"),
    [
        ((_relatie("Els", "19900101"), _relatie("Iep", "19850101")), "Iep"),
        ((_relatie("Els", "19900500"), _relatie("Iep", "19900501")), "Els"),
        ((_relatie("Els", "19900101"), _relatie("Iep", "00000000")), "Iep"),
        ((_relatie("Els", "19900101"), _relatie("Iep", None)), "Iep"),
        ((_relatie("Els", "19900101", "20000101"), _relatie("Iep", "20100101")), "Iep"),
        ((_relatie("Els", "19900101", "00000000"), _relatie("Iep", "20100101")), "Iep"),
        ((_relatie("Els", "19900101", "20000101"), _relatie("Iep", "19800101", "20010000")), "Iep"),
        ((_relatie("Els", "19900101", "00000000"), _relatie("Iep", "19800101", "19990000")), "Iep"),
    ],
)
def test_the_oldest_current_relation_counts_and_else_the_one_that_ended_last(
    partners: tuple[NaamPartner, ...], chosen: str
) -> None:
    persoon = NaamPersoon(naamgebruik="P", geslachtsnaam="Eik")
    for order in (partners, partners[::-1]):
        line = aanschrijfwijze(persoon, order)
        assert line is not None
        assert line.naam == chosen


@pytest.mark.parametrize(
    ("geslacht", "titel", "greeting", "name", "address", "running"),
    [
        ("M", "B", "Hoogwelgeboren heer", "N. baron van Eik", "De hoogwelgeboren heer", "baron van Eik"),
        ("V", "G", "Hooggeboren vrouwe", "N. gravin van Eik", "De hooggeboren vrouwe", "gravin van Eik"),
        ("M", "PS", "Hoogheid", "N. prins van Eik", "De hoogheid", "prins van Eik"),
        (
            "M",
            "JV",
            "Hoogwelgeboren heer",
            "Jonkheer N. van Eik",
            "De hoogwelgeboren heer",
            "jonkheer van Eik",
        ),
        ("V", "R", "Hoogwelgeboren vrouwe", "N. van Eik", None, "mevrouw Van Eik"),
        ("O", "G", "Geachte N. van Eik", "N. van Eik", None, "N. van Eik"),
        ("O", "P", "Hoogheid", "N. van Eik", "De hoogheid", "N. van Eik"),
    ],
)
def test_an_own_title_stands_in_every_form(
    geslacht: str, titel: str, greeting: str, name: str, address: str | None, running: str
) -> None:
    persoon = NaamPersoon(
        geslacht=geslacht, titel=titel, voornamen="Noor", voorvoegsel="van", geslachtsnaam="Eik"
    )
    line = aanschrijfwijze(persoon)
    assert line is not None
    assert (line.naam, line.aanspreekvorm) == (name, address)
    assert (aanhef(persoon), lopende_tekst(persoon)) == (greeting, running)


def test_a_woman_shares_a_title_of_her_husband_but_no_predicate() -> None:
    persoon = NaamPersoon(geslacht="V", naamgebruik="N", **VAN_DER_EIK)
    baron = NaamPartner(titel="B", voorvoegsel="de", geslachtsnaam="Beuk")
    assert _vormen(persoon, baron) == (
        "Hoogwelgeboren vrouwe",
        "N.A. van der Eik-barones de Beuk",
        "mevrouw Van der Eik-barones de Beuk",
    )
    for titel in ("R", "JH", "BS", "GI", "PS"):
        plain = NaamPartner(titel=titel, voorvoegsel="de", geslachtsnaam="Beuk")
        assert _vormen(persoon, plain)[0] == "Geachte mevrouw Van der Eik-de Beuk"


def test_a_shared_title_needs_a_name_use_and_is_spoken_without_a_name() -> None:
    baron = NaamPartner(titel="B", voorvoegsel="de", geslachtsnaam="Beuk")
    nameless = NaamPartner(titel="G", geslachtsnaam=".")
    own_name = NaamPersoon(geslacht="V", naamgebruik="E", **VAN_DER_EIK)
    assert _vormen(own_name, baron)[0] == "Geachte mevrouw Van der Eik"
    persoon = NaamPersoon(geslacht="V", naamgebruik="P", **VAN_DER_EIK)
    assert aanhef(persoon, [nameless]) == "Hooggeboren vrouwe"
    line = aanschrijfwijze(persoon, [nameless])
    assert line is not None
    assert (line.naam, line.aanspreekvorm) == ("N.A. van der Eik", None)


def test_a_predicate_of_a_woman_rests_while_she_has_a_partner() -> None:
    persoon = NaamPersoon(geslacht="V", titel="JV", **VAN_DER_EIK)
    former = NaamPartner(geslachtsnaam="Beuk", ontbinding="20200101")
    assert lopende_tekst(persoon) == "jonkvrouw van der Eik"
    assert lopende_tekst(persoon, [former]) == "jonkvrouw van der Eik"
    assert lopende_tekst(persoon, [DE_BEUK]) == "mevrouw Van der Eik"
    with_former = NaamPersoon(geslacht="V", titel="JV", naamgebruik="N", **VAN_DER_EIK)
    assert lopende_tekst(with_former, [former]) == "mevrouw Van der Eik-Beuk"


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"voornamen": "Noor", "voorvoegsel": "van  der", "geslachtsnaam": "Eik"}, "Noor van der Eik"),
        ({"voornamen": "Noor", "geslachtsnaam": "."}, "Noor"),
        ({"geslachtsnaam": "Noor binti Fictief"}, "Noor binti Fictief"),
        ({"voornamen": ".", "geslachtsnaam": "."}, None),
        ({"voornamen": "Noor", "geslachtsnaam": "Eik", "titel": "G", "geslacht": "V"}, "Noor gravin Eik"),
        ({"voornamen": "Noor", "geslachtsnaam": "Eik", "titel": "JV"}, "jonkvrouw Noor Eik"),
    ],
)
def test_the_full_name_leaves_out_what_is_unknown(fields: dict[str, str], name: str | None) -> None:
    assert volledige_naam(NaamPersoon(**fields)) == name
