"""The press accepts what the use cases gather: every letter of this release, for both gemeenten."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from tests.usecases.test_briefgegevens import FEITEN, MOMENT, TALK, TERMS, YOUNG, case, regels
from werkdesk.domain.kenmerk import KenmerkSoort, make_kenmerk
from werkdesk.domain.melding import Kanaal, MeldingFeiten, Uitzondering
from werkdesk.domain.papier import Overeenkomst
from werkdesk.domain.persoon import KlantFeiten
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.letters.press import Press
from werkdesk.letters.resources import load_resources
from werkdesk.usecases.briefgegevens.vertellen import tell

__all__ = ["regels"]

OVEREENKOMST = Overeenkomst(
    id=UUID(int=3), nummer=make_kenmerk(KenmerkSoort.OVEREENKOMST, 3, 12), klant=UUID(int=1), gemeente="0362",
    voorwaarden=TERMS, opgesteld_op=MOMENT, medewerker="t.verzonnen",
)  # fmt: skip


@pytest.fixture(scope="module")
def press() -> Press:
    return Press(load_resources(Path(__file__).parents[2] / "resources"))


@pytest.mark.parametrize("gemeente", ["0362", "0358"])
@pytest.mark.parametrize("feiten", [FEITEN, YOUNG, KlantFeiten(naam=FEITEN.naam), KlantFeiten()])
@pytest.mark.parametrize("uitzondering", [None, Uitzondering.GEEN, Uitzondering.PRO_VSO])
def test_every_receipt_can_be_made(
    gemeente: str, feiten: KlantFeiten, uitzondering: Uitzondering | None, press: Press, regels: RegelSet
) -> None:
    asked = MeldingFeiten(
        kanaal=Kanaal.POST, gemeente=gemeente, uitzondering=uitzondering, heeft_partner=True
    )
    made = press.make(tell(case(regels, feiten, asked), regels))
    assert made.pdf.startswith(b"%PDF-")
    assert made.bladzijden >= 1


@pytest.mark.parametrize("gemeente", ["0362", "0358"])
@pytest.mark.parametrize("telefonisch", [False, True])
@pytest.mark.parametrize("tolk", [None, "ti", "xx"])
def test_every_invitation_can_be_made(
    gemeente: str, telefonisch: bool, tolk: str | None, press: Press, regels: RegelSet
) -> None:
    feiten = replace(FEITEN, tolk=tolk is not None, taal=tolk)
    facts = case(
        regels, feiten, MeldingFeiten(gemeente=gemeente), code="L02",
        afspraak=replace(TALK, telefonisch=telefonisch),
    )  # fmt: skip
    assert press.make(tell(facts, regels)).bladzijden >= 1


@pytest.mark.parametrize("werkgever", [None, "Zorg Fictief"])
@pytest.mark.parametrize("feiten", [FEITEN, KlantFeiten(naam=FEITEN.naam), KlantFeiten()])
def test_every_agreement_can_be_made(
    werkgever: str | None, feiten: KlantFeiten, press: Press, regels: RegelSet
) -> None:
    terms = replace(TERMS, werkgever=werkgever)
    facts = case(regels, feiten, code="OPL", overeenkomst=replace(OVEREENKOMST, voorwaarden=terms))
    assert press.make(tell(facts, regels)).bladzijden >= 1


def test_the_same_case_gives_the_same_bytes(press: Press, regels: RegelSet) -> None:
    assert press.make(tell(case(regels), regels)).sha256 == press.make(tell(case(regels), regels)).sha256
