"""An application and an end on a real cache: the lists react, and nothing is lost by a restart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest

from tests.fakes import FakePress, FakePrinter
from tests.fixtures.boek import FakeBoek
from tests.fixtures.cache import WIE, new_cache
from werkdesk.desk.actions import DeskActions, bind
from werkdesk.desk.session import neighbours
from werkdesk.domain.melding import Afloop, Melding, MeldingFeiten, MeldingStatus, Uitzondering
from werkdesk.domain.persoon import KlantFeiten, PersoonsNaam
from werkdesk.domain.waarden.geboortedatum import GeboorteDatum
from werkdesk.domain.waarden.naam import Naam
from werkdesk.storage.cache import CacheHandles
from werkdesk.ui.screens.bezoek.side import earlier_line
from werkdesk.usecases.aanvragen import Aanvraag
from werkdesk.usecases.meldingen import NewMelding
from werkdesk.usecases.sluiten import Einde

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))


@pytest.fixture
def handles(tmp_path: Path) -> Iterator[CacheHandles]:
    made = new_cache(tmp_path / "balie", clock=lambda: NOW)
    yield made
    made.close()


@pytest.fixture
def me(handles: CacheHandles) -> DeskActions:
    behind = SimpleNamespace(
        work=handles.work, overzichten=handles.overzichten, concepten=handles.concepten,
        blobs=handles.blobs, regelplank=handles.rules, inzageboek=FakeBoek(),
    )  # fmt: skip
    near = neighbours(behind, lambda: NOW, FakePress(), FakePrinter())
    return bind(replace(WIE, rollen=("balie",)), near)


@pytest.fixture
def case(me: DeskActions) -> Melding:
    """A young fictitious person who reported today."""
    person = KlantFeiten(
        naam=PersoonsNaam(geslachtsnaam=Naam("Verzonnen")), geboortedatum=GeboorteDatum("20040312")
    )
    klant = me.klanten.record(person).klant
    facts = MeldingFeiten(gemeente="0362", uitzondering=Uitzondering.PRO_VSO, heeft_partner=False)
    return me.meldingen.record(NewMelding(klant=klant, feiten=facts)).melding


def test_a_closed_melding_leaves_every_list_and_stands_in_earlier(
    me: DeskActions, handles: CacheHandles, case: Melding
) -> None:
    assert me.lees.termijnen()
    assert me.lijsten.youths()
    me.meldingen.close(case.id, Einde(afloop=Afloop.OPLEIDING, vrije_keuze=True))
    assert me.lees.termijnen() == ()
    assert me.lijsten.youths() == ()
    dossier = me.lees.dossier(case.klant)
    assert dossier is not None
    assert dossier.open_melding is None
    assert f"{case.kenmerk} gesloten: naar een opleiding" in earlier_line(dossier.eerder[0]) + earlier_line(
        dossier.eerder[1]
    )
    handles.rebuild()
    assert me.lees.dossier(case.klant) == dossier


def test_opened_again_it_stands_where_it_stood(me: DeskActions, case: Melding) -> None:
    before = me.lees.termijnen()
    me.meldingen.close(case.id, Einde(afloop=Afloop.OPLEIDING, vrije_keuze=True))
    assert me.meldingen.reopen(case.id, "toch niet").melding == case
    assert me.lees.termijnen() == before


def test_an_application_brings_the_advance_into_the_list(me: DeskActions, case: Melding) -> None:
    assert me.lijsten.advances() == ()
    applied = Aanvraag(aanvraagdatum=date(2026, 11, 20), aanvraag_ondertekend=True)
    saved = me.meldingen.apply(case.id, applied).melding
    assert saved.status is MeldingStatus.AANVRAAG_ONTVANGEN
    [row] = me.lijsten.advances()
    assert (row.melding, row.uiterste) == (case.id, date(2026, 12, 18))
    me.meldingen.close(case.id, Einde(afloop=Afloop.INGETROKKEN, schriftelijk=True))
    assert me.lijsten.advances() == ()
