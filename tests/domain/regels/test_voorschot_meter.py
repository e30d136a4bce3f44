"""Five of six facts show the missing one; six of six may be proposed; another person decides (F10)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest

from werkdesk.domain.kenmerk import KenmerkSoort, make_kenmerk
from werkdesk.domain.klant import Document, Identiteitscontrole, Klant
from werkdesk.domain.melding import Melding, MeldingFeiten, MeldingStatus
from werkdesk.domain.persoon import Adres, KlantFeiten
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.regels.voorschot_meter import check_decision, check_proposal, voorschot_meter
from werkdesk.domain.toepassen.op_voorschot import apply_payment, apply_voorschot
from werkdesk.domain.voorschot import Voorschotbesluit, Voorschotzaak
from werkdesk.domain.voorschot_gebeurtenissen import VoorschotBesloten, VoorschotBetaald, VoorschotVoorgesteld
from werkdesk.domain.waarden.iban import Iban
from werkdesk.errors import Refused

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
SEEN = Identiteitscontrole(
    document=Document.PASPOORT, laatste_vier="1234", geldig_tot=date(2030, 1, 1), gezien_op=NOW,
    gezien_door="f.balie",
)  # fmt: skip
KLANT = Klant(id=UUID(int=1), feiten=KlantFeiten(adres=Adres()), sinds=NOW, controles=(SEEN,))
ALLES = MeldingFeiten(
    gemeente="0362", aanvraagdatum=date(2026, 11, 20), normsoort="alleenstaand_21", inkomen=0,
    iban=Iban("NL91ABNA0417164300"),
)  # fmt: skip
VERLENEN, WEIGEREN = Voorschotbesluit.VERLENEN, Voorschotbesluit.WEIGEREN


def melding(feiten: MeldingFeiten = ALLES, voorschot: Voorschotzaak | None = None) -> Melding:
    return Melding(
        id=UUID(int=2), kenmerk=make_kenmerk(KenmerkSoort.MELDING, 3, 1), klant=KLANT.id, moment=NOW,
        feiten=feiten, status=MeldingStatus.AANVRAAG_ONTVANGEN, medewerker="f.balie", balie=3,
        voorschot=voorschot,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("missing", "parts"),
    [
        ("aanvraag", {"aanvraagdatum": None}),
        ("woonplaats", {"gemeente": None}),
        ("leefvorm", {"normsoort": None}),
        ("inkomen", {"inkomen": None}),
        ("rekening", {"iban": None}),
    ],
)
def test_five_of_six_facts_show_the_missing_one(
    missing: str, parts: dict[str, Any], regels: RegelSet
) -> None:
    meter = voorschot_meter(KLANT, melding(replace(ALLES, **parts)), regels)
    assert (meter.bekend, len(meter.feiten), meter.ontbreekt, meter.stap) == (5, 6, (missing,), "verzamelen")
    with pytest.raises(Refused, match=r"voorschot\.niet_gereed") as caught:
        check_proposal(meter)
    assert (caught.value.field, caught.value.details["aantal"]) == (missing, 1)


def test_without_a_document_seen_nobody_is_paid(regels: RegelSet) -> None:
    assert voorschot_meter(replace(KLANT, controles=()), melding(), regels).ontbreekt == ("identiteit",)


def test_six_of_six_facts_give_the_amount_the_law_asks(regels: RegelSet) -> None:
    meter = voorschot_meter(KLANT, melding(), regels)
    assert (meter.gereed, meter.stap, meter.percentage) == (True, "voorstellen", 95)
    assert check_proposal(meter) == 134_849  # 95 % of € 1.419,46, rounded up to the cent
    assert "Krijgt u geen bijstand? Dan betaalt u het voorschot terug." in meter.lening
    assert {"voorschot.percentage_minimum", "norm.alleenstaand_21"} <= {rule.regel for rule in meter.regels}


def test_income_lowers_the_amount_and_an_income_of_nothing_is_a_fact(regels: RegelSet) -> None:
    earns = voorschot_meter(KLANT, melding(replace(ALLES, inkomen=41_946)), regels)
    assert earns.minimum == 95_000
    assert voorschot_meter(KLANT, melding(replace(ALLES, inkomen=0)), regels).gereed


def test_without_a_norm_for_that_day_no_amount_is_made_up(regels: RegelSet) -> None:
    meter = voorschot_meter(KLANT, melding(replace(ALLES, aanvraagdatum=date(2027, 2, 1))), regels)
    assert (meter.gereed, meter.minimum) == (True, None)
    assert any("nog geen norm" in zin for zin in meter.uitleg)
    with pytest.raises(Refused, match=r"voorschot\.geen_norm"):
        check_proposal(meter)


def _proposed() -> Voorschotzaak:
    act = VoorschotVoorgesteld(id=UUID(int=2), bedrag=134_849, medewerker="f.balie", moment=NOW)
    return apply_voorschot(None, act)


@pytest.mark.parametrize(
    ("wie", "rollen", "besluit", "grond", "code"),
    [
        ("f.balie", ("klantmanager",), VERLENEN, None, "voorschot.zelfde_persoon"),
        ("k.manager", ("balie",), VERLENEN, None, "voorschot.rol"),
        ("k.manager", ("klantmanager",), WEIGEREN, None, "voorschot.grond"),
        ("k.manager", ("klantmanager",), WEIGEREN, "geen_zin", "voorschot.grond"),
        ("k.manager", ("klantmanager",), WEIGEREN, "duidelijk_geen_recht", None),
        ("t.lead", ("teamleider",), VERLENEN, None, None),
    ],
)
def test_a_second_person_with_the_right_role_decides(
    wie: str, rollen: tuple[str, ...], besluit: Voorschotbesluit, grond: str | None, code: str | None
) -> None:
    case = melding(voorschot=_proposed())
    if code is None:
        check_decision(case, besluit, grond, wie, rollen)
        return
    with pytest.raises(Refused) as caught:
        check_decision(case, besluit, grond, wie, rollen)
    assert caught.value.code == code


def test_nothing_is_decided_without_a_proposal() -> None:
    with pytest.raises(Refused, match=r"voorschot\.geen_voorstel"):
        check_decision(melding(), VERLENEN, None, "k.manager", ("klantmanager",))


def _decided(by: str, what: Voorschotbesluit = VERLENEN, grond: str | None = None) -> VoorschotBesloten:
    return VoorschotBesloten(id=UUID(int=2), besluit=what, medewerker=by, moment=NOW, grond=grond)


def test_the_register_too_takes_no_decision_of_who_proposed() -> None:
    for stand, act, code in (
        (None, _decided("k"), r"voorschot\.geen_voorstel"),
        (_proposed(), _decided("f.balie"), r"voorschot\.zelfde_persoon"),
        (_proposed(), _decided("k", WEIGEREN), r"voorschot\.grond"),
        (apply_voorschot(_proposed(), _decided("k")), _decided("m"), r"voorschot\.al_besloten"),
    ):
        with pytest.raises(Refused, match=code):
            apply_voorschot(stand, act)


def test_a_decided_advance_shows_as_decided(regels: RegelSet) -> None:
    done = apply_voorschot(_proposed(), _decided("k"))
    no = apply_voorschot(_proposed(), _decided("k", Voorschotbesluit.WEIGEREN, "duidelijk_geen_recht"))
    assert voorschot_meter(KLANT, melding(voorschot=_proposed()), regels).stap == "beslissen"
    meter = voorschot_meter(KLANT, melding(voorschot=done), regels)
    assert meter.stap == "betalen"
    assert voorschot_meter(KLANT, melding(voorschot=no), regels).stap == "besloten"
    with pytest.raises(Refused, match=r"voorschot\.al_besloten"):
        check_proposal(meter)


def _paid(number: int) -> VoorschotBetaald:
    return VoorschotBetaald(
        id=UUID(int=2), nummer=number, dag=date(2026, 11, 20), medewerker="k.manager", moment=NOW
    )


def test_the_same_payment_of_two_desks_counts_once() -> None:
    one = apply_payment(apply_voorschot(_proposed(), _decided("k")), _paid(1))
    with pytest.raises(Refused, match=r"voorschot\.al_betaald"):
        apply_payment(one, _paid(1))
    assert [payment.nummer for payment in apply_payment(one, _paid(2)).betaald] == [1, 2]


def test_what_was_not_granted_is_not_paid() -> None:
    for stand in (None, _proposed()):
        with pytest.raises(Refused, match=r"voorschot\.niet_verleend"):
            apply_payment(stand, _paid(1))
