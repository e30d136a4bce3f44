"""A melding on 2 November 2026 may become an application from 30 November, exceptions shown (F51)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from werkdesk.domain.datums import Driewaardig
from werkdesk.domain.regels.jongerenloket import bewijssoorten, jongere_kaart
from werkdesk.domain.regels.melding_termijnen import MeldingTermijnFeiten
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.waarden.geboortedatum import GeboorteDatum

FEITEN = MeldingTermijnFeiten(
    meldingsdatum=date(2026, 11, 2), gemeente="0362", geboortedatum=GeboorteDatum("20040312"),
    uitzondering="geen",
)  # fmt: skip
VANDAAG = date(2026, 11, 23)


def test_the_card_names_period_first_day_and_days_left(regels: RegelSet) -> None:
    kaart = jongere_kaart(FEITEN, regels, VANDAAG)
    assert kaart.zoektermijn is Driewaardig.JA
    assert (kaart.tot_en_met, kaart.eerste_aanvraagdatum) == (date(2026, 11, 29), date(2026, 11, 30))
    assert kaart.dagen_over == 7
    assert jongere_kaart(FEITEN, regels, date(2026, 12, 5)).dagen_over == 0
    assert kaart.schoolstukken == "bij_aanvraag"


def test_every_ground_is_shown_with_its_article_and_its_evidence(regels: RegelSet) -> None:
    grounds = jongere_kaart(replace(FEITEN, uitzondering="pro_vso"), regels, VANDAAG).gronden
    assert [one.code for one in grounds] == [
        "pro_vso", "lks_doelgroep", "medische_urenbeperking", "andere_omstandigheden",
    ]  # fmt: skip
    assert [one.van_rechtswege for one in grounds] == [True, True, True, False]
    assert [one.gekozen for one in grounds] == [True, False, False, False]
    assert grounds[0].bron == "Pw 41 lid 4 onder a"
    assert "artikel=41" in (grounds[0].vindplaats or "")
    assert grounds[0].bewijs[0].naam == "Bewijs dat u van school bent"
    assert all(piece.tekst for ground in grounds for piece in ground.bewijs)


def test_the_early_ground_does_not_exist_before_2026(regels: RegelSet) -> None:
    kaart = jongere_kaart(replace(FEITEN, meldingsdatum=date(2025, 11, 3)), regels, date(2025, 11, 3))
    assert "andere_omstandigheden" not in [one.code for one in kaart.gronden]
    assert not kaart.vervroeging_mogelijk


def test_seen_evidence_is_ticked_on_the_sheet(regels: RegelSet) -> None:
    kaart = jongere_kaart(FEITEN, regels, VANDAAG, {"werk_gezocht", "uitschrijving_school"})
    assert {one.code: one.gezien for one in kaart.bewijsblad} == {
        "werk_gezocht": True, "opleiding_gezocht": False, "schoolpapieren": False,
    }  # fmt: skip
    assert kaart.gronden[0].bewijs[0].gezien
    assert set(bewijssoorten(regels)) >= {"werk_gezocht", "uitschrijving_school", "schoolpapieren"}


def test_two_talks_are_proposed_on_working_days(regels: RegelSet) -> None:
    talks = {one.soort: one.datum for one in jongere_kaart(FEITEN, regels, VANDAAG).gesprekken}
    assert talks == {"coaching": date(2026, 11, 9), "aanvraag": date(2026, 11, 30)}
    christmas = replace(FEITEN, meldingsdatum=date(2026, 11, 28))  # four weeks later is Boxing Day
    talks = {one.soort: one.datum for one in jongere_kaart(christmas, regels, VANDAAG).gesprekken}
    assert talks == {"coaching": date(2026, 12, 7), "aanvraag": date(2026, 12, 28)}


@pytest.mark.parametrize(
    ("born", "talks"),
    [
        ("19991109", {"aanvraag": date(2026, 11, 9)}),
        ("19991110", {"coaching": date(2026, 11, 9), "aanvraag": date(2026, 11, 10)}),
    ],
)
def test_a_talk_in_the_search_period_is_not_proposed_after_its_end(
    born: str, talks: dict[str, date], regels: RegelSet
) -> None:
    kaart = jongere_kaart(replace(FEITEN, geboortedatum=GeboorteDatum(born)), regels, VANDAAG)
    assert {one.soort: one.datum for one in kaart.gesprekken} == talks


@pytest.mark.parametrize(
    ("parts", "answer", "papers"),
    [
        ({"uitzondering": "lks_doelgroep"}, Driewaardig.NEE, "voor_datum"),
        ({"uitzondering": None}, Driewaardig.ONBEKEND, "onbekend"),
        ({"geboortedatum": GeboorteDatum("19990000")}, Driewaardig.ONBEKEND, "onbekend"),
        ({"geboortedatum": GeboorteDatum("19800101")}, Driewaardig.NEE, "niet_nodig"),
    ],
)
def test_who_does_not_wait_gets_no_talks_of_a_search_period(
    parts: dict[str, object], answer: Driewaardig, papers: str, regels: RegelSet
) -> None:
    kaart = jongere_kaart(replace(FEITEN, **parts), regels, VANDAAG)  # type: ignore[arg-type]
    assert (kaart.zoektermijn, kaart.schoolstukken, kaart.gesprekken) == (answer, papers, ())
    assert (kaart.tot_en_met, kaart.dagen_over) == (None, None)
