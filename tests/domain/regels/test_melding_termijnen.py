"""The dates that the desk stores with a melding. The person is made up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from werkdesk.domain.datums import Driewaardig
from werkdesk.domain.regels.melding_termijnen import (
    MeldingTermijnFeiten,
    termijnen_bij_melding,
    zoektermijn_bij_melding,
)
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.regels.verschuiving import Verschuivingsbesluit, verschuif
from werkdesk.domain.termijn import Termijn
from werkdesk.domain.waarden.geboortedatum import GeboorteDatum
from werkdesk.errors import Refused

MELDING = date(2026, 11, 21)


def _termijnen(regels: RegelSet, **facts: object) -> dict[str, Termijn]:
    feiten = MeldingTermijnFeiten(meldingsdatum=MELDING, gemeente="0362", **facts)  # type: ignore[arg-type]
    return {termijn.code: termijn for termijn in termijnen_bij_melding(feiten, regels)}


def test_under_27_may_apply_after_four_weeks_also_on_a_saturday(regels: RegelSet) -> None:
    found = _termijnen(regels, geboortedatum=GeboorteDatum("20040301"), uitzondering="geen")
    assert list(found) == ["D01", "D04", "D06"]
    d01 = found["D01"]
    assert (d01.begin, d01.uiterste_datum, d01.streefdatum, d01.stand) == (
        MELDING,
        date(2026, 12, 19),
        None,
        None,
    )
    assert {verwijzing.regel for verwijzing in d01.regels} >= {"D01", "zoektermijn.leeftijd"}
    assert d01.zekerheid == "aanname"
    assert "4 weken na 21 november 2026 is zaterdag 19 december 2026." in d01.uitleg


def test_a_partner_nobody_asked_about_is_no_fact_and_the_explanation_says_so(regels: RegelSet) -> None:
    young = {"geboortedatum": GeboorteDatum("20040301"), "uitzondering": "geen"}
    unasked = _termijnen(regels, **young)["D01"]
    alone = _termijnen(regels, **young, heeft_partner=False)["D01"]
    assert unasked.uiterste_datum == alone.uiterste_datum
    assert (dict(unasked.feiten)["heeft_partner"], dict(alone.feiten)["heeft_partner"]) == ("", "nee")
    told = set(unasked.uitleg) - set(alone.uitleg)
    assert [sentence for sentence in told if "nog niet gevraagd naar een partner" in sentence]
    assert "zoektermijn.leeftijd" in {one.regel for one in unasked.regels}


def test_from_27_on_applying_is_possible_at_once(regels: RegelSet) -> None:
    found = _termijnen(regels, geboortedatum=GeboorteDatum("19800301"))
    assert list(found) == ["D02", "D04", "D06"]
    assert (found["D02"].streefdatum, found["D02"].uiterste_datum, found["D02"].stand) == (
        MELDING,
        None,
        "vandaag",
    )
    assert (found["D04"].stand, found["D04"].begin, found["D04"].uiterste_datum) == (
        "na aanvraag",
        None,
        None,
    )


def test_an_exception_lifts_the_zoektermijn_and_asks_for_school_papers(regels: RegelSet) -> None:
    found = _termijnen(regels, geboortedatum=GeboorteDatum("20040301"), uitzondering="lks_doelgroep")
    assert list(found) == ["D02", "D03", "D04", "D06"]
    assert (found["D03"].uiterste_datum, found["D03"].streefdatum) == (date(2026, 12, 21), date(2026, 12, 18))


@pytest.mark.parametrize(
    ("born", "exception", "waits_for"),
    [
        (None, None, "geboortedatum nog niet zeker"),
        ("19990000", "geen", "geboortedatum nog niet zeker"),
        ("19991200", "geen", "geboortedatum nog niet zeker"),
        ("20040301", None, "uitzondering nog vragen"),
    ],
)
def test_what_is_not_known_yet_is_asked_and_never_filled_in(
    born: str | None, exception: str | None, waits_for: str, regels: RegelSet
) -> None:
    birth = GeboorteDatum(born) if born else None
    found = _termijnen(regels, geboortedatum=birth, uitzondering=exception)
    assert (found["D01"].uiterste_datum, found["D01"].stand) == (None, waits_for)


def test_a_partner_of_27_ends_the_zoektermijn_for_both(regels: RegelSet) -> None:
    facts = MeldingTermijnFeiten(
        meldingsdatum=MELDING,
        geboortedatum=GeboorteDatum("20040301"),
        heeft_partner=True,
        partner_geboortedatum=GeboorteDatum("19900101"),
        uitzondering="geen",
    )
    assert zoektermijn_bij_melding(facts, regels).zoektermijn is Driewaardig.NEE


def test_with_ww_the_first_day_of_a_melding_is_told(regels: RegelSet) -> None:
    found = _termijnen(
        regels, geboortedatum=GeboorteDatum("20040301"), uitzondering="geen", ww_eindigt=date(2026, 12, 31)
    )
    assert found["PW41-6"].uiterste_datum == date(2026, 12, 3)
    assert any("vroeger" in zin for zin in found["PW41-6"].uitleg)


def test_a_day_before_the_tables_is_refused(regels: RegelSet) -> None:
    with pytest.raises(Refused, match=r"regel\.geen_versie \(meldingsdatum\)"):
        termijnen_bij_melding(MeldingTermijnFeiten(meldingsdatum=date(2014, 12, 31)), regels)


def test_only_a_decision_moves_a_date_and_the_old_one_stays_readable(regels: RegelSet) -> None:
    old = _termijnen(regels, geboortedatum=GeboorteDatum("20040301"), uitzondering="lks_doelgroep")["D03"]
    besluit = Verschuivingsbesluit(
        nieuwe_datum=date(2026, 12, 24),
        besloten_op=date(2026, 12, 21),
        besloten_door="teamleider",
        reden="Het loket was dicht door een storing.",
        bron="werkafspraak storing",
    )
    new = verschuif(old, besluit)
    assert (new.uiterste_datum, new.streefdatum) == (date(2026, 12, 24), old.streefdatum)
    assert new.uitleg[-1].startswith("De laatste dag was 21 december 2026.")
    assert new.regels[:-1] == old.regels
    with pytest.raises(Refused, match=r"verschuiving\.datum"):
        verschuif(new, besluit)
    with pytest.raises(Refused, match=r"verschuiving\.datum"):
        verschuif(_termijnen(regels)["D04"], besluit)


def test_the_norm_for_enabling_an_application_comes_from_the_table(regels: RegelSet) -> None:
    facts = MeldingTermijnFeiten(meldingsdatum=date(2026, 11, 23), geboortedatum=GeboorteDatum("19800101"))
    slower = replace(
        regels, regels=tuple(replace(r, waarde=2) if r.id == "D02" else r for r in regels.regels)
    )
    now, then = (
        next(one for one in termijnen_bij_melding(facts, rules) if one.code == "D02")
        for rules in (regels, slower)
    )
    assert (now.streefdatum, now.stand) == (date(2026, 11, 23), "vandaag")
    assert (then.streefdatum, then.stand) == (date(2026, 11, 25), None)
