"""Meldingen from lines: every field checked, every hostile line a code, every person found or made once."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.fakes import AMSTERDAM, WIE, FakeClock, FakeDesk, FakeIds, fake_rekenaar
from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import Bevestiging, Kanaal, Melding, MeldingReden, Uitleg, Uitzondering
from werkdesk.domain.namen.vouwen import vouw
from werkdesk.domain.persoon import Adres, AdresFunctie, Geslacht, KlantFeiten, PersoonsNaam
from werkdesk.domain.waarden.bsn import Bsn
from werkdesk.domain.waarden.geboortedatum import GeboorteDatum
from werkdesk.domain.waarden.naam import Naam
from werkdesk.domain.waarden.postcode import Postcode
from werkdesk.domain.waarden.telefoon import Telefoon
from werkdesk.errors import Refused
from werkdesk.usecases.invoer.lezen import read_invoer
from werkdesk.usecases.invoer.opnemen import Opgenomen, take_in
from werkdesk.usecases.invoer.regel import LONGEST_LINE, read_object
from werkdesk.usecases.overzichten import KlantDossier, KlantHit

NOW = datetime(2026, 11, 3, 10, 9, tzinfo=AMSTERDAM)
BSN = "999990019"


class Reads:
    """The few reads that an import does, over a fake desk."""

    def __init__(self, desk: FakeDesk) -> None:
        self.desk = desk

    def melding_bij_ref(self, ref: str) -> Melding | None:
        return next((m for m in self.desk.all(Melding) if m.externe_ref == ref), None)

    def zoek(self, tekst: str, limit: int = 50) -> tuple[KlantHit, ...]:
        return tuple(_hit(k) for k in self.desk.all(Klant) if k.feiten.bsn == tekst)[:limit]

    def lijkt_op(self, naam: str, geboortedatum: str | None, limit: int = 8) -> tuple[KlantHit, ...]:
        return tuple(
            _hit(k) for k in self.desk.all(Klant)
            if k.feiten.naam is not None and vouw(k.feiten.naam.geslachtsnaam)[:3] == vouw(naam)[:3]
        )[:limit]  # fmt: skip

    def dossier(self, rid: UUID) -> KlantDossier | None:
        return KlantDossier(
            klant=self.desk.get(Klant, rid), meldingen=(), intakes=(), brieven=(), overeenkomsten=(),
            eerder=(), onverzonden=False,
        )  # fmt: skip


def _hit(klant: Klant) -> KlantHit:
    return KlantHit(id=klant.id, naam="", geboren="", adres="", bsn="", open_meldingen=0, onverzonden=False)


@pytest.fixture
def importer(desk: FakeDesk) -> SimpleNamespace:
    taking = partial(
        take_in, wie=WIE, work=desk.work, clock=FakeClock(NOW), new_id=FakeIds(), rekenaar=fake_rekenaar,
        overzichten=Reads(desk),  # type: ignore[arg-type]
    )  # fmt: skip

    def take(**line: Any) -> Opgenomen:
        return taking(read_invoer(line, NOW))

    return SimpleNamespace(take=take)


def read(**line: Any) -> Any:
    return read_invoer(line, NOW)


def refused(**line: Any) -> tuple[str, str | None]:
    with pytest.raises(Refused) as caught:
        read(**line)
    return caught.value.code, caught.value.field


# --- lines ---


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b"", "regel.json"),
        (b"geen json", "regel.json"),
        (b"[]", "regel.json"),
        (b'"tekst"', "regel.json"),
        (b"null", "regel.json"),
        (b'{"naam":"a"', "regel.json"),
        (b'{"naam":NaN}', "regel.json"),
        (b'{"kinderen":1e999}', "regel.json"),
        (b'{"kinderen":1.5}', "regel.json"),
        (b'{"kinderen":' + b"9" * 5000 + b"}", "regel.json"),
        (b'{"naam":' + b"[" * 20_000 + b"]" * 20_000 + b"}", "regel.json"),
        (b'{"a":' * 9_000 + b"1" + b"}" * 9_000, "regel.json"),
        (b'{"naam":"\xff"}', "regel.utf8"),
        (b'{"naam":"\xed\xa0\x80"}', "regel.utf8"),
        (b'{"naam":"a","naam":"b"}', "regel.dubbel"),
        (b'{"adres":{"straat":"a","straat":"b"}}', "regel.dubbel"),
        (b'{"naam":"' + b"a" * LONGEST_LINE + b'"}', "regel.te_lang"),
    ],
)
def test_a_line_that_is_no_object_gives_a_code(line: bytes, code: str) -> None:
    with pytest.raises(Refused) as caught:
        read_object(line)
    assert caught.value.code == code


@given(st.binary(max_size=300))
def test_whatever_bytes_come_at_most_a_refusal_comes_out(line: bytes) -> None:
    with suppress(Refused):
        read_invoer(read_object(line), NOW)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=12), inner, max_size=3),
    max_leaves=8,
)
_FIELDS = (
    "naam", "geslachtsnaam", "achternaam", "voorvoegsel", "voornamen", "geslacht", "geboortedatum", "adres",
    "straat", "huisnummer", "huisletter", "toevoeging", "postcode", "woonplaats", "locatie", "land",
    "adresfunctie", "telefoon", "email", "bsn", "geen_bsn_reden", "taal", "tolk", "kanaal", "gemeente",
    "moment", "meldingsdatum", "tijd", "reden", "laatste_werkdag", "partner", "heeft_partner", "kinderen",
    "uitzondering", "ww_eindigt", "uitleg", "bevestiging", "toelichting", "externe_ref", "onbekend",
)  # fmt: skip


@given(st.dictionaries(st.sampled_from(_FIELDS), _JSON, max_size=6))
@example({"naam": "\ud800"})
@example({"naam": "X", "moment": "9999-12-31T23:59:59-14:00"})
@example({"naam": "X", "moment": "0001-01-01T00:00:00+14:00"})
@example({"naam": "X", "meldingsdatum": "+9999j"})
@example({"naam": "X", "tijd": "99:99", "meldingsdatum": "v"})
@example({"naam": {"naam": "X"}})
@example({"naam": "X", "partner": []})
@example({"naam": "X", "adres": 5})
@example({"naam": "X", "huisnummer": True})
@example({"naam": "X", "bsn": 10**20})
def test_whatever_object_comes_at_most_a_refusal_comes_out(values: dict[str, Any]) -> None:
    with suppress(Refused):
        read_invoer(values, NOW)


_EVIL = [
    "<script>alert(1)</script>", "'; DROP TABLE klant; --", "=cmd|' /C calc'!A0", "../../etc/passwd", "%s%n",
    "{{klant.naam}}", "😀 emoji", "\u05d0\u05d1", "Ñandú Şahin-Ōé", "O'Brien-van 't Hof",
]  # fmt: skip
_HIDDEN = ["a\x00b", "a\u202eb", "a\u200bb", "a\x1b[31mb", "\ud83d", "a\ue000b", "a\ufffeb"]


@pytest.mark.parametrize("text", _EVIL)
def test_markup_and_foreign_letters_are_a_name_like_any_other(text: str) -> None:
    assert read(geslachtsnaam=text).persoon.naam == PersoonsNaam(geslachtsnaam=Naam(text))


@pytest.mark.parametrize("text", _HIDDEN)
@pytest.mark.parametrize("veld", ["geslachtsnaam", "straat", "toelichting", "externe_ref", "geen_bsn_reden"])
def test_hidden_characters_are_refused_at_their_field(veld: str, text: str) -> None:
    code, field = refused(**{"naam": "Verzonnen", veld: text} if veld != "geslachtsnaam" else {veld: text})
    assert code in ("naam.tekens", "tekst.tekens")
    assert field == veld


@pytest.mark.parametrize("veld", [v for v in _FIELDS if v not in ("uitleg", "onbekend")])
def test_ten_thousand_characters_are_refused_at_their_field(veld: str) -> None:
    line: dict[str, Any] = {"geslachtsnaam": "Verzonnen", veld: "a" * 10_000}
    if veld in ("naam", "achternaam"):
        line = {veld: "a" * 10_000}
    if veld == "tijd":
        line["meldingsdatum"] = "v"
    code, field = refused(**line)
    assert code not in ("veld.onbekend", "regel.json")
    assert field is not None
    assert veld in field or field in ("geslachtsnaam", "partner.geslachtsnaam", "adres")


# --- fields ---


def test_a_name_alone_is_a_melding() -> None:
    invoer = read(naam="Verzonnen")
    assert invoer.persoon == KlantFeiten(naam=PersoonsNaam(geslachtsnaam=Naam("Verzonnen")))
    assert (invoer.moment, invoer.externe_ref) == (None, None)


def test_every_field_of_the_form_is_read() -> None:
    invoer = read(
        geslachtsnaam="Verzonnen", voorvoegsel="van der", voornamen="Elif Nur", geslacht="v",
        geboortedatum="12-3-1985", straat="Verzonnenlaan", huisnummer="12", huisletter="b", toevoeging="3",
        postcode="1181 ab", woonplaats="Amstelveen", telefoon="06-12345678", email="e.v@voorbeeld.test",
        bsn=BSN, taal="TR", tolk="ja", kanaal="e-mail", gemeente="Aalsmeer", moment="2026-11-02T09:00",
        reden="einde ww", laatste_werkdag="2026-10-30", kinderen=2, uitzondering="geen",
        ww_loopt_af_op="30-11-2026", eerder_afgewezen_op="1-9-2026", uitkering_beeindigd_op="1-8-2026",
        uitleg=["privacy", "rechten"], bevestiging="post", toelichting="belt liever", externe_ref="mail-1",
        partner={"naam": "Bedacht", "geboortedatum": "00-03-1990", "bsn": None},
    )  # fmt: skip
    persoon, melding = invoer.persoon, invoer.melding
    assert persoon.geslacht is Geslacht.VROUW
    assert persoon.geboortedatum == "19850312"
    assert persoon.adres == Adres(
        straat="Verzonnenlaan", huisnummer=12, huisletter="b", toevoeging="3", postcode=Postcode("1181AB"),
        woonplaats="Amstelveen",
    )  # fmt: skip
    assert (persoon.bsn, persoon.taal, persoon.tolk) == (BSN, "tr", True)
    assert (melding.kanaal, melding.gemeente, melding.reden) == (Kanaal.EMAIL, "0358", MeldingReden.EINDE_WW)
    assert (melding.heeft_partner, melding.kinderen) == (True, 2)
    assert melding.partner is not None
    assert melding.partner.geboortedatum == "19900300"
    assert melding.ww_eindigt == date(2026, 11, 30)
    assert melding.uitzondering is Uitzondering.GEEN
    assert melding.uitleg == (Uitleg.RECHTEN, Uitleg.PRIVACY)
    assert melding.bevestiging is Bevestiging.POST
    assert invoer.moment == datetime(2026, 11, 2, 9, 0, tzinfo=AMSTERDAM)
    assert invoer.externe_ref == "mail-1"


@pytest.mark.parametrize(
    ("line", "code", "field"),
    [
        ({}, "naam.ontbreekt", "geslachtsnaam"),
        ({"naam": "  "}, "naam.ontbreekt", "geslachtsnaam"),
        ({"voornamen": "Elif"}, "naam.ontbreekt", "geslachtsnaam"),
        ({"naam": "X", "geslachtsnaam": "Y"}, "veld.dubbel", "geslachtsnaam"),
        ({"naam": ["X"]}, "veld.soort", "geslachtsnaam"),
        ({"naam": {"geslachtsnaam": "X", "bijnaam": "Y"}}, "veld.onbekend", "naam.bijnaam"),
        ({"naam": "X", "schoenmaat": 44}, "veld.onbekend", "schoenmaat"),
        ({"naam": "X", "é\n": 44}, "veld.onbekend", "?"),
        ({"naam": "X", "bsn": "123456789"}, "bsn.elfproef", "bsn"),
        ({"naam": "X", "geboortedatum": "31-2-1980"}, "geboortedatum.bestaat_niet", "geboortedatum"),
        ({"naam": "X", "geboortedatum": "1-1-2030"}, "geboortedatum.toekomst", "geboortedatum"),
        ({"naam": "X", "postcode": "0181AB"}, "postcode.vorm", "postcode"),
        ({"naam": "X", "telefoon": "12"}, "telefoon.vorm", "telefoon"),
        ({"naam": "X", "email": "x"}, "email.vorm", "email"),
        ({"naam": "X", "huisnummer": "12a"}, "getal.vorm", "huisnummer"),
        ({"naam": "X", "huisnummer": 0}, "getal.buiten_bereik", "huisnummer"),
        ({"naam": "X", "kinderen": 21}, "getal.buiten_bereik", "kinderen"),
        ({"naam": "X", "kinderen": -1}, "getal.vorm", "kinderen"),
        ({"naam": "X", "kanaal": "duif"}, "keuze.onbekend", "kanaal"),
        ({"naam": "X", "kanaal": 5}, "veld.soort", "kanaal"),
        ({"naam": "X", "tolk": "misschien"}, "keuze.onbekend", "tolk"),
        ({"naam": "X", "gemeente": "Amsterdam"}, "gemeente.onbekend", "gemeente"),
        ({"naam": "X", "uitleg": ["alles"]}, "keuze.onbekend", "uitleg"),
        ({"naam": "X", "uitleg": {"a": 1}}, "veld.soort", "uitleg"),
        ({"naam": "X", "taal": "Turks"}, "taal.vorm", "taal"),
        ({"naam": "X", "moment": "gisteren"}, "moment.vorm", "moment"),
        ({"naam": "X", "moment": "2026-11-01", "meldingsdatum": "1-11"}, "veld.dubbel", "moment"),
        ({"naam": "X", "tijd": "10:00"}, "datum.ontbreekt", "meldingsdatum"),
        ({"naam": "X", "externe_ref": "r" * 65}, "ref.te_lang", "externe_ref"),
        ({"naam": "X", "partner": {"naam": "Y", "bsn": "1"}}, "bsn.vorm", "partner.bsn"),
        ({"naam": "X", "adres": {"huisnummer": "x"}}, "getal.vorm", "adres.huisnummer"),
    ],
)
def test_a_wrong_field_is_refused_by_name(line: dict[str, Any], code: str, field: str) -> None:
    assert refused(**line) == (code, field)


def test_an_address_in_one_text_keeps_its_lines() -> None:
    said = read(naam="X", adres="Verzonnenlaan 12 b, 1181 AB Amstelveen, t.a.v. balie, kamer 3").persoon
    assert said.adres is None
    assert said.briefregels == ("Verzonnenlaan 12 b", "1181 AB Amstelveen", "t.a.v. balie, kamer 3")


def test_no_fixed_address_is_an_answer() -> None:
    assert read(naam="X", adresfunctie="geen").persoon.adres == Adres(functie=AdresFunctie.GEEN)


def test_a_day_without_a_time_begins_at_midnight() -> None:
    assert read(naam="X", meldingsdatum="2-11-2026").moment == datetime(2026, 11, 2, tzinfo=AMSTERDAM)
    assert read(naam="X", meldingsdatum="v", tijd="9.05").moment == NOW.replace(hour=9, minute=5)


def test_a_moment_in_another_zone_is_brought_to_ours() -> None:
    moment = read(naam="X", moment="2026-11-02T23:30:00+00:00").moment
    assert moment.date() == date(2026, 11, 3)


# --- persons ---


def test_a_repeated_reference_is_harmless(importer: SimpleNamespace, desk: FakeDesk) -> None:
    first = importer.take(naam="Verzonnen", externe_ref="mail-1")
    again = importer.take(naam="VERZONNEN", telefoon="0612345678", externe_ref="mail-1")
    assert (again.kenmerk, again.bekend) == (first.kenmerk, True)
    assert len(desk.all(Melding)) == len(desk.all(Klant)) == 1


@pytest.mark.parametrize(
    "other",
    [{"naam": "Iemand anders"}, {"geboortedatum": "13-3-1985"}, {"bsn": "999993653"}],
    ids=["naam", "geboortedatum", "bsn"],
)
def test_a_reference_of_somebody_else_is_refused_and_not_dropped(
    other: dict[str, str], importer: SimpleNamespace, desk: FakeDesk
) -> None:
    importer.take(naam="Verzonnen", geboortedatum="12-3-1985", bsn=BSN, externe_ref="mail-1")
    line = {"naam": "Verzonnen", "geboortedatum": "12-3-1985", **other}
    with pytest.raises(Refused) as caught:
        importer.take(**line, externe_ref="mail-1")
    assert (caught.value.code, caught.value.field) == ("ref.ander", "externe_ref")
    assert len(desk.all(Melding)) == 1


@pytest.mark.parametrize(
    ("line", "code", "field"),
    [
        ({"naam": 123}, "veld.soort", "geslachtsnaam"),
        ({"gemeente": "9999"}, "gemeente.onbekend", "gemeente"),
        ({"laatste_werkdag": "1-1-2099"}, "datum.te_ver", "laatste_werkdag"),
        ({"laatste_werkdag": "1-1-1900"}, "datum.te_lang_geleden", "laatste_werkdag"),
        ({"eerder_afgewezen_op": "1-1-2099"}, "datum.toekomst", "eerder_afgewezen_op"),
        ({"geboortedatum": "1-1-1850"}, "geboortedatum.te_lang_geleden", "geboortedatum"),
    ],
)
def test_what_cannot_be_meant_is_refused(line: dict[str, Any], code: str, field: str) -> None:
    with pytest.raises(Refused) as caught:
        read(**{"naam": "Verzonnen", **line})
    assert (caught.value.code, caught.value.field) == (code, field)


def test_person_and_melding_are_one_unit(importer: SimpleNamespace, desk: FakeDesk) -> None:
    importer.take(naam="Verzonnen")
    assert desk.units == [2]


def test_the_same_bsn_is_the_same_person(importer: SimpleNamespace, desk: FakeDesk) -> None:
    importer.take(naam="Verzonnen", bsn=BSN, geboortedatum="12-3-1985")
    importer.take(naam="VERZONNEN", bsn=BSN)
    assert len(desk.all(Klant)) == 1
    assert len(desk.all(Melding)) == 2


@pytest.mark.parametrize("other", [{"geboortedatum": "13-3-1985"}, {"naam": "Bedacht"}])
def test_a_bsn_that_contradicts_the_rest_makes_a_new_person(
    other: dict[str, str], importer: SimpleNamespace, desk: FakeDesk
) -> None:
    importer.take(naam="Verzonnen", bsn=BSN, geboortedatum="12-3-1985")
    importer.take(**{"naam": "Verzonnen", "bsn": BSN, **other})
    assert len(desk.all(Klant)) == 2


def test_name_and_whole_birth_date_are_the_same_person(importer: SimpleNamespace, desk: FakeDesk) -> None:
    importer.take(geslachtsnaam="Şahin", voornamen="Elif Nur", geboortedatum="12-3-1985")
    importer.take(geslachtsnaam="sahin", voornamen="Elif", geboortedatum="1985-03-12")
    assert len(desk.all(Klant)) == 1


@pytest.mark.parametrize(
    "other",
    [
        {"voornamen": "Ayşe"},
        {"geboortedatum": "12-3-1986"},
        {"geboortedatum": "00-03-1985"},
        {"geboortedatum": None},
        {"geslachtsnaam": "Sahink"},
    ],
)
def test_when_unsure_a_new_person_is_made(
    other: dict[str, Any], importer: SimpleNamespace, desk: FakeDesk
) -> None:
    line = {"geslachtsnaam": "Sahin", "voornamen": "Elif", "geboortedatum": "12-3-1985"}
    importer.take(**line)
    importer.take(**{**line, **other})
    assert len(desk.all(Klant)) == 2


def test_two_persons_who_both_fit_are_left_alone(importer: SimpleNamespace, desk: FakeDesk) -> None:
    line = {"geslachtsnaam": "Verzonnen", "geboortedatum": "12-3-1985"}
    importer.take(**line, voornamen="Elif")
    importer.take(**line, voornamen="Ayşe")
    importer.take(**line)
    assert len(desk.all(Klant)) == 3


def test_what_is_known_is_never_written_over_and_nothing_said_is_lost(
    importer: SimpleNamespace, desk: FakeDesk
) -> None:
    importer.take(naam="Verzonnen", bsn=BSN, telefoon="0612345678")
    importer.take(
        naam="Verzonnen", bsn=BSN, telefoon="0687654321", email="e@voorbeeld.test", toelichting="per post"
    )
    klant = desk.all(Klant)[0]
    assert klant.feiten.telefoon == Telefoon("0612345678")
    assert klant.feiten.email == "e@voorbeeld.test"
    remark = desk.all(Melding)[1].feiten.toelichting or ""
    assert remark.startswith("per post ")
    assert "+31687654321" in remark


def test_a_gap_that_is_filled_by_the_line_decides_its_dates(
    importer: SimpleNamespace, desk: FakeDesk
) -> None:
    importer.take(naam="Verzonnen", bsn=BSN)
    importer.take(naam="Verzonnen", bsn=BSN, geboortedatum="12-3-2004")
    assert [t.code for t in desk.all(Melding)[1].termijnen] == ["D01"]


def test_a_future_moment_is_refused_and_nothing_is_kept(importer: SimpleNamespace, desk: FakeDesk) -> None:
    with pytest.raises(Refused, match=r"moment\.toekomst"):
        importer.take(naam="Verzonnen", moment="2026-11-03T10:10")
    assert desk.stands == {}


def test_facts_are_the_domains_own_values(importer: SimpleNamespace, desk: FakeDesk) -> None:
    importer.take(naam="Verzonnen", bsn=int(BSN), geboortedatum=19850312)
    feiten = desk.all(Klant)[0].feiten
    assert feiten == replace(
        KlantFeiten(naam=PersoonsNaam(geslachtsnaam=Naam("Verzonnen"))),
        bsn=Bsn(BSN),
        geboortedatum=GeboorteDatum("19850312"),
    )
    assert json.dumps({"bsn": feiten.bsn}) == '{"bsn": "999990019"}'
