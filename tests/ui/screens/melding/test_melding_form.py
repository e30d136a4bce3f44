"""The form of the melding without a window: what it reads, what it refuses, and that nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from visit_desk import SANNE, VisitDesk

from tests.fakes import AMSTERDAM
from werkdesk.domain.melding import (
    Bevestiging,
    Kanaal,
    MeldingFeiten,
    MeldingReden,
    Partner,
    Uitleg,
    Uitzondering,
)
from werkdesk.domain.persoon import PersoonsNaam
from werkdesk.domain.waarden.naam import Naam, Voorvoegsel
from werkdesk.errors import Refused
from werkdesk.ui.screens.melding import filling, form
from werkdesk.ui.texts import SENTENCES

NOW = datetime(2026, 11, 21, 10, 9, tzinfo=AMSTERDAM)

HOSTILE = (
    "<b>vet</b><img src=x onerror=alert(1)>",
    "'; DROP TABLE melding; --",
    "{{klant.bsn}} %s {0} ${x}",
    "a\x00b\x07",
    "naam\u202eegnad",
    "\u200b\u200b",
    "😀👩‍👩‍👧",
    "مرحبا بالعالم",
    "9" * 10_000,
    "é" * 10_000,
    "\ud800",
    "   ",
    "\n\n",
    "0" * 9,
    "-1",
    "٣",
    "²",
    "31-02-2026",
    "99-99-9999",
    "1e9",
    "NaN",
    "../../etc/passwd",
)


def texts(**typed: str) -> dict[str, str]:
    return {**form.EMPTY, "kanaal": "balie", **typed}


@pytest.mark.parametrize("field", form.FIELDS)
def test_every_field_reads_or_refuses_whatever_is_typed_with_its_own_name(field: str) -> None:
    for value in HOSTILE:
        found = form.problems(texts(**{field: value}), NOW)
        assert set(found) <= {field}, value[:40]
        assert all(error.field == field and error.code in SENTENCES for error in found.values())


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("telefoon", "06-12 34 56 7", "telefoon.vorm"),
        ("email", "naam@", "email.vorm"),
        ("laatste_werkdag", "31-11", "datum.bestaat_niet"),
        ("laatste_werkdag", "morgen vroeg", "datum.vorm"),
        ("kinderen", "21", "kinderen.aantal"),
        ("kinderen", "-1", "kinderen.aantal"),
        ("kinderen", "twee", "kinderen.aantal"),
        ("partner_naam", "x" * 201, "naam.te_lang"),
        ("partner_geboren", "12-13-1985", "geboortedatum.bestaat_niet"),
        ("partner_bsn", "123456789", "bsn.elfproef"),
        ("partner_bsn", "000000000", "bsn.elfproef"),
        ("reden", "gewoon", "antwoord.onbekend"),
        ("uitleg", "rechten,alles", "antwoord.onbekend"),
        ("gemeente", "Amstelveen", "antwoord.onbekend"),
        ("toelichting", "x" * 301, "tekst.te_lang"),
        ("toelichting", "stil\x07", "tekst.tekens"),
        ("gemeld_op", "22-11-2026 10:09", "moment.toekomst"),
        ("gemeld_op", "20-11-2026 25:09", "tijd.vorm"),
    ],
)
def test_a_wrong_value_is_refused_at_its_field(field: str, value: str, code: str) -> None:
    with pytest.raises(Refused) as caught:
        form.read(field, value, NOW)
    assert (caught.value.code, caught.value.field) == (code, field)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kinderen", "0"),
        ("kinderen", "20"),
        ("toelichting", "x" * 300),
        ("toelichting", "regel een\nregel twee"),
        ("toelichting", "<b>haakjes & tekens</b>"),
        ("partner_naam", "x" * 200),
        ("partner_naam", "Łukasiewicz-Öztürk"),
        ("telefoon", "+48 22 123 45 67"),
        ("laatste_werkdag", "29-2-2028"),
        ("gemeld_op", "za 21-11-2026 10:09"),
    ],
)
def test_a_value_on_the_border_is_kept(field: str, value: str) -> None:
    assert form.read(field, value, NOW) is not None


def test_an_empty_form_makes_a_melding_because_a_surname_is_enough() -> None:
    command = form.new_melding(texts(), SANNE, None, NOW, "sleutel")
    assert command.feiten == MeldingFeiten(kanaal=Kanaal.BALIE)
    assert command.klant_velden == ()
    assert command.moment is None


def test_everything_typed_reaches_the_facts() -> None:
    command = form.new_melding(
        texts(
            adres="ja", telefoon="0612345678", email=" sanne@voorbeeld.nl ", reden="baan_verloren",
            laatste_werkdag="30-10", partner="ja", partner_naam="Visser", partner_voornamen="Jan",
            partner_geboren="00-00-1985", kinderen="2", uitzondering="geen", uitleg="privacy,rechten",
            bevestiging="afdruk", gemeente="0362", aanvraag="formulier", toelichting="Let op.",
        ),
        SANNE, UUID(int=7), NOW, "sleutel",
    )  # fmt: skip
    facts = command.feiten
    assert facts.laatste_werkdag == date(2026, 10, 30)
    assert facts.reden is MeldingReden.BAAN_VERLOREN
    assert facts.partner is not None
    assert facts.partner.naam == PersoonsNaam(geslachtsnaam=Naam("Visser"), voornamen=Naam("Jan"))
    assert facts.partner.geboortedatum == "19850000"
    assert facts.uitleg == (Uitleg.RECHTEN, Uitleg.PRIVACY)
    assert facts.uitzondering is Uitzondering.GEEN
    assert facts.bevestiging is Bevestiging.AFDRUK
    assert facts.aanvraag_mogelijk_op == NOW
    assert command.klant_feiten is not None
    assert command.klant_feiten.telefoon == "+31612345678"
    assert command.klant_velden == ("telefoon", "email")
    assert command.concept == "sleutel"


def test_a_counter_melding_is_of_now_whatever_stands_in_the_moment_field() -> None:
    assert form.moment(texts(kanaal="balie", gemeld_op="20-11-2026 09:00"), NOW) is None


def test_post_may_be_of_an_earlier_moment() -> None:
    found = form.moment(texts(kanaal="post", gemeld_op="20-11-2026 09:00"), NOW)
    assert found == datetime(2026, 11, 20, 9, 0, tzinfo=AMSTERDAM)


def test_a_change_names_only_the_fields_that_were_typed_in(desk: VisitDesk) -> None:
    saved = desk.melding.record(form.new_melding(texts(reden="einde_ww"), SANNE, None, NOW, "x"))
    was = filling.texts_of(saved.melding, SANNE)
    change = form.melding_change({**was, "kinderen": "3"}, was, saved.melding, SANNE, NOW, "x")
    assert change.velden == ("kinderen",)
    assert change.klant_velden == ()
    assert change.feiten.kinderen == 3


def test_a_change_of_the_partner_keeps_what_this_form_does_not_ask() -> None:
    known = Partner(naam=PersoonsNaam(geslachtsnaam=Naam("Berg"), voorvoegsel=Voorvoegsel("van den")))
    facts = form.feiten(
        texts(partner="ja", partner_naam="Bergen"), MeldingFeiten(heeft_partner=True, partner=known), NOW
    )
    assert facts.partner is not None
    assert facts.partner.naam is not None
    assert facts.partner.naam.voorvoegsel == "van den"
    assert facts.partner.naam.geslachtsnaam == "Bergen"


def test_given_names_of_a_partner_without_a_surname_ask_for_the_surname() -> None:
    found = form.problems(texts(partner="ja", partner_voornamen="Jan"), NOW)
    assert found["partner_naam"].code == "naam.ontbreekt"


def test_what_a_melding_says_comes_back_the_same(desk: VisitDesk) -> None:
    typed = texts(
        telefoon="06-12 34 56 78", laatste_werkdag="vr 30-10-2026", partner="nee", kinderen="2",
        reden="relatie", uitleg="rechten,inlichtingenplicht", gemeente="0362",
    )  # fmt: skip
    command = form.new_melding(typed, SANNE, None, NOW, "x")
    saved = desk.melding.record(command)
    klant = replace(SANNE, feiten=command.klant_feiten or SANNE.feiten)
    shown = filling.texts_of(saved.melding, klant)
    assert {k: v for k, v in shown.items() if k != "gemeld_op"} == {
        k: v for k, v in typed.items() if k != "gemeld_op"
    }


def test_newer_facts_land_where_nobody_types_and_clash_where_somebody_does() -> None:
    was = texts(telefoon="1", email="a")
    typed = texts(telefoon="2", email="a")
    joined = filling.join(was, typed, texts(telefoon="3", email="b"))
    assert joined.texts["telefoon"] == "2"
    assert joined.clashing == {"telefoon": "3"}
    assert joined.texts["email"] == "b"
    assert joined.renewed == ("email",)


def test_the_same_words_typed_at_two_desks_are_no_clash() -> None:
    joined = filling.join(texts(telefoon="1"), texts(telefoon="3"), texts(telefoon="3"))
    assert not joined.clashing
    assert not joined.renewed


def test_gaps_are_counted_while_a_field_cannot_be_read() -> None:
    found = filling.live_gaps(texts(telefoon="06", partner="ja", partner_bsn="1"), SANNE, NOW)
    assert "telefoon" in found
    assert "partner" in found
    assert "adres" not in found


def test_a_melding_of_tomorrow_is_refused() -> None:
    tomorrow = NOW + timedelta(days=1)
    with pytest.raises(Refused, match=r"moment\.toekomst"):
        form.new_melding(texts(kanaal="post", gemeld_op=f"{tomorrow:%d-%m-%Y}"), SANNE, None, NOW, "x")
