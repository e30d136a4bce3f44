"""UIT: the explanation of a date on paper says what was stored with the date, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from tests.usecases.test_briefgegevens import FEITEN, YOUNG, case, regels
from werkdesk.domain.brief import BriefGegevens
from werkdesk.domain.melding import Kanaal, MeldingFeiten, Partner, Uitzondering
from werkdesk.domain.papier import termijn_merk
from werkdesk.domain.persoon import KlantFeiten
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.regels.verschuiving import Verschuivingsbesluit, verschuif
from werkdesk.domain.termijn import Termijn
from werkdesk.domain.waarden.geboortedatum import GeboorteDatum
from werkdesk.errors import Refused
from werkdesk.letters.press import Press
from werkdesk.letters.resources import load_resources
from werkdesk.usecases.briefgegevens.datumuitleg import NAMEN
from werkdesk.usecases.briefgegevens.vertellen import tell
from werkdesk.usecases.rekenaar import not_computed

__all__ = ["regels"]

APPLIED = MeldingFeiten(
    kanaal=Kanaal.BALIE, gemeente="0362",
    aanvraagdatum=date(2026, 10, 29), aanvraag_ontvangen_op=date(2026, 10, 30),
)  # fmt: skip
MOVED = Verschuivingsbesluit(
    nieuwe_datum=date(2027, 1, 4), besloten_op=date(2026, 12, 20), besloten_door="t.verzonnen",
    reden="Het systeem was stuk.", bron="Awb 4:15 lid 2",
)  # fmt: skip


@pytest.fixture(scope="module")
def press() -> Press:
    return Press(load_resources(Path(__file__).parents[2] / "resources"))


def explained(
    regels: RegelSet, code: str, feiten: KlantFeiten = FEITEN, melding: MeldingFeiten = APPLIED,
    *, toen: RegelSet | None = None, moved: Verschuivingsbesluit | None = None,
) -> BriefGegevens:  # fmt: skip
    facts = case(regels, feiten, melding, code="UIT")
    assert facts.melding is not None
    term = next(one for one in facts.melding.termijnen if one.code == code)
    return tell(replace(facts, termijn=verschuif(term, moved) if moved else term), regels, toen)


def test_a_shifted_date_names_legal_date_target_date_start_and_the_shift(regels: RegelSet) -> None:
    said = explained(regels, "D06")
    assert said.velden["uitleg.datum"] == "maandag 28 december 2026"
    assert said.velden["uitleg.streefdatum"] == "donderdag 24 december 2026"
    assert said.velden["uitleg.begin"] == "vrijdag 30 oktober 2026, de dag waarop wij uw aanvraag kregen"
    steps = [row["zin"] for row in said.rijen["stappen"]]
    assert any("Eerste Kerstdag" in one and "maandag 28 december" in one for one in steps)
    assert steps[-1].startswith("Wij streven naar donderdag 24 december 2026.")
    assert said.velden["uitleg.betekenis"] not in steps


def test_every_rule_stands_there_with_name_article_version_and_certainty(regels: RegelSet) -> None:
    rows = explained(regels, "D01", YOUNG, MeldingFeiten(uitzondering=Uitzondering.GEEN)).rijen["regels"]
    waiting = next(row for row in rows if row["nummer"] == "D01")
    assert waiting == {
        "naam": "Zoektermijn", "nummer": "D01", "artikel": "Pw 41 lid 4", "vanaf": "1 januari 2015",
        "zeker": "nog niet bevestigd",
    }  # fmt: skip


def test_what_is_an_assumption_is_said_to_be_one(regels: RegelSet) -> None:
    young = MeldingFeiten(uitzondering=Uitzondering.GEEN)
    assert "aanname" in explained(regels, "D01", YOUNG, young).voorwaarden
    assert not {"aanname", "tweede_bron"} & explained(regels, "D06").voorwaarden


def test_a_date_from_which_is_no_last_day(regels: RegelSet) -> None:
    young = MeldingFeiten(uitzondering=Uitzondering.GEEN)
    assert "datum_vanaf" in explained(regels, "D01", YOUNG, young).voorwaarden
    assert "datum_vanaf" not in explained(regels, "D06").voorwaarden


def test_a_date_that_waits_promises_nothing(regels: RegelSet, press: Press) -> None:
    said = explained(regels, "D04", melding=MeldingFeiten())
    assert said.velden["uitleg.datum"] == ""
    assert said.velden["uitleg.stand"] == "na aanvraag"
    text = text_of(press, said)
    assert "Nog niet bekend: na aanvraag" in text
    assert "Waarop wachten wij?" in text
    assert "Hoe hebben wij geteld?" not in text


def test_dates_that_could_not_be_computed_say_so(regels: RegelSet, press: Press) -> None:
    facts = case(regels, code="UIT")
    said = tell(replace(facts, termijn=not_computed()[1][0]), regels)
    text = text_of(press, said)
    assert "nog niet berekend" in text
    assert "Dan hoort u die van ons per brief." in text
    assert "Wij rekenden met" not in text


def test_the_names_come_from_the_rules_it_was_computed_with(regels: RegelSet) -> None:
    old = {"D06": {"naam": "Oude naam", "tekst": "Oude zin."}}
    records = tuple(replace(one, **old.get(one.id, {})) for one in regels.regels)  # type: ignore[arg-type]
    renamed = RegelSet(records, regels.versie, regels.vingerafdruk)
    said = explained(regels, "D06", toen=renamed)
    assert said.velden["uitleg.betekenis"] == "Oude zin."
    assert said.rijen["regels"][0]["naam"] == "Oude naam"


def test_a_date_moved_by_decision_names_the_decision(regels: RegelSet) -> None:
    said = explained(regels, "D06", moved=MOVED)
    assert said.velden["uitleg.datum"] == "maandag 4 januari 2027"
    assert said.rijen["regels"][-1]["naam"] == "Besluit om de dag te verschuiven"
    assert said.rijen["regels"][-1]["artikel"] == "Awb 4:15 lid 2"
    assert any("Het systeem was stuk." in row["zin"] for row in said.rijen["stappen"])


def test_neither_the_category_of_an_exception_nor_a_partners_birth_date_is_printed(regels: RegelSet) -> None:
    asked = MeldingFeiten(
        uitzondering=Uitzondering.MEDISCHE_URENBEPERKING, heeft_partner=True,
        partner=Partner(geboortedatum=GeboorteDatum("20050615")), ww_eindigt=date(2026, 12, 1),
    )  # fmt: skip
    said = explained(regels, "PW41-6", YOUNG, asked)
    facts = {row["naam"]: row["waarde"] for row in said.rijen["feiten"]}
    assert facts["Uitzondering op het wachten"] == "dat geldt voor u"
    assert facts["De geboortedatum van uw partner"] == "is bij ons bekend"
    assert "2005" not in str(said)
    assert "medisch" not in str(said)


def test_a_secret_address_is_not_on_the_sheet(regels: RegelSet) -> None:
    assert "Verzonnenlaan 12 b" in explained(regels, "D06").adresregels
    hidden = explained(regels, "D06", replace(FEITEN, geheim=True))
    assert "Verzonnenlaan" not in str(hidden)
    assert hidden.adresregels == ("E.N. van der Verzonnen",)


def test_without_a_date_there_is_nothing_to_explain(regels: RegelSet) -> None:
    with pytest.raises(Refused, match=r"termijn\.onbekend"):
        tell(case(regels, code="UIT"), regels)


@pytest.mark.parametrize("gemeente", ["0362", "0358"])
def test_every_date_of_a_case_fits_one_page(gemeente: str, regels: RegelSet, press: Press) -> None:
    asked = replace(APPLIED, gemeente=gemeente, uitzondering=Uitzondering.GEEN, ww_eindigt=date(2026, 12, 1))
    facts = case(regels, YOUNG, asked, code="UIT")
    waiting = case(regels, FEITEN, MeldingFeiten(gemeente=gemeente), code="UIT")
    assert facts.melding is not None
    assert waiting.melding is not None
    terms = (*facts.melding.termijnen, *waiting.melding.termijnen)
    assert {one.code for one in terms} == {"D01", "D02", "D04", "D06", "D07", "PW41-6"}
    for term in terms:
        assert press.make(tell(replace(facts, termijn=term), regels)).bladzijden == 1, term.code
        assert term.code in NAMEN


def test_the_mark_changes_with_whatever_the_paper_would_say() -> None:
    term = Termijn(code="D06", naam="Besluit", begin=date(2026, 11, 3), uiterste_datum=date(2026, 12, 29))
    changed = (
        term,
        replace(term, code="D04"),
        replace(term, uiterste_datum=date(2026, 12, 30)),
        replace(term, streefdatum=date(2026, 12, 29)),
        replace(term, uitleg=("een zin",)),
        replace(term, feiten=(("meldingsdatum", "2026-11-03"),)),
        replace(term, regelset="2026-11-21 3f9a"),
    )
    assert len({termijn_merk(one) for one in changed}) == len(changed)
    assert termijn_merk(term) == termijn_merk(replace(term))


def text_of(press: Press, said: BriefGegevens) -> str:
    document = pypdfium2.PdfDocument(press.make(said).pdf)
    text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return " ".join(text.split())
